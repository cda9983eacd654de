import { tableOf } from '../contract/tables.ts'
import { boxOfFeed } from '../core/change.ts'
import { isGiven } from '../core/given.ts'
import { fold } from '../core/letters/words.ts'
import type { Write } from '../core/merge.ts'
import { spaceOf } from '../core/schema.ts'
import { THEMES } from '../core/themes.ts'
import { type Appending, append } from '../log/append.ts'
import { writesIn } from '../log/log.ts'
import { givenId } from '../projection/given.ts'
import { mergeOwn } from '../projection/ours.ts'
import { showAll } from '../projection/tables.ts'
import { inOwnTransaction } from './transaction.ts'
import type { Engine } from './turn.ts'

/**
 * Joins doubles: second records of a theme or commune that comes with the program.
 *
 * The file exists because of version 0.1. Each of its boxes drew its own ids for the opening themes
 * and the communes. Since then these ids are computed, the same in every box. The log keeps the old
 * records for ever, and boxes that still have them may be met any day: without a join, each theme
 * and each commune would show twice. At each start and after each delivery, this file writes a join
 * of each double with the program’s record. Both stay in the log; the pages show one.
 */

/**
 * The id of a theme that comes with the program. `key`: its name in the seeds, `theme-bois`, or
 * `@theme-bois` in a link.
 */
export const themeId = (key: string): string => givenId('theme', key.replace(/^@?theme-/, ''))
/** The id of a commune of the program. `code`: its INSEE code, `42019`. */
export const communeId = (code: string): string => givenId('commune', code)

/**
 * The types with doubles. A double is recognised by the label or the code that it was first written
 * with, since a keeper may have changed it.
 */
const KINDS: ReadonlyMap<
  string,
  Readonly<{ field: string; idOf: (opening: string) => string | undefined }>
> = new Map([
  ['theme', { field: 'label', idOf: label => THEME_IDS.get(fold(label)) }],
  ['commune', { field: 'code', idOf: communeId }],
])
const THEME_IDS: ReadonlyMap<string, string> = new Map(
  THEMES.map(({ key, label }) => [fold(label), themeId(key)]),
)

/**
 * A double (`id`), the program’s record (`given`), and whether this box has an opening write of the
 * double.
 */
export type GivenDouble = Readonly<{ type: string; id: string; given: string; isOwn: boolean }>
/** The time of the writes, in milliseconds since 1970, and whether the clock was set. */
type WriteTime = Readonly<{ now: number; sure: boolean }>
type LogWrite = ReturnType<typeof writesIn>[number]

/**
 * The record of the program that this record doubles, by the label or code that it was first
 * written with, in this box when it began it too: a theme that a keeper renamed since is still a
 * double. Undefined for the program’s own records and for any other record.
 */
function doubleOf({ log }: Pick<Engine, 'log'>, type: string, id: string): GivenDouble | undefined {
  const kind = KINDS.get(type)
  if (!kind || isGiven(id)) return undefined
  const isOwn = ({ name }: Write): boolean => boxOfFeed(name.feed) === log.box.name
  const first = writesIn(log, { type, record: id, space: 'commons' }).filter(
    write => write.field === kind.field && write.over.length === 0,
  )
  const own = first.filter(isOwn)
  const opening = (own.length > 0 ? own : first).reduce<LogWrite | undefined>(
    (a, b) => (a && a.stamp <= b.stamp ? a : b),
    undefined,
  )
  const given = typeof opening?.value === 'string' ? kind.idOf(opening.value) : undefined
  return given === undefined ? undefined : { type, id, given, isOwn: own.length > 0 }
}

/**
 * The doubles that no join was ever written for, without those that a keeper wrote anew. An undone
 * join is not made again.
 */
function toJoin(engine: Engine): readonly GivenDouble[] {
  const { log, tables, types } = engine
  const wasWritten = (id: string): boolean =>
    log.sql.get('SELECT 1 FROM changed WHERE record = ? LIMIT 1', id) !== undefined
  const drawn = (type: string) =>
    tables.sql.all<{ id: string }>(`SELECT id FROM "${tableOf(type, 'commons')}" ORDER BY id`)
  return [...KINDS.keys()]
    .filter(type => types.has(type))
    .flatMap(type =>
      drawn(type).flatMap(({ id }) =>
        wasWritten(joinId(id)) ? [] : (doubleOf(engine, type, id) ?? []),
      ),
    )
    .filter(one => !isMadeAnew(engine, one))
}
const joinId = (id: string): string => givenId('join', id)

