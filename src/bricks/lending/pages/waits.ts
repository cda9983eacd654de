import type { PageContext } from '../../../contract/page.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { everInCharge } from '../../../contract/records/charge.ts'
import { type ToDo, type ToDoReader, WAITS } from '../../../contract/to-do.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter } from '../../../text/days.ts'
import { type AnnouncedOver, seriesOf, together } from '../model/announced-over.ts'
import { type NextOfThing, nextOf, nextOfAll } from '../model/late.ts'
import {
  bookedOfOwn,
  keptAmong,
  type LendingMatter,
  type LendingMatters,
  mattersOf,
  NO_CARD,
  ownCalledOff,
  ownReplaced,
  ownRequests,
  ownTurns,
} from '../model/matters.ts'
import { request } from '../model/records-booking.ts'
import { PATH } from '../model/records-thing.ts'
import { spanOf, wallTimesIn } from '../model/span.ts'
import { type RequestStanding, standingOf } from '../model/standing.ts'
import { upkeepsToDo } from '../model/upkeep.ts'
import type { fr } from '../words/fr.ts'
import { givenBackSaid } from './given-back.ts'
import { lateSaid } from './late.ts'
import { askedQuery } from './stretch.ts'
import { whomOf } from './whom.ts'

type Words = typeof fr
/** An answer is news for a month. */
const NEWS_DAYS = 30

/** What waits: for who is in charge of things, and for who asked for one. */
export function waits(whom: ToDoReader, read: Reader, words: Words): readonly ToDo[] {
  const { by, me } = whom
  const { those, over, kept } = mattersFor(whom, read)
  return [
    ...MATTERS.flatMap(what =>
      matterSaid(
        what,
        those.filter(one => one.what === what),
        { whom, read, words },
      ),
    ),
    ...(me === undefined
      ? []
      : [
          ...turnsSaid(me, { whom, read, words }),
          ...bookedSaid(me, { whom, read, words }),
          ...announcedSaid(
            me,
            over.filter(({ thing }) => by !== 'keeper' && kept?.has(thing) !== true),
            { whom, read, words },
          ),
          ...calledOffSaid(me, { whom, read, words }),
          ...replacedSaid(me, { whom, read, words }),
          ...ownSaid(me, { whom, read, words }),
        ]),
  ]
}

type MattersRead = Pick<ToDoReader, 'by' | 'me' | 'today' | 'clock'>
/** The matters of the things that the reader is in charge of; `kept`: the things, of a member. */
function mattersFor(
  whom: MattersRead,
  read: Reader,
): Pick<LendingMatters, 'over'> &
  Readonly<{ those: readonly LendingMatter[]; kept: ReadonlySet<string> | undefined }> {
  const { by, me, today } = whom
  if (by === 'visitor') return { those: [], over: [], kept: undefined }
  const { matters, over } = mattersOf(read, today)
  const all: readonly LendingMatter[] = [
    ...matters,
    ...upkeepsToDo(read, today).map(({ row: { id, title }, isSoon }) => ({
      what: isSoon ? ('upkeepSoon' as const) : ('upkeep' as const),
      ...{ thing: id, title: title ?? '', name: '', next: '' },
    })),
  ]
  const kept =
    by === 'keeper' || me === undefined
      ? undefined
      : keptAmong(read, [...new Set(all.map(({ thing }) => thing))], { me, today })
  const those = all.filter(
    ({ thing, since, kept: isKept }) =>
      (by === 'keeper' || kept?.has(thing)) &&
      isPast(since, whom) &&
      !(isKept && isPast(isKept.span.until, whom)),
  )
  return { those, over, kept }
}

/** So many matters are listed. */
const MOST_LISTED = 100
/** Each of them on its own line, for the page of all that its reader is in charge of. */
export const mattersListed = ({ kit, read, words }: PageContext<Words>): readonly ToDo[] => {
  const whom = { ...kit.request, clock: () => kit.request.now }
  const { those } = mattersFor(whom, read)
  return MATTERS.flatMap(what =>
    those
      .filter(one => one.what === what)
      .slice(0, MOST_LISTED)
      .flatMap(one => matterSaid(what, [one], { whom, read, words })),
  )
}

