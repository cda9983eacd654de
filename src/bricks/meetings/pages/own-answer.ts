import { type Html, html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { dayLong } from '../../../text/days.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { speakingField, whatBecomes } from '../../../ui/speaking.ts'
import { SAW_NEWS } from '../../../ui/waits.ts'
import { type AnswerSubject, dayOf, nowOn } from '../model/asked-about.ts'
import { dateKey } from '../model/commands-dates.ts'
import { datesToTell } from '../model/date-told.ts'
import { answerOf, mineTo, type ResponseRow } from '../model/read.ts'
import { response } from '../model/records.ts'
import { seatsOf } from '../model/seats.ts'
import type { MeetingWords } from './say.ts'

/** Where one answers an idea or a date, and what one answered. */

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
  const rows = ids.flatMap(id => answerOf(read, id) ?? [])
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
      ${stillIn(about, row.id, { kit, read, words })}
      ${actButton(kit.form(), `/repondre/${about.id}/reprendre`, {
        hidden: { from: kit.request.path, jour: day },
        button: words.takeBackAnswer,
      })}
    `
  }
  return html`${own.map(one)}<p class="hint">${words.answerAgain}</p>`
}

/** *Oui, toujours*: their yes holds for the date as it is now; a date that is off asks nothing. */
function stillIn(
  { path }: AnswerSubject,
  answer: string,
  { kit, read, words }: PageContext<MeetingWords>,
): Html | false {
  const [changed] = datesToTell(read, { of: 'answer', id: answer })
  if (changed?.now.state !== 'on') return false
  return actButton(kit.form(), SAW_NEWS, {
    hidden: { news: dateKey(changed), from: path },
    button: mainButton(words.dates.stillIn),
  })
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
      ${yours(about, own, { kit, read, words })}
      ${!isAnswered && html`<p>${lead}</p>`}
      ${
        isAnswered
          ? html`
            <details${kit.request.again && html` open`}>
              <summary>${words.changeAnswer}</summary>
              <p>${lead}</p>
              ${form}
            </details>
          `
          : form
      }
    </div>
  `
}
