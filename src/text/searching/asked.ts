import { WEEKDAY_CODES } from '../../core/calendar/weekdays.ts'
import { fold, stems, wordsOf } from '../../core/letters/words.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
import { pattern } from '../../core/pattern.ts'
import { dayAfter, weekdayNumber } from '../days.ts'
import { daysWords } from '../days-words.ts'
import { infinitiveOf } from '../french/infinitives.ts'
import { familyStems, isOfApart } from './families.ts'
import { pairOf } from './other-words.ts'
import { CALLED, CONTACTS, isSmall, isWeak, KIN, OWN, SEEKING } from './small-words.ts'

/**
 * A search as people type it: the words that tell, those that weigh little, the days and the
 * communes that it names.
 */

/** A word folded, and as it was typed, in small letters. */
export type AskedWord = Readonly<{
  word: string
  typed: string
  /** It stands behind *pour* or *avec*: it says what for, beside what. */
  isBeside?: true
  /** An act that says what a thing is for: *machine à coudre*. */
  isUse?: true
  /** A plain word of whose thing something is asked: *la clé du local*. */
  isOwner?: true
}>
/** Days, both included, and their weekday: `weekdays` are codes (`SA`), `names` folded words. */
export type AskedDays = Readonly<{
  from: string
  to: string
  weekdays: readonly string[]
  names: readonly string[]
}>
/** A commune by its INSEE code, and the words that named it. */
export type AskedPlace = Readonly<{ code: string; words: readonly AskedWord[] }>
export type SpokenSearch = Readonly<{
  telling: readonly AskedWord[]
  weak: readonly AskedWord[]
  days?: AskedDays
  places: readonly AskedPlace[]
  today: string
  /** Who searches found something, and looks for who lost it. */
  isFound?: true
}>
type Commune = Readonly<{ code: string; name: string; formerNames?: readonly string[] }>

/** The most words that are looked for: a longer search is a text. */
const MOST = 10

/** The words of a text in their order, each folded word with what was typed of it. */
export function askedWords(text: string): readonly AskedWord[] {
  const typed =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return typed.flatMap(one => wordsOf(one).map(word => ({ word, typed: one })))
}

export function searchSpoken(
  asked: string,
  { today, communes }: Readonly<{ today: string; communes: readonly Commune[] }>,
): SpokenSearch {
  const { days, left } = daysNamed(askedWords(asked).slice(0, 3 * MOST), today)
  const { places, left: named } = placesNamed(left, communes)
  const rest = named.map((one, i) =>
    isMoney(named, i) ? MONEY : isNewYear(named, i) ? NEW_YEAR : one,
  )
  const kin = new Set(rest.filter((_, i) => isOwnKin(rest, i)).map(({ word }) => word))
  const once = [...new Map(rest.map(one => [one.word, one])).values()]
  const said = once.filter(({ word }) => !isSmall(word))
  const things = new Set(
    [
      ...said.filter((_, i) => isThingOf(said, i)),
      ...rest.filter((_, i) => isOwnThing(rest, i)),
    ].map(({ word }) => word),
  )
  const isOfAny = ({ word }: AskedWord): boolean =>
    (isWeak(word) && !things.has(word)) || kin.has(word) || /^\d+$/.test(word)
  const owners = new Set(rest.filter((_, i) => isOwnerIn(rest, i)).map(({ word }) => word))
  const weak = said
    .filter(isOfAny)
    .map((one): AskedWord => (owners.has(one.word) ? { ...one, isOwner: true } : one))
  const uses = new Set(rest.filter((_, i) => isUseOf(rest, i)).map(({ word }) => word))
  const beside = new Set(rest.filter((_, i) => isBehind(rest, i)).map(({ word }) => word))
  const pairs = pairsIn(said)
  const paired = said.flatMap((one, i): readonly AskedWord[] => {
    const pair = pairs.find(({ at, end }) => i >= at && i <= end)
    if (pair?.at === i) return [{ word: pair.pair, typed: `${one.typed} ${said[pair.end]!.typed}` }]
    return pair?.end === i || (isOfAny(one) && !SEEKING.has(one.word)) ? [] : [one]
  })
  const telling = soughtFirst(paired)
    .filter(one => !isOfAny(one))
    .map((one, i): AskedWord => (i > 0 && beside.has(one.word) ? { ...one, isBeside: true } : one))
    .map((one): AskedWord => (uses.has(one.word) ? { ...one, isUse: true } : one))
    .slice(0, MOST)
  const found = saysFound(asked) ? { isFound: true as const } : {}
  return { telling, weak, places, today, ...(days ? { days } : {}), ...found }
}

