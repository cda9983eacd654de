import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { backOn, idAgain, proposalChange } from '../../../contract/records/drafts.ts'
import { findingsIn, type Guard, guardOf, newFindings } from '../../../contract/records/guarded.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { one } from '../../../core/form/input.ts'
import { fieldFor, type RecordType, typeFor, type Value } from '../../../core/schema.ts'
import type { Finding } from '../../../text/guard/guard.ts'
import { belongsTo } from '../../../text/harvest/ties.ts'
import type { fr } from '../words/fr.ts'
import { readBack } from './agreement-lines.ts'
import { undoHarvest } from './hidden-again.ts'
import { OF_ITS_OWN } from './own.ts'
import { piecesOf, tieRead } from './pieces.ts'
import { PATHS } from './reading.ts'
import { communeOfMeeting, communeTaken } from './showing-commune.ts'
import { meetingDraft } from './showing-meeting.ts'
import { type Unagreed, unagreedInPiece, unagreedOf } from './unagreed.ts'
import { type Agreed, agreedIn, saidOfTheirs } from './whose.ts'

type Words = typeof fr
const say: Say<Words> = message
type Types = ReadonlyMap<string, RecordType>
type Piece = ReturnType<typeof piecesOf>[number]
type Values = Readonly<Record<string, Value>>
/**
 * A piece that was kept. `same`: a record already shown, instead of a new one; `held`: what the
 * guard finds that no act on this piece saw.
 */
type Kept = Readonly<{
  piece: Piece
  type: RecordType
  values: Values
  same: string | null
  named: string | undefined
  held: readonly Finding[]
}>

/**
 * `showHarvest`: what was kept is shown, all at once: the meeting (day, place, licence, author as
 * the notes sign), then each piece with a link to it. Ties between shown pieces become links;
 * people wait for their own agreement, and so does every piece that names one of them. What the
 * guard finds is held until an act on that very piece; what nobody kept goes on waiting.
 */
export const showHarvest: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'showHarvest',
  path: PATHS.show,
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: say('nothingThere') }
    const all = piecesOf(read, of.id)
    const [named, guards] = [unagreedOf(read, read.types, of.id), guardOf(read, read.types)]
    const kept = all.flatMap(piece => keptOf({ types: read.types, read, named, guards }, piece))
    const notes = typeFor(read.types, 'notes')
    const held = kept.filter(one => !isFree(one))
    const now = kept.filter(isFree)
    // Ids sort as the notes do: what came of a meeting is told in the order of its notes.
    const fresh = now.map(() => at.newId()).sort()
    const idOf = ({ piece, type, same }: Kept, i: number): string =>
      same ?? idAgain(read, type, piece.hiddenAs) ?? fresh[i]!
    const shown = new Map(now.map((one, i) => [one.piece.piece ?? '', idOf(one, i)]))
    // A meeting of which nothing is said is no news for anybody.
    const isEmpty = shown.size === 0 && of.meeting === null
    if (isEmpty && kept.length === 0) return { refused: say('nothingKept') }
    const meeting = isEmpty
      ? undefined
      : notes && (of.meeting ?? idAgain(read, notes, of.hiddenAs) ?? at.newId())
    const before = all.flatMap(one =>
      one.state === 'shown' && one.piece && one.shownAs ? [[one.piece, one.shownAs] as const] : [],
    )
    const room: Room = {
      types: read.types,
      read,
      known: new Map([...before, ...shown]),
      all,
      agreed: agreedIn(read, read.types, of.id),
      meeting,
      commune: communeOfMeeting(of, at.territory()),
      keptBy: at.territory()?.keptBy ?? '',
      words,
    }
    const around = { named, guards, at, words }
    const toldBack = (draft: Draft, type: RecordType): Draft =>
      type.fields['readBy']
        ? { ...draft, fields: { ...draft.fields, ...readBack(read, of.id) } }
        : draft
    const head =
      notes && meeting && !of.meeting
        ? [
            backOn(
              read,
              notes,
              toldBack(meetingDraft(of, { type: notes, id: meeting }, input, around), notes),
            ),
          ]
        : []
    const showing = at.newId()
    const about = {
      ...(meeting ? { meeting } : {}),
      ...(head.length > 0 ? { showing } : {}),
      ...(isEmpty ? {} : { state: 'shown' }),
    }
    const done: Draft = { type: harvest.name, record: of.id, fields: about }
    return {
      drafts: [
        ...head,
        ...now.flatMap(one => shownDrafts(room, one, shown.get(one.piece.piece ?? '')!)),
        ...tiedDrafts(room, now),
        ...now.map(one => shownState(one, shown, showing)),
        ...(isEmpty ? [] : [done]),
      ],
      next:
        held.length > 0 || !notes?.path || !meeting
          ? `/cueillette/${of.id}`
          : `${notes.path}/${meeting}`,
      said:
        held.length > 0
          ? say('heldBack', held.length, held[0]!.named ?? held[0]!.held[0]!.said)
          : isEmpty
            ? say('keptSaid')
            : say('shownSaid'),
      ...(isEmpty ? {} : undoHarvest({ id: of.id, showing })),
    }
  },
}

