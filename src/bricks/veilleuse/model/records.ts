import type { BrickTables } from '../../../contract/brick.ts'
import { recordType } from '../../../core/schema.ts'

/** What the keeper chose for the screen of this box. It stays here: each box has its own screen. */
export const watch = recordType({
  name: 'watch',
  title: 'nightFrom',
  space: 'home',
  fields: {
    /** Kinds of panels that do not turn. */
    without: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** How long a panel stands. */
    seconds: { kind: 'number', unit: 's', unasked: true },
    /** From and until when the screen is dim, by the box's clock; the same hour twice: never. */
    nightFrom: { kind: 'time', unasked: true },
    nightUntil: { kind: 'time', unasked: true },
  },
})

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [watch] }