/**
 * *Trouvé un chat*, and neither *qui a trouvé mon chat ?* nor *pas trouvé de pain*, nor *où trouvé
 * du pain*, for *trouver*. Without its accent it is a verb of the present.
 */
const FOUND = pattern('u')`
  (?<!\p{L})(?<!(?:où|ou|pour|peut|peux|on|pas|jamais|rien)\x20)
  trouv(?:é|ée|és|ées|ee|ees)(?!\p{L}|\x20(?:mon|ma|mes|notre|nos)\x20)
`
const saysFound = (asked: string): boolean => FOUND.test(asked.normalize('NFC').toLowerCase())

/** Behind an act, what is asked of anything is the thing itself: *écrire un mail*. */
const isThingOf = (words: readonly AskedWord[], at: number): boolean => {
  const act = words[at - 1]?.word ?? ''
  return CONTACTS.has(words[at]!.word) && !isWeak(act) && isAct(act)
}
/** *Mon téléphone* is the thing; *le téléphone de la pharmacie* is asked of it. */
const isOwnThing = (words: readonly AskedWord[], at: number): boolean =>
  CONTACTS.has(words[at]!.word) && OWN.has(words[at - 1]?.word ?? '')
/** *Machine à coudre*, and no *vélo à vendre*. */
const isUseOf = (words: readonly AskedWord[], at: number): boolean => {
  const [thing, before, act] = [words[at - 2], words[at - 1], words[at]!]
  const isTelling = thing !== undefined && !isSmall(thing.word) && !isWeak(thing.word)
  return isTelling && before?.word === 'a' && !isWeak(act.word) && isAct(act.word)
}
/** Whether a text says *du papier* where *mes papiers* are asked: one stem, and another word. */
export function saysOtherWord(asked: string, text: string): boolean {
  const families = familiesIn(asked, true)
  const said = new Set(families.length === 0 ? [] : familiesIn(text, false).flat())
  const bare = (family: string): string => family.replace(/\d+$/, '')
  const stemsSaid = new Set([...said].map(bare))
  return families.some(
    own => !own.some(one => said.has(one)) && own.some(one => stemsSaid.has(bare(one))),
  )
}
const familiesIn = (text: string, isAsked: boolean): readonly (readonly string[])[] =>
  askedWords(text)
    .filter(({ word }) => isOfApart(word))
    .map(({ word, typed }) => familyStems(typed, stems(word)[0] ?? word, isAsked))

/** *Du local*, *de la salle*: behind a thing, and at the end. */
const isOwnerIn = (words: readonly AskedWord[], at: number): boolean => {
  const [one = '', before = ''] = [words[at - 2]?.word, words[at - 1]?.word]
  return at === words.length - 1 && (before === 'du' || (one === 'de' && before === 'la'))
}
/** Whether a folded word is a verb in the infinitive. */
export const isAct = (word: string): boolean => infinitiveOf(word).includes(word)

/** Two words that name one thing: *garder des enfants*. They are looked for as one. */
type Pair = Readonly<{ at: number; pair: string; end: number }>
function pairsIn(words: readonly AskedWord[]): readonly Pair[] {
  const all: Pair[] = []
  for (let at = 0; at < words.length; at++) {
    const found = pairAt(words, at)
    if (found) all.push(found)
    at = found?.end ?? at
  }
  return all
}
/** *Garder ma petite fille*: plain words may stand between. */
function pairAt(words: readonly AskedWord[], at: number): Pair | undefined {
  for (let end = at + 1; end < words.length; end++) {
    const pair = pairOf(words[at]!.word, words[end]!.word)
    if (pair !== undefined) return { at, pair, end }
    if (!isWeak(words[end]!.word)) return undefined
  }
  return undefined
}

