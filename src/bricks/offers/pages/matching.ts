import { lazy } from '../../../core/lazy.ts'
import { stems, wordsOf } from '../../../core/letters/words.ts'
import { pattern } from '../../../core/pattern.ts'
import {
  areApart,
  areSeeking,
  areSizesApart,
  areStaysApart,
  isOver,
  isSpoilt,
  tellsOfWork,
} from '../model/matching/apart.ts'
import { areDaysOut, areTwoDates, daysSaid, onTwoDates } from '../model/matching/days.ts'
import { RIDE } from '../model/matching/goals-said.ts'
import { meaningKept, type NoticeMeaning, saidBy } from '../model/matching/meaning.ts'
import {
  costs,
  counterpartFit,
  modeFit,
  modeSaid,
  speaksOfMoney,
  wantOf,
} from '../model/matching/modes.ts'
import { keyOf } from '../model/matching/names.ts'
import { ridesOneDay } from '../model/matching/rides-alike.ts'
import { areRides, ridesTold } from '../model/matching/rides-told.ts'
import {
  apartM,
  isOwn,
  pairKey,
  type SpokenNotice,
  shownTitle,
  type Theme,
} from '../model/matching/spoken.ts'
import {
  type Doubt,
  doingsAlike,
  type Likeness,
  metByTwo,
  type NoticePair,
  type Reason,
} from '../model/matching/thing.ts'
import {
  chanceAlike,
  topicServes,
  topicsAlike,
  topicsSaid,
} from '../model/matching/topics-alike.ts'

/**
 * Whether a notice answers another, and why: pure, on plain data. No model and no network: words,
 * kinds of things, ways of passing them, places and days, each of which can be said to the two
 * people.
 *
 * Shape   `score` 0 to 1, a product of parts: what it is × in which way × against what × which days
 *         × how far.
 * Law     `meet(a, b)` is `meet(b, a)`; undefined for one person's or one project's own, and for
 *         what is over; all else the same, nearer is never less. Every reason is true of both.
 */
export type Meeting = Readonly<{
  score: number
  reasons: readonly Reason[]
  doubts: readonly Doubt[]
}>

/**
 * From here on a meeting is shown as an answer; under it, as the nearest miss. Found on planted
 * pairs, see bench/matching.ts.
 */
export const ANSWERS = 0.5
/** Under this there is nothing to say of two notices. */
const MISSES = 0.12

export function meet(
  a: SpokenNotice,
  b: SpokenNotice,
  themes: readonly Theme[],
  unmet?: NoticePair['unmet'],
): Meeting | undefined {
  const made = pairOf(a, b, themes)
  if (!made || isOwn(a, b) || isOver(a) || isOver(b)) return undefined
  const pair = unmet ? { ...made, unmet } : made
  const beside = lazy(() => partsBeside(pair))
  const direct = bestOf(directly(pair).map(like => weighed(pair, like, beside)))
  // What a thing is good for counts where the thing itself is not what is wanted.
  const indirect = isAnswer(direct) ? undefined : weighed(pair, topicServes(pair), beside)
  return bestOf([direct, indirect])
}
const bestOf = (all: readonly (Meeting | undefined)[]): Meeting | undefined =>
  all.reduce((most, one) => ((one?.score ?? 0) > (most?.score ?? 0) ? one : most), undefined)

/** As near as a miss can be. */
const NEAREST = 0.8 * ANSWERS
const asMiss = (like: Likeness): Likeness => ({ ...like, value: NEAREST })

/** By the way of a ride; by what both are about; by the word that both say of what is wanted. */
function directly(pair: NoticePair): readonly Likeness[] {
  const { gives, asks, offer, need } = pair
  const named = filed(pair, doingsAlike(pair))
  if (areRides(pair)) return offer.ride && need.ride ? [named] : [named, ridesTold(pair)]
  if (gives.act === RIDE || asks.act === RIDE) return [named]
  return [
    topicsAlike(pair),
    named.value >= ANSWERS && !isBorneOut(pair, named) ? asMiss(named) : named,
  ]
}

