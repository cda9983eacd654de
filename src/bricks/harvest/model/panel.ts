import type { CommandContext } from '../../../contract/command.ts'
import type { Draft, Forgetting, Refusal } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { fits } from '../../../core/form/fit.ts'
import { type Input, one, texts } from '../../../core/form/input.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { RecordType, Value } from '../../../core/schema.ts'
import { belongsTo, type TieEnd, tieBetween } from '../../../text/harvest/ties.ts'
import { askedOf } from './mending.ts'
import { joined } from './own.ts'
import { piecesOf, tieRead } from './pieces.ts'
import { takenBack } from './teaching.ts'

/**
 * The panel of one piece of the reading page: its kind, its title, who and when, what it belongs
 * to. It travels with every act of the page, so that pressing another sentence loses nothing typed.
 */

/**
 * Names of the panel's own fields; those of the record have their own names. `open`: the proposal
 * whose panel stands open. `tied`: the panel asked about ties. `before`: what the panel showed, so
 * that only what was typed since is written, whoever else writes meanwhile.
 */
export const PANEL = {
  open: 'panneau',
  kind: 'genre.piece',
  tied: 'liens',
  subject: 'pour',
  /** What the panel showed of it. */
  subjectWas: 'pour.avant',
  place: 'lieu-lie',
  placeWas: 'lieu-lie.avant',
  /** What else the piece is for, or stands at: each has a tick, and one that is taken off goes. */
  also: 'aussi',
  alsoWas: 'aussi.avant',
  people: 'avec',
  same: 'meme',
  merged: 'fusion',
  before: 'panneau.avant',
} as const

type Piece = ReturnType<typeof piecesOf>[number]
type Values = Readonly<Record<string, unknown>>
/** What the panel changes: nothing when no panel was open or nothing of it changed. */
export type PanelChanges = Readonly<{
  drafts: readonly Draft[]
  forget: readonly Forgetting[]
  /** The piece of which another kind was chosen: its panel asks other questions. */
  turned?: string
}>
const NOTHING: PanelChanges = { drafts: [], forget: [] }

/**
 * The fields of a record that its panel asks: its title, who, its first day, its hours, what its
 * type requires, and what the notes filled already. The rest has its page.
 */
export function panelFields(type: RecordType, row: Values): readonly string[] {
  const asked = askedOf(type).filter(name => {
    const { kind } = type.fields[name]!
    return kind !== 'files' && kind !== 'themes' && kind !== 'link' && kind !== 'hours'
  })
  const day = asked.find(name => type.fields[name]!.kind === 'day')
  return asked.filter(name => {
    const field = type.fields[name]!
    return (
      name === type.title ||
      name === day ||
      field.kind === 'time' ||
      // The address of an example is what it is.
      (field.kind === 'url' && name === Object.keys(type.fields)[1]) ||
      field.means === 'who' ||
      field.required === true ||
      (row[name] !== null && row[name] !== undefined)
    )
  })
}

const isEqual = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What a panel shows of a piece, to be sent back with it. */
type Before = Readonly<{ fields: Values; tied: readonly string[]; same: string }>
export const panelBefore = (row: Values, all: readonly Piece[], piece: Piece): string =>
  JSON.stringify({
    fields: row,
    tied: [...tiedTo(all, piece)],
    same: piece.stoodThere === true ? (piece.shownAs ?? '') : '',
  } satisfies Before)
const shownBefore = (input: Input): Before => {
  const sent = one(input, PANEL.before)
  return sent === '' ? { fields: {}, tied: [], same: '' } : ownJson<Before>(sent)
}

