import { normal } from '../core/letters/accents.ts'
import { mailsIn } from './mail.ts'
import { anyPhoneIn } from './phone.ts'

/**
 * What in a text may say how to reach somebody: a telephone number (`phone.ts`) or an address,
 * typed anywhere. Whoever types one agreed to it at most for themselves (law 11).
 *
 * Law     the cost is that of one walk: what is rare in an address is looked for first, then so
 *         many characters before it.
 */
const ADDRESS = /(?=@)(?<=([^\s@]{1,256}))@[^\s@]+\.[^\s@]+/g

/** What is an @, however it is typed. */
const AT = /[@\ufe6b\uff20]/

/** In doubt, what has an @ is one. */
export const addressesIn = (text: string): readonly string[] => [
  ...(AT.test(text) ? [...normal(text, 'NFKC').matchAll(ADDRESS)] : []).map(
    one => `${one[1]}${one[0]}`,
  ),
  ...mailsIn(text).map(({ own }) => own),
]
export const holdsAddress = (text: string): boolean => addressesIn(text).length > 0

/** Whether a text may say how to reach somebody, whoever it is. */
export const saysHowToReach = (text: string): boolean => anyPhoneIn(text) || holdsAddress(text)

/**
 * How to reach somebody, to stand after *Pour joindre* or *Pour en parler*: *Anaïs, au local*, of
 * *À demander à Anaïs, au local.*
 */
export const reachPlain = (how: string): string =>
  /^à demander (?:à|au|aux) /i.test(how)
    ? how.replace(/^à demander (?:à )?/i, '').replace(/\.$/, '')
    : how
