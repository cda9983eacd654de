import { villageOf } from '../../../contract/communes.ts'
import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Request } from '../../../contract/request.ts'
import { lazy } from '../../../core/lazy.ts'
import { distance, onDay, sinceDay } from '../../../text/days.ts'
import { whereOnce } from '../../../text/where-once.ts'
import { dotted, notice } from '../../../ui/board.ts'
import { thumb } from '../../../ui/picture.ts'
import { saidBy } from '../../../ui/speaking.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { arrangedHere, isReserved } from '../model/arranged.ts'
import { saysPrice } from '../model/price.ts'
import { need, offer } from '../model/records.ts'
import { type SeatsAgreed, seatsOf } from '../model/rides/seats.ts'
import {
  howFarM,
  isOld,
  isWorthSaying,
  type Notice,
  type NoticeKind,
  sinceOf,
} from '../model/rules.ts'
import { allTaken } from '../model/shared-out.ts'
import type { fr } from '../words/fr.ts'
import { nextRideOf, whenHere } from './rides/facts.ts'

type Words = typeof fr

/** *Trelins, à 4 km*; the village itself is said without distance. */
export function placeOf(notice: Notice, kit: Kit, words: Words): Html | false {
  const { id, commune } = notice.row
  if (!commune) {
    const village = villageOf(kit, { id, commune: null })
    return village !== '' && html`${village}`
  }
  const name = kit.communeNamed(commune) ?? commune
  const far = howFarM(kit.territory, commune)
  return html`${far === undefined ? name : words.here(name, distance(far, kit.request.lang))}`
}

/** *à voir avec Anaïs, rien n’est promis*: of a lead only. */
export function leadOf(one: Notice, words: Words): string | false {
  if (one.kind !== 'offer' || one.row.state !== 'lead') return false
  return one.row.who ? words.lead(one.row.who) : words.leadAnyone
}

/**
 * *dit par Nadia, pour Paul*, on every line; what the keeper keyed from a slip says so on its own
 * page alone.
 */
export function spokenFor({ row }: Notice, kit: Kit, words: Words): string | false {
  return (
    !!row.toldTo &&
    row.toldTo !== kit.territory?.keptBy &&
    saidBy(kit.request, row.toldTo, row.who ?? words.someone)
  )
}

/**
 * *dit en réunion le 12 mars 2014*, *depuis quatre mois*: since when, of a need after a week, of
 * anything after three months, of each in a list of all (`always`).
 */
function whenOf(one: Notice, request: Request, words: Words, always: boolean): string | false {
  const since = sinceOf(one)
  const again = one.row.renewedOn !== null && !isOld(one.row.renewedOn, request.today)
  if (one.heardOn && isOld(one.heardOn, request.today) && !again)
    return words.heardOn(onDay(one.heardOn, request.lang, request.today))
  const isSaid =
    always ||
    isOld(since, request.today) ||
    (one.kind === 'need' && isWorthSaying(since, request.today))
  return isSaid && sinceDay(since, request.lang, request.today)
}

/**
 * `always`: since when, whatever its age. `agreed`: what the seats of a ride are counted by.
 * `isTaken`: nothing is left of it. `isReserved`: somebody has been promised it, or
 * answers it.
 */
type LineMore = Readonly<{
  always?: boolean
  agreed?: readonly SeatsAgreed[] | undefined
  isTaken?: boolean
  isReserved?: boolean
}>

/** Where, what is not promised, since when: the soft line under a notice. */
export function whereOf(
  one: Notice,
  kit: Kit,
  words: Words,
  { always = false, agreed = [], isTaken = false, isReserved = false }: LineMore = {},
): Html {
  const lead = leadOf(one, words)
  const near = whereOnce({
    place: (one.row.commune && kit.communeNamed(one.row.commune)) ?? null,
    where: one.row.where,
    title: one.row.title,
  }).where
  const place = lead || (near !== '' && inTongue(near, kit.request.lang))
  const pieces = [
    kit.isByCard(one.row.id) && html`<b>${words.whoSees.mark}</b>`,
    isTaken && html`<b>${words.sharing.allTaken[one.kind]}</b>`,
    isReserved && html`<b>${words.reserved[one.kind]}</b>`,
    spokenFor(one, kit, words),
    nextRideOf(one, whenHere(kit), words, agreed),
    priceOf(one, kit),
    placeOf(one, kit, words),
    place,
    whenOf(one, kit.request, words, always),
  ]
  return dotted(pieces)
}

/** The price, where the words do not say it already. */
const priceOf = ({ kind, row }: Notice, kit: Kit): Html | false =>
  row.priceCents !== null &&
  !saysPrice(row.title ?? '', row.priceCents) &&
  kit.shown(kind === 'offer' ? offer : need, 'priceCents', row.priceCents)

export const kindOf = (one: Notice): NoticeKind =>
  one.kind === 'offer' ? 'propose' : one.row.hand ? 'coup-de-main' : 'cherche'
const sideOf = (kind: NoticeKind): string =>
  ({ propose: 'offer', cherche: 'need', 'coup-de-main': 'help' })[kind]

/** One notice of the board; in a list of several kinds `what` says in a word which it is. */
export function noticeLine(
  one: Notice,
  kit: Kit,
  words: Words,
  {
    mixed,
    meets,
    ...more
  }: Readonly<{ mixed: boolean; meets?: Html | undefined }> & Omit<LineMore, 'always'>,
): Html {
  const kind = kindOf(one)
  return notice({
    title: one.row.title ?? '',
    href: `/annonces/${one.row.id}`,
    where: whereOf(one, kit, words, { always: mixed, ...more }),
    picture: thumb(one.row.photos),
    isOnScreen: kit.isByCard(one.row.id),
    ...(meets ? { meets } : {}),
    ...(mixed ? { side: sideOf(kind), what: words.kinds[kind] } : {}),
  })
}

/** Their lines in a list of both kinds, by their ids. */
export function linesOf(
  shown: readonly Notice[],
  { kit, read, words }: PageContext<Words>,
): ReadonlyMap<string, Html> {
  const agreed = seatsOf(read, shown)
  const isTaken = allTaken(read, shown)
  const arranged = lazy(() => arrangedHere(read))
  const lineOf = (one: Notice): Html =>
    noticeLine(one, kit, words, {
      mixed: true,
      agreed: agreed.get(one.row.id),
      isTaken: isTaken(one.row.id),
      isReserved: isReserved(arranged, one),
    })
  return new Map(shown.map(one => [one.row.id, lineOf(one)]))
}
