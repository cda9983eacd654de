import type { BrickModel } from '../contract/brick.ts'
import type { CommandContext } from '../contract/command.ts'
import type { Decided, Draft } from '../contract/decision.ts'
import type { RecordType } from '../core/schema.ts'
import { boxDrafts, isSharedBy } from './boxes.ts'
import { mayForgetOver } from './in-charge.ts'
import { membersDrafts } from './member-drafts.ts'
import { isNumberOf } from './member-in.ts'
import { isMine, isNamedIn, mayWrite } from './owned.ts'
import { besideTicket, proposalOf, recordsOfTicket } from './records/sent.ts'
import type { Engine } from './turn.ts'
import { asWaiting, isWritten, NotGranted, staysHere } from './waiting.ts'
/**
 * Decides what the author of a turn may write. The keeper writes everything; a visitor’s drafts
 * wait; a member writes only what is theirs, and some of that waits too; another box writes by
 * letter at most what it shares. Each turn passes here after its command and before anything is
 * written. A draft that nobody of that role may write throws: our pages never ask for one.
 */

/**
 * The drafts to write for a decision. `held`: those of a member that wait for the keeper, because
 * of the words `said`.
 */
export type Granted = Readonly<{
  drafts: readonly Draft[]
  held: readonly Draft[]
  said: readonly string[]
}>

/**
 * The drafts of a command that its author may write: all for the keeper, waiting ones for a
 * visitor, their own for a member, less the ones that wait (`held-drafts.ts`).
 *
 * Law     law 11: nothing about a person is shown wider than that person agreed.
 *         A member writes their own records, records that they key for somebody when they may speak
 *         for others, and new records of types that anyone may send.
 *         Only the keeper changes the owner of a record, and who is in charge of a thing the owner
 *         of what leads there (`in-charge.ts`).
 *         A person named in another’s record through one of their own (a relay) removes themselves
 *         from it, and writes nothing else there.
 *         A number is forgotten everywhere only by the member who has it as a way to be reached, or
 *         by the keeper.
 * Errors  NotGranted: a fault of the brick, or a post that no page of ours sends.
 */
export function grantedDrafts(
  engine: Engine,
  brick: BrickModel,
  decided: Decided,
  at: CommandContext,
): Granted {
  if (at.by === 'keeper') return { drafts: decided.drafts, held: [], said: [] }
  if (at.by === 'box')
    return { drafts: boxDrafts(engine, brick, decided, at.letter?.box ?? ''), held: [], said: [] }
  if (at.me === undefined && at.ticket !== undefined)
    return {
      drafts: byTicket(engine, brick, decided, { ticket: at.ticket, today: at.today }),
      held: [],
      said: [],
    }
  if (at.me === undefined) {
    if (decided.forget || decided.numbers || decided.people) throw new NotGranted('forget')
    if (decided.letters && decided.letters.length > 0) throw new NotGranted('ask')
    return {
      drafts: asWaiting(
        { types: engine.types, brick, isWritten: record => isWritten(engine, record) },
        decided.drafts,
        at,
      ),
      held: [],
      said: [],
    }
  }
  const me = at.me
  for (const draft of decided.drafts)
    if (!mayWrite({ ...engine, brick, me }, draft, at)) throw new NotGranted(draft.type)
  for (const what of decided.forget ?? [])
    if (
      !isMine(engine, what, me) &&
      !mayForgetOver(engine, what, at) &&
      !isNamedIn(engine, what, what.field === undefined ? [] : [what.field], me)
    )
      throw new NotGranted('forget')
  for (const { of, number } of decided.numbers ?? [])
    if (of !== me || !isNumberOf(engine, me, number)) throw new NotGranted('number')
  if (decided.people?.some(one => one !== me)) throw new NotGranted('people')
  return membersDrafts(engine, decided.drafts, at)
}

/**
 * The drafts that a ticket lets its holder write: on the record that they sent and its proposal, in
 * `home`, and new records about it, of types that any visitor may send and that stay here. They may
 * erase these, and the shown copy. In the threads about their own shown notice (`Slots.byNotice`),
 * they may write and erase the same as in a thread that they began, and a letter tells it to the
 * box that shares the thread. Where others read what they sent, they write three things: that it
 * stands today, that it is over, and the fields that such a thread sets (`BesideTicket.shown`).
 *
 * Errors  NotGranted for anything else.
 */
function byTicket(
  engine: Engine,
  brick: BrickModel,
  { drafts, forget = [], numbers, people, boxes, letters = [] }: Decided,
  { ticket, today }: Readonly<{ ticket: string; today: string }>,
): readonly Draft[] {
  if (numbers || people || boxes) throw new NotGranted('ticket')
  const beside = besideTicket(engine, ticket)
  const threads = beside.flatMap(one => one.threads)
  const shown = beside.flatMap(one => one.shown)
  const records = [
    ...recordsOfTicket(engine, ticket),
    ...threads,
    ...beside.flatMap(({ own }) => own),
  ]
  const isTheirs = ({ type, record }: Readonly<{ type: string; record: string }>): boolean =>
    records.some(one => one.type === type && one.record === record)
  const isAbout = ({ type: name, record, fields }: Draft): boolean => {
    const type = engine.types.get(name)
    const isNew = staysHere(brick, type) && !isWritten(engine, record)
    return [ticket, ...threads.map(one => one.record)].some(
      to => isNew && linksTo(type, fields, to),
    )
  }
  for (const draft of drafts) {
    const isHome = (draft.space ?? engine.types.get(draft.type)?.space) === 'home'
    const isOfHome = isHome && (isTheirs(draft) || isAbout(draft))
    if (!isOfHome && !isStanding(engine, draft, { ticket, today, shown }))
      throw new NotGranted(draft.type)
  }
  for (const what of forget) if (!isTheirs(what)) throw new NotGranted('forget')
  for (const { to, about } of letters) {
    const thread = threads.find(({ record }) => record === about)
    if (!thread || !isSharedBy(engine, thread, to)) throw new NotGranted('ask')
  }
  return drafts
}

/**
 * Whether others read it, and it says only that what they sent stands today, that it is over, or
 * what its threads set.
 */
function isStanding(
  { types, read }: Engine,
  { type, record, fields }: Draft,
  { ticket, today, shown }: Readonly<{ ticket: string; today: string; shown: readonly string[] }>,
): boolean {
  const sent = proposalOf(read, ticket)
  return (
    sent?.shownAs === record &&
    sent.of === type &&
    Object.entries(fields).every(([name, value]) => {
      const kind = types.get(type)?.fields[name]?.kind
      return (
        shown.includes(name) ||
        (kind === 'day' && value === today) ||
        (name === 'state' && kind === 'choice')
      )
    })
  )
}

/** Whether a link of these fields leads to this record. */
const linksTo = (type: RecordType | undefined, fields: Draft['fields'], record: string): boolean =>
  Object.entries(fields).some(
    ([name, value]) => type?.fields[name]?.kind === 'link' && value === record,
  )
