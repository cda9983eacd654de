import type { BrickModel } from '../../contract/brick.ts'
import type { CommandContext } from '../../contract/command.ts'
import type { Draft } from '../../contract/decision.ts'
import type { BesideTicket, PendingRecord } from '../../contract/fate.ts'
import type { Reader } from '../../contract/reader.ts'
import { code, proposal } from '../../contract/records/own-records.ts'
import type { RecordType } from '../../core/schema.ts'

/**
 * Texts that visitors sent. A visitor has no account: a *ticket* (a secret in their browser) or its
 * code (a word and four digits, on paper) lets them see the fate of their text, correct it and take
 * it back. The ticket of a text that waits or waited holds the id of its proposal, the record by
 * which the keeper decides; that of a private word to somebody, the id of the word.
 *
 * `sent-fate.ts` tells what became of a text, `sent-codes.ts` has its code on paper,
 * `sent-commands.ts` the commands.
 */
export type Types = ReadonlyMap<string, RecordType>
type Named = Readonly<{ type: string; record: string }>
export type SentProposal = NonNullable<ReturnType<typeof proposalOf>>

/** The proposal of a visitor’s text; undefined when the id is none. */
export const proposalOf = (read: Reader, id: string) => {
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
export type Bricks = Readonly<{ bricks: readonly BrickModel[] }>
/** The types of `home` (the space that stays in this box) whose brick tells a fate. */
const followedIn = (bricks: readonly BrickModel[]): readonly RecordType[] =>
  bricks
    .filter(brick => brick.slots?.fate)
    .flatMap(brick => brick.records.filter(({ space }) => space === 'home'))
/** The type of a private word with this id, when its brick tells a fate. */
export const followedOf = (
  { bricks, read }: Bricks & Readonly<{ read: Reader }>,
  record: string,
): RecordType | undefined => followedIn(bricks).find(type => read.one(type, record, 'home'))

/** The record that waits under this proposal. */
export function waitsAs(read: Reader, sent: string): PendingRecord | undefined {
  const found = proposalOf(read, sent)
  return found && { type: found.of, record: found.piece }
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
  const own = followed && withdrawnOf(engine, followed.name, ticket)
  return [
    ...(sent
      ? [
          { type: proposal.name, record: sent.id },
          ...[sent.piece, sent.shownAs ?? []].flat().map(record => ({ type: sent.of, record })),
        ]
      : []),
    ...(followed ? [{ type: followed.name, record: ticket }] : []),
    ...(own?.forget ?? []).map(({ type, record }) => ({ type, record })),
    ...codes.map(({ id }) => ({ type: code.name, record: id })),
  ]
}

/** What the holder of a ticket takes back of a record in which others wrote too. */
export const withdrawnOf = (
  { bricks, read }: Bricks & Readonly<{ read: Reader }>,
  type: string,
  id: string,
) =>
  bricks.map(brick => brick.slots?.withdrawn?.(type, id, read)).find(found => found !== undefined)

/**
 * The threads about the shown notice of a ticket, in which its holder is the one of the notice.
 */
export const besideTicket = (
  { bricks, read }: Bricks & Readonly<{ read: Reader }>,
  ticket: string,
): readonly BesideTicket[] => bricks.flatMap(brick => brick.slots?.byNotice?.(ticket, read) ?? [])

/** The address of the page of a ticket. */
export const TICKET = '/billet'
/** The query key of the address to which the page of a ticket leads on. */
export const CAME_FROM = 'suite'
