import type { BrickTables } from '../../../contract/brick.ts'
import type { Projection } from '../../../contract/projection.ts'
import { recordType } from '../../../core/schema.ts'
import { END_REASONS, STOPPED } from './rules.ts'

/**
 * What two people say to each other about a notice: words, then perhaps an arrangement, which is
 * proposed, agreed, then done or fallen through. All of it stays here.
 */
export const deal = recordType({
  name: 'deal',
  title: 'what',
  space: 'home',
  between: true,
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
    state: {
      kind: 'choice',
      choices: ['proposed', 'agreed', 'done', 'fallen', 'talking', 'ended'],
      unasked: true,
    },
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
    /** Of what was said there: the slip that hands it over here (`slips-away.ts`). */
    slips: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** Of what was said here: the day on which it was handed over there. */
    handed: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** The order of the last letter that told where it stands. */
    toldAt: { kind: 'text', unsearched: true, unasked: true },
    why: { kind: 'choice', choices: [...END_REASONS, STOPPED], unasked: true },
    /** The places of those who have not seen the last word of the other side. */
    unseen: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** Up to which act each saw what was said: a place, a colon, the id of the act. */
    seenTo: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** Who began it without a card: the holder of its ticket speaks for them. */
    visitor: { kind: 'text', longest: 60, unsearched: true, unasked: true },
    /** How they are reached, as they wrote it to the other: a number, or where they are found. */
    reach: { kind: 'text', longest: 120, unsearched: true, unasked: true },
    /** The answers that say how much one of them takes of the notice, or brings. */
    responses: { kind: 'link', to: ['response'], many: true, unsearched: true, unasked: true },
    /** The places of those who took it off their own list. */
    hiddenFor: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** Its notice as who answered it saw it last: its sentence, empty once it is over. */
    noticeAs: { kind: 'text', unsearched: true, unasked: true },
    /**
     * How long this box had lived at the last word, or when it ended (`core/lived.ts`): it fades
     * by that.
     */
    lived: { kind: 'number', unsearched: true, unasked: true },
    /** Of who began it without a card: their device, by a name of one run (`Hand`). */
    hand: { kind: 'text', unsearched: true, unasked: true },
  },
})

const SAID = [
  ...(['yes', 'other', 'no', 'done', 'not', 'tell', 'keep', 'back'] as const),
  ...(['word', 'late', 'propose', 'end', 'insult'] as const),
] as const
/** `caller`: the other side noted what they heard by voice. */
const SAID_BY = ['self', 'relay', 'keeper', 'ticket', 'caller'] as const
/**
 * One thing that one party said in a thread, on a day: an act, written again only without the name
 * of who is forgotten, or where its slip comes, goes or tells another hour. `member` or `name` says
 * who; `saidBy` and `keyedBy`, who wrote it down. `tell`: it may be told, under their first name
 * when `named`; `keep`: it may not, or no longer. `back`: what they had said last, `undid`, was
 * never said; it never leaves this box.
 */
export const dealAnswer = recordType({
  name: 'deal-answer',
  title: 'says',
  space: 'home',
  between: true,
  fields: {
    deal: { kind: 'link', to: ['deal'], unasked: true },
    member: { kind: 'link', to: ['member'], unasked: true },
    name: { kind: 'text', unasked: true },
    says: {
      kind: 'choice',
      choices: SAID,
      unasked: true,
    },
    undid: { kind: 'choice', choices: ['yes', 'no', 'done', 'not', 'other'], unasked: true },
    /** The notices that this answer closed: whoever takes it back opens them again. */
    closed: { kind: 'link', to: ['offer', 'need'], many: true, unasked: true },
    named: { kind: 'yesNo' },
    thanks: { kind: 'text', longest: 300 },
    /**
     * Of `propose`, of `other` and of a first yes: when it would suit, and where to meet. Of a
     * `word` that tells that a ride changed: its hour of now, else that it changed. Of one that
     * answers a part: the answer.
     */
    when: { kind: 'text', longest: 120 },
    where: { kind: 'text', longest: 120 },
    /** Of `word`: what they say. */
    said: { kind: 'text', longest: 600, unsearched: true },
    /** Of what is said: the id of the slip by which it is handed over to who has no screen. */
    slip: { kind: 'text', unsearched: true, unasked: true },
    /** Of `insult`: the id of the act whose words are told to the keeper. */
    reports: { kind: 'text', unsearched: true, unasked: true },
    /** Of `yes` and `no` to another box: the id of the act whose proposal they answer. */
    answers: { kind: 'text', unsearched: true, unasked: true },
    /** Of a `word` that was reported: the keeper hid it for both, or found nothing to say. */
    judged: { kind: 'choice', choices: ['hidden', 'stands'], unasked: true },
    /** Of `tell`: what was done, told in the past. Each other's later yes is to that sentence. */
    story: { kind: 'text', longest: 200 },
    on: { kind: 'day', unasked: true },
    saidBy: { kind: 'choice', choices: SAID_BY, unasked: true },
    keyedBy: { kind: 'link', to: ['member'], unasked: true },
  },
})

/**
 * What was done between neighbours, as all of them agreed to tell it: the wider copy of a deal.
 * Whose it is stays here.
 */
export const deed = recordType({
  name: 'deed',
  afterOthers: true,
  title: 'title',
  path: '/faits',
  shownByCard: 'shownByCard',
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
    /** Of a notice that is read by card: so is what was done of it. */
    shownByCard: { kind: 'yesNo', space: 'home', unasked: true },
    /** The other box of which somebody agreed to it, and may take it back by a letter. */
    box: { kind: 'text', space: 'home', unasked: true },
  },
})

/**
 * The deals to which one of these fields leads, by the record, so that nobody looks through all of
 * them. It stays here, as deals do.
 */
function dealsBy(
  { table, column, field }: Readonly<Record<'table' | 'column' | 'field', string>>,
  also = '',
): Projection {
  const there =
    `SELECT one.value FROM deal_home AS deal, json_each(deal.${field}) AS one ` +
    `WHERE deal.id = ?1 AND deal.removed IS NOT 1${also}`
  return {
    types: [deal.name],
    tables: [
      `CREATE TABLE ${table}(${column} TEXT, deal TEXT, ` +
        `PRIMARY KEY(${column}, deal)) WITHOUT ROWID`,
      `CREATE INDEX "${table} deal" ON ${table}(deal)`,
    ],
    apply: (_type, record, tables) => {
      // Nothing is written of a deal that is about the same records as before.
      tables.run(`DELETE FROM ${table} WHERE deal = ?1 AND ${column} NOT IN (${there})`, record)
      tables.run(`INSERT OR IGNORE INTO ${table} SELECT value, ?1 FROM (${there})`, record)
    },
  }
}
const projections: readonly Projection[] = [
  dealsBy({ table: 'deal_about', column: 'notice', field: 'about' }),
  // Of what another box asks, its letter names the answers: they are compared where they are read.
  dealsBy(
    { table: 'deal_part', column: 'response', field: 'responses' },
    ' AND (deal.box IS NULL OR deal.asked IS 1)',
  ),
]

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [deal, dealAnswer, deed], projections }
