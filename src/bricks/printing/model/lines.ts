import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { codesSaid } from '../../../contract/records/codes.ts'
import type { Request } from '../../../contract/request.ts'
import { STANDS } from '../../../contract/tables.ts'
import {
  dayAfter,
  dayLong,
  dayNear,
  onDay,
  sayTime,
  sayTimes,
  weekday,
} from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'
import {
  columnsOf,
  isOfOldMeeting,
  isStale,
  type NoticeRow,
  noticesOf,
  reachedOnPaper,
  text,
} from './read.ts'
import { mondayOf, type SheetLine, sundayOf } from './rules.ts'

type Words = typeof fr
const DONE_DAYS = 21
const MOST_CONFIRM = 60
const joined = (pieces: readonly (string | undefined | false)[]): string =>
  pieces.filter(piece => !!piece).join(' · ')
const communeOf = (code: string, { territory, communeNamed }: Kit): string | undefined =>
  code === '' || code === territory?.village ? undefined : communeNamed(code)

/**
 * Everything that this week's sheet may hold, part by part, before the keeper's hand and before the
 * paper's end.
 * What an old meeting said, and nobody since, is the past of that meeting.
 *
 * Law     only what stands in the commons; each line ends with somebody, a place or a telephone, or
 *         its heading does.
 */
export function linesOf(kit: Kit, read: Reader, words: Words, week: string): readonly SheetLine[] {
  const codes = codesSaid(read)
  const of = (kind: NoticeRow['kind']): readonly NoticeRow[] =>
    noticesOf(read, kind, kit.request.today).filter(one => !isOfOldMeeting(one, kit.request.today))
  const [offers, needs] = [of('offer'), of('need')]
  const fresh = (all: readonly NoticeRow[]): readonly NoticeRow[] =>
    all.filter(one => one.own && !isStale(one, kit.request.today))
  const boxes = new Map(
    offers.concat(needs).some(one => !one.own)
      ? read.boxes().others.map(one => [one.name, one.called] as const)
      : [],
  )
  const line = (part: SheetLine['part']) => (one: NoticeRow) =>
    noticeLine(
      part,
      one,
      { code: codes.get(one.id), box: one.own ? undefined : boxes.get(one.box) },
      { kit, read, words },
    )
  const stale = [...offers, ...needs].filter(one => one.own && isStale(one, kit.request.today))
  const rides = rideLines(fresh(offers), week, { kit, read, words }, line('rides'))
  const isRide = new Set(rides.map(one => one.id))
  return [
    ...fresh(offers)
      .filter(one => !isRide.has(one.id))
      .map(line('offered')),
    ...fresh(needs).toReversed().map(line('wanted')),
    ...soonLines(kit, read, words, week),
    ...rides,
    ...doneLines(kit, read),
    ...answeredLines(kit.request, read, words),
    ...confirmLines(kit, read),
    ...stale.map(one => ({ ...line('confirm')(one), id: `confirm-${one.id}` })),
    ...[...offers, ...needs]
      .filter(one => !one.own)
      .toSorted((a, b) => (a.since < b.since ? 1 : -1))
      .map(line('elsewhere')),
  ]
}

type Beside = Readonly<{ code: string | undefined; box: string | undefined }>
function noticeLine(
  part: SheetLine['part'],
  one: NoticeRow,
  { code, box }: Beside,
  { kit, read, words }: PageContext<Words>,
): SheetLine {
  const reach = reachedOnPaper(one, kit, read, words)
  return {
    id: one.id,
    part,
    words: one.title,
    ...(reach === '' ? {} : { reach }),
    under: joined([reach, communeOf(one.commune, kit), box && words.fromBox(box)]),
    ...(code === undefined ? {} : { code }),
  }
}

/** The rides of the week, in the order in which they leave: a weekly one stands there each week. */
function rideLines(
  offers: readonly NoticeRow[],
  week: string,
  { kit, read, words }: PageContext<Words>,
  line: (one: NoticeRow) => SheetLine,
): readonly SheetLine[] {
  const { lang, today } = kit.request
  const driven = read.published.ridesDriven?.(week > today ? week : today, sundayOf(week)) ?? []
  const of = new Map(driven.map(one => [one.notice, one]))
  const when = (id: string): string => `${of.get(id)?.days[0]} ${of.get(id)?.at ?? ''}`
  return offers
    .filter(one => of.has(one.id))
    .toSorted((a, b) => (when(a.id) < when(b.id) ? -1 : 1))
    .map(one => {
      const { days, at } = of.get(one.id)!
      const said = days.map(day => weekday(day, lang)).join(', ')
      const full = at ? words.dayAndTime(said, sayTime(at, lang)) : said
      const kept = line(one)
      return { ...kept, under: joined([kept.under, full]) }
    })
}