/** Whether a moment is past. Of one on another day than today the clock is not asked. */
const isPast = (moment: number | undefined, { clock, today }: MattersRead): boolean =>
  moment === undefined ||
  moment <= momentOf(today, '00:00') ||
  (moment < momentOf(dayAfter(today, 1), '00:00') && moment <= clock())

type OfMatter = Readonly<{
  whom: MattersRead & Pick<ToDoReader, 'private'>
  read: Reader
  words: Words
}>
/** In the order in which they are told. */
const MATTERS = [
  ...(['asked', 'kept', 'late', 'clash', 'announced'] as const),
  ...(['broken', 'missing', 'upkeep', 'upkeepSoon'] as const),
] as const

function matterSaid(
  what: LendingMatter['what'],
  all: readonly LendingMatter[],
  { whom, read, words }: OfMatter,
): readonly ToDo[] {
  const [first] = all
  if (!first) return []
  const w = words.telling
  const { name, title, next } = first
  const isOne = all.length === 1 && whom.private
  const isLate = what === 'late'
  const said = {
    asked: isOne
      ? w.asked(asksAs(first, words), title)
      : w.askedMany(all.length, whom.by === 'keeper'),
    kept: isOne ? keptSaid(first, { whom, read, words }) : w.keptMany(all.length),
    late: isOne
      ? w.late(name, title, isLate ? waitedBy(first, { whom, read, words }) : '')
      : w.lateMany(all.length),
    clash: isOne ? w.clash(title) : w.clashMany(all.length),
    announced: isOne ? w.announced(title, next) : w.announcedMany(all.length),
    broken: isOne ? w.broken(title, name) : w.brokenMany(all.length),
    missing: isOne ? w.missing(title, next, name) : w.missingMany(all.length),
    upkeep: isOne ? w.upkeep(title) : w.upkeepMany(all.length),
    upkeepSoon: isOne ? w.upkeepSoon(title) : w.upkeepSoonMany(all.length),
  }
  const href = `${PATH}/${first.thing}#tenir`
  const of = { n: all.length, label: words.menu, sentence: said[what] }
  return [{ href, list: `${PATH}/semaine`, ...of, order: WAITS.PEOPLE }]
}

/** For whom a thing is kept, for which days, and until when. */
function keptSaid(one: LendingMatter, { whom: { today }, words }: OfMatter): string {
  if (!one.kept) return ''
  const [when, until] = [words.when(one.kept.span, today), words.ends(one.kept.until, today)]
  return words.telling.kept(asksAs(one, words), one.title, when, until)
}

/** Who asks: *Simone (dit par Marc)*, *Simone (sans carte)*. */
const asksAs = ({ name, next }: LendingMatter, words: Words): string =>
  next === '' ? name : `${name} (${next === NO_CARD ? words.withoutCard : words.saidBy(next)})`

type Of = Readonly<{ whom: ToDoReader; read: Reader; words: Words }>

/** What a member fetches today or tomorrow, and what they bring back until then. */
function turnsSaid(me: string, { whom, read, words }: Of): readonly ToDo[] {
  const w = words.telling
  const { today } = whom
  const [start, tomorrow, end] = [0, 1, 2].map(days => momentOf(dayAfter(today, days), '00:00'))
  const asked = { before: end!, end: tomorrow! }
  return ownTurns(read, me, asked).flatMap((row): readonly ToDo[] => {
    const [from, until] = [Number(row['from_ms']), Number(row['until_ms'])]
    const isOut = row['is_out'] === 1
    if (isOut ? until > end! : until <= start!) return []
    const [booking, title, word] = ['booking', 'title', 'word'].map(name => String(row[name] ?? ''))
    const href = `${PATH}/reservations/${booking}`
    const of = { n: 1, order: WAITS.PEOPLE, href, about: href }
    if (isOut) {
      const isLate = isPast(until, whom)
      const said = isLate
        ? lateTold(row, { whom, read, words })
        : w.bringBack(title!, words.ends(until, today))
      const sentence = whom.private ? said : w.bringBackOne
      // What is late stays until it is back.
      return [{ ...of, sentence, ...(isLate ? {} : { news: `retour:${booking}` }) }]
    }
    const when = words.when({ from, until }, today)
    const isMissing = typeof row['missing'] === 'number' && isPast(row['missing'], whom)
    const isBroken = row['broken'] === 1
    const said = isBroken
      ? w.isBroken(title!, when)
      : isMissing
        ? w.notThere(title!, when)
        : w.fetch(title!, when, word!)
    const news = `${isBroken ? 'abime' : isMissing ? 'manque' : 'tour'}:${booking}`
    return [{ ...of, news, sentence: whom.private ? said : w.fetchOne }]
  })
}

