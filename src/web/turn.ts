import { randomBytes } from 'node:crypto'
import type { Brick, BrickWords, Command, Decision, Draft, Input, Lang, Moment, Reader, Refusal, Who } from '../core/brick.ts'
import { idFrom } from '../core/id.ts'
import { keyOf, outranks, type Write, type WriteName } from '../core/merge.ts'
import { editProse, proseText } from '../core/prose.ts'
import { type Field, type RecordType, SPACES, type Space, spaceOf } from '../core/schema.ts'
import { type Appending, append } from '../log/append.ts'
import { forgetValue, writesToForget } from '../log/forget.ts'
import { type Log, type LogRow, type LogToRead, row, writesIn } from '../log/log.ts'
import { proseUpdate } from '../projection/show.ts'
import { catchUp, isBehind, markPositions, showAll, type Tables } from '../projection/tables.ts'
import { fieldsFrom } from './choices.ts'
import { asWaiting, NotGranted } from './waiting.ts'

/** What a form showed of a record: by field, the heads; for long text, the same. Signed by `web` on the way out, checked on the way in. */
export type Shown = Readonly<{ type: string; id: string; space: Space; fields: Readonly<Record<string, readonly WriteName[]>> }>

/** A turn, asked by name: plain data, so that it can cross a thread. `id` is the form's random turn id. */
export type TurnAsked = Readonly<{ brick: string; command: string; input: Input; by: Who; id: string; lang: Lang; shown?: Shown }>

/** A field that changed while the form was open: both values come back before anything is written. */
export type Clash = Readonly<{ field: string; theirs: unknown }>
export type TurnAnswer =
  | Readonly<{ done: true; next?: string; said?: string; forgot?: boolean }>
  | (Refusal & Readonly<{ done: false; clashes?: readonly Clash[] }>)
  | Readonly<{ done: false; failed: string }>

export type Spoken = Readonly<{ command: Command<BrickWords>; brick: Brick }>

/** The house: bricks assembled over one log and its tables. The same on both threads, but only the worker's one writes. */
export type House = Readonly<{
  bricks: readonly Brick[]
  types: ReadonlyMap<string, RecordType>
  commands: ReadonlyMap<string, Spoken>
  log: Log
  tables: Tables
  read: Reader
  /** Yjs clients of this start: drawn at random, never kept. */
  proseClient: () => number
  report: (error: unknown) => string
}>
export type Clock = Readonly<{ now: () => number; sure: boolean; today: (now: number) => string }>

/** The transaction of a batch is gone: nobody in it was answered. */
class Lost extends Error {
  override name = 'Lost'
}

const KEPT_ANSWERS = 10_000

/**
 * The whole road, for all the turns that wait: command → change → log → projection, in one durable transaction.
 * Read this file first.
 *
 * Law     nobody is answered before the log's COMMIT; a refusal or a fault of ours rolls back to that turn's savepoint and
 *         touches no other; when the transaction is lost, every turn of the batch runs again alone, once.
 *         One synchronous stretch: nothing awaits between BEGIN and COMMIT.
 *         Once the log's COMMIT is through, everybody is answered: tables that could not follow catch up before the next batch.
 */
export function runBatch(house: House, asked: readonly TurnAsked[], clock: Clock): readonly TurnAnswer[] {
  try {
    return together(house, asked, clock)
  } catch (error) {
    abandon(house)
    if (asked.length === 1) return [{ done: false, failed: house.report(error) }]
    return asked.flatMap(one => runBatch(house, [one], clock))
  }
}

function together(house: House, asked: readonly TurnAsked[], clock: Clock): readonly TurnAnswer[] {
  const { log, tables } = house
  if (isBehind(tables, log)) catchUp(tables, log)
  tables.db.exec('BEGIN')
  log.db.exec('BEGIN IMMEDIATE')
  const answers = asked.map(one => {
    stillOpen(house)
    return once(house, one, clock)
  })
  stillOpen(house)
  markPositions(tables, log)
  log.db.exec('COMMIT')
  commitTables(house)
  return answers
}

function commitTables({ tables: { db }, report }: House): void {
  try {
    db.exec('COMMIT')
  } catch (error) {
    report(error)
    if (db.isTransaction) db.exec('ROLLBACK')
  }
}

function stillOpen({ log, tables }: House): void {
  if (!log.db.isTransaction || !tables.db.isTransaction) throw new Lost('the transaction of the batch is gone')
}

function abandon({ log, tables }: House): void {
  for (const db of [log.db, tables.db]) if (db.isTransaction) db.exec('ROLLBACK')
}

/** A phone that posts twice gets the same answer. */
function once(house: House, asked: TurnAsked, clock: Clock): TurnAnswer {
  const { sql } = house.log
  const held = sql.get<{ said: string }>('SELECT said FROM answer WHERE id = ?', asked.id)
  if (held) return JSON.parse(held.said) as TurnAnswer
  savepoint(house, 'SAVEPOINT turn')
  const answer = attempt(house, asked, clock)
  savepoint(house, answer.done ? 'RELEASE turn' : 'ROLLBACK TO turn; RELEASE turn')
  if (answer.done) keepAnswer(house, asked.id, answer)
  return answer
}

