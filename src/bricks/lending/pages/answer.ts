import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Message } from '../../../contract/message.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import { daysOffOf } from '../../../core/calendar/days-off.ts'
import { localMoment, openAt, opensNext } from '../../../core/calendar/hours.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { isDay } from '../../../core/form/fit.ts'
import { one } from '../../../core/form/input.ts'
import { typedTime } from '../../../core/form/typed.ts'
import { type TypedWhen, typedWhen } from '../../../core/form/typed-when.ts'
import { capital } from '../../../text/capital.ts'
import { dayAfter, dayLong } from '../../../text/days.ts'
import { formField } from '../../../ui/field.ts'
import { which } from '../../../ui/which.ts'
import { WAIT } from '../model/commands-book.ts'
import { openTimes } from '../model/opening.ts'
import type { Asker, ThingRow } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import { type AskedOf, type Broken, brokenRules, type Person } from '../model/rules-who.ts'
import { ruleSaid, say, takenSaid } from '../model/said.ts'
import { type Span, spanOf, type WallTimes } from '../model/span.ts'
import { keptFor } from '../model/waiting.ts'
import { type WishWeighed, weighed } from '../model/weighing.ts'
import type { fr } from '../words/fr.ts'
import { bookingAct, seeYours } from './booking-form.ts'
import { type DaySeen, daysSeen, partSaid } from './days.ts'
import { othersHave } from './elsewhere.ts'
import { askedQuery, dayUnread } from './stretch.ts'
import { worded } from './worded.ts'

type Context = PageContext<typeof fr>

/** The time that an address asks for, or why it is none. */
export type TimeAsked = Asked | Readonly<{ refused: Message }>
type Asked = Readonly<{ times: WallTimes; span: Span }>

/**
 * Reads `?startsOn=samedi`, with what else of a time stands there. A part of the day gives the
 * hours of a thing that is used by the hour, where none is typed.
 */
export function timeAsked(
  { query, today }: Request,
  { unit }: Pick<ThingRow, 'unit'>,
): TimeAsked | undefined {
  const said = one(query, 'startsOn')
  if (said === '') return undefined
  const day = (name: string): TypedWhen | undefined => {
    const read = typedWhen(one(query, name), today)
    return read === 'noSuchDay' ? undefined : read
  }
  const time = (name: string): string | null => typedTime(one(query, name)) ?? null
  const [first, last] = [day('startsOn'), day('endsOn')]
  const hasHours = ['endsOn', 'startsAt', 'endsAt'].some(name => one(query, name) !== '')
  const typed = { startsAt: time('startsAt'), endsAt: time('endsAt') }
  const times = {
    startsOn: first?.day ?? null,
    endsOn: (one(query, 'endsOn') === '' ? first?.until : (last?.until ?? last?.day)) ?? null,
    ...(first === undefined || hasHours || unit !== 'hour' ? typed : hoursOf(first)),
  }
  for (const name of ['startsOn', 'endsOn', 'startsAt', 'endsAt'] as const) {
    const word = one(query, name).trim()
    if (times[name] === null && word !== '')
      return { refused: name.endsWith('On') ? dayUnread(word) : say('seeing.hourUnread', word) }
  }
  const { startsOn, endsOn } = times
  if (startsOn && endsOn && endsOn < startsOn)
    return { refused: say('lastFirst', endsOn, startsOn, today) }
  const isOneDay = endsOn === null || endsOn === startsOn
  if (isOneDay && times.startsAt !== null && times.startsAt === times.endsAt)
    return { refused: say('seeing.untilWhen') }
  const span = spanOf(times)
  return span === undefined ? { refused: say('noSpan') } : { times, span }
}

/** An evening lasts until midnight, or until its place closes: nobody typed an hour of its end. */
const hoursOf = ({
  startsAt,
  endsAt,
}: TypedWhen): Pick<Required<WallTimes>, 'startsAt' | 'endsAt'> => ({
  startsAt: startsAt ?? null,
  endsAt: endsAt === '00:00' ? null : (endsAt ?? null),
})

