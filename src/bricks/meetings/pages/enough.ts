import type { Html } from '../../../contract/html.ts'
import { html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import type { Lang } from '../../../core/lang.ts'
import { capital } from '../../../text/capital.ts'
import { dayLong, numberWord, sayTime } from '../../../text/days.ts'
import { actButton } from '../../../ui/post.ts'
import { within } from '../../../ui/tongue.ts'
import { COME_BY_TICKET } from '../model/commands.ts'
import {
  isFresh,
  isNear,
  type PeopleCount,
  peopleCount,
  peopleCounts,
  saidOf,
  toTell,
} from '../model/count.ts'
import { dateSet, isChanged } from '../model/date-told.ts'
import {
  datesProposed,
  dayInstead,
  helpsFor,
  type IdeaBecome,
  type IdeaTold,
  ideaBecome,
  ideasBecome,
  type Proposed,
  proposedBy,
  saidAgain,
  whoIsIn,
} from '../model/ideas-of.ts'
import { mineTo } from '../model/read.ts'
import { idea, response } from '../model/records.ts'
import { datedToTell, isCarried } from '../model/telling.ts'
import {
  changeSaid,
  comeTo,
  dateOnTicket,
  dateOrder,
  inSaid,
  planSaid,
  proposedNews,
  stateWith,
  withIn,
} from './date-news.ts'
import type { MeetingWords } from './say.ts'

/** What is told of an idea or a date for which so many people are wanted. */

/** *« Café », samedi 5 décembre : le compte y est*, or who is missing. */
export function standing(
  { title, day, startsAt, missing }: PeopleCount,
  { lang, today }: Readonly<{ lang: Lang; today: string }>,
  words: MeetingWords,
): string {
  if (day === null)
    return missing === 0
      ? words.enoughFor(title)
      : words.shortFor(title, missing, numberWord(missing, lang))
  const on = dayLong(day, lang, today)
  const when = startsAt === null ? on : words.todayAt(on, sayTime(startsAt, lang))
  return missing === 0
    ? words.enoughOn(title, when)
    : words.shortOn(title, when, missing, numberWord(missing, lang))
}

/** The same over http, where no title is said. */
function heard({ day, missing }: PeopleCount, words: MeetingWords): string {
  if (day === null) return missing === 0 ? words.enoughHeard : words.shortHeardIdea
  return missing === 0 ? words.enoughHeardDate : words.shortHeard
}

/** A member, and what they proposed. */
type Whose = Proposed & Readonly<{ me: string }>

/**
 * How the count stands for the ideas and dates for which this member is in, and for the ideas that
 * they proposed.
 */
function countNews(
  whom: ToDoReader,
  { me, ideas }: Whose,
  read: Reader,
  words: MeetingWords,
): readonly ToDo[] {
  return peopleCounts(read, whom.today).flatMap((count): readonly ToDo[] => {
    const mine = mineTo(read, count.id, me)
    const said = mine.map(id => read.one(response, id)?.answer)
    const isIn = said.includes('in')
    if (!isIn && !said.includes('help') && !ideas.includes(count.id)) return []
    const told = toTell(read, count, whom.today)
    const isTold = isIn ? told.some(one => mine.includes(one.id)) : told.length > 0
    if (count.missing > 0 && !isNear(count, whom.today) && !isTold) return []
    return [
      {
        href: '/moi',
        about: count.path,
        n: 1,
        label: words.newsLabel,
        sentence: whom.private ? standing(count, whom, words) : heard(count, words),
        // A number that is reached again is told again.
        ...(count.reachedBy
          ? { news: `reached:${count.reachedBy.id}` }
          : { news: `short:${count.id}:${count.missing}`, stays: true }),
      },
    ]
  })
}

/** *« Un four » : on se voit samedi 12 décembre*, *annulé : …*, or what else it became. */
export function becameSaid(
  one: IdeaBecome,
  when: Readonly<{ lang: Lang; today: string }>,
  read: Reader,
  words: MeetingWords,
): string {
  const { title, became, day, date } = one
  if (one.changed && date) return changeSaid({ ...date, title, part: null }, when, read, words)
  if (day === undefined) return words.becameFor(title, became)
  const isPlan = date?.now.state === 'on' && date.now.day === day
  const on = isPlan ? planSaid(date.now, when, read, words) : dayLong(day, when.lang, when.today)
  return words.dayFor(title, on)
}

/** A yes to an idea is no yes to its day: it is asked. */
function becameAsked(
  one: IdeaBecome,
  when: Readonly<{ lang: Lang; today: string }>,
  read: Reader,
  words: MeetingWords,
): string {
  const told = becameSaid(one, when, read, words)
  return one.day === undefined ? told : words.thenYou(told)
}

/** What the ideas of a member became, for a month; then the dates that they proposed. */
function becameNews(
  whom: ToDoReader,
  { me, ideas, events }: Whose,
  read: Reader,
  words: MeetingWords,
): readonly ToDo[] {
  const { today } = whom
  const become = ideasBecome(read, me, { today, proposed: ideas })
  const told = new Set(become.flatMap(({ date }) => date?.event ?? []))
  const theirs = [...told].filter(event => events.includes(event))
  const inFor = whoIsIn(read, theirs, words.dates.fromBefore)
  const news = become.map(one => {
    const isTheirs = one.date !== undefined && theirs.includes(one.date.event)
    const come = isTheirs ? comeTo(one.date, inFor) : []
    return becameLine({ ...one, isTheirs, come }, whom, read, words)
  })
  const dates = datesProposed(read, me, { events, today }).filter(({ event }) => !told.has(event))
  return [...news, ...proposedNews(dates, whom, read, words)]
}

/** `isTheirs`: they proposed its date; `come`: who says yes to that. */
type BecameLine = IdeaTold & Readonly<{ isTheirs: boolean; come: readonly string[] }>
const becameLine = (
  one: BecameLine,
  whom: ToDoReader,
  read: Reader,
  words: MeetingWords,
): ToDo => ({
  href: '/moi',
  about: one.path,
  n: 1,
  label: words.newsLabel,
  sentence: whom.private ? becameTold(one, whom, read, words) : becameHeard(one, words),
  // Each time that its day changes, or that somebody joins the day of theirs, it is told again.
  news: `became:${one.id}${one.date ? `:${stateWith(one.date, one.come)}` : ''}`,
  ...(one.changed ? { stays: true as const, ...becomeOrder(one, whom.today) } : {}),
  // A day is there for all to read: paper says it whole. Who proposed stands nowhere.
  ...(one.isIn && (one.changed || !one.isTheirs) ? { isOpen: true as const } : {}),
})

/** Of an idea that has its day: some of those who are told count on another one. */
export const becomeOrder = (
  { date }: Pick<IdeaBecome, 'date'>,
  today: string,
): Pick<ToDo, 'order'> => (date ? { order: dateOrder([date], today) } : {})

/** Nobody is asked about their own date. */
function becameTold(one: BecameLine, whom: ToDoReader, read: Reader, words: MeetingWords): string {
  const told = becameSaid(one, whom, read, words)
  if (!one.isTheirs) return becameAsked(one, whom, read, words)
  return withIn(one.changed ? told : words.thenShown(told), one.come, whom.lang, words)
}

function becameHeard(one: IdeaTold, words: MeetingWords): string {
  const { heard: said } = words.dates
  if (!one.changed) return words.becameHeard
  return one.day === undefined ? said.off : said.on
}

/** What a member hears of ideas and dates. */
export function peopleNews(whom: ToDoReader, read: Reader, words: MeetingWords): readonly ToDo[] {
  const { me } = whom
  if (me === undefined) return []
  const whose = { me, ...proposedBy(read, me, whom.today) }
  return [
    ...countNews(whom, whose, read, words),
    ...becameNews(whom, whose, read, words),
    ...helpNews(whom, whose, read, words),
  ]
}

/** Who proposed an idea hears who offers to help with it, each once. */
function helpNews(
  whom: ToDoReader,
  { me, ideas }: Whose,
  read: Reader,
  words: MeetingWords,
): readonly ToDo[] {
  return helpsFor(read, ideas, { but: me, today: whom.today }).map(one => ({
    ...{ href: '/moi', about: `${idea.path}/${one.idea}`, n: 1, label: words.newsLabel },
    sentence: whom.private
      ? words.helpOffered(one.title, words.helps(one.name, one.saying))
      : words.helpHeard,
    news: `help:${one.answer}`,
  }))
}

/**
 * The keeper tells those who are in: their page has *Pour les prévenir*, until all are told. An
 * idea with enough people asks for a day first, by a line of its own. A date of `dates` is told to
 * those who said yes to it before those of its idea: one line says a change.
 */
export const peopleToTell = (
  whom: ToDoReader,
  read: Reader,
  words: MeetingWords,
  dates: readonly ToDo[],
): readonly ToDo[] => [
  ...peopleCounts(read, whom.today)
    .filter(one => one.missing > 0 || (one.day !== null && isFresh(one, whom.today)))
    .filter(one => toTell(read, one, whom.today).some(({ id }) => !isCarried(read, id)))
    .map(one => ({
      href: one.path,
      n: 1,
      label: one.day === null ? words.reachedLabel : words.enoughDates,
      sentence: words.tellThem(
        whom.private ? standing(one, whom, words) : heardByKeeper(one, words),
      ),
    })),
  ...datedToTell(read, whom.today).flatMap(({ path, become }) => {
    if (dates.some(({ href }) => href === `/repondre/${become?.date?.event}`)) return []
    const said = become && whom.private ? becameSaid(become, whom, read, words) : words.datedKeeper
    const order = become ? becomeOrder(become, whom.today) : {}
    return { href: path, n: 1, ...order, label: words.reachedLabel, sentence: words.tellThem(said) }
  }),
]

function heardByKeeper(one: PeopleCount, words: MeetingWords): string {
  if (saidOf(one) === 'enough') return words.enoughKeeperDate
  return one.day === null ? words.shortKeeperIdea : words.shortKeeper
}

/** *J’en suis*, to the day of an idea, by the ticket of a yes to that idea: nothing is typed. */
const comeByTicket = (kit: Kit, event: string, words: MeetingWords): Html =>
  html`
    ${actButton(kit.form(), `${kit.request.path}/${COME_BY_TICKET}`, {
      hidden: { id: event, answer: 'in', from: kit.request.path },
      button: words.dates.comeToo,
    })}
    <p class="hint">${words.dates.comeAs}</p>
  `

/** Whoever proposed an idea gave no name: that they come is said where one says it. */
const comeToo = (href: string, words: MeetingWords): Html =>
  html`
    <p class="hint">${words.dates.notCounted}</p>
    <p class="acts no-print"><a class="button" href="${href}">${words.dates.comeToo}</a></p>
  `

/** Their yes to the day has a ticket of its own: here they answer on its page. */
const toAnswer = (event: string, words: MeetingWords): Html =>
  html`
    <p class="acts no-print">
      <a class="button" href="/repondre/${event}">${words.dates.answerIt}</a>
    </p>
  `

/** Who says yes to a day that takes place, for the holder of its ticket. */
function dayOnTicket(kit: Kit, read: Reader, words: MeetingWords, id: string): readonly Html[] {
  const { today, lang } = kit.request
  const date = dateSet(read, id)
  if (date?.now.state !== 'on' || date.now.day < today) return []
  const come = whoIsIn(read, [date.event], words.dates.fromBefore).get(date.event) ?? []
  if (come.length === 0) return []
  const called = words.dates.called(date.title, null)
  const shown = words.dates.shown(called, planSaid(date.now, kit.request, read, words))
  const told = isChanged(date)
    ? inSaid(come, lang, words)
    : withIn(capital(shown), come, lang, words)
  return [html`<a href="/agenda/${date.event}">${within(told, date.title, lang)}</a>`]
}

type TicketOf = Readonly<{ type: Readonly<{ name: string }>; id: string }>

/** What the idea became, for the holder of the ticket of a yes to it, of it, or of a day of it. */
function becameOnTicket(
  kit: Kit,
  read: Reader,
  words: MeetingWords,
  { become, type, id }: TicketOf & Readonly<{ become: IdeaBecome }>,
): readonly Html[] {
  const isDated = become.day !== undefined
  const event = type.name === response.name && isDated ? become.date?.event : undefined
  const again = event === undefined ? undefined : saidAgain(read, id, event)
  const isSaid = again !== undefined
  // The ticket of a yes to its day says what changed since; so does that of the idea.
  const changed = again ? dateOnTicket(kit, read, words, { type, id: again }) : []
  const isOn = event !== undefined && become.date?.now.state === 'on'
  if (changed.length > 0) return changed.map(line => html`${line}${isOn && toAnswer(event, words)}`)
  const told = (isSaid ? becameSaid : becameAsked)(become, kit.request, read, words)
  const said = within(capital(told), [become.title, become.became], kit.request.lang)
  const come = event !== undefined && !isSaid && comeByTicket(kit, event, words)
  // Beside the button no link leads to a form where all is typed again.
  const href = come ? `/agenda/${event}` : become.path
  const too = type.name === idea.name && isDated && comeToo(href, words)
  return [html`<a href="${href}">${said}</a>${come || too}`]
}

/** How the count stands, for the holder of the ticket of an answer *j’en suis*, or of an idea. */
export function countOnTicket(
  kit: Kit,
  read: Reader,
  words: MeetingWords,
  of: TicketOf,
): readonly Html[] {
  const { type, id } = of
  const { today, lang } = kit.request
  if (type.name === 'event') {
    const become = dayInstead(read, id, today)
    return become
      ? becameOnTicket(kit, read, words, { ...of, become })
      : dayOnTicket(kit, read, words, id)
  }
  const row = type.name === response.name ? read.one(response, id) : undefined
  if (type.name !== idea.name && (!row || row.answer === 'not')) return []
  const about = row ? (row.to ?? '') : id
  // Whoever proposed an idea reads who is in, and who can help.
  const offers = row ? [] : helpsFor(read, [id], { today })
  const helps = offers.map(one => {
    const said = capital(words.helpOffered(one.title, words.helps(one.name, one.saying)))
    return html`
      <a href="${idea.path}/${one.idea}">${within(said, [one.title, one.saying], lang)}</a>
    `
  })
  const become = ideaBecome(read, about, today) ?? dayInstead(read, about, today)
  if (become) return [...becameOnTicket(kit, read, words, { ...of, become }), ...helps]
  const count = peopleCount(read, about, today)
  if (!count) return helps
  const names = row ? [] : count.people.flatMap(({ firstName }) => firstName ?? [])
  const told = withIn(standing(count, kit.request, words), names, lang, words)
  const said = within(told, count.title, lang)
  const too = !row && comeToo(count.path, words)
  return [html`<a href="${count.path}">${said}</a>${too}`, ...helps]
}