function savepoint({ log, tables }: House, sql: string): void {
  log.db.exec(sql)
  tables.db.exec(sql)
}

function attempt(house: House, asked: TurnAsked, clock: Clock): TurnAnswer {
  try {
    return turn(house, asked, clock)
  } catch (error) {
    if (!house.log.db.isTransaction || !house.tables.db.isTransaction) throw error
    return { done: false, failed: house.report(error) }
  }
}

function keepAnswer({ log: { sql } }: House, id: string, answer: TurnAnswer): void {
  sql.run('INSERT INTO answer VALUES (?, ?)', id, JSON.stringify(answer))
  // Ids are ordered by the time their form was made: the least ones are the oldest. Rarely, a hundred at once: pages cost.
  if (id.endsWith('0') && sql.get<{ n: number }>('SELECT count(*) AS n FROM answer')!.n > KEPT_ANSWERS + 100)
    sql.run('DELETE FROM answer WHERE id IN (SELECT id FROM answer ORDER BY id LIMIT 100)')
}

/** A kept answer may say a name (*Élodie est sur la page*): when anything is forgotten, the sentences go; where to go next stays. */
function forgetSaid({ log: { sql } }: House): void {
  sql.run("UPDATE answer SET said = json_remove(said, '$.said') WHERE json_type(said, '$.said') IS NOT NULL")
}

/** One turn: decide, then write what was decided. */
function turn(house: House, asked: TurnAsked, clock: Clock): TurnAnswer {
  const found = house.commands.get(`${asked.brick}.${asked.command}`)
  if (!found) throw new Error(`no command ${asked.brick}.${asked.command}`)
  const now = clock.now()
  if (found.command.who === 'keeper' && asked.by !== 'keeper') throw new NotGranted(found.command.name)
  const at = momentOf(house, asked, clock.today(now), now)
  const decision: Decision = found.command.decide(asked.input, house.read, at, found.brick.words[asked.lang])
  if ('refused' in decision) return { done: false, ...decision }
  if (asked.by !== 'keeper' && decision.forget) throw new NotGranted('forget')
  const drafts = asked.by === 'keeper' ? decision.drafts : asWaiting(found.brick, decision.drafts, at)
  const weighed = drafts.map(draft => weigh(house, draft, asked.shown))
  const clashes = weighed.flatMap(one => one.clashes)
  if (clashes.length > 0) return { done: false, refused: '', clashes }
  const forgetting = (decision.forget ?? []).flatMap(what => forgetDrafts(house, what, at.newId))
  if (forgetting.length > 0) forgetSaid(house)
  const writes = [...weighed.flatMap(one => one.writes), ...forgetting]
  const touched = append(house.log, writes, { now, sure: clock.sure, by: asked.by })
  showAll(house.tables, house.log, touched)
  return {
    done: true,
    ...(decision.next === undefined ? {} : { next: decision.next }),
    ...(decision.said === undefined ? {} : { said: decision.said }),
    ...(forgetting.length > 0 ? { forgot: true } : {}),
  }
}

function momentOf(house: House, { by, lang }: TurnAsked, today: string, now: number): Moment {
  const { bricks, read } = house
  return {
    now,
    today,
    by,
    lang,
    newId: () => idFrom(now, randomBytes(10)),
    fields: (type, input, only) => fieldsFrom({ bricks, read, type, input, today, lang }, only ? { only } : {}),
  }
}

type Weighed = Readonly<{ writes: readonly Appending[]; clashes: readonly Clash[] }>

/** A draft as the log takes it: by space, each field with the writes that it replaces; what does not change is not written. */
function weigh(house: House, draft: Draft, shown: Shown | undefined): Weighed {
  const type = house.types.get(draft.type)
  const spaces = new Map<Space, Record<string, { value: unknown; over: readonly WriteName[] }>>()
  const clashes: Clash[] = []
  const held = new Map(SPACES.map(space => [space, undefined as LogRow | undefined]))
  for (const [name, value] of Object.entries(draft.fields)) {
    const field = type?.fields[name]
    const space = narrowed(type, field, draft.space)
    const current = held.get(space) ?? row(house.log, draft.type, draft.record, space)
    held.set(space, current)
    const seen =
      shown && shown.id === draft.record && shown.type === draft.type && shown.space === space ? (shown.fields[name] ?? []) : undefined
    const one = { house, draft, space, current, name, value, seen }
    const write = field?.kind === 'prose' ? proseWrite(one) : plainWrite(one)
    if (write === undefined) continue
    if ('theirs' in write) clashes.push(write)
    else spaces.set(space, { ...spaces.get(space), [name]: write })
  }
  return { writes: [...spaces].map(([space, fields]) => ({ type: draft.type, record: draft.record, space, fields })), clashes }
}

