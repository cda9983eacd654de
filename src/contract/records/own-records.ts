import { type RecordType, recordType } from '../../core/schema.ts'
import { charge } from './charge.ts'

/**
 * The engine’s own record types, which bricks may read too: what waits for the keeper, pages of
 * notes, codes, letters to other boxes, the results of theirs, hidden numbers, charges. Each is
 * declared as a brick declares its own. `home` is the space that stays in this box; the commons are
 * the space that every box reads. `unasked`: no form asks for the field. `unsearched`: the search
 * leaves it out.
 */

/** Why a piece of notes was taken away: its person asked, on their strip of agreement. */
export const THEIRS = 'theirs'

/**
 * A record that waits or waited for the keeper, in `home`: a visitor’s or a member’s notice, or a
 * piece of a harvest (the entries that a page of notes proposes). Showing it writes a record in the
 * commons: a new one, one with the same id for a member’s, or a change of the one that `changes`
 * names. Nothing is written when the commons have the same already (`stoodThere`).
 */
export const proposal = recordType({
  name: 'proposal',
  title: 'of',
  space: 'home',
  fields: {
    /** The name of the record type proposed. */
    of: { kind: 'text', required: true },
    /** The `home` record that it proposes, of that type. */
    piece: { kind: 'link', to: [], required: true },
    sentBy: { kind: 'choice', choices: ['visitor', 'harvest', 'member'] },
    /** The member whose card sent it. */
    writer: { kind: 'link', to: [] },
    /** Why it waits, as codes of `engine/held-drafts.ts`. */
    held: { kind: 'text', many: true, unsearched: true },
    /** The shown record whose fields `piece` would change. */
    changes: { kind: 'link', to: [] },
    /** `kept`: a piece of a harvest that the keeper ticked, and did not show yet. */
    state: { kind: 'choice', choices: ['waiting', 'kept', 'shown', 'refused'] },
    /**
     * Why the keeper refused it, for the person who holds the code of its receipt (the ticket).
     * Of a piece of notes, a code: `THEIRS`, and those of `bricks/harvest/model/people.ts`.
     */
    why: { kind: 'text' },
    /** The keeper mended its words before showing it. Its sender’s ticket says so. */
    mended: { kind: 'yesNo', unasked: true },
    /** Why the keeper refused it before its sender corrected it. It then waits once more. */
    leftFor: { kind: 'text', unsearched: true, unasked: true },
    /** The record of the commons that shows it. */
    shownAs: { kind: 'link', to: [] },
    /** Ids under which it was shown before that was undone: their addresses lead to it. */
    hiddenAs: { kind: 'text', many: true, unsearched: true, unasked: true },
    /**
     * The click that showed it, or refused it with others: *Annuler* takes back all the records of
     * one click.
     */
    showing: { kind: 'text', unsearched: true, unasked: true },
    /** True when the commons already had the same record (`shownAs`), and no copy was made. */
    stoodThere: { kind: 'yesNo', unasked: true },
    /** The harvest that gave the piece. For a notice, `harvest` and the fields below are empty. */
    harvest: { kind: 'link', to: ['harvest'] },
    /** The first character of the piece in the text of the notes, in UTF-16 units from 0. */
    from: { kind: 'number' },
    /** The end of the piece, as `from`; the character there is not in it. */
    till: { kind: 'number' },
    /** How sure the rules of the harvest are, from 0 to 1. */
    certainty: { kind: 'number' },
    /** True if the piece is about a person. It shows apart from the rest, after they agreed. */
    person: { kind: 'yesNo' },
    /** True if the notes say an age under 18: a parent must agree too. */
    minor: { kind: 'yesNo', unasked: true },
    /** Links to other pieces of the same harvest, as `relation:piece`. */
    ties: { kind: 'text', many: true },
    /** The rule of the harvest that proposed it. */
    rule: { kind: 'text', unsearched: true, unasked: true },
    /** A person picked it in the text or mended it: a second reading of the notes keeps it. */
    byHand: { kind: 'yesNo', unasked: true },
    /** Its words name several communes, or one that is not known here: it takes no other. */
    elsewhere: { kind: 'yesNo', unasked: true },
    /** The proposals that a person picked and that this one is like: without them it goes. */
    taughtBy: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** What the guard found in it when the keeper kept it, as they saw it. */
    seen: { kind: 'text', longest: 4_000, unsearched: true, unasked: true },
  },
})

/**
 * A page of notes that was harvested: rules found the entries that it proposes. It stays in this
 * box, with its text and the names of people.
 */
