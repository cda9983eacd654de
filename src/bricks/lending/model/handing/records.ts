import { recordType } from '../../../../core/schema.ts'

/**
 * The sheet of a day was prepared: words were drawn for lines that nobody booked. It names nobody.
 */
export const handSheet = recordType({
  name: 'hand-sheet',
  title: 'day',
  space: 'home',
  fields: {
    day: { kind: 'day', required: true },
    /** Where the things of this sheet live; empty where nothing says it. */
    place: { kind: 'text', longest: 120, unsearched: true, unasked: true },
    /** One a blank line, as people say it. */
    words: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** The member who prepared it; nobody where the keeper did. */
    by: { kind: 'link', to: ['member'], unasked: true },
  },
})

/**
 * A line of a paper that was keyed and could not be written yet, as it was typed. It stays until
 * its mistake is mended or its word is emptied.
 */
export const handLine = recordType({
  name: 'hand-line',
  title: 'word',
  space: 'home',
  fields: {
    word: { kind: 'text', longest: 60, unsearched: true },
    did: { kind: 'choice', choices: ['out', 'back', 'noShow'] },
    day: { kind: 'text', longest: 60, unsearched: true },
    time: { kind: 'text', longest: 20, unsearched: true },
    /** Of a line that nobody booked: who has it, what, until when. */
    name: { kind: 'text', longest: 60, unsearched: true },
    phone: { kind: 'text', longest: 40, unsearched: true },
    thing: { kind: 'link', to: ['thing'] },
    until: { kind: 'text', longest: 60, unsearched: true },
    meter: { kind: 'text', longest: 20, unsearched: true },
    missing: { kind: 'text', longest: 200, unsearched: true },
    state: { kind: 'text', longest: 200, unsearched: true },
    deposit: { kind: 'yesNo' },
    insured: { kind: 'yesNo' },
    /** Why it could not be written, in the language of the page. */
    fault: { kind: 'text', longest: 400, unsearched: true, unasked: true },
    by: { kind: 'link', to: ['member'], unasked: true },
  },
})
