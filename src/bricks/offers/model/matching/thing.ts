import { fold, wordsOf } from '../../../../core/letters/words.ts'
import { type Goal, goalsIn, RIDE } from './goals-said.ts'
import type { NoticeMeaning } from './meaning.ts'
import { doingOf, isKnown, kindsOf, TEACHES } from './names.ts'
import { waysMeet } from './rides-alike.ts'
import { isTwoSenses } from './senses.ts'
import { pairKey, type SpokenNotice, type Theme, TWO, wordsOfPair } from './spoken.ts'
import type { SaidThing } from './things-said.ts'

/**
 * Why two notices meet, as data; each is true of both, and can be checked on both. Words are as
 * people wrote them.
 */
export type Reason =
  | Readonly<{ is: 'same'; key: string; offer: string; need: string }>
  | Readonly<{
      is: 'kind'
      wide: string
      narrow: string
      wideSaid: string
      narrowSaid: string
      offer: string
      need: string
    }>
  | Readonly<{ is: 'serves'; offer: string; need: string }>
  | Readonly<{ is: 'theme'; theme: string; label: string; offer: string; need: string }>
  | Readonly<{ is: 'topic'; topic: number; offer: string; need: string; bare?: true }>
  | Readonly<{ is: 'doing'; act: string; said: string }>
  | Readonly<{ is: 'hands' }>
  | Readonly<{ is: 'towards'; key: string; place: string }>
  | Readonly<{ is: 'passing'; place: string }>
  | Readonly<{ is: 'days'; day: number; open?: true }>
  | Readonly<{ is: 'free' }>
  | Readonly<{ is: 'commune'; commune: string }>
  | Readonly<{ is: 'near'; distanceM: number }>
/** What keeps two notices from meeting, or makes it less sure. */
export type Doubt =
  | Readonly<{ not: 'thing' | 'wide' | 'apart' | 'doing'; offer: string; need: string }>
  | Readonly<{ not: 'towards' | 'days' | 'size' | 'mode' | 'return' | 'shelf' | 'refused' }>
  | Readonly<{ not: 'amount'; offer: number; need: number }>
  | Readonly<{ not: 'far'; distanceM: number }>

export type Likeness = Readonly<{
  value: number
  reasons: readonly Reason[]
  doubts: readonly Doubt[]
}>
export const UNLIKE: Likeness = { value: 0, reasons: [], doubts: [] }

/** Two notices, the one that gives first, with what their sentences say. */
export type NoticePair = Readonly<{
  offer: SpokenNotice
  need: SpokenNotice
  gives: NoticeMeaning
  asks: NoticeMeaning
  themes: readonly Theme[]
  /** Pairs of words by which notices meet no more here (`pairKey`). */
  unmet?: ReadonlySet<string>
}>

/** What weighs beside words. */
const BESIDE: ReadonlySet<Reason['is']> = new Set(['days', 'free', 'commune', 'near'])
/**
 * The two words by which alone two notices meet, the offer's first, as a refusal keeps them.
 * Undefined where they meet by one word that both say: it is refused for another matter.
 */
export function metByTwo(reasons: readonly Reason[]): string | undefined {
  const [first, ...others] = reasons.filter(({ is }) => !BESIDE.has(is))
  if (first === undefined || others.length > 0 || !('offer' in first)) return undefined
  // Two names that sound alike may be people.
  if (first.is === 'same' && !isKnown(first.key)) return undefined
  const two = [first.offer.trim(), first.need.trim()].join(TWO)
  const [one, other] = wordsOfPair(pairKey(two))
  return one && other && one !== other ? two : undefined
}

/** The likest. */
export const best = (all: readonly Likeness[]): Likeness =>
  all.reduce((most, one) => (one.value > most.value ? one : most), UNLIKE)
const only = (value: number, reason?: Reason, doubt?: Doubt): Likeness => ({
  value,
  reasons: reason ? [reason] : [],
  doubts: doubt ? [doubt] : [],
})

/** *J’ai* is no thing. */
const isThing = ({ key }: SaidThing): boolean => key.length > 2

/**
 * The best likeness of any thing of one with any of the other; what tells things apart weighs in.
 */
const thingsAlike = (pair: NoticePair): Likeness =>
  best(
    pair.gives.things
      .filter(isThing)
      .flatMap(one =>
        pair.asks.things.map(other => weighed(one, other, named(one, other, pair), pair)),
      ),
  )