export const harvest = recordType({
  name: 'harvest',
  title: 'title',
  space: 'home',
  fields: {
    title: { kind: 'text', required: true },
    /** Of a conversation, the title that was read, a group's name: it is shown to nobody else. */
    chat: { kind: 'text', unsearched: true, unasked: true },
    date: { kind: 'day' },
    startsAt: { kind: 'time' },
    where: { kind: 'text' },
    commune: { kind: 'commune' },
    people: { kind: 'text', many: true },
    /** First names of one person, as the keeper said, without accents and capitals. */
    onePerson: { kind: 'text', many: true },
    /** First names that several people have, in the same form. */
    severalPeople: { kind: 'text', many: true },
    /** Capitalised words of the notes that name nobody and nothing, as the keeper said. */
    nobody: { kind: 'text', many: true, unsearched: true },
    licence: { kind: 'text' },
    author: { kind: 'text' },
    url: { kind: 'url' },
    /** The text of the page, as a file of this box. */
    text: { kind: 'files' },
    /** The record of the meeting that these notes tell of. */
    meeting: { kind: 'link', to: [] },
    /** As `hiddenAs` of a proposal, of the meeting. */
    hiddenAs: { kind: 'text', many: true, unsearched: true, unasked: true },
    /** The click that showed that meeting, as `showing` of a proposal. */
    showing: { kind: 'text', unsearched: true, unasked: true },
    state: { kind: 'choice', choices: ['open', 'shown'] },
  },
})

/**
 * A short code that leads to a record, to be said aloud (*papier 74 31*). It is unique among the
 * codes of this box, and another box does not know it.
 */
export const code = recordType({
  name: 'code',
  title: 'word',
  space: 'home',
  fields: {
    word: { kind: 'text', required: true },
    digits: { kind: 'text', required: true },
    /** The record to which the code leads. */
    opens: { kind: 'link', to: [], required: true },
    /**
     * The address of the page of that record, when the record stays in this box. That page checks
     * who reads it.
     */
    at: { kind: 'text', unasked: true },
  },
})

/**
 * A letter of this box to another one: a command to run there, or the refusal of a letter of that
 * box. Its text stays in `home`. Once it is encrypted (with age, a file format), its cipher text
 * stands in the network space, which boxes exchange.
 */
export const letter = recordType({
  name: 'letter',
  title: 'command',
  space: 'home',
  between: true,
  fields: {
    /** The public name of the box to which it goes. */
    box: { kind: 'text', required: true },
    /** The brick (a part of the program) and its command that the other box is to run. */
    brick: { kind: 'text' },
    command: { kind: 'text' },
    /** The input of the command, as JSON. */
    input: { kind: 'text', longest: 32_768, unsearched: true },
    /** The record here that the letter is about. */
    about: { kind: 'link', to: [] },
    sentAt: { kind: 'moment' },
    /** `asked`: no refusal has come. A done command gets no answer. */
    state: { kind: 'choice', choices: ['asked', 'refused'] },
    /** Why the other box refused: a code of `contract/letter.ts`. */
    why: { kind: 'text' },
    /** The same name as `box`, for the boxes that pass the letter on. */
    to: { kind: 'text', space: 'network', unsearched: true },
    /** The letter, encrypted with age for the box `to`, in base 64. */
    sealed: { kind: 'text', space: 'network', longest: 65_536, unsearched: true },
  },
})

/**
 * The result, here, of a letter of another box, without the input of its command. It is written
 * once, and again only when that box takes the letter back.
 */
export const arrival = recordType({
  name: 'arrival',
  title: 'command',
  space: 'home',
  fields: {
    /** The public name of the box that wrote the letter. */
    from: { kind: 'text', required: true },
    /** The id of the letter’s record. */
    letter: { kind: 'text', required: true },
    brick: { kind: 'text' },
    command: { kind: 'text' },
    /** The record in the other box that the letter is about. */
    about: { kind: 'text' },
    /**
     * `undone`: the command was not done (`why`). `takenBack`: it was done, then its box took it
     * back; with a `why`, what it had done stayed.
     */
    state: { kind: 'choice', choices: ['done', 'undone', 'takenBack'] },
    why: { kind: 'text' },
  },
})

/**
 * A telephone number that somebody called their own and hid (projection/hidden.ts), with the
 * keeper’s decision. A number that was erased for good leaves no record.
 */
