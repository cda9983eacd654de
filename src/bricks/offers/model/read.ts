import { keptBy } from '../../../contract/keeper.ts'
import { bothQueries, newestFirst, pageOf } from '../../../contract/newest.ts'
import type { ListQuery, Reader } from '../../../contract/reader.ts'
import { hasTable, rowsBy, STANDS } from '../../../contract/tables.ts'
import { reachPlain } from '../../../text/reaching.ts'
import { need, offer } from './records.ts'
import { chosen, currentNotices, heardLongAgo, type Notice, type NoticeFilter } from './rules.ts'
import type { NoticeSide } from './subject.ts'

type OfferRow = Extract<Notice, { kind: 'offer' }>['row']
type NeedRow = Extract<Notice, { kind: 'need' }>['row']
export const asOffer = (row: OfferRow, heardOn?: string): Notice => ({
  kind: 'offer',
  row,
  ...(heardOn ? { heardOn } : {}),
})
export const asNeed = (row: NeedRow, heardOn?: string): Notice => ({
  kind: 'need',
  row,
  ...(heardOn ? { heardOn } : {}),
})

/**
 * The day of the meeting whose notes hold it; undefined when it comes from none, or from one that
 * nobody can date.
 */
function heardOn(read: Reader, notedAt: string | null): string | undefined {
  if (notedAt === null || !hasTable(read, 'meeting')) return undefined
  const date = read.all('SELECT date FROM meeting WHERE id = ? AND removed IS NOT 1', notedAt)[0]?.[
    'date'
  ]
  return typeof date === 'string' ? date : undefined
}
const offered = (read: Reader, wanted: ListQuery): readonly Notice[] =>
  read.list(offer, wanted).map(row => asOffer(reachable(read, row), heardOn(read, row.notedAt)))
const needed = (read: Reader, wanted: ListQuery): readonly Notice[] =>
  read.list(need, wanted).map(row => asNeed(reachable(read, row), heardOn(read, row.notedAt)))

/**
 * A notice whose number was taken back, or hidden, says how to reach nobody any more: whoever keeps
 * the page passes the word on.
 *
 * Law     every notice ends in a person, a place or a telephone.
 */
export function reachable<R extends Readonly<{ reach: string | null; reachBy: string | null }>>(
  read: Reader,
  row: R,
): R {
  if (row.reach !== null) return { ...row, reach: reachPlain(row.reach) }
  const keeper = keptBy(read)
  return keeper === undefined ? row : { ...row, reach: keeper, reachBy: 'word' }
}

/**
 * Newest first; after them, what comes from the notes of an old meeting, by that meeting's day: a
 * harvest makes nothing fresh; last, what says that it was born later than today.
 */
function inOrder<T>(
  read: Reader,
  base: ListQuery,
  today: string,
  {
    count,
    list,
  }: Readonly<{
    count: (wanted: ListQuery) => number
    list: (wanted: ListQuery) => readonly T[]
  }>,
) {
  const [now, later] = newestFirst(today).map(part => bothQueries(base, part)) as [
    ListQuery,
    ListQuery,
  ]
  const parts = hasTable(read, 'meeting') ? heardApart(now, later, today) : [now, later]
  return {
    count: () => count(base),
    at: (offset: number, limit: number) => pageOf(parts, { offset, limit }, list, count),
  }
}

function heardApart(now: ListQuery, later: ListQuery, today: string): readonly ListQuery[] {
  const old = heardLongAgo(today)
  const [fresh, heard] = [`NOT ${old.where}`, old.where].map(where => ({
    where,
    with: old.with,
  })) as [ListQuery, ListQuery]
  const order = `${old.day} DESC, id DESC`
  return [
    bothQueries(now, fresh),
    { ...bothQueries(now, heard), order },
    bothQueries(later, fresh),
    { ...bothQueries(later, heard), order },
  ]
}
/** Their ids alone are read first: a line that is kept needs no row. */
function listIn(
  read: Reader,
  tables: readonly NoticeSide[],
  base: ListQuery,
  today: string,
): NoticeList {
  const { count, at } = inOrder(read, base, today, {
    count: wanted => tables.reduce((sum, table) => sum + read.count(TYPES[table], wanted), 0),
    list: wanted => idsOf(read, tables, wanted),
  })
  const of = (ids: readonly string[]) => noticesOf(read, tables, ids)
  return { count, idsAt: at, of, at: (offset, limit) => of(at(offset, limit)) }
}
const TYPES = { offer, need }
const ofOne = (
  read: Reader,
  table: NoticeSide,
  base: ListQuery,
  today: string,
): ReturnType<typeof inOrder<Notice>> =>
  inOrder(read, base, today, {
    count: wanted => read.count(TYPES[table], wanted),
    list: wanted => (table === 'offer' ? offered : needed)(read, wanted),
  })

