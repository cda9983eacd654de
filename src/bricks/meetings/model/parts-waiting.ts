import type { PartsTaken } from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { takersOf } from './read.ts'
import { amountOf, type NoticeAsked, noticeAsked, type TakerRow, takingOf } from './taking.ts'

/** Of what a notice offers or seeks, how much was asked for and is read by the keeper first. */

/**
 * Answers that wait, each beside the one that shows and that it would correct. What a member would
 * correct leads to the notice by the answer that shows.
 */
const WAITING = `WITH notice(id) AS (SELECT value FROM json_each(?1)),
  asked(id) AS (
    SELECT id FROM response_home WHERE "to" IN (SELECT id FROM notice) UNION
    SELECT piece FROM proposal_home WHERE changes IN
      (SELECT id FROM response WHERE "to" IN (SELECT id FROM notice)))
  SELECT said.id, said.firstName, said.namesake, said.amount,
    coalesce(said.unit, shown.unit) AS unit, shown.id AS shown, shown.amount AS had,
    shown.unit AS hadUnit
  FROM proposal_home AS sent JOIN response_home AS said ON said.id = sent.piece
  LEFT JOIN response AS shown ON shown.id = coalesce(sent.changes, sent.shownAs)
  WHERE sent.piece IN (SELECT id FROM asked) AND sent.state = 'waiting'
    AND sent.removed IS NOT 1 AND said.removed IS NOT 1 AND said.amount > 0
    AND coalesce(said.answer, shown.answer) = 'in'
  ORDER BY said.id LIMIT 500`

/**
 * The parts of a notice that wait for the keeper. Of one that corrects another, what it asks for
 * beyond that one, under its id.
 *
 * Law     11: how much, for everybody; their names are for nobody: a page says the sum alone.
 */
export const partsWaiting = (
  read: Reader,
  { id, whole, declined }: Pick<NoticeAsked, 'id' | 'whole' | 'declined'>,
): readonly TakerRow[] =>
  whole
    ? read
        .all(WAITING, JSON.stringify([...new Set([id, ...read.joinedWith(id)])]))
        .map(row => partIn(row, whole))
        .filter(one => !declined.includes(one.id))
    : []

function partIn(row: Row, whole: NonNullable<NoticeAsked['whole']>): TakerRow {
  const amount = (of: 'amount' | 'had', unit: 'unit' | 'hadUnit'): number =>
    amountOf({ amount: Number(row[of] ?? 0), unit: textIn(row, unit) }, whole) ?? 0
  const none = { saying: null, toldTo: null, unit: whole.unit }
  const shown = textIn(row, 'shown')
  const asked = amount('amount', 'unit')
  return shown === null
    ? {
        ...none,
        id: String(row['id']),
        firstName: textIn(row, 'firstName'),
        namesake: row['namesake'] === 1,
        amount: asked,
      }
    : {
        ...none,
        id: shown,
        firstName: null,
        namesake: null,
        amount: Math.max(0, asked - amount('had', 'hadUnit')),
      }
}
const textIn = (row: Row, name: string): string | null =>
  typeof row[name] === 'string' ? row[name] : null

/** Of these notices, those of which somebody takes some: one statement where nobody does. */
export function partsTaken(
  read: Reader,
  notices: readonly string[],
): ReadonlyMap<string, PartsTaken> {
  const rows = read.all(
    `WITH notice(id) AS (SELECT value FROM json_each(?))
     SELECT "to" AS id FROM response WHERE "to" IN (SELECT id FROM notice) UNION
     SELECT "to" AS id FROM response_home WHERE "to" IN (SELECT id FROM notice)`,
    JSON.stringify(notices),
  )
  return new Map(rows.flatMap(({ id }) => takenOf(read, String(id)) ?? []))
}
/** How much is left of a notice that says an amount; null where its words can't be counted. */
export function amountLeft(read: Reader, notice: string): number | null | undefined {
  const of = noticeAsked(read, notice)
  return of && takingOf(takersOf(read, of), of.whole, partsWaiting(read, of)).left
}
function takenOf(read: Reader, id: string): readonly (readonly [string, PartsTaken])[] | undefined {
  const of = noticeAsked(read, id)
  if (!of) return undefined
  const { people, left } = takingOf(takersOf(read, of), of.whole, partsWaiting(read, of))
  return people.length === 0 ? undefined : [[id, { people: people.length, left }]]
}
