import { type Html, html } from '../../../../contract/html.ts'
import type { Request } from '../../../../contract/request.ts'
import { WEEKDAY_CODES } from '../../../../core/calendar/weekdays.ts'
import { texts } from '../../../../core/form/input.ts'
import { daysWords } from '../../../../text/days-words.ts'
import { formField, tick } from '../../../../ui/field.ts'
import { hidden } from '../../../../ui/post.ts'
import { mistakeOn } from '../../../../ui/say.ts'
import { RIDE_RHYTHMS, RIDE_SAID } from '../../model/rides/asked.ts'
import type { RideSaid } from '../../model/rides/ride.ts'
import type { fr } from '../../words/fr.ts'
import { sent } from '../form-fields.ts'

type Words = typeof fr

/**
 * *Quel jour ? Ou chaque semaine ?*: asked once, under the sentence, when a ride does not tell it.
 * Left as it is, the ride is taken with its day to be agreed.
 */
export function rideQuestion(request: Request, words: Words): Html | false {
  if (asksWhetherOne(request)) return isOneQuestion(request, words)
  if (!asksDay(request)) return false
  const w = words.rides
  return html`
    <fieldset class="group-field" id="f-chaque">
      <legend>${w.when}</legend>
      <p class="hint">${w.whenHint}</p>
      ${onceField(request, words)}
      ${weekFields(request, undefined, words)}
      ${tick({
        look: 'choice',
        id: 'f-trajet',
        name: 'trajet',
        value: RIDE_SAID.no,
        isOn: sent(request, 'trajet') === RIDE_SAID.no,
        words: w.isNone,
      })}
    </fieldset>
    ${hidden({ trajet: RIDE_SAID.asked })}
  `
}

/** Whether the day of a ride is asked for: a form that has a last day of its own leaves it out. */
export const asksDay = (request: Request): boolean =>
  mistakeOn(request, 'chaque') !== undefined ||
  (sent(request, 'trajet') !== '' && !asksWhetherOne(request))

const asksWhetherOne = (request: Request): boolean =>
  mistakeOn(request, 'trajet') !== undefined || OF_ONE.has(sent(request, 'trajet'))
const OF_ONE: ReadonlySet<string> = new Set([RIDE_SAID.unsure, RIDE_SAID.yes, RIDE_SAID.other])

/**
 * *Est-ce une place en voiture ?*: of a sentence of which one is not sure. Left as it is, it is no
 * ride.
 */
export function isOneQuestion(request: Request, words: Words): Html {
  const w = words.rides
  const choice = (value: string, label: string, id: string): Html =>
    tick({
      look: 'choice',
      kind: 'radio',
      id,
      name: 'trajet',
      value,
      isOn: sent(request, 'trajet') === value,
      words: label,
    })
  return html`
    <fieldset class="group-field">
      <legend>${w.isOne}</legend>
      <div class="choices">
        ${choice(RIDE_SAID.yes, w.isRide, 'f-trajet')}
        ${choice(RIDE_SAID.other, w.isOther, 'f-trajet-other')}
      </div>
    </fieldset>
    ${hidden({ trajet: RIDE_SAID.unsure })}
  `
}

export const onceField = (request: Request, words: Words): Html =>
  formField({
    id: 'f-until',
    label: words.rides.once,
    input: { name: 'until', type: 'date', value: sent(request, 'until') },
  })

/** The days of a ride that comes back, and how often. */
export function weekFields(request: Request, told: RideSaid | undefined, words: Words): Html {
  const w = words.rides
  const rule = told?.days?.is === 'often' ? (told.days.recurs ?? '') : ''
  const ticked = request.again?.input['chaque']
    ? texts(request.again.input, 'chaque')
    : daysIn(rule)
  const rhythm = sent(request, 'rythme') || rhythmIn(rule)
  const names = daysWords(request.lang).weekdays
  return html`
    <fieldset class="group-field">
      <legend>${w.each}</legend>
      <div class="choices">
        ${WEEKDAY_CODES.map((code, i) =>
          tick({
            look: 'choice',
            id: `f-chaque-${code}`,
            name: 'chaque',
            value: code,
            isOn: ticked.includes(code),
            words: names[i] ?? '',
          }),
        )}
      </div>
    </fieldset>
    ${formField({
      id: 'f-rythme',
      label: w.rhythm,
      control: html`
        <select id="f-rythme" name="rythme">
          ${RIDE_RHYTHMS.map(
            one =>
              html`
                <option value="${one}"${one === rhythm && html` selected`}>
                  ${w.rhythms[one]}
                </option>
              `,
          )}
        </select>
      `,
    })}
  `
}

/** The weekdays of a rule, and how often it comes back. */
const daysIn = (rule: string): readonly string[] =>
  (/BYDAY=([^;]+)/.exec(rule)?.[1] ?? '').split(',').map(day => day.slice(-2))
function rhythmIn(rule: string): string {
  const nth = /BYDAY=(-?\d)/.exec(rule)?.[1]
  if (nth !== undefined) return `m${nth}`
  return rule.includes('INTERVAL=2') ? '2' : '1'
}

/** The way of a ride, with what its sentence told: what is right is left as it is. */
export function wayFields(request: Request, told: RideSaid | undefined, words: Words): Html {
  const w = words.rides
  const field = (name: string, label: string, known: string | number | undefined): Html =>
    formField({
      id: `f-${name}`,
      label,
      error: mistakeOn(request, name),
      input: {
        name,
        value: request.again?.input[name] === undefined ? (known ?? '') : sent(request, name),
        maxlength: 100,
      },
    })
  return html`
    ${field('depart', w.leaves, told?.from)}
    ${field('vers', w.goes, told?.to)}
    ${field('par', w.by, told?.via.join(', '))}
    ${field('heure', w.at, told?.leavesAt)}
    ${field('retour', w.backAt, told?.backAt)}
    ${field('places', w.seats, told?.seats)}
  `
}

/** On the second page: the whole way, folded out, when the sentence is one of a ride. */
export function rideMore(request: Request, told: RideSaid | undefined, words: Words): Html | false {
  return (
    told !== undefined &&
    html`
      <fieldset class="group-field" id="f-chaque">
        <legend>${words.rides.way}</legend>
        ${wayFields(request, told, words)}
        ${weekFields(request, told, words)}
      </fieldset>
      ${hidden({ trajet: RIDE_SAID.asked })}
    `
  )
}
