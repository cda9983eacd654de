import type { Brick } from '../../contract/brick.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Reader, SpokenFind } from '../../contract/reader.ts'
import { wordsOf } from '../../core/letters/words.ts'
import { distanceM } from '../../core/place.ts'
import { dayAfter } from '../../text/days.ts'
import { synonymsOf } from '../../text/french/synonyms.ts'
import { isFirstName, isWord } from '../../text/guard/lexicon.ts'
import { type AskedPlace, type SpokenSearch, searchSpoken } from '../../text/searching/asked.ts'
import { otherWords } from '../../text/searching/other-words.ts'
import { respelled } from '../../text/searching/respelled.ts'
import { GOES } from '../../text/searching/small-words.ts'

/** So many things of a day, or of a commune, are weighed beside the words of a search. */
const OF_A_DAY = 40
/** What takes place so soon in a commune that is asked alone stands first. */
const SOON_DAYS = 31
/** So many communes around one where nothing stands are looked at, the nearest first. */
const AROUND = 5

/**
 * `near`: nothing stands in the commune that was asked; the hits are those of a near one.
 * `isPlace`: a commune alone is asked, and no word of a record is read. `isGoing`: somebody
 * wants to go there, so that what stands there is no answer.
 */
export type LookedForHere = SpokenFind &
  Readonly<{
    near?: Readonly<{ asked: string; shown: string }>
    isPlace?: true
    isGoing?: true
  }>

/** What the commons have for a search as people speak, with the days and communes that it names. */
export function lookedFor(
  bricks: readonly Brick[],
  kit: Kit,
  read: Reader,
  { asked, types, most }: Readonly<{ asked: string; types: readonly string[]; most: number }>,
): LookedForHere {
  const { today } = kit.request
  const communes = communesHere(kit)
  const spoken = searchSpoken(asked, { today, communes })
  const ofBricks = bricks.flatMap(({ slots }) => slots?.otherNames?.(kit, read) ?? [])
  const otherNames = (word: string): readonly string[] => [
    ...otherWords(word),
    ...ofBricks.flatMap(names => names(word)),
    ...synonymsOf(word),
  ]
  const look = (said: SpokenSearch): SpokenFind =>
    read.lookFor(
      { ...said, onDays: idsOnDays(kit, said), isWord: isKnown, otherNames, respelled },
      types,
      most,
    )
  const found = look(spoken)
  const [place, other] = spoken.places
  const isPlace = place !== undefined && !other && !spoken.days && spoken.telling.length === 0
  if (!isPlace) return found
  if (found.hits.length > 0)
    return spoken.weak.some(({ word }) => GOES.has(word))
      ? { ...found, hits: found.hits.filter(({ title }) => isNamedIn(title, place)), isGoing: true }
      : { ...found, isPlace }
  const named = (code: string): string => communes.find(one => one.code === code)?.name ?? ''
  for (const code of nearestTo(place.code, communes)) {
    const there = look({ ...spoken, places: [{ code, words: [] }] })
    if (there.hits.length > 0)
      return { ...there, isPlace, near: { asked: named(place.code), shown: named(code) } }
  }
  return found
}

const isNamedIn = (title: string, { words }: AskedPlace): boolean =>
  words.length > 0 && words.every(({ word }) => wordsOf(title).includes(word))

/** A first name that nobody bears here is no mistake either. */
const isKnown = (word: string): boolean => isWord(word) || isFirstName(word)

type Communes = NonNullable<Kit['territory']>['communes']
/** The communes of the territory, and that of the box. */
function communesHere({ territory, communeNamed }: Kit): Communes {
  if (territory === undefined) return []
  const { village, communes } = territory
  const name = communes.some(({ code }) => code === village) ? undefined : communeNamed(village)
  return name === undefined
    ? communes
    : [...communes, { code: village, name, postalCodes: null, point: null }]
}

/** What takes place on the days of a search; of a commune that is asked alone, what does soon. */
function idsOnDays(kit: Kit, { days, places, telling, today }: SpokenSearch): readonly string[] {
  const codes = new Set(places.map(({ code }) => code))
  if (days)
    return kit
      .agenda(days.from, days.to)
      .slice(0, OF_A_DAY)
      .map(({ id }) => id)
  if (codes.size === 0 || telling.length > 0) return []
  const ids = kit
    .agenda(today, dayAfter(today, SOON_DAYS))
    .filter(({ commune = '', struck }) => codes.has(commune) && struck === undefined)
    .toSorted((a, b) => (`${a.day} ${a.time ?? ''}` < `${b.day} ${b.time ?? ''}` ? -1 : 1))
    .map(({ id }) => id)
  return [...new Set(ids)].slice(0, OF_A_DAY)
}

/** The communes around one, the nearest first. */
function nearestTo(code: string, communes: Communes): readonly string[] {
  const from = communes.find(one => one.code === code)?.point
  if (!from) return []
  return communes
    .flatMap(({ code: other, point }) =>
      point && other !== code ? [{ other, away: distanceM(from, point) }] : [],
    )
    .sort((a, b) => a.away - b.away)
    .slice(0, AROUND)
    .map(({ other }) => other)
}
