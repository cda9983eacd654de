import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../contract/clock.ts'
import { LARGEST_VALUE } from '../core/change.ts'
import { fits } from '../core/form/fit.ts'
import { ID_SHAPE, idFrom } from '../core/id.ts'
import { BadJson, readJson } from '../core/json.ts'
import type { Lang } from '../core/lang.ts'
import { DEFINITION, type MadeField, withMade } from '../core/made.ts'
import { itemsOf } from '../core/narrow.ts'
import {
  type FileRef,
  type RecordType,
  SPACES,
  type Space,
  spaceOf,
  type Value,
} from '../core/schema.ts'
import { joinDoubles } from '../engine/doubles.ts'
import { hashesOf } from '../engine/file-copies.ts'
import { type Engine, runBatch } from '../engine/turn.ts'
import { type Worded, worded } from '../engine/worded.ts'
import { placesIn } from '../files/folder.ts'
import { clearLeft, workName } from '../files/temp-files.ts'
import { writeBeside } from '../files/write-beside.ts'
import { lastSeqs, row } from '../log/log.ts'
import { syncFolder } from '../log/sqlite.ts'
import { madeId } from '../projection/made.ts'
import type { Unzippable, ZipFile } from '../zip/read.ts'
import { itemsIn } from './json-list.ts'
import { NotImported } from './not-imported.ts'

/** An entry of the log holds so many records. */
const PAGE = 500
const MOST_RECORDS = 500_000
const LARGEST_FILE = 64 * 1024 * 1024
const DEFINITIONS = /^(prive\/)?type\.json$/
const JOINS = 'join.json'
/** What a join says: the same as a link to several things of any kind. */
const JOIN: RecordType = {
  name: 'join',
  title: 'these',
  fields: { these: { kind: 'link', to: [], many: true } },
}
const RECORDS = /^(prive\/)?[a-z][a-z0-9-]{0,63}\.json$/

type Incoming = { type: string; id: string; space?: Space; fields: Record<string, Value> }
type Named = Readonly<{ space: Space; ref: FileRef; id: string; heavy?: boolean }>
/** The box that takes it. `lang`: that of refusals. `progress`: records written, of how many. */
type Into = Readonly<{
  engine: Engine
  folder: string
  clock: Clock
  lang: Lang
  progress?: (done: number, total: number) => void
}>
export type Imported = Readonly<{ records: number; spared: number; changed: boolean }>

/**
 * Takes an export into this box: same ids, written as this box's own.
 *
 * Law     everything is read and checked before the first turn, then read again a page at a time,
 *         so that memory holds one: what is refused leaves nothing. Twice is as once: what is
 *         already so is not written again. What was forgotten here does not come back by a file
 *         (law 10).
 * Errors  NotImported, BadArchive.
 */
export async function importFrom(
  zip: ZipFile,
  { engine, folder, clock, lang, progress }: Into,
): Promise<Imported> {
  const checked = await checkedArchive(zip, engine)
  clearLeft(folder)
  await storeFiles(zip, folder, checked.files)
  const before = JSON.stringify([...lastSeqs(engine.log)])
  const bring = (page: readonly Incoming[]): number => {
    const spared = page.reduce((sum, record) => sum + spare(engine, record), 0)
    bringPage(engine, page, clock, lang)
    return spared
  }
  // The fields that a keeper made are known before any record holds one.
  let spared = checked.definitions.length > 0 ? bring(checked.definitions) : 0
  let done = checked.definitions.length
  for await (const page of pagesOf(zip, engine, checked)) {
    spared += bring(page)
    done += page.length
    progress?.(done, checked.count)
  }
  // What is one thing comes after the things: a join has seen what was written before it.
  for (let at = 0; at < checked.joins.length; at += PAGE) bring(checked.joins.slice(at, at + PAGE))
  joinDoubles(engine, { now: clock.now(), sure: clock.sure })
  return {
    records: checked.count,
    spared,
    changed: JSON.stringify([...lastSeqs(engine.log)]) !== before,
  }
}

type Checked = Readonly<{
  count: number
  parts: readonly Unzippable[]
  definitions: readonly Incoming[]
  joins: readonly Incoming[]
  files: readonly Named[]
}>

/** Reads all of it once, and keeps nothing of the records but their ids. */
async function checkedArchive(zip: ZipFile, engine: Engine): Promise<Checked> {
  if (!zip.find('export.json')) throw new NotImported('notExport')
  const definitions: Incoming[] = []
  const joins: Incoming[] = []
  const files: Named[] = []
  const seen = new Set<string>()
  const wholes = new Map<string, RecordType>()
  // Definitions come first: once a record comes, its type has all of its fields.
  const wholeOf = (name: string): RecordType => {
    const whole = wholes.get(name) ?? typeWith(engine, name, definitions)
    wholes.set(name, whole)
    return whole
  }
  const all = zip.parts.filter(one => RECORDS.test(one.name) && one.name !== 'export.json')
  const parts = all.filter(one => !DEFINITIONS.test(one.name))
  for (const part of [...all.filter(one => DEFINITIONS.test(one.name)), ...parts])
    for await (const record of recordsIn(zip, part, engine, definitions.map(defined))) {
      const key = `${record.type} ${record.id} ${record.space ?? ''}`
      if (seen.has(key)) throw new NotImported('twice', record.id, part.name)
      seen.add(key)
      if (seen.size > MOST_RECORDS) throw new NotImported('tooMany', String(MOST_RECORDS))
      const other = engine.log.sql.get(
        'SELECT 1 FROM write WHERE record = ? AND type <> ? LIMIT 1',
        record.id,
        record.type,
      )
      if (other) throw new NotImported('otherType', record.id, part.name)
      if (DEFINITIONS.test(part.name)) definitions.push(record)
      else if (part.name === JOINS) joins.push(record)
      else files.push(...filesNamed(wholeOf(record.type), record))
    }
  return {
    count: seen.size,
    parts: parts.filter(one => one.name !== JOINS),
    definitions,
    joins,
    files,
  }
}