/**
 * How near two names are.
 *
 * Law     1 only for one key. Who asks for a kind is answered by a thing of that kind; who asks for
 *         a thing is not answered by an offer of its kind until it says which.
 */
function named(one: SaidThing, other: SaidThing, pair: NoticePair): Likeness {
  const said = { offer: one.said, need: other.said }
  if (one.key === other.key) return only(1, { is: 'same', key: one.key, ...said })
  // *du bois de chauffage* is wood, and no *bois de construction*.
  if (
    one.key.startsWith(`${other.key} `) &&
    other.mods.some(mod => mod.as === 'tied' && !one.key.includes(mod.key))
  )
    return only(0.45, undefined, { not: 'apart', offer: one.said, need: other.whole })
  if (kindsOf(one.key).has(other.key))
    return only(0.92, {
      is: 'kind',
      wide: other.key,
      narrow: one.key,
      wideSaid: other.said,
      narrowSaid: one.said,
      ...said,
    })
  // Who does a thing for animals does it for a cat; who gives vegetables does not say that there
  // are leeks.
  const serves = pair.gives.act !== undefined || (pair.gives.hand && pair.asks.hand)
  if (kindsOf(other.key).has(one.key))
    return serves
      ? only(0.85, {
          is: 'kind',
          wide: one.key,
          narrow: other.key,
          wideSaid: one.said,
          narrowSaid: other.said,
          ...said,
        })
      : only(0.45, undefined, { not: 'wide', ...said })
  const byTheme = themed(one, other, pair)
  if (byTheme.value > 0) return byTheme
  if (one.key.startsWith(`${other.key} `) || other.key.startsWith(`${one.key} `))
    return only(0.42, undefined, { not: 'apart', ...said })
  if (one.mods.some(mod => mod.key === other.key) || other.mods.some(mod => mod.key === one.key))
    return only(0.25, undefined, { not: 'thing', ...said })
  return UNLIKE
}

/**
 * A theme's own words: its label stands for its synonyms when one of the two is filed there; two
 * synonyms meet when both are, and one of them is a word that the house has no thing for
 * (*chutes*): *une scie* and *une remorque* are both tools.
 */
function themed(one: SaidThing, other: SaidThing, { offer, need, themes }: NoticePair): Likeness {
  const said = { offer: one.said, need: other.said }
  const mine = [one.key, ...(one.wrap ? [one.wrap] : [])]
  const both = themes.filter(({ keys }) => keys.has(other.key) && mine.some(key => keys.has(key)))
  return best(
    both.map(theme => {
      const filed = [offer, need].filter(({ themes: all }) => all.includes(theme.id)).length
      const reason: Reason = { is: 'theme', theme: theme.id, label: theme.label, ...said }
      if (mine.includes(theme.name) || other.key === theme.name) {
        const isWide = mine.includes(theme.name) && isKnown(other.key)
        return only(filed > 0 && !isWide ? 0.72 : 0.4, reason)
      }
      const isLoose = one.wrap !== undefined || !isKnown(one.key) || !isKnown(other.key)
      return only(filed === 2 && isLoose ? 0.62 : 0.25, reason)
    }),
  )
}

/** What tells a thing from its like, and how many are wanted. */
function weighed(
  one: SaidThing,
  other: SaidThing,
  name: Likeness,
  { offer, need, gives, asks }: NoticePair,
): Likeness {
  if (one.key === other.key && isTwoSenses(one, [offer, gives], [need, asks]))
    return {
      value: 0.35 * name.value,
      reasons: name.reasons,
      doubts: [{ not: 'apart', offer: one.whole, need: other.whole }],
    }
  // A thing of the kind that is wanted need not be told apart as the kind was.
  const [part, apart] = one.key === other.key ? partOf(one, other) : [1]
  const [enough, short] = amountFit(one, other)
  const doubts = [...name.doubts, ...(apart ? [apart] : []), ...(short ? [short] : [])]
  return {
    value: name.value * part * enough,
    reasons: name.reasons,
    doubts: name.value > 0 ? doubts : [],
  }
}

/**
 * What tells one from its like: two complements that differ make two things (*à coudre*, *à
 * laver*); whom it is for, or an adjective, only makes it less sure.
 */
