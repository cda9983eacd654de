import { sha256 } from './bytes.ts'

const CONSONANTS = 'bdfghjklmnprstvz'
const VOWELS = 'aiou'

/**
 * The first bits of a hash as words of five letters to read aloud, sixteen bits a word. Two people
 * compare by voice what a screen shows: the name of a box, a certificate, a version of the program.
 * `words`: how many.
 *
 * Source  Wilkerson 2009, *A proposal for proquints*: consonant (4 bits), vowel (2), consonant,
 *         vowel, consonant.
 */
export function sayable(hash: Buffer, words: number): string {
  return Array.from({ length: words }, (_, i) => quint(hash.readUInt16BE(i * 2))).join(' ')
}
const quint = (n: number): string =>
  [
    CONSONANTS[n >> 12],
    VOWELS[(n >> 10) & 3],
    CONSONANTS[(n >> 6) & 15],
    VOWELS[(n >> 4) & 3],
    CONSONANTS[n & 15],
  ].join('')

/**
 * The five words of a box, from 80 bits of the hash of its name. Two keepers say them to be sure
 * that they mean the same box. Another key with the same words takes 2⁸⁰ draws.
 */
export const wordsOfBox = (name: string): string =>
  sayable(Buffer.from(sha256(Buffer.from(name, 'utf8'))), 5)