export const hiddenNumber = recordType({
  name: 'hidden-number',
  title: 'number',
  space: 'home',
  fields: {
    number: { kind: 'phone', unasked: true },
    /** `shown`: the number shows again. */
    state: { kind: 'choice', choices: ['hidden', 'shown'], unasked: true },
    /** The role of the person who hid it. */
    by: { kind: 'choice', choices: ['visitor', 'member', 'keeper'], unasked: true },
    on: { kind: 'day', unasked: true },
    /** The records that showed it when it was hidden. */
    stood: { kind: 'link', to: [], many: true, unasked: true },
    /** The day of the keeper’s decision. */
    decidedOn: { kind: 'day', unasked: true },
  },
})

/**
 * A brick (a part of the program) that this box’s keeper put away. Taking it up again removes the
 * record. The records of the brick stay, and other boxes still get them.
 */
export const putAway = recordType({
  name: 'put-away',
  title: 'brick',
  space: 'home',
  fields: {
    /** The name of the brick. */
    brick: { kind: 'text', required: true, unsearched: true, unasked: true },
    on: { kind: 'day', unasked: true },
  },
})

/**
 * The list of the records that one table brought, in this box alone: the keeper takes them off as
 * one. A long table has several, which name the first.
 */
export const broughtTable = recordType({
  name: 'brought-table',
  title: 'title',
  space: 'home',
  fields: {
    /** The name of its file. */
    title: { kind: 'text', required: true, unsearched: true, unasked: true },
    /** The type of its records. */
    of: { kind: 'text', required: true, unsearched: true, unasked: true },
    first: { kind: 'text', unsearched: true, unasked: true },
    records: { kind: 'text', many: true, unsearched: true, unasked: true },
    /**
     * What it changed in records that were here: the id, the name of the field, and the mark of its
     * new value (`engine/value-mark.ts`), with blanks between.
     */
    changed: { kind: 'text', many: true, unsearched: true, unasked: true },
    on: { kind: 'day', unasked: true },
  },
})

/**
 * A line of a table that has a name of its own there (the UID of a calendar), in this box alone:
 * which record it became, and what it said, as marks (`engine/value-mark.ts`). When the file comes
 * again, the newest of these of a name tells what the file changed since, and what a person here
 * did. No value stands in it.
 */
export const broughtLine = recordType({
  name: 'brought-line',
  title: 'name',
  space: 'home',
  fields: {
    /** The mark of its name. */
    name: { kind: 'text', required: true, unsearched: true, unasked: true },
    record: { kind: 'link', to: [], means: 'about', unasked: true },
    /** The type of the record. */
    of: { kind: 'text', unsearched: true, unasked: true },
    /** The mark of the calendar’s name. */
    calendar: { kind: 'text', unsearched: true, unasked: true },
    sequence: { kind: 'number', unasked: true },
    /** When it was written there, as its file says it: text in order. */
    stamp: { kind: 'text', unsearched: true, unasked: true },
    /** It was cancelled as a whole. */
    off: { kind: 'yesNo', unasked: true },
    /** The name of each field and the mark of its value, with a blank between. */
    says: { kind: 'text', many: true, unsearched: true, unasked: true },
    /**
     * The records that came with it, as changed dates: the id, the day, and the mark, with blanks
     * between. Without an id, it was left as a person here had it.
     */
    besides: { kind: 'text', many: true, unsearched: true, unasked: true },
  },
})

/**
 * One of the people who keep this page, by their first name, in this box alone. The passphrase and
 * the codes of each are in `local.db` (`web/session/keepers.ts`).
 */
export const keeperRecord = recordType({
  name: 'keeper',
  title: 'name',
  space: 'home',
  fields: {
    name: { kind: 'text', required: true, longest: 60, unsearched: true, means: 'who' },
    /** The day when they stopped. */
    until: { kind: 'day', unasked: true },
  },
})

/**
 * Which of several keepers did a turn. The wire says `keeper`, whoever it was; this stays in the
 * box. Its entry has the same time as those of the records that it names.
 */
export const keeperAct = recordType({
  name: 'keeper-act',
  title: 'keeper',
  space: 'home',
  fields: {
    keeper: { kind: 'text', required: true, unsearched: true, unasked: true },
    /** The ids of the records that the turn wrote. */
    records: { kind: 'text', many: true, unsearched: true, unasked: true },
  },
})

/** The engine’s own record types, which no brick declares. */
export const OWN_RECORDS: readonly RecordType[] = [
  proposal,
  harvest,
  code,
  letter,
  arrival,
  hiddenNumber,
  putAway,
  broughtTable,
  broughtLine,
  keeperRecord,
  keeperAct,
  charge,
]
