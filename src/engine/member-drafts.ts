import type { CommandContext } from '../contract/command.ts'
import type { Draft } from '../contract/decision.ts'
import type { Owner } from '../contract/owner.ts'
import { may } from '../contract/permission.ts'
import { proposalChange } from '../contract/records/drafts.ts'
import { guardOf } from '../contract/records/guarded.ts'
import { fold } from '../core/letters/words.ts'
import { type RecordType, showingFields, spaceOf, type Value } from '../core/schema.ts'
import { isSamePhone } from '../text/phone.ts'
import type { Granted } from './granted.ts'
import { type DraftContext, HELD_REASONS, type HeldReason, whyHeld, wideOf } from './held-drafts.ts'
import { speaksOver } from './in-charge.ts'
import { isNumberOf, memberIn } from './member-in.ts'
import { keepers } from './naming.ts'
import { isNamedIn } from './owned.ts'
import { ownerIn, ownerValue, owns } from './owner-in.ts'
import type { Engine } from './turn.ts'
import { heldDrafts, isWritten, unshownOf } from './waiting.ts'
/**
 * Splits a member’s drafts: those written as they are, and those that stay in `home` until the
 * keeper has read them. A draft waits in three cases: its record waits already; its record was
 * refused, and now says something else; `whyHeld` finds a reason.
 */
export function membersDrafts(
  engine: Engine,
  drafts: readonly Draft[],
  at: CommandContext,
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
      const again = isOther ? writtenAgain(engine, draft, sent, at) : []
      return [{ ...(type ? unshown(draft, type) : draft), space: 'home' }, ...again]
    }
    const checked = type ? checkedFor(engine, draft, at) : []
    if (!type || checked.length === 0) return [draft]
    const { why, fields, said } = whyHeld(seenOf(engine, draft, type, at), checked)
    if (why.length === 0) return [draft]
    held.push(draft)
    words.push(...said)
    const isNew = !isWritten(engine, draft.record)
    const changed = changesIn(engine, draft, type).map(([name]) => name)
    return heldDrafts(
      engine,
      unshown(draft, type),
      { why, fields: [...fields, ...changed], isNew },
      at,
    )
  })
  return { drafts: written, held, said: words }
}

/**
 * The checks of a draft. A relay keys what others say: of them, a number waits, and so does what is
 * read first whoever wrote it. Of a member in charge of the thing that it leads to, so does what
 * names somebody. Nobody agrees in another's place that their number is shown: the keeper alone
 * notes that.
 */
function checkedFor(engine: Engine, draft: Draft, at: CommandContext): readonly HeldReason[] {
  const speaks = may(at.by, 'speakFor')
  const isOver = speaks === 'waits' && speaksOver(engine, draft, at)
  if (speaks === 'waits' && !isOver) return HELD_REASONS
  if (!isOver && at.by !== 'relay') return []
  if (isFirst(engine, draft.type)) return HELD_REASONS
  const checked: readonly HeldReason[] = isOver ? ['number', 'people'] : ['number']
  return draft.readFirst === true ? [...checked, 'first'] : checked
}
const isFirst = (engine: Engine, type: string): boolean =>
  engine.bricks.some(({ readFirst }) => readFirst?.includes(type) === true)

/**
 * The change of a proposal whose record waits again. For a new record the reasons are found again;
 * for a correction they stay.
 */
function writtenAgain(
  engine: Engine,
  draft: Draft,
  sent: NonNullable<ReturnType<typeof unshownOf>>,
  at: CommandContext,
): readonly Draft[] {
  const type = engine.types.get(draft.type)
  if (!type) return []
  const had: Readonly<Record<string, Value>> = engine.read.one(type, draft.record, 'home') ?? {}
  const { space: _, ...whole } = {
    ...draft,
    fields: { ...had, ...draft.fields },
  }
  const why: readonly string[] =
    sent.changes === null
      ? whyHeld(seenOf(engine, whole, type, at), checkedFor(engine, whole, at)).why
      : (sent.held ?? [])
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
 * answer are read with its choice. A form sends the others as they show: the keeper read these.
 */
function changesIn(engine: Engine, draft: Draft, type: RecordType): DraftContext['wide'] {
  const had: Readonly<Record<string, unknown>> = engine.read.one(type, draft.record) ?? {}
  return wideOf(type, draft).filter(
    ([name, value]) => JSON.stringify(had[name] ?? null) !== JSON.stringify(value),
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
function seenOf(engine: Engine, draft: Draft, type: RecordType, at: CommandContext): DraftContext {
  const { by, me = '' } = at
  const owner = ownerIn(engine, draft.type)
  const fields: Readonly<Record<string, unknown>> = draft.fields
  const row = owner && isWritten(engine, draft.record) ? rowOf(engine, type, draft.record) : fields
  const name = memberIn(engine, me)?.name ?? ''
  return {
    draft,
    type,
    owner,
    wide: changesIn(engine, draft, type),
    beside: engine.read.one(type, draft.record) ?? {},
    isTheirs:
      owner === undefined ||
      owns(ownerValue(row, owner.owner), me) ||
      isNamedIn(engine, draft, Object.keys(draft.fields), me),
    name,
    isReadFirst: isFirst(engine, draft.type) || draft.readFirst === true,
    hasNumber: number =>
      isNumberOf(engine, me, number) ||
      ((by === 'relay' || speaksOver(engine, draft, at)) &&
        isAgreed(engine, ownerValue(row, owner?.owner), number)),
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
/** Whether the member in whose name it is agreed that this number of theirs is shown. */
function isAgreed({ read }: Engine, author: unknown, number: string): boolean {
  const shown = typeof author === 'string' ? read.published.usualWay?.(author)?.phone : undefined
  return shown !== undefined && isSamePhone(shown, number)
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
