import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { orderTold, type ToDo, type ToDoReader } from '../../../contract/to-do.ts'
import { ID_SHAPE } from '../../../core/id.ts'
import type { Lang } from '../../../core/lang.ts'
import { capital } from '../../../text/capital.ts'
import { dayLong, numberWord, sayTime } from '../../../text/days.ts'
import { actButton, mainButton } from '../../../ui/post.ts'
import { within } from '../../../ui/tongue.ts'
import type { AnswerSubject } from '../model/asked-about.ts'
import { LEAVE_BY_TICKET } from '../model/commands.ts'
import { dateKey, STILL_BY_TICKET } from '../model/commands-dates.ts'
import {
  codeOf,
  type DatePlan,
  type DateSet,
  type DateToTell,
  isAhead,
  isChanged,
  isOwn,
  shortOf,
} from '../model/date-told.ts'
import { dateOfIdea, datesLeft, dayInstead, whoIsIn } from '../model/ideas-of.ts'
import type { ResponseRow } from '../model/read.ts'
import { idea, response } from '../model/records.ts'
import { all, type MeetingWords } from './say.ts'

/** What is told of a date that was moved, cancelled or taken off, to those who said yes to it. */

type Saying = Readonly<{ lang: Lang; today: string }>

/** *annulé : « Café », dimanche 13 décembre (neige)*. */
export function changeSaid(
  { title, part, before, now }: Pick<DateToTell, 'title' | 'part' | 'before' | 'now'>,
  { lang, today }: Saying,
  read: Reader,
  words: MeetingWords,
): string {
  const w = words.dates
  const called = w.called(title, part)
  const when = (plan: DatePlan): string => hourSaid(plan, { lang, today }, words)
  const day = dayLong(now.day, lang, today)
  if (now.state === 'gone') return w.gone(called, day)
  if (now.state === 'off') return w.off(called, day, now.why ?? null)
  if (before.state !== 'on') return w.back(called, planSaid(now, { lang, today }, read, words))
  const [was, place] = [placeSaid(before, read), placeSaid(now, read)]
  const isElsewhere = place !== was
  const where = isElsewhere ? w.placeNow(place, was) : ''
  const joined = (said: string, mark: string): string => [said, where].filter(Boolean).join(mark)
  if (now.day !== before.day) {
    const wasOn = dayLong(before.day, lang, today)
    return joined(w.otherDay(called, wasOn, when(now), isElsewhere), '\u00a0; ')
  }
  if (now.startsAt === before.startsAt) return joined(w.otherPlace(called, when(now)), ', ')
  if (now.startsAt === null) return joined(w.noHour(called, day), '\u00a0; ')
  const wasAt = before.startsAt && sayTime(before.startsAt, lang)
  return joined(w.otherHour(called, when(now), wasAt, isElsewhere), '\u00a0; ')
}

/** *samedi 12 décembre à 18 h*. */
function hourSaid(
  { day, startsAt }: DatePlan,
  { lang, today }: Saying,
  words: MeetingWords,
): string {
  const on = dayLong(day, lang, today)
  return startsAt === null ? on : words.todayAt(on, sayTime(startsAt, lang))
}

/** *samedi 12 décembre à 18 h, salle des fêtes*. */
export const planSaid = (
  plan: DatePlan,
  saying: Saying,
  read: Reader,
  words: MeetingWords,
): string => [hourSaid(plan, saying, words), placeSaid(plan, read)].filter(Boolean).join(', ')

export const placeSaid = ({ where }: Pick<DatePlan, 'where'>, read: Reader): string =>
  where === null ? '' : ID_SHAPE.test(where) ? (read.called(where)?.title ?? '') : where

/** Who counts on a date that is moved or off is told before they go there. */
export const dateOrder = (
  those: readonly Pick<DateToTell, 'before' | 'now'>[],
  today: string,
): number => orderTold(those.some(({ before, now }) => [before.day, now.day].includes(today)))

/** Of a date that is no more: the page of its idea, where another day is proposed. */
const pageOf = ({ event, idea: of, now }: DateToTell): string => {
  if (now.state !== 'gone') return `/repondre/${event}`
  return of === null ? `/agenda/${event}` : `${idea.path}/${of}`
}

