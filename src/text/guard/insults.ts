import { bytesOfText, keepLast } from '../../core/byte-cache.ts'
import { normal } from '../../core/letters/accents.ts'
import { latinised } from '../../core/letters/look-alikes.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
import { matchesIn } from '../../core/pattern.ts'
import { BROKEN, INSULTS } from './insults-fr.ts'
import { unspelled } from './spelled.ts'

/** What people type for a letter within a word. */
const LETTERS: Readonly<Record<string, string>> = nullPrototype({
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '€': 'e',
  '©': 'c',
})
const FIGURES = /(?<=[a-z])[013457@$€©]|(?<![\d@])[013457$€©](?=[a-z])/g

/** The bare letters of a text; `starts`, `ends`: where each stands in it. */
type Bare = Readonly<{ plain: string; starts: readonly number[]; ends: readonly number[] }>

/**
 * The bare letters of a text: small, without accents, without what nobody sees, circled letters and
 * those of other scripts as the Latin ones that they look like.
 */
function bareOf(text: string): Bare {
  const [starts, ends]: [number[], number[]] = [[], []]
  let plain = ''
  let at = 0
  for (const sign of text) {
    const seen = sign <= '~' ? sign.toLowerCase() : bareSign(sign)
    // What was put together has blanks after it.
    const bare = seen === ' ' && plain.endsWith(' ') ? '' : seen
    for (let i = 0; i < bare.length; i++) {
      starts.push(at)
      ends.push(at + sign.length)
    }
    plain += bare
    at += sign.length
  }
  return { plain: latinised(plain), starts, ends }
}
/** Of the letters with accents, each worked out once. */
const KEPT = { name: 'bare signs', most: 32 * 1024, bytesOf: bytesOfText }
const bareSign = keepLast(KEPT, sign =>
  normal(sign, 'NFKD').replace(UNSEEN, '').toLowerCase().replace(QUOTES, "'"),
)
const UNSEEN = /(?![\n\t])[\p{M}\p{DI}\p{Cc}]/gu
const QUOTES = /[’‘ʼ`´]/g

type Span = readonly [from: number, to: number]
/** The letters without these spans of them, which stand in order and apart. */
function without({ plain, starts, ends }: Bare, spans: readonly Span[]): Bare {
  const kept: number[] = []
  for (let [i, n] = [0, 0]; i < plain.length; i++) {
    while (n < spans.length && i >= spans[n]![1]) n++
    if (i < (spans[n]?.[0] ?? plain.length)) kept.push(i)
  }
  return {
    plain: kept.map(i => plain.charAt(i)).join(''),
    starts: kept.map(i => starts[i]!),
    ends: kept.map(i => ends[i]!),
  }
}

/** *connaaaard*: a letter that is written three times or more, written `times` times. */
const squeezed = (bare: Bare, times: number): Bare =>
  without(
    bare,
    [...bare.plain.matchAll(LONG_RUNS)].map(({ index, 0: run }) => [
      index + times,
      index + run.length,
    ]),
  )
const LONG_RUNS = /([a-z])\1{2,}/g

/** *gros c o n*, *f.d.p*: a row of letters apart, put together. */
const together = (bare: Bare): Bare =>
  without(
    bare,
    [...bare.plain.matchAll(ROWS)].flatMap(({ index, 0: row }) =>
      [...row.matchAll(GAPS)].map(
        gap => [index + gap.index, index + gap.index + gap[0].length] as const,
      ),
    ),
  )
const ROWS = /(?<![a-z\d'])[a-z](?:[ .·_–-]{1,3}[a-z]){1,40}(?![a-z\d'])/g
const GAPS = /[ .·_–-]+/g
/** *c*nnard*, *n!que*: a sign within a word stands for a vowel; *b*tes* may be boots. */
const STAR = /(?<=[a-z])(?<!(?<![a-z])b)[*!#%&|¡¤](?=[a-z])/g
const VOWELS = [...'aeiou']

/** The ways in which a reader may take these letters. */
function readings(bare: Bare): readonly Bare[] {
  const as = (plain: string): Bare => ({ ...bare, plain })
  const figured = as(bare.plain.replace(FIGURES, figure => LETTERS[figure] ?? figure))
  const { plain } = figured
  return [
    bare,
    ...(plain === bare.plain ? [] : [figured]),
    ...(plain.search(LONG_RUNS) < 0 ? [] : [squeezed(figured, 1), squeezed(figured, 2)]),
    ...(plain.search(ROWS) < 0 ? [] : [together(figured)]),
    ...(plain.search(STAR) < 0 ? [] : VOWELS.map(vowel => as(plain.replace(STAR, vowel)))),
  ]
}

/**
 * Insults of a text, those too that somebody writes otherwise so that nobody finds them: letters
 * apart (*c o n n a r d*, *f.d.p*), figures (*c0nnard*), letters many times (*connaaaard*), a star
 * for a vowel, accents, other scripts, characters that nobody sees, a word cut in two.
 *
 * Shape   places in UTF-16 units of the text given, apart from each other.
 */
export function insultsIn(text: string): readonly Readonly<{ from: number; to: number }>[] {
  const read = unspelled(text)
  const typed = readings(bareOf(text))
  const whole = (read.text === text ? typed : readings(bareOf(read.text))).flatMap(one =>
    placesIn(one, INSULTS),
  )
  const broken = typed.flatMap(one => placesIn(one, BROKEN))
  const found = [...whole, ...broken].map(({ from, to }) => {
    const row = read.rows.find(one => one.from >= from && one.from < to)
    return { from, to: Math.max(to, row?.to ?? 0) }
  })
  let end = 0
  return found
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      const isApart = from >= end
      end = Math.max(end, to)
      return isApart
    })
}

const placesIn = (
  { plain, starts, ends }: Bare,
  shape: RegExp,
): readonly Readonly<{ from: number; to: number }>[] =>
  matchesIn(shape, plain).map(one => ({
    from: starts[one.index]!,
    to: ends[one.index + one[0].trimEnd().length - 1]!,
  }))

/** Whether nobody wants to read it of themselves. */
export const isInsulting = (text: string): boolean => insultsIn(text).length > 0
