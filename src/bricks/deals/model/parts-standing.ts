import type { PartAsked } from '../../../contract/part-raised.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { hasTable } from '../../../contract/tables.ts'
import { sayAmount } from '../../../text/amounts.ts'

/** How much an answer of another brick (`response`) says that somebody takes, as it stands now. */

/** *20 kg*, or what they said instead; undefined for an answer that says no amount. */
export function partSaid({ answer, amount, unit, saying, removed }: Row): string | undefined {
  if (answer !== 'in' || removed === 1 || removed === true) return undefined
  if (typeof amount === 'number' && amount > 0 && typeof unit === 'string')
    return sayAmount(amount, unit, 'fr')
  const said = typeof saying === 'string' ? saying.replace(/[\s.]+$/, '') : ''
  return said === '' ? undefined : said
}
/** * 20 kg*, or *: what they said instead*, after the verb. */
export const partInSentence = (row: Row): string | undefined => {
  const said = partSaid(row)
  const isCounted = typeof row['amount'] === 'number' && row['amount'] > 0
  return said && `${isCounted ? ' ' : '\u00a0: '}${said}`
}

/** What a row says of a raise. */
export const askedIn = (row: Row): PartAsked => ({
  amount: numberIn(row, 'amount'),
  stood: numberIn(row, 'stood'),
  raised: numberIn(row, 'raised'),
})
const numberIn = (row: Row, name: string): number | null => {
  const value = row[name]
  return typeof value === 'number' ? value : null
}
/** How much was agreed before more was asked. */
export const stoodSaid = (row: Row): string => partSaid({ ...row, amount: row['stood'] }) ?? ''

/**
 * Those of these answers by which somebody still takes some: they were not taken back, nor left out
 * by the keeper who reads them first.
 */
export function partsStanding(read: Reader, ids: readonly string[]): ReadonlyMap<string, Row> {
  if (ids.length === 0 || !hasTable(read, 'response')) return new Map()
  const of = 'id, answer, amount, unit, saying, stood, raised, removed'
  const among = "removed IS NOT 1 AND answer = 'in' AND id IN these AND id NOT IN refused"
  const rows = read.all(
    `WITH these AS (SELECT value FROM json_each(?1)),
       refused AS (SELECT piece FROM proposal_home
         WHERE state = 'refused' AND shownAs IS NULL AND piece IN these)
     SELECT ${of} FROM response_home WHERE ${among} UNION ALL
     SELECT ${of} FROM response WHERE ${among}`,
    JSON.stringify(ids),
  )
  return new Map(rows.map(row => [String(row['id']), row]))
}
