import { recordType } from '../../../core/schema.ts'

/**
 * *Ce n’est pas ça*: two notices that were brought together and do not meet. It stands until one of
 * the two says something else.
 */
export const notIt = recordType({
  name: 'not-it',
  title: 'said',
  space: 'home',
  fields: {
    these: { kind: 'link', to: [], many: true, required: true },
    /** What both said when it was refused (`matching/spoken.ts`: `bothSaid`). */
    said: { kind: 'text', unasked: true, unsearched: true },
    /** The two words by which alone they had met (`matching/thing.ts`: `metByTwo`). */
    metBy: { kind: 'text', unasked: true, unsearched: true },
    on: { kind: 'day', unasked: true },
    /** The member who said it of what is theirs; nobody when the keeper did. */
    author: { kind: 'link', to: ['member'], unasked: true },
  },
})

/** A word of here, and the word that it is read as (0077): *goyarde*, *serpe*. */
export const localWord = recordType({
  name: 'local-word',
  title: 'said',
  fields: {
    said: { kind: 'text', required: true, longest: 40, unsearched: true, ours: true },
    means: { kind: 'text', required: true, longest: 40, unsearched: true, ours: true },
  },
})

/**
 * A barter of three: each gives to the next and is given by the one before. Nothing holds until the
 * three said yes; one no undoes it. `offers` and `needs` in turn: the first offer goes to the first
 * need, whose person's offer comes second.
 */
export const loop = recordType({
  name: 'loop',
  title: 'title',
  space: 'home',
  fields: {
    title: { kind: 'text', required: true },
    offers: { kind: 'link', to: ['offer'], many: true, required: true },
    needs: { kind: 'link', to: ['need'], many: true, required: true },
    /** Offers whose person said yes. */
    agreed: { kind: 'link', to: ['offer'], many: true, unasked: true },
    /** Those of the three whom this box knows: they may say yes by themselves. */
    parties: { kind: 'link', to: ['member'], many: true, unasked: true },
    state: { kind: 'choice', choices: ['asked', 'agreed', 'undone'], unasked: true },
    on: { kind: 'day', unasked: true },
  },
})

/**
 * *Me prévenir*: words that somebody searched, who is told when something answers them. Nobody else
 * reads it.
 */
export const alert = recordType({
  name: 'search-alert',
  title: 'asked',
  space: 'home',
  fields: {
    asked: { kind: 'text', required: true, longest: 120, unsearched: true },
    /** Their strips of paper tell it too, with these words. */
    onPaper: { kind: 'yesNo' },
    /** The last day, as its person reads it; it goes by how long the box has lived. */
    until: { kind: 'day', unasked: true },
    lived: { kind: 'number', unit: 'ms', unasked: true },
    /** What answered already when it was left: it is no news. */
    known: { kind: 'text', many: true, unsearched: true, unasked: true },
    author: { kind: 'link', to: ['member'], unasked: true },
  },
})
