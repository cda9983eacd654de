import type { BrickTables } from '../../../contract/brick.ts'
import { recordType } from '../../../core/schema.ts'

/**
 * *La feuille de la semaine*, as it was printed: which records stood on it, in order, and which
 * were left for the next one. It holds their names and none of their words, so that what is
 * withdrawn or forgotten leaves it too.
 */
export const edition = recordType({
  name: 'edition',
  title: 'week',
  fields: {
    /** Its Monday. */
    week: { kind: 'day', unasked: true },
    madeOn: { kind: 'day', unasked: true },
    shown: { kind: 'text', many: true, unsearched: true, unasked: true },
    left: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** The question to the village: a record of the page, or words. */
    question: { kind: 'text', unsearched: true, unasked: true },
    asked: { kind: 'text', longest: 300, unsearched: true, unasked: true },
    /** Lines that the keeper added for everybody. */
    added: { kind: 'text', many: true, longest: 400, unsearched: true, unasked: true },
  },
})

/**
 * What the keeper changed of one week's sheet: a line's place, other words for it, its absence; or
 * a line of theirs. It stays here, and never changes the record that the line comes from.
 */
export const editionLine = recordType({
  name: 'edition-line',
  title: 'words',
  space: 'home',
  fields: {
    week: { kind: 'day', unasked: true },
    /**
     * The record that the line comes from; none for a line of the keeper's. `question` for the
     * question.
     */
    about: { kind: 'text', unsearched: true, unasked: true, means: 'about' },
    rank: { kind: 'number', unasked: true },
    out: { kind: 'yesNo', unasked: true },
    words: { kind: 'text', longest: 400, unsearched: true, unasked: true },
  },
})

/**
 * A blank to print that comes back: slips of notices or of rides, a question, who was there. Its
 * code opens the page where it is keyed; the photographs of what was written stay beside it, here.
 */
export const paperForm = recordType({
  name: 'paper-form',
  title: 'asks',
  space: 'home',
  fields: {
    kind: { kind: 'choice', choices: ['notices', 'rides', 'question', 'presence'], required: true },
    /** The event, the meeting or the idea. */
    about: { kind: 'text', unsearched: true, unasked: true },
    /** Of a series: which of its dates. */
    day: { kind: 'day', unasked: true },
    asks: { kind: 'text', longest: 300, unsearched: true },
    madeOn: { kind: 'day', unasked: true },
    photos: { kind: 'files', most: 12 },
  },
})

/** One line of a sheet that came back: what somebody wrote on it, kept here. */
export const paperAnswer = recordType({
  name: 'paper-answer',
  title: 'name',
  space: 'home',
  fields: {
    form: { kind: 'text', unsearched: true, unasked: true },
    name: { kind: 'text', longest: 100, unsearched: true },
    answer: { kind: 'choice', choices: ['yes', 'maybe', 'no'] },
    saying: { kind: 'text', longest: 400, unsearched: true },
    reach: { kind: 'text', longest: 200, unsearched: true },
    /** Whether they want to be told next time. */
    tellMe: { kind: 'yesNo' },
    on: { kind: 'day', unasked: true },
  },
})

/** How an evening is led, on one page: what the box brings, or what somebody here made of it. */
export const recipe = recordType({
  name: 'recipe',
  title: 'title',
  path: '/animations',
  fields: {
    title: { kind: 'text', required: true },
    /** What comes of it, in a sentence. */
    aim: { kind: 'text', longest: 400 },
    lasts: { kind: 'text' },
    people: { kind: 'text' },
    needs: { kind: 'text', many: true, longest: 300 },
    /** *20 min : Chacun écrit ses billets.* */
    steps: { kind: 'text', many: true, longest: 600 },
    after: { kind: 'text', many: true, longest: 400 },
    pitfalls: { kind: 'text', many: true, longest: 400 },
    /** Which of the box's own it was copied from. */
    origin: { kind: 'text', unsearched: true, unasked: true },
  },
})

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = {
  records: [edition, editionLine, paperForm, paperAnswer, recipe],
}
