import type { Brick } from '../contract/brick.ts'
import type { Member } from '../contract/command.ts'
import type { Reader } from '../contract/reader.ts'

/** Who a member is, as the bricks that know of members say; undefined once they are gone. */
export function memberIn({ bricks, read }: Readonly<{ bricks: readonly Brick[]; read: Reader }>, id: string): Member | undefined {
  for (const brick of bricks) {
    const member = brick.slots?.member?.(read, id)
    if (member) return member
  }
  return undefined
}