/** That a loan is late: who has the thing next is read once, until something of it is written. */
function lateTold(row: Row, { whom, read, words }: Of): string {
  const { today } = whom
  const text = (name: string): string | null => (typeof row[name] === 'string' ? row[name] : null)
  const count = typeof row['count'] === 'number' ? row['count'] : null
  const [id, booking] = [text('thing') ?? '', text('booking') ?? '']
  const of = { id, title: text('title'), kind: text('kind'), count }
  const named = { id, who: text('who'), reach: text('reach') }
  const next = nextOf(of, nextsOn(read, id, booking, today), whom.clock())
  const late = {
    ...{ of, since: Number(row['until_ms']), next },
    whom: whomOf(read, named, { today, keeper: whom.territory() }),
  }
  return lateSaid(late, { now: whom.clock(), today }, words)
}

/** Who has a thing next, or waits for it, for who is in charge of it; empty where nobody does. */
function waitedBy(
  { thing, next: booking }: LendingMatter,
  { whom, read, words }: OfMatter,
): string {
  const all = nextsOn(read, thing, booking, whom.today)
  const next = all.find(({ until }) => !isPast(until, whom))
  return next === undefined ? '' : next.name || words.telling.somebody
}

/** Who has a thing next as a day begins: read once, until something of it is written. */
const nextsOn = (read: Reader, id: string, but: string, today: string): readonly NextOfThing[] =>
  read.keep(
    `lending next ${but} ${today}`,
    () => nextOfAll(read, { of: { id }, but, now: momentOf(today, '00:00') }),
    made => 2 * JSON.stringify(made).length,
  )

/** What others booked or gave back of what a member lends is news for a week. */
function bookedSaid(me: string, { whom, read, words }: Of): readonly ToDo[] {
  const w = words.telling
  const since = dayAfter(whom.today, -BOOKED_DAYS)
  const rows = bookedOfOwn(read, me, { today: whom.today, since })
  const [freed, booked] = [true, false].map(is => rows.filter(row => is === !!row['freedAt']))
  const told = booked!.flatMap((row): readonly ToDo[] => {
    const span = spanIn(row)
    if (!span || span.until <= momentOf(whom.today, '00:00')) return []
    const [id, title, name] = ['id', 'title', 'name'].map(field => String(row[field] ?? ''))
    const href = `${PATH}/reservations/${id}`
    const said = w.booked(name!, title!, words.when(span, whom.today))
    const sentence = whom.private ? said : w.bookedOne
    return [{ n: 1, order: WAITS.PEOPLE, href, about: href, news: `pris:${id}`, sentence }]
  })
  return [...givenBackSaid(freed!, { whom, read, words }), ...told]
}
const BOOKED_DAYS = 7

/** An answer to what a member asked for is news; what they wait for is theirs once it is free. */
function ownSaid(me: string, { whom, read, words }: Of): readonly ToDo[] {
  const since = dayAfter(whom.today, -NEWS_DAYS)
  const w = words.telling
  return ownRequests(read, me, since).flatMap((row): readonly ToDo[] => {
    const span = spanIn(row)
    if (!span || span.until <= momentOf(whom.today, '00:00')) return []
    const when = words.when(span, whom.today)
    const [id, of_, state] = ['id', 'title', 'state'].map(name => String(row[name] ?? ''))
    const title = row['name'] === null ? of_ : w.forOther(of_!, String(row['name']))
    const href = `${PATH}/${String(row['thing'] ?? '')}`
    const of = { n: 1, order: WAITS.PEOPLE }
    const was = row['was']
    const follows =
      typeof was === 'string'
        ? [
            {
              ...of,
              href,
              news: `suit:${id}`,
              about: href,
              sentence: whom.private ? w.asksInstead(title!, was, when) : w.asksInsteadOne,
            },
          ]
        : []
    if (state === 'asked' || state === 'waiting') {
      const stands = standsAt(read, String(id), whom.today)
      if (stands === undefined) return follows
      const to = `${href}?${askedQuery(span)}#reponse`
      if (stands.is === 'overtaken') {
        const said = w.overtaken(title!, when, stands.isClosed)
        const sentence = whom.private ? said : w.overtakenOne
        return [{ ...of, href: to, news: `passe:${id}`, about: to, sentence }]
      }
      const until = stands.until === null ? '' : words.ends(stands.until, whom.today)
      return [
        { ...of, href: to, sentence: whom.private ? w.freed(title!, when, until) : w.freedOne },
      ]
    }
    const said = state === 'given' ? w.given(title!, when) : w.refused(title!, when)
    const sentence = whom.private ? said : w.answered
    return [{ ...of, href, news: `pret:${id}`, about: href, sentence }]
  })
}

