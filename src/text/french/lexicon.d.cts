/** Endings of each way to conjugate, its infinitive's first, and the stems that take them. */
export type Conjugations = readonly Readonly<{ endings: string; stems: string }>[]
export declare const lefff: () => Readonly<{ conjugations: Conjugations }>
export declare const dicollecte: () => Readonly<{
  conjugations: Conjugations
  families: Readonly<Record<string, string>>
  chosen: string
  apart: string
}>
export declare const thesaurus: () => Readonly<{ nouns: string; verbs: string }>
/** A line each: words that are typed, `=`, what is written of it; `|` between two. */
export declare const everyday: () => Readonly<{ lines: readonly string[] }>
/** Folded words in the singular that are said of many things, parted by spaces. */
export declare const broad: () => Readonly<{ words: string }>
