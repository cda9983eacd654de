import type { Forgetting } from '../../../contract/decision.ts'
import type { Fading } from '../../../contract/projection.ts'
import type { Reader } from '../../../contract/reader.ts'
import { code } from '../../../contract/records/own-records.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { RowOf } from '../../../core/schema.ts'
import type { DealRow } from './read.ts'
import { deal, dealAnswer } from './records.ts'
import { type Says, STOPPED } from './rules.ts'
import { BESIDE } from './sent-letters.ts'
import { slipsGone } from './slip-days.ts'
import { undoneIn } from './words-left.ts'

/**
 * A thread goes by itself, once it ended or nobody says anything more in it. Time is how long this
 * box has lived, as for the wall (record 0029), so that no clock takes a thread away.
 *
 * Law     10: all of it goes: its acts, its slips, its letters. Of what was done, the notices, the
 *         day, the way and the commune stay: nobody can be found by them. Of what is told, the yes
 *         of each stays too, which they may take back as long as it is told; their words go. Of two
 *         members whom the keeper parted for good, who hurt whom stays, and no word of it.
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
  ...['what', 'noticeAs', 'when', 'where', 'phone', 'reach', 'said', 'slips', 'handed'],
  ...['unseen', 'seenTo', 'hiddenFor', 'lived', 'responses'],
]
/** What goes of the acts that stay: what they told stands on the page as they agreed to it. */
const GOES_SAID = ['when', 'where', 'said']
/** The acts by which a deal was agreed, done and told. */
const STAYS_TOLD: readonly Says[] = ['yes', 'no', 'done', 'not', 'tell', 'keep', 'back']

/**
 * Which threads go now, and when the next one does. One of a version before these said their time
 * was left before any that says it: it goes by the oldest time that is said.
 */
export function fades(read: Reader, lived: number): Fading {
  const oldest = oldestTime(read)
  const rows = [
    ...(oldest === undefined ? [] : threadsOf(read, `lived IS NULL AND ${HOLDS_MORE}`)),
    ...threadsOf(read, 'lived IS NOT NULL'),
  ]
  const goesAt = (row: DealRow): number => (row.lived ?? oldest ?? 0) + FADES_AFTER_MS
  const due = rows.filter(row => goesAt(row) <= lived).slice(0, MOST_AT_ONCE)
  const next = rows
    .filter(row => !due.includes(row))
    .map(goesAt)
    .toSorted((a, b) => a - b)[0]
  return {
    forget: due.flatMap(row => threadGone(read, row)),
    ...(next === undefined ? {} : { again: next }),
  }
}
/** Of what went already, and stays as it was done, told or stopped, nothing more goes. */
const HOLDS_MORE = `(deed IS NULL AND (state <> 'done' OR what IS NOT NULL)
  AND NOT (why IS '${STOPPED}' AND what IS NULL))`
const threadsOf = (read: Reader, where: string): readonly DealRow[] =>
  read.list(
    deal,
    {
      where: `${where} AND state IN (SELECT value FROM json_each(?))`,
      with: [JSON.stringify(FADING)],
      order: 'lived, id',
      limit: MOST_AT_ONCE + 1,
    },
    'home',
  )
const oldestTime = (read: Reader): number | undefined => {
  const [row] = read.all(
    'SELECT min(lived) AS oldest FROM deal_home WHERE lived IS NOT NULL AND removed IS NOT 1',
  )
  return typeof row?.['oldest'] === 'number' ? row['oldest'] : undefined
}

/**
 * All of a thread: of what was done, the notices, the day, the way and the commune stay; of what is
 * told, the yes of each; of two members whom the keeper parted, whose word hurt whom.
 */
