import { ofList, type WatchSource } from '../../../contract/box/watch.ts'
import { html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { HomeSection, MapPoint, TodayPiece } from '../../../contract/slots.ts'
import { OWN } from '../../../contract/tables.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter, dayNear, weekdayNumber } from '../../../text/days.ts'
import { notice, notices } from '../../../ui/board.ts'
import { IN_LINE, poolsOfAll, type ThingRow } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import { upkeepDue } from '../model/upkeep.ts'
import type { fr } from '../words/fr.ts'
import { type DaySeen, dayOf, partSaid, withKept } from './days.ts'

/** What the home page, the map and the screen of the bar say of what is lent. */

type Words = typeof fr
const ON_HOME = 3
const MOST_ON_MAP = 300
/** Units   days: what is booked since then says what people use most. */
const SEASON = 90

/** The Saturday that comes, today when it is one. */
const saturday = (today: string): string => dayAfter(today, (6 - weekdayNumber(today) + 7) % 7)

/** A thing with how it stands on the Saturday that comes. */
type OnSaturday = Readonly<{ row: ThingRow; seen: DaySeen }>

/**
 * The things of this box that people use most since a season, with the Saturday that comes. What
 * nobody used stands last. `kind`: of this kind alone.
 */
function mostUsed(
  read: Reader,
  today: string,
  { most, kind }: Readonly<{ most: number; kind?: string }>,
): readonly OnSaturday[] {
  const since = momentOf(dayAfter(today, -SEASON), '00:00')
  const used = read.all(
    `SELECT thing.id, (SELECT count(*) FROM taken WHERE taken.thing = thing.id
        AND until_ms > ?1) AS n, EXISTS (SELECT 1 FROM booking_request_home AS asks
          WHERE asks.thing = thing.id AND ${IN_LINE} AND asks.removed IS NOT 1)
        AS isWaited
      FROM thing WHERE ${OWN} AND removed IS NOT 1 AND gone IS NOT 1
        AND (?2 IS NULL OR kind = ?2)
      ORDER BY n DESC, id LIMIT ?3`,
    since,
    kind ?? null,
    most,
  )
  const ids = used.map(row => String(row['id']))
  const waited = new Set(ids.filter((_, n) => used[n]?.['isWaited'] === 1))
  const where = 'id IN (SELECT value FROM json_each(?))'
  const rows = ids.length === 0 ? [] : read.list(thing, { where, with: [JSON.stringify(ids)] })
  const day = saturday(today)
  const from = momentOf(day, '00:00')
  const until = momentOf(dayAfter(day, 1), '00:00')
  const pools = poolsOfAll(read, rows, from, { until, isWindow: true })
  return ids.flatMap(id => {
    const row = rows.find(one => one.id === id)
    if (!row) return []
    // The hour plays no part, so what is shown stands until something is booked.
    const now = momentOf(today, '00:00')
    const at = { now, today, due: upkeepDue(read, row, today) }
    const seen = dayOf(row, day, pools.get(id) ?? [], at)
    return [{ row, seen: withKept(seen, row, { read, waited, now }) }]
  })
}

/** *Le local est libre samedi*: a thing, as it stands on a day. */
export function saidOf(
  { row, seen }: Pick<OnSaturday, 'row' | 'seen'>,
  kit: Kit,
  read: Reader,
  words: Words,
): string {
  const w = words.telling
  const day = dayNear(seen.day, kit.request.lang, kit.request.today)
  const title = row.title ?? ''
  if (seen.is === 'free') return seen.isKept ? w.isKept(title, day) : w.isFree(title, day)
  if (seen.is === 'closed') return w.isClosed(title, day, seen.closedFor)
  return seen.is === 'taken'
    ? w.isTaken(title, day)
    : w.isPart(title, day, partSaid(seen, { kit, read, words }))
}

/** *libre samedi*: how a thing stands on a day, under its name. */
export function dayStateSaid(seen: DaySeen, day: string, context: PageContext<Words>): string {
  const w = context.words.telling
  if (seen.is === 'part') return w.partDay(day, partSaid(seen, context))
  if (seen.is === 'closed') return w.closedDay(day, seen.closedFor)
  if (seen.is === 'taken') return w.takenDay(day)
  return seen.isKept ? w.keptDay(day) : w.freeDay(day)
}

/** *Le local est libre samedi*: of the place that people use most; nothing where there is none. */
export function today(kit: Kit, read: Reader, words: Words): readonly TodayPiece[] {
  const [place] = mostUsed(read, kit.request.today, { most: 1, kind: 'place' })
  if (!place || place.row.condition === 'repair') return []
  const href = `${PATH}/${place.row.id}?startsOn=${place.seen.day}#reponse`
  const said = html`<a href="${href}">${saidOf(place, kit, read, words)}</a>`
  return [place.seen.day === kit.request.today ? said : { later: said }]
}

/** *À prêter*: what people use most, and whether it is free on Saturday. */
export function home(kit: Kit, read: Reader, words: Words): readonly HomeSection[] {
  const all = mostUsed(read, kit.request.today, { most: ON_HOME })
  if (all.length === 0) return []
  const w = words.telling
  const { lang } = kit.request
  const stateOf = ({ seen }: OnSaturday): string =>
    dayStateSaid(seen, dayNear(seen.day, lang, kit.request.today), { kit, read, words })
  const line = (one: OnSaturday) =>
    notice({
      title: one.row.title ?? '',
      href: `${PATH}/${one.row.id}`,
      where: one.row.condition === 'repair' ? words.rules.repair : stateOf(one),
    })
  return [
    {
      order: 60,
      row: 'low',
      side: 'thing',
      title: w.onHome,
      more: { href: PATH, words: w.allThings },
      body: notices(all.map(line)),
    },
  ]
}

/** Each thing in its commune, the newest first. */
export const map = (_kit: Kit, read: Reader, words: Words): readonly MapPoint[] =>
  read
    .list(thing, { where: 'gone IS NOT 1', order: 'id DESC', limit: MOST_ON_MAP })
    .flatMap(({ id, title, commune }) =>
      commune
        ? [
            {
              title: title ?? '',
              href: `${PATH}/${id}`,
              commune,
              layer: words.telling.onMap,
              kind: 'lending.telling.onMap',
            },
          ]
        : [],
    )

/** The places that people use most, for the screen of the bar. */
export function watch(kit: Kit, read: Reader, words: Words): readonly WatchSource[] {
  const panels = mostUsed(read, kit.request.today, { most: ON_HOME, kind: 'place' }).map(one => ({
    key: one.row.id,
    title: saidOf(one, kit, read, words),
    ...(one.row.where ? { under: one.row.where } : {}),
    ...(one.row.reach ? { reach: { who: one.row.who, how: one.row.reach } } : {}),
  }))
  const of = { kind: 'lending', order: 45, side: 'thing', label: words.telling.onHome, most: 1 }
  return [{ ...of, ...ofList(panels) }]
}
