import { villageOf } from '../../../contract/communes.ts'
import { type Html, html, plainText } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import type { DoneLine, Slots, TodayPiece } from '../../../contract/slots.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { firstIdOf } from '../../../core/id.ts'
import type { RowOf } from '../../../core/schema.ts'
import { capital } from '../../../text/capital.ts'
import { dayAfter, dayLong, dayPlain, numberWord, onDay, sayTime } from '../../../text/days.ts'
import { whereOnce } from '../../../text/where-once.ts'
import { POINT } from '../../../ui/board.ts'
import { within } from '../../../ui/tongue.ts'
import { WHO_COUNTS } from '../model/commands-people.ts'
import { peopleCount } from '../model/count.ts'
import { meetingsHarvest } from '../model/harvest.ts'
import { ideaBecome } from '../model/ideas-of.ts'
import { answersTo, latest, meetingOf, PATH } from '../model/read.ts'
import { toSettle } from '../model/read-people.ts'
import { idea, meeting, task } from '../model/records.ts'
import { tallyAnswers } from '../model/rules.ts'
import { freedSeats } from '../model/seats.ts'
import { becameHere } from './became.ts'
import { dateNews, dateOnTicket, datesForKeeper, stillOnTicket } from './date-news.ts'
import { countOnTicket, peopleNews, peopleToTell } from './enough.ts'
import { errandLines } from './errands.ts'
import { outcomesOf } from './outcomes.ts'
import { placeOf } from './pages-story.ts'
import { between, type MeetingWords } from './say.ts'
import { onNotice } from './taking.ts'

const MOST_DONE = 10

/** What was promised and is done. */
function tasksDone(request: Request, read: Reader, words: MeetingWords): readonly DoneLine[] {
  return latest(read, 'done', MOST_DONE).map(({ id, day }) => {
    const row = read.one(task, id)
    const date = meetingOf(read, row?.notedAt ?? null)?.date
    const where = date
      ? words.doneFrom(dayPlain(date, request.lang, request.today))
      : words.doneOn(onDay(day, request.lang, request.today))
    const title = row?.title ?? ''
    return { day, title: words.doneTask(title), said: [title], where, href: `${PATH}/suites/${id}` }
  })
}

/** What an idea became, then where it was said. */
function ideasDone(request: Request, read: Reader, words: MeetingWords): readonly DoneLine[] {
  return latest(read, 'became', MOST_DONE).flatMap(({ id, day }): readonly DoneLine[] => {
    const row = read.one(idea, id)
    // Nothing is done on a date that is off, or to come.
    const become = ideaBecome(read, id, request.today)
    if (become?.date && (become.day !== undefined || become.date.now.state !== 'on')) return []
    const date = meetingOf(read, row?.notedAt ?? null)?.date
    const from = date
      ? words.ideaFrom(dayPlain(date, request.lang, request.today))
      : words.ideaAlone
    const became = row?.became ? read.called(row.became)?.title : undefined
    const told = becameHere(row, request, read, words)
    const where = told ? `${plainText(told)}${POINT}${from}` : from
    const title = row?.title ?? ''
    return [{ day, title, said: [title, became ?? ''], where, href: `${PATH}/idee/${id}` }]
  })
}

/** A seat was given back, and is theirs. */
function seatNews({ me, today }: ToDoReader, read: Reader, words: MeetingWords): readonly ToDo[] {
  if (me === undefined) return []
  return freedSeats(read, today, me).map(one => ({
    href: `/repondre/${one.about}`,
    about: `/repondre/${one.about}`,
    n: 1,
    label: words.newsLabel,
    sentence: words.seatIsYours,
    news: `seat:${one.answer}`,
  }))
}
/** Enough people are in for an idea: the keeper says with them what it becomes, and when. */
function reachedIdeas(
  { private: isPrivate }: ToDoReader,
  read: Reader,
  words: MeetingWords,
): readonly ToDo[] {
  const all = read.list(idea, {
    where:
      "threshold IS NOT NULL AND (state IS NULL OR state = 'open') AND threshold <= (SELECT " +
      'count(*) FROM response AS r LEFT JOIN joined AS j ON j.id = r."to" ' +
      'WHERE coalesce(j.shown, r."to") = idea.id AND r.removed IS NOT 1)',
    order: 'id',
    limit: MOST_REACHED,
  })
  const reached = all.filter(row => tallyAnswers(answersTo(read, row.id), row.threshold).reached)
  const [first] = reached
  if (!first) return []
  return [
    {
      href: `${PATH}/idee/${first.id}`,
      list: PATH,
      n: reached.length,
      label: words.reachedLabel,
      sentence: isPrivate && first.title ? words.enoughFor(first.title) : words.enoughKeeper,
    },
  ]
}
const MOST_REACHED = 10

