import { bornAt, ID_SHAPE } from '../../../../core/id.ts'
import { lazyOf } from '../../../../core/lazy.ts'
import { fold, wordsOf } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { dayOfMoment, weekdayNumber } from '../../../../text/days.ts'
import { datesIn } from '../../../../text/harvest/dates.ts'
import { RIDE } from './goals-said.ts'
import type { NoticeMeaning } from './meaning.ts'
import { weekdaysOf } from './rides-alike.ts'
import { daysOf } from './small.ts'
import type { SpokenNotice } from './spoken.ts'

/**
 * The days of which two notices tell: weekdays, Monday 1, Sunday 7.
 *
 * Shape   said in the sentence or in its *quand*; of a ride that tells none, the weekday of its own
 *         date (a ride dies that day). Days that are out, days left and dates (`OUT`, `LEFT`,
 *         `DATE`) are read in what stands beside the title too.
 * Law     none is none: who tells no day refuses none.
 */
export function daysSaid(one: SpokenNotice, said: NoticeMeaning): readonly number[] {
  const left = daysLeft(one)
  if (left.length > 0) return left
  const all = one.when ? [...new Set([...said.days, ...daysIn(one.when)])] : said.days
  const told = all.filter(day => !daysOut(one).includes(day) && !daysBeside(one).includes(day))
  if (told.length > 0) return told
  const driven = weekdaysOf(one.ride?.rideDays ?? null)
  if (driven.length > 0) return driven
  return one.until && (said.act === RIDE || one.mode === 'ride') ? [weekdayNumber(one.until)] : []
}

const DAY = '(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)s?'
const DAYS = `${DAY}(?:(?:,| et| ou| ni)(?: les?)? ${DAY})*`
const OUT_DAY = `(?:${DAY}|week-?ends?)`
const OUT_DAYS = `${OUT_DAY}(?:(?:,| et| ou| ni)(?: les?)? ${OUT_DAY})*`
const PART = '(?:nuit|soir|matin|après-midi)s?'
const PARTS = `${PART}(?:(?:,| et| ou| ni)(?: les?| la| l['’])? ?${PART})*`
/**
 * *Jamais le mercredi*, *sauf lundi et mardi*, *jamais la nuit ni le week-end*, *fermé le lundi*;
 * not *la ferme*.
 */
