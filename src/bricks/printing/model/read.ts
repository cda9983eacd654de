import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import { newestFirst } from '../../../contract/newest.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { hasTable, OWN, STANDS } from '../../../contract/tables.ts'
import { bornAt } from '../../../core/id.ts'
import { fold } from '../../../core/letters/words.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import { edition, editionLine } from './records.ts'
import { type Change, weekAsked } from './rules.ts'

/** The columns of another brick's table, so that one that is not published yet is done without. */
export const columnsOf = (read: Reader, table: string): ReadonlySet<string> =>
  new Set(read.all('SELECT name FROM pragma_table_info(?)', table).map(row => String(row['name'])))

export const text = (row: Row | undefined, name: string): string =>
  typeof row?.[name] === 'string' ? row[name] : ''

/** The keeper of the page and how they are reached, in one sentence. */
export const keeperOf = (read: Reader): string | undefined =>
  keeperSaid(read.published.keeper?.(), '') || undefined

export type NoticeRow = Readonly<{
  kind: 'offer' | 'need'
  id: string
  title: string
  who: string
  reach: string
  commune: string
  since: string
  /** It was said at a meeting, of which a page keeps the notes. */
  heard: boolean
  own: boolean
  box: string
}>
const MOST = 600
/** What nobody said again for a year is asked about, and not said as if it stood. */
const STALE_DAYS = 365
/** A season. What was said at a meeting before that waits until somebody says it again. */
const SEASON_DAYS = 91

/** Standing notices of one kind, the newest first, those said again counted from then. */
export function noticesOf(
  read: Reader,
  kind: 'offer' | 'need',
  today: string,
): readonly NoticeRow[] {
  if (!hasTable(read, kind)) return []
  const meeting = hasTable(read, 'meeting')
    ? '(SELECT date FROM meeting WHERE meeting.id = notedAt)'
    : 'NULL'
  const asked = kind === 'need' ? 'since' : 'NULL'
  const keeper = keeperOf(read) ?? ''
  const rows = newestFirst(today).flatMap(part =>
    read.all(
      `SELECT id, title, who, reach, commune, _box AS box, (${OWN}) AS own,
         ${meeting} AS heard, COALESCE(renewedOn, ${meeting}, ${asked}) AS said FROM ${kind}
       WHERE ${STANDS} AND (until IS NULL OR until >= ?) AND (state IS NULL
         OR state NOT IN ('closed', 'spotting')) AND title IS NOT NULL
       AND ${part.where} ORDER BY id DESC LIMIT ${MOST}`,
      today,
      ...(part.with ?? []),
    ),
  )
  // A day that has not come tells nothing of when: such a notice stands after those of today.
  const rank = ({ since }: NoticeRow): string => (since > dayAfter(today, 1) ? '' : since)
  return rows
    .slice(0, MOST)
    .map(row => ({
      kind,
      id: text(row, 'id'),
      title: text(row, 'title'),
      who: text(row, 'who'),
      // Whose number was taken back is reached through whoever keeps the page.
      reach: text(row, 'reach') || keeper,
      commune: text(row, 'commune'),
      since: text(row, 'said') || dayOfMoment(bornAt(text(row, 'id'))),
      heard: row['heard'] !== null,
      own: row['own'] === 1,
      box: text(row, 'box'),
    }))
    .toSorted((a, b) => (rank(a) === rank(b) ? (a.id < b.id ? 1 : -1) : rank(a) < rank(b) ? 1 : -1))
}
/**
 * Who to ask and how, as far as paper may say it; whoever it may not say is reached through who
 * keeps the page.
 */
export function reachedOnPaper(
  { kind, id, ...notice }: Pick<NoticeRow, 'kind' | 'id' | 'who' | 'reach'>,
  kit: Kit,
  read: Reader,
  words: Readonly<{ reach: (who: string, how: string) => string }>,
): string {
  const said = kit.onPaper({ type: kind, id, ...notice })
  const reach = said.reach || (notice.reach === '' ? '' : (keeperOf(read) ?? ''))
  return reach === '' ? said.who : said.who === '' ? reach : words.reach(said.who, reach)
}
/** What is lent here, stands, and bears a label: a place that is lent bears none. */
export function lentIn(read: Reader, today: string): readonly NoticeRow[] {
  if (!columnsOf(read, 'offer').has('mode')) return []
  const lent = new Set(
    read.all("SELECT id FROM offer WHERE mode = 'lend'").map(row => text(row, 'id')),
  )
  const places = hasTable(read, 'place')
    ? read
        .all(`SELECT name FROM place WHERE ${STANDS} AND name IS NOT NULL`)
        .map(row => fold(text(row, 'name')).replace(/^(?:les|la|le|l)\b\W*/, ''))
    : []
  const isPlace = ({ title }: NoticeRow): boolean => {
    // What somebody said stands between guillemets.
    const said = fold(title).replace(/\W+$/, '')
    return places.some(name => name !== '' && said.endsWith(name))
  }
  return noticesOf(read, 'offer', today).filter(one => one.own && lent.has(one.id) && !isPlace(one))
}
export const isStale = (notice: NoticeRow, today: string): boolean =>
  notice.since < dayAfter(today, -STALE_DAYS)
/** Said at a meeting more than a season ago, and by nobody since. */
export const isOfOldMeeting = ({ heard, since }: NoticeRow, today: string): boolean =>
  heard && since < dayAfter(today, -SEASON_DAYS)

export type EditionRow = RowOf<typeof edition>
/** Sheets made here, the last one first; another box's are its own. */
export const editions = (read: Reader, most = 60): readonly EditionRow[] =>
  read.list(edition, {
    where: `week IS NOT NULL AND ${OWN}`,
    order: 'week DESC, id DESC',
    limit: most,
  })

/** The sheet made before this week: what it left comes first. */
export const editionBefore = (read: Reader, week: string): EditionRow | undefined =>
  editions(read).find(one => (one.week ?? '') < week)
export const editionOf = (read: Reader, week: string): EditionRow | undefined =>
  editions(read).find(one => one.week === week)

const MOST_CHANGES = 2_000
/** What the keeper changed of a week's sheet: only who may read what stays here asks for it. */
export const changesOf = (read: Reader, week: string): readonly Change[] =>
  read
    .list(
      editionLine,
      { where: 'week = ?', with: [week], order: 'id', limit: MOST_CHANGES },
      'home',
    )
    .map(row => ({
      id: row.id,
      about: row.about ?? '',
      rank: row.rank,
      out: row.out === true,
      words: row.words ?? '',
    }))

/** The key of the address and of the forms that says which week is prepared, by its Monday. */
export const WEEK_KEY = 'semaine'
/** The week that is prepared: this one, or the coming one where it is offered and asked. */
export const weekOf = ({ today, query }: Pick<Request, 'today' | 'query'>): string =>
  weekAsked(query[WEEK_KEY], today)