/** What was promised for a day that is over, and of which nobody was reminded since. */
function lateTasks({ today }: ToDoReader, read: Reader, words: MeetingWords): readonly ToDo[] {
  const late = read.list(task, {
    where:
      'dueDay < ? AND (remindedOn IS NULL OR remindedOn < dueDay) AND (state IS NULL OR state ' +
      "NOT IN ('done', 'dropped'))",
    with: [today],
    order: 'dueDay, id',
    limit: MOST_LATE,
  })
  const [first] = late
  if (!first) return []
  return [
    {
      href: `${PATH}/suites/${first.id}`,
      list: MY_TASKS,
      n: late.length,
      label: words.followUps,
      sentence: words.lateWaits(late.length),
    },
  ]
}
const MY_TASKS = '/mes-suites'
const MOST_LATE = 200

function waits(whom: ToDoReader, read: Reader, words: MeetingWords): readonly ToDo[] {
  if (whom.by !== 'keeper')
    return [
      ...errandLines(whom, read, words),
      ...dateNews(whom, read, words),
      ...peopleNews(whom, read, words),
      ...seatNews(whom, read, words),
    ]
  const n = toSettle(read)
  const freed = freedSeats(read, whom.today)
  const dates = datesForKeeper(whom, read, words)
  return [
    { href: WHO_COUNTS, n, label: words.people.title, sentence: words.people.waits(n) },
    ...reachedIdeas(whom, read, words),
    ...dates,
    ...peopleToTell(whom, read, words, dates),
    ...lateTasks(whom, read, words),
    ...(freed.length === 0
      ? []
      : [
          {
            href: `/repondre/${freed[0]!.about}`,
            n: freed.length,
            label: words.freedLabel,
            sentence: words.freedWaits(freed.length),
          },
        ]),
  ]
}

/** How long a meeting is told on the first page: from its day, or since its notes were shown. */
const NEWS_DAYS = 7
/** Notes that are shown later than this tell nothing new. */
const LATE_DAYS = 14
/** Two meetings of one week are both told. */
const MOST_MET = 2
/** Of what came out, the kinds that are told first; so many of them. */
const TOLD_FIRST = ['initiative', 'idea', 'need', 'offer', 'decision', 'event'] as const
const MOST_KINDS = 3

/**
 * The newest open idea of the week that somebody wrote here, and who is missing. Those of a meeting
 * are told with it.
 */
function newIdea({ request }: Kit, read: Reader, words: MeetingWords): readonly TodayPiece[] {
  const { today, lang } = request
  return read
    .list(idea, {
      where: "id >= ? AND notedAt IS NULL AND (state IS NULL OR state = 'open')",
      with: [firstIdOf(dayAfter(today, -NEWS_DAYS))],
      order: 'id DESC',
      limit: 1,
    })
    .map(row => {
      const said = within(words.newIdea(row.title ?? ''), row.title ?? '', lang)
      const count = peopleCount(read, row.id, today)
      const missing =
        count &&
        count.missing > 0 &&
        words.missingOf(count.missing, numberWord(count.missing, lang))
      const more = missing && `, ${missing}`
      return { later: html`<a href="${PATH}/idee/${row.id}">${said}${more}</a>` }
    })
}

/** The newest meetings of the week, and those whose notes were shown in it. A chat is none. */
function lastMeetings(kit: Kit, read: Reader, words: MeetingWords): readonly Html[] {
  const { today } = kit.request
  const since = dayAfter(today, -NEWS_DAYS)
  return read
    .list(meeting, {
      where: 'chat IS NOT 1 AND (date >= ? OR date >= ? AND id >= ?) AND date <= ?',
      with: [since, dayAfter(today, -LATE_DAYS), firstIdOf(since), today],
      order: 'date DESC, id DESC',
      limit: MOST_READ,
    })
    .flatMap(row => metSaid(row, kit, read, words))
    .slice(0, MOST_MET)
}
/** Meetings of which nothing came out are read, and not told. */
const MOST_READ = 6

