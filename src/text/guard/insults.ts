import { normal } from '../../core/letters/accents.ts'
import { latinised } from '../../core/letters/look-alikes.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
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
})
const FIGURES = /(?<=[a-z])[013457@$€]|(?<![\d@])[013457$€](?=[a-z])/g

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
    const bare = sign <= '~' ? sign.toLowerCase() : bareSign(sign)
    for (let i = 0; i < bare.length; i++) {
      starts.push(at)
      ends.push(at + sign.length)
    }
    plain += bare
    at += sign.length
  }
  return { plain: latinised(plain), starts, ends }
}
const bareSign = (sign: string): string =>
  normal(sign, 'NFKD').replace(UNSEEN, '').toLowerCase().replace(QUOTES, "'")
const UNSEEN = /(?![\n\t])[\p{M}\p{DI}\p{Cc}]/gu
const QUOTES = /[’‘ʼ`´]/g

/** *connaaaard*: a letter that is written three times or more, written `times` times. */
function squeezed({ plain, starts, ends }: Bare, times: number): Bare {
  const left = [...plain.matchAll(LONG_RUNS)].map(({ index, 0: run }) => [
    index + times,
    index + run.length,
  ])
  const kept: number[] = []
  for (let [i, n] = [0, 0]; i < plain.length; i++) {
    const [from = plain.length, to = 0] = left[n] ?? []
    if (i === to - 1) n++
    if (i < from) kept.push(i)
  }
  return {
    plain: kept.map(i => plain.charAt(i)).join(''),
    starts: kept.map(i => starts[i]!),
    ends: kept.map(i => ends[i]!),
  }
}
const LONG_RUNS = /([a-z])\1{2,}/g

/** The ways in which a reader may take these letters. */
function readings(bare: Bare): readonly Bare[] {
  const figured = {
    ...bare,
    plain: bare.plain.replace(FIGURES, figure => LETTERS[figure] ?? figure),
  }
  const all = figured.plain === bare.plain ? [bare] : [bare, figured]
  return figured.plain.search(LONG_RUNS) >= 0
    ? [...all, squeezed(figured, 1), squeezed(figured, 2)]
    : all
}

/**
 * Insults of a text, those too that somebody writes otherwise so that nobody finds them: letters
 * apart (*c o n n a r d*), figures (*c0nnard*), letters many times (*connaaaard*), accents, other
 * scripts, characters that nobody sees, a word cut in two.
 *
 * Shape   places in UTF-16 units of the text given, apart from each other.
 */
export function insultsIn(text: string): readonly Readonly<{ from: number; to: number }>[] {
  const read = unspelled(text)
  const whole = readings(bareOf(read.text)).flatMap(one => placesIn(one, INSULTS))
  const broken = readings(bareOf(text)).flatMap(one => placesIn(one, BROKEN))
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
  [...plain.matchAll(shape)].map(one => ({
    from: starts[one.index]!,
    to: ends[one.index + one[0].trimEnd().length - 1]!,
  }))

/** Whether nobody wants to read it of themselves. */
export const isInsulting = (text: string): boolean => insultsIn(text).length > 0
