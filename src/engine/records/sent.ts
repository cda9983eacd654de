import type { BrickModel } from '../../contract/brick.ts'
import type { Command, CommandContext } from '../../contract/command.ts'
import type { Decision, Draft, Forgetting } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { proposalChange } from '../../contract/records/drafts.ts'
import { code, proposal } from '../../contract/records/own-records.ts'
import { isReadHere } from '../../contract/records/read-here.ts'
import type { Fate, PendingRecord } from '../../contract/slots.ts'
import { codeOf, readCode } from '../../core/code.ts'
import { isPresent } from '../../core/form/form.ts'
import { one } from '../../core/form/input.ts'
import { sameOnPage } from '../../core/same.ts'
import type { RecordType } from '../../core/schema.ts'
import { CARD_WORDS } from '../../text/card-words.ts'
import { mendOf } from '../mending.ts'
import type { fr } from './words/fr.ts'

/**
 * Texts that visitors sent, and what became of them. A visitor has no account: a *ticket* (a secret
 * in their browser) or its code (a word and four digits, on paper) lets them see the fate of their
 * text, correct it and take it back. This file finds a text by its ticket, tells its fate, and has
 * the two commands. The ticket of a text that waits or waited holds the id of its proposal, the
 * record by which the keeper decides; that of a private word to somebody, the id of the word.
 */
type Words = typeof fr
const say: Say<Words> = message
type Types = ReadonlyMap<string, RecordType>
type Named = Readonly<{ type: string; record: string }>
type Proposal = NonNullable<ReturnType<typeof proposalOf>>

/** The proposal of a visitor’s text; undefined when the id is none. */
const proposalOf = (read: Reader, id: string) => {
  const one = read.one(proposal, id, 'home')
  return one?.sentBy === 'visitor' && one.of && one.piece
    ? { ...one, of: one.of, piece: one.piece }
    : undefined
}

/**
 * The record of a visitor’s turn that gets a ticket: the first proposal, else the first record
 * whose brick tells a fate. Undefined in an engine without codes.
 */
export function recordForTicket(
  { bricks, types }: Bricks & Readonly<{ types: Types }>,
  drafts: readonly Draft[],
  at: CommandContext,
): string | undefined {
  if (!types.has(code.name)) return undefined
  if (at.me !== undefined || at.ticket !== undefined || (at.by !== 'visitor' && at.by !== 'host'))
    return undefined
  const followed = followedIn(bricks)
  const sent =
    drafts.find(({ type }) => type === proposal.name) ??
    drafts.find(({ type }) => followed.some(({ name }) => name === type))
  return sent?.record
}
type Bricks = Readonly<{ bricks: readonly BrickModel[] }>
/** The types of `home` (the space that stays in this box) whose brick tells a fate. */
const followedIn = (bricks: readonly BrickModel[]): readonly RecordType[] =>
  bricks
    .filter(brick => brick.slots?.fate)
    .flatMap(brick => brick.records.filter(({ space }) => space === 'home'))
/** The type of a private word with this id, when its brick tells a fate. */
const followedOf = (
  { bricks, read }: Bricks & Readonly<{ read: Reader }>,
  record: string,
): RecordType | undefined => followedIn(bricks).find(type => read.one(type, record, 'home'))

/** The record that waits under this proposal. */
export function waitsAs(read: Reader, sent: string): PendingRecord | undefined {
  const found = proposalOf(read, sent)
  return found && { type: found.of, record: found.piece }
}

/** The most words drawn for one code. */
const MOST_DRAWN = 40
/**
 * The draft of a code for a visitor’s text: any word of the cards, whatever the subject, so that
 * the word tells nothing. Returns no draft when chance finds no free code; the text is accepted
 * all the same.
 */
export function ticketDrafts(read: Reader, record: string, at: CommandContext): readonly Draft[] {
  for (let tries = 0; tries < MOST_DRAWN; tries++) {
    const chance = [...at.newId().slice(-12)].reduce(
      (n, char) => (n * 33 + char.charCodeAt(0)) % 1_000_003,
      7,
    )
    const drawn = codeOf(
      CARD_WORDS[chance % CARD_WORDS.length]!,
      String(Math.floor(chance / CARD_WORDS.length) % 1_000).padStart(3, '0'),
    )
    if (storedCode(read, drawn.word, drawn.digits)) continue
    return [{ type: code.name, record: at.newId(), fields: { ...drawn, opens: record } }]
  }
  return []
}

/** The stored code with this word and these digits. */
const storedCode = (read: Reader, word: string, digits: string) =>
  read.list(code, { where: 'word = ? AND digits = ?', with: [word, digits], limit: 1 }, 'home')[0]