const isFree = (one: Kept): boolean => one.named === undefined && one.held.length === 0

type Asked = Readonly<{ types: Types; read: Reader; named: Unagreed; guards: Guard }>

/**
 * A piece that was kept, and what holds it back. A person answers for themselves, by their strip.
 */
export function keptOf({ types, read, named, guards }: Asked, piece: Piece): readonly Kept[] {
  const type = types.get(piece.of ?? '')
  if (!type || !piece.piece || piece.person === true || piece.state !== 'kept') return []
  const same =
    piece.stoodThere === true && read.called(piece.shownAs ?? '')?.type === type.name
      ? piece.shownAs
      : null
  const values: Values = read.one(type, piece.piece, 'home') ?? {}
  return [
    {
      piece,
      type,
      values,
      same,
      named: unagreedInPiece(values, type, named),
      // What is already there says nothing of this piece but its ties.
      held: same ? [] : newFindings(findingsIn(values, type, guards), piece.seen ?? ''),
    },
  ]
}

/** `showing`: the click that showed it, so that it can be undone. */
const shownState = (one: Kept, shown: ReadonlyMap<string, string>, showing: string): Draft =>
  proposalChange(one.piece.id, {
    state: 'shown',
    shownAs: shown.get(one.piece.piece ?? '')!,
    showing,
    stoodThere: one.same !== null,
  })

type Room = Readonly<{
  types: Types
  read: Reader
  known: ReadonlyMap<string, string>
  all: readonly Piece[]
  agreed: Agreed
  meeting: string | undefined
  /** Its commune; null where nobody knows it. */
  commune: string | null
  /** Who keeps the page; empty where nobody says it. */
  keptBy: string
  words: Words
}>

/**
 * The wider copy of a piece, with what this box alone knows of it; none when it is the same as what
 * is already there.
 */
function shownDrafts(
  room: Room,
  { piece, type, values, same }: Kept,
  id: string,
): readonly Draft[] {
  if (same) return []
  const links = linksOf(room, piece, type)
  const filled = Object.keys(type.fields).flatMap(name =>
    values[name] === null || values[name] === undefined ? [] : [[name, values[name]] as const],
  )
  const fields: Record<string, Value> = {
    ...Object.fromEntries(filled),
    ...links,
    ...communeTaken(
      { ...room, meeting: room.commune },
      { piece, type, values },
      tiesOf(room, piece).map(({ other }) => other),
    ),
  }
  const [who, notes, carriers, reach] = (['who', 'notes', 'carriers', 'reach'] as const).map(
    meaning => fieldFor(type, meaning),
  )
  // Who said or does a thing is a person's business: unless the field itself stays in this box, it
  // is not copied.
  if (who && (type.fields[who]?.space ?? 'commons') === 'commons') delete fields[who]
  Object.assign(fields, saidOfTheirs(room.agreed, room.all, piece, type))
  if (notes && room.meeting) fields[notes] = room.meeting
  if (carriers) fields[carriers] = carriersOf(room, piece) || null
  if (reach && type.fields[reach]?.required && !fields[reach])
    fields[reach] = room.words.askKeeper(room.keptBy)
  return [backOn(room.read, type, { type: type.name, record: id, fields })]
}