/** *Libre quel jour ?*: a day as people say it, and the answer comes back on the same page. */
export function askForm(row: ThingRow, { kit, words }: Context): Html {
  const { query } = kit.request
  const field = (name: string, label: string, hint?: string): Html =>
    formField({
      id: `q-${name}`,
      label,
      ...(hint === undefined ? {} : { hint }),
      input: { name, value: sayAsked(one(query, name), kit), maxlength: 40, autocomplete: 'off' },
    })
  const w = words.seeing
  return html`
    <form class="inline lend-ask no-print" method="get" action="${PATH}/${row.id}#reponse">
      ${field('startsOn', w.askDay, w.askDayHint)}
      ${
        row.unit === 'hour'
          ? html`${field('startsAt', w.askFrom)}${field('endsAt', w.askTo)}`
          : field('endsOn', w.askUntil)
      }
      <button>${w.look}</button>
    </form>
  `
}

/** A day that a link asked for is said in words. */
const sayAsked = (said: string, { request: { lang, today } }: Kit): string =>
  isDay(said) ? dayLong(said, lang, today) : said

/** The answer to the time that is asked: free, taken and by whom, when next, who else has one. */
export function answer(context: Context, row: ThingRow, asked: TimeAsked): Html {
  const { words, kit } = context
  if ('refused' in asked)
    return html`<div class="note" id="reponse"><p>${worded(asked.refused, words)}</p></div>`
  const { request } = kit
  const of = (span: Span): WishWeighed =>
    weighed(context.read, request, {
      row,
      span,
      asker: askerOf(kit),
    })
  const found = of(spanOf(openTimes(row, asked.times)) ?? asked.span)
  const isWithin = rulesTold(row, asked.times, found.broken).length === 0
  const part = isWithin ? partOf(context, row, asked) : undefined
  const others = part || isMine(found) ? [] : othersHave(context, row, asked.span)
  const said = part
    ? words.seeing.isFreeBut(partSaid(part, context))
    : answerSaid(context, { asked, row, found })
  const act = bookingAct(context, row)
  const seen = seeYours(context, found)
  const isTaken = !seen && !part && !found.freedom.free && found.freedom.by.length > 0
  const when = words.when(asked.span, request.today)
  const quiet = quietSaid(context, row, asked)
  return html`
    <div class="note" id="reponse" role="status">
      <p><b>${words.seeing.onDay(when)}</b> ${said}</p>
      ${quiet !== '' && html`<p>${quiet}</p>`}
      ${!part && !found.freedom.free && found.next !== null && nextLink(row, found.next, words)}
      ${
        (part !== undefined || isMine(found)) &&
        html`
          <p class="acts no-print">
            <a class="button" href="#demander"${which(act, when, request.lang)}>${act}</a>
          </p>
        `
      }
      ${seen}
      ${isTaken && waitLink(row, asked.span, words)}
      ${
        others.length > 0 &&
        html`
          <ul>
            ${others.map(other => html`<li><a href="${other.href}">${other.said}</a></li>`)}
          </ul>
        `
      }
    </div>
  `
}
const askerOf = ({ request: { me } }: Kit): Asker => ({
  member: me ?? null,
  phone: null,
  name: null,
})
const isMine = ({ freedom, broken, turn }: WishWeighed): boolean =>
  freedom.free && broken.length === 0 && turn === undefined

/** Of what is asked for a whole day: what is taken of it, where some is free. */
function partOf(context: Context, row: ThingRow, { times }: Asked): DaySeen | undefined {
  const { startsOn, startsAt, endsOn, endsAt } = times
  const isOneDay = endsOn === null || endsOn === startsOn
  if (startsOn === null || startsAt !== null || endsAt !== null || !isOneDay) return undefined
  const [seen] = daysSeen(context, row, { from: startsOn, days: 1 })
  return seen?.is === 'part' && isSomeLeft(row, seen) ? seen : undefined
}

