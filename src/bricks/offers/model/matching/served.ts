import { lazy } from '../../../../core/lazy.ts'
import { wordsOf } from '../../../../core/letters/words.ts'
import { RIDE } from './goals-said.ts'
import { contentOf, type NoticeMeaning } from './meaning.ts'
import { areKin, isDoing, keyOf, TEACHES, usesOf } from './names.ts'
import type { SpokenNotice } from './spoken.ts'
import { type Likeness, type NoticePair, UNLIKE } from './thing.ts'

/** *Cherche un musicien*, *une nounou*: who plays, who minds. */
const trades = lazy(() => new Set(['musicien', 'nounou'].map(keyOf)))
/**
 * Whether what is good for something is looked for at all: a need that names its thing wants that
 * thing.
 */
export const isServed = ({ sought, hand, things }: NoticeMeaning): boolean =>
  !sought || hand || things.some(thing => trades().has(thing.key))

/** What is good for what the need tells of: only where it names nothing that it looks for. */
const SERVES = 0.68
export function served(pair: NoticePair): Likeness {
  const { offer, need, gives, asks } = pair
  // Who looks for somebody is not served by a thing: cloth takes no hem up.
  const wantsSomebody = asks.hand && gives.act === undefined && !gives.hand
  if (wantsSomebody || offer.side === 'there' || isAnotherDoing(pair)) return UNLIKE
  // Who names what they look for is served by who does it, never by another thing.
  if (!isServed(asks)) return UNLIKE
  // Who learns the guitar is not served by one.
  const learnt = asks.act === TEACHES ? [TEACHES, ...asks.things.map(thing => thing.key)] : []
  const told =
    need.more === '' ? contentOf(asks) : [...contentOf(asks), ...wordsOf(need.more).map(keyOf)]
  const wanted = learnt.length === 0 ? told : told.filter(key => !learnt.includes(key))
  for (const key of contentOf(gives)) {
    if (asks.sought && !(asks.hand && key === gives.act) && !isTrade(pair, key)) continue
    const uses = usesOf(key)
    if (uses.size === 0) continue
    const use = wanted.find(one => uses.has(one))
    if (use !== undefined && (key !== gives.act || doesTo(pair) || isTrade(pair, key)))
      return {
        value: SERVES,
        reasons: [
          {
            is: 'serves',
            thing: key,
            use,
            offer: saidAs(offer, gives, key),
            need: saidAs(need, asks, use),
          },
        ],
        doubts: [],
      }
  }
  return UNLIKE
}
const isTrade = ({ gives, asks }: NoticePair, key: string): boolean =>
  gives.way === undefined &&
  asks.things.some(thing => trades().has(thing.key) && usesOf(key).has(thing.key))
/**
 * Two doings that the house names are compared as doings; who goes somewhere is served by no thing.
 */
const isAnotherDoing = ({ gives, asks }: NoticePair): boolean =>
  asks.act !== undefined && (asks.act === RIDE || (gives.act !== undefined && isDoing(asks.act)))
/** Who mends bicycles mends no mower, and who minds children minds no hens. */
const ONLY_THESE: ReadonlySet<string> = new Set(['reparer', 'garder'])
const doesTo = ({ gives, asks, need }: NoticePair): boolean =>
  !ONLY_THESE.has(gives.act ?? '') ||
  gives.things.length === 0 ||
  [...contentOf(asks), ...wordsOf(need.more).map(keyOf)].some(key =>
    gives.things.some(thing => areKin(thing.key, key)),
  )
/** The word of a notice that has this key, as it was written. */
const saidAs = (one: SpokenNotice, said: NoticeMeaning, key: string): string =>
  said.things.find(thing => thing.key === key)?.said ??
  `${one.title} ${one.more}`
    .match(/[\p{L}\p{N}]+/gu)
    ?.find(word => keyOf(wordsOf(word)[0] ?? '') === key)
    ?.toLowerCase() ??
  key