/** What the open panel of a form says, against what it showed. */
export function panelChanges(
  input: Input,
  read: Reader,
  at: CommandContext,
): PanelChanges | Refusal {
  const waiting = read.one(proposal, one(input, PANEL.open), 'home')
  const type = read.types.get(waiting?.of ?? '')
  if (!waiting?.piece || !type || waiting.state === 'shown' || waiting.person === true)
    return NOTHING
  const row: Values = read.one(type, waiting.piece, 'home') ?? {}
  const checked = at.fields(type, input, panelFields(type, row))
  if ('refused' in checked) return checked
  const before = shownBefore(input)
  const typed = Object.fromEntries(
    Object.entries(checked.fields).filter(
      ([name, value]) => !isEqual(value, before.fields[name]) && !isEqual(value, row[name]),
    ),
  )
  const kind = read.types.get(one(input, PANEL.kind))
  const turned =
    kind && kind !== type ? turnedInto(read, at, { waiting, type, kind, typed }) : undefined
  const now: Piece = turned ? { ...waiting, of: kind!.name, piece: turned.piece } : waiting
  const ties =
    input[PANEL.tied] === undefined ? [] : tiesSaid(read, now, waiting, { input, before })
  const same = sameSaid(read, { input, before }, turned ? undefined : type)
  const isMended = Object.keys(typed).length > 0 || turned !== undefined || ties.length > 0
  const own: Readonly<Record<string, Value>> = {
    ...(isMended ? { byHand: true } : {}),
    ...(turned ? { of: kind!.name, piece: turned.piece, shownAs: null, stoodThere: null } : same),
  }
  const record: readonly Draft[] =
    turned?.drafts ??
    (Object.keys(typed).length > 0
      ? [{ type: type.name, record: waiting.piece, fields: typed, space: 'home' }]
      : [])
  // What another kind taught is not like this one.
  const taught = turned
    ? takenBack(read, piecesOf(read, waiting.harvest ?? ''), [waiting.id])
    : NOTHING
  return {
    drafts: joined([
      ...taught.drafts,
      ...record,
      ...(Object.keys(own).length > 0 ? [proposalChange(waiting.id, own)] : []),
      ...(turned ? repointed(read, waiting, turned.piece) : []),
      ...ties,
    ]),
    forget: turned
      ? [{ type: type.name, record: waiting.piece, alone: true }, ...taught.forget]
      : [],
    ...(turned ? { turned: waiting.id } : {}),
  }
}

type Turning = Readonly<{
  waiting: Piece
  type: RecordType
  kind: RecordType
  typed: Readonly<Record<string, Value>>
}>
/** A need that is an idea: another record, with the title and the fields that both kinds have. */
function turnedInto(read: Reader, at: CommandContext, { waiting, type, kind, typed }: Turning) {
  const row: Values = { ...read.one(type, waiting.piece ?? '', 'home'), ...typed }
  const both = Object.entries(kind.fields).flatMap(([name, field]) => {
    const value = name === kind.title ? row[type.title] : row[name]
    return value !== null && value !== undefined && name !== 'kind' && fits(field, value)
      ? [[name, value as Value] as const]
      : []
  })
  const piece = at.newId()
  const draft: Draft = {
    type: kind.name,
    record: piece,
    fields: Object.fromEntries(both),
    space: 'home',
  }
  return { piece, drafts: [draft] }
}

/** Ties of others that named the old record name the new one. */
export const repointed = (read: Reader, { harvest, piece }: Piece, to: string): readonly Draft[] =>
  piecesOf(read, harvest ?? '').flatMap(other =>
    other.ties?.some(tie => tie.endsWith(`:${piece}`))
      ? [
          proposalChange(other.id, {
            ties: other.ties.map(tie =>
              tie.endsWith(`:${piece}`) ? `${tieRead(tie).rel}:${to}` : tie,
            ),
          }),
        ]
      : [],
  )

/** A panel as it was sent, and as it was shown. */
type Sent = Readonly<{ input: Input; before: Before }>

/** *Déjà sur la page ?* The record that it is, or none. */
function sameSaid(
  read: Reader,
  { input, before }: Sent,
  type: RecordType | undefined,
): Readonly<Record<string, Value>> {
  const chosen = one(input, PANEL.same)
  if (input[PANEL.same] === undefined || !type || chosen === before.same) return {}
  return read.called(chosen)?.type === type.name
    ? { shownAs: chosen, stoodThere: true }
    : { shownAs: null, stoodThere: null }
}

