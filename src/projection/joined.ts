import { boxOfFeed } from '../core/change.ts'
import { isGiven } from '../core/given.ts'
import { isRemoved } from '../core/merge.ts'
import { ownJson } from '../core/narrow.ts'
import { isSomebodys } from '../core/schema.ts'
import { headsIn, type Log, row, type Touched } from '../log/log.ts'
import { ownRemoval } from './ours.ts'
import type { Tables } from './tables.ts'
import { firstBox } from './withdrawn.ts'

/** The most records in a join. A larger join is ignored. */
const MOST_JOINED = 100

/**
 * Notes a join, or deletes a removed one. `showSets` then says under which ids records show.
 *
 * Law     Only this box’s own keeper undoes a join that comes with the program (a double and its
 *         theme), so that a peer’s removal brings no double back here.
 */
export function showJoin(tables: Tables, log: Log, record: string): void {
  const fields = row(log, 'join', record, 'commons')
  const these = fields.get('these')?.shown?.value
  const said = isGiven(record)
    ? ownRemoval(log, { type: 'join', record, space: 'commons' })
    : fields.get('removed')
  const removed = isRemoved(said) === true
  const isSet =
    Array.isArray(these) &&
    these.length > 1 &&
    these.length <= MOST_JOINED &&
    these.every(id => typeof id === 'string')
  if (isSet && !removed)
    tables.sql.run('INSERT OR REPLACE INTO joining VALUES (?, ?)', record, JSON.stringify(these))
  else tables.sql.run('DELETE FROM joining WHERE id = ?', record)
}

/**
 * Whether this is a join, or a record that a join names: its set may then show under another id.
 */
export const isOfSets = ({ sql }: Tables, { type, record, space }: Touched): boolean =>
  space === 'commons' &&
  (type === 'join' || sql.get('SELECT 1 FROM joined WHERE id = ?', record) !== undefined)

/**
 * Makes all sets of joined records again, once after a group of touched records. A set is
 * connected, whatever the order of its joins.
 *
 * Law     Another box’s join puts no owned record of this box (a notice, a relay) under a record of
 *         another box before this box’s keeper joins them. A place or a group has no owner.
 */
export function showSets(tables: Tables, log: Log): void {
  const all = tables.sql.all<{ id: string; these: string }>(
    'SELECT id, these FROM joining ORDER BY id',
  )
  const typeOf = (id: string) => standingType(tables, log, id)
  const joins = all.map(({ id, these }) => ({ id, these: ownJson<string[]>(these) }))
  const { counted = [], waiting = [] } = Object.groupBy(joins, join =>
    hidesOurs(tables, log, join) ? 'waiting' : 'counted',
  )
  const sets = setsOf(
    counted.map(join => join.these),
    typeOf,
  )
  const alone = waiting.flatMap(join => join.these).filter(id => !sets.has(id))
  tables.sql.run('DELETE FROM joined')
  for (const [id, { shown, type }] of sets)
    tables.sql.run('INSERT INTO joined VALUES (?, ?, ?)', id, shown, type)
  // A record in a waiting join: later changes are looked at again.
  for (const id of new Set(alone))
    tables.sql.run('INSERT INTO joined VALUES (?, ?, ?)', id, id, typeOf(id) ?? null)
}

/**
 * Whether another box’s join would show an owned record of this box under a record of another box.
 */
function hidesOurs(
  tables: Tables,
  log: Log,
  { id, these }: Readonly<{ id: string; these: readonly string[] }>,
): boolean {
  const me = log.box.name
  const heads = row(log, 'join', id, 'commons').get('these')?.heads ?? []
  if (isGiven(id) || heads.some(head => boxOfFeed(head.name.feed) === me)) return false
  const here = these.flatMap(record => {
    const type = tables.types.get(standingType(tables, log, record) ?? '')
    return type ? [{ record, type }] : []
  })
  const isOurs = ({ record, type }: (typeof here)[number]): boolean =>
    isSomebodys(type) && firstBox(log, { type: type.name, record, space: 'commons' }) === me
  const [least] = here.toSorted((a, b) => (a.record < b.record ? -1 : 1))
  return least !== undefined && here.some(isOurs) && !isOurs(least)
}

/** The type of a record of the commons here: that of its first write, among the known types. */
function standingType(tables: Tables, log: Log, record: string): string | undefined {
  const types = log.sql.all<{ type: string }>(
    "SELECT type, min(stamp) AS first FROM changed WHERE record = ? AND space = 'commons' " +
      'GROUP BY type ORDER BY first, type',
    record,
  )
  return types.find(
    ({ type }) =>
      tables.types.has(type) && headsIn(log, { type, record, space: 'commons' }).length > 0,
  )?.type
}

/**
 * The id under which each joined record shows.
 *
 * Shape   `typeOf`: the type of a record that is here; undefined when it has not come.
 * Law     A function of the set of joins: order and grouping do not matter. It is the least id
 *         among the records that are here, so that an absent record hides no other. Records of two
 *         types are never one.
 */
export function setsOf(
  joins: readonly (readonly string[])[],
  typeOf: (id: string) => string | undefined,
): ReadonlyMap<string, Readonly<{ shown: string; type: string | null }>> {
  const sets = new Map<string, string[]>()
  for (const [id, least] of leastOf(joins)) sets.set(least, [...(sets.get(least) ?? []), id])
  const out = new Map<string, Readonly<{ shown: string; type: string | null }>>()
  for (const ids of sets.values()) {
    const types = new Map(ids.sort().map(id => [id, typeOf(id)]))
    const first = new Map<string, string>()
    for (const [id, type] of types) if (type !== undefined && !first.has(type)) first.set(type, id)
    const only = first.size === 1 ? [...first.keys()][0] : undefined
    for (const [id, own] of types) {
      const type = own ?? only
      out.set(id, { shown: type === undefined ? id : first.get(type)!, type: type ?? null })
    }
  }
  return out
}

/** Each joined id and the least id of its connected set. */
export function leastOf(joins: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const least = new Map<string, string>()
  const root = (id: string): string => {
    let at = id
    for (let above = least.get(at); above !== undefined && above !== at; above = least.get(at)) {
      // The path is halved on the way, so that long chains of joins stay cheap.
      least.set(at, least.get(above) ?? above)
      at = above
    }
    return at
  }
  for (const these of joins) {
    const roots = these.map(root)
    const shown = [...roots].sort()[0]!
    for (const id of [...these, ...roots]) least.set(id, least.get(id) ?? id)
    for (const id of roots) least.set(id, shown)
  }
  return new Map([...least.keys()].map(id => [id, root(id)]))
}