const OUT = pattern('giu')`
  (?<!\p{L}|pourquoi )(?<how>sauf|jamais|hors|hormis|exceptée?s?|fermée?s?|absente?s?
  |pas(?: dispo(?:nible)?s?| libres?| là)?)(?: (?:le|les|du|des|de|tous les))?
  (?: (?:la |l['’])?${PARTS} (?:et|ou|ni)(?: les?)?)? (?<days>${OUT_DAYS})
  (?<part> (?:au )?(?:matin|apr[eè]s|midi|soir|avant|entre|de|à|jusqu|\d))?
`
/** The day off of whoever works, or of a school, is the one on which the rest is done. */
const DAY_OFF = pattern('iu')`
  (?<!\p{L})(?:travaill|boss)\p{L}+(?: (?:plus|presque|donc))? ?$
  |(?<!\p{L})(?:école|collège|lycée|crèche|cantine|garderie|nounou|maîtresse|classe|déchetterie
  |mairie|bureau|usine|entreprise|boulot|boîte)s? (?:est|sont|étant|sera)? ?$
`
/** Where a clause begins: elsewhere, who asks tells why: *je ne peux pas samedi*. */
const BEGINS = /(?:^|[.,;:!?(]|(?<!\p{L})(?:mais|surtout))\s*$/iu
type DayOut = Readonly<{ days: readonly number[]; whole: boolean }>
const outs = lazyOf((one: SpokenNotice): readonly DayOut[] => {
  const text = textOf(one)
  return [...text.matchAll(OUT)].map(({ index, groups }) => {
    const how = groups!['how']!.toLowerCase()
    const before = text.slice(0, index)
    const isHers =
      one.side !== 'need' ||
      /^(?:sauf|jamais|hors|except)/.test(how) ||
      (how === 'pas' && BEGINS.test(before))
    return {
      days: wordsOf(groups!['days']!).flatMap(daysOf),
      whole: isHers && groups!['part'] === undefined && !DAY_OFF.test(before),
    }
  })
})
/** Without what is out. */
const restOf = (one: SpokenNotice): string => textOf(one).replace(OUT, ' ; ')
/** Days that are only told of, *la déchetterie est fermée dimanche*, or out in part. */
const daysBeside = lazyOf((one: SpokenNotice): readonly number[] => {
  const all = outs(one).flatMap(({ days }) => days)
  if (all.length === 0) return all
  const told = wordsOf(restOf(one)).flatMap(daysOf)
  return all.filter(day => !told.includes(day))
})
/** *Il ne reste que le samedi*: whatever else is said. */
const LEFT = pattern('giu')`
  (?<!\p{L})reste(?:nt)? (?:plus )?que (?:les? )?(${DAYS})
`
const textOf = ({ title, more, when }: SpokenNotice): string => `${title} ${more} ${when ?? ''}`
const daysAfter = (one: SpokenNotice, shape: RegExp): readonly number[] =>
  [...textOf(one).matchAll(shape)].flatMap(([, days = '']) => wordsOf(days).flatMap(daysOf))
const daysOut = lazyOf((one: SpokenNotice) =>
  outs(one).flatMap(({ days, whole }) => (whole ? days : [])),
)
const daysLeft = lazyOf((one: SpokenNotice) => daysAfter(one, LEFT))

/**
 * *Jamais la nuit*, *sauf le soir*, *je ne conduis pas la nuit*; who never sleeps by night tells
 * nothing of it.
 */
const PART_OUT = pattern('giu')`
  (?<!\p{L})(?:(?<but>sauf|hors|hormis|excepté)|(?<not>pas|jamais))
  (?: (?:les?|la|l['’]|${OUT_DAYS} (?:et|ou|ni)(?: les?| la| l['’])?))? ?(?<parts>${PARTS})
  (?!\p{L}| (?:d[eu]|avant|après|trop|tard|tôt|seule?)(?!\p{L})| d['’]| \d)
`
/** Who does these says when they are not done. */
const DONE = /(?<!\p{L})(?:conduis|roule|garde|viens|reste) $/iu
const DAY_PARTS: readonly (readonly [string, RegExp])[] = [
  ['nuit', /(?<!\b(?:table|chemise|bonnet|boite|oiseaux?) de |bonne )\bnuits?\b/],
  ['soir', /\bsoirs?\b/],
  ['matin', /\bmatins?\b/],
  ['apres midi', /\bapres midis?\b/],
  ['journee', /\b(?:journees?|midi)\b/],
]
const partsIn = (text: string): readonly string[] => {
  const plain = fold(text)
  return DAY_PARTS.flatMap(([name, shape]) => (shape.test(plain) ? [name] : []))
}
type DayParts = Readonly<{ told: readonly string[]; out: readonly string[] }>
/** The parts of a day that a notice tells, and those in which it is not. */
const dayParts = lazyOf((one: SpokenNotice): DayParts => {
  const text = textOf(one)
  const told = partsIn(text.replace(PART_OUT, ' ; ').replace(OUT, ' ; '))
  const out = [...text.matchAll(PART_OUT)].flatMap(({ index, groups }) => {
    const before = text.slice(0, index)
    const isDone = one.side !== 'need' && DONE.test(before)
    const isOut = groups!['but'] !== undefined || BEGINS.test(before) || isDone
    return isOut ? partsIn(groups!['parts']!) : []
  })
  return { told, out: out.filter(name => !told.includes(name)) }
})
/** Whether one is never there in the only part of a day that the other tells. */
export function isPartOut(a: SpokenNotice, b: SpokenNotice): boolean {
  const { told } = dayParts(b)
  return told.length > 0 && told.every(name => dayParts(a).out.includes(name))
}

/** Whether a notice writes this day, and no week-end or date that holds it. */
export const isDayWritten = (one: SpokenNotice, day: number): boolean =>
  wordsOf(restOf(one)).some(word => daysOf(word).length === 1 && daysOf(word)[0] === day)

/** *Samedi 16*, *les samedis 9 et 16*, and no hour: *samedi 16 h*; no beginning and no end. */
const DATE = pattern('gu')`
  (?<!\b(?:partir du?|depuis(?: le)?|des(?: le)?|apres(?: le)?|avant(?: le)?|jusqu au?) )
  \b(${DAY}) (\d{1,2}(?:er)?(?:(?: ?[,/]| et| ou| puis) ?(?:le )?\d{1,2}(?:er)?)*)
  (?= *(?:$|[.,;:!?)]|(?:janv\w*|fev\w*|mars|avr\w*|mai|juin|juil\w*|aout
  |sept\w*|oct\w*|nov\w*|dec\w*|matin|soir|midi|apres|prochain|a|au|de|des|et|ou|pour|vers|en|je|on
  |nous)\b))
`
/** *Du samedi 9 au samedi 23*, *samedi 9 ou le suivant*: other dates will do. */
const MORE_DATES = pattern('u')`
  \b${DAY} \d{1,2}(?: \p{L}+)? (?:au|jusqu au) (?:${DAY} )?\d
  |\bou (?:un|une|l|le|la|les) (?:autre|suivant|prochain)|\bou (?:plus tard|apres|avant)\b
`
/** *Dimanche en huit*: as the number of its day, where it is known when it was written. */
const IN_WEEKS = new RegExp(`\\b(${DAY}) en (huit|quinze)\\b`, 'g')
function inNumbers(one: SpokenNotice, text: string): string {
  if (!ID_SHAPE.test(one.id)) return text
  const born = dayOfMoment(bornAt(one.id))
  return text.replace(IN_WEEKS, (said, day: string) => {
    const told = datesIn(said, { day: born })[0]?.day
    return told === undefined ? said : `${day} ${Number(told.slice(8))}`
  })
}
const datesSaid = lazyOf((one: SpokenNotice): ReadonlyMap<number, readonly string[]> => {
  const text = inNumbers(one, fold(restOf(one)))
  if (MORE_DATES.test(text)) return new Map()
  const dates = [...text.matchAll(DATE)].flatMap(([, day = '', numbers = '']) =>
    daysOf(day).flatMap(told => numbers.match(/\d+/g)!.map(number => [told, number] as const)),
  )
  const days = [...new Set(dates.map(([day]) => day))]
  return new Map(
    days.map(day => [day, dates.flatMap(([told, number]) => (told === day ? [number] : []))]),
  )
})

/** Whether one says never on the only days that the other tells. */
export const areDaysOut = (a: SpokenNotice, daysOfB: readonly number[]): boolean =>
  daysOfB.length > 0 && daysOfB.every(day => daysOut(a).includes(day))
/** Whether both tell dates of one weekday, *samedi 9* and *samedi 16*, and none in common. */
export function areTwoDates(a: SpokenNotice, b: SpokenNotice, day: number): boolean {
  const [mine, theirs] = [datesSaid(a).get(day), datesSaid(b).get(day)]
  return mine !== undefined && theirs !== undefined && !mine.some(one => theirs.includes(one))
}

/** *du lundi au jeudi*, *en semaine*, *mardi ou samedi*. */
function daysIn(text: string): readonly number[] {
  const words = wordsOf(text)
  if (/\bsemaine\b/.test(words.join(' ')) && !words.some(word => daysOf(word).length > 0))
    return /\ben semaine\b/.test(words.join(' ')) ? [1, 2, 3, 4, 5] : []
  const range = /\bdu (\w+) au (\w+)\b/.exec(words.join(' '))
  const [from, to] = [daysOf(range?.[1] ?? '')[0], daysOf(range?.[2] ?? '')[0]]
  if (from !== undefined && to !== undefined)
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ((from + i - 1) % 7) + 1)
  return words.flatMap(daysOf)
}

/**
 * Two rides of one date each, on two dates, are two rides; one that comes back (*tous les jeudis*)
 * has no date.
 */
const OFTEN = pattern('i')`
  \b(tous|toutes|chaque|régulièrement|souvent)\b|\ble(s)? (lundi|mardi|mercredi|jeudi|vendredi
  |samedi|dimanche)
`
export function onTwoDates(a: SpokenNotice, b: SpokenNotice): boolean {
  const dated = [a, b].every(
    one => one.mode === 'ride' && one.until && !OFTEN.test(`${one.title} ${one.when ?? ''}`),
  )
  return dated && a.until !== b.until
}
