import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { tableOf } from '../../../contract/tables.ts'
import { type ToDo, type ToDoReader, WAITS } from '../../../contract/to-do.ts'
import { bornAt } from '../../../core/id.ts'
import { ownJson } from '../../../core/narrow.ts'
import { dayAfter, dayOfMoment, dayPlain } from '../../../text/days.ts'
import { shortLine } from '../../../text/short.ts'
import { POINT } from '../../../ui/board.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { ALERTS } from '../model/commands-matching.ts'
import { type FoundNotice, foundById } from '../model/matching/found.ts'
import { shownTitle } from '../model/matching/spoken.ts'
import { published } from '../model/published.ts'
import { alert } from '../model/records-matching.ts'
import { isNamed } from '../model/subject.ts'
import type { fr } from '../words/fr.ts'
import {
  mendingSaid,
  placeOf,
  type SearchPlace,
  type SearchSaid,
  standingTo,
} from './finding/answering.ts'
import { wantedBy } from './finding/wanted.ts'
import { groundOf, type MatchContext, metBy, QUICK } from './matching/find.ts'
import { once, reachOf } from './matching/say.ts'
import { doesAnswer, type Meeting, SURE } from './matching.ts'

type Words = typeof fr
/** `alert`: the words that somebody left to be told of what answers them, in place of a notice. */
type Met = Readonly<{ mine: FoundNotice; other: FoundNotice; alert?: never }> | MetAlert
type MetAlert = Readonly<{ alert: Alert; other: FoundNotice; mine?: never }>
type Alert = Readonly<{
  id: string
  asked: string
  until: string
  onPaper: boolean
  known: readonly string[]
}>
/** What is older is no news. */
const NEWS_DAYS = 31
/**
 * Of one person: so many notices are looked from, the newest, and so many meetings told at once.
 *
 * Source  bench/matching.ts: to look from one costs a millisecond or two; the answer is kept.
 */
const [MOST_OWN, MOST_TOLD] = [30, 3]

/**
 * Whether a meeting is told to somebody who did not ask: an answer of which nothing is doubtful.
 * Silence is better than an absurd proposal. Two rides to one town are sure whatever the distance
 * takes off.
 */
export const isSure = (meeting: Meeting): boolean =>
  doesAnswer(meeting) &&
  meeting.doubts.length === 0 &&
  (meeting.score >= SURE || meeting.reasons.some(({ is }) => is === 'towards'))

/** Offers and needs that surely meet this notice, and are new. */
function surelyMet(mine: FoundNotice, ground: MatchContext) {
  const since = dayAfter(ground.today, -NEWS_DAYS)
  return once(metBy(mine, ground, QUICK))
    .filter(
      ({ other, meeting }) =>
        isSure(meeting) && other.side !== 'there' && dayOfMoment(bornAt(other.id)) >= since,
    )
    .map(({ other }) => ({ mine, other }))
}

/** What surely answers a search: its page, what its words are told of later, and their news. */
export function surelyAnswering(
  search: SearchSaid,
  ground: MatchContext,
  place: SearchPlace,
): readonly FoundNotice[] {
  const standing = standingTo(search, ground, place)
  const wanted = wantedBy(search.said, { today: ground.today, ...place }, place.territory)
  return once(metBy(wanted, ground, QUICK)).flatMap(({ other, meeting }) =>
    isSure(meeting) && standing(other, meeting) === 'thing' ? [other] : [],
  )
}
/** What surely answers words that were left, but what did already. */
function answering(alert: Alert, ground: MatchContext, place: SearchPlace) {
  const { asked, known } = alert
  return surelyAnswering({ asked, said: mendingSaid(asked) ?? asked }, ground, place)
    .filter(({ id }) => !known.includes(id))
    .map(other => ({ alert, other }))
}

