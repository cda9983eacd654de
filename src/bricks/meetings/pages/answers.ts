import { type Html, html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { dayLong, numberWord } from '../../../text/days.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { saidBy, speakingField, whatBecomes } from '../../../ui/speaking.ts'
import { within } from '../../../ui/tongue.ts'
import {
  type AnswerSubject,
  answersTo,
  dayOf,
  keeperOfRecord,
  meetingOf,
  mineTo,
  nowOn,
  type ResponseRow,
} from '../model/read.ts'
import { response } from '../model/records.ts'
import { type AnswerTally, type PersonAnswer, proposedDay, tallyAnswers } from '../model/rules.ts'
import { freedSeats, seatsOf } from '../model/seats.ts'
import { toSettleHere } from './pages-people.ts'
import { all, type MeetingWords } from './say.ts'
import { toldOnes } from './telling.ts'

/**
 * Who is in, who can help and how, why it is not for everybody; how many are missing, and a day
 * once nobody is.
 */
export function gathered(about: AnswerSubject, kit: Kit, read: Reader, words: MeetingWords): Html {
  const answers = answersTo(read, about.id)
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
  const open = about.state === 'open' && !isOff
  const seated = about.seats === null ? who.people : who.people.slice(0, about.seats)
  const waiting = who.people.slice(seated.length)
  const already =
    alreadyIn(
      seated.map(one => withAmount(one, nameOf(one, kit.request))),
      kit.request,
      words,
    ) ||
    (open && words.nobodyYet)
  const enough = open && enoughOf(about, who, { kit, read, words })
  if (!already && !enough && who.helps.length + who.reasons.length === 0) return html``
  return html`
    <div class="part stack">
      <h2>
        ${
          day === undefined
            ? about.part
              ? words.whoHolds
              : words.whoIsIn
            : words.whoIsInOn(
                dayLong(nowOn(about, day), kit.request.lang, kit.request.today),
                isOff,
              )
        }
      </h2>
      ${already && html`<p>${already}</p>`}
      ${
        about.seats !== null &&
        !about.part &&
        html`<p>${words.seats(seated.length, about.seats)}</p>`
      }
      ${
        waiting.length > 0 &&
        html`
          <p>${words.waiting(
            all(
              waiting.map(one => nameOf(one, kit.request)),
              kit.request.lang,
            ),
          )}</p>
        `
      }
      ${kit.request.by === 'keeper' && freedHere(about, day, kit, read, words)}
      ${enough}
      ${sayings(words.whoHelps, who.helps, kit.request, words.helps)}
      ${sayings(words.reasons, who.reasons, kit.request, words.reason)}
      ${day === about.days[0] && toSettleHere(about.id, kit.request, read, words)}
      ${kit.request.by === 'keeper' && toldOnes(about, answers, { kit, read, words })}
    </div>
  `
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
            button: words.freedTell,
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
  request: Request,
  say: (name: string, saying: string) => string,
): Html | false =>
  answers.length > 0 &&
  html`
    <h3>${title}</h3>
    <ul class="notices">
      ${answers.map(
        one => html`
          <li>
            ${within(say(nameOf(one, request), one.saying ?? ''), one.saying ?? '', request.lang)}
          </li>
        `,
      )}
    </ul>
  `

/** *Paul (dit par Nadia, pour Paul)*. */
const nameOf = ({ firstName, toldTo }: PersonAnswer, request: Request): string =>
  toldTo ? `${firstName ?? ''} (${saidBy(request, toldTo, firstName ?? '')})` : (firstName ?? '')

/** *À cinq, on se voit. Il en manque deux.*, then a day: an event already has its own. */
function enoughOf(
  about: AnswerSubject,
  who: AnswerTally,
  { kit, read, words }: PageContext<MeetingWords>,
): Html | false {
  const { request } = kit
  if (who.missing === null) return false
  if (who.missing > 0) {
    const left =
      who.missing === 1 ? words.missingOne : words.missing(numberWord(who.missing, request.lang))
    return html`
      <p>${words.threshold(numberWord(Math.ceil(about.threshold ?? 0), request.lang))} ${left}</p>
    `
  }
  if (about.event) return html`<p>${words.enough}</p>`
  const day = proposedDay(request.today, meetingOf(read, about.notedAt)?.date ?? null)
  const query = new URLSearchParams({
    genre: 'event',
    title: about.title,
    startsOn: day,
  }).toString()
  const set =
    request.by === 'keeper' &&
    html`
      <p class="acts no-print">
        <a class="button" href="/agenda/ajouter?${query}">${words.setDay}</a>
      </p>
    `
  return html`
    <p>
      <b>${words.reached(dayLong(day, request.lang, request.today))}</b>${' '}
      ${words.reachedHow(keeperOfRecord(kit, read, about.id, words))}
    </p>
    ${set}
  `
}

/**
 * The sentence of a refusal, above the form whose field it names; `undefined` stands for a refusal
 * that names none.
 */
export function refusedHere(
  request: Request,
  fields: readonly (string | undefined)[],
): Html | false {
  return fields.includes(request.again?.field) && mistakeIn(request)
}

type OwnAnswer = Readonly<{ row: ResponseRow; day: string | undefined }>
/** A member's own answers, each with the date that it is for. */
function ownAnswers(about: AnswerSubject, kit: Kit, read: Reader): readonly OwnAnswer[] {
  const ids = kit.request.me === undefined ? [] : mineTo(read, about.id, kit.request.me)
  const rows = ids.flatMap(id => read.one(response, id) ?? read.one(response, id, 'home') ?? [])
  const dated = rows
    .map(row => ({ row, day: dayOf(about, row, kit.request.today) }))
    .filter(({ day }) => day === undefined || about.dates.some(date => date.of === day))
  // Of what comes once there is one answer, whatever was written before.
  return about.dates.length === 0
    ? dated.slice(0, 1)
    : dated.toSorted((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))
}

/** What a member answered, taken back in one act; answering again changes it. */
function yours(
  about: AnswerSubject,
  own: readonly OwnAnswer[],
  { kit, read, words }: PageContext<MeetingWords>,
): Html | false {
  if (own.length === 0) return false
  const one = ({ row, day }: OwnAnswer): Html => {
    const place = seatsOf(about, day, read, kit.request.today).waiting.findIndex(
      other => other.id === row.id,
    )
    return html`
      ${place >= 0 && html`<p>${words.yourPlace(place + 1)}</p>`}
      <p>
        <b>
          ${
            day === undefined
              ? words.yourAnswer
              : words.yourAnswerFor(dayLong(nowOn(about, day), kit.request.lang, kit.request.today))
          }
          ${words.colon}
          ${kit.shown(response, 'answer', row.answer)}
        </b>
      </p>
      ${actButton(kit.form(), `/repondre/${about.id}/reprendre`, {
        hidden: { from: kit.request.path, jour: day },
        button: words.takeBackAnswer,
      })}
    `
  }
  return html`${own.map(one)}<p class="hint">${words.answerAgain}</p>`
}

/** Which time, of what comes back: the next one unless they choose. */
function dayField(about: AnswerSubject, request: Request, words: MeetingWords): Html | false {
  const sent = request.again?.input['jour'] ?? request.query['jour']
  return (
    about.days.length > 0 &&
    formField({
      id: 'f-jour',
      label: words.whichDay,
      control: html`
        <select id="f-jour" name="jour">
          ${about.days.map(
            day =>
              html`
                <option value="${day}"${day === sent && html` selected`}>
                  ${dayLong(nowOn(about, day), request.lang, request.today)}
                </option>
              `,
          )}
        </select>
      `,
    })
  )
}

/**
 * Three answers, a first name and how to reach: one form. *J’en suis* is ticked, or what a member
 * answered, whose form is then folded: of what comes back, they answer for another day too.
 */
export function answerForm(
  about: AnswerSubject,
  kit: Kit,
  read: Reader,
  words: MeetingWords,
): Html {
  const own = ownAnswers(about, kit, read)
  const isAnswered = own.length > 0 && about.dates.length === 0
  const { answer = null, saying = null, amount = null } = isAnswered ? own[0]!.row : {}
  const given = { answer: answer ?? 'in', saying, amount }
  const asked = (only: readonly string[]): Html => kit.fields(response, given, only)
  const things = about.part?.['kind'] === 'thing' ? ['amount'] : []
  const what = about.part ? things : ['answer', 'saying']
  const lead =
    kit.request.by === 'keeper'
      ? words.answerLeadKeeper
      : whatBecomes(kit.request, {
          first: words.answerLead(keeperNamed(read) ?? words.keeper),
          atOnce: words.answerLeadMember,
        })
  const form = post(kit.form(), `/repondre/${about.id}`, {
    fields: [
      dayField(about, kit.request, words),
      what.length > 0 && asked(what),
      speakingField(kit.request, asked(['firstName', 'reach']), { more: asked(['reach']) }),
    ],
    button: mainButton(words.send),
  })
  return html`
    <div class="part stack no-print">
      <h2>${about.part ? words.andYouPart : words.andYou}</h2>
      ${refusedHere(kit.request, [
        'answer',
        'saying',
        'firstName',
        'reach',
        ...(kit.request.by === 'visitor' ? [undefined] : []),
      ])}
      <p>${lead}</p>
      ${yours(about, own, { kit, read, words })}
      ${
        isAnswered
          ? html`
            <details${kit.request.again && html` open`}>
              <summary>${words.changeAnswer}</summary>
              ${form}
            </details>
          `
          : form
      }
    </div>
  `
}