/** What a member hears of the dates that they proposed. */
export function proposedNews(
  dates: readonly DateSet[],
  whom: ToDoReader,
  read: Reader,
  words: MeetingWords,
): readonly ToDo[] {
  const inFor = whoIsIn(
    read,
    dates.map(({ event }) => event),
    words.dates.fromBefore,
  )
  return dates.map(one => {
    const of = { href: '/moi', about: `/agenda/${one.event}`, n: 1, label: words.newsLabel }
    // Who proposed a date is named nowhere: that it is theirs is for them alone.
    if (!isChanged(one)) return { ...of, ...shownNews(one, inFor, whom, words) }
    const come = comeTo(one, inFor)
    return {
      ...of,
      news: `proposed:${one.event}:${stateWith(one, come)}`,
      sentence: whom.private
        ? withIn(changeSaid({ ...one, part: null }, whom, read, words), come, whom.lang, words)
        : words.dates.heard[one.now.state === 'on' ? 'on' : 'off'],
      ...{ stays: true as const, isOpen: true as const },
    }
  })
}

/** *votre date est montrée : « Tri des graines », samedi 19 décembre. Zélie en est déjà*. */
function shownNews(
  { event, title, now }: DateSet,
  inFor: InFor,
  whom: ToDoReader,
  words: MeetingWords,
): Pick<ToDo, 'news' | 'sentence'> {
  const w = words.dates
  const names = inFor.get(event) ?? []
  // Each who joins is told once.
  const news = `dateshown:${event}${names.length > 0 ? `:${names.length}` : ''}`
  if (!whom.private) return { news, sentence: w.heardShown }
  const shown = w.shown(w.called(title, null), dayLong(now.day, whom.lang, whom.today))
  return { news, sentence: withIn(shown, names, whom.lang, words) }
}

/** Who says yes to a date, by event. */
type InFor = ReadonlyMap<string, readonly string[]>
/** Those who come to a date that takes place. */
export const comeTo = ({ event, now }: DateSet, inFor: InFor): readonly string[] =>
  now.state === 'on' ? (inFor.get(event) ?? []) : []
/** Letters that differ each time that something is said of a date, or that somebody joins it. */
export const stateWith = ({ state }: DateSet, come: readonly string[]): string =>
  come.length > 0 ? `${state}x${come.length}` : state
/** A sentence, then who is in. */
export const withIn = (
  said: string,
  names: readonly string[],
  lang: Lang,
  words: MeetingWords,
): string => (names.length > 0 ? `${said}. ${inSaid(names, lang, words)}` : said)

/** *Zélie en est déjà*, *Déjà deux : Zélie et Tom*. */
export function inSaid(names: readonly string[], lang: Lang, words: MeetingWords): string {
  const said =
    names.length === 1
      ? words.alreadyOne(names[0]!)
      : words.already(numberWord(names.length, lang), all(names, lang))
  return said.replace(/\.$/, '')
}

/** What a member hears of the dates that they said yes to. */
export function dateNews(whom: ToDoReader, read: Reader, words: MeetingWords): readonly ToDo[] {
  const { me } = whom
  if (me === undefined) return []
  const all = datesLeft(read, { of: 'member', me }, whom.today).filter(one => isOwn(one, me))
  const own = new Map(all.map(one => [dateKey(one), one]))
  return [...own].map(([news, one]) => ({
    ...{ href: '/moi', about: pageOf(one), n: 1, label: words.newsLabel, news },
    order: dateOrder([one], whom.today),
    sentence: ownSaid(one, whom, read, words),
    ...{ stays: true as const, isOpen: true as const },
  }))
}

function ownSaid(one: DateToTell, whom: ToDoReader, read: Reader, words: MeetingWords): string {
  const w = words.dates
  const isOn = one.now.state === 'on'
  if (!whom.private) return isOn ? w.heard.on : w.heard.off
  const line = changeSaid(one, whom, read, words)
  return isOn ? w.still(line) : line
}