/** Alerts as a row of SQL holds them: a list in JSON. */
const alertsIn = (held: unknown): readonly Alert[] =>
  ownJson<readonly Readonly<Record<string, unknown>>[]>(String(held ?? '[]')).map(row => ({
    id: String(row['id']),
    asked: String(row['asked'] ?? ''),
    until: String(row['until'] ?? ''),
    onPaper: row['onPaper'] === 1,
    known: ownJson<readonly string[]>(String(row['known'] ?? '[]')),
  }))

/** Who is there, and how they are reached, as everybody reads it. */
function howOf(other: FoundNotice): Pick<ToDo, 'how'> {
  const how = [other.whose.who, reachOf(other)].filter(Boolean).join(', ')
  return how === '' ? {} : { how }
}

/** A line, not a page: what was said, without the name before it. */
const shortOf = ({ title }: FoundNotice): string => shortLine(title, 60)

type Lately = Readonly<{ state: string; by: Map<string, readonly Met[]> }>
const lately = new WeakMap<Reader, Lately>()
const AGAIN_MS = 10 * 60_000
/**
 * Every page of a member asks for it: it is argued again when a notice came or went. No term is
 * kept of a notice that is read by card: one's own is seen by its id.
 */
const STATE = `SELECT (SELECT count(*) FROM notice_term) || ' ' || (SELECT coalesce(max(id), '')
  FROM notice_terms) || ' ' || (SELECT count(*) || ' ' || count(metBy) FROM
  not_it_home) || ' ' || (SELECT count(*) || coalesce(max(id), '') FROM local_word
  WHERE removed IS NOT 1) AS state,
  (SELECT coalesce(max(id), '') FROM offer_home WHERE author = ?1) || ' ' ||
  (SELECT coalesce(max(id), '') FROM need_home WHERE author = ?1) AS own,
  (SELECT seen FROM member_home WHERE id = ?1) AS seen,
  (SELECT json_group_array(json_object('id', id, 'asked', asked, 'until', until,
    'onPaper', onPaper, 'known', known)) FROM search_alert_home
    WHERE author = ?1 AND removed IS NOT 1) AS alerts`

/**
 * Notices that surely meet one of this member’s, each told once, the newest first.
 *
 * Law     A meeting is told until it was seen, whatever else this member writes meanwhile; those
 *         that were seen leave their place to the next.
 */
export function meetingNews(whom: ToDoReader, read: Reader, words: Words): readonly ToDo[] {
  const { me, by } = whom
  if (me === undefined || by === 'keeper') return []
  const [now] = read.all(STATE, me)
  const seen: readonly string[] = JSON.parse(String(now?.['seen'] ?? '[]'))
  const alerts = String(now?.['alerts'] ?? '[]')
  const untold = (): readonly Met[] => {
    const told = new Set(seen)
    const isNew = ({ other }: Met): boolean =>
      !told.has(newsOf(other)) && Boolean(told.add(newsOf(other)))
    // No thread is asked for of those that are not told.
    return metOf(whom, me, read, {
      state: String(now?.['state']),
      own: String(now?.['own']),
      alerts,
    })
      .values()
      .filter(met => isNew(met) && !isTalkedOf(met, me, read))
      .take(MOST_TOLD)
      .toArray()
  }
  const kept = untold()
  const isOld = !isAsRead(kept, read)
  if (isOld) lately.delete(read)
  return [
    ...(isOld ? untold() : kept).map(met =>
      met.alert ? alertNews(met, whom, read, words) : noticeMet(met, whom, words),
    ),
    ...ending(alertsIn(alerts), seen, whom, words),
  ]
}

