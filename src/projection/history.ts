import type { HistoryLine } from '../contract/reader.ts'
import { boxOfFeed } from '../core/change.ts'
import { fits } from '../core/form/fit.ts'
import { keyOf, outranks } from '../core/merge.ts'
import { proseTexts } from '../core/prose.ts'
import { type RecordType, type Space, showingFields } from '../core/schema.ts'
import { forgottenIn } from '../log/forgotten.ts'
import { valuePlace } from '../log/former.ts'
import { type LogToRead, writesIn } from '../log/log.ts'
import { withoutTheirs } from './ours.ts'
import { proseUpdate } from './prose-update.ts'

/**
 * The changes of a record, newest first.
 *
 * Law     Sorted by cause: a write stands after every write that it names; a clock only breaks
 *         ties. A long text shows as it was after each update. A value that does not fit its field
 *         shows as unreadable. A value that never came is `untold`; a forgotten one is undefined.
 */
export function historyOf(
  log: LogToRead,
  type: RecordType,
  id: string,
  space: Space = 'commons',
): readonly HistoryLine[] {
  const writes = byCause(
    withoutTheirs(log, type, id, writesIn(log, { type: type.name, record: id, space })),
  )
  const texts = textsAfter(type, writes)
  const lines = writes.map(write => {
    const value = type.fields[write.field]?.kind === 'prose' ? texts.get(write) : write.value
    return {
      field: write.field,
      ...(value === undefined && !isForgotten(log, type, write)
        ? NEVER_CAME
        : { value: shownOf(type, write.field, value) }),
      on: write.wall,
      sure: write.sure,
      by: write.by,
      box: boxOfFeed(write.name.feed),
    }
  })
  return lines.reverse()
}

/** The line of a value that its own box wrote over before it came here (log/former.ts). */
const NEVER_CAME = { value: null, untold: true } as const
/** Whether a value that is not here was forgotten: it may never have come. */
function isForgotten(log: LogToRead, type: RecordType, { entry, name, field }: Written): boolean {
  const gone = forgottenIn(log, entry, name.feed)
  return [field, `${type.name}.${field}`].some(one => gone.has(valuePlace(name.index, one)))
}

/**
 * The changes of a record that shows on this box alone (`here.ts`), since it shows.
 *
 * Law     No value from before it showed, and no field that is the keeper’s alone.
 */
export function historyHere(
  log: LogToRead,
  type: RecordType,
  id: string,
  isOpen: (field: string) => boolean,
): readonly HistoryLine[] {
  const all = historyOf(log, type, id, 'home')
  const fields = showingFields(type)
  const shown = all.findIndex(line => fields.includes(line.field) && line.value === true)
  const since = all.filter((line, at) => at <= shown || line.on === all[shown]?.on)
  return since.filter(line => line.field === 'removed' || isOpen(line.field))
}

type Written = ReturnType<typeof writesIn>[number]
const keyIn = (field: string, name: Written['name']): string => `${field} ${keyOf(name)}`

/** Sorts writes, oldest first: among those whose causes are out, the one with the least stamp. */
function byCause(writes: readonly Written[]): readonly Written[] {
  const known = new Set(writes.map(write => keyIn(write.field, write.name)))
  const waiting = [...writes].sort((a, b) => (outranks(a, b) ? 1 : -1))
  const said = new Set<string>()
  const out: Written[] = []
  while (waiting.length > 0) {
    const next = waiting.findIndex(write =>
      write.over.every(
        name => !known.has(keyIn(write.field, name)) || said.has(keyIn(write.field, name)),
      ),
    )
    const [write] = waiting.splice(Math.max(0, next), 1)
    said.add(keyIn(write!.field, write!.name))
    out.push(write!)
  }
  return out
}

/** The long texts after each of their updates. */
function textsAfter(type: RecordType, writes: readonly Written[]): ReadonlyMap<Written, string> {
  const ofProse = writes.filter(write => type.fields[write.field]?.kind === 'prose')
  return new Map(
    [...Map.groupBy(ofProse, write => write.field).values()].flatMap(all => {
      const held = all.flatMap(write => {
        const update = proseUpdate(write.value)
        return update === undefined ? [] : [{ write, update }]
      })
      const texts = proseTexts(held.map(({ update }) => update))
      return held.map(({ write }, n) => [write, texts[n]!] as const)
    }),
  )
}

/** A value that fits no kind of field, so that every field shows it as unreadable. */
const UNREADABLE = Object.freeze({})
/** The value, or UNREADABLE when it does not fit its field. */
function shownOf(type: RecordType, name: string, value: unknown): unknown {
  const field = type.fields[name]
  return value === undefined || field === undefined || value === null || fits(field, value)
    ? value
    : UNREADABLE
}