/** The code that opens this text. */
export const codeOfSent = (read: Reader, record: string) =>
  read.list(code, { where: 'opens = ?', with: [record], limit: 1 }, 'home')[0]

/** The sent text that a typed code opens, while it is still there. */
export function sentByCode(source: Following, typed: string): string | undefined {
  const asked = readCode(typed)
  const given = 'fault' in asked ? undefined : storedCode(source.read, asked.word, asked.digits)
  return given?.opens && fateOf(source, given.opens) ? given.opens : undefined
}
/** Whether a typed code has the form of a ticket’s code. The code itself may not exist. */
export function isTicketCode(typed: string): boolean {
  const asked = readCode(typed)
  return !('fault' in asked) && WORDS.has(asked.word)
}
const WORDS: ReadonlySet<string> = new Set(CARD_WORDS.map(word => codeOf(word, '000').word))

/** The sources of a fate: the bricks, the types and the tables. */
export type Following = Readonly<{ bricks: readonly BrickModel[]; types: Types; read: Reader }>

/** The fate of a sent text. Undefined for an erased one and for one that never existed alike. */
export function fateOf({ bricks, types, read }: Following, record: string): Fate | undefined {
  const sent = proposalOf(read, record)
  if (sent) return proposedFate({ bricks, types, read }, sent)
  const type = followedOf({ bricks, read }, record)
  return type && toldOf(bricks, type, record, read)
}
/** The fate that a brick tells of its own record. */
const toldOf = (
  bricks: readonly BrickModel[],
  { name }: RecordType,
  id: string,
  read: Reader,
): Fate | undefined =>
  bricks.map(brick => brick.slots?.fate?.(name, id, read)).find(one => one !== undefined)

/** Whether the keeper mended the text before showing it. */
const rewordedOf = (
  one: Readonly<{ mended: boolean | null }> | undefined,
): Pick<Fate, 'reworded'> => (one?.mended ? { reworded: true } : {})

/** The place of a text on the page: it never showed, it showed and is gone, or it shows now. */
type Place = 'never' | 'gone' | 'now'
/** The decision on the proposal of a text. `none`: no proposal waits, and none was refused. */
type ProposalDecision = 'waiting' | 'refused' | 'none'
/** The standing of a text: by its place on the page, then by the decision on its proposal. */
const STANDINGS = {
  never: { waiting: 'waits', refused: 'left', none: 'waits' },
  gone: { waiting: 'off', refused: 'off', none: 'off' },
  now: { waiting: 'mended', refused: 'correctionLeft', none: 'shown' },
} as const satisfies Readonly<Record<Place, Readonly<Record<ProposalDecision, string>>>>

const standingOf = (place: Place, state: Proposal['state'] | undefined) =>
  STANDINGS[place][state === 'waiting' || state === 'refused' ? state : 'none']
const isOnPage = (read: Reader, type: RecordType, id: string): boolean =>
  read.one(type, id) !== undefined || isReadHere(read, type, id)
/** The reason that the keeper gave, when there is one. */
const whyOf = (one: Readonly<{ why: string | null }> | undefined): Pick<Fate, 'why'> =>
  one?.why ? { why: one.why } : {}
const leftOf = (standing: ReturnType<typeof standingOf>): Pick<Fate, 'correctionLeft'> =>
  standing === 'correctionLeft' ? { correctionLeft: true } : {}
const shownState = (bricks: readonly BrickModel[], id: string, read: Reader): Fate['state'] =>
  bricks.some(brick => brick.slots?.answered?.(id, read)) ? 'answered' : 'shown'

/** The fate of a visitor’s text that had to wait. */
function proposedFate({ bricks, types, read }: Following, sent: Proposal): Fate | undefined {
  const type = types.get(sent.of)
  if (!type || !read.one(type, sent.piece, 'home')) return undefined
  const id = sent.shownAs
  const place = id === null ? 'never' : isOnPage(read, type, id) ? 'now' : 'gone'
  const standing = standingOf(place, sent.state)
  if (standing === 'left') return { state: standing, ...whyOf(sent) }
  const mend = rewordedOf(sent)
  if (id === null || standing === 'waits') return { state: 'waits', ...mend }
  if (standing === 'mended') return { state: standing, ...mend }
  if (standing === 'off') return offFate({ bricks, read }, type, id)
  const [told, to] = [toldOf(bricks, type, id, read), toGetOf(bricks, id, read)]
  if (told && told.state !== 'off') return { ...told, ...mend, ...to }
  const state = shownState(bricks, id, read)
  return { state, ...mend, ...whyOf(sent), ...leftOf(standing), ...to }
}

