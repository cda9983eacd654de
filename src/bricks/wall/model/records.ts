import type { BrickTables } from '../../../contract/brick.ts'
import { recordType } from '../../../core/schema.ts'

/** What the keeper chose for the wall of this box; until then, what `rules.ts` says. */
export const wallRule = recordType({
  name: 'wall-rule',
  title: 'keeps',
  space: 'home',
  shownHere: true,
  fields: {
    keeps: {
      kind: 'choice',
      choices: ['hour', 'evening', 'day', 'three-days', 'week', 'month'],
      required: true,
    },
    /** A message is read by the keeper before anybody else. */
    waits: { kind: 'yesNo' },
  },
})

/** A sentence on the wall. All of it stays in this box, and goes when its time has come. */
export const wallMessage = recordType({
  name: 'wall-message',
  title: 'said',
  space: 'home',
  shownHere: true,
  fields: {
    said: { kind: 'text', required: true, longest: 280, unsearched: true },
    who: { kind: 'text', longest: 40, unsearched: true, means: 'who' },
    /** Whether a card says that name; one that does not say was written before this was kept. */
    carded: { kind: 'yesNo', unasked: true },
    /** By a card, in another first name than its own. */
    another: { kind: 'yesNo', unasked: true },
    state: { kind: 'choice', choices: ['waiting', 'shown', 'lifted'], unasked: true },
    /**
     * How long the box had lived when it was written; one that does not say is as old as the box.
     */
    lived: { kind: 'number', unit: 'ms', unasked: true },
    /** What its author’s page is asked by: nobody else is given it. */
    key: { kind: 'text', unsearched: true, unasked: true },
    /**
     * The hand that wrote it: names that one run of the server drew, and that lead to no address.
     */
    run: { kind: 'text', unsearched: true, unasked: true },
    device: { kind: 'text', unsearched: true, unasked: true },
    /** The keeper wrote it or read it: no neighbour folds it. */
    cleared: { kind: 'yesNo', unasked: true },
    /** Why the keeper took it down: told to its author, and to nobody else. */
    why: { kind: 'text', longest: 200, unsearched: true },
  },
})

/** Somebody finds a message wrong, or its author takes it back. It goes with the message. */
export const wallRemark = recordType({
  name: 'wall-remark',
  title: 'kind',
  space: 'home',
  fields: {
    about: { kind: 'text', unsearched: true, unasked: true, means: 'about' },
    kind: { kind: 'choice', choices: ['bothers', 'taken-back'], unasked: true },
    /** The hand that says so, as of a message. */
    run: { kind: 'text', unsearched: true, unasked: true },
    device: { kind: 'text', unsearched: true, unasked: true },
    card: { kind: 'text', unsearched: true, unasked: true },
  },
})

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [wallRule, wallMessage, wallRemark] }
