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