function partOf(one: SaidThing, other: SaidThing): readonly [number, Doubt?] {
  if (one.mods.length === 0 && other.mods.length === 0) return [1]
  const shares = one.mods.some(({ key }) =>
    other.mods.some(
      also => key === also.key || kindsOf(key).has(also.key) || kindsOf(also.key).has(key),
    ),
  )
  if (shares) return [1]
  if (one.mods.length === 0 || other.mods.length === 0) return [one.mods.length === 0 ? 0.85 : 0.9]
  const [mine, theirs] = [one.mods, other.mods].map(all => all.some(mod => mod.as === 'tied'))
  const value = mine && theirs ? 0.45 : mine || theirs ? 0.65 : 0.75
  return [value, { not: 'apart', offer: one.whole, need: other.whole }]
}

/** Half of what is wanted still helps; less than a quarter is another matter. */
function amountFit(one: SaidThing, other: SaidThing): readonly [number, Doubt?] {
  if (one.many === undefined || other.many === undefined || one.many >= other.many) return [1]
  const part = one.many / other.many
  const short: Doubt = { not: 'amount', offer: one.many, need: other.many }
  return part >= 0.5 ? [0.9, short] : part >= 0.25 ? [0.7, short] : [0.4, short]
}

/** *Cherche à garder des enfants*: who would do it, beside who does it. */
const DONE_FOR: ReadonlySet<string> = new Set(['garder', 'nettoyer', 'repasser', 'aider devoirs'])
const WANTS_WORK = /\bcherche à (?!faire )/i
/** *Garder*, and *garder animaux*, which the lexicon names with what it is done to. */
const isDoneFor = (act: string): boolean => DONE_FOR.has(act) || DONE_FOR.has(act.split(' ')[0]!)

/** Doings that one person is asked for under several names. */
const NEIGHBOURS: readonly (readonly string[])[] = [
  ['jardiner', 'labourer', 'tailler', 'tondre', 'recolter'],
  ['porter', 'transporter'],
  [
    'apprendre',
    'aider devoirs',
    'tricoter',
    'coudre',
    'souder',
    'cuisiner',
    'jardiner',
    'lire',
    'chanter',
  ],
  ['reparer', 'construire', 'coudre', 'souder', 'affuter'],
  ['nettoyer', 'repasser', 'courses', 'cuisiner'],
  ['peindre', 'construire'],
]
/** Who does these does them to whatever is brought. */
const ANYTHING: ReadonlySet<string> = new Set([
  'lire',
  'visiter',
  'remplir',
  'aider devoirs',
  'couper cheveux',
  'coudre',
  'presser',
  'affuter',
  'traduire',
  'repasser',
  'souder',
  'broyer',
  'scier',
  'fendre',
  'photographier',
  'labourer',
  'tondre',
  'ramoner',
])
const areNear = (a: string, b: string): boolean =>
  NEIGHBOURS.some(group => group.includes(a) && group.includes(b))

/**
 * How well what is done, or where one goes, meets.
 *
 * Law     a thing never answers a doing, nor a doing a thing: who lends a bicycle does not mend it.
 */
export function doingsAlike(pair: NoticePair): Likeness {
  const { asks } = pair
  const said = doingsSaid(pair)
  if (asks.todo === undefined || asks.act !== undefined) return said
  return best([said, doingsSaid({ ...pair, asks: { ...asks, act: asks.todo } })])
}

function doingsSaid(pair: NoticePair): Likeness {
  const { gives, asks } = pair
  if (gives.act === RIDE || asks.act === RIDE)
    return gives.act === asks.act ? rides(pair) : passes(pair)
  const things = thingsAlike(pair)
  const [offered, asked] = [
    gives.act ?? gives.things[0]?.said ?? '',
    asks.act ?? asks.things[0]?.said ?? '',
  ]
  const other: Doubt = {
    not: 'doing',
    offer: gives.actSaid || offered,
    need: asks.actSaid || asked,
  }
  const bare = gives.things.length === 0 || asks.things.length === 0
  if (gives.act && asks.act) {
    if (gives.act === TEACHES && asks.act === TEACHES && sharesDoing(gives, asks))
      return only(0.9, { is: 'doing', act: TEACHES, said: gives.actSaid })
    if (gives.act === asks.act) {
      if (isDoneFor(asks.act) && WANTS_WORK.test(pair.need.title))
        return only(0.3, undefined, other)
      const doing: Reason = { is: 'doing', act: gives.act, said: doingSaid(gives, gives.act) }
      if (bare) return only(gives.act === TEACHES || gives.act === 'garder' ? 0.45 : 0.8, doing)
      return {
        value:
          things.value >= 0.5
            ? things.value
            : ANYTHING.has(gives.act)
              ? 0.6
              : 0.6 * things.value + 0.15,
        reasons: [...things.reasons, doing],
        doubts:
          things.doubts.length > 0 || things.value >= 0.5 ? things.doubts : [thingDoubt(pair)],
      }
    }
    if (learns(gives, asks.act) || learns(asks, gives.act))
      return only(0.8, { is: 'doing', act: gives.act, said: gives.actSaid })
    if (areNear(gives.act, asks.act) && things.value >= 0.5)
      return { ...things, value: 0.75 * things.value, doubts: [...things.doubts, other] }
    return { value: 0.3 * things.value, reasons: things.reasons, doubts: [...things.doubts, other] }
  }
  if (gives.act === undefined && asks.act === undefined && !(bare && gives.hand && asks.hand))
    return things
  if (gives.hand && asks.hand && (bare || things.value > 0)) return hands(pair, things)
  if (gives.act && asks.hand && gives.hand && bare) return hands(pair, things)
  if ((gives.act && asks.hand) || (asks.act && gives.hand))
    return { ...things, value: 0.7 * things.value }
  return { value: 0.3 * things.value, reasons: things.reasons, doubts: [...things.doubts, other] }
}

