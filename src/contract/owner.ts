import type { Lang } from '../core/lang.ts'
import type { Value } from '../core/schema.ts'
import type { Refusal } from './decision.ts'
import type { Reader } from './reader.ts'

/**
 * Whose a record is, and what its owner may correct in it. A brick declares both for each of its
 * types (`owners`, `mends`); the engine derives rights, what waits for the keeper, and what
 * forgetting a member erases. `home` is the space that stays in this box.
 */

/**
 * The fields of a type that say whose a record is, who keyed it (typed it for somebody else), and
 * who is named in it.
 *
 * Shape   `owner`: the field, in `home`, with a link or links to the members who own the record.
 *         `id` means that the record is the member. A record without an owner belongs to the member
 *         who wrote it first, if a member did; so does one of a type that has `box` alone.
 *         `keyedBy`: the field with the member who keyed the record in the owner’s name, and may
 *         mend it.
 *         `keyedSays`: fields that name this member in words.
 *         `of`: the link to a record without which this one means nothing. Forgetting that record’s
 *         owner forgets this one.
 *         `apart`: whether a record with `of` is kept from the other owners of what it is about:
 *         they are not given it with their data.
 *         `untold`: the fields of a record of several owners that none of them is given with their
 *         data: what is another one's alone, or the box's.
 *         `box`: the field, in `home`, with the other box that shares the record. A letter of that
 *         box may write it.
 *         `over`: the field with the link to the record that somebody may be in charge of
 *         (`records/charge.ts`): they write, correct and key what leads there. `id` means that the
 *         record itself is such a thing: they correct it.
 *         `signed`: the field that shows in whose name the record is. A member’s own record has the
 *         name of their card, or waits.
 *         `told`: the field with the people who agreed to be named in the record.
 *         `named`: fields whose words name the person of the record linked by `by`. That person may
 *         remove themselves from these fields.
 */
export type Owner = Readonly<{
  owner?: string
  keyedBy?: string
  keyedSays?: readonly string[]
  of?: string
  over?: string
  apart?: (row: Readonly<Record<string, unknown>>) => boolean
  untold?: (row: Readonly<Record<string, unknown>>) => readonly string[]
  signed?: string
  told?: string
  box?: string
  named?: Readonly<{ by: string; fields: readonly string[] }>
}>

type Typed = Readonly<Record<string, Value>>
type Row = Readonly<Record<string, unknown>>
/**
 * The corrections that an owner makes, on the page of their own records. A correction may have
 * to wait for the keeper (`engine/held-drafts.ts`).
 *
 * Shape   `fields`: the fields that the owner may correct.
 *         `withdraws`: they may also take the record off the page, and put it back.
 *         `while`: a condition on the row that its owner sees; a correction is possible while it
 *         holds. Default: always.
 *         `writer`: of several owners, only the one who wrote the record first may correct it.
 *         `turned`: turns the typed values into the values of the page, as the first writing did.
 *         `row` is the record before the correction.
 *         `refuses`: why the typed values can't stand, beside the form of the type.
 *         `hides`: a field that this record is not asked. Default: none.
 *         `calls`: the field of the type whose label this field bears in this record. Default: its
 *         own.
 */
export type Mend = Readonly<{
  fields: readonly string[]
  withdraws?: true
  writer?: true
  while?: (row: Row, read: Reader) => boolean
  turned?: (fields: Typed, row: Row, read: Reader) => Typed
  refuses?: (fields: Typed, row: Row, read: Reader, lang: Lang) => Refusal | undefined
  hides?: (field: string, row: Row, read: Reader) => boolean
  calls?: (field: string, row: Row, read: Reader) => string | undefined
}>
