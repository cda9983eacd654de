import { normal } from '../core/letters/accents.ts'

/**
 * E-mail addresses in a text, as people type them: `zoe@exemple.org`, *zoe (at) exemple.org*, *zoe
 * arobase exemple point org*.
 *
 * Law     an address has one spelling, `own`; a longer address is another address. The cost is that
 *         of one walk: the sign is looked for first, then what follows it, then so many characters
 *         before it.
 */
export type Mail = Readonly<{ from: number; to: number; own: string }>

const LONGEST = 256
const PART = `[\\p{L}\\p{N}-]{1,${LONGEST}}`
const SIGN =
  '[@\uff20\ufe6b]|[([{<]\\s?(?:at|a|arr?ob(?:ase|e))\\s?[)\\]}>]|\\b(?:at|arr?ob(?:ase|e))\\b'
const SAID_DOT = '\\s?[([{]\\s?(?:dot|point)\\s?[)\\]}]\\s?|\\s(?:dot|point)\\s'
const DOT = `(?:[.\uff0e]|${SAID_DOT})`
/** A dot beside a blank ends a sentence, but where no other dot made an address yet. */
const MAIL = new RegExp(
  `(?=${SIGN})(?<=([\\p{L}\\p{N}._%+-]{1,${LONGEST}}\\s{0,2}))(?:${SIGN})\\s{0,2}(?:${PART}` +
    `(?:${DOT}${PART})+|${PART}\\s?[.\uff0e]\\s?${PART})`,
  'giu',
)
/** A quick no. */
const MAY = new RegExp(SIGN, 'iu')

export function mailsIn(text: string): readonly Mail[] {
  if (!MAY.test(text)) return []
  const found: Mail[] = []
  const pattern = new RegExp(MAIL)
  for (let one = pattern.exec(text); one; one = pattern.exec(text)) {
    const { 0: after, 1: before = '', index } = one
    const from = Math.max(index - before.length, found.at(-1)?.to ?? 0)
    const to = index + after.length
    if (from < index) found.push({ from, to, own: ownOf(text.slice(from, to)) })
    // A sign right behind an address has no name of its own; another may stand in what follows it.
    else pattern.lastIndex = index + 1
  }
  return found
}

/** What somebody types, when all of it is an address. */
export function mailOf(typed: string): string | undefined {
  const whole = typed.trim()
  const [one, ...more] = mailsIn(whole)
  return one && more.length === 0 && one.from === 0 && one.to === whole.length ? one.own : undefined
}

const WHOLE_SIGN = new RegExp(`\\s{0,2}(?:${SIGN})\\s{0,2}`, 'iu')
const WHOLE_DOT = new RegExp(`${SAID_DOT}|\\s?[.\uff0e]\\s?`, 'giu')
const ownOf = (said: string): string =>
  normal(said.replace(WHOLE_SIGN, '@').replace(WHOLE_DOT, '.'), 'NFKC').toLowerCase()
