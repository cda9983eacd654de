import type { Brick, Member, Reader } from '../contract/brick.ts'

/** Who a member is, as the bricks that know of members say; undefined once they are gone. */
export function memberIn({ bricks, read }: Readonly<{ bricks: readonly Brick[]; read: Reader }>, id: string): Member | undefined {
  for (const brick of bricks) {
    const member = brick.slots?.member?.(read, id)
    if (member) return member
  }
  return undefined
}
