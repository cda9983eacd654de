import type { BrickTables } from '../../../contract/brick.ts'
import type { Projection } from '../../../contract/projection.ts'
import { recordType } from '../../../core/schema.ts'

/**
 * What neighbours agreed to do: proposed, agreed, then done or fallen through. All of it stays
 * here.
 */
export const deal = recordType({
  name: 'deal',
  title: 'what',
  space: 'home',
  fields: {
    what: { kind: 'text', required: true, longest: 200 },
    when: { kind: 'text', longest: 120 },
    where: { kind: 'text', longest: 120 },
    /** The notices that it came from. */
    about: { kind: 'link', to: ['offer', 'need'], many: true, unasked: true },
    parties: { kind: 'link', to: ['member'], many: true, unasked: true },
    /** Those of its parties whom this box does not know, as they are called. */
    names: { kind: 'text', many: true, unasked: true },
    /** Who wrote for one of its parties, and may again. */
    keyedBy: { kind: 'link', to: ['member'], many: true, unasked: true },
    /** As its notice said them. */
    mode: {
      kind: 'choice',
      choices: ['give', 'lend', 'share', 'exchange', 'barter', 'rent', 'sell', 'hand', 'ride'],
      unasked: true,
    },
    commune: { kind: 'commune', unasked: true },
    state: { kind: 'choice', choices: ['proposed', 'agreed', 'done', 'fallen'], unasked: true },
    doneOn: { kind: 'day', unasked: true },
    /** Its line of *Ça s'est fait*, while it is told. */
    deed: { kind: 'link', to: ['deed'], unasked: true },
    /**
     * Of a deal made with somebody of another box: that box, its own record of it, and the first
     * name that they ticked, if any.
     */
    box: { kind: 'text', unasked: true },
    peer: { kind: 'text', unasked: true },
    guest: { kind: 'text', longest: 60, unasked: true },
    /** What goes with the asking, or came with it: only what its person gave for this. */
    phone: { kind: 'phone', unasked: true },
    named: { kind: 'yesNo', unasked: true },
    /** That box decides it, here it is only asked. */
    asked: { kind: 'yesNo', unasked: true },
    /**
     * What was said there, or of both sides as the box that decides told it (acts.ts); which acts
     * of the one that asks it has read.
     */
    said: { kind: 'text', longest: 30_000, unsearched: true, unasked: true },
    heard: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** The order of the last letter that told where it stands. */
    toldAt: { kind: 'text', unsearched: true, unasked: true },
    why: {
      kind: 'choice',
      choices: ['taken', 'gone', 'full', 'takenBack', 'ended'],
      unasked: true,
    },
    /** The places of those who have not seen the last word of the other side. */
    unseen: { kind: 'text', many: true, unsearched: true, unasked: true },
  },
})

/**
 * One thing that one party said of a deal, on a day: an act, never written again. `member` or
 * `name` says who; `saidBy` and `keyedBy`, who wrote it down. `tell`: it may be told, under their
 * first name when `named`; `keep`: it may not, or no longer. `back`: what they had said last,
 * `undid`, was never said; it never leaves this box.
 */
export const dealAnswer = recordType({
  name: 'deal-answer',
  title: 'says',
  space: 'home',
  fields: {
    deal: { kind: 'link', to: ['deal'], unasked: true },
    member: { kind: 'link', to: ['member'], unasked: true },
    name: { kind: 'text', unasked: true },
    says: {
      kind: 'choice',
      choices: ['yes', 'other', 'no', 'done', 'not', 'tell', 'keep', 'back'],
      unasked: true,
    },
    undid: { kind: 'choice', choices: ['yes', 'no', 'done', 'not'], unasked: true },
    /** The notices that this answer closed: whoever takes it back opens them again. */
    closed: { kind: 'link', to: ['offer', 'need'], many: true, unasked: true },
    named: { kind: 'yesNo' },
    thanks: { kind: 'text', longest: 300 },
    /** Of `other`: when it would suit. */
    when: { kind: 'text', longest: 120 },
    on: { kind: 'day', unasked: true },
    saidBy: { kind: 'choice', choices: ['self', 'relay', 'keeper'], unasked: true },
    keyedBy: { kind: 'link', to: ['member'], unasked: true },
  },
})

/**
 * What was done between neighbours, as all of them agreed to tell it: the wider copy of a deal.
 * Whose it is stays here.
 */
export const deed = recordType({
  name: 'deed',
  title: 'title',
  path: '/faits',
  fields: {
    title: { kind: 'text', required: true },
    /** First names of those who agreed to be named. */
    who: { kind: 'text' },
    doneOn: { kind: 'day', required: true },
    commune: { kind: 'commune', filter: true },
    thanks: { kind: 'text', many: true, longest: 400 },
    /** The notices that it came from, beside which its people let it stand on every box. */
    about: { kind: 'link', to: ['offer', 'need'], many: true, unasked: true },
    parties: { kind: 'link', to: ['member'], many: true, space: 'home', unasked: true },
    keyedBy: { kind: 'link', to: ['member'], many: true, space: 'home', unasked: true },
    /** The other box of which somebody agreed to it, and may take it back by a letter. */
    box: { kind: 'text', space: 'home', unasked: true },
  },
})

const NOTICES =
  'SELECT one.value FROM deal_home AS deal, json_each(deal.about) AS one ' +
  'WHERE deal.id = ?1 AND deal.removed IS NOT 1'
/** The deals of a notice, so that its thread reads those alone. It stays here, as deals do. */
const dealAbout: Projection = {
  types: [deal.name],
  tables: [
    'CREATE TABLE deal_about(notice TEXT, deal TEXT, PRIMARY KEY(notice, deal)) WITHOUT ROWID',
    'CREATE INDEX "deal about" ON deal_about(deal)',
  ],
  apply: (_type, record, tables) => {
    // Nothing is written of a deal that is about the same notices as before.
    tables.run(`DELETE FROM deal_about WHERE deal = ?1 AND notice NOT IN (${NOTICES})`, record)
    tables.run(`INSERT OR IGNORE INTO deal_about SELECT value, ?1 FROM (${NOTICES})`, record)
  },
}

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [deal, dealAnswer, deed], projections: [dealAbout] }
