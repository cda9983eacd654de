import type { BrickModel } from '../contract/brick.ts'
import type { Member } from '../contract/command.ts'
import type { Reader } from '../contract/reader.ts'

type Where = Readonly<{ bricks: readonly BrickModel[]; read: Reader }>

/** Who a member is, as the bricks that know of members say; undefined once they are gone. */
export function memberIn({ bricks, read }: Where, id: string): Member | undefined {
  for (const brick of bricks) {
    const member = brick.slots?.member?.(read, id)
    if (member) return member
  }
  return undefined
}

/** Telephone numbers that a member keeps as their own, as the bricks say; none of nobody. */
export const ownPhones = ({ bricks, read }: Where, id: string | undefined): readonly string[] =>
  id === undefined ? [] : bricks.flatMap(brick => brick.slots?.ownPhones?.(read, id) ?? [])
