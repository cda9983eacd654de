import type { BrickTables } from '../../../../contract/brick.ts'
import { recordType } from '../../../../core/schema.ts'

/**
 * One thing of the bag, as the keeper wrote it; `origin`: it stands for one of the box's own list.
 */
export const bagThing = recordType({
  name: 'bag-thing',
  title: 'name',
  space: 'home',
  fields: {
    name: { kind: 'text', longest: 80, unsearched: true },
    count: { kind: 'number' },
    pocket: { kind: 'text', longest: 60, unsearched: true },
    /**
     * Who lent it, by the name under which they agreed to stand on the paper; without their yes,
     * nothing.
     */
    lentBy: { kind: 'text', longest: 60, unsearched: true, means: 'who' },
    origin: { kind: 'text', unsearched: true, unasked: true },
    /** Taken off the list: what of it has not come back is still said. */
    out: { kind: 'yesNo', unasked: true },
  },
})

/**
 * The bag of one evening: when, where, who carries; what left and what came back, by the things'
 * names in the list.
 */
export const bag = recordType({
  name: 'kit-bag',
  title: 'where',
  space: 'home',
  fields: {
    day: { kind: 'day', required: true },
    where: { kind: 'text', required: true, longest: 120, unsearched: true },
    carries: { kind: 'text', longest: 80, unsearched: true },
    /** The kit that is packed in place of the box's own list: a thing that is lent. */
    kit: { kind: 'text', unsearched: true, unasked: true },
    left: { kind: 'text', many: true, unsearched: true, unasked: true },
    back: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** The evening is over and its bag was emptied. */
    emptiedOn: { kind: 'day', unasked: true },
  },
})

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [bag, bagThing] }
