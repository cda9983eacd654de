import { type Html, type HtmlPiece, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { notices } from '../../../ui/board.ts'
import { formField, tick } from '../../../ui/field.ts'
import { actButton, hidden } from '../../../ui/post.ts'
import { mistakeOn, said } from '../../../ui/say.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { hereOnly } from '../model/read-evening.ts'
import { offer } from '../model/records.ts'
import type { Notice } from '../model/rules.ts'
import { HERE, type Stack, stackAsked } from '../model/stack.ts'
import type { fr } from '../words/fr.ts'
import { asksDay, onceField, rideQuestion, wayFields, weekFields } from './rides/ask.ts'

type Words = typeof fr
const kept = (request: Request, name: string): string =>
  one(request.again?.input ?? request.query, name)
export const stackOf = (request: Request): Stack | undefined => stackAsked(kept(request, 'papier'))

/**
 * A printed slip, its fields in the order of the paper, the first one ready to be written in: Enter
 * notes it and brings the next. What the person ticked is asked, never supposed.
 */
export function stackFields(stack: Stack, kit: Kit, words: Words): Html {
  const w = words.stack
  const sent = (name: string): string =>
    kit.request.again ? one(kit.request.again.input, name) : ''
  const text = (name: string, label: string, more: Html | false = false, type = 'text'): Html =>
    formField({
      id: `f-${name}`,
      label,
      error: mistakeOn(kit.request, name),
      control: about => html`
        <input id="f-${name}" name="${name}" type="${type}" value="${sent(name)}"${about}${more}>
      `,
    })
  const rounds = (
    name: string,
    legend: string,
    all: Readonly<Record<string, string>>,
    usual: string,
  ): Html => {
    const chosen = sent(name) || usual
    const round = ([value, words]: [string, string]): Html =>
      tick({
        look: 'choice',
        kind: 'radio',
        id: `f-${name}-${value}`,
        name,
        value,
        isOn: chosen === value,
        words,
      })
    return html`
      <fieldset class="group-field" id="f-${name}">
        <legend>${legend}</legend>
        <div class="choices">${Object.entries(all).map(round)}</div>
      </fieldset>
    `
  }
  const notice = (): Html =>
    html`
      ${kit.fields(offer, { commune: kept(kit.request, 'commune') }, ['commune'])}
      ${rounds('kind', words.kind, words.slipKinds, 'offer')}
      ${text('title', words.types.offer.fields.title.label, html` maxlength="300"`)}
      ${rideQuestion(kit.request, words)}
      ${text('reach', w.reach)}
      ${!asksDay(kit.request) && text('until', words.types.offer.fields.until.label, false, 'date')}
    `
  const ride = (): Html =>
    html`
      ${wayFields(kit.request, undefined, words)}
      ${onceField(kit.request, words)}
      ${weekFields(kit.request, undefined, words)}
      ${kit.request.again?.field === 'chaque' && hidden({ trajet: 'demande' })}
      ${text('reach', w.reach)}
    `
  return html`
    ${hidden({ papier: stack })}
    ${text('who', words.types.offer.fields.who.label, !kit.request.again && html` autofocus`)}
    ${stack === 'annonces' ? notice() : ride()}
    ${rounds('accord', w.agree, w.agrees, '')}
    ${sameForAll(kit, words)}
  `
}

/** Asked once, and carried from slip to slip. */
function sameForAll(kit: Kit, words: Words): Html {
  const w = words.stack
  return html`
    <details class="same"${!!kit.request.again && html` open`}>
      <summary>${w.same}</summary>
      ${formField({
        id: 'f-saisi',
        label: w.keyer,
        input: { name: 'saisi', value: kept(kit.request, 'saisi'), maxlength: 60 },
      })}
      ${formField({
        id: 'f-jour',
        label: w.written,
        input: {
          name: 'jour',
          type: 'date',
          value: kept(kit.request, 'jour') || kit.request.today,
        },
      })}
    </details>
  `
}

/**
 * What hangs on the board and is on no page: the keeper may take a slip down, or show it once its
 * person said yes to that too.
 */
const here: Page<Words> = {
  path: HERE,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const w = words.stack
    const act = (id: string, path: string, label: string, fields?: HtmlPiece): Html =>
      actButton(kit.form(), path, {
        look: 'inline no-print',
        hidden: { id, from: HERE },
        fields,
        button: label,
      })
    const agreed = ({ row, kind }: Notice): HtmlPiece =>
      kit.agreement({ draft: { type: kind, record: '', fields: row }, shows: true, id: row.id })
    const items = (kit.request.private ? hereOnly(read) : []).map(
      notice =>
        html`
          <li>
            <h3>${inTongue(notice.row.title ?? '', kit.request.lang)}</h3>
            <p class="where">${notice.row.reach}</p>
            <div class="acts no-print">
              ${act(notice.row.id, `${HERE}/afficher`, w.showAround, agreed(notice))}
              ${act(notice.row.id, `${HERE}/decrocher`, w.takeDown)}
            </div>
          </li>
        `,
    )
    const body = html`
      ${said(kit.request.said)}
      <div class="head">
        <h1>${w.hereTitle}</h1>
        <p class="lead">${items.length > 0 ? w.hereLead : w.hereNone}</p>
      </div>
      ${items.length > 0 && notices(items)}
    `
    return { title: w.hereTitle, body, current: '/annonces' }
  },
}
export const stackPages: readonly Page<Words>[] = [here]
