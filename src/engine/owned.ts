import type { BrickModel } from '../contract/brick.ts'
import type { CommandContext } from '../contract/command.ts'
import type { Asking, Decision, Draft, Forgetting, Refusal } from '../contract/decision.ts'
import type { Owner } from '../contract/owner.ts'
import { may } from '../contract/permission.ts'
import { proposalChange } from '../contract/records/drafts.ts'
import { guardOf } from '../contract/records/guarded.ts'
import { hiddenNumber } from '../contract/records/own-records.ts'
import { fold } from '../core/letters/words.ts'
import { type RecordType, showingFields, spaceOf, type Value } from '../core/schema.ts'
import type { LogToRead } from '../log/log.ts'
import { boxDrafts } from './boxes.ts'
import { type DraftContext, whyHeld, wideOf } from './held-drafts.ts'
import { isNumberOf, memberIn } from './member-in.ts'
import { mendOf } from './mending.ts'
import { keepers } from './naming.ts'
import { ownerIn, ownerValue } from './owner-in.ts'
import { besideTicket, recordsOfTicket } from './records/sent.ts'
import { isSigning, isWriter } from './signed.ts'
import type { Engine } from './turn.ts'
import { asWaiting, heldDrafts, isWritten, NotGranted, staysHere, unshownOf } from './waiting.ts'

/**
 * Decides what the author of a turn may write. The keeper writes everything; a visitor’s drafts
 * wait; a member writes only what is theirs, and some of that waits too; another box writes by
 * letter at most what it shares. Each turn passes here after its command and before anything is
 * written. A draft that nobody of that role may write throws: our pages never ask for one.
 */

/** A command’s decision to write something: neither a refusal nor a question. */
export type Decided = Exclude<Decision, Refusal | Asking>

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
 *         Only the keeper changes the owner of a record.
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
    return { drafts: boxDrafts(engine, decided, at.letter?.box ?? ''), held: [], said: [] }
  if (at.me === undefined && at.ticket !== undefined)
    return { drafts: byTicket(engine, brick, decided, at.ticket), held: [], said: [] }
  if (at.me === undefined) {
    if (decided.forget || decided.numbers || decided.people) throw new NotGranted('forget')
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
      !isNamedIn(engine, what, what.field === undefined ? [] : [what.field], me)
    )
      throw new NotGranted('forget')
  for (const { of, number } of decided.numbers ?? [])
    if (of !== me || !isNumberOf(engine, me, number)) throw new NotGranted('number')
  if (decided.people?.some(one => one !== me)) throw new NotGranted('people')
  return membersDrafts(engine, decided.drafts, at, me)
}

/**
 * Splits a member’s drafts: those written as they are, and those that stay in `home` until the
 * keeper has read them. A draft waits in three cases: its record waits already; its record was
 * refused, and now says something else; `whyHeld` finds a reason.
 */
function membersDrafts(
  engine: Engine,
  drafts: readonly Draft[],
  at: CommandContext,
  me: string,
): Granted {
  const held: Draft[] = []
  const words: string[] = []
  const written = drafts.flatMap((draft): readonly Draft[] => {
    // A waiting record goes on waiting, whatever its member writes in it. A refused one waits
    // again once it says something else.
    const type = engine.types.get(draft.type)
    const sent = unshownOf(engine, draft.record)
    if (sent) {
      const isOther = type !== undefined && saysOther(engine, draft, type)
      if (isOther) held.push(draft)
      const again = isOther ? writtenAgain(engine, draft, sent, me) : []
      return [{ ...(type ? unshown(draft, type) : draft), space: 'home' }, ...again]
    }
    if (!type || may(at.by, 'speakFor') !== 'waits') return [draft]
    const { why, fields, said } = whyHeld(seenOf(engine, draft, type, me))
    if (why.length === 0) return [draft]
    held.push(draft)
    words.push(...said)
    const isNew = !isWritten(engine, draft.record)
    return heldDrafts(
      engine,
      unshown(draft, type),
      { why, fields: [...fields, ...changedIn(engine, draft, type)], isNew },
      at,
    )
  })
  return { drafts: written, held, said: words }
}

/**
 * The change of a proposal whose record waits again. For a new record the reasons are found again;
 * for a correction they stay.
 */
function writtenAgain(
  engine: Engine,
  draft: Draft,
  sent: NonNullable<ReturnType<typeof unshownOf>>,
  me: string,
): readonly Draft[] {
  const type = engine.types.get(draft.type)
  if (!type) return []
  const had: Readonly<Record<string, Value>> = engine.read.one(type, draft.record, 'home') ?? {}
  const { space: _, ...whole } = {
    ...draft,
    fields: { ...had, ...draft.fields },
  }
  const why: readonly string[] =
    sent.changes === null ? whyHeld(seenOf(engine, whole, type, me)).why : (sent.held ?? [])
  // The keeper refused it once: the reason `again` tells them so.
  const wasRefused = sent.state === 'refused' || sent.held?.includes('again') === true
  const held = [...new Set([...why, ...(wasRefused ? ['again'] : [])])]
  if (sent.state !== 'refused') return [proposalChange(sent.id, { held })]
  const notShowing = sent.showing === null ? {} : { showing: null }
  return [
    proposalChange(sent.id, {
      state: 'waiting',
      why: null,
      held,
      leftFor: sent.why,
      ...notShowing,
    }),
  ]
}