/** The very word of what is looked for. */
const SURELY = 0.9
/** What topics must say for it, at least: a word alone brought wrong notices together (0078). */
const BORNE_OUT = 0.2
/** Under this nobody knows what a need is about, by its topics. */
const UNHEARD = 0.15
/** A title of so few words says its thing and little else. */
const FEW_WORDS = 10
/** One word, and no other name of the thing. */
const isSameWord = (said: Reason): boolean =>
  said.is === 'same' && stems(said.offer)[0] === stems(said.need)[0]
/**
 * Whether topics bear out the word that both say, or know nothing of what is looked for; or both
 * titles say it first, in few words. The name of a group or of a place is no kind of thing.
 */
function isBorneOut(pair: NoticePair, named: Likeness): boolean {
  const { gives, asks, offer, need } = pair
  const said = named.reasons.find(({ is }) => is === 'same' || is === 'kind' || is === 'doing')
  if (!said || (offer.side === 'there' && !isSameWord(said))) return false
  if (chanceAlike(pair) >= BORNE_OUT) return true
  const isUnheard = (topicsSaid(need)[0]?.sure ?? 0) < UNHEARD
  if (asks.sought && named.value >= SURELY && isUnheard) return true
  const [given, asked] = [gives.things[0]?.said, asks.things[0]?.said]
  const isFirst =
    said.is === 'same'
      ? said.offer === given && said.need === asked
      : said.is === 'kind'
        ? [said.wideSaid, said.narrowSaid].every(one => one === given || one === asked)
        : true
  const isShort = [offer, need].every(({ title }) => wordsOf(title).length <= FEW_WORDS)
  const isAsked = asks.sought || asks.act !== undefined || asks.way !== undefined
  return isShort && isFirst && isAsked && gives.act === asks.act
}

/** What meets by two words that refusals of this box part: as near as a miss can be. */
function unlessRefused({ unmet }: NoticePair, like: Likeness): Likeness {
  const two = unmet?.size ? metByTwo(like.reasons) : undefined
  if (two === undefined || !unmet?.has(pairKey(two))) return like
  const value = Math.min(like.value, NEAREST)
  return { ...like, value, doubts: [{ not: 'refused' }, ...like.doubts] }
}

/** What weighs, whatever brings the two together: parts of 1 at most. */
const partsBeside = (pair: NoticePair): readonly [apart: Likeness, ...others: Likeness[]] => [
  apartPart(pair),
  seekingPart(pair),
  stayPart(pair),
  statePart(pair),
  wayPart(pair),
  returnPart(pair),
  daysPart(pair),
  distancePart(pair),
]

function weighed(
  pair: NoticePair,
  said: Likeness,
  beside: () => ReturnType<typeof partsBeside>,
): Meeting | undefined {
  if (said.value < MISSES) return undefined
  const like = unlessRefused(pair, said)
  const [apart, ...others] = beside()
  const parts = [apart, shelfPart(pair, like), ...others]
  const score = parts.reduce((product, one) => product * one.value, like.value)
  if (score < MISSES) return undefined
  const told = [like, ...parts.filter(one => one !== AS_IT_IS)]
  return {
    score,
    reasons: told.flatMap(one => one.reasons),
    doubts: told.flatMap(one => one.doubts),
  }
}
export const isAnswer = (meeting: Meeting | undefined): meeting is Meeting =>
  meeting !== undefined && meeting.score >= ANSWERS

/**
 * How far a meeting goes: `answers` is the thing or the service itself; `serves` an indirect use,
 * told beside a notice and nowhere else. A nearest miss is at neither level.
 */
export type MeetingLevel = 'answers' | 'serves'
export const levelOf = (meeting: Meeting | undefined): MeetingLevel | undefined =>
  !isAnswer(meeting)
    ? undefined
    : meeting.reasons.some(({ is }) => is === 'serves')
      ? 'serves'
      : 'answers'
/** The thing or the service itself. */
export const doesAnswer = (meeting: Meeting): boolean => levelOf(meeting) === 'answers'

/** Who gives stands first; two of one side never meet. */
function pairOf(
  a: SpokenNotice,
  b: SpokenNotice,
  themes: readonly Theme[],
): NoticePair | undefined {
  const [offer, need] = a.side === 'need' ? [b, a] : [a, b]
  if (offer.side === 'need' || need.side !== 'need') return undefined
  return { offer, need, gives: saidBy(offer), asks: saidBy(need), themes }
}

