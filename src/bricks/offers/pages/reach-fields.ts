import { type Html, html } from '../../../contract/html.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { UsualWay } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { formField } from '../../../ui/field.ts'
import { hidden } from '../../../ui/post.ts'
import type { SpreadCode } from '../model/commands-spread.ts'
import { ownPhone, usualWay } from '../model/kept.ts'
import { type RelayKnown, relaysKnown, USUAL, WAYS } from '../model/reach.ts'
import type { fr } from '../words/fr.ts'
import { round, sent } from './form-fields.ts'

type Words = typeof fr

/** How a member is reached as a rule, in words where nobody listens. */
function usualSaid(
  usual: UsualWay,
  relays: readonly RelayKnown[],
  request: Request,
  words: Words,
): string {
  if (!request.private) return words.usualWay
  const relay = relays.find(({ id }) => id === usual.relay)
  return words.usualWayIs(
    usual.phone ??
      (relay
        ? words.byRelay(relay.name, [relay.where, relay.when].filter(Boolean).join(', '))
        : words.ways.word),
  )
}

/** The first mistake in one of these fields, of those that the form came back with. */
const mistakeAt = ({ again }: Pick<Request, 'again'>, fields: readonly string[]) =>
  again?.refused === undefined
    ? undefined
    : [again, ...(again.others ?? [])].find(({ field = '' }) => fields.includes(field))

/**
 * *mon téléphone, affiché · passer par quelqu’un · un mot, qu’on me remettra*: three rounds, and
 * what each needs.
 */
export function reachField(request: Request, read: Reader, words: Words): Html {
  const relays = relaysKnown(read)
  const isKnown = request.me !== undefined && ownPhone(read, request.me) !== undefined
  const usual = request.me === undefined ? undefined : usualWay(read, request.me)
  const chosen = request.again ? sent(request, 'reachBy') : usual && USUAL
  const wrong = mistakeAt(request, ['reachBy', 'phone', 'relay', 'through', 'foundAt'])
  const way = (value: string, label: string): Html =>
    round('reachBy', value, label, chosen === value)
  const text = (
    name: 'phone' | 'through' | 'foundAt',
    label: string,
    hint: string,
    more: Html,
  ): Html =>
    formField({
      id: `f-${name}`,
      label,
      hint,
      control: html`
        <input
          id="f-${name}"
          name="${name}"
          value="${sent(request, name)}"
          aria-describedby="f-${name}-h"${more}
        >
      `,
    })
  const isFoundAsked = request.me === undefined && isReadFirst(request.by)
  const known =
    relays.length > 0 &&
    formField({
      id: 'f-relay',
      label: words.byWhom,
      control: html`
        <select id="f-relay" name="relay">
          <option value="">${words.somebodyElse}</option>
          ${relays.map(
            relay =>
              html`
                <option
                  value="${relay.id}"${relay.id === sent(request, 'relay') && html` selected`}
                >
                  ${[relay.name, relay.where, relay.when].filter(Boolean).join(', ')}
                </option>
              `,
          )}
        </select>
      `,
    })
  return html`
    <fieldset class="group-field${wrong && ' wrong'}" id="f-reachBy">
      <legend>${words.howToReach} <span class="need-word">(${words.toFill})</span></legend>
      ${wrong && html`<p class="error" id="f-${wrong.field}-e">${wrong.refused}</p>`}
      <div class="choices">
        ${usual && way(USUAL, usualSaid(usual, relays, request, words))}
        ${WAYS.map(one => way(one, words.ways[one]))}
      </div>
      <div class="ways">
        ${text(
          'phone',
          words.phone,
          isKnown ? `${words.phoneHint} ${words.phoneKnown}` : words.phoneHint,
          html` type="tel" autocomplete="tel"`,
        )}
        ${known}
        ${text('through', words.through, words.throughHint, html``)}
        ${isFoundAsked && text('foundAt', words.foundAt, words.foundAtHint, html` maxlength="300"`)}
      </div>
    </fieldset>
  `
}

/**
 * *Qui la voit*, telephone included: three rounds, none chosen beforehand. `demande` says that it
 * was asked.
 */
export function spreadField(
  request: Request,
  words: Words,
  labels: Readonly<Record<SpreadCode, string>>,
): Html {
  const isWrong = mistakeAt(request, ['accord']) !== undefined
  const chosen = sent(request, 'accord')
  const spread = (value: SpreadCode): Html =>
    round('accord', value, labels[value], chosen === value)
  return html`
    ${hidden({ demande: 'portee' })}
    <fieldset class="group-field${isWrong && ' wrong'}" id="f-accord">
      <legend>${words.whereToShow} <span class="need-word">(${words.toFill})</span></legend>
      ${isWrong && html`<p class="error" id="f-accord-e">${words.sayWhere}</p>`}
      <div class="choices">${spread('carte')}${spread('ici')}${spread('voisins')}</div>
    </fieldset>
  `
}
