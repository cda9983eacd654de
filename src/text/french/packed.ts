/**
 * A sorted list of folded words in a string: each word is what it shares with the one before it,
 * as a capital (`A` for nothing, `B` for one letter), then its other letters.
 *
 * Law     `unpacked(packed(words)) = words`, of words of the letters a to z.
 * Source  Front coding: Witten, Moffat and Bell 1999, *Managing Gigabytes*, 4.1.
 */
const FIRST = 'A'.charCodeAt(0)
const MOST = 25

export function packed(words: readonly string[]): string {
  let before = ''
  let text = ''
  for (const word of words) {
    let shared = 0
    while (shared < MOST && shared < word.length && word[shared] === before[shared]) shared++
    text += String.fromCharCode(FIRST + shared) + word.slice(shared)
    before = word
  }
  return text
}

export function unpacked(text: string): readonly string[] {
  const words: string[] = []
  let before = ''
  for (let at = 0; at < text.length; ) {
    let end = at + 1
    while (end < text.length && text.charCodeAt(end) > FIRST + MOST) end++
    before = before.slice(0, text.charCodeAt(at) - FIRST) + text.slice(at + 1, end)
    words.push(before)
    at = end
  }
  return words
}
