import { fold } from '../../../core/letters/words.ts'
import { nullPrototype } from '../../../core/null-prototype.ts'
import { capital } from '../../../text/capital.ts'
import { whoIsNamed } from '../../../text/named.ts'

const WORD = /(?:\b(?<before>d|qu|l|j|s|n|m|t|c)['’])?(?<word>[\p{L}\p{M}]+)/giu
/** *d'Anaïs* is *de quelqu'un*. */
const WHOLE: Readonly<Record<string, string>> = nullPrototype({ d: 'de ', qu: 'que ' })

/**
 * The same sentence without these names; undefined when one of them still shows.
 *
 * Law     what `text/named.ts` finds no name in stays as it was written.
 */
export function withoutNames(
  text: string,
  names: readonly string[],
  someone: string,
): string | undefined {
  if (names.length === 0) return text
  const isNamed = whoIsNamed(names)
  if (!isNamed(text)) return text
  const hidden = new Set(
    names.flatMap(name => [...name.matchAll(/[\p{L}\p{M}]{2,}/gu)].map(found => fold(found[0]))),
  )
  const masked = text.replaceAll(WORD, (...found) => {
    const { before, word }: Readonly<Record<'before' | 'word', string>> = found.at(-1)
    if (!hidden.has(fold(word))) return String(found[0])
    const at = Number(found.at(-3))
    const said = `${WHOLE[(before ?? '').toLowerCase()] ?? ''}${someone}`
    return at === 0 ? capital(said) : said
  })
  const once = masked.replaceAll(new RegExp(`(${someone})(?:[ -]${someone})+`, 'giu'), '$1')
  return isNamed(once) ? undefined : once
}