/** *Faire les courses* is said by what is done: the verb alone says nothing. */
const doingSaid = ({ actSaid }: NoticeMeaning, act: string): string =>
  /^(?:faire|fai[st]|fasse|font)$/.test(fold(actSaid)) ? act : actSaid

/** *Apprendre le tricot* beside *atelier tricot*: what is learnt is what is done. */
const learns = (one: NoticeMeaning, act: string): boolean =>
  one.act === TEACHES && one.things.some(({ said }) => doingOf(wordsOf(said)) === act)

/** *Des cours de couture*, *apprendre à coudre*. */
function sharesDoing(gives: NoticeMeaning, asks: NoticeMeaning): boolean {
  const learnt = ({ things }: NoticeMeaning) =>
    things.flatMap(({ said, mods }) =>
      [doingOf(wordsOf(said)), ...mods.map(mod => doingOf([mod.key]))].filter(
        act => act !== undefined,
      ),
    )
  const theirs = learnt(asks)
  return learnt(gives).some(act => theirs.includes(act))
}

const thingDoubt = ({ gives, asks }: NoticePair): Doubt => ({
  not: 'thing',
  offer: gives.things[0]?.said ?? '',
  need: asks.things[0]?.said ?? '',
})

/** Arms are offered for anything when nothing is named. */
function hands({ gives }: NoticePair, things: Likeness): Likeness {
  const value =
    gives.things.length === 0 && gives.act === undefined ? 0.62 : Math.max(things.value, 0.4)
  return { value, reasons: [...things.reasons, { is: 'hands' }], doubts: things.doubts }
}

/**
 * Who goes somewhere passes what they tell of; who must be there may not say that they look for a
 * ride.
 */
function passes({ offer, need, gives, asks }: NoticePair): Likeness {
  if (gives.act !== RIDE || asks.sought) return UNLIKE
  const told = `${need.title} ${need.more}`
  const place = [...gives.towards, ...goalsIn(offer.more)].find(goal => tellsPlace(told, goal))
  return place === undefined
    ? UNLIKE
    : only(0.65, { is: 'towards', key: place.key, place: place.said })
}

/** *Au marché*, *au marche*; not *la radio marche plus*. */
function tellsPlace(text: string, { key, said }: Goal): boolean {
  const isWritten = text.toLowerCase().includes(said.toLowerCase())
  if (isWritten || fold(said) === said.toLowerCase()) return isWritten
  return new RegExp(`(?:\\b(?:au|aux|a|du|le|la|les|de)|l) ${RegExp.escape(key)}\\b`).test(
    fold(text),
  )
}

function rides({ offer, need, gives, asks }: NoticePair): Likeness {
  const met = offer.ride && need.ride && waysMeet(offer.ride, need.ride)
  if (met?.at === 'apart') return only(0.2, undefined, { not: 'towards' })
  if (met?.at === 'goal') return only(1, { is: 'towards', key: fold(met.place), place: met.place })
  if (met?.at === 'stop') return only(0.95, { is: 'passing', place: met.place })
  if (met?.at === 'start')
    return only(0.65, { is: 'passing', place: met.place }, { not: 'towards' })
  const place = gives.towards.find(one => asks.towards.some(other => other.key === one.key))
  if (place !== undefined) return only(1, { is: 'towards', key: place.key, place: place.said })
  if (gives.towards.length > 0 && asks.towards.length > 0)
    return only(0.2, undefined, { not: 'towards' })
  return only(0.4, undefined, { not: 'towards' })
}