/** The space of a field; a draft may keep it nearer, never send it further. */
function narrowed(type: RecordType | undefined, field: Field | undefined, wanted: Space | undefined): Space {
  const own = type && field ? spaceOf(type, field) : (type?.space ?? wanted ?? 'commons')
  if (wanted === undefined) return own
  return SPACES.indexOf(wanted) > SPACES.indexOf(own) ? wanted : own
}

type Written = Readonly<{ value: unknown; over: readonly WriteName[] }>
type OneField = Readonly<{
  house: House
  draft: Draft
  space: Space
  current: LogRow
  name: string
  value: unknown
  /** The heads that the form showed; undefined when no form showed this record: those read in the turn count. */
  seen: readonly WriteName[] | undefined
}>

/** Forgotten heads were in no form; what is written next replaces them too. */
function plainWrite(one: OneField): Written | Clash | undefined {
  const merged = one.current.get(one.name)
  const { held, forgotten } = namesOf(merged?.heads ?? [])
  const value = one.value ?? null
  if (one.draft.settles) return { value, over: [...held, ...forgotten] }
  const seen = one.seen ?? held
  if (same(shownValue(one, seen), value)) return undefined
  if (!sameNames(held, seen)) return { field: one.name, theirs: merged?.shown?.value ?? null }
  return { value, over: [...seen, ...forgotten] }
}

function namesOf(heads: readonly Write[]): Readonly<Record<'held' | 'forgotten', readonly WriteName[]>> {
  const names = (all: readonly Write[]) => all.map(head => head.name)
  return { held: names(heads.filter(head => head.value !== undefined)), forgotten: names(heads.filter(head => head.value === undefined)) }
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const sameNames = (a: readonly WriteName[], b: readonly WriteName[]): boolean =>
  a.length === b.length && new Set([...a, ...b].map(keyOf)).size === a.length

/** The value that a form showed: the greatest of the writes that it carried, replaced since or not. */
function shownValue({ house, draft, space, current, name }: OneField, seen: readonly WriteName[]): unknown {
  const keys = new Set(seen.map(keyOf))
  const heads = current.get(name)?.heads ?? []
  const still = heads.filter(head => keys.has(keyOf(head.name)))
  const all = still.length === seen.length ? still : writesIn(house.log, draft.type, draft.record, space).filter(w => w.field === name)
  const carried = all.filter(write => keys.has(keyOf(write.name)) && write.value !== undefined)
  return carried.sort((a, b) => (outranks(a, b) ? -1 : 1))[0]?.value
}

/**
 * Only the difference with what the form showed is written; a version that was compacted or forgotten meanwhile comes back as a
 * clash. A text that lost an update shows nothing (projection/show.ts): the next one begins anew, over all that was.
 */
function proseWrite(one: OneField): Written | Clash | undefined {
  const heads = one.current.get(one.name)?.heads ?? []
  const { held, forgotten } = namesOf(heads)
  const isLost = forgotten.length > 0
  const keys = new Set((one.seen ?? held).map(keyOf))
  const shown = heads.filter(head => keys.has(keyOf(head.name)) && head.value !== undefined)
  const current = isLost ? [] : updatesOf(heads)
  const wanted = String(one.value ?? '')
  if (shown.length < keys.size) {
    const theirs = proseText(current)
    return theirs === wanted ? undefined : { field: one.name, theirs }
  }
  const other = randomBytes(4).readUInt32BE()
  const update = editProse(isLost ? [] : updatesOf(shown), current, wanted, isLost ? other : one.house.proseClient(), other)
  return update && { value: { yjs: Buffer.from(update).toString('base64') }, over: isLost ? [...held, ...forgotten] : [] }
}
const updatesOf = (heads: readonly Write[]): Uint8Array[] =>
  heads.map(head => proseUpdate(head.value)).filter(update => update !== undefined)

/** What a form of this record shows, to travel with it: not what was forgotten, so that a form opened before can't bring it back. */
export function shownOf(log: LogToRead, type: string, id: string, space: Space): Shown {
  const fields = [...row(log, type, id, space)].map(([field, merged]) => [field, namesOf(merged.heads).held] as const)
  return { type, id, space, fields: Object.fromEntries(fields) }
}

/** So many names fit in one value. */
const MOST_FORGOTTEN = 1_000

/** Requests to forget, one a space and a thousand writes: they name the writes, and stand in the same feeds as they do. */
function forgetDrafts(
  house: House,
  what: Readonly<{ type: string; record: string; field?: string }>,
  newId: () => string,
): readonly Appending[] {
  const names = writesToForget(house.log, what.type, what.record, what.field)
  return SPACES.flatMap(space => {
    const mine = names.filter(name => name.feed.endsWith(`.${space}`))
    return Array.from({ length: Math.ceil(mine.length / MOST_FORGOTTEN) }, (_, i): Appending => {
      const some = forgetValue(mine.slice(i * MOST_FORGOTTEN, (i + 1) * MOST_FORGOTTEN))
      return { type: 'forget', record: newId(), space, fields: { writes: { value: some, over: [] } } }
    })
  })
}