/** The keeper tells those who read it nowhere, a line for each date, until all are told. */
export function datesForKeeper(
  whom: ToDoReader,
  read: Reader,
  words: MeetingWords,
): readonly ToDo[] {
  const all = datesLeft(read, { of: 'keeper' }, whom.today)
  return [...Map.groupBy(all, one => `${one.event} ${codeOf(one.now)}`).values()].map(those => ({
    href: `/repondre/${those[0]!.event}`,
    n: 1,
    order: dateOrder(those, whom.today),
    label: words.dates.label,
    sentence: words.tellThem(
      whom.private ? changeSaid(those[0]!, whom, read, words) : words.dates.heardKeeper,
    ),
  }))
}

/** What the holder of the ticket of an answer reads of its date. */
export function dateOnTicket(
  kit: Kit,
  read: Reader,
  words: MeetingWords,
  { type, id }: Readonly<{ type: Readonly<{ name: string }>; id: string }>,
): readonly Html[] {
  const { request } = kit
  if (type.name === 'event') {
    const date = dateOfIdea(read, type.name, id)
    const isTold = date && isAhead(date, request.today)
    if (!isTold || dayInstead(read, id, request.today)) return []
    const said = capital(changeSaid({ ...date, part: null }, request, read, words))
    return [html`<a href="/agenda/${date.event}">${within(said, date.title, request.lang)}</a>`]
  }
  if (type.name !== response.name) return []
  return datesLeft(read, { of: 'answer', id }, request.today).map(one => {
    const said = capital(changeSaid(one, request, read, words))
    const line = within(said, one.title, request.lang)
    const href = one.now.state === 'gone' ? pageOf(one) : `/agenda/${one.event}`
    return html`<a href="${href}">${line}</a>`
  })
}

/** *J’en suis toujours · Je ne peux plus*: by the ticket of a yes to a date that moved. */
export function stillOnTicket(
  kit: Kit,
  read: Reader,
  words: MeetingWords,
  id: string,
): readonly Html[] {
  if (!read.one(response, id)) return []
  const moved = datesLeft(read, { of: 'answer', id }, kit.request.today)
  if (!moved.some(({ now }) => now.state === 'on')) return []
  return [
    actButton(kit.form(), `${kit.request.path}/${STILL_BY_TICKET}`, {
      button: mainButton(words.dates.stillIn),
    }),
    actButton(kit.form(), `${kit.request.path}/${LEAVE_BY_TICKET}`, {
      button: words.dates.cannot,
    }),
  ]
}

/** *À leur dire : annulé…*, with whom the keeper still has to tell; nothing where all know. */
export function datesToSay(
  about: Pick<AnswerSubject, 'id'>,
  answers: readonly Pick<ResponseRow, 'id'>[],
  context: PageContext<MeetingWords>,
): Html | false {
  const ids = answers.map(({ id }) => id)
  const { today } = context.kit.request
  const all = datesLeft(context.read, { of: 'answers', ids }, today)
  const of = [...Map.groupBy(all, one => `${codeOf(one.before)} ${codeOf(one.now)}`).values()]
  return of.length > 0 && html`${of.map(those => sayPart(about.id, those, context))}`
}

function sayPart(
  about: string,
  those: readonly DateToTell[],
  { kit, read, words }: PageContext<MeetingWords>,
): Html {
  const w = words.dates
  const [first] = those
  const sayer = ({ answer }: DateToTell): string => read.one(response, answer)?.toldTo ?? ''
  const carried = those.filter(one => one.keyedBy !== null && sayer(one) !== '')
  const left = those.filter(one => !carried.includes(one))
  const button = (some: readonly DateToTell[], label: string): Html =>
    actButton(kit.form(), `/repondre/${about}/date-dite`, {
      look: 'inline no-print',
      hidden: {
        from: kit.request.path,
        reponses: some.map(({ answer }) => answer).join(' '),
        quand: shortOf(first!.now),
      },
      button: label,
    })
  return html`
    <div class="note">
      <p><b>${w.toSay(changeSaid(first!, kit.request, read, words))}</b></p>
      ${carried.map(one => html`<p>${words.errands.carries(sayer(one), one.name)}</p>`)}
      ${left.map(one => button([one], w.told(one.name)))}
      ${left.length > 1 && button(left, w.allTold)}
    </div>
  `
}