/**
 * The fields of the draft that change what others read. They wait together, since the words of an
 * answer are read with its choice.
 */
function changedIn(engine: Engine, draft: Draft, type: RecordType): readonly string[] {
  const had: Readonly<Record<string, unknown>> = engine.read.one(type, draft.record) ?? {}
  return wideOf(type, draft).flatMap(([name, value]) =>
    JSON.stringify(had[name] ?? null) === JSON.stringify(value) ? [] : [name],
  )
}

/** Whether a draft changes the text of a waiting record, as others would read it. */
function saysOther(engine: Engine, { record, fields }: Draft, type: RecordType): boolean {
  const had: Readonly<Record<string, unknown>> = engine.read.one(type, record, 'home') ?? {}
  return Object.entries(fields).some(([name, value]) => {
    const field = type.fields[name]
    const isTyped = field !== undefined && field.unasked !== true && spaceOf(type, field) !== 'home'
    return isTyped && JSON.stringify(had[name] ?? null) !== JSON.stringify(value)
  })
}

/**
 * The draft without the fields that show a record in this box alone (`RecordType.shownHere`,
 * `RecordType.shownByCard`): only the keeper shows a waiting record.
 */
function unshown(draft: Draft, type: RecordType): Draft {
  const showing = showingFields(type)
  const fields = Object.entries(draft.fields).filter(([name]) => !showing.includes(name))
  return { ...draft, fields: Object.fromEntries(fields) }
}

