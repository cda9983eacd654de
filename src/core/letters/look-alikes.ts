/**
 * Letters of other scripts that look like Latin ones. Names and words are compared after these are
 * replaced; no page shows the result. A name that mixes scripts is held for the keeper: nobody may
 * pass for somebody else with a Cyrillic *а*.
 */

/**
 * Cyrillic, Greek, small capitals and three rare Latin letters; beside each row the Latin letters
 * that they look like, in order. A small Cyrillic letter takes that of its capital. A small Greek
 * letter may look like another letter than its capital: η like n, Η like h.
 */
const LOOKS: readonly (readonly [from: string, to: string])[] = [
  ['аАвВеЕкКмМнНоОрРсСтТуУ', 'aabbeekkmmhhooppccttyy'],
  ['хХіІїЇјЈѕЅһҺӏӀԁԀԛԚԝԜ', 'xxiiiijjsshhllddqqww'],
  ['αΑβΒεΕζΖηΗιΙκΚμΜνΝοΟρΡτΤυΥχΧϲς', 'aabbeezznhiikkumvnooppttuyxxcc'],
  ['ᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ', 'abcdeghijklmnoprtuvwyz'],
  ['ıɑɡ', 'iag'],
]
const LATIN: ReadonlyMap<string, string> = new Map(
  LOOKS.flatMap(([from, to]) => [...from].map((letter, i) => [letter, to[i]!] as const)),
)

const FOREIGN = new RegExp(`[${[...LATIN.keys()].join('')}]`, 'u')
/** Letters, marks, and invisible characters (`DI`), which would otherwise cut a word in two. */
const WORD = /[\p{L}\p{M}\p{DI}]+/gu
const HAS_LATIN = /\p{sc=Latin}/u

/**
 * Replaces letters of other scripts that look Latin, in a word that a reader would take for a Latin
 * one: it has a Latin letter, or only look-alikes. *Mаthieu*, with a Cyrillic *а*, becomes
 * *Mathieu*.
 *
 * Law     The length in UTF-16 units stays, so offsets hold. A word of another script with a
 *         letter that looks like no Latin one stays.
 * Source  Unicode Technical Standard 39, section 4 (confusables): of its table, the letters whose
 *         look-alike occurs in French names.
 */
export function latinised(text: string): string {
  if (!FOREIGN.test(text)) return text
  return text.replace(WORD, word => {
    if (HAS_LATIN.test(word)) return [...word].map(lookOf).join('')
    // A word of look-alikes alone is looked up in capitals and comes out in small letters, so that
    // a name typed in either case is one name. If one letter has none, the word stays as it is.
    const looks = [...word].map(letter =>
      /\p{L}/u.test(letter) ? LATIN.get(letter.toUpperCase()) : letter,
    )
    return looks.includes(undefined) ? word : looks.join('')
  })
}
/** The Latin letter that this one looks like, in the same case; else the letter itself. */
function lookOf(letter: string): string {
  const looks = LATIN.get(letter)
  return looks === undefined ? letter : /\p{Lu}/u.test(letter) ? looks.toUpperCase() : looks
}

/** A character behind Latin-1 and Latin Extended-A, whose letters are Latin. */
const BEYOND_LATIN = /[^\0-\u017f]/
/**
 * Whether a word of the text mixes Latin letters with those of another script. Nobody writes a name
 * so, except to pass for somebody else. Words of one or two letters are left out, because units of
 * measure (*μm*) are written so.
 */
export const mixesScripts = (text: string): boolean =>
  BEYOND_LATIN.test(text) &&
  (text.match(WORD) ?? []).some(
    word =>
      word.length > 2 &&
      HAS_LATIN.test(word) &&
      /(?!\p{sc=Latin}|\p{sc=Common}|\p{sc=Inherited})\p{L}/u.test(word),
  )
