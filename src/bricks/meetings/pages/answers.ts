import { type Html, html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { hasTable } from '../../../contract/tables.ts'
import { capital } from '../../../text/capital.ts'
import { dayLong, numberWord } from '../../../text/days.ts'
import { actButton } from '../../../ui/post.ts'
import { within } from '../../../ui/tongue.ts'
import { which } from '../../../ui/which.ts'
import { type AnswerSubject, dayOf, nowOn, takesAnswers } from '../model/asked-about.ts'
import { stillAsked } from '../model/date-told.ts'
import { answersTo, keeperOfRecord, meetingOf, type ResponseRow } from '../model/read.ts'
import { idea } from '../model/records.ts'
import { type AnswerTally, type PersonAnswer, proposedDay, tallyAnswers } from '../model/rules.ts'
import { withoutNo } from '../model/said-no.ts'
import { freedSeats, seatsOf } from '../model/seats.ts'
import { datesToSay } from './date-news.ts'
import { toSettleHere } from './pages-people.ts'
import { all, type MeetingWords, thresholdSaid } from './say.ts'
import { toldOnes } from './telling.ts'

/**
 * Who is in, who can help and how, why it is not for everybody; how many are missing, and a day
 * once nobody is.
 */
export function gathered(about: AnswerSubject, kit: Kit, read: Reader, words: MeetingWords): Html {
  const all = answersTo(read, about.id)
  const answers = about.state === 'became' ? withoutNo(read, all, about.became) : all
  if (about.dates.length === 0) return gatheredOf(about, answers, undefined, { kit, read, words })
  const byDay = Map.groupBy(answers, row => dayOf(about, row, kit.request.today))
  return html`
    ${about.dates.map(
      ({ of, cancelled }) =>
        ((of === about.days[0] && !cancelled) || byDay.has(of)) &&
        gatheredOf(about, byDay.get(of) ?? [], of, { kit, read, words }),
    )}
  `
}

/** `day`: of what comes back, the one of which it is told. */
function gatheredOf(
  about: AnswerSubject,
  answers: readonly ResponseRow[],
  day: string | undefined,
  { kit, read, words }: PageContext<MeetingWords>,
): Html {
  const who = tallyAnswers(answers, about.threshold)
  const isOff = about.dates.some(date => date.of === day && date.cancelled)
  const open = takesAnswers(about.state) && !isOff
  const seated = about.seats === null ? who.people : who.people.slice(0, about.seats)
  const waiting = who.people.slice(seated.length)
  const before = open && forItsIdea(about, kit.request, read, words)
  const nameOf = namesAmong(about, answers, read, words)
  const saidOf = (say: (name: string, saying: string) => string) => (one: PersonAnswer) =>
    say(nameOf(one), one.saying ?? '')
  const already =
    alreadyIn(
      seated.map(one => withAmount(one, nameOf(one))),
      kit.request,
      words,
    ) ||
    (open && (before ? words.nobodyForDay : words.nobodyYet))
  const enough = open && enoughOf(about, who, { kit, read, words })
  if (!already && !enough && who.helps.length + who.reasons.length === 0) return html``
  return html`
    <div class="part stack">
      <h2>
        ${
          day === undefined
            ? about.part
              ? words.whoHolds
              : about.state === 'off'
                ? words.dates.hadAnswered
                : words.whoIsIn
            : words.whoIsInOn(
                dayLong(nowOn(about, day), kit.request.lang, kit.request.today),
                isOff,
              )
        }
      </h2>
      ${before && html`<p>${before}</p>`}
      ${already && html`<p>${already}</p>`}
      ${
        about.seats !== null &&
        !about.part &&
        html`<p>${words.seats(seated.length, about.seats)}</p>`
      }
      ${
        waiting.length > 0 &&
        html`
          <p>${words.waiting(all(waiting.map(nameOf), kit.request.lang))}</p>
        `
      }
      ${kit.request.by === 'keeper' && freedHere(about, day, kit, read, words)}
      ${enough}
      ${sayings(words.whoHelps, who.helps, saidOf(words.helps), kit)}
      ${sayings(words.reasons, who.reasons, saidOf(words.reason), kit)}
      ${day === about.days[0] && toSettleHere(about.id, kit.request, read, words)}
      ${kit.request.by === 'keeper' && datesToSay(about, answers, { kit, read, words })}
      ${kit.request.by === 'keeper' && toldOnes(about, answers, { kit, read, words })}
    </div>
  `
}

/** *Trois personnes étaient partantes pour l’idée*: of a date that came from one. */
function forItsIdea(
  { event, part }: AnswerSubject,
  { lang }: Request,
  read: Reader,
  words: MeetingWords,
): Html | false {
  const of = part === undefined && typeof event?.['idea'] === 'string' && event['idea']
  const row = of ? read.one(idea, of) : undefined
  const { people } = tallyAnswers(row ? answersTo(read, row.id) : [], null)
  if (!row || people.length === 0) return false
  const said = words.wereForIdea(people.length, numberWord(people.length, lang))
  return html`<a href="${idea.path}/${row.id}">${capital(said)}</a>`
}

/** *Tables : Paul (4)*: how many one brings. */
const withAmount = ({ amount }: PersonAnswer, name: string): string =>
  typeof amount === 'number' ? `${name} (${amount})` : name

/** A seat is free again, and whose it is now: the keeper tells them. */
function freedHere(
  about: AnswerSubject,
  day: string | undefined,
  kit: Kit,
  read: Reader,
  words: MeetingWords,
): Html | false {
  const { seated } = seatsOf(about, day, read, kit.request.today)
  const here = freedSeats(read, kit.request.today).filter(one =>
    seated.some(row => row.id === one.answer),
  )
  return (
    here.length > 0 &&
    html`${here.map(
      one => html`
        <div class="note">
          <p><b>${words.freed(one.name)}</b></p>
          ${actButton(kit.form(), `/repondre/${about.id}/place`, {
            hidden: { reponse: one.kept, from: kit.request.path },
            button: html`
              <button${which(words.freedTell, one.name, kit.request.lang)}>
                ${words.freedTell}
              </button>
            `,
          })}
        </div>
      `,
    )}`
  )
}

function alreadyIn(
  names: readonly string[],
  request: Request,
  words: MeetingWords,
): string | false {
  if (names.length === 0) return false
  return names.length === 1
    ? words.alreadyOne(names[0] ?? '')
    : words.already(numberWord(names.length, request.lang), all(names, request.lang))
}

const sayings = (
  title: string,
  answers: readonly PersonAnswer[],
  say: (one: PersonAnswer) => string,
  { request }: Pick<Kit, 'request'>,
): Html | false =>
  answers.length > 0 &&
  html`
    <h3>${title}</h3>
    <ul class="notices">
      ${answers.map(
        one => html`
          <li>${within(say(one), one.saying ?? '', request.lang)}</li>
        `,
      )}
    </ul>
  `

/** *Paul (dit par Nadia)*, *Paul (d’avant le changement)* of who is still asked. */
function namesAmong(
  { event }: AnswerSubject,
  answers: readonly ResponseRow[],
  read: Reader,
  words: MeetingWords,
): (one: PersonAnswer) => string {
  const asked = event
    ? stillAsked(
        read,
        answers.map(({ id }) => id),
      )
    : new Set<string>()
  return ({ id, firstName, toldTo }) => {
    const notes = [
      ...(toldTo ? [words.people.toldBy(toldTo)] : []),
      ...(id !== undefined && asked.has(id) ? [words.dates.beforeChange] : []),
    ]
    return notes.length > 0 ? `${firstName ?? ''} (${notes.join(', ')})` : (firstName ?? '')
  }
}

/** *À cinq, on se voit. Il en manque deux.*, then a day: an event already has its own. */
function enoughOf(
  about: AnswerSubject,
  who: AnswerTally,
  { kit, read, words }: PageContext<MeetingWords>,
): Html | false {
  const { request } = kit
  if (about.state === 'fallen') return anotherDay(about, kit, read, words)
  if (who.missing === null) return false
  const wanted = Math.ceil(about.threshold ?? 0)
  if (who.missing > 0)
    return html`
      <p>
        ${thresholdSaid({ wanted, missing: who.missing }, request.lang, words)}
        ${who.helps.length > 0 && html` ${words.onlyIn}`}
      </p>
    `
  if (about.event) return html`<p>${words.enough}</p>`
  const day = proposedDay(request.today, meetingOf(read, about.notedAt)?.date ?? null)
  const set = wayToDay(
    read,
    { idee: about.id, jour: day },
    request.by === 'keeper' ? words.setDay : words.proposeDay,
  )
  const asks = set && request.by !== 'keeper'
  const keptBy = asks ? keeperNamed(read) : undefined
  const how =
    keptBy === undefined
      ? words.reachedHow(keeperOfRecord(kit, read, about.id, words))
      : words.reachedPropose(keptBy)
  return html`
    <p><b>${words.reached(dayLong(day, request.lang, request.today))}</b> ${how}</p>
    ${set}
  `
}

const wayToDay = (
  read: Reader,
  asked: Readonly<Record<string, string>>,
  label: string,
): Html | false =>
  hasTable(read, 'event') &&
  html`
    <p class="acts no-print">
      <a class="button" href="/agenda/proposer?${new URLSearchParams(asked).toString()}">
        ${label}
      </a>
    </p>
  `

/** The day of an idea is off, and its people are still there: whoever reads it proposes another. */
const anotherDay = (about: AnswerSubject, kit: Kit, read: Reader, words: MeetingWords): Html =>
  html`
    <p>${words.dates.another(keeperNamed(read) ?? words.keeper)}</p>
    ${wayToDay(
      read,
      { idee: about.id },
      kit.request.by === 'keeper' ? words.dates.setAnother : words.dates.proposeAnother,
    )}
  `
