import type { BrickTables } from '../../../contract/brick.ts'
import { recordType } from '../../../core/schema.ts'

export const PATH = '/questions'

/**
 * One asking of a question to one person, with its answer. The first one holds the words of the
 * question; one that asks again (`first`) holds its own day and answer.
 */
export const question = recordType({
  name: 'question',
  title: 'asks',
  space: 'home',
  fields: {
    asks: { kind: 'text', required: true, unsearched: true },
    /** A name as typed, of somebody who is not in the directory. */
    whom: { kind: 'text', longest: 100, unsearched: true, means: 'who' },
    /** Somebody of the directory: the question is forgotten with them. */
    actor: { kind: 'link', to: ['actor'], means: 'about' },
    /** The project, place, meeting or need that it is about. */
    about: { kind: 'link', to: [] },
    askedOn: { kind: 'day' },
    askedBy: { kind: 'text', longest: 60, unsearched: true },
    answer: { kind: 'choice', choices: ['yes', 'no', 'not-yet', 'words'] },
    saying: { kind: 'text', longest: 600, unsearched: true },
    answeredOn: { kind: 'day' },
    /** Who told the answer, when it is not the person who was asked. */
    toldBy: { kind: 'text', longest: 60, unsearched: true },
    first: { kind: 'link', to: ['question'], unasked: true },
    /** The answer that this one replaces. */
    instead: { kind: 'link', to: ['question'], unasked: true },
    /** How many askings and answers came before. */
    before: { kind: 'number', unasked: true },
    /** Nobody is to be asked any more. */
    dropped: { kind: 'yesNo', unasked: true },
  },
})

/** All the records of the brick. Their tables are made from the log. */
export const tables: BrickTables = { records: [question] }