/** The facts about a member’s draft that the checks of `held-drafts.ts` ask for. */
function seenOf(engine: Engine, draft: Draft, type: RecordType, me: string): DraftContext {
  const owner = ownerOf(engine, draft.type)
  const fields: Readonly<Record<string, unknown>> = draft.fields
  const row = owner && isWritten(engine, draft.record) ? rowOf(engine, type, draft.record) : fields
  const name = memberIn(engine, me)?.name ?? ''
  return {
    draft,
    type,
    owner,
    wide: wideOf(type, draft),
    beside: engine.read.one(type, draft.record) ?? {},
    isTheirs:
      owner === undefined ||
      owns(ownerValue(row, owner.owner), me) ||
      isNamedIn(engine, draft, Object.keys(draft.fields), me),
    name,
    hasNumber: number => isNumberOf(engine, me, number),
    guards: guardOf(
      engine.read,
      engine.types,
      [name, name.split(' ')[0]!, ...agreedIn(owner, fields)],
      { speaks: true },
    ),
    led: fold(
      [
        ...keepers(engine),
        ...Object.entries(fields).flatMap(([field, value]) => ledTo(engine, type, field, value)),
      ].join(' '),
    ),
  }
}
/** The texts of the record to which a link field leads; none for another kind of field. */
function ledTo(
  { read, types }: Engine,
  type: RecordType,
  name: string,
  value: unknown,
): readonly string[] {
  const field = type.fields[name]
  if (field?.kind !== 'link' || typeof value !== 'string') return []
  return (field.to ?? []).flatMap(to => {
    const linked = types.get(to)
    const row = linked && read.one(linked, value)
    return row ? Object.values(row).filter(one => typeof one === 'string') : []
  })
}
/** The first names of people who agreed to be named in a shared record. */
const agreedIn = (
  owner: Owner | undefined,
  fields: Readonly<Record<string, unknown>>,
): readonly string[] =>
  owner?.told === undefined
    ? []
    : (String(fields[owner.told] ?? '').match(/\p{Lu}[\p{L}’'-]+/gu) ?? [])
/** The values that this box keeps of a record, private ones included. */
const rowOf = (
  engine: Engine,
  type: RecordType,
  record: string,
): Readonly<Record<string, unknown>> | undefined => engine.read.one(type, record, 'home')

/**
 * The drafts that a ticket lets its holder write: on the record that they sent and its proposal, in
 * `home`, and new records about it, of types that any visitor may send and that stay here. They may
 * erase these, and the shown copy. In the threads about their own shown notice (`Slots.byNotice`),
 * they may write and erase the same as in a thread that they began.
 *
 * Errors  NotGranted for anything else.
 */
function byTicket(
  engine: Engine,
  brick: BrickModel,
  { drafts, forget = [], numbers, people, boxes, letters = [] }: Decided,
  ticket: string,
): readonly Draft[] {
  if (numbers || people || boxes || letters.length > 0) throw new NotGranted('ticket')
  const beside = besideTicket(engine, ticket)
  const threads = beside.flatMap(one => one.threads)
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
    if (!isHome || !(isTheirs(draft) || isAbout(draft))) throw new NotGranted(draft.type)
  }
  for (const what of forget) if (!isTheirs(what)) throw new NotGranted('forget')
  return drafts
}

/** Whether a link of these fields leads to this record. */
const linksTo = (type: RecordType | undefined, fields: Draft['fields'], record: string): boolean =>
  Object.entries(fields).some(
    ([name, value]) => type?.fields[name]?.kind === 'link' && value === record,
  )

/** The engine, the brick of a draft, and the member who writes it. */
type Writing = Engine & Readonly<{ brick: BrickModel; me: string }>

/**
 * Whether a member may write this draft: a new record that they may send; their own; one that names
 * them; or one that they key for somebody else.
 */
function mayWrite(engine: Writing, draft: Draft, at: CommandContext): boolean {
  const { brick, me } = engine
  if (staysHere(brick, engine.types.get(draft.type)) && !isWritten(engine, draft.record))
    return true
  if (isShowingTheirs(engine, draft, me)) return true
  const owner = ownerOf(engine, draft.type)
  // A type without owner fields: a record that they wrote first, or a new one of a type that the
  // brick grants.
  if (!owner)
    return isWritten(engine, draft.record)
      ? isMine(engine, draft, me)
      : (brick.grants?.includes(draft.type) ?? false)
  const setsOwner = [owner.owner, owner.keyedBy].some(
    name => name !== undefined && name in draft.fields,
  )
  // A record that exists: their own, or one that names them. The draft may not set its owner.
  if (isWritten(engine, draft.record))
    return (
      !setsOwner &&
      (isMine(engine, draft, me) || isNamedIn(engine, draft, Object.keys(draft.fields), me))
    )
  // A new record in their own name.
  const fields: Readonly<Record<string, unknown>> = draft.fields
  const owned = ownerValue(fields, owner.owner) ?? null
  if (owns(owned, me)) return true
  if (owner.keyedBy === undefined || !owns(fields[owner.keyedBy], me)) return false
  // In another person’s name: a relay may set the owner; a neighbour gives a name in words, and
  // the draft waits.
  return may(at.by, 'speakFor') === 'yes' || (may(at.by, 'speakFor') === 'waits' && owned === null)
}

/** Whether a draft only shows a hidden number again, and the number is the member’s own. */
function isShowingTheirs(engine: Engine, { type, record, fields }: Draft, me: string): boolean {
  if (type !== hiddenNumber.name || fields['state'] !== 'shown') return false
  if (!Object.keys(fields).every(name => name === 'state' || name === 'decidedOn')) return false
  const number = engine.read.one(hiddenNumber, record, 'home')?.number ?? ''
  return isNumberOf(engine, me, number)
}

/**
 * Whether a record is the member’s: they own it, keyed it, or were the first to write it where its
 * type is signed. The owner stands in `home`.
 */
function isMine(
  engine: Where,
  { type, record }: Pick<Forgetting, 'type' | 'record'>,
  me: string,
): boolean {
  if (isSigning(engine.bricks, type) && isWriter(engine.log, { type, record }, me)) return true
  const owner = ownerOf(engine, type)
  const schema = owner && engine.types.get(type)
  const row: Readonly<Record<string, unknown>> | undefined =
    schema && engine.read.one(schema, record, 'home')
  const whose = ownerValue(row, owner?.owner) ?? null
  const keyedBy = ownerValue(row, owner?.keyedBy) ?? null
  // Before a type had an owner field, only the entry told the writer.
  if (schema && whose === null && keyedBy === null)
    return isWriter(engine.log, { type, record }, me)
  return owns(whose, me) || owns(keyedBy, me)
}

/** The sources of these questions: an engine, or the connection of a page. */
type Where = Pick<Engine, 'bricks' | 'types' | 'read'> & Readonly<{ log: LogToRead }>
/** Whether a member may correct this record, as its brick declares (`mends`). */
export const mayCorrect = (
  where: Where,
  one: Pick<Forgetting, 'type' | 'record'>,
  me: string,
): boolean =>
  isMine(where, one, me) &&
  (mendOf(where.bricks, one.type)?.writer !== true || isWriter(where.log, one, me))

/**
 * Whether a record links to one of the member’s records, and these are only fields that such a link
 * lets them write.
 */
function isNamedIn(
  engine: Engine,
  { type, record }: Pick<Forgetting, 'type' | 'record'>,
  fields: readonly string[],
  me: string,
): boolean {
  const named = ownerOf(engine, type)?.named
  const schema = named && engine.types.get(type)
  const link = schema?.fields[named!.by]
  if (
    !schema ||
    link?.kind !== 'link' ||
    fields.length === 0 ||
    !fields.every(field => named!.fields.includes(field))
  )
    return false
  const rows: readonly (Readonly<Record<string, unknown>> | undefined)[] = [
    engine.read.one(schema, record),
    engine.read.one(schema, record, 'home'),
  ]
  const linked = rows.map(row => row?.[named!.by]).filter(one => typeof one === 'string')
  return linked.some(one =>
    (link.to ?? []).some(to => isMine(engine, { type: to, record: one }, me)),
  )
}

/** Whether an owner field, with one member or several, holds this one. */
export const owns = (value: unknown, me: string): boolean =>
  value === me || (Array.isArray(value) && value.includes(me))

/** The owner fields of a type (`owner-in.ts`). */
export const ownerOf = ownerIn
