import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { findingsIn, type Guard, guardOf, newFindings } from '../../../contract/records/guarded.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { fieldFor, type RecordType, typeFor, type Value } from '../../../core/schema.ts'
import type { Finding } from '../../../text/guard/guard.ts'
import type { fr } from '../words/fr.ts'
import { undoHarvest } from './hidden-again.ts'
import { OF_ITS_OWN } from './own.ts'
import { doublesOf, toldApart } from './people.ts'
import { piecesOf } from './pieces.ts'
import { meetingDraft, titleSaid } from './showing-meeting.ts'
import { type Unagreed, unagreedIn, unagreedOf } from './unagreed.ts'
import { type Agreed, agreedIn, saidOfTheirs } from './whose.ts'

type Words = typeof fr
const say: Say<Words> = message
type Types = ReadonlyMap<string, RecordType>
type Piece = ReturnType<typeof piecesOf>[number]
type Values = Readonly<Record<string, Value>>
/**
 * What the review page says of a piece. `same`: a record already shown, instead of a new one;
 * `left`: the keeper wants none of it; `held`: what the guard finds that no act on this piece saw.
 */
type Answer = Readonly<{
  piece: Piece
  type: RecordType
  keep: boolean
  left: boolean
  values: Values
  same: string | null
  named: string | undefined
  held: readonly Finding[]
}>

/**
 * `showHarvest`: what was kept is shown, all at once: the meeting (day, place, licence, author as
 * the notes sign), then each piece with a link to it. Ties between shown pieces become links;
 * people wait for their own agreement, and so does every piece that names one of them. What the
 * guard finds is held until an act on that very piece; what nobody looked at goes on waiting.
 */
