import { boxOfFeed } from '../core/change.ts'
import { fits } from '../core/form/fit.ts'
import { isGiven } from '../core/given.ts'
import { keyOf, type Merged, settle, type Write } from '../core/merge.ts'
import { sameOnPage } from '../core/same.ts'
import { fieldIsOurs, type RecordType, SPACES } from '../core/schema.ts'
import {
  hasWrite,
  headsIn,
  type LogRow,
  type LogToRead,
  ownBox,
  row,
  type Touched,
  writesIn,
} from '../log/log.ts'
import { SEQS } from '../log/sqlite.ts'

type Written = ReturnType<typeof writesIn>[number]

/**
 * Fields of which this box's own feeds decide (`ours` in the schema), in a record that this box
 * made or that came with the program.
 *
 * Shape   `instead`: by field, what the own writes come to; `theirs`: by field, the writes of other
 *         boxes that stand unsettled and say something else. Both are empty where nobody else
 *         wrote.
 * Law     a function of the log and of whose it is. A write of another box in such a field shows
 *         nowhere before the keeper here writes over it: neither on the page, nor in the search,
 *         nor in the record's history.
 */
export type Ours = Readonly<{
  instead: ReadonlyMap<string, Merged>
  theirs: ReadonlyMap<string, readonly Written[]>
}>
export const NOTHING: Ours = { instead: new Map(), theirs: new Map() }

/** `heads`: the heads of the record in that space. */
export function oursIn(
  log: LogToRead,
  type: RecordType,
  what: Touched,
  heads: readonly Written[],
): Ours {
  const me = ownBox(log)
  const isOwn = (write: Readonly<{ name: { feed: string } }>): boolean =>
    boxOfFeed(write.name.feed) === me
  const touched = new Set(
    heads
      .filter(head => !isOwn(head) && fieldIsOurs(type.fields[head.field]))
      .map(head => head.field),
  )
  if (touched.size === 0 || !isOurs(log, type, what)) return NOTHING
  const own = writesIn(log, what).filter(isOwn)
  const instead = new Map<string, Merged>()
  const theirs = new Map<string, readonly Written[]>()
  for (const field of touched) {
    const ours = own.filter(write => write.field === field)
    // What came with the program may be told more by a neighbour (where a commune lies), never told
    // otherwise.
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
 * A record as this box says it: what a form shows, and what a turn writes over. What another box
 * wrote where this one decides is written over by a choice alone (`settles`).
 *
 * Shape   `type`: undefined of a kind that no brick has.
 */
export function rowHere(log: LogToRead, type: RecordType | undefined, what: Touched): LogRow {
  const plain = row(log, what.type, what.record, what.space)
  const heads = type ? headsIn(log, what) : []
  const removed = isGiven(what.record) ? ownRemoval(log, what) : undefined
  const instead = type ? oursIn(log, type, what, heads).instead : NOTHING.instead
  return instead.size === 0 && !removed
    ? plain
    : new Map([...plain, ...instead, ...(removed ? [['removed', removed] as const] : [])])
}

/**
 * What this box alone said of `removed`, where it wrote anything of the record: what came with the
 * program stands here or not as this box says, and no other.
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

/** The heads among some writes of a field, whatever wrote over them elsewhere. */
export function mergeOwn(log: LogToRead, own: readonly Write[]): Merged {
  const replaced = new Set(own.flatMap(write => write.over.map(keyOf)))
  return settle(
    own.filter(write => !replaced.has(keyOf(write.name))),
    name => hasWrite(log, name),
  )
}

/**
 * This box made the record: it wrote the field that stands for it over nothing. Of what came with
 * the program: it wrote anything of it.
 *
 * Law     no stamp is looked at, so that no box makes a record its own by an early clock.
 */
function isOurs(log: LogToRead, type: RecordType, { record }: Pick<Touched, 'record'>): boolean {
  if (!hasOwn(log, type, record)) return false
  if (isGiven(record)) return true
  const me = ownBox(log)
  const all = SPACES.flatMap(space => writesIn(log, { type: type.name, record, space }))
  const titles = all.filter(write => write.field === type.title)
  // A type whose title nobody wrote yet is whose first write it was.
  const first = titles.length > 0 ? titles : all
  return first.some(write => write.over.length === 0 && boxOfFeed(write.name.feed) === me)
}

const hasOwn = ({ sql }: LogToRead, type: RecordType, record: string): boolean =>
  sql.get(
    `SELECT 1 FROM write WHERE record = ? AND type = ? AND entry / ${SEQS} IN (SELECT no ` +
      'FROM feed WHERE own = 1) LIMIT 1',
    record,
    type.name,
  ) !== undefined

/** Without what other boxes wrote where this box alone decides: for the history of a record. */
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
