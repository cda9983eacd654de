import type { BrickModel } from '../../contract/brick.ts'
import type { Command, CommandContext } from '../../contract/command.ts'
import type { Decision, Draft, Forgetting } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { proposalChange } from '../../contract/records/drafts.ts'
import { code, proposal } from '../../contract/records/own-records.ts'
import { fits } from '../../core/form/fit.ts'
import { isPresent } from '../../core/form/form.ts'
import { one } from '../../core/form/input.ts'
import { sameOnPage } from '../../core/same.ts'
import { spaceOf, type Value } from '../../core/schema.ts'
import { isAskedIn, mendedBy, mendOf } from '../mending.ts'
import { besideTicket, recordsOfTicket, TICKET, type Types, withdrawnOf } from './sent.ts'
import { mayStillCorrect, type SentRecord, sentFor } from './sent-fate.ts'
import type { fr } from './words/fr.ts'

/**
 * To correct a sent text and to take it back, by its ticket; to mend the words of one that waits,
 * by the keeper.
 */
type Words = typeof fr
const say: Say<Words> = message

/** The kinds of fields that a correction form asks: neither photos nor links. */
const ASKED_AGAIN: ReadonlySet<string> = new Set([
  'text',
  'phone',
  'email',
  'url',
  'day',
  'time',
  'recurrence',
  'commune',
  'number',
  'money',
  'themes',
  'yesNo',
])
/** Left empty at first, these may be added: where it is, and what it costs. */
const ADDED: ReadonlySet<string> = new Set(['commune', 'money'])
const isPresentIn = (row: Readonly<Record<string, unknown>>, name: string): boolean =>
  row[name] !== null && row[name] !== undefined
/** The fields that may be corrected: those that have a value, or may be added. */
export function correctableFields(
  { bricks, read }: Readonly<{ bricks: readonly BrickModel[]; read: Reader }>,
  { type, record }: Pick<SentRecord, 'type' | 'record'>,
  isPrivate: boolean,
): readonly string[] {
  const row: Readonly<Record<string, unknown>> = read.one(type, record, 'home') ?? {}
  const mend = mendOf(bricks, type.name)
  return Object.entries(type.fields)
    .filter(
      ([name, field]) =>
        (ASKED_AGAIN.has(field.kind) || (field.kind === 'choice' && field.required === true)) &&
        (field.unasked !== true || mend?.fields.includes(name) === true) &&
        (isPresentIn(row, name) || (!!mend?.fields.includes(name) && ADDED.has(field.kind))) &&
        isAskedIn(mend, name, row, read),
    )
    .filter(([, field]) => isPrivate || (field.space ?? type.space ?? 'commons') === 'commons')
    .map(([name]) => name)
}

/**
 * The pictures that the holder of a ticket may add: none was sent, and the type shows some to
 * everybody. Those that were sent are not changed.
 */
export const picturesToAdd = (
  { bricks, read }: Readonly<{ bricks: readonly BrickModel[]; read: Reader }>,
  { type, record }: Pick<SentRecord, 'type' | 'record'>,
): readonly string[] => {
  const row: Readonly<Record<string, unknown>> = read.one(type, record, 'home') ?? {}
  return Object.entries(type.fields).flatMap(([name, field]) =>
    field.kind === 'files' &&
    spaceOf(type, field) === 'commons' &&
    mendOf(bricks, type.name) !== undefined &&
    !isPresentIn(row, name)
      ? [name]
      : [],
  )
}

/**
 * The command `correctSent` (*Corriger*): rewrites a waiting text. A correction of a shown text
 * waits in its turn.
 */
