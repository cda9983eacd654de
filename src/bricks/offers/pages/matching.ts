import { lazy } from '../../../core/lazy.ts'
import { stems, wordsOf } from '../../../core/letters/words.ts'
import { isOver } from '../model/matching/apart.ts'
import {
  AS_IT_IS,
  allOf,
  areShort,
  MISFIT,
  type PartsBeside,
  partsBeside,
  shelfPart,
  uncounted,
} from '../model/matching/beside.ts'
import { RIDE } from '../model/matching/goals-said.ts'
import { likelihoodOf, type Signs, topicSigns } from '../model/matching/likelihood.ts'
import { meaningKept, saidBy } from '../model/matching/meaning.ts'
import { keyOf } from '../model/matching/names.ts'
import { areRides, areToTwoTowns, ridesTold } from '../model/matching/rides-told.ts'
import { apartM, isOwn, pairKey, type SpokenNotice, type Theme } from '../model/matching/spoken.ts'
import {
  type Doubt,
  doingsAlike,
  type Likeness,
  metByTwo,
  type NoticePair,
  type Reason,
  UNLIKE,
} from '../model/matching/thing.ts'
import {
  chanceAlike,
  tiedName,
  topicServes,
  topicsAlike,
  topicsSaid,
} from '../model/matching/topics-alike.ts'

/**
 * Whether a notice answers another, and why: pure, on plain data, without a network. Words, kinds
 * of things, topics, ways of passing them, places and days, each of which can be said to the two
 * people; how much they count together was learnt (`likelihood.ts`).
 *
 * Shape   `score` 0 to 1, a product: how likely it is, or what both name, × what bars it.
 * Law     `meet(a, b)` is `meet(b, a)`; undefined for one person's or one project's own, and for
 *         what is over; all else the same, nearer is never less. Every reason is true of both.
 */
export type Meeting = Readonly<{
  score: number
  reasons: readonly Reason[]
  doubts: readonly Doubt[]
}>

/**
 * From here on a meeting is shown as an answer; under it, as the nearest miss. Weights are made so
 * that it is the chance that is shown (`SHOWN` of bin/likelihood/learnt.ts).
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
  const named = filed(pair, doingsAlike(pair))
  const direct = bestOf([
    ...told(pair, named).map(like => weighed(pair, like, () => allOf(beside()))),
    weighed(pair, likely(pair, named, beside), () => uncounted(pair, beside())),
  ])
  // What a thing is good for counts where the thing itself is not what is wanted.
  const indirect = isAnswer(direct)
    ? undefined
    : weighed(pair, topicServes(pair), () => allOf(beside()))
  return bestOf([direct, indirect])
}
const bestOf = (all: readonly (Meeting | undefined)[]): Meeting | undefined =>
  all.reduce((most, one) => ((one?.score ?? 0) > (most?.score ?? 0) ? one : most), undefined)

/** As near as a miss can be. */
const NEAREST = 0.8 * ANSWERS
const asMiss = (like: Likeness): Likeness => ({ ...like, value: NEAREST })

/** By the way of a ride, by a place that tells of it, or by the word that both say first. */
function told(pair: NoticePair, named: Likeness): readonly Likeness[] {
  const { offer, need } = pair
  if (areRides(pair)) {
    if (offer.ride && need.ride) return [named]
    return areToTwoTowns(pair) ? [] : [named, ridesTold(pair)]
  }
  if (isRide(pair)) return [named]
  return [
    ...(offer.side === 'there' ? [topicsAlike(pair)] : []),
    named.value >= ANSWERS && !isBorneOut(pair, named) ? asMiss(named) : named,
  ]
}

const isRide = ({ gives, asks }: NoticePair): boolean => gives.act === RIDE || asks.act === RIDE

/** Under this nobody would bring them together, whatever else is said. */
const HARDLY = 0.01
/** By all that is known of what both are about, and of what stands beside it. */
function likely(pair: NoticePair, named: Likeness, beside: () => PartsBeside): Likeness {
  const signs = signsIn(pair, named, beside)
  const value = signs ? likelihoodOf(signs) : 0
  if (value < MISSES) return UNLIKE
  const byTopic = topicsAlike(pair)
  if (named.value >= Math.max(ANSWERS, byTopic.value)) return { ...named, value }
  if (byTopic.reasons.length === 0) return named.reasons.length > 0 ? { ...named, value } : UNLIKE
  // *Tuiles plates* and *tuiles canal* are of one topic.
  const isOneThing = named.reasons.some(({ is }) => is === 'same')
  return { ...byTopic, value, doubts: isOneThing ? named.doubts : [] }
}

/** Rides and places are weighed by rules of their own. */
function signsIn(pair: NoticePair, named: Likeness, beside: () => PartsBeside): Signs | undefined {
  const { offer, gives, asks } = pair
  if (offer.side === 'there' || areRides(pair) || isRide(pair)) return undefined
  const topics = topicSigns(pair)
  if (topics.chance < HARDLY && named.value < ANSWERS) return undefined
  const { way, near, seeming } = beside()
  return {
    ...topics,
    named: named.value,
    way: way.value,
    near: near.value,
    apart: seeming === AS_IT_IS ? 0 : 1,
    sought: asks.sought ? 1 : 0,
    acts: gives.act === asks.act ? 1 : gives.act && asks.act ? -1 : 0,
  }
}