/** The fate of a text that is off the page, with the keeper’s reason to its author. */
function offFate({ bricks, read }: Omit<Following, 'types'>, type: RecordType, id: string): Fate {
  const told = toldOf(bricks, type, id, read)
  return told?.state === 'off' ? told : { state: 'off' }
}
/** The places where an answer waits for its author. */
const toGetOf = (bricks: readonly BrickModel[], id: string, read: Reader): Pick<Fate, 'toGet'> => {
  const toGet = [...new Set(bricks.flatMap(brick => brick.slots?.toGet?.(id, read) ?? []))]
  return toGet.length > 0 ? { toGet } : {}
}

/** The fate of a member’s own record: that of its waiting proposal, else of the record itself. */
export function fateOfOwn(
  { bricks, read }: Following,
  type: RecordType,
  id: string,
): Fate | undefined {
  const where = "sentBy = 'member' AND (piece = ? OR changes = ?)"
  const [proposed] = read.list(
    proposal,
    { where, with: [id, id], order: 'id DESC', limit: 1 },
    'home',
  )
  // A record off the page with no open proposal has the fate that its brick tells, if any.
  const isOpen = proposed?.state === 'waiting' || proposed?.state === 'refused'
  const place = isOnPage(read, type, id) ? 'now' : isOpen ? 'never' : 'gone'
  const standing = standingOf(place, proposed?.state)
  if (standing === 'left') return { state: standing, ...whyOf(proposed) }
  const mend = rewordedOf(proposed)
  if (standing === 'waits' || standing === 'mended') return { state: standing, ...mend }
  const told = toldOf(bricks, type, id, read)
  if (standing === 'off') return told
  if (told && told.state !== 'off') return { ...told, ...mend }
  const left = leftOf(standing)
  return {
    state: shownState(bricks, id, read),
    ...mend,
    ...(left.correctionLeft && whyOf(proposed)),
    ...left,
  }
}

/** The records that a ticket’s holder may write or erase (`owned.ts`). */
export function recordsOfTicket(
  engine: Bricks & Readonly<{ read: Reader }>,
  ticket: string,
): readonly Named[] {
  const { read } = engine
  const sent = proposalOf(read, ticket)
  const codes = [ticket, sent?.shownAs].flatMap(opens =>
    opens ? read.list(code, { where: 'opens = ?', with: [opens] }, 'home') : [],
  )
  const followed = followedOf(engine, ticket)
  return [
    ...(sent
      ? [
          { type: proposal.name, record: sent.id },
          ...[sent.piece, sent.shownAs ?? []].flat().map(record => ({ type: sent.of, record })),
        ]
      : []),
    ...(followed ? [{ type: followed.name, record: ticket }] : []),
    ...codes.map(({ id }) => ({ type: code.name, record: id })),
  ]
}

/** A sent text as it is now. `shownAs`: its record on the page. */
export type SentRecord = Readonly<{
  type: RecordType
  record: string
  shownAs: string | null
  fate: Fate
}>
/** The text of a ticket; undefined once it was erased. */
export function sentFor(source: Following, ticket: string): SentRecord | undefined {
  const fate = fateOf(source, ticket)
  const proposed = proposalOf(source.read, ticket)
  const type = proposed ? source.types.get(proposed.of) : followedOf(source, ticket)
  return (
    fate &&
    type && { type, record: proposed?.piece ?? ticket, shownAs: proposed?.shownAs ?? null, fate }
  )
}
/**
 * Whether the author may still write it. A private word that was read or delivered is no longer
 * theirs to write.
 */
export const mayStillCorrect = ({ fate: { state } }: SentRecord): boolean =>
  state !== 'read' && state !== 'delivered'

/** The kinds of fields that a correction form asks: neither photos nor links. */
const ASKED_AGAIN: ReadonlySet<string> = new Set([
  'text',
  'phone',
  'email',
  'url',
  'day',
  'time',
  'commune',
  'number',
  'money',
  'themes',
  'yesNo',
])
/** The fields that may be corrected: those that have a value and that a form asks. */
export function correctableFields(
  { type, record }: Pick<SentRecord, 'type' | 'record'>,
  read: Reader,
  isPrivate: boolean,
): readonly string[] {
  const row: Readonly<Record<string, unknown>> = read.one(type, record, 'home') ?? {}
  return Object.entries(type.fields)
    .filter(
      ([name, field]) =>
        (ASKED_AGAIN.has(field.kind) || (field.kind === 'choice' && field.required === true)) &&
        field.unasked !== true &&
        row[name] !== null &&
        row[name] !== undefined,
    )
    .filter(([, field]) => isPrivate || (field.space ?? type.space ?? 'commons') === 'commons')
    .map(([name]) => name)
}

/**
 * The command `correctSent` (*Corriger*): rewrites a waiting text. A correction of a shown text
 * waits in its turn.
 */
