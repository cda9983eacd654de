/** Small words that stand in each English sentence, and none of them in a French one. */
const SMALL: ReadonlySet<string> = new Set(
  (
    'the my your our i is are am was there where who how what when which with for from of to and ' +
    'in at by need want looking can could does do anybody anyone someone somebody any this that ' +
    'have has it'
  ).split(' '),
)
const FRENCH: ReadonlySet<string> = new Set(
  (
    'le la les l des du de d une et est pour avec dans j il elle nous vous qui que qu au aux ' +
    'chez mon ma mes ce cette pas ne suis ai cherche ou comment'
  ).split(' '),
)
/** Whether these folded words are an English sentence, or a part of one. */
export const isEnglish = (words: readonly string[]): boolean =>
  words.length > 1 && words.some(word => SMALL.has(word)) && !words.some(word => FRENCH.has(word))