/** Of *maman seule cherche un lit* what is looked for, then who looks for it. */
function soughtFirst(words: readonly AskedWord[]): readonly AskedWord[] {
  const at = words.findIndex(({ word }) => SEEKING.has(word))
  const [before, after] = [words.slice(0, Math.max(0, at)), words.slice(at + 1)]
  if (before.length === 0 || after.length === 0) return words
  return [...after, ...before.map((one): AskedWord => ({ ...one, isBeside: true }))]
}

/** *Des sous* are no *sous* of *sous la table*. */
const MONEY: AskedWord = { word: 'argent', typed: 'argent' }
/** *Nouvel an*, of two words that tell nothing apart. */
const NEW_YEAR: AskedWord = { word: 'reveillon', typed: 'réveillon' }
const isNewYear = (words: readonly AskedWord[], at: number): boolean =>
  words[at]!.word === 'nouvel' && words[at + 1]?.word === 'an'
const ARTICLES = new Set(['des', 'les', 'mes', 'ses', 'de'])
const isMoney = (words: readonly AskedWord[], at: number): boolean =>
  words[at]!.word === 'sous' && ARTICLES.has(words[at - 1]?.word ?? '')

/** Words behind which one says what for: *des bûches pour ma cheminée*. */
const BEHIND = new Set(['pour', 'avec', 'sans', 'contre', 'chez', 'for', 'with'])
const isBehind = (words: readonly AskedWord[], at: number): boolean => {
  if (SEASONS.has(words[at]!.word) && WHEN.has(words[at - 1]?.word ?? '')) return true
  const before = words
    .slice(0, at)
    .findLastIndex(({ word }) => BEHIND.has(word) || !(isSmall(word) || isWeak(word)))
  return BEHIND.has(words[before]?.word ?? '')
}

/** *Mes poules à Noël*, *cet hiver*: when, and not what. */
const SEASONS = new Set(
  'noel paques toussaint fetes hiver ete printemps automne vacances rentree ramadan'.split(' '),
)
const WHEN = new Set(['a', 'au', 'pour', 'avant', 'apres', 'pendant', 'cet', 'cette', 'en', 'l'])

/** *Ma fille*, *mes petits-enfants*: for whom, and not what. */
const isOwnKin = (words: readonly AskedWord[], at: number): boolean =>
  (words.length > 1 && CALLED.has(words[at]!.word)) ||
  (KIN.has(words[at]!.word) &&
    [at - 1, at - 2].some(
      before =>
        OWN.has(words[before]?.word ?? '') &&
        words.slice(before + 1, at).every(({ word }) => isWeak(word)),
    ))

const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  (['fr', 'en'] as const).flatMap(lang =>
    daysWords(lang).weekdays.flatMap((day, i) => [
      [fold(day), i + 1] as const,
      [`${fold(day)}s`, i + 1] as const,
    ]),
  ),
)
const MONTHS: ReadonlyMap<string, number> = new Map(
  (['fr', 'en'] as const).flatMap(lang =>
    daysWords(lang).months.map((month, i) => [fold(month), i + 1] as const),
  ),
)
/** How many days ahead. */
const NEAR: Readonly<Record<string, number>> = nullPrototype({
  hui: 0,
  today: 0,
  tonight: 0,
  maintenant: 0,
  demain: 1,
  tomorrow: 1,
})
const NEXT = new Set(['prochain', 'prochaine', 'prochains', 'next'])
const WEEK = new Set(['semaine', 'week'])
const MONTH = new Set(['mois', 'month'])
const THIS = new Set(['ce', 'cette', 'this'])
const IN_MONTH = new Set(['en', 'in', 'fin', 'debut'])
const PARTS = new Set(['matin', 'soir', 'midi', 'aprem', 'journee'])
const BEFORE_PART = new Set(['ce', 'cet', 'this'])
const BEFORE_NUMBER = new Set(['le', 'du', 'au', 'the'])
const SATURDAY = 6
const LAST_OF_MONTH = 31

