import type { BrickModel } from '../contract/brick.ts'
import type { Member } from '../contract/command.ts'
import type { Reader } from '../contract/reader.ts'

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
