import type { BrickModel } from '../contract/brick.ts'
import type { Member } from '../contract/command.ts'
import type { Reader } from '../contract/reader.ts'
import { type RecordType, spaceOf } from '../core/schema.ts'
import { isSamePhone } from '../text/phone.ts'
import { ownerIn } from './owner-in.ts'
import type { Engine } from './turn.ts'

/**
 * Facts about a member of this box, gathered from the bricks: their name and role, and which
 * telephone numbers are theirs. Sign-in, rights and commands ask here; no brick is named.
 */

type Where = Readonly<{ bricks: readonly BrickModel[]; read: Reader }>

/** The member with this id, from the first brick that knows them. Undefined once they are gone. */
export function memberIn({ bricks, read }: Where, id: string): Member | undefined {
  for (const brick of bricks) {
    const member = brick.slots?.member?.(read, id)
    if (member) return member
  }
  return undefined
}

/** The telephone numbers in a member’s own records. Empty without a member. */
export const ownPhones = ({ bricks, read }: Where, id: string | undefined): readonly string[] =>
  id === undefined ? [] : bricks.flatMap(brick => brick.slots?.ownPhones?.(read, id) ?? [])

/**
 * Whether a number is a member’s own: one of their records in this box holds it in a telephone
 * field.
 */
export function isNumberOf(
  engine: Pick<Engine, 'bricks' | 'types' | 'read'>,
  member: string,
  number: string,
): boolean {
  const owned = [...engine.types.values()].flatMap(type => {
    const phones = phoneFields(type)
    const owner = phones.length > 0 ? ownerIn(engine, type.name)?.owner : undefined
    return owner !== undefined && owner !== 'id' ? [{ type, owner, phones }] : []
  })
  return owned.some(({ type, owner, phones }) => {
    const rows: readonly Readonly<Record<string, unknown>>[] = engine.read.list(
      type,
      { where: `"${owner}" = ?`, with: [member] },
      'home',
    )
    return phones.some(name =>
      rows.some(row => typeof row[name] === 'string' && isSamePhone(row[name], number)),
    )
  })
}
const phoneFields = (type: RecordType): readonly string[] =>
  Object.entries(type.fields)
    .filter(([, field]) => field.kind === 'phone' && spaceOf(type, field) === 'home')
    .map(([name]) => name)