function noticeMet(
  { mine, other }: Met & Readonly<{ mine: FoundNotice }>,
  { private: isPrivate }: ToDoReader,
  words: Words,
): ToDo {
  return {
    href: `/annonces/${other.id}`,
    // Its page answers with one's own notice.
    about: `/annonces/${other.id}?avec=${mine.id}`,
    list: '/moi',
    n: 1,
    label: words.newsLabel,
    sentence: isPrivate
      ? words.waits[other.side === 'need' ? 'isWanted' : 'meets'](
          unlessNamed(shortOf(other), other.whose.who),
          shortOf(other),
          shortOf(mine),
        )
      : words.waits.meetsHeard,
    news: newsOf(other),
    order: WAITS.LAST,
    isOpen: true,
    ...howOf(other),
  }
}

/** Paper says it only to whoever agreed that their words are printed. */
function alertNews(
  { alert: { asked, onPaper }, other }: MetAlert,
  { private: isPrivate }: ToDoReader,
  read: Reader,
  words: Words,
): ToDo {
  const { alerts } = words.finding
  const who = unlessNamed(shortOf(other), other.whose.who)
  return {
    href: pathOf(other, read),
    list: '/moi',
    n: 1,
    label: words.newsLabel,
    sentence: isPrivate ? alerts.met(who, shortOf(other), asked) : alerts.metHeard,
    news: newsOf(other),
    order: WAITS.LAST,
    ...(onPaper ? ({ isOpen: true, ...howOf(other) } as const) : ({ isOnScreen: true } as const)),
  }
}
const pathOf = ({ id, side }: FoundNotice, read: Reader): string =>
  side === 'there' ? (read.called(id)?.path ?? ALERTS) : `/annonces/${id}`

/** Units   days: how long before its end an alert says that it ends. */
const ENDS_SOON = 7
/** Words that are kept some days more only: their person may keep them again. */
function ending(
  alerts: readonly Alert[],
  seen: readonly string[],
  { today, lang, private: isPrivate }: ToDoReader,
  { finding, newsLabel }: Words,
): readonly ToDo[] {
  const [first, ...others] = alerts.filter(
    ({ id, until }) => dayAfter(today, ENDS_SOON) >= until && !seen.includes(`ends:${id}`),
  )
  if (!first) return []
  const asked = isPrivate && others.length === 0 ? first.asked : ''
  return [
    {
      href: ALERTS,
      n: others.length + 1,
      label: newsLabel,
      sentence: finding.alerts.endsSoon(asked, dayPlain(first.until, lang)),
      news: `ends:${first.id}`,
      order: WAITS.LAST,
      isOnScreen: true,
    },
  ]
}

/** A name that the words say already is not said twice: *Malo : « Malo cherche… »*. */
const unlessNamed = (said: string, who: string | null): string | null =>
  who !== null && isNamed(said, who) ? null : who
/** Two who talk of it already, whoever began, are told no more. */
const isTalkedOf = ({ mine, other }: Met, me: string, read: Reader): boolean => {
  const threadOf = (notice: string, member: string): boolean =>
    read.published.threadOf?.(notice, member) !== undefined
  const { author } = other.whose
  return (
    threadOf(other.id, me) || (author != null && mine !== undefined && threadOf(mine.id, author))
  )
}
/**
 * Whether these notices say today what they said when they were argued: a word may be written over
 * since, or a number hidden.
 */
function isAsRead(news: readonly Met[], read: Reader): boolean {
  const all = Map.groupBy(
    news.flatMap(({ mine, other }) => (mine ? [mine, other] : [other])),
    ({ type }) => type,
  )
  return [...all].every(([type, found]) => {
    const now = new Map(
      read
        .all(
          `SELECT * FROM "${tableOf(type, 'commons')}" WHERE removed IS NOT 1
             AND id IN (SELECT value FROM json_each(?))`,
          JSON.stringify(found.map(({ row }) => row['id'])),
        )
        .map(row => [row['id'], JSON.stringify(row)]),
    )
    return found.every(({ row }) => now.get(row['id'] ?? '') === JSON.stringify(row))
  })
}
const newsOf = ({ id }: FoundNotice): string => `meets:${id}`