/**
 * What stands beside the title, or is only said by a theme: enough for a near miss, and for an
 * answer where the sentence itself names nothing (*une piste pour des chutes*, filed under paper).
 */
function filed(pair: NoticePair, like: Likeness): Likeness {
  const { offer, need, gives, asks, themes } = pair
  if (like.value >= ANSWERS || gives.act !== asks.act || gives.act === RIDE) return like
  const wanted = asks.things[0]
  if (!wanted) return like
  const isVague = gives.things.every(thing => thing.wrap !== undefined)
  if (!isVague && gives.things.length > 0)
    return like.value > 0 ? like : beside(pair, wanted.key, wanted.said, 0.3)
  const shelf = themes.find(theme => theme.keys.has(wanted.key) && offer.themes.includes(theme.id))
  const reason: Reason | undefined = shelf && {
    is: 'theme',
    theme: shelf.id,
    label: shelf.label,
    offer: shelf.label,
    need: wanted.said,
  }
  if (shelf && reason)
    return { value: need.themes.includes(shelf.id) ? 0.7 : 0.55, reasons: [reason], doubts: [] }
  return like.value > 0 ? like : beside(pair, wanted.key, wanted.said, 0.55)
}

/** The word that is wanted stands in what the offer says besides. */
function beside({ offer, gives }: NoticePair, key: string, said: string, value: number): Likeness {
  const there = gives.others.includes(key) || speaksOf(offer.more, key)
  return there
    ? { value, reasons: [{ is: 'same', key, offer: said, need: said }], doubts: [] }
    : { value: 0, reasons: [], doubts: [] }
}
/**
 * Word by word: a long text is looked through for every candidate, and phrases are for sentences.
 */
const speaksOf = (text: string, key: string): boolean =>
  wordsOf(text).some(word => keyOf(word) === key)

function apartPart(pair: NoticePair): Likeness {
  if (pair.offer.ride || pair.need.ride) return part(1)
  if (areSizesApart(pair)) return part(0.3, false, { not: 'size' })
  if (!areApart(pair)) return part(1)
  const [one, other] = [
    pair.gives.things[0]?.whole ?? shownTitle(pair.offer),
    pair.asks.things[0]?.whole ?? shownTitle(pair.need),
  ]
  return part(0.3, false, { not: 'apart', offer: one, need: other })
}

/** One word filed under themes that have nothing in common is often two (*souris*). */
function shelfPart({ offer, need }: NoticePair, like: Likeness): Likeness {
  const same = like.reasons.every(reason => reason.is === 'same') && like.reasons.length > 0
  const apart =
    offer.themes.length > 0 &&
    need.themes.length > 0 &&
    !offer.themes.some(id => need.themes.includes(id))
  return same && apart ? part(0.6, false, { not: 'shelf' }) : part(1)
}

const seekingPart = (pair: NoticePair): Likeness =>
  areSeeking(pair) ? part(0.3, false, { not: 'mode' }) : part(1)

const stayPart = ({ offer, need }: NoticePair): Likeness =>
  areStaysApart(offer, need) ? part(0.4, false, { not: 'days' }) : part(1)

function statePart(pair: NoticePair): Likeness {
  const [one, other] = [pair.gives.things[0]?.whole ?? '', pair.asks.things[0]?.whole ?? '']
  return isSpoilt(pair) ? part(0.5, false, { not: 'apart', offer: one, need: other }) : part(1)
}

/** A part that changes nothing: most are, of hundreds of pairs. */
const AS_IT_IS: Likeness = { value: 1, reasons: [], doubts: [] }
const part = (value: number, reason?: Reason | false, doubt?: Doubt | false): Likeness =>
  value === 1 && !reason && !doubt
    ? AS_IT_IS
    : { value, reasons: reason ? [reason] : [], doubts: doubt ? [doubt] : [] }

/**
 * In which way it passes, as chosen or as said; nobody asks for money when neither way nor words
 * do.
 */