const AHEAD_DAYS = 21
/**
 * From today, or the Monday of a coming week, to the third Sunday after that week's, each event
 * once, at its next time; and each date of those weeks that is cancelled or moved: whoever keeps
 * the sheet reads of a series that it comes each week.
 */
function soonLines(kit: Kit, read: Reader, words: Words, week: string): readonly SheetLine[] {
  const { today } = kit.request
  const first = week > today ? week : mondayOf(today)
  const until = sundayOf(first)
  const seen = new Set<string>()
  const columns = columnsOf(read, 'event')
  const from = week > today ? week : today
  const all = kit.agenda(from, dayAfter(until, AHEAD_DAYS))
  return all.flatMap((one): readonly SheetLine[] => {
    if (!one.struck && seen.has(one.id)) return []
    if (!one.struck) seen.add(one.id)
    const [row] = columns.has('reach')
      ? read.all('SELECT who, reach FROM event WHERE id = ?', one.id)
      : []
    const { who, reach } = kit.onPaper({
      type: 'event',
      id: one.id,
      who: text(row, 'who'),
      reach: text(row, 'reach'),
    })
    const day =
      one.day < kit.request.today
        ? dayNear(kit.request.today, kit.request.lang, kit.request.today)
        : dayLong(one.day, kit.request.lang, kit.request.today)
    const when = one.time
      ? words.dayAndTime(day, sayTimes(one.time, one.until, kit.request.lang))
      : day
    return [
      {
        id: one.struck ? `${one.id}-${one.day}` : one.id,
        part: 'soon',
        words: one.struck ? words[one.struck](one.title) : one.title,
        under: joined(one.struck ? [when, one.note] : [when, one.note, one.where, who, reach]),
      },
    ]
  })
}

/** What a council answered is said as an answer, whatever it is, and not twice. */
const doneLines = (kit: Kit, read: Reader): readonly SheetLine[] =>
  kit
    .done()
    .filter(one => one.day >= dayAfter(kit.request.today, -DONE_DAYS))
    .filter(one => read.called(idIn(one.href))?.type !== 'request')
    .map(one => ({
      id: `done-${idIn(one.href)}`,
      part: 'done',
      words: one.title,
      under: one.where,
    }))
const idIn = (href: string | undefined): string => href?.split('/').at(-1) ?? ''

/** *La comcom a répondu*: yes, in part, later on, no; under it, which council, and what it said. */
function answeredLines(request: Request, read: Reader, words: Words): readonly SheetLine[] {
  if (!['to', 'says', 'on'].every(name => columnsOf(read, 'council_answer').has(name))) return []
  return read
    .all(
      `SELECT id, "to", says, saying, council, "on" FROM council_answer WHERE ${STANDS} ` +
        `AND "on" >= ? ORDER BY "on" DESC, id DESC LIMIT ${MOST_CONFIRM}`,
      dayAfter(request.today, -DONE_DAYS),
    )
    .flatMap((row): readonly SheetLine[] => {
      const [asked, says] = [read.called(text(row, 'to')), text(row, 'says')]
      if (!asked || !isSaid(says)) return []
      const under = joined([
        text(row, 'council'),
        onDay(text(row, 'on'), request.lang, request.today),
        text(row, 'saying'),
      ])
      return [
        {
          id: text(row, 'id'),
          part: 'answered',
          words: words.answered(asked.title, words.councilSays[says]),
          under,
        },
      ]
    })
}
const isSaid = (says: string): says is keyof Words['councilSays'] =>
  ['yes', 'part', 'later', 'no'].includes(says)

/** What the page is not sure of. */
function confirmLines(kit: Kit, read: Reader): readonly SheetLine[] {
  return ['place', 'access_point', 'actor'].flatMap(table => {
    const columns = columnsOf(read, table)
    if (!columns.has('toConfirm')) return []
    // A person's own entry is theirs to confirm, not the village's.
    const nobody = table === 'actor' ? "AND kind <> 'person'" : ''
    return read
      .all(
        `SELECT id, name, commune FROM ${table} WHERE ${STANDS} AND toConfirm = 1 ${nobody} ` +
          `AND name IS NOT NULL ORDER BY id LIMIT ${MOST_CONFIRM}`,
      )
      .map(
        (row): SheetLine => ({
          id: text(row, 'id'),
          part: 'confirm',
          words: text(row, 'name'),
          under: communeOf(text(row, 'commune'), kit) ?? '',
        }),
      )
  })
}