export function threadGone(read: Reader, row: DealRow): readonly Forgetting[] {
  const isTold = row.deed !== null
  const all = read.list(dealAnswer, { where: 'deal = ?', with: [row.id] }, 'home')
  const hurts = isParted(row) ? hurtsIn(all) : []
  const acts = all.filter(
    one => !hurts.includes(one) && !(isTold && STAYS_TOLD.some(says => says === one.says)),
  )
  const told = all.filter(one => !hurts.includes(one) && !acts.includes(one))
  const stays = isParted(row) ? STAYS_PARTED : row.state === 'done' ? STAYS_DONE : undefined
  return [
    ...(isTold
      ? fieldsOf(deal.name, row, GOES_TOLD)
      : stays
        ? fieldsOf(deal.name, row, othersOf(deal.fields, stays))
        : [{ type: deal.name, record: row.id }]),
    ...hurts.flatMap(one =>
      fieldsOf(dealAnswer.name, one, othersOf(dealAnswer.fields, STAYS_HURT)),
    ),
    ...acts.map(({ id }) => ({ type: dealAnswer.name, record: id })),
    ...undoneIn(read, row),
    ...told.flatMap(one => fieldsOf(dealAnswer.name, one, GOES_SAID)),
    ...[...acts, ...hurts].flatMap(({ slip }) => (slip ? [{ type: 'word', record: slip }] : [])),
    ...slipsGone(row),
    ...(isTold || row.state === 'done' ? lettersOf(read, row.id, isTold) : []),
    // The code of a ticket opens nothing any more, unless what is told may be taken back by it.
    ...(isTold || row.visitor === null ? [] : codesOf(read, row.id)),
  ]
}

/** Whether the keeper parted two members of this box for good. */
const isParted = ({ why, box, parties }: DealRow): boolean =>
  why === STOPPED && box === null && (parties ?? []).length > 1
const STAYS_PARTED: ReadonlySet<string> = new Set(['state', 'why', 'parties'])
const STAYS_HURT: ReadonlySet<string> = new Set([
  ...['deal', 'member', 'says', 'reports', 'judged', 'saidBy', 'on'],
])
type ActRow = RowOf<typeof dealAnswer>
/** The words that the keeper hid, and what told them. */
function hurtsIn(all: readonly ActRow[]): readonly ActRow[] {
  const told = all.filter(({ says, judged }) => says === 'insult' && judged === 'hidden')
  const words = new Set(told.map(({ reports }) => reports))
  return all.filter(one => told.includes(one) || words.has(one.id))
}
const othersOf = (fields: object, stays: ReadonlySet<string>): readonly string[] =>
  Object.keys(fields).filter(name => !stays.has(name))

const codesOf = (read: Reader, opens: string): readonly Forgetting[] =>
  read
    .list(code, { where: 'opens = ?', with: [opens] }, 'home')
    .map(({ id }) => ({ type: code.name, record: id }))

const fieldsOf = (
  type: string,
  row: DealRow | ActRow,
  names: readonly string[],
): readonly Forgetting[] => {
  const values: Readonly<Record<string, unknown>> = row
  return names
    .filter(name => values[name] !== null)
    .map(field => ({ type, record: row.id, field, alone: true }))
}

/**
 * The letters that said what goes of a deal that stays: of what is told, those that carried words.
 * Of the others their text alone goes, since one that is erased takes back what it said there; the
 * last of those that tell an older box where it stands keeps it. Those of a deal that goes whole go
 * with it (`engine/letters/letters.ts`).
 */
function lettersOf(read: Reader, id: string, isTold: boolean): readonly Forgetting[] {
  const all = read
    .all(
      'SELECT id, command, input FROM letter_home WHERE about = ? AND removed IS NOT 1 ORDER BY id',
      id,
    )
    .map(one => ({
      ...{ record: String(one['id']), command: String(one['command']), input: one['input'] },
    }))
  const last = all.findLast(one => one.command === 'told' && !isBeside(one.input))
  return all.flatMap(one =>
    !isTold || WORDS.has(one.command)
      ? [{ type: 'letter', record: one.record }]
      : one === last || one.input === null
        ? []
        : TEXTS.map(field => ({ type: 'letter', record: one.record, field, alone: true })),
  )
}
const WORDS: ReadonlySet<string> = new Set(['words', 'toldWords'])
/** What a letter says, as it was written and as it left. */
const TEXTS = ['input', 'sealed'] as const
const isBeside = (input: unknown): boolean =>
  ownJson<Readonly<Record<string, unknown>>>(String(input ?? '{}'))['beside'] === BESIDE.beside
