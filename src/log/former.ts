import { boxOfFeed, type ChangeBones, storedAs } from '../core/change.ts'
import { isGiven } from '../core/given.ts'
import { fold } from '../core/letters/words.ts'
import { keyOf, type Write } from '../core/merge.ts'
import type { Space } from '../core/schema.ts'
import { THEMES } from '../core/themes.ts'
import { allWrites, entryById, type LogToRead, type Touched, writesIn } from './log.ts'
import { quarantinedIn } from './quarantine.ts'

/**
 * Former values: a box wrote them, and wrote over them since. They stay in the log of this box, for
 * its history and for undo, and no bundle carries them: words that were corrected go no further
 * (docs/decisions/0063).
 *
 * Law     A former value shows on no box that believes its author: another write of the same box
 *         replaces it, itself or through writes between. A head is never former, nor a write that
 *         another box alone replaced: a box silences nobody but itself.
 */

/**
 * Types whose earlier writes are read for what they mean now: a request to forget, a join, the word
 * of a box, a keeper’s field (docs/wire-format.md).
 */
const READ_WHOLE = new Set(['forget', 'join', 'box', 'type'])
/** A removal is decided by all that was said of it (projection/withdrawn.ts). */
const REMOVED = 'removed'

/** The place of a value in its entry, as `0 title`: the change and the field. */
export const valuePlace = (change: number, field: string): string => `${change} ${field}`

/**
 * Gives the former values of an entry, by their places (`valuePlace`). One reader serves one piece
 * of work on a log that does not change meanwhile: it keeps what it read of the last records.
 */
export function formerReader(log: LogToRead): FormerOf {
  const known = new Map<string, ReadonlySet<string>>()
  const ofRecord = (of: Touched): ReadonlySet<string> => {
    const key = `${of.type} ${of.record} ${of.space}`
    const found = known.get(key) ?? formerIn(log, of)
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, found)
    return found
  }
  return id => {
    const entry = entryById(log, id)
    const space = (entry?.feed.split('.').at(-1) ?? 'home') as Space
    const places = (entry?.changes ?? []).flatMap((bones, change) =>
      [...storedFields(bones)].flatMap(([type, fields]) => {
        const of = { type, record: bones.record, space }
        if (READ_WHOLE.has(type) || !isAnyReplaced(log, of, id)) return []
        const former = ofRecord(of)
        return fields
          .filter(({ field }) => former.has(`${id} ${valuePlace(change, field)}`))
          .map(({ name }) => valuePlace(change, name))
      }),
    )
    return places.length === 0 ? NONE : new Set(places)
  }
}
/** The former values of an entry, by its id: their places. */
export type FormerOf = (entry: number) => ReadonlySet<string>
const NONE: ReadonlySet<string> = new Set()
/** The records of which a reader keeps the former values at most. */
const MOST_KNOWN = 2_000

/** The fields of a change, with their names in the entry, by the type under which they stand. */
const storedFields = ({ type, fields }: ChangeBones) =>
  Map.groupBy(
    Object.keys(fields).flatMap(name => {
      const [of, field] = storedAs(type, name) ?? []
      return of && field ? [{ of, field, name }] : []
    }),
    one => one.of,
  )

/** Whether any write of this entry in this record is replaced: most are not, and cost one look. */
const isAnyReplaced = (log: LogToRead, { type, record, space }: Touched, id: number): boolean =>
  log.sql.get(
    'SELECT 1 FROM write WHERE record = ? AND type = ? AND space = ? AND entry = ? AND head = 0 ' +
      'LIMIT 1',
    record,
    type,
    space,
    id,
  ) !== undefined

type LogWrite = ReturnType<typeof writesIn>[number]

/**
 * The former values of a record, as `entry change field`. Quarantined writes make no believed one
 * former, and may be former among themselves.
 */
function formerIn(log: LogToRead, of: Touched): ReadonlySet<string> {
  const believed = writesIn(log, of)
  const aside = quarantinedIn(log).size === 0 ? believed : allWrites(log, of)
  const isBelieved = new Set(believed.map(keyIn))
  const former = [
    ...replacedByOwn(believed),
    ...replacedByOwn(aside).filter(write => !isBelieved.has(keyIn(write))),
  ]
  return new Set(
    former
      .filter(write => !marksDouble(of, write))
      .map(({ entry, name, field }) => `${entry} ${name.index} ${field}`),
  )
}
const keyIn = ({ field, name }: LogWrite): string => `${field} ${keyOf(name)}`

/**
 * Whether a second record of an opening theme or of a commune is known by this write, the first of
 * its label or code (engine/doubles.ts). The labels of the program and the codes of the INSEE name
 * nobody; any other label or code marks nothing.
 */
function marksDouble({ type, record }: Touched, { field, over, value }: LogWrite): boolean {
  if (over.length > 0 || typeof value !== 'string' || isGiven(record)) return false
  if (type === 'theme') return field === 'label' && OPENING_LABELS.has(fold(value))
  return type === 'commune' && field === 'code' && INSEE.test(value)
}
const OPENING_LABELS: ReadonlySet<string> = new Set(THEMES.map(({ label }) => fold(label)))
const INSEE = /^\d[\dAB]\d{3}$/

/**
 * The writes that a later write of their own box replaces, itself or through writes between. In a
 * long text, through writes of that box alone: a box that does not believe the others would hold an
 * update without its value as a head, and show nothing of the text (`projection/prose-update.ts`).
 */
function replacedByOwn(writes: readonly LogWrite[]): readonly LogWrite[] {
  return [...Map.groupBy(writes, write => write.field)].flatMap(([field, all]) => {
    if (field === REMOVED || all.length < 2) return []
    const isProse = all.some(({ value }) => typeof value === 'object' && value && 'yjs' in value)
    const byBox = Map.groupBy(all, write => boxOfFeed(write.name.feed))
    return [...byBox].flatMap(([box, own]) => {
      const between = new Map((isProse ? own : all).map(write => [keyOf(write.name), write]))
      return [...causesOf(own, between)].filter(write => boxOfFeed(write.name.feed) === box)
    })
  })
}

/** The known writes that these writes replace, themselves or through other known writes. */
function causesOf<W extends Write>(of: readonly W[], byKey: ReadonlyMap<string, W>): Set<W> {
  const found = new Set<W>()
  const left = [...of]
  for (let write = left.pop(); write !== undefined; write = left.pop())
    for (const name of write.over) {
      const cause = byKey.get(keyOf(name))
      if (cause === undefined || found.has(cause)) continue
      found.add(cause)
      left.push(cause)
    }
  return found
}
