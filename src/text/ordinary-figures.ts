/**
 * Figures that are nobody's telephone for sure, by their shape or by the word before them: days,
 * hours, points on the map, books, firms.
 *
 * Absent  a bare number of a firm (3-3-3) that no word tells: one telephone in ten passes its check
 *         (Luhn), and a doubt is a number.
 */
export type TextSpan = Readonly<{ from: number; to: number }>

const DAY = '(?:0?[1-9]|[12]\\d|3[01])'
const MONTH = '(?:0?[1-9]|1[0-2])'
const FIRM = '\\d{3}[ .\\u00a0\\u202f]?\\d{3}[ .\\u00a0\\u202f]?\\d{3}'
/** Nothing else is written so. */
const SURE: readonly RegExp[] = [
  new RegExp(`(?<!\\d|\\d/)${DAY}/${MONTH}/(?:19|20)\\d\\d(?!\\d|/\\d)`, 'g'),
  /\bISBN(?:-1[03])?[^\p{L}\p{N}]{0,3}(?:97[89][ -]?)?\d(?:[ -]?\d){8}[ -]?[\dXx](?![ -]?\d)/giu,
  /(?<!\d)97[89](?:[ -]?\d){10}(?![ -]?\d)/g,
  new RegExp(
    `\\bsire[nt]s?(?:[^\\p{L}\\p{N}]{0,3}n[°ºo])?[^\\p{L}\\p{N}]{0,4}${FIRM}(?:[ ` +
      '.]?\\d{5})?(?!\\d)',
    'giu',
  ),
  /(?<![\d.])-?(?!0\d)\d{1,3}\.\d{4,8}[\s,;]{1,3}-?\d{1,3}\.\d{4,8}(?![\d.])/g,
]
/** A telephone may be written so: it counts where nearly nothing else is in the run. */
const LIKELY: readonly RegExp[] = [
  new RegExp(`(?<!\\d|\\d[.-])${DAY}([.-])${MONTH}\\1(?:19|20)\\d\\d(?!\\d|\\1\\d)`, 'g'),
  new RegExp(`(?<!\\d|\\d/)${DAY}/${MONTH}/\\d\\d(?!\\d|/\\d)`, 'g'),
  /(?<!\d|\d-)(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d|-\d)/g,
  /(?<!\d|\d:)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d|:\d)/g,
]
const REGISTER = /\bR\.?C\.?S\b/i
const FIRM_ALONE = new RegExp(`(?<!\\d|\\d[ .-])${FIRM}(?![ .-]?\\d)`, 'g')
/** A list of prices and nothing else: *0,50 € · 1,20 €*. */
const PRICES = /^(?:\d{1,4}(?:,\d\d)?\s?(?:€|euros?\b)[^\p{L}\p{N}]{0,6})+/u

/** How far around figures the words that tell them may stand. */
const AROUND = 40

/** What of these figures is ordinary. Units: UTF-16, in the text. */
export function ordinaryIn(
  text: string,
  { from, to }: TextSpan,
): Readonly<{ sure: readonly TextSpan[]; likely: readonly TextSpan[] }> {
  const priced = PRICES.exec(text.slice(from, to + AROUND))
  if (priced && priced[0].length >= to - from) return { sure: [{ from, to }], likely: [] }
  const start = Math.max(0, from - AROUND)
  const near = text.slice(start, to + AROUND)
  const spans = (all: readonly RegExpExecArray[]): readonly TextSpan[] =>
    all.map(one => ({ from: start + one.index, to: start + one.index + one[0].length }))
  const firms = REGISTER.test(near)
    ? [...near.matchAll(FIRM_ALONE)].filter(([said]) => isFirm(said))
    : []
  return {
    sure: spans([...SURE.flatMap(shape => [...near.matchAll(shape)]), ...firms]),
    likely: spans(LIKELY.flatMap(shape => [...near.matchAll(shape)])),
  }
}

/** The check of nine figures of a firm. Source: INSEE, the key of Luhn. */
function isFirm(said: string): boolean {
  const sum = [...said.replace(/\D/g, '')].reduce((all, one, n) => {
    const worth = n % 2 === 1 ? 2 * Number(one) : Number(one)
    return all + (worth > 9 ? worth - 9 : worth)
  }, 0)
  return sum % 10 === 0
}

/** Those that touch one of these spans, by one walk over both. */
export function touching<S extends TextSpan>(
  all: readonly S[],
  spans: readonly TextSpan[],
): readonly S[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from)
  let [at, reached] = [0, 0]
  return all.filter(one => {
    for (; at < sorted.length && sorted[at]!.from < one.to; at++)
      reached = Math.max(reached, sorted[at]!.to)
    return one.from < reached
  })
}
