import { pattern } from '../../core/pattern.ts'
import { sameAs } from './mask.ts'

/**
 * Whether a name is a commune's; given by the house, since `core` knows no list of them. Takes a
 * name as `sameAs` gives it.
 */
export type IsCommune = (name: string) => boolean

const TOKEN = /\p{L}[\p{L}\p{M}'’]*(?:-[\p{L}\p{M}'’]+)*/gu
/** Longest name of a commune, in words parted by spaces. */
const WORDS = 6
const BEFORE =
  /(?:\b(?:a|de|d'|en|sur|chez .{0,20}|commune|mairie|village|bourg)\s*|[,(–—@]\s*|\s-\s*)$/

/** *montée du Four*, *salle Saint-Roch*: what it names is no village. */
const STREET = pattern()`
  \b(?:rue|mont[ée]e|chemin|impasse|route|avenue|all[ée]e|boulevard|quai|cours|passage|ruelle
  |sentier|place|square|lieu-dit|hameau)\s+(?:de la |de l'|du |des |de |d')?$
`

const LOWER_NAME = pattern('gmu')`
  (?:[,(–—@]\s*|\s-\s|(?<![\p{L}])(?:à|de|d')\s?)(\p{Ll}[\p{Ll}'’ -]{3,40})(?=\s*(?:[,.;)(–—]|\d|$))
`

/**
 * In notes typed without capitals: *…, local des jeunes, ambert*. Only after a comma, a dash, a
 * parenthesis or *à*, and never a short name.
 */
export function communeLower(clear: string, isCommune: IsCommune): string {
  for (const m of clear.slice(0, 600).matchAll(LOWER_NAME)) {
    const name = m[1]!.trim()
    if (name.length > 4 && isCommune(sameAs(name))) return name
  }
  return ''
}

/**
 * The communes named in a clear text, in its order: with their capital, the longest that fits.
 * `strict`: only after *à*, *de*, a comma or a dash, since many communes have the name of something
 * else.
 *
 * Shape   `at`: where the name begins. It reads the first 600 characters.
 */
export function* communesIn(
  clear: string,
  isCommune: IsCommune,
  strict: boolean,
): Generator<Readonly<{ name: string; at: number }>> {
  const tokens = [...clear.slice(0, 600).matchAll(TOKEN)]
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at]!
    if (!/^\p{Lu}/u.test(first[0]) && !/^(?:d|l)['’]\p{Lu}/u.test(first[0])) continue
    const start = first.index + (/^d['’]/.test(first[0]) ? 2 : 0)
    const before = clear.slice(Math.max(0, start - 24), start)
    if (STREET.test(before.toLowerCase())) continue
    if (strict ? start > 0 && !BEFORE.test(before.toLowerCase().replace(/à/g, 'a')) : start === 0)
      continue
    for (let last = Math.min(tokens.length - 1, at + WORDS - 1); last >= at; last--) {
      const name = clear.slice(start, tokens[last]!.index + tokens[last]![0].length)
      // *de Marie Durand* is somebody, though there is a commune called Marie.
      if (
        last === at &&
        /^\s\p{Lu}\p{L}/u.test(clear.slice(start + name.length, start + name.length + 3))
      )
        continue
      const capital = last === at || /^\p{Lu}/u.test(tokens[last]![0])
      if (
        name.length > (strict ? 2 : 3) &&
        capital &&
        /^[\p{L}\p{M}'’ -]+$/u.test(name) &&
        isCommune(sameAs(name))
      ) {
        yield { name: name.replace(/\s+/g, ' '), at: start }
        at = last
        break
      }
    }
  }
}

/** The first commune named in a clear text, or nothing. */
export const communeIn = (clear: string, isCommune: IsCommune, strict: boolean): string =>
  communesIn(clear, isCommune, strict).next().value?.name ?? ''
