/**
 * The words that matching knows, as `bin/make-lexicon.ts` makes them of `../../lexicon/*.tsv`.
 *
 * Shape   each part is one text: entries parted by `;`, each a name, `=`, and items parted by `,`.
 *         `names`: names as they are written, by their key; `keyed`: phrases by their key;
 *         `parents`: the nearest kinds of a key; `sounded`: what is heard, by its key; `written`,
 *         `stems`, `uses`: words by their first letter; `doings`, `verbs`: ways to say a doing;
 *         `senses`: senses of a key, parted by `|`, a rare one begins with `!`; `english`: English
 *         names of a thing. `LEXICON_SUM`: a sum of the parts of which terms are made.
 */
export type LexiconPart =
  | 'names'
  | 'keyed'
  | 'parents'
  | 'sounded'
  | 'written'
  | 'stems'
  | 'uses'
  | 'doings'
  | 'verbs'
  | 'senses'
  | 'english'
export type LexiconParts = Readonly<Record<LexiconPart, string>>
export declare const lexicon: () => LexiconParts
export declare const LEXICON_SUM: string