/** Whether some of a day is left: beside what is taken of it, and while the thing is open. */
function isSomeLeft({ hours, commune }: ThingRow, { day, taken }: DaySeen): boolean {
  if (hours === null) return true
  const here = daysOffOf(commune)
  const starts = [momentOf(day, '00:00'), ...taken.map(({ until }) => until)]
  const ends = [...taken.map(({ from }) => from), momentOf(dayAfter(day, 1), '00:00')]
  return starts.some((from, n) => {
    if (from >= ends[n]!) return false
    const local = localMoment(from)
    if (openAt(hours, local, here) !== 'closed') return true
    const opens = opensNext(hours, local, here)
    return opens !== null && momentOf(opens.slice(0, 10), opens.slice(11)) < ends[n]!
  })
}

type Answered = Readonly<{ asked: Asked; row: ThingRow; found: WishWeighed }>
/** The quiet hours of a place, where the hours that are asked touch them. */
function quietSaid({ kit, words }: Context, row: ThingRow, { times, span }: Asked): string {
  const { quietHours, commune } = row
  if (quietHours === null || (times.startsAt === null && times.endsAt === null)) return ''
  const [from, here] = [localMoment(span.from), daysOffOf(commune)]
  const begins = opensNext(quietHours, from, here)
  const isTouched =
    openAt(quietHours, from, here) === 'open' ||
    (begins !== null && momentOf(begins.slice(0, 10), begins.slice(11)) < span.until)
  return isTouched
    ? `${capital(words.seeing.quiet(kit.told(thing, 'quietHours', quietHours)))}.`
    : ''
}

function answerSaid({ read, kit, words }: Context, { asked, row, found }: Answered): string {
  const { today } = kit.request
  const said = (message: Message): string => worded(message, words)
  const { me, private: isPrivate } = kit.request
  const taken = takenSaid(read, found, { today, ...(isPrivate && me !== undefined && { me }) })
  const broken = rulesTold(row, asked.times, found.broken).map(one => said(ruleSaid(one, today)))
  if (taken) return [said(taken), ...broken].join(' ')
  if (found.broken.some(({ rule }) => rule === 'past')) return broken[0] ?? ''
  if (broken.length > 0) return [words.seeing.nobodyHas, ...broken].join(' ')
  const kept = keptFor(read, kit.request, { row, span: asked.span, asker: askerOf(kit) })
  if (kept !== undefined) return words.seeing.keptForYou(words.ends(kept, today))
  const until = found.freedom.free ? found.freedom.until : null
  return until === null || until <= asked.span.until
    ? words.seeing.isFree
    : words.seeing.isFreeUntil(words.moment(until, today))
}

/** Of a room that is asked for a day without hours, how long one may have it is not said. */
const rulesTold = (
  { unit }: ThingRow,
  { startsAt }: WallTimes,
  broken: readonly Broken[],
): readonly Broken[] =>
  unit === 'hour' && startsAt === null ? broken.filter(({ rule }) => !WHOLE_DAY.has(rule)) : broken
const WHOLE_DAY: ReadonlySet<string> = new Set(['longestHours', 'hoursYear'])

/**
 * The rules that say no to a whole day of a thing, of those for which what a person had of it plays
 * no part: each thing of a list asks them.
 */
export function rulesOnDay(
  row: ThingRow,
  day: string,
  who: Pick<Person, 'commune' | 'late'>,
  at: AskedOf,
): readonly Broken[] {
  const times = { startsOn: day, startsAt: null, endsOn: null, endsAt: null }
  const span = spanOf(openTimes(row, times))
  const person = { ...who, had: [], ofKind: 0, owesUnits: false }
  return span === undefined ? [] : rulesTold(row, times, brokenRules(span, row, person, at))
}

/** Onto the list of those who have it once it is free. */
const waitLink = ({ id }: ThingRow, span: Span, words: Context['words']): Html => html`
  <p class="acts no-print">
    <a class="button quiet" href="${PATH}/${id}?${askedQuery(span)}&amp;${WAIT}=1#demander">
      ${words.seeing.waitFor}</a>
  </p>
`

const nextLink = ({ id }: ThingRow, next: Span, words: Context['words']): Html =>
  html`
    <p><a href="${PATH}/${id}?${askedQuery(next)}#reponse">${words.seeing.takeNext}</a></p>
  `