/**
 * The signs of two notices, for those who learn their weights: undefined where other rules weigh,
 * or part the two.
 */
export function signsOf(
  a: SpokenNotice,
  b: SpokenNotice,
  themes: readonly Theme[],
): Signs | undefined {
  const pair = pairOf(a, b, themes)
  if (!pair || isOwn(a, b) || isOver(a) || isOver(b)) return undefined
  const beside = lazy(() => partsBeside(pair))
  const signs = signsIn(pair, filed(pair, doingsAlike(pair)), beside)
  const isBarred = uncounted(pair, beside()).some(({ value }) => value < MISFIT)
  return isBarred ? undefined : signs
}

/** The very word of what is looked for. */
const SURELY = 0.9
/** What topics must say for it, at least: a word alone brought wrong notices together (0078). */
const BORNE_OUT = 0.2
/** Under this nobody knows what a need is about, by its topics. */
const UNHEARD = 0.15
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
      ? said.offer === given && asks.things.some(thing => thing.said === said.need)
      : said.is === 'kind'
        ? [said.wideSaid, said.narrowSaid].every(one => one === given || one === asked)
        : true
  const isAsked = asks.sought || asks.act !== undefined || asks.way !== undefined
  return areShort(offer, need) && isFirst && isAsked && gives.act === asks.act
}

/** What meets by two words that refusals of this box part: as near as a miss can be. */
function unlessRefused({ unmet }: NoticePair, like: Likeness): Likeness {
  const two = unmet?.size ? metByTwo(like.reasons) : undefined
  if (two === undefined || !unmet?.has(pairKey(two))) return like
  const value = Math.min(like.value, NEAREST)
  return { ...like, value, doubts: [{ not: 'refused' }, ...like.doubts] }
}

function weighed(
  pair: NoticePair,
  said: Likeness,
  beside: () => readonly Likeness[],
): Meeting | undefined {
  if (said.value < MISSES) return undefined
  const like = unlessRefused(pair, said)
  const parts = [shelfPart(pair, like), ...beside()]
  const score = parts.reduce((product, one) => product * one.value, like.value)
  if (score < MISSES) return undefined
  const told = [like, ...parts.filter(one => one !== AS_IT_IS)]
  return {
    score,
    reasons: told.flatMap(one => one.reasons.map(reason => asWhole(pair, reason))),
    doubts: told.flatMap(one => one.doubts),
  }
}
/** *Camping-car* is told whole. */
const asWhole = ({ offer, need }: NoticePair, reason: Reason): Reason =>
  reason.is === 'same'
    ? { ...reason, offer: tiedName(reason.offer, offer), need: tiedName(reason.need, need) }
    : reason
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

export type Match<T extends SpokenNotice = SpokenNotice> = Readonly<{ other: T; meeting: Meeting }>
/**
 * Those that meet a notice, best first; among those as good, the nearest; among equals the newest.
 * `attempt`: leaves out one that can't be argued.
 */
export function argued<T extends SpokenNotice>(
  one: SpokenNotice,
  others: readonly T[],
  { themes, unmet }: Readonly<{ themes: readonly Theme[]; unmet?: ReadonlySet<string> }>,
  attempt: <R>(other: T, work: () => R) => R | undefined = (_, work) => work(),
): readonly Match<T>[] {
  const met = others.flatMap(other => {
    const meeting = attempt(other, () => meet(one, other, themes, unmet))
    return meeting ? [{ other, meeting }] : []
  })
  return bestFirst(one, met)
}

export function bestFirst<T extends SpokenNotice>(
  one: SpokenNotice,
  met: readonly Match<T>[],
): readonly Match<T>[] {
  const awayM = (other: T): number => apartM(one, other) ?? Number.POSITIVE_INFINITY
  return met.toSorted(
    (a, b) =>
      rankOf(b.meeting) - rankOf(a.meeting) ||
      gradeOf(b.meeting) - gradeOf(a.meeting) ||
      awayM(a.other) - awayM(b.other) ||
      b.meeting.score - a.meeting.score ||
      (a.other.id < b.other.id ? 1 : -1),
  )
}

const RANKS: Readonly<Record<MeetingLevel, number>> = { answers: 2, serves: 1 }
const rankOf = (meeting: Meeting): number => {
  const level = levelOf(meeting)
  return level === undefined ? 0 : RANKS[level]
}

/**
 * From this score on nineteen of twenty are right; under it, three of four.
 *
 * Source  the ten villages of bench/villages, decision 0079.
 */
export const SURE = 0.8
/** Answers that a person would call as good: a finer score would hide how far each is. */
const GRADES = 5
const gradeOf = ({ score }: Meeting): number => Math.round(Math.min(score, SURE) * GRADES)

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
