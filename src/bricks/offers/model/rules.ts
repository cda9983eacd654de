import type { ListQuery } from '../../../contract/reader.ts'
import { UNDER_THEME, WITH_WORDS } from '../../../contract/tables.ts'
import type { Territory } from '../../../contract/territory.ts'
import { bornAt, idFrom } from '../../../core/id.ts'
import { itemsOf } from '../../../core/narrow.ts'
import { distanceM } from '../../../core/place.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dayAfter, dayOfMoment, daysBetween } from '../../../text/days.ts'
import type { Mode } from './modes.ts'
import type { need, offer } from './records.ts'

/** What a notice is, as people choose it: the codes stand in addresses. */
export type NoticeKind = 'propose' | 'cherche' | 'coup-de-main'
/** In the order in which they are offered. */
export const KINDS: readonly NoticeKind[] = ['propose', 'cherche', 'coup-de-main']
/** The kind that an address names; undefined for any other word. */
export const kindAsked = (text: string): NoticeKind | undefined => KINDS.find(kind => kind === text)

/**
 * *Une annonce*: an offer or a need, read alike; `heardOn` is the day of the meeting whose notes
 * hold it.
 */
export type Notice = Readonly<{ heardOn?: string }> &
  (
    | Readonly<{ kind: 'offer'; row: RowOf<typeof offer> }>
    | Readonly<{ kind: 'need'; row: RowOf<typeof need> }>
  )

/** Closed by somebody, or past its last day: its page stays and says so, no list shows it. */
export const isClosed = (row: Readonly<{ state: string | null }>): boolean => row.state === 'closed'
/** Law     a notice whose last day is today is not past. */
export const isPast = (row: Readonly<{ until: string | null }>, today: string): boolean =>
  row.until !== null && row.until < today

/**
 * The notices that lists show: the same answer as `isClosed` and `isPast`, asked of the tables.
 *
 * Law     a notice whose last day is today still stands.
 */
export const currentNotices = (today: string): ListQuery => ({
  where: `(until IS NULL OR until >= ?) AND (state IS NULL OR state <> 'closed')`,
  with: [today],
})

/**
 * What a person chose above the list; an empty text chooses nothing.
 *
 * Shape   `commune` an INSEE code; `around`: the codes of the communes near it, which then stand
 *         for it; `now`: can be had today; `since`: a day, of what is new.
 */
export type NoticeFilter = Readonly<{
  kind: NoticeKind | undefined
  theme: string
  commune: string
  mode?: Mode
  around?: readonly string[]
  now?: boolean
  since?: string
  /** As `wordsAsked` gives them. */
  words?: string
  /** The id of the place that they come from. */
  place?: string
  /** These alone: what was asked of them is no column. */
  ids?: readonly string[]
}>

/** One condition: SQL of ours, the values apart. */
type Condition = Readonly<{ sql: string; with: readonly string[] }>

/**
 * Can be had today: promised, of no other day than today, and neither a ride nor a hand, for which
 * two people first agree on a day.
 */
const availableOn = (today: string): readonly Condition[] => [
  { sql: `(state IS NULL OR state <> 'lead')`, with: [] },
  { sql: `(mode IS NULL OR mode NOT IN ('hand', 'ride') OR until = ?)`, with: [today] },
  { sql: `("when" IS NULL OR "when" = '' OR until = ?)`, with: [today] },
]

/**
 * The same, narrowed to what a person chose above the list; both kinds of notice have these
 * columns.
 *
 * Law     no text of a choice enters the SQL: it is one of ours, whatever was asked.
 */
export function chosen(
  choice: NoticeFilter,
  today: string,
): Readonly<{ where: string; with: readonly string[] }> {
  const base = currentNotices(today)
  const near = choice.around && choice.around.length > 0
  const all: readonly (Condition | false | undefined)[] = [
    { sql: base.where ?? '', with: itemsOf<string>(base.with) },
    choice.theme !== '' && { sql: UNDER_THEME, with: [choice.theme, choice.theme] },
    near
      ? {
          sql: 'commune IN (SELECT value FROM json_each(?))',
          with: [JSON.stringify(choice.around)],
        }
      : choice.commune !== '' && { sql: 'commune = ?', with: [choice.commune] },
    choice.mode && { sql: 'mode = ?', with: [choice.mode] },
    !!choice.words && { sql: WITH_WORDS, with: [choice.words] },
    choice.place !== undefined && { sql: '"from" = ?', with: [choice.place] },
    choice.ids !== undefined && {
      sql: 'id IN (SELECT value FROM json_each(?))',
      with: [JSON.stringify(choice.ids)],
    },
    choice.since !== undefined && { sql: 'id >= ?', with: [firstIdOf(choice.since)] },
    ...(choice.now ? availableOn(today) : []),
  ]
  const asked = all.filter(one => one !== false && one !== undefined)
  return {
    where: asked.map(one => `(${one.sql})`).join(' AND '),
    with: asked.flatMap(one => one.with),
  }
}

/** The least id that a record born on this day of the village may have. */
const firstIdOf = (day: string): string =>
  idFrom(
    Temporal.PlainDate.from(day).toZonedDateTime('Europe/Paris').epochMilliseconds,
    new Uint8Array(10),
  )

/**
 * The day since when it is asked or offered: as it was said, else the day of the meeting where it
 * was said, else the day on which it was written. Notes of long ago that are harvested today were
 * said long ago.
 */
export const sinceOf = (notice: Notice): string =>
  (notice.kind === 'need' ? notice.row.since : null) ??
  notice.heardOn ??
  dayOfMoment(bornAt(notice.row.id))

/** Three months: what was said before is said with its day, and stands after what is fresh. */
const OLD_DAYS = 91
/** Units   two days `2026-11-25`. */
export const isOld = (since: string, today: string): boolean => daysBetween(since, today) > OLD_DAYS

/**
 * The notices of an old meeting that nobody said again since, asked of the tables: `where` over
 * either kind, `day` the meeting's.
 *
 * Law     the same answer as `isOld` of the meeting's day. The table `meeting` must be there.
 */
export function heardLongAgo(
  today: string,
): Readonly<{ where: string; with: readonly string[]; day: string }> {
  const before = dayAfter(today, -OLD_DAYS)
  return {
    where:
      '(notedAt IS NOT NULL AND notedAt IN (SELECT id FROM meeting WHERE date < ? AND removed ' +
      'IS NOT 1) AND (renewedOn IS NULL OR renewedOn < ?))',
    with: [before, before],
    day: '(SELECT date FROM meeting WHERE meeting.id = notedAt)',
  }
}

/** Under a week, how long ago a notice was written tells nobody anything. */
const WORTH_SAYING_DAYS = 7
/** Units   two days `2026-11-25`. */
export const isWorthSaying = (since: string, today: string): boolean =>
  daysBetween(since, today) >= WORTH_SAYING_DAYS

/**
 * How far the notice's commune is from the village, between the points that the two communes carry.
 *
 * Units   metres, as the crow flies; undefined in the village itself, and where a point is missing.
 */
export function howFarM(
  territory: Territory | undefined,
  commune: string | null,
): number | undefined {
  if (!territory || commune === null || commune === territory.village) return undefined
  const pointOf = (code: string) => territory.communes.find(one => one.code === code)?.point
  const [here, there] = [pointOf(territory.village), pointOf(commune)]
  return here && there ? distanceM(here, there) : undefined
}