export const showHarvest: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'showHarvest',
  path: '/cueillette/afficher',
  who: 'keeper',
  decide: (input, read, at, words): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: say('nothingThere') }
    const all = piecesOf(read, of.id)
    const [named, guards] = [unagreedOf(read, read.types, of.id), guardOf(read, read.types)]
    const answers = all.flatMap(piece =>
      answerFor({ types: read.types, input, read, named, guards }, piece),
    )
    const mended = answers.flatMap(retitled)
    const apart = toldApart(of, doublesOf(read, read.types, of.id), ({ pieces }) =>
      one(input, `double.${pieces[0]!.id}`),
    )
    const title = titleSaid(of, input)
    const told = title === of.title ? apart : { ...apart, title }
    if (one(input, 'act') !== 'show') {
      const about: readonly Draft[] = told
        ? [{ type: harvest.name, record: of.id, fields: told }]
        : []
      return {
        drafts: [...about, ...mended, ...answers.flatMap(kept)],
        ...nextAfterKeeping(input, of.id),
      }
    }
    const notes = typeFor(read.types, 'notes')
    const held = answers.filter(one => one.keep && !isFree(one))
    const shown = new Map(
      answers
        .filter(one => one.keep && isFree(one))
        .map(one => [one.piece.piece ?? '', one.same ?? at.newId()]),
    )
    // A meeting of which nothing is said is no news for anybody.
    const isEmpty = shown.size === 0 && of.meeting === null
    if (isEmpty && !answers.some(one => one.keep || one.left))
      return { refused: say('nothingKept') }
    const meeting = isEmpty ? undefined : notes && (of.meeting ?? at.newId())
    const before = all.flatMap(one =>
      one.state === 'shown' && one.piece && one.shownAs ? [[one.piece, one.shownAs] as const] : [],
    )
    const agreed = agreedIn(read, read.types, of.id)
    const room: Room = {
      types: read.types,
      read,
      known: new Map([...before, ...shown]),
      all,
      agreed,
      meeting,
      keptBy: at.territory()?.keptBy ?? '',
      words,
    }
    const now = answers.filter(one => shown.has(one.piece.piece ?? ''))
    const drafts = [
      ...now.flatMap(one => shownDrafts(room, one, shown.get(one.piece.piece ?? '')!)),
      ...tiedDrafts(room, now),
    ]
    const head =
      notes && meeting && !of.meeting
        ? [
            meetingDraft({ ...of, title }, { type: notes, id: meeting }, input, {
              named,
              guards,
              at,
              words,
            }),
          ]
        : []
    const showing = at.newId()
    const made = head.length > 0 ? { showing } : {}
    const about = {
      ...(meeting ? { meeting } : {}),
      ...made,
      ...(isEmpty ? {} : { state: 'shown' }),
      ...told,
    }
    const done: Draft = { type: harvest.name, record: of.id, fields: about }
    const states = answers.map(one => stateAfter(one, shown, showing))
    const next =
      held.length > 0 || !notes?.path || !meeting
        ? `/cueillette/${of.id}`
        : `${notes.path}/${meeting}`
    return {
      drafts: [...head, ...mended, ...drafts, ...states, done],
      next,
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

/** What the keeper asked while keeping for later: to mend one piece whole, or nothing more. */
function nextAfterKeeping(input: Input, of: string): Readonly<{ next: string; said?: Message }> {
  const mending = /^mend\.([0-9a-z]{26})$/.exec(one(input, 'act'))?.[1]
  return mending
    ? { next: `/cueillette/piece/${mending}` }
    : { next: `/cueillette/${of}`, said: say('keptSaid') }
}

const isFree = (one: Answer): boolean => one.named === undefined && one.held.length === 0

type Asked = Readonly<{ types: Types; input: Input; read: Reader; named: Unagreed; guards: Guard }>

/** A person has no answer here: they answer for themselves. Nor has what was already shown. */
function answerFor({ types, input, read, named, guards }: Asked, piece: Piece): readonly Answer[] {
  const type = types.get(piece.of ?? '')
  if (!type || !piece.piece || piece.person === true || piece.state === 'shown') return []
  const group = one(input, `tout.${one(input, `groupe.${piece.id}`)}`)
  const seen = one(input, `vu.${piece.id}`)
  const isTicked = one(input, `garder.${piece.id}`) === '1' || seen !== ''
  const keep =
    group !== 'non' && (isTicked || (group === 'oui' && one(input, `doute.${piece.id}`) === '1'))
  const chosen = one(input, `meme.${piece.id}`)
  const same = read.called(chosen)?.type === type.name ? chosen : null
  const title = one(input, `titre.${piece.id}`)
    .replace(/[\r\n\t]+ */g, ' ')
    .slice(0, 300)
  const kept: Values = read.one(type, piece.piece, 'home') ?? {}
  const values: Values = title === '' ? kept : { ...kept, [type.title]: title }
  // What is already there says nothing of this piece but its ties.
  const held = same ? [] : newFindings(findingsIn(values, type, guards), seen)
  return [
    {
      piece,
      type,
      keep,
      left: group === 'non',
      values,
      same,
      named: unagreedIn(values, type, named),
      held,
    },
  ]
}

function retitled({ piece, type, values }: Answer): readonly Draft[] {
  return [
    {
      type: type.name,
      record: piece.piece ?? '',
      fields: { [type.title]: values[type.title] ?? null },
      space: 'home',
    },
  ]
}

/** What was left before stays left unless it is kept now. */
const kept = (one: Answer): readonly Draft[] =>
  !one.keep && one.piece.state === 'refused'
    ? []
    : [
        proposalChange(one.piece.id, {
          state: one.keep ? 'kept' : 'waiting',
          certainty: one.keep ? one.piece.certainty : 0,
        }),
      ]

/** `showing`: the click that showed them, so that it can be undone. */
function stateAfter(one: Answer, shown: ReadonlyMap<string, string>, showing: string): Draft {
  const shownAs = shown.get(one.piece.piece ?? '')
  if (shownAs)
    return proposalChange(one.piece.id, {
      state: 'shown',
      shownAs,
      showing,
      stoodThere: one.same !== null,
    })
  // What names somebody waits for their yes or for another title, ticked or not; so does what
  // nobody looked at.
  return proposalChange(
    one.piece.id,
    one.left && one.named === undefined ? { state: 'refused', showing } : { state: 'waiting' },
  )
}

type Room = Readonly<{
  types: Types
  read: Reader
  known: ReadonlyMap<string, string>
  all: readonly Piece[]
  agreed: Agreed
  meeting: string | undefined
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
  { piece, type, values, same }: Answer,
  id: string,
): readonly Draft[] {
  if (same) return []
  const links = linksOf(room, piece, type)
  const filled = Object.keys(type.fields).flatMap(name =>
    values[name] === null || values[name] === undefined ? [] : [[name, values[name]] as const],
  )
  const fields: Record<string, Value> = { ...Object.fromEntries(filled), ...links }
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
  return [{ type: type.name, record: id, fields }]
}

/**
 * What is already there keeps its own ties, and takes those of every piece that is the same as it.
 */
function tiedDrafts(room: Room, now: readonly Answer[]): readonly Draft[] {
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
  const said = (one: Piece) =>
    (one.ties ?? []).map(tie => ({
      rel: tie.slice(0, tie.indexOf(':')),
      to: tie.slice(tie.indexOf(':') + 1),
    }))
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

/** Ties whose both ends are shown, in the fields that say which ties they hold. */
function linksOf(room: Room, piece: Piece, type: RecordType): Record<string, Value> {
  const fields: Record<string, Value> = {}
  for (const { rel, other } of tiesOf(room, piece)) {
    const shownAs = other?.piece ? room.known.get(other.piece) : undefined
    const kind = other?.of
    const field = Object.entries(type.fields).find(
      ([, of]) => of.ties?.includes(rel) && kind && of.to?.includes(kind) && room.types.has(kind),
    )
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
