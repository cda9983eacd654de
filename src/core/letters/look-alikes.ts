/**
 * Letters of other scripts that look like Latin ones. Names are compared after these are replaced,
 * and a name that mixes scripts is held for the keeper: nobody may pass for somebody else with a
 * Cyrillic *а*.
 */

/**
 * Cyrillic and Greek letters, and under each the Latin letter that it looks like. A capital may
 * look like another letter than its small one.
 */
const FROM = 'аАвВеЕкКмМнНоОрРсСтТуУхХіІїЇјЈѕЅһҺӏӀԁԀԛԚԝԜ' + 'αΑβΒεΕζΖηΗιΙκΚμΜνΝοΟρΡτΤυΥχΧ' + 'ıɑɡ'
const TO = 'aabbeekkmmhhooppccttyyxxiiiijjsshhllddqqww' + 'aabbeezznhiikkumvnooppttuyxx' + 'iag'
const LATIN: ReadonlyMap<string, string> = new Map([...FROM].map((letter, i) => [letter, TO[i]!]))

const FOREIGN = new RegExp(`[${FROM}]`, 'u')
const WORD = /[\p{L}\p{M}\p{DI}]+/gu
const OURS = /\p{sc=Latin}/u

/**
 * Replaces letters of other scripts that look Latin, in a word that a reader would take for a Latin
 * one: it has a Latin letter, or only look-alikes. *Mаthieu*, with a Cyrillic *а*, becomes
 * *Mathieu*.
 *
 * Law     The length in UTF-16 units stays, so that offsets hold. A word of another script with a
 *         letter that looks like no Latin one stays.
 * Source  Unicode Technical Standard 39, section 4 (confusables): its letters that a French name
 *         can be written with.
 */
export function latinised(text: string): string {
  if (!FOREIGN.test(text)) return text
  return text.replace(WORD, word => {
    if (OURS.test(word)) return [...word].map(ours).join('')
    // Such a word has no case here, so that a name typed in either case is one name.
    const read = [...word].map(letter =>
      /\p{L}/u.test(letter) ? (LATIN.get(letter.toUpperCase()) ?? '') : letter,
    )
    return read.includes('') ? word : read.join('')
  })
}
function ours(letter: string): string {
  const looks = LATIN.get(letter)
  return looks === undefined ? letter : /\p{Lu}/u.test(letter) ? looks.toUpperCase() : looks
}

/**
 * Whether a word mixes scripts. Nobody writes a name so, except to pass for somebody else. A unit
 * of measure (*µm*) is no such word.
 */
export const mixesScripts = (text: string): boolean =>
  (text.match(WORD) ?? []).some(
    word =>
      word.length > 2 &&
      OURS.test(word) &&
      /(?!\p{sc=Latin}|\p{sc=Common}|\p{sc=Inherited})\p{L}/u.test(word),
  )