type Named = Readonly<{ from: string; to: string; taken: number }>

/** The first day that the words name, with the words that are left without it. */
function daysNamed(
  words: readonly AskedWord[],
  today: string,
): Readonly<{ days?: AskedDays; left: readonly AskedWord[] }> {
  const plain = words.map(({ word }) => word)
  for (let at = 0; at < plain.length; at++) {
    const named = dayAt(plain, at, today)
    if (!named) continue
    const left = words.filter(
      ({ word }, i) => (i < at || i >= at + named.taken) && !NEXT.has(word) && word !== 'aujourd',
    )
    const { from, to } = named
    // In more days than two each weekday stands: none of them tells.
    const numbers = dayAfter(from, 1) < to ? [] : [...new Set([from, to])].map(weekdayNumber)
    const weekdays = numbers.map(n => WEEKDAY_CODES[n - 1] ?? '')
    const names = [...WEEKDAYS].filter(([, n]) => numbers.includes(n)).map(([name]) => name)
    return { days: { from, to, weekdays, names }, left }
  }
  return { left: words }
}

/** *Samedi en huit*, *en quinze*: so many days after the next Saturday. */
const WEEKS_ON: ReadonlyMap<string, number> = new Map([
  ['huit', 7],
  ['quinze', 14],
])
function dayAt(words: readonly string[], at: number, today: string): Named | undefined {
  const [word = '', next = '', third = ''] = words.slice(at)
  const one = (day: string, taken: number): Named => ({ from: day, to: day, taken })
  const far = Object.hasOwn(NEAR, word) ? NEAR[word] : undefined
  if (word === 'apres' && next === 'demain') return one(dayAfter(today, 2), 2)
  if (far !== undefined) return one(dayAfter(today, far), 1)
  if (BEFORE_PART.has(word) && (PARTS.has(next) || next === 'apres')) return one(today, 2)
  const isNext = words.some(other => NEXT.has(other))
  if (word === 'weekend' || (word === 'week' && next === 'end'))
    return weekendAfter(today, isNext, word === 'weekend' ? 1 : 2)
  const long = WEEK.has(word) || MONTH.has(word) ? spanAt(words, at, today) : undefined
  if (long) return long
  const weekday = WEEKDAYS.get(word)
  const month = MONTHS.get(next)
  if (weekday !== undefined) {
    const told = numbered(next, third, today)
    if (told) return { ...told, taken: told.taken + 1 }
    const ahead = (weekday - weekdayNumber(today) + 7) % 7
    const more = next === 'en' ? WEEKS_ON.get(third) : undefined
    if (more !== undefined) return one(dayAfter(today, ahead + more), 3)
    return one(dayAfter(today, ahead === 0 && isNext ? 7 : ahead), PARTS.has(next) ? 2 : 1)
  }
  if (BEFORE_NUMBER.has(word)) {
    const told = numbered(next, third, today)
    return told && { ...told, taken: told.taken + 1 }
  }
  if (month !== undefined && IN_MONTH.has(word)) return monthAfter(today, month, 2)
  return month !== undefined ? numbered(word, next, today) : undefined
}

/** *Cette semaine*, *la semaine prochaine*, *ce mois-ci*, *next month*. */
function spanAt(words: readonly string[], at: number, today: string): Named | undefined {
  const [before = '', word = '', after = ''] = [words[at - 1], words[at], words[at + 1]]
  const isNext = NEXT.has(before) || NEXT.has(after)
  if (!isNext && !THIS.has(before)) return undefined
  const thisMonth = Number(today.slice(5, 7))
  if (MONTH.has(word)) return monthAfter(today, isNext ? (thisMonth % 12) + 1 : thisMonth, 1)
  const sunday = dayAfter(today, 7 - weekdayNumber(today))
  return isNext
    ? { from: dayAfter(sunday, 1), to: dayAfter(sunday, 7), taken: 1 }
    : { from: today, to: sunday, taken: 1 }
}

