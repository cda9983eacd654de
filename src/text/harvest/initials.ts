import { pattern } from '../../core/pattern.ts'
import type { ListedPerson } from './listed.ts'

/** Initials that a page explains once: *AC = Anaïs Coste*, *Anaïs Coste (AC)*. */

const NAMED = String.raw`\p{Lu}\p{Ll}[\p{L}’'-]*(?:[ ](?:d[eu] |la |le )*\p{Lu}[\p{L}’'-]*){0,2}`
const IS = new RegExp(
  String.raw`(?<![\p{L}\d])(\p{Lu}{1,3}\.?|\p{Lu}\.\p{Lu}\.)\s?(?:=|:|->|→)\s?(${NAMED})`,
  'gu',
)
const BESIDE = new RegExp(
  String.raw`(?<!\p{L})(${NAMED})\s?\((\p{Lu}{2,3}|\p{Lu}\.\p{Lu}\.)\)`,
  'gu',
)
/** Whole words of the name begin so, in that order: *JP* is Jean-Paul, *AC* Anaïs Coste. */
function begins(initials: string, name: string): boolean {
  const heads = name.split(/[\s-]/).map(word => word.charAt(0))
  let at = 0
  for (const head of heads) if (head === initials.charAt(at)) at++
  return at === initials.length
}
const letters = (said: string): string => said.replace(/\P{Lu}/gu, '')
const SHORT = pattern('u')`^(?:\p{Lu}{1,3}\.?|(?:\p{Lu}\.){1,3})$`

/** So much of a page may explain its initials. */
const READ = 6_000

/**
 * People who are listed by their initials, by the name that the page explains.
 *
 * Law     whom nothing explains stays as listed.
 */
export function explained(people: readonly ListedPerson[], clear: string): readonly ListedPerson[] {
  if (!people.some(one => SHORT.test(one.name))) return people
  const told = [
    ...[...clear.slice(0, READ).matchAll(IS)].map(m => [m[1]!, m[2]!, m] as const),
    ...[...clear.slice(0, READ).matchAll(BESIDE)].map(m => [m[2]!, m[1]!, m] as const),
  ]
  const names = new Map<string, { name: string; from: number }>()
  for (const [short, name, m] of told)
    if (begins(letters(short), name) && !names.has(letters(short)))
      names.set(letters(short), { name, from: m.index + m[0].indexOf(name) })
  return people.map(one => {
    const found = SHORT.test(one.name) ? names.get(letters(one.name)) : undefined
    return found ? { ...one, ...found, to: found.from + found.name.length } : one
  })
}