const correctSent = (source: Sending): Command<Words> => ({
  name: 'correctSent',
  path: `${TICKET}/corriger`,
  who: 'visitor',
  decide: (input, read, at): Decision => {
    const sent = stillWritable(source, read, at)
    if (!sent || at.ticket === undefined) return { refused: say('ticket.notYours') }
    const only = correctableFields(sent, read, true).filter(name => isPresent(input, name))
    const checked = at.fields(sent.type, input, only)
    if ('refused' in checked) return checked
    const row: Readonly<Record<string, unknown>> = read.one(sent.type, sent.record, 'home') ?? {}
    const fields =
      mendOf(source.bricks, sent.type.name)?.turned?.(checked.fields, row) ?? checked.fields
    const written: Draft = { type: sent.type.name, record: sent.record, fields, space: 'home' }
    const left =
      sent.fate.state === 'left' ? { held: ['again'], leftFor: sent.fate.why ?? null } : {}
    const again: readonly Draft[] =
      sent.record === at.ticket
        ? []
        : [
            {
              ...proposalChange(at.ticket, {
                state: 'waiting',
                why: null,
                ...left,
                // The words are the sender’s again.
                ...(sent.fate.reworded ? { mended: null } : {}),
              }),
              space: 'home',
            },
          ]
    return { drafts: [written, ...again], said: say('ticket.corrected') }
  },
})

/**
 * The command `mendSent` (*Corriger avant d’afficher*): the keeper mends the words of a text that
 * waits. Nothing shows by it. Private values are not asked, so they stay as they were sent.
 */
const mendSent = ({ bricks, types }: Sending): Command<Words> => ({
  name: 'mendSent',
  path: MEND_SENT,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const sent = mendable(read, types(), one(input, 'id'))
    if (!sent) return { refused: say('nothingThere') }
    const { type, record } = sent
    const only = correctableFields(sent, read, false).filter(name => isPresent(input, name))
    const checked = at.fields(type, input, only)
    if ('refused' in checked) return checked
    const row: Readonly<Record<string, unknown>> = read.one(type, record, 'home') ?? {}
    const fields = mendOf(bricks, type.name)?.turned?.(checked.fields, row) ?? checked.fields
    const changed = Object.entries(fields).filter(
      ([name, value]) => !sameOnPage(type.fields[name], value, row[name]),
    )
    if (changed.length === 0) return { drafts: [], next: '/a-montrer', said: say('notMended') }
    return {
      drafts: [
        { type: type.name, record, fields: Object.fromEntries(changed), space: 'home' },
        proposalChange(one(input, 'id'), { mended: true }),
      ],
      next: '/a-montrer',
      said: say('mendedSent'),
    }
  },
})
/** The address of the command `mendSent`. */
export const MEND_SENT = '/a-montrer/corriger'
/** The text under a proposal of a visitor or a member that waits for the keeper. */
export function mendable(
  read: Reader,
  types: Types,
  id: string,
): Pick<SentRecord, 'type' | 'record'> | undefined {
  const sent = read.one(proposal, id, 'home')
  if (sent?.state !== 'waiting' || sent.harvest !== null || sent.sentBy === 'harvest')
    return undefined
  const type = types.get(sent.of ?? '')
  const record = sent.piece ?? ''
  return type && read.one(type, record, 'home') ? { type, record } : undefined
}

/** The command `takeBackSent` (*Reprendre*): erases a sent text for good, waiting or shown. */
const takeBackSent = (source: Sending): Command<Words> => ({
  name: 'takeBackSent',
  path: `${TICKET}/reprendre`,
  who: 'visitor',
  decide: (_input, read, at): Decision => {
    if (at.ticket === undefined || !stillWritable(source, read, at))
      return { refused: say('ticket.notYours') }
    const forget: readonly Forgetting[] = recordsOfTicket(
      { bricks: source.bricks, read },
      at.ticket,
    )
    return { drafts: [], forget, next: TICKET, said: say('ticket.takenBack') }
  },
})

type Sending = Readonly<{ bricks: readonly BrickModel[]; types: () => Types }>
/** The text of the person who asks, while they may still write it. */
function stillWritable(
  { bricks, types }: Sending,
  read: Reader,
  { ticket }: CommandContext,
): SentRecord | undefined {
  const sent = ticket === undefined ? undefined : sentFor({ bricks, types: types(), read }, ticket)
  return sent && mayStillCorrect(sent) ? sent : undefined
}

/** The address of the page of a ticket. */
export const TICKET = '/billet'
/** The query key of the address to which the page of a ticket leads on. */
export const CAME_FROM = 'suite'
/** The commands of a ticket’s holder, and the keeper’s on a text that waits. */
export const sentCommands = (source: Sending): readonly Command<Words>[] => [
  correctSent(source),
  mendSent(source),
  takeBackSent(source),
]