/** *Hier soir au local : quatre projets, deux idées.* Nothing of one that gave nothing. */
function metSaid(
  row: RowOf<typeof meeting>,
  kit: Kit,
  read: Reader,
  words: MeetingWords,
): readonly Html[] {
  const { today, lang } = kit.request
  if (!row.date) return []
  const out = new Map(outcomesOf(read, row.id).map(({ type, ids }) => [type, ids.length]))
  const kinds = TOLD_FIRST.flatMap(type => {
    const n = out.get(type) ?? 0
    return n > 0 ? [words.came[type](n, numberWord(n, lang))] : []
  }).slice(0, MOST_KINDS)
  if (kinds.length === 0) return []
  const isEvening = row.startsAt !== null && row.startsAt >= EVENING
  const when =
    row.date === today
      ? words[isEvening ? 'metTonight' : 'metToday']
      : row.date === dayAfter(today, -1)
        ? words[isEvening ? 'metLastNight' : 'metYesterday']
        : onDay(row.date, lang, today)
  const said = `${when}${toldAt(metWhere(row, kit))}`
  const met = capital(said)
  return [
    html`
      <a href="${PATH}/reunions/${row.id}">${met}${words.colon}${kinds.join(', ')}</a>
    `,
  ]
}

/** *Assemblée du four à 20 h*: a meeting of today of which nothing is noted yet. */
function meetingToday({ request }: Kit, read: Reader, words: MeetingWords): readonly Html[] {
  const { today, lang } = request
  return read
    .list(meeting, {
      where: 'date = ?',
      with: [today],
      order: "coalesce(startsAt, ''), id",
      limit: MOST_TODAY,
    })
    .filter(row => outcomesOf(read, row.id).length === 0)
    .map(({ id, title, startsAt }) => {
      const said = startsAt ? words.todayAt(title ?? '', sayTime(startsAt, lang)) : (title ?? '')
      return html`<a href="${PATH}/reunions/${id}">${said}</a>`
    })
}
const MOST_TODAY = 3

/** *Salle des fêtes, Trelins*: the village of a meeting that was elsewhere. */
function metWhere(row: RowOf<typeof meeting>, kit: Kit): string {
  const commune = villageOf(kit, row)
  const said = whereOnce({ where: row.where, commune })
  return [said.where, said.commune && commune].filter(Boolean).join(', ')
}

const EVENING = '18:00'
/** * au local*, *, Salle des fêtes*: after a day. */
const toldAt = (where: string): string =>
  where === ''
    ? ''
    : /^(?:aux?|à|chez|dans|en|sous|sur|devant|derrière|at|in) /i.test(where)
      ? ` ${where.charAt(0).toLowerCase()}${where.slice(1)}`
      : `, ${where}`

/** A meeting that is to come stands in the agenda; one that was is told by what came out of it. */
const comingMeetings: NonNullable<Slots<MeetingWords>['agenda']> = (kit, read, _words, days) =>
  read
    .list(meeting, {
      where: 'date BETWEEN ? AND ? AND date >= ?',
      with: [days.from, days.to, kit.request.today],
      order: 'date, id',
    })
    .map(row => ({
      day: row.date ?? '',
      title: row.title ?? '',
      where: plainText(placeOf(row, kit)),
      href: `${PATH}/reunions/${row.id}`,
      id: row.id,
      ...(row.startsAt ? { time: row.startsAt } : {}),
      ...(row.commune ? { commune: row.commune } : {}),
    }))

const dayAndHour = ({ date, startsAt }: RowOf<typeof meeting>, { lang, today }: Request): Html =>
  between([date && dayLong(date, lang, today), startsAt && sayTime(startsAt, lang)], ', ')

export const slots: Slots<MeetingWords> = {
  questions: words => words.questions,
  tools: words => [
    {
      href: '/mes-suites',
      words: words.followUps,
      under: 'answers',
      about: words.toolAbout.followUps,
    },
  ],
  agenda: comingMeetings,
  facts: (kit, read, words, { type, id }) => {
    const row = type === meeting.name ? read.one(meeting, id) : undefined
    const isPast = row?.date != null && row.date < kit.request.today
    return row && between([dayAndHour(row, kit.request), isPast && words.isPast], ', ')
  },
  onRecord: onNotice,
  waits,
  onTicket: (kit, read, words, of) => [
    ...dateOnTicket(kit, read, words, of),
    ...countOnTicket(kit, read, words, of),
  ],
  ticketActs: stillOnTicket,
  today: (kit, read, words) => [
    ...meetingToday(kit, read, words),
    ...lastMeetings(kit, read, words),
    ...newIdea(kit, read, words),
  ],
  menu: words => [{ order: 50, href: PATH, words: words.menu }],
  done: (kit, read, words) =>
    [...tasksDone(kit.request, read, words), ...ideasDone(kit.request, read, words)]
      .sort((a, b) => (a.day < b.day ? 1 : -1))
      .slice(0, MOST_DONE),
  harvest: [meetingsHarvest],
}