export const endOf = (one: Pick<Piece, 'of' | 'person'>): TieEnd => ({
  kind: one.of ?? '',
  person: one.person === true,
})

/** Kinds that others belong to: *pour quel projet*. */
const SUBJECTS: ReadonlySet<string> = new Set(['initiative', 'event'])
export const isSubject = (one: Pick<Piece, 'of' | 'person'>): boolean =>
  SUBJECTS.has(one.of ?? '') && one.person !== true

/** The other ends of the ties of a piece, told from either end. */
export function tiedTo(all: readonly Piece[], of: Piece): ReadonlySet<string> {
  const out = (of.ties ?? []).map(tie => tieRead(tie).to)
  const into = all
    .filter(one => one.ties?.some(tie => tie.endsWith(`:${of.piece}`)))
    .map(one => one.piece ?? '')
  return new Set([...out, ...into])
}

/** The other piece is of a kind that this one may be for. */
export const mayBeFor = (one: Pick<Piece, 'of'>, other: Pick<Piece, 'of' | 'person'>): boolean =>
  other.person !== true && belongsTo(one.of ?? '').includes(other.of ?? '')

/** Whether the panel wants this tie: of several projects one is chosen, and the others ticked. */
function isWanted(
  input: Input,
  now: Piece,
  { of, piece, person }: Piece,
  held: ReadonlySet<string>,
): boolean {
  const to = piece ?? ''
  const names = mayBeFor(now, { of, person })
    ? ([PANEL.subject, PANEL.subjectWas] as const)
    : of === 'place'
      ? ([PANEL.place, PANEL.placeWas] as const)
      : undefined
  if (!names) return texts(input, PANEL.people).includes(to)
  const [chosen, was] = names.map(name => input[name])
  if (to !== chosen && texts(input, PANEL.alsoWas).includes(to))
    return texts(input, PANEL.also).includes(to)
  if (chosen === undefined || chosen === was) return held.has(to)
  if (to === chosen) return true
  return was !== undefined && to !== was && held.has(to)
}

/**
 * *Pour quel projet, avec qui*: the ties that the panel asks about, made and cut. Ties with other
 * kinds stay as they are.
 */
function tiesSaid(
  read: Reader,
  now: Piece,
  piece: Piece,
  { input, before }: Sent,
): readonly Draft[] {
  const all = piecesOf(read, piece.harvest ?? '').filter(one => one.id !== piece.id)
  const asked = all.filter(
    one =>
      one.state !== 'refused' &&
      (mayBeFor(now, one) || one.of === 'actor' || one.of === 'place') &&
      tieBetween(endOf(now), endOf(one)),
  )
  const held = new Set(before.tied)
  const wanted = new Set(asked.flatMap(one => (isWanted(input, now, one, held) ? [one.piece] : [])))
  const changed = asked.filter(one => wanted.has(one.piece) !== held.has(one.piece ?? ''))
  if (changed.length === 0) return []
  let own = [...(now.ties ?? [])]
  const others = changed.flatMap(other => {
    const to = other.piece ?? ''
    if (wanted.has(other.piece)) {
      const { rel, out } = tieBetween(endOf(now), endOf(other))!
      if (out) own.push(`${rel}:${to}`)
      return out ? [] : [tiedAlso(other, `${rel}:${now.piece}`)]
    }
    own = own.filter(tie => !tie.endsWith(`:${to}`))
    return other.ties?.some(tie => tie.endsWith(`:${piece.piece}`))
      ? [
          proposalChange(other.id, {
            ties: other.ties.filter(tie => !tie.endsWith(`:${piece.piece}`)),
          }),
        ]
      : []
  })
  return [proposalChange(piece.id, { ties: own }), ...others]
}
const tiedAlso = (other: Piece, tie: string): Draft =>
  proposalChange(other.id, { ties: [...new Set([...(other.ties ?? []), tie])] })