/**
 * What is already there keeps its own ties, and takes those of every piece that is the same as it.
 */
function tiedDrafts(room: Room, now: readonly Kept[]): readonly Draft[] {
  return [...Map.groupBy(now, one => one.same)].flatMap(([id, all]): readonly Draft[] => {
    const type = all[0]?.type
    if (!id || !type) return []
    const held: Readonly<Record<string, Value>> = room.read.one(type, id) ?? {}
    const fields: Record<string, Value> = {}
    for (const [name, value] of all.flatMap(one =>
      Object.entries(linksOf(room, one.piece, type)),
    )) {
      const there = fields[name] ?? held[name] ?? null
      if (Array.isArray(value))
        fields[name] = [
          ...new Set([...((there as readonly string[] | null) ?? []), ...value]),
        ].filter(to => to !== id)
      else if (there === null && value !== id) fields[name] = value
    }
    return Object.keys(fields).length > 0 ? [{ type: type.name, record: id, fields }] : []
  })
}

type Tie = Readonly<{ rel: string; other: Piece | undefined }>
/** The ties of a piece, told from either end. */
function tiesOf({ all }: Room, piece: Piece): readonly Tie[] {
  const said = (one: Piece) => (one.ties ?? []).map(tieRead)
  const out = said(piece).map(
    ({ rel, to }): Tie => ({ rel, other: all.find(one => one.piece === to) }),
  )
  const into = all.flatMap(one =>
    said(one)
      .filter(tie => tie.to === piece.piece)
      .map((tie): Tie => ({ rel: tie.rel, other: one })),
  )
  return [...out, ...into]
}

/** The field of a record that holds this tie; a link to nothing in particular leads anywhere. */
const fieldHolding = (type: RecordType, rel: string, kind: string) =>
  Object.entries(type.fields).find(
    ([, { ties, to = [] }]) => ties?.includes(rel) && (to.length === 0 || to.includes(kind)),
  )

/**
 * Ties whose both ends are shown, in the fields that say which ties they hold. Of several that a
 * piece may be about, a project goes before an idea.
 */
function linksOf(room: Room, piece: Piece, type: RecordType): Record<string, Value> {
  const fields: Record<string, Value> = {}
  const kinds = belongsTo(type.name).toReversed()
  const rank = ({ rel, other }: Tie): number =>
    rel === 'about' ? kinds.indexOf(other?.of ?? '') : 0
  // The last one told of a field that holds one is kept.
  for (const { rel, other } of tiesOf(room, piece).toSorted((a, b) => rank(a) - rank(b))) {
    const shownAs = other?.piece ? room.known.get(other.piece) : undefined
    const kind = other?.of
    const field = kind && room.types.has(kind) ? fieldHolding(type, rel, kind) : undefined
    if (!shownAs || !field) continue
    const [name, { many }] = field
    fields[name] = many
      ? [...new Set([...((fields[name] as readonly string[] | undefined) ?? []), shownAs])]
      : shownAs
  }
  return fields
}

/** Who carries a project, as the notes say: for this box alone. */
function carriersOf(room: Room, piece: Piece): string {
  const people = tiesOf(room, piece).filter(tie => tie.other?.person === true)
  const names = people.flatMap(({ other }) => {
    const type = room.types.get(other?.of ?? '')
    const row =
      type && other?.piece
        ? (room.read.one(type, other.piece, 'home') as
            | Readonly<Record<string, unknown>>
            | undefined)
        : undefined
    return row && type ? [String(row[type.title] ?? '')] : []
  })
  return [...new Set(names)].join(', ').slice(0, 300)
}