/** That the agenda announces an event at a time that they booked. Who keeps the room has a line. */
const announcedSaid = (
  me: string,
  over: readonly AnnouncedOver[],
  { whom, read, words }: Of,
): readonly ToDo[] =>
  together(over)
    .filter(one => isOf(me, one, read))
    .map((one): ToDo => {
      const { booking, room, event, title, dates } = one
      const w = words.telling
      const href = `${PATH}/reservations/${booking}`
      const said = w.announcedYours(room, title, words.over.dates(dates, whom.today))
      const sentence = whom.private ? said : w.announcedYoursOne
      const news = `annonce:${seriesOf(one)}:${event}`
      return { n: 1, order: WAITS.PEOPLE, href, about: href, news, sentence }
    })
/** Whether a booking is of a member: they have it, or typed it and never kept the thing. */
const isOf = (me: string, { member, keyedBy, thing }: AnnouncedOver, read: Reader): boolean =>
  member === me || (keyedBy === me && !everInCharge(read, { me }, thing))

/** What the one in charge cancelled, and why, is news to who had booked it. */
function calledOffSaid(me: string, { whom, read, words }: Of): readonly ToDo[] {
  const w = words.telling
  return ownCalledOff(read, me, dayAfter(whom.today, -NEWS_DAYS)).flatMap(
    (row): readonly ToDo[] => {
      const span = spanIn(row)
      if (!span || span.until <= momentOf(whom.today, '00:00')) return []
      const [id, title, why] = ['id', 'title', 'calledOff'].map(name => String(row[name] ?? ''))
      const href = `${PATH}/reservations/${id}`
      const sentence = whom.private
        ? w.calledOff(title!, words.when(span, whom.today), why!)
        : w.calledOffOne
      return [{ n: 1, order: WAITS.PEOPLE, href, news: `annule:${id}`, about: href, sentence }]
    },
  )
}

/** What stands in for what they booked, or are in charge of, is news to them. */
function replacedSaid(me: string, { whom, read, words }: Of): readonly ToDo[] {
  const w = words.telling
  const since = dayAfter(whom.today, -NEWS_DAYS)
  return ownReplaced(read, me, { today: whom.today, since }).map((row): ToDo => {
    const span = spanIn(row)
    const [id = '', title = '', was = ''] = ['id', 'title', 'was'].map(of => String(row[of] ?? ''))
    const one = { n: 1, order: WAITS.PEOPLE }
    if (!span) {
      const href = `${PATH}/${id}`
      const sentence = whom.private ? w.keepsInstead(title, was) : w.keepsInsteadOne
      return { ...one, href, news: `charge:${id}`, about: href, sentence }
    }
    const href = `${PATH}/reservations/${id}`
    const said = w.replaced(title, was, words.when(span, whom.today))
    const sentence = whom.private ? said : w.replacedOne
    return { ...one, href, news: `remplace:${id}`, about: href, sentence }
  })
}

const spanIn = (row: Row) => spanOf(wallTimesIn(row))

/** How what somebody asked or waits for stands, read once until something of it is written. */
const standsAt = (read: Reader, id: string, today: string): RequestStanding | undefined =>
  read.keep(
    `lending stands ${id} ${today}`,
    () => {
      const row = read.one(request, id, 'home')
      const now = momentOf(dayAfter(today, 1), '00:00') - 1
      return row && standingOf(read, { now, today }, row)
    },
    () => 100,
  )
