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
    /** By whose card it came, and why it waits: reasons of `engine/held-drafts.ts`. */
    writer: { kind: 'link', to: [] },
    held: { kind: 'text', many: true, unsearched: true },
    /** A record that is shown already, of which `piece` would change some fields. */
    changes: { kind: 'link', to: [] },
    state: { kind: 'choice', choices: ['waiting', 'kept', 'shown', 'refused'] },
    /** Told to whoever asks what became of it. */
    why: { kind: 'text' },
    /** Why it was left, once it was written again and waits. */
    leftFor: { kind: 'text', unsearched: true, unasked: true },
    shownAs: { kind: 'link', to: [] },
    /** Which showing it was part of: what one click showed is undone together. */
    showing: { kind: 'text', unsearched: true, unasked: true },
    /** It was the same as what stood there already: no copy of its own was made. */
    stoodThere: { kind: 'yesNo', unasked: true },
    /** Of a harvest only: which one, where in its text, how sure. */
    harvest: { kind: 'link', to: ['harvest'] },
    from: { kind: 'number' },
    till: { kind: 'number' },
    certainty: { kind: 'number' },
    /** A person waits for their own agreement, whatever is shown of the rest. */
    person: { kind: 'yesNo' },
    /** The notes say an age under 18: a parent says yes too. */
    minor: { kind: 'yesNo', unasked: true },
    /** Ties to other pieces of the same harvest, as `[rel, piece]`. */
    ties: { kind: 'text', many: true },
  },
})

/** A page of notes that was read: it stays in this box, raw text and names of people included. */
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
    /** Names, folded, of which the keeper said that they are one person, or several. */
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
 * A code to say aloud (*papier 74 31*): unique in this box among live ones; another box's codes
 * mean nothing here.
 */
export const code = recordType({
  name: 'code',
  title: 'word',
  space: 'home',
  fields: {
    word: { kind: 'text', required: true },
    digits: { kind: 'text', required: true },
    /** The record that it opens. */
    opens: { kind: 'link', to: [], required: true },
    /**
     * Where it leads, when what it opens stays here and has no page of the commons: its own page
     * says who may see it.
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
    /** Its input, as JSON. */
    input: { kind: 'text', longest: 32_768, unsearched: true },
    about: { kind: 'link', to: [] },
    sentAt: { kind: 'moment' },
    state: { kind: 'choice', choices: ['asked', 'refused'] },
    /** Why that box did nothing of it: a code of `contract/letter.ts`. */
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
    /** The record there that it speaks of. */
    about: { kind: 'text' },
    state: { kind: 'choice', choices: ['done', 'undone', 'takenBack'] },
    why: { kind: 'text' },
  },
})

/**
 * A telephone number that somebody said to be theirs, and hid (projection/hidden.ts): what the
 * keeper is to decide, then what they decided. `shown`: they showed it again. A number that was
 * erased for good leaves no record.
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
    /** Where it was read then. */
    stood: { kind: 'link', to: [], many: true, unasked: true },
    decidedOn: { kind: 'day', unasked: true },
  },
})

/** All of them: records of the house itself, which no brick declares. */
export const OWN_RECORDS: readonly RecordType[] = [
  proposal,
  harvest,
  code,
  letter,
  arrival,
  hiddenNumber,
]
