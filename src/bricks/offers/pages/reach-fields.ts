import { type Html, html } from '../../../contract/html.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { UsualWay } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { formField, groupField } from '../../../ui/field.ts'
import { hidden } from '../../../ui/post.ts'
import { mistakeOn } from '../../../ui/say.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { uiWords } from '../../../ui/words.ts'
import { SPREAD_ASKED, type SpreadCode } from '../model/commands-spread.ts'
import { ownPhone, usualWay } from '../model/kept.ts'
import { FILLED, type RelayKnown, relaysKnown, USUAL, WAYS } from '../model/reach.ts'
import type { fr } from '../words/fr.ts'
import { round, sent } from './form-fields.ts'

type Words = typeof fr

/** How a member is reached as a rule, in words where nobody listens. */
export function usualSaid(
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

/**
 * A telephone to type, which is then the way; or one of three rounds, and what each needs: *mon
 * téléphone, affiché · on me laisse un mot · passer par quelqu’un*.
 */
export function reachField(request: Request, read: Reader, words: Words): Html {
  const relays = relaysKnown(read)
  const isKnown = request.me !== undefined && ownPhone(read, request.me) !== undefined
  const { required } = uiWords(request.lang)
  const usual = request.me === undefined ? undefined : usualWay(read, request.me)
  const chosen = request.again ? wayAgain(request, usual) : usual && USUAL
  const wrong = mistakeOn(request, 'reachBy')
  const isFoundAsked = request.me === undefined && isReadFirst(request.by)
  const way = (value: string, label: string): Html =>
    round('reachBy', value, label, chosen === value)
  return html`
    ${groupField({
      id: 'f-reachBy',
      look: FILLED.some(name => mistakeOn(request, name)) ? 'wrong' : '',
      legend: html`${words.howToReach} <span class="need-word">(${required})</span>`,
      error: wrong,
      body: html`
        <div class="choices">
          ${usual && way(USUAL, usualSaid(usual, relays, request, words))}
          ${usual?.reachBy !== 'phone' && way('phone', words.ways.phone)}
        </div>
        ${wayText(request, 'phone', {
          label: words.phone,
          hint: isKnown ? words.phoneKnown : words.form.phoneHint,
          more: { type: 'tel', autocomplete: 'tel' },
        })}
        <div class="choices">
          ${WAYS.map(one => one !== 'phone' && one !== usual?.reachBy && way(one, words.ways[one]))}
        </div>
        <div class="ways">
          ${
            isFoundAsked &&
            wayText(request, 'foundAt', {
              label: words.foundAt,
              hint: words.foundAtHint,
              more: { maxlength: 300 },
            })
          }
          ${relays.length > 0 && relayField(request, relays, words)}
          ${wayText(request, 'through', { label: words.through, hint: words.throughHint })}
        </div>
      `,
    })}
  `
}

/** The round of what was sent: a form of before may name the usual way by its own name. */
const wayAgain = (request: Request, usual: UsualWay | undefined): string => {
  const way = sent(request, 'reachBy')
  return way === usual?.reachBy ? USUAL : way
}

type WayText = Readonly<{
  label: string
  hint: string
  more?: Readonly<Record<string, string | number>>
}>
const wayText = (request: Request, name: string, { label, hint, more = {} }: WayText): Html =>
  formField({
    id: `f-${name}`,
    label,
    hint,
    error: mistakeOn(request, name),
    input: { name, value: sent(request, name), ...more },
  })

const relayField = (request: Request, relays: readonly RelayKnown[], words: Words): Html =>
  formField({
    id: 'f-relay',
    label: words.byWhom,
    error: mistakeOn(request, 'relay'),
    control: about => html`
      <select id="f-relay" name="relay"${about}>
        <option value="">${words.somebodyElse}</option>
        ${relays.map(
          relay =>
            html`
              <option${TONGUE}
                value="${relay.id}"${relay.id === sent(request, 'relay') && html` selected`}>
                ${[relay.name, relay.where, relay.when].filter(Boolean).join(', ')}
              </option>
            `,
        )}
      </select>
    `,
  })

/**
 * *Qui la voit*, telephone included: three rounds. `usual` stands chosen beforehand: the narrowest
 * that everybody here reads. Of a slip none does: it says what its person ticked. `demande` says
 * that it was asked.
 */
export function spreadField(
  request: Request,
  words: Words,
  labels: Readonly<Record<SpreadCode, string>>,
  usual: SpreadCode | '' = '',
): Html {
  const given = sent(request, 'accord')
  // Refused though it was chosen: the sentence says that a card is needed.
  const isOfCard = mistakeOn(request, 'accord') !== undefined && given !== ''
  const chosen = isOfCard ? 'carte' : given || (request.again?.refused === undefined ? usual : '')
  const spread = (value: SpreadCode): Html =>
    round('accord', value, labels[value], chosen === value)
  return html`
    ${hidden({ demande: isOfCard ? SPREAD_ASKED.card : SPREAD_ASKED.once })}
    ${groupField({
      id: 'f-accord',
      legend: usual
        ? words.whereToShow
        : html`${words.whereToShow} <span class="need-word">(${words.toFill})</span>`,
      error: mistakeOn(request, 'accord'),
      body: html`
        <div class="choices">${spread('carte')}${spread('ici')}${spread('voisins')}</div>
      `,
    })}
  `
}
