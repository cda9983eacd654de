import { isWord } from '../guard/lexicon.ts'

/**
 * Letters that sound alike in French, each for the other: *farmasie*, *bibliotèque*. A letter is
 * written once for twice, and twice for once, without a line here.
 */
const ALIKE =
  'f ph|i y|c qu|k qu|c k|s c|s z|s x|t th|r rh|an en|am em|n m|o au|o eau|ai e|ei e|in ain|' +
  'e er|e et|g j|g gu|eu oeu|w v|ill y'
const PAIRS: readonly (readonly [string, string])[] = ALIKE.split('|').flatMap(pair => {
  const [one = '', other = ''] = pair.split(' ')
  return [[one, other] as const, [other, one] as const]
})

/** No word of the dictionary is longer: a longer text is read by no letter of it. */
const LONGEST = 30
/** The words of the dictionary that a folded word with one fault of this kind may mean. */
export function respelled(word: string): readonly string[] {
  if (word.length > LONGEST) return []
  const found = new Set<string>()
  const add = (one: string): void => void (one !== word && isWord(one) && found.add(one))
  for (let at = 0; at < word.length; at++) {
    const isTwice = word[at] === word[at + 1]
    add(word.slice(0, at) + (isTwice ? '' : word[at]) + word.slice(isTwice ? at + 1 : at))
  }
  for (const [one, other] of PAIRS)
    for (let at = word.indexOf(one); at >= 0; at = word.indexOf(one, at + 1))
      add(word.slice(0, at) + other + word.slice(at + one.length))
  add(`h${word}`)
  return [...found]
}
