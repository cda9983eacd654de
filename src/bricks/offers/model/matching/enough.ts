import { lazyOf } from '../../../../core/lazy.ts'
import { IN_WORDS, numberInWords } from '../../../../core/letters/numbers-fr.ts'
import { foldedText, type SpokenNotice } from './spoken.ts'

/**
 * Whether an offer that tells for how many it is, or how much there is, is enough for who tells how
 * many they are, or how much they want: *60 personnes au plus* is no room for 200.
 *
 * Law     who tells no number, or one of another kind, refuses none.
 */
const FIGURE = `\\d{1,4}|${IN_WORDS}`
/** Of each kind, its words, and the part of what is wanted that still helps. */
const KINDS: readonly (readonly [words: string, part: number])[] = [
  ['personnes?|invites?|convives?|couverts?|couchages?', 0.75],
  ['steres?', 0.25],
  ['kg|kilos?', 0.25],
  ['m3', 0.25],
  ['ha|hectares?', 0.25],
]
const SHAPES = KINDS.map(
  ([words]) =>
    new RegExp(`(?<![\\p{L}\\d,.])(${FIGURE})(?: de)? ?(?:${words})(?![\\p{L}\\d])`, 'gu'),
)
const numberOf = (said: string): number =>
  /^\d/.test(said) ? Number(said) : (numberInWords(said) ?? 0)

/** Hardly any notice names one of them. */
const ANY = new RegExp(KINDS.map(([words]) => `(?:${words})(?![\\p{L}\\d])`).join('|'), 'u')
const NONE: readonly undefined[] = []

/** The most that a notice tells of each kind; undefined where it tells none. */
const toldBy = lazyOf((one: SpokenNotice): readonly (number | undefined)[] => {
  const text = foldedText(one)
  if (!ANY.test(text)) return NONE
  return SHAPES.map(shape => {
    const all = [...text.matchAll(shape)].map(([, said]) => numberOf(said!)).filter(n => n > 0)
    return all.length > 0 ? Math.max(...all) : undefined
  })
})

export function isTooLittle(offer: SpokenNotice, need: SpokenNotice): boolean {
  const [there, wanted] = [toldBy(offer), toldBy(need)]
  return KINDS.some(([, part], at) => {
    const [has, wants] = [there[at], wanted[at]]
    return has !== undefined && wants !== undefined && has < part * wants
  })
}
