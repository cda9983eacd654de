import { wordsOf } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { asksNoMoney } from '../modes.ts'
import {
  areApart,
  areSeeking,
  areSizesApart,
  areStaysApart,
  isSpoilt,
  seemApart,
  tellsOfWork,
} from './apart.ts'
import { areDaysOut, areTwoDates, daysSaid, isDayWritten, isPartOut, onTwoDates } from './days.ts'
import { isTooLittle } from './enough.ts'
import { RIDE } from './goals-said.ts'
import type { NoticeMeaning } from './meaning.ts'
import { costs, counterpartFit, modeFit, modeSaid, speaksOfMoney, wantOf } from './modes.ts'
import { areOfTwoSeasons } from './months.ts'
import { ridesOneDay } from './rides-alike.ts'
import { isTooSeldom } from './rides-told.ts'
import { apartM, foldedText, type SpokenNotice, shownTitle } from './spoken.ts'
import type { Doubt, Likeness, NoticePair, Reason } from './thing.ts'
import { chanceAlike } from './topics-alike.ts'

/** What weighs beside what two notices are about: in which way, on which days, how far. */

/** A title of so few words says its thing and little else. */
const FEW_WORDS = 10
export const areShort = (...all: readonly SpokenNotice[]): boolean =>
  all.every(({ title }) => wordsOf(title).length <= FEW_WORDS)
/** What weighs, whatever brings the two together: parts of 1 at most. */
export type PartsBeside = Readonly<{
  way: Likeness
  near: Likeness
  /** Words that seem to part the two. */
  seeming: Likeness
  others: readonly Likeness[]
}>
export const partsBeside = (pair: NoticePair): PartsBeside => ({
  way: wayPart(pair),
  near: distancePart(pair),
  seeming: seemingPart(pair),
  others: [
    apartPart(pair),
    seekingPart(pair),
    stayPart(pair),
    statePart(pair),
    returnPart(pair),
    daysPart(pair),
  ],
})
export const allOf = ({ way, near, seeming, others }: PartsBeside): readonly Likeness[] => [
  seeming,
  ...others,
  way,
  near,
]
/** A way that does not fit, or a far place, weighs beside what was learnt of both. */
export const MISFIT = 0.7
export const uncounted = (
  { offer, need }: NoticePair,
  { way, near, seeming, others }: PartsBeside,
) => [
  ...(areShort(offer, need) ? [seeming] : []),
  ...others,
  ...[way, near].map(one => (one.value < MISFIT ? one : { ...one, value: 1 })),
]

/** Whether something parts the two, whatever their words say else. */
function apartPart(pair: NoticePair): Likeness {
  const { offer, need } = pair
  if (offer.ride || need.ride) return part(1)
  if (areSizesApart(pair)) return part(0.3, false, { not: 'size' })
  return areApart(pair) || isTooLittle(offer, need) ? part(0.3, false, apartDoubt(pair)) : part(1)
}
const seemingPart = (pair: NoticePair): Likeness =>
  pair.offer.ride || pair.need.ride || !seemApart(pair)
    ? part(1)
    : part(0.3, false, apartDoubt(pair))
const apartDoubt = ({ offer, need, gives, asks }: NoticePair): Doubt => ({
  not: 'apart',
  offer: gives.things[0]?.whole ?? shownTitle(offer),
  need: asks.things[0]?.whole ?? shownTitle(need),
})

/** From this chance on both are about one matter, whatever their themes are. */
const ONE_MATTER = 0.5
/** One word filed under themes that have nothing in common is often two (*souris*). */
export function shelfPart(pair: NoticePair, like: Likeness): Likeness {
  const { offer, need } = pair
  const same = like.reasons.every(reason => reason.is === 'same') && like.reasons.length > 0
  const apart =
    offer.themes.length > 0 &&
    need.themes.length > 0 &&
    !offer.themes.some(id => need.themes.includes(id))
  return same && apart && chanceAlike(pair) < ONE_MATTER
    ? part(0.6, false, { not: 'shelf' })
    : part(1)
}

const seekingPart = (pair: NoticePair): Likeness =>
  areSeeking(pair) ? part(0.3, false, { not: 'mode' }) : part(1)

const stayPart = ({ offer, need }: NoticePair): Likeness =>
  areStaysApart(offer, need) ? part(0.4, false, { not: 'days' }) : part(1)

const statePart = (pair: NoticePair): Likeness =>
  isSpoilt(pair) ? part(0.5, false, apartDoubt(pair)) : part(1)

/** A part that changes nothing: most are, of hundreds of pairs. */
export const AS_IT_IS: Likeness = { value: 1, reasons: [], doubts: [] }
const part = (value: number, reason?: Reason | false, doubt?: Doubt | false): Likeness =>
  value === 1 && !reason && !doubt
    ? AS_IT_IS
    : { value, reasons: reason ? [reason] : [], doubts: doubt ? [doubt] : [] }

/**
 * In which way it passes, as chosen or as said; nobody asks for money where both wrote a way that
 * asks for none.
 */