/** A type with the fields that keepers made, here or in the export. */
const typeWith = (engine: Engine, name: string, definitions: readonly Incoming[]): RecordType =>
  withMade(engine.types.get(name)!, [
    ...engine.read.madeFields(name),
    ...definitions.map(defined).filter(({ of }) => of === name),
  ])

/** Reads it once more, a page at a time: never more than one is held. */
async function* pagesOf(
  zip: ZipFile,
  engine: Engine,
  { parts, definitions }: Checked,
): AsyncGenerator<readonly Incoming[]> {
  let page: Incoming[] = []
  for (const part of parts)
    for await (const record of recordsIn(zip, part, engine, definitions.map(defined))) {
      page.push(record)
      if (page.length < PAGE) continue
      yield page
      page = []
    }
  if (page.length > 0) yield page
}

async function* recordsIn(
  zip: ZipFile,
  part: Unzippable,
  engine: Engine,
  made: readonly MadeField[],
): AsyncGenerator<Incoming> {
  const { type: name, records } = await headOf(zip, part)
  if (typeof name !== 'string' || !Array.isArray(records))
    throw new NotImported('badShape', part.name)
  const isDefinition = name === 'type' && DEFINITIONS.test(part.name)
  const type = name === 'join' && part.name === JOINS ? JOIN : engine.types.get(name)
  if (!isDefinition && !type) throw new NotImported('unknownType', name.slice(0, 64), part.name)
  const whole =
    type &&
    withMade(type, [...engine.read.madeFields(name), ...made.filter(one => one.of === name)])
  for await (const items of sayably(part, itemsIn(zip.pieces(part), 'records')))
    for (const text of items) {
      const one = jsonIn(text, part.name)
      yield whole && !isDefinition
        ? checkedRecord(one, whole, part.name)
        : checkedDefinition(one, part.name, engine)
    }
}

/** What a part says beside its records; it may say so after them. */
async function headOf(
  zip: ZipFile,
  part: Unzippable,
): Promise<Readonly<{ type?: unknown; records?: unknown }>> {
  const items = sayably(part, itemsIn(zip.pieces(part), 'records'))
  let read = await items.next()
  while (!read.done) read = await items.next()
  const held = jsonIn(read.value, part.name)
  if (typeof held !== 'object' || held === null) throw new NotImported('badShape', part.name)
  return held
}

async function* sayably<T, R>(part: Unzippable, items: AsyncGenerator<T, R>): AsyncGenerator<T, R> {
  try {
    return yield* items
  } catch (error) {
    throw notJson(error, part.name)
  }
}
function jsonIn(text: string, part: string): unknown {
  try {
    return readJson(text)
  } catch (error) {
    throw notJson(error, part)
  }
}
const notJson = (error: unknown, part: string): unknown =>
  error instanceof BadJson || error instanceof TypeError
    ? new NotImported('badJson', part, error.message)
    : error

function checkedRecord(one: unknown, type: RecordType, part: string): Incoming {
  const { id, space, fields }: { id?: unknown; space?: unknown; fields?: unknown } = one ?? {}
  if (typeof id !== 'string' || !ID_SHAPE.test(id))
    throw new NotImported('badId', String(id).slice(0, 64), part)
  if (space !== undefined && !SPACES.includes(space as Space))
    throw new NotImported('badShape', part)
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    throw new NotImported('badShape', part)
  for (const [name, value] of Object.entries(fields)) {
    const field = Object.hasOwn(type.fields, name) ? type.fields[name] : undefined
    if (!field) throw new NotImported('unknownField', name.slice(0, 64), id, part)
    if (!fits(field, value) || Buffer.byteLength(JSON.stringify(value)) > LARGEST_VALUE)
      throw new NotImported('misfit', name, id, part)
  }
  return {
    type: type.name,
    id,
    fields: fields as Incoming['fields'],
    ...(space === undefined ? {} : { space: space as Space }),
  }
}

/**
 * A field that a keeper made, there or here: its id must be the hash of what it says. One that this
 * box made itself is as its own log has it, without the name of the box.
 */