const correctSent = (source: Sending): Command<Words> => ({
  name: 'correctSent',
  path: `${TICKET}/corriger`,
  who: 'visitor',
  photos: true,
  decide: (input, read, at): Decision => {
    const sent = stillWritable(source, read, at)
    const isShared =
      sent && withdrawnOf({ bricks: source.bricks, read }, sent.type.name, sent.record)
    if (isShared) return { refused: say('ticket.answered') }
    if (!sent || at.ticket === undefined) return { refused: say('ticket.notYours') }
    const { bricks } = source
    const asked = correctableFields({ bricks, read }, sent, true).filter(name =>
      isPresent(input, name),
    )
    const pictures = picturesToAdd({ bricks, read }, sent)
    const checked = at.fields(sent.type, input, [...asked, ...pictures])
    if ('refused' in checked) return checked
    const row: Readonly<Record<string, unknown>> = read.one(sent.type, sent.record, 'home') ?? {}
    // Where none is added, those that the keeper gave it stay.
    const said = Object.entries(checked.fields).filter(
      ([name, value]) => value !== null || !pictures.includes(name),
    )
    const typed = { type: sent.type.name, fields: Object.fromEntries(said), row }
    const mended = mendedBy(bricks, typed, read, at.lang)
    if ('refused' in mended) return mended
    const { fields } = mended
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
    const only = correctableFields({ bricks, read }, sent, false).filter(name =>
      isPresent(input, name),
    )
    const checked = at.fields(type, input, only)
    if ('refused' in checked) return checked
    const row: Readonly<Record<string, unknown>> = read.one(type, record, 'home') ?? {}
    const typed = { type: type.name, fields: checked.fields, row }
    const mended = mendedBy(bricks, typed, read, at.lang)
    if ('refused' in mended) return mended
    const { fields } = mended
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
      undo: { path: UNMEND_SENT, input: { id: one(input, 'id') }, words: say('undo.theirWords') },
    }
  },
})

/**
 * The command `unmendSent` (*Remettre ses mots*): a text that the keeper mended reads again as its
 * author last wrote it, and says no more that it was mended.
 */
const unmendSent = ({ types }: Sending): Command<Words> => ({
  name: 'unmendSent',
  path: UNMEND_SENT,
  who: 'keeper',
  decide: (input, read): Decision => {
    const id = one(input, 'id')
    const isMended = read.one(proposal, id, 'home')?.mended === true
    const sent = isMended ? mendable(read, types(), id) : undefined
    const fields = sent && wordsAsSent(read, sent)
    if (!fields || Object.keys(fields).length === 0) return { refused: say('nothingThere') }
    return {
      drafts: [
        { type: sent.type.name, record: sent.record, fields, space: 'home' },
        proposalChange(id, { mended: null }),
      ],
      next: '/a-montrer',
      said: say('unmendedSent'),
    }
  },
})
/** The address of the command `unmendSent`. */
export const UNMEND_SENT = '/a-montrer/corriger/remettre'

/**
 * What a waiting text said in the fields that the keeper mended, as its author last wrote them. An
 * erased value is none.
 */
export function wordsAsSent(
  read: Pick<Reader, 'homeHistory'>,
  { type, record }: Pick<SentRecord, 'type' | 'record'>,
): Readonly<Record<string, Value>> {
  const lines = Map.groupBy(read.homeHistory(type.name, record), ({ field }) => field)
  const asSent = [...lines].flatMap(([field, [last, ...before]]) => {
    const known = type.fields[field]
    const own = before.find(({ by }) => by !== 'keeper')
    const isMended = known && last?.by === 'keeper' && spaceOf(type, known) === 'commons'
    const isHeld =
      own?.value === null || (own?.value !== undefined && known && fits(known, own.value))
    return isMended && isHeld ? [[field, own?.value as Value] as const] : []
  })
  return Object.fromEntries(asSent)
}
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
    const sent = at.ticket === undefined ? undefined : stillWritable(source, read, at)
    if (at.ticket === undefined || !sent) return { refused: say('ticket.notYours') }
    const where = { bricks: source.bricks, read }
    const said = { next: TICKET, said: say('ticket.takenBack') }
    const all: readonly Forgetting[] = recordsOfTicket(where, at.ticket)
    const own = withdrawnOf(where, sent.type.name, at.ticket)
    if (!own) {
      const beside = besideTicket(where, at.ticket)
      return {
        drafts: beside.flatMap(({ drafts }) => drafts),
        forget: [...all, ...beside.flatMap(({ forget }) => forget)],
        ...said,
      }
    }
    const codes = all.filter(({ type }) => type === code.name)
    return { drafts: own.drafts, forget: [...own.forget, ...codes], ...said }
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

/** The commands of a ticket’s holder, and the keeper’s on a text that waits. */
export const sentCommands = (source: Sending): readonly Command<Words>[] => [
  correctSent(source),
  mendSent(source),
  unmendSent(source),
  takeBackSent(source),
]