/** What is left of this month, or the next that has this number. */
function monthAfter(today: string, month: number, taken: number): Named {
  const year = Number(today.slice(0, 4)) + (month < Number(today.slice(5, 7)) ? 1 : 0)
  const first = `${year}-${String(month).padStart(2, '0')}-01`
  const next = dayAfter(first, LAST_OF_MONTH)
  return {
    from: first < today ? today : first,
    to: dayAfter(`${next.slice(0, 7)}-01`, -1),
    taken,
  }
}

/** *12*, *12 décembre*: the next such day. */
function numbered(number: string, month: string, today: string): Named | undefined {
  const day = /^\d{1,2}(er)?$/.test(number) ? Number.parseInt(number, 10) : 0
  if (day < 1 || day > LAST_OF_MONTH) return undefined
  const wanted = MONTHS.get(month)
  for (let ahead = 0; ahead < 366; ahead++) {
    const date = dayAfter(today, ahead)
    if (Number(date.slice(8)) !== day) continue
    if (wanted !== undefined && Number(date.slice(5, 7)) !== wanted) continue
    return { from: date, to: date, taken: wanted === undefined ? 1 : 2 }
  }
  return undefined
}

function weekendAfter(today: string, isNext: boolean, taken: number): Named {
  const weekday = weekdayNumber(today)
  if (weekday === SATURDAY + 1 && !isNext) return { from: today, to: today, taken }
  const ahead = (SATURDAY - weekday + 7) % 7
  const saturday = dayAfter(today, ahead === 0 && isNext ? 7 : ahead)
  return { from: saturday, to: dayAfter(saturday, 1), taken }
}

/** Words between the two halves of a name: *Boën-sur-Lignon* is called *Boën*. */
const LINKS = new Set(['sous', 'sur', 'en', 'les', 'le', 'la', 'du', 'de', 'des', 'd', 'l', 'et'])
const SAINTS = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
])
const saint = (word: string): string => SAINTS.get(word) ?? word
/** A shorter half of a name may be any word. */
const SHORTEST_HALF = 4

/** How a commune is called: its whole name, what stands before its first link, or its halves. */
function callingsOf(name: string): readonly (readonly string[])[] {
  const whole = wordsOf(name)
  const bare = LINKS.has(whole[0] ?? '') ? whole.slice(1) : whole
  const link = bare.findIndex(word => LINKS.has(word))
  const isSaint = bare[0] === 'saint' || bare[0] === 'sainte'
  const short = link > 0 ? bare.slice(0, link) : isSaint ? [] : bare.slice(0, 1)
  const isUsable = (short[0] ?? '').length >= SHORTEST_HALF && !(isSaint && short.length < 2)
  return isUsable ? [whole, short] : [whole]
}

/** The communes that the words name, with the words that are left without them. */
function placesNamed(
  words: readonly AskedWord[],
  communes: readonly Commune[],
): Readonly<{ places: readonly AskedPlace[]; left: readonly AskedWord[] }> {
  const places: AskedPlace[] = []
  let left = words
  const called = communes
    .flatMap(({ code, name, formerNames = [] }) =>
      [name, ...formerNames].flatMap(one => callingsOf(one).map(calling => ({ code, calling }))),
    )
    .sort((a, b) => b.calling.length - a.calling.length)
  for (const { code, calling } of called) {
    const at = left.findIndex((_, i) =>
      calling.every((word, k) => word === saint(left[i + k]?.word ?? '')),
    )
    if (at < 0) continue
    const found = left.slice(at, at + calling.length)
    places.push({ code, words: found.filter(({ word }) => !isSmall(word) && !isWeak(word)) })
    left = left.filter((_, i) => i < at || i >= at + calling.length)
  }
  return { places, left }
}
