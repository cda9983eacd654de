import type { Reader, Slots } from '../../core/brick.ts'
import type { Role } from '../../core/permission.ts'
import type { fr } from './fr.ts'
import { member, relay } from './records.ts'

/** A member who is still here is a neighbour; one who accepted to pass words on, a relay. */
function role(read: Reader, id: string): Role | undefined {
  const one = read.one(member, id, 'home')
  if (!one || one.state === 'left') return undefined
  return read.count(relay, { where: "member = ? AND state = 'accepted'", with: [id] }, 'home') > 0 ? 'relay' : 'neighbour'
}

export const slots: Slots<typeof fr> = { role }
