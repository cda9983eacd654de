import { boxOfFeed } from '../core/change.ts'
import { fits } from '../core/form/fit.ts'
import { isGiven } from '../core/given.ts'
import { keyOf, type Merged, settle, type Write } from '../core/merge.ts'
import { sameOnPage } from '../core/same.ts'
import { fieldIsOurs, type RecordType, SPACES } from '../core/schema.ts'
import { readBy } from '../core/tracking.ts'
import {
  hasWrite,
  headsIn,
  type LogRow,
  type LogToRead,
  ownBox,
  rowOf,
  type Touched,
  writesIn,
} from '../log/log.ts'
import { SEQS } from '../log/sqlite.ts'

type Written = ReturnType<typeof writesIn>[number]

/**
 * Fields that this box’s own feeds decide (`ours` in the schema), in a record that this box made or
 * that comes with the program.
 *
 * Shape   `instead`: by field, the merge of our own writes. `theirs`: by field, other boxes’ heads
 *         with another value. Both are empty when nobody else wrote.
 * Law     A function of the log and of its box. Another box’s write in such a field shows nowhere
 *         before the keeper here writes over it: neither on the page, nor in the search, nor in the
 *         history.
 */
export type Ours = Readonly<{
  instead: ReadonlyMap<string, Merged>
  theirs: ReadonlyMap<string, readonly Written[]>
}>
const NO_ROW: LogRow = new Map()
export const NO_OURS: Ours = { instead: new Map(), theirs: new Map() }

/** Compares our writes with those of others. `heads`: the heads of the record in that space. */
export function oursIn(
  log: LogToRead,
  type: RecordType,
  what: Touched,
  heads: readonly Written[],
): Ours {
  const deciding = heads.filter(head => fieldIsOurs(type.fields[head.field]))
  if (deciding.length === 0) return NO_OURS
  const me = ownBox(log)
  const isOwn = (write: Readonly<{ name: { feed: string } }>): boolean =>
    boxOfFeed(write.name.feed) === me
  const touched = new Set(deciding.filter(head => !isOwn(head)).map(head => head.field))
  if (touched.size === 0 || !isOurs(log, type, what)) return NO_OURS
  const own = writesIn(log, what).filter(isOwn)
  const instead = new Map<string, Merged>()
  const theirs = new Map<string, readonly Written[]>()
  for (const field of touched) {
    const ours = own.filter(write => write.field === field)
    // Another box may add a value to a record of the program (where a commune lies), never
    // change one of ours.
    if (ours.length === 0 && isGiven(what.record)) continue
    const merged = mergeOwn(log, ours)
    instead.set(field, merged)
    const says = (write: Written) =>
      write.value !== undefined &&
      fits(type.fields[field]!, write.value) &&
      !sameOnPage(type.fields[field], write.value, merged.shown?.value)
    const others = heads.filter(head => head.field === field && !isOwn(head) && says(head))
    if (others.length > 0 && !isGiven(what.record)) theirs.set(field, others)
  }
  return { instead, theirs }
}

/**
 * A record as this box decides it, for forms and turns. Other boxes’ writes in its own fields are
 * replaced by a choice alone (`settles`).
 *
 * Shape   `type`: undefined for a type that no brick has.
 */
export function rowHere(log: LogToRead, type: RecordType | undefined, what: Touched): LogRow {
  const heads = headsIn(log, what)
  if (heads.length === 0 && !isGiven(what.record)) return NO_ROW
  const plain = rowOf(log, heads)
  const removed = isGiven(what.record) ? ownRemoval(log, what) : undefined
  const instead = (type ? oursIn(log, type, what, heads) : NO_OURS).instead
  return instead.size === 0 && !removed
    ? plain
    : new Map([...plain, ...instead, ...(removed ? [['removed', removed] as const] : [])])
}

/**
 * The value of `removed` by this box’s own writes, if it wrote anything of the record. It alone
 * decides whether a record of the program shows here.
 */
export function ownRemoval(log: LogToRead, { type, record, space }: Touched): Merged | undefined {
  const me = ownBox(log)
  const own = writesIn(log, { type, record, space }).filter(
    ({ name }) => boxOfFeed(name.feed) === me,
  )
  if (own.length === 0) return undefined
  return mergeOwn(
    log,
    own.filter(({ field }) => field === 'removed'),
  )
}

/** Merges some writes of a field, ignoring writes elsewhere that replace them. */
export function mergeOwn(log: LogToRead, own: readonly Write[]): Merged {
  const replaced = new Set(own.flatMap(write => write.over.map(keyOf)))
  return settle(
    own.filter(write => !replaced.has(keyOf(write.name))),
    name => hasWrite(log, name),
  )
}

/**
 * Whether this box made the record: it wrote the title without replacing a write. For a record of
 * the program: it wrote any field.
 *
 * Law     Stamps do not count, so that no box takes a record by an early clock.
 */
function isOurs(log: LogToRead, type: RecordType, { record }: Pick<Touched, 'record'>): boolean {
  if (!hasOwn(log, type, record)) return false
  if (isGiven(record)) return true
  const me = ownBox(log)
  const all = SPACES.flatMap(space => writesIn(log, { type: type.name, record, space }))
  const titles = all.filter(write => write.field === type.title)
  // Without a title, the first write counts.
  const first = titles.length > 0 ? titles : all
  return first.some(write => write.over.length === 0 && boxOfFeed(write.name.feed) === me)
}

const hasOwn = ({ sql }: LogToRead, type: RecordType, record: string): boolean =>
  readBy('log.wrote', 'record', [record], () =>
    sql.get(
      `SELECT 1 FROM changed WHERE record = ? AND type = ? AND entry / ${SEQS} IN (SELECT no ` +
        'FROM feed WHERE own = 1) LIMIT 1',
      record,
      type.name,
    ),
  ) !== undefined

/** The writes without those of other boxes in our own fields, for a record’s history. */
export function withoutTheirs(
  log: LogToRead,
  type: RecordType,
  record: string,
  all: readonly Written[],
): readonly Written[] {
  const me = ownBox(log)
  const isTheirs = (write: Written): boolean =>
    boxOfFeed(write.name.feed) !== me && fieldIsOurs(type.fields[write.field])
  return all.some(isTheirs) && isOurs(log, type, { record })
    ? all.filter(write => !isTheirs(write))
    : all
}