function wayPart({ offer, need, gives, asks }: NoticePair): Likeness {
  if (offer.side === 'there') return part(1)
  const mode =
    offer.mode ??
    modeSaid(gives.way) ??
    (gives.act === RIDE ? 'ride' : gives.act ? 'hand' : undefined)
  const want = wantOf(need.mode ?? wayAsked(need, asks))
  const value = modeFit(mode, want)
  const paid = costs(mode) || want === 'buy' || want === 'rent' || [offer, need].some(isPaid)
  return part(value, mode !== undefined && !paid && { is: 'free' }, value < 0.7 && { not: 'mode' })
}
const isPaid = (one: SpokenNotice): boolean => speaksOfMoney(one) || tellsOfWork(one)
/** *Cherche du miel, peut donner deux heures*: what is given back is no way of asking. */
const GIVES_BACK = pattern('i')`
  \b(peut|peux|peuvent|contre|échange de|propose|propose de|je) (donner|donne|offrir|offre|prêter
  |prête|échanger|troquer|partager)\b|\bcontre\b|\ben (échange|retour)\b
`
const wayAsked = (
  { title, counterpart }: SpokenNotice,
  { way }: NoticeMeaning,
): NoticeMeaning['way'] =>
  way === 'give' &&
  (GIVES_BACK.test(title) || (counterpart !== undefined && counterpart !== 'nothing'))
    ? undefined
    : way

function returnPart({ offer, need }: NoticePair): Likeness {
  const value = counterpartFit(offer.counterpart, need.counterpart)
  return part(value, false, value < 0.7 && { not: 'return' })
}

/** Days that both say and that differ: a ride or a doing can't wait, a thing to give can. */
function daysPart({ offer, need, gives, asks }: NoticePair): Likeness {
  const driven = offer.ride && need.ride ? ridesOneDay(offer.ride, need.ride) : undefined
  if (driven === false) return part(0.35, false, { not: 'days' })
  if (driven) return part(1, { is: 'days', day: driven.day })
  const [offered, asked] = [daysSaid(offer, gives), daysSaid(need, asks)]
  const isOut = areDaysOut(offer, asked) || areDaysOut(need, offered)
  if (!isOut && (offered.length === 0 || asked.length === 0)) return part(1)
  const day = isOut ? undefined : offered.find(one => asked.includes(one))
  const isOne = day !== undefined && !areTwoDates(offer, need, day) && !onTwoDates(offer, need)
  if (isOne) return part(1, { is: 'days', day })
  const canWait = gives.act === undefined && (offer.mode ?? modeSaid(gives.way)) === 'give'
  return part(canWait ? 0.9 : 0.35, false, { not: 'days' })
}

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

export type Match<T extends SpokenNotice = SpokenNotice> = Readonly<{ other: T; meeting: Meeting }>
/**
 * Those that meet a notice, best first; among equals the newest. `attempt`: leaves out one that
 * can't be argued.
 */
export function argued<T extends SpokenNotice>(
  one: SpokenNotice,
  others: readonly T[],
  { themes, unmet }: Readonly<{ themes: readonly Theme[]; unmet?: ReadonlySet<string> }>,
  attempt: <R>(other: T, work: () => R) => R | undefined = (_, work) => work(),
): readonly Match<T>[] {
  return others
    .flatMap(other => {
      const meeting = attempt(other, () => meet(one, other, themes, unmet))
      return meeting ? [{ other, meeting }] : []
    })
    .sort(
      (a, b) =>
        rankOf(b.meeting) - rankOf(a.meeting) ||
        b.meeting.score - a.meeting.score ||
        (a.other.id < b.other.id ? 1 : -1),
    )
}

const RANKS: Readonly<Record<MeetingLevel, number>> = { answers: 2, serves: 1 }
const rankOf = (meeting: Meeting): number => {
  const level = levelOf(meeting)
  return level === undefined ? 0 : RANKS[level]
}

/** A theme as rows hold it: label, synonyms parted by commas. */
export function themeOf(
  row: Readonly<{ id: string; label: string | null; synonyms: string | null }>,
): Theme {
  const names = [row.label ?? '', ...(row.synonyms ?? '').split(',')].flatMap(
    name => meaningKept(name.trim()).things[0]?.key ?? [],
  )
  return {
    id: row.id,
    label: row.label ?? '',
    name: names[0] ?? keyOf(row.label ?? ''),
    keys: new Set(names),
  }
}