function metOf(
  { today, lived, territory }: ToDoReader,
  me: string,
  read: Reader,
  now: Readonly<{ state: string; own: string; alerts: string }>,
): readonly Met[] {
  const state = `${now.state} ${today} ${Math.floor(lived() / AGAIN_MS)}`
  const kept = lately.get(read)
  const by = kept?.state === state ? kept.by : new Map<string, readonly Met[]>()
  if (kept?.by !== by) lately.set(read, { state, by })
  const key = `${me} ${now.own} ${now.alerts}`
  const found = by.get(key) ?? metNow()
  by.set(key, found)
  return found
  function metNow(): readonly Met[] {
    const here = territory()
    const ground = groundOf(read, here, today)
    const answers = alertsIn(now.alerts).flatMap(one => answering(one, ground, { territory: here }))
    return [...argued(read, me, ground), ...answers].sort((a, b) =>
      a.other.id < b.other.id ? 1 : -1,
    )
  }
}

function argued(read: Reader, me: string, ground: MatchContext) {
  const own = read.all(
    ['offer', 'need']
      .map(
        type =>
          `SELECT shown.id AS id FROM ${type} AS shown
            JOIN ${type}_home AS kept ON kept.id = shown.id
          WHERE kept.author = ?1 AND shown.removed IS NOT 1 AND (shown.until IS NULL OR
            shown.until >= ?2) AND (shown.state IS NULL OR shown.state <> 'closed')`,
      )
      .join(' UNION ALL ') + ` ORDER BY id DESC LIMIT ${MOST_OWN}`,
    me,
    ground.today,
  )
  return own.flatMap(row => {
    const mine = foundById(read, String(row['id']), ground.points)
    return mine ? surelyMet(mine, ground) : []
  })
}

/** For the holder of a ticket: what surely meets the notice that it shows. */
export function metOnTicket(kit: Kit, read: Reader, id: string): readonly FoundNotice[] {
  const ground = groundOf(read, kit.territory, kit.request.today)
  const mine = foundById(read, id, ground.points)
  const isOver = mine?.row['state'] === 'closed'
  return mine && !isOver
    ? surelyMet(mine, ground)
        .slice(0, MOST_TOLD)
        .map(({ other }) => other)
    : []
}

/** For the holder of a ticket of words that they left: what answers them since. */
export function alertOnTicket(kit: Kit, read: Reader, words: Words, id: string): readonly Html[] {
  const row = read.one(alert, id, 'home')
  if (!row) return []
  const ground = groundOf(read, kit.territory, kit.request.today)
  const left = { ...row, asked: row.asked ?? '', until: '', onPaper: false, known: row.known ?? [] }
  const answers = answering(left, ground, placeOf(kit))
    .slice(0, MOST_TOLD)
    .map(
      ({ other }) => html`
        <a href="${pathOf(other, read)}"${TONGUE}>${shownTitle(other)}</a>
        ${POINT}${words.finding.alerts.answers}
      `,
    )
  const until = html`${words.finding.alerts.until(dayPlain(row.until ?? '', kit.request.lang))}`
  return [...answers, until]
}

/** The open notices of a member that surely meet this one, but those that come back each week. */
export function ownMet(
  kit: Kit,
  read: Reader,
  { notice, author }: Readonly<{ notice: string; author: string }>,
): readonly Readonly<{ id: string; title: string }>[] {
  // What was just arranged with it is what may be over.
  const { arranged: _, ...ground } = groundOf(read, kit.territory, kit.request.today)
  const one = foundById(read, notice, ground.points)
  if (!one) return []
  const sure = metBy(one, ground, QUICK).filter(({ meeting }) => isSure(meeting))
  const known = published.noticesSeen(
    read,
    sure.map(({ other }) => other.id),
  )
  return known
    .filter(seen => seen.author === author && !seen.isClosed && !seen.comesBack)
    .map(({ id, title }) => ({ id, title }))
}