function wayPart({ offer, need, gives, asks }: NoticePair): Likeness {
  if (offer.side === 'there') return part(1)
  const mode =
    offer.mode ??
    modeSaid(gives.way) ??
    (CONFIDES.test(offer.title) ? 'lend' : undefined) ??
    (gives.act === RIDE ? 'ride' : gives.act ? 'hand' : undefined)
  const want = wantOf(need.mode ?? wayAsked(need, asks))
  const value = modeFit(mode, want)
  const isFree =
    !costs(mode) &&
    want !== 'buy' &&
    want !== 'rent' &&
    isForNothing(offer, gives) &&
    isForNothing(need, asks)
  return part(value, isFree && { is: 'free' }, value < MISFIT && { not: 'mode' })
}
const isPaid = (one: SpokenNotice): boolean => speaksOfMoney(one) || tellsOfWork(one)
/** Of a way that was chosen or written. Who borrows pays nothing; who buys does. */
const isFreeWay = (way: SpokenNotice['mode'] | NoticeMeaning['way']): boolean =>
  way === 'borrow' || (way !== undefined && way !== 'buy' && asksNoMoney(way))
const FREE_RETURNS: ReadonlySet<SpokenNotice['counterpart']> = new Set(['nothing', 'time', 'thing'])
const FOR_NOTHING = pattern('u')`
  \b(?:gratuit\w*|gratos|benevol\w*|pour rien|sans (?:rien )?payer|rien a payer|sans contrepartie
  |sans faire payer|coups? de mains?)\b
`
/** *Donne des cours* tells no price, and may ask for one. */
const isForNothing = (one: SpokenNotice, { way, act }: NoticeMeaning): boolean =>
  !isPaid(one) &&
  (isFreeWay(one.mode) ||
    FREE_RETURNS.has(one.counterpart) ||
    (act === undefined && isFreeWay(way)) ||
    FOR_NOTHING.test(foldedText(one)))
/** *Je peux confier ma machine quelques semaines* is a loan. */
const CONFIDES = /(?<!\p{L})confi(e|er|ons|ent)(?!\p{L})/iu
/** *Nous cherchons à lui acheter une machine*, *à garder*: who asks so borrows nothing. */
const TO_KEEP = /(?<!\p{L})(ach[eè]t(e|er|ons|ez|ent|erai\p{L}*)|à garder|pour de bon)(?!\p{L})/iu
/** *Cherche du miel, peut donner deux heures*: what is given back is no way of asking. */
const GIVES_BACK = pattern('i')`
  \b(peut|peux|peuvent|contre|échange de|propose|propose de|je) (donner|donne|offrir|offre|prêter
  |prête|échanger|troquer|partager)\b|\bcontre\b|\ben (échange|retour)\b
`
function wayAsked(
  { title, counterpart }: SpokenNotice,
  { way }: NoticeMeaning,
): NoticeMeaning['way'] {
  if (way === undefined) return TO_KEEP.test(title) ? 'buy' : undefined
  const isGiven = counterpart !== undefined && counterpart !== 'nothing'
  return way === 'give' && (isGiven || GIVES_BACK.test(title)) ? undefined : way
}

function returnPart({ offer, need }: NoticePair): Likeness {
  const value = counterpartFit(offer.counterpart, need.counterpart)
  return part(value, false, value < MISFIT && { not: 'return' })
}

/** Days that both say and that differ: a ride or a doing can't wait, a thing to give can. */
function daysPart(pair: NoticePair): Likeness {
  const { offer, need, gives, asks } = pair
  if (areOfTwoSeasons(offer, need) || isTooSeldom(pair)) return part(0.35, false, { not: 'days' })
  const driven = offer.ride && need.ride ? ridesOneDay(offer.ride, need.ride) : undefined
  if (driven === false) return part(0.35, false, { not: 'days' })
  if (driven) return part(1, dayReason(pair, driven.day))
  const [offered, asked] = [daysSaid(offer, gives), daysSaid(need, asks)]
  const isOut =
    areDaysOut(offer, asked) ||
    areDaysOut(need, offered) ||
    isPartOut(offer, need) ||
    isPartOut(need, offer)
  if (!isOut && (offered.length === 0 || asked.length === 0)) return part(1)
  const day = isOut ? undefined : offered.find(one => asked.includes(one))
  const isOne = day !== undefined && !areTwoDates(offer, need, day) && !onTwoDates(offer, need)
  if (isOne) return part(1, dayReason(pair, day))
  const canWait = gives.act === undefined && (offer.mode ?? modeSaid(gives.way)) === 'give'
  return part(canWait ? 0.9 : 0.35, false, { not: 'days' })
}
/** *Samedi* and *le week-end*: it may suit both, and one of them does not say it. */
const dayReason = ({ offer, need }: NoticePair, day: number): Reason =>
  isDayWritten(offer, day) && isDayWritten(need, day)
    ? { is: 'days', day }
    : { is: 'days', day, open: true }

/** At this distance one looks half as near. */
const HALF_M = 100_000
const FAR_M = 30_000
function distancePart({ offer, need }: NoticePair): Likeness {
  const metres = apartM(offer, need)
  if (metres === undefined) return part(0.97)
  if (metres === 0 && offer.commune) return part(1, { is: 'commune', commune: offer.commune })
  const value = 1 / (1 + metres / HALF_M)
  return metres > FAR_M
    ? part(value, false, { not: 'far', distanceM: metres })
    : part(value, { is: 'near', distanceM: metres })
}