function checkedDefinition(one: unknown, part: string, engine: Engine): Incoming {
  const { id, fields } = checkedRecord(
    one,
    { name: 'type', title: 'label', fields: DEFINITION },
    part,
  )
  const { box, ...own } = fields
  const says = {
    of: text(own, 'of'),
    kind: text(own, 'kind'),
    unit: text(own, 'unit') || null,
    nonce: text(own, 'nonce'),
  }
  const space = text(own, 'space') as Space
  const known = engine.types.has(says.of) && typeof box === 'string' && text(own, 'label') !== ''
  if (!known || madeId({ ...says, box, space }) !== own['field'])
    throw new NotImported('misfit', 'field', id, part)
  return { type: 'type', id, space, fields: box === engine.log.box.name ? own : fields }
}
const text = (fields: Incoming['fields'], name: string): string =>
  typeof fields[name] === 'string' ? fields[name] : ''

const defined = ({ fields, space }: Incoming): MadeField => ({
  id: text(fields, 'field'),
  of: text(fields, 'of'),
  kind: text(fields, 'kind') as MadeField['kind'],
  unit: text(fields, 'unit') || null,
  space: space ?? 'commons',
  label: text(fields, 'label'),
  hint: null,
  record: '',
  choices: [],
  isHidden: false,
  order: 0,
})

/** Where its values go: where the file says, never wider than the field itself. */
function filesNamed(type: RecordType, { id, space, fields }: Incoming): readonly Named[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const field = type.fields[name]
    if (field?.kind !== 'files' || value === null) return []
    const own = spaceOf(type, field)
    const where = space !== undefined && SPACES.indexOf(space) > SPACES.indexOf(own) ? space : own
    return itemsOf<FileRef>(value).flatMap(ref =>
      hashesOf(ref).map(hash => ({
        space: where,
        ref: { ...ref, hash },
        id,
        heavy: field.heavy === true,
      })),
    )
  })
}

/**
 * Every file that a record names is there, and is what its name says, before any of them takes its
 * place. Those of the shelf may have stayed where they were: an export takes them only when it is
 * asked to.
 */
async function storeFiles(zip: ZipFile, folder: string, named: readonly Named[]): Promise<void> {
  const work = join(folder, workName('import'))
  const { files, heavy: shelf } = placesIn(folder)
  const moves: (readonly [from: string, place: string, hash: string])[] = []
  try {
    for (const { space, ref, id, heavy } of new Map(
      named.map(one => [`${one.heavy ? 'heavy' : one.space}/${one.ref.hash}`, one]),
    ).values()) {
      const place = heavy ? shelf : join(files, space)
      if (existsSync(join(place, ref.hash))) continue
      const part = zip.find(heavy ? `heavy/${ref.hash}` : `files/${space}/${ref.hash}`)
      if (!part && heavy) continue
      if (!part) throw new NotImported('noFile', ref.hash, id)
      if (part.size > LARGEST_FILE && !heavy) throw new NotImported('badFile', part.name)
      mkdirSync(work, { recursive: true, mode: 0o700 })
      const unpacked = join(work, `${moves.length}-${ref.hash}`)
      await writeBeside(unpacked, hashed(zip, part, ref.hash))
      moves.push([unpacked, place, ref.hash])
    }
    for (const [unpacked, place, hash] of moves) {
      mkdirSync(place, { recursive: true })
      renameSync(unpacked, join(place, hash))
      syncFolder(place)
    }
    if (moves.length > 0) syncFolder(existsSync(files) ? files : folder)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function* hashed(zip: ZipFile, part: Unzippable, wanted: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of zip.pieces(part)) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== wanted) throw new NotImported('badFile', part.name)
}

/** Leaves out the fields whose value was forgotten here and never written again; how many. */
function spare(engine: Engine, record: Incoming): number {
  const { log, types } = engine
  const gone = log.sql.all<{ field: string; space: Space }>(
    `SELECT DISTINCT w.field, w.space FROM write w JOIN forgotten f ON f.entry = w.entry
      AND f.change = w.change
     AND f.field IN (w.field, w.type || '.' || w.field) WHERE w.record = ? AND w.type = ?`,
    ...[record.id, record.type],
  )
  let count = 0
  for (const { field, space } of gone) {
    if (!Object.hasOwn(record.fields, field) || !(types.has(record.type) || record.type === 'type'))
      continue
    if (row(log, record.type, record.id, space).get(field)?.shown !== undefined) continue
    delete record.fields[field]
    count++
  }
  return count
}

function bringPage(engine: Engine, page: readonly Incoming[], clock: Clock, lang: Lang): void {
  const input = {
    records: JSON.stringify(page.filter(record => Object.keys(record.fields).length > 0)),
  }
  const asked = {
    brick: 'plain',
    command: 'bring',
    input,
    by: 'keeper' as const,
    id: idFrom(clock.now(), randomBytes(10)),
    lang,
  }
  const answer = worded(engine, asked, runBatch(engine, [asked], clock)[0]!)
  if (answer.done) return
  throw new NotImported('refused', 'refused' in answer ? answer.refused : referenceIn(answer))
}
const referenceIn = (answer: Worded): string =>
  'failed' in answer && answer.failed.is === 'fault' ? answer.failed.reference : ''
