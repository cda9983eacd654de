import type { Reader } from '../../../contract/reader.ts'
import { hasTable, STANDS } from '../../../contract/tables.ts'
import type { Territory } from '../../../contract/territory.ts'
import { bytesOfText, keepLast } from '../../../core/byte-cache.ts'
import { fold } from '../../../core/letters/words.ts'
import { ownJson } from '../../../core/narrow.ts'
import { datesIn } from '../../../text/harvest/dates.ts'
import { type ThemeKnown, tellsWord, themesNear } from './filing.ts'
import { type Mode, toldMode } from './modes.ts'
import { nearDay } from './near-day.ts'
import {
  type ReadNow,
  type RideContext,
  type RideSaid,
  rideContext,
  rideIn,
  rideMaybe,
} from './rides/ride.ts'

/**
 * What one sentence, said as at the counter, already tells: proposed to its person, who corrects
 * it.
 */
export type Understood = Readonly<{
  mode: Mode | undefined
  /** The first day told from today on. */
  day: string | undefined
  themes: readonly string[]
  commune: string | undefined
  ride: RideSaid | undefined
  /** It may be a ride: its person is asked. */
  maybeRide: boolean
}>

const MOST_THEMES = 300

/** What one knows before reading: the day, the themes and the communes of the territory. */
export type HereKnown = RideContext &
  Readonly<{ themes: readonly ThemeKnown[]; territory: Territory | undefined }>

/** It is read once for many sentences. */
export const knownHere = (
  read: Reader,
  { territory, ...now }: ReadNow & Readonly<{ territory: Territory | undefined }>,
): HereKnown => ({ ...rideContext(now, territory), themes: themesKnown(read), territory })

/** The themes of the territory with their synonyms, folded. */
function themesKnown(read: Reader): readonly ThemeKnown[] {
  if (!hasTable(read, 'theme')) return []
  return read
    .all(`SELECT id, label, synonyms FROM theme WHERE ${STANDS} ORDER BY id LIMIT ?`, MOST_THEMES)
    .map(row => ({
      id: String(row['id']),
      words: wordsOfTheme(JSON.stringify([row['label'], row['synonyms']])),
    }))
}
/** Of the label and the synonyms of a theme, which each notice asks for. */
const wordsOfTheme = keepLast({ name: 'words of themes', most: 512 * 1024 }, theme => {
  const [label, synonyms] = ownJson<readonly (string | null)[]>(theme)
  return [label, ...String(synonyms ?? '').split(/[,;|\n[\]"]+/)]
    .map(word => fold(String(word ?? '')).trim())
    .filter(word => word.length > 2)
})

/** A ride stands with the rides, whatever it goes to: the market, the doctor. */
function themesOf(
  told: readonly string[],
  known: readonly ThemeKnown[],
  isRide: boolean,
): readonly string[] {
  const rides = isRide && known.find(({ words }) => words.some(word => RIDING.test(word)))
  return rides ? [rides.id] : told
}
const RIDING = /^(?:covoiturages?|trajets?|transports?)$/

/**
 * The text in words between spaces, an abbreviated *St* or *Ste* as the names of communes write it.
 */
const wordsBetween = (text: string): string =>
  ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `.replace(/ st(e?)(?= )/g, ' saint$1')
/** Of the communes of a territory, which each notice asks for. */
const nameBetween = keepLast(
  { name: 'names of communes', most: 64 * 1024, bytesOf: bytesOfText },
  wordsBetween,
)

/** *À Sail* is *Sail-sous-Couzan*, where no other commune is called so; two communes tell none. */
function communeIn(text: string, territory: Territory | undefined): string | undefined {
  const plain = wordsBetween(text)
  const all = territory?.communes ?? []
  const isNamed = ({ name }: { name: string }): boolean => plain.includes(nameBetween(name))
  const named = all.filter(isNamed).sort((a, b) => b.name.length - a.name.length)
  const [longest] = named
  if (longest) {
    const whole = nameBetween(longest.name)
    return named.every(({ name }) => whole.includes(nameBetween(name))) ? longest.code : undefined
  }
  const short = all.filter(({ name }) => {
    const head = HEAD.exec(fold(name))?.[1]
    return head !== undefined && plain.search(` (?:a|de|d|pres de|sur|vers) ${head} `) >= 0
  })
  return short.length === 1 ? short[0]!.code : undefined
}
const HEAD = /^([a-z]{4,}) (?:sur|sous|en|le|la|les|l) /

/** Two themes at most: a sentence that tells more tells none. */
const MOST_TOLD = 2

export function understand(sentence: string, known: HereKnown): Understood {
  const plain = fold(sentence)
  const isTold = tellsWord(sentence)
  const named = known.themes.filter(theme => theme.words.some(isTold)).map(theme => theme.id)
  const themes = named.length > 0 ? named : themesNear(sentence, known.themes)
  const day = datesIn(plain, { day: known.today }).find(
    told => told.sure && told.day >= known.today,
  )?.day
  const ride = rideIn(sentence, known)
  return {
    mode: ride ? 'ride' : toldMode(plain),
    ride,
    maybeRide: ride === undefined && rideMaybe(sentence, known) !== undefined,
    day: ride?.days?.is === 'often' ? undefined : (day ?? nearDay(plain, known.today, known.time)),
    themes: themesOf(themes, known.themes, ride !== undefined).slice(0, MOST_TOLD),
    // Of a ride its beginning: where it goes is where nobody is yet.
    commune: communeIn(ride ? (ride.from ?? '') : plain, known.territory),
  }
}
