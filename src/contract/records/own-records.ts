import { type RecordType, recordType } from '../../core/schema.ts'

/**
 * A record to moderate, in `home`: a visitor’s notice, or a piece of a harvest. `piece` is the
 * `home` record that it proposes, of the type that will be shown. Showing it writes `shownAs` in
 * the commons (a new record, or the same id for a member’s), and keeps `piece` as its source.
 */
export const proposal = recordType({
  name: 'proposal',
  title: 'of',
  space: 'home',
  fields: {
    /** The record type proposed. */
    of: { kind: 'text', required: true },
    piece: { kind: 'link', to: [], required: true },
    sentBy: { kind: 'choice', choices: ['visitor', 'harvest', 'member'] },
    /**
     * The member whose card sent it. `held`: why it waits, as reasons of `engine/held-drafts.ts`.
     */
    writer: { kind: 'link', to: [] },
    held: { kind: 'text', many: true, unsearched: true },
    /** The shown record whose fields `piece` would change. */
    changes: { kind: 'link', to: [] },
    state: { kind: 'choice', choices: ['waiting', 'kept', 'shown', 'refused'] },
    /** The keeper’s reason, for the holder of its ticket. */
    why: { kind: 'text' },
    /** The earlier reason, when its sender wrote it again and it waits once more. */
    leftFor: { kind: 'text', unsearched: true, unasked: true },
    shownAs: { kind: 'link', to: [] },
    /** The click that showed it: *Annuler* takes back all the records of one click. */
    showing: { kind: 'text', unsearched: true, unasked: true },
    /** The page already held the same record, and no copy was made. */
    stoodThere: { kind: 'yesNo', unasked: true },
    /** Of a harvest only: its record, the place in its text, and the certainty. */
    harvest: { kind: 'link', to: ['harvest'] },
    from: { kind: 'number' },
    till: { kind: 'number' },
    certainty: { kind: 'number' },
    /** A person: they show after their own agreement, apart from the rest of the notes. */
    person: { kind: 'yesNo' },
    /** The notes say an age under 18, so that a parent agrees too. */
    minor: { kind: 'yesNo', unasked: true },
    /** Ties to other pieces of the same harvest, as `[rel, piece]`. */
    ties: { kind: 'text', many: true },
  },
})

/**
 * A page of notes that was harvested. It stays in this box, with its raw text and names of people.
 */
export const harvest = recordType({
  name: 'harvest',
  title: 'title',
  space: 'home',
  fields: {
    title: { kind: 'text', required: true },
    date: { kind: 'day' },
    where: { kind: 'text' },
    commune: { kind: 'commune' },
    people: { kind: 'text', many: true },
    /** Names, folded, that the keeper called one person, or several people. */
    onePerson: { kind: 'text', many: true },
    severalPeople: { kind: 'text', many: true },
    licence: { kind: 'text' },
    author: { kind: 'text' },
    url: { kind: 'url' },
    /** The decoded text, as a file of this box. */
    text: { kind: 'files' },
    /** The meeting shown for it. */
    meeting: { kind: 'link', to: [] },
    /** The showing that made that meeting. */
    showing: { kind: 'text', unsearched: true, unasked: true },
    state: { kind: 'choice', choices: ['open', 'shown'] },
  },
})

/**
 * A code to say aloud (*papier 74 31*). It is unique among the codes of this box, and another box
 * does not know it.
 */
export const code = recordType({
  name: 'code',
  title: 'word',
  space: 'home',
  fields: {
    word: { kind: 'text', required: true },
    digits: { kind: 'text', required: true },
    /** The record to which it leads. */
    opens: { kind: 'link', to: [], required: true },
    /**
     * The address of that record, when it stays in this box. The page at this address checks its
     * reader.
     */
    at: { kind: 'text', unasked: true },
  },
})

/**
 * A letter of this box to another one, or its answer. Its text stays in `home`, beside the record
 * that it is about. Once encrypted for its receiver, `to` and `sealed` (age, in base 64) stand in
 * the network space.
 */
export const letter = recordType({
  name: 'letter',
  title: 'command',
  space: 'home',
  fields: {
    box: { kind: 'text', required: true },
    brick: { kind: 'text' },
    command: { kind: 'text' },
    /** The letter’s input, as JSON. */
    input: { kind: 'text', longest: 32_768, unsearched: true },
    about: { kind: 'link', to: [] },
    sentAt: { kind: 'moment' },
    state: { kind: 'choice', choices: ['asked', 'refused'] },
    /** Why the other box refused: a code of `contract/letter.ts`. */
    why: { kind: 'text' },
    to: { kind: 'text', space: 'network', unsearched: true },
    sealed: { kind: 'text', space: 'network', longest: 65_536, unsearched: true },
  },
})

/** The result, here, of a letter of another box; written once, without any of the letter’s text. */
export const arrival = recordType({
  name: 'arrival',
  title: 'command',
  space: 'home',
  fields: {
    from: { kind: 'text', required: true },
    letter: { kind: 'text', required: true },
    brick: { kind: 'text' },
    command: { kind: 'text' },
    /** The record in the other box that the letter is about. */
    about: { kind: 'text' },
    state: { kind: 'choice', choices: ['done', 'undone', 'takenBack'] },
    why: { kind: 'text' },
  },
})

/**
 * A telephone number that somebody called their own and hid (projection/hidden.ts), with the
 * keeper’s decision. `shown`: they showed it again. A number that was erased for good leaves no
 * record.
 */
export const hiddenNumber = recordType({
  name: 'hidden-number',
  title: 'number',
  space: 'home',
  fields: {
    number: { kind: 'phone', unasked: true },
    state: { kind: 'choice', choices: ['hidden', 'shown'], unasked: true },
    by: { kind: 'choice', choices: ['visitor', 'member', 'keeper'], unasked: true },
    on: { kind: 'day', unasked: true },
    /** The records where it was read when it was hidden. */
    stood: { kind: 'link', to: [], many: true, unasked: true },
    decidedOn: { kind: 'day', unasked: true },
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
]
