/**
 * Letters of other scripts that look like ours, as they are written: Cyrillic, then Greek. A
 * capital may look like another letter than its small one.
 */
const FROM = 'аАвВеЕкКмМнНоОрРсСтТуУхХіІїЇјЈѕЅһҺӏӀԁԀԛԚԝԜ' + 'αΑβΒεΕζΖηΗιΙκΚμΜνΝοΟρΡτΤυΥχΧ' + 'ıɑɡ'
const TO = 'aabbeekkmmhhooppccttyyxxiiiijjsshhllddqqww' + 'aabbeezznhiikkumvnooppttuyxx' + 'iag'
const LATIN: ReadonlyMap<string, string> = new Map([...FROM].map((letter, i) => [letter, TO[i]!]))

const FOREIGN = new RegExp(`[${FROM}]`, 'u')
const WORD = /[\p{L}\p{M}\p{DI}]+/gu
const OURS = /\p{sc=Latin}/u

/**
 * The text with letters that only look like ours made ours, where a reader would take the word for
 * one of ours: it holds a letter of ours, or no letter but such ones. *Mаthieu*, with a Cyrillic
 * *а*, is *Mathieu*.
 *
 * Law     same length, unit for unit, so that offsets hold; a word of another script that looks
 *         like none of ours stays.
 * Source  Unicode Technical Standard 39, section 4 (confusables), the letters of it that a French
 *         name can be written with.
 */
export function latinised(text: string): string {
  if (!FOREIGN.test(text)) return text
  return text.replace(WORD, word => {
    if (OURS.test(word)) return [...word].map(ours).join('')
    // Nothing here tells a small letter from its capital: a name counts once however it is typed.
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
 * A word of several scripts: nobody writes a name so, but to pass for somebody else. A sign of
 * measure (*µm*) is no name.
 */
export const mixesScripts = (text: string): boolean =>
  (text.match(WORD) ?? []).some(
    word =>
      word.length > 2 &&
      OURS.test(word) &&
      /(?!\p{sc=Latin}|\p{sc=Common}|\p{sc=Inherited})\p{L}/u.test(word),
  )
