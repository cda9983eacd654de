import { type Html, type HtmlPiece, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { IN_NAME_OF } from '../../../contract/speaker.ts'
import { isDay } from '../../../core/form/fit.ts'
import { texts } from '../../../core/form/input.ts'
import { dayPlain } from '../../../text/days.ts'
import { formField, groupField } from '../../../ui/field.ts'
import { hidden } from '../../../ui/post.ts'
import { mistakeOn } from '../../../ui/say.ts'
import { saysCardOnly } from '../model/commands-spread.ts'
import { communeOf } from '../model/kept.ts'
import { COUNTERPARTS, isMode, type Mode } from '../model/modes.ts'
import { isPriced, priceTold } from '../model/price.ts'
import { need, offer } from '../model/records.ts'
import { rideUnderstood } from '../model/rides/asked.ts'
import type { RideSaid } from '../model/rides/ride.ts'
import { amountSaid, takenAs } from '../model/shared-out.ts'
import { knownHere, type Understood, understand } from '../model/understood.ts'
import { madeFor, SHARED } from '../model/written.ts'
import type { fr } from '../words/fr.ts'
import { box, type NoticeForm, round, sent, titleField } from './form-fields.ts'
import { spreadField } from './reach-fields.ts'
import { isOneQuestion, rideMore } from './rides/ask.ts'
import { spreadLabels } from './who-sees.ts'

type Words = typeof fr

/** What was said already travels with the second page, and nothing of it is asked twice. */
const CARRIED = [
  'accord',
  'demande',
  'who',
  IN_NAME_OF,
  'reachBy',
  'phone',
  'relay',
  'through',
  'foundAt',
  'chezmoi',
  'reach',
  'for',
  'hand',
] as const

/** What the second page shows: what was understood, and after it what its person left there. */
type Shown = Readonly<{
  of: NoticeForm
  kit: Kit
  read: Reader
  words: Words
  told: Understood
  isFirst: boolean
}>
const typeOf = ({ of }: Shown): typeof offer | typeof need => (of.kind === 'offer' ? offer : need)
const shownValue = ({ kit, isFirst }: Shown, name: string, told: string | undefined): string =>
  isFirst ? sent(kit.request, name) || (told ?? '') : sent(kit.request, name)

/**
 * The second page: what was understood, as one sentence in pieces. Each is folded, and opens what
 * corrects it.
 */
export function more(of: NoticeForm, kit: Kit, read: Reader, words: Words): Html {
  const here = { today: kit.request.today, now: kit.request.now, territory: kit.territory }
  const told = understand(sent(kit.request, 'title'), knownHere(read, here))
  const shown: Shown = {
    ...{ of, kit, read, words, told },
    isFirst: kit.request.again?.asks === 'more',
  }
  const asksSpread =
    sent(kit.request, 'accord') === '' || mistakeOn(kit.request, 'accord') !== undefined
  const carried = CARRIED.map(name => {
    const value = sent(kit.request, name)
    const isAskedHere = asksSpread && (name === 'accord' || name === 'demande')
    return value !== '' && !isAskedHere && hidden({ [name]: value })
  })
  const usual = saysCardOnly(sent(kit.request, 'title')) ? 'carte' : 'ici'
  return html`
    ${hidden({ stage: '2' })}
    ${carried}
    <div class="pieces">
      ${wayPiece(shown)}
      ${wordsPiece(shown)}
      ${told.ride !== undefined && ridePiece(shown, told.ride)}
      ${told.ride === undefined && told.maybeRide && isOneQuestion(kit.request, words)}
      ${(kit.territory?.communes.length ?? 0) > 1 && placePiece(shown)}
      ${themesPiece(shown)}
      ${untilPiece(shown)}
      ${returnPiece(shown)}
      ${amountPiece(shown)}
      ${photoPiece(shown)}
      ${restPiece(shown)}
    </div>
    ${kit.fields(typeOf(shown), undefined, madeFor(read, of.kind))}
    ${asksSpread && spreadField(kit.request, words, spreadLabels(words), usual)}
  `
}

/** A piece of the sentence; a mistake in one of its fields opens it. */
const piece = (
  request: Request,
  said: HtmlPiece,
  fields: readonly string[],
  body: HtmlPiece,
  isOpen = fields.some(name => mistakeOn(request, name) !== undefined),
): Html =>
  html`
    <details${isOpen && html` open`}>
      <summary>${said}</summary>
      <div class="part">${body}</div>
    </details>
  `

function wayPiece(shown: Shown): Html {
  const { of, kit, words, told } = shown
  const mode = shownValue(shown, 'mode', told.mode)
  const w = words.pieces
  const said = isMode(mode) ? w.ways[of.kind][mode] : w.noWay[of.kind]
  return piece(kit.request, said, ['mode'], modes(of.kind, mode, words))
}

function wordsPiece({ kit, words }: Shown): Html {
  const title = sent(kit.request, 'title')
  const label = words.types.offer.fields.title.label
  return piece(
    kit.request,
    words.pieces.words(title),
    ['title'],
    titleField(title, label, '', kit.request),
  )
}

const ridePiece = ({ kit, words }: Shown, ride: RideSaid): Html =>
  piece(
    kit.request,
    words.rides.understood(rideUnderstood(ride, kit.request.today)),
    ['chaque'],
    rideMore(kit.request, ride, words),
  )

function placePiece(shown: Shown): Html {
  const { kit, read, words, told } = shown
  const { me, private: isPrivate } = kit.request
  const w = words.pieces
  const code = shownValue(shown, 'commune', told.commune)
  const isMine = code === '' && me !== undefined && sent(kit.request, 'chezmoi') !== ''
  const mine = isMine && isPrivate ? communeOf(read, me) : undefined
  const name = kit.communeNamed(code || (mine ?? ''))
  const said = name ? w.at(name) : isMine ? w.atMine : w.noPlace
  return piece(
    kit.request,
    said,
    ['commune', 'where'],
    html`${communeField(kit, code, words)}${kit.fields(typeOf(shown), undefined, ['where'])}`,
  )
}

/** The list of communes: what was understood is chosen in it, whatever the first page left. */
const communeField = (kit: Kit, chosen: string, words: Words): Html =>
  formField({
    id: 'f-commune',
    label: words.form.commune,
    error: mistakeOn(kit.request, 'commune'),
    control: about => html`
      <select id="f-commune" name="commune"${about}>
        <option value="">${words.form.noCommune}</option>
        ${(kit.territory?.communes ?? []).map(
          ({ code, name }) =>
            html`<option value="${code}"${code === chosen && html` selected`}>${name}</option>`,
        )}
      </select>
    `,
  })

/** Thirty themes are many to read: those understood are named, the others wait behind them. */
function themesPiece(shown: Shown): Html | false {
  const { kit, read, words, told, isFirst } = shown
  const ids = isFirst ? told.themes : texts(kit.request.again?.input ?? {}, 'themes')
  const names = ids.flatMap(id => read.called(id)?.title ?? [])
  const fields = kit.fields(typeOf(shown), ids.length > 0 ? { themes: ids } : {}, ['themes'])
  if (fields.html === '') return false
  const said = names.length > 0 ? words.pieces.under(names) : words.pieces.noTheme
  return piece(kit.request, said, ['themes'], fields)
}

function untilPiece(shown: Shown): Html {
  const { kit, words, told } = shown
  const day = shownValue(shown, 'until', told.day)
  const said = isDay(day)
    ? words.pieces.until(dayPlain(day, kit.request.lang, kit.request.today))
    : words.pieces.noEnd
  return piece(
    kit.request,
    said,
    ['until', 'when'],
    kit.fields(typeOf(shown), day === '' ? {} : { until: day }, ['until', 'when']),
  )
}

/** What is wanted in return; of a sale or a rent, its price. */
function returnPiece(shown: Shown): Html {
  const { kit, words, told } = shown
  const w = words.pieces
  const mode = shownValue(shown, 'mode', told.mode)
  const asks = sent(kit.request, 'counterpart')
  const cents = priceTold(sent(kit.request, 'title'))
  const known = cents === undefined ? undefined : kit.told(offer, 'priceCents', cents)
  const price = shownValue(shown, 'priceCents', known)
  const choices: Readonly<Record<string, string>> = words.types.offer.fields.counterpart.choices
  const said = isPriced(mode)
    ? price === ''
      ? w.noPrice
      : w.price(price)
    : asks === ''
      ? w[mode === 'give' ? 'noReturnGiven' : 'noReturn']
      : w.against(choices[asks] ?? asks)
  return piece(
    kit.request,
    said,
    ['counterpart', 'against', 'priceCents'],
    html`
      ${groupField({
        id: 'f-counterpart',
        legend: words.inReturn,
        error: mistakeOn(kit.request, 'counterpart'),
        body: html`
          <div class="choices">
            ${COUNTERPARTS.map(one => round('counterpart', one, choices[one] ?? '', one === asks))}
          </div>
        `,
      })}
      ${kit.fields(typeOf(shown), undefined, ['against'], { against: { label: w.returnMore } })}
      ${formField({
        id: 'f-priceCents',
        label: words.types.offer.fields.priceCents.label,
        hint: w.priceHint,
        error: mistakeOn(kit.request, 'priceCents'),
        input: { name: 'priceCents', value: price, inputmode: 'decimal', class: 'small' },
      })}
    `,
  )
}

/**
 * How much there is, as the sentence says it: each then says how much they take. Where it is not
 * surely of the thing, one tick says so.
 */
function amountPiece(shown: Shown): Html | false {
  const { of, kit, words } = shown
  const said = saidAmount(shown)
  if (!said) return false
  const { amount, isSure } = said
  const w = words.sharing
  const side = takenAs(of.kind, shownValue(shown, 'mode', shown.told.mode))
  const body = isSure
    ? kit.fields(typeOf(shown), { amount: shownValue(shown, 'amount', amount) }, ['amount'])
    : box(SHARED, '1', w.tick[side], sent(kit.request, SHARED) !== '')
  const label = isSure ? w.understood[side](amount) : w.asked(amount)
  return piece(kit.request, label, ['amount'], body, !isSure || undefined)
}
const saidAmount = (shown: Shown) =>
  amountSaid(sent(shown.kit.request, 'title'), shownValue(shown, 'mode', shown.told.mode))

/** Photos that came with a form that is sent back are said, and seen. */
function photoPiece(shown: Shown): Html {
  const { kit, words } = shown
  const { again } = kit.request
  const received = texts(again?.input ?? {}, 'photos.sent').length
  return piece(
    kit.request,
    received === 0 ? words.pieces.photo : words.pieces.photosReceived(received),
    ['photos'],
    kit.fields(typeOf(shown), undefined, ['photos']),
    received > 0 || mistakeOn(kit.request, 'photos') !== undefined,
  )
}

function restPiece(shown: Shown): Html {
  const { of, kit, words } = shown
  const lead =
    of.kind === 'offer' && box('piste', 'yes', words.leadBox, sent(kit.request, 'piste') !== '')
  const fields = saidAmount(shown)?.isSure ? ['detail'] : ['amount', 'detail']
  return piece(
    kit.request,
    words.pieces.rest,
    ['amount', 'detail'],
    html`${kit.fields(typeOf(shown), undefined, fields)}${lead}`,
  )
}

/**
 * The ticks of the meeting page, in people's words; *je vends ou loue* is told apart by the verb
 * that was said.
 */
function modes(kind: 'offer' | 'need', told: Mode | string | undefined, words: Words): Html {
  const labels = words.ticks[kind]
  const values: readonly (readonly [Mode, string])[] = [
    ['give', labels.give],
    ['lend', labels.lend],
    [told === 'barter' ? 'barter' : 'exchange', labels.exchange],
    [told === 'rent' ? 'rent' : 'sell', labels.sell],
    ['hand', labels.hand],
    ['ride', labels.ride],
    ['share', labels.share],
  ]
  return groupField({
    id: 'f-mode',
    legend: words.inWhatWay,
    body: html`
      <div class="choices">
        ${values.map(([mode, label]) => round('mode', mode, label, mode === told))}
      </div>
    `,
  })
}