type Row = Readonly<Record<string, unknown>>
const rowOf = ({ tables }: Engine, type: string, id: string): Row | undefined =>
  tables.sql.get(`SELECT * FROM "${tableOf(type, 'commons')}" WHERE id = ?`, id)

/**
 * Whether a keeper removed the program’s record and wrote this one anew by hand: the two stay
 * apart.
 */
const isMadeAnew = (engine: Engine, { type, id, given, isOwn }: GivenDouble): boolean =>
  isOwn &&
  rowOf(engine, type, given)?.['removed'] === 1 &&
  rowOf(engine, type, id)?.['removed'] !== 1

/**
 * Joins each record that doubles a theme or commune of the program with the original, at each
 * start and after each delivery. What this box wrote on the doubles is written on the original
 * first, unless it wrote there already. The entries are the keeper’s. Returns the number of joins.
 *
 * Law     A second call joins nothing more. A join that a keeper undid stays undone.
 */
export function joinDoubles(engine: Engine, when: WriteTime): number {
  const all = toJoin(engine)
  if (all.length > 0) inOwnTransaction(engine, () => joinNow(engine, all, when))
  return all.length
}

function joinNow(engine: Engine, all: readonly GivenDouble[], { now, sure }: WriteTime): void {
  const given = new Set(all.filter(({ isOwn }) => isOwn).map(one => one.given))
  const copies = [...given].flatMap(
    id =>
      ownWords(
        engine,
        id,
        all.filter(one => one.given === id),
      ) ?? [],
  )
  const joins = all.map(
    (one): Appending => ({
      type: 'join',
      record: joinId(one.id),
      space: 'commons',
      fields: { these: { value: [one.given, one.id], over: [] } },
    }),
  )
  showAll(
    engine.tables,
    engine.log,
    append(engine.log, [...copies, ...joins], { now, sure, by: 'keeper' }),
  )
}

/**
 * What this box wrote on these doubles, to be written on the original: the values, and the removal
 * when all of them were removed. Undefined when this box already wrote on the original.
 */
function ownWords(
  engine: Engine,
  given: string,
  doubles: readonly GivenDouble[],
): Appending | undefined {
  const { log, types } = engine
  const { type: name } = doubles[0]!
  const type = types.get(name)!
  const isOwn = ({ name: { feed } }: Write): boolean => boxOfFeed(feed) === log.box.name
  if (writesIn(log, { type: name, record: given, space: 'commons' }).some(isOwn)) return undefined
  // Its own doubles first; what it wrote on another box’s double fills the gaps.
  const sources = [...doubles]
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn))
    .map(one => writesIn(log, { type: name, record: one.id, space: 'commons' }).filter(isOwn))
  const said = (field: string): unknown =>
    sources
      .map(
        all =>
          mergeOwn(
            log,
            all.filter(write => write.field === field),
          ).shown?.value,
      )
      .find(value => value !== undefined && value !== null)
  const fields = Object.entries(type.fields).flatMap(([field, of]) => {
    const value = spaceOf(type, of) === 'commons' ? said(field) : undefined
    return value === undefined
      ? []
      : [[field, { value: of.kind === 'link' ? linked(engine, value) : value, over: [] }] as const]
  })
  const isGone = doubles.every(one => rowOf(engine, name, one.id)?.['removed'] === 1)
  const removed = isGone ? [['removed', { value: true, over: [] }] as const] : []
  return {
    type: name,
    record: given,
    space: 'commons',
    fields: Object.fromEntries([...fields, ...removed]),
  }
}

/** A link to a double of a theme leads to the program’s theme. */
const linked = (engine: Engine, value: unknown): unknown =>
  typeof value === 'string' ? (doubleOf(engine, 'theme', value)?.given ?? value) : value

/** Whether a record comes with the program or doubles one that does. Such a record is no news. */
export const isOfProgram = (
  engine: Readonly<{ log: Engine['log'] }>,
  type: string,
  id: string,
): boolean => isGiven(id) || doubleOf(engine, type, id) !== undefined
