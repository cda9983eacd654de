import type { Member, Reader } from '../../core/brick.ts'
import type { Slots } from '../../core/slots.ts'
import type { fr } from './fr.ts'
import { member, relay } from './records.ts'

/** A member who is still here is a neighbour; one who accepted to pass words on, a relay. */
function memberHere(read: Reader, id: string): Member | undefined {
  const one = read.one(member, id, 'home')
  if (!one || one.state === 'left') return undefined
  const isRelay = read.count(relay, { where: "member = ? AND state = 'accepted'", with: [id] }, 'home') > 0
  return { role: isRelay ? 'relay' : 'neighbour', name: one.name ?? '' }
}

export const slots: Slots<typeof fr> = {
  member: memberHere,
  tools: words => [{ href: '/habitants', words: words.list }],
}
