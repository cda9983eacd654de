import type { BrickModel } from '../contract/brick.ts'
import type { Refusal } from '../contract/decision.ts'
import { wordedIn } from '../contract/message.ts'
import type { Mend } from '../contract/owner.ts'
import type { Reader } from '../contract/reader.ts'
import type { Lang } from '../core/lang.ts'
import type { Value } from '../core/schema.ts'

/** What people correct in their own records, as the brick of the type declares it (`mends`). */

type Row = Readonly<Record<string, unknown>>
type Bricks = readonly BrickModel[]

/**
 * What a member may correct in their own record of this type: the fields, until when, and whether
 * they may take it off the page. Undefined when the brick of the type declares nothing; the member
 * then corrects nothing.
 */
export const mendOf = (bricks: Bricks, type: string): Mend | undefined =>
  mendingBrick(bricks, type)?.mends?.[type]
const mendingBrick = (bricks: Bricks, type: string): BrickModel | undefined =>
  bricks.find(({ mends }) => mends !== undefined && Object.hasOwn(mends, type))

/** Whether this record is asked this field. */
export const isAskedIn = (mend: Mend | undefined, field: string, row: Row, read: Reader): boolean =>
  !mend?.hides?.(field, row, read)

type Mended = Readonly<{ type: string; fields: Readonly<Record<string, Value>>; row: Row }>
/**
 * Typed values of a correction as the values of the page; or why they can’t stand, in words of the
 * brick of the type: another brick asks.
 */
export function mendedBy(
  bricks: Bricks,
  { type, fields, row }: Mended,
  read: Reader,
  lang: Lang,
): Pick<Mended, 'fields'> | Refusal {
  const brick = mendingBrick(bricks, type)
  const mend = brick?.mends?.[type]
  const refused = mend?.refuses?.(fields, row, read, lang)
  if (!brick || !refused) return { fields: mend?.turned?.(fields, row, read) ?? fields }
  const words = { brick: brick.words[lang], house: {}, field: () => '', people: () => '' }
  return { ...refused, refused: { worded: wordedIn(refused.refused, words) } }
}