export const newestOffers = (read: Reader, today: string, limit: number): readonly Notice[] =>
  ofOne(read, 'offer', currentNotices(today), today).at(0, limit)
export const newestNeeds = (read: Reader, today: string, limit: number): readonly Notice[] =>
  ofOne(read, 'need', currentNotices(today), today).at(0, limit)

export type NoticeOnMap = Readonly<{ id: string; title: string; commune: string | null }>
/**
 * The same notices as the map says them: nothing else of their rows is read. Kept until one of
 * their kind is written.
 */
export const newestOnMap = (
  read: Reader,
  table: NoticeSide,
  { today, most }: Readonly<{ today: string; most: number }>,
): readonly NoticeOnMap[] =>
  read.keep(
    `on the map ${table} ${most} ${today}`,
    () => onMapNow(read, table, { today, most }),
    all => 2 * JSON.stringify(all).length,
  )
function onMapNow(
  read: Reader,
  table: NoticeSide,
  { today, most }: Readonly<{ today: string; most: number }>,
): readonly NoticeOnMap[] {
  const list = ({ where, order, limit, offset, ...wanted }: ListQuery): readonly NoticeOnMap[] =>
    read
      .all(
        `SELECT id, title, commune FROM ${table} WHERE ${STANDS} AND (${where})
          ORDER BY ${order ?? 'id DESC'} LIMIT ? OFFSET ?`,
        ...(wanted.with ?? []),
        limit ?? most,
        offset ?? 0,
      )
      .map(row => ({
        id: String(row['id']),
        title: String(row['title'] ?? ''),
        commune: typeof row['commune'] === 'string' ? row['commune'] : null,
      }))
  const count = (wanted: ListQuery): number => read.count(table === 'offer' ? offer : need, wanted)
  return inOrder(read, currentNotices(today), today, { count, list }).at(0, most)
}
export function newestHands(read: Reader, today: string, limit: number): readonly Notice[] {
  const { where, with: values } = chosen({ kind: 'coup-de-main', theme: '', commune: '' }, today)
  return ofOne(read, 'need', { where: `(${where}) AND hand = 1`, with: values }, today).at(0, limit)
}

/** A notice of either kind. */
export function noticeOf(read: Reader, id: string): Notice | undefined {
  const one = read.one(offer, id)
  if (one) return asOffer(reachable(read, one), heardOn(read, one.notedAt))
  const wanted = read.one(need, id)
  return wanted && asNeed(reachable(read, wanted), heardOn(read, wanted.notedAt))
}

/** Counting reads them all: asked for only where it is said. */
export type NoticeList = Readonly<{
  count: () => number
  idsAt: (offset: number, limit: number) => readonly string[]
  of: (ids: readonly string[]) => readonly Notice[]
  at: (offset: number, limit: number) => readonly Notice[]
}>

/**
 * The notices that were chosen, in the order above; both kinds in one order when none was chosen.
 */
export function found(read: Reader, choice: NoticeFilter, today: string): NoticeList {
  const base = chosen(choice, today)
  // A need is nothing to be had.
  if (choice.kind === 'propose' || (choice.now && !choice.kind))
    return listIn(read, ['offer'], base, today)
  if (choice.kind === 'coup-de-main')
    return listIn(read, ['need'], { ...base, where: `(${base.where}) AND hand = 1` }, today)
  if (choice.kind) return listIn(read, ['need'], base, today)
  return listIn(read, ['offer', 'need'], base, today)
}

/** Ids are ordered by time, so that one page of both tables needs no more rows than it shows. */
function idsOf(
  read: Reader,
  tables: readonly NoticeSide[],
  { where = '', with: values = [], order, limit = 0, offset = 0 }: ListQuery,
): readonly string[] {
  const said = order ? `, ${order.split(' DESC')[0]} AS day` : ''
  const of = (table: string) => `SELECT id${said} FROM ${table} WHERE ${STANDS} AND (${where})`
  const sort = order ? 'day DESC, id DESC' : 'id DESC'
  return read
    .all(
      `${tables.map(of).join(' UNION ALL ')} ORDER BY ${sort} LIMIT ? OFFSET ?`,
      ...tables.flatMap(() => values),
      limit,
      offset,
    )
    .map(row => String(row['id']))
}

/** Notices by their ids, in that order. */
function noticesOf(
  read: Reader,
  tables: readonly NoticeSide[],
  ids: readonly string[],
): readonly Notice[] {
  if (ids.length === 0) return []
  const these = { where: 'id IN (SELECT value FROM json_each(?))', with: [JSON.stringify(ids)] }
  const all = tables.flatMap(table =>
    rowsBy(table, 'id', ids, () => (table === 'offer' ? offered : needed)(read, these)),
  )
  const byId = new Map(all.map(one => [one.row.id, one]))
  return ids.flatMap(id => byId.get(id) ?? [])
}
