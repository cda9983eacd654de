import type { Forgetting } from '../../../contract/decision.ts'
import type { Fading } from '../../../contract/projection.ts'
import type { Reader } from '../../../contract/reader.ts'
import { code } from '../../../contract/records/own-records.ts'
import type { DealRow } from './read.ts'
import { deal, dealAnswer } from './records.ts'
import type { Says } from './rules.ts'
import { slipsGone } from './slip-days.ts'

/**
 * A thread goes by itself, once it ended or nobody says anything more in it. Time is how long this
 * box has lived, as for the wall (record 0029), so that no clock takes a thread away.
 *
 * Law     10: all of it goes: its acts, its slips, its letters. Of what was done, the notices, the
 *         day, the way and the commune stay: nobody can be found by them. Of what is told, the yes
 *         of each stays too, which they may take back as long as it is told; their words go.
 */

export const FADES_MONTHS = 3
/** Units   milliseconds of the box's life: months of thirty days. */
export const FADES_AFTER_MS = FADES_MONTHS * 30 * 86_400_000

/** What is proposed or agreed waits for somebody, and stays. */
const FADING = ['talking', 'done', 'fallen', 'ended']
/** The threads of one look: those that follow go at the next one. */
const MOST_AT_ONCE = 50

/** What stays of a deal that was done. */
const STAYS_DONE: ReadonlySet<string> = new Set([
  ...['state', 'doneOn', 'about', 'mode', 'commune', 'asked'],
])
/** What goes of a deal that is told. */
const GOES_TOLD = [
  ...['when', 'where', 'phone', 'reach', 'said', 'slips', 'handed'],
  ...['unseen', 'seenTo', 'hiddenFor', 'lived', 'responses'],
]
/** The acts by which a deal was agreed, done and told. */
const STAYS_TOLD: readonly Says[] = ['yes', 'no', 'done', 'not', 'tell', 'keep', 'back']

/** Which threads go now, and when the next one does. A thread of an older version says no time. */
export function fades(read: Reader, lived: number): Fading {
  const where = 'lived IS NOT NULL AND state IN (SELECT value FROM json_each(?))'
  const rows = read.list(
    deal,
    { where, with: [JSON.stringify(FADING)], order: 'lived, id', limit: MOST_AT_ONCE + 1 },
    'home',
  )
  const due = rows.filter(row => goesAt(row) <= lived).slice(0, MOST_AT_ONCE)
  const next = rows[due.length]
  return {
    forget: due.flatMap(row => threadGone(read, row)),
    ...(next ? { again: goesAt(next) } : {}),
  }
}
const goesAt = (row: DealRow): number => Number(row.lived) + FADES_AFTER_MS

/**
 * All of a thread: of what was done, the notices, the day, the way and the commune stay; of what is
 * told, the yes of each.
 */
export function threadGone(read: Reader, row: DealRow): readonly Forgetting[] {
  const isTold = row.deed !== null
  const acts = read
    .list(dealAnswer, { where: 'deal = ?', with: [row.id] }, 'home')
    .filter(({ says }) => !isTold || !STAYS_TOLD.some(one => one === says))
  return [
    ...(isTold
      ? fieldsOf(row, GOES_TOLD)
      : row.state === 'done'
        ? fieldsOf(
            row,
            Object.keys(deal.fields).filter(name => !STAYS_DONE.has(name)),
          )
        : [{ type: deal.name, record: row.id }]),
    ...acts.map(({ id }) => ({ type: dealAnswer.name, record: id })),
    ...acts.flatMap(({ slip }) => (slip ? [{ type: 'word', record: slip }] : [])),
    ...slipsGone(row),
    ...(isTold || row.state === 'done' ? lettersOf(read, row.id, isTold) : []),
    // The code of a ticket opens nothing any more, unless what is told may be taken back by it.
    ...(isTold || row.visitor === null ? [] : codesOf(read, row.id)),
  ]
}

const codesOf = (read: Reader, opens: string): readonly Forgetting[] =>
  read
    .list(code, { where: 'opens = ?', with: [opens] }, 'home')
    .map(({ id }) => ({ type: code.name, record: id }))

const fieldsOf = (row: DealRow, names: readonly string[]): readonly Forgetting[] => {
  const values: Readonly<Record<string, unknown>> = row
  return names
    .filter(name => values[name] !== null)
    .map(field => ({ type: deal.name, record: row.id, field, alone: true }))
}

/**
 * The letters that said what goes of a deal that stays: of what is told, those that carried words.
 * Those of a deal that goes whole go with it (`engine/letters/letters.ts`).
 */
const lettersOf = (read: Reader, id: string, isTold: boolean): readonly Forgetting[] =>
  read
    .all('SELECT id, command FROM letter_home WHERE about = ? AND removed IS NOT 1', id)
    .filter(({ command }) => !isTold || WORDS.has(String(command)))
    .map(one => ({ type: 'letter', record: String(one['id']) }))
const WORDS: ReadonlySet<string> = new Set(['words', 'toldWords'])
