import type { BrickTables } from '../../../contract/brick.ts'
import { recordType } from '../../../core/schema.ts'

/**
 * *Chez nous on dit…*: words by which people here say that they need, give, do. Pages of notes are
 * read with it. It stays in this box: its example may tell of somebody.
 */
export const cue = recordType({
  name: 'cue',
  title: 'words',
  space: 'home',
  fields: {
    /** As `HarvestCue` of `text/harvest/cues.ts`. */
    words: { kind: 'text', required: true, longest: 120, unsearched: true },
    kind: {
      kind: 'choice',
      choices: ['need', 'offer', 'initiative', 'idea', 'event', 'task', 'decision', 'actor'],
      required: true,
    },
    /** A sentence that has these words: its test. */
    example: { kind: 'text', required: true, longest: 300, unsearched: true },
  },
})

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [cue] }
