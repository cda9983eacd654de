import type { Command } from '../../../contract/command.ts'
import type { Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { Value } from '../../../core/schema.ts'
import { tieBetween } from '../../../text/harvest/ties.ts'
import type { fr } from '../words/fr.ts'
import { endOf, PANEL, repointed } from './panel.ts'
import { MERGED } from './people.ts'
import type { piecesOf } from './pieces.ts'
import { ACT, back, leaveUndo, PATHS, placeAt, placeOf, reading } from './reading.ts'

/** Acts that touch two pieces: two are one, one is two, one is for another. */

type Words = typeof fr
const say: Say<Words> = message
type Piece = ReturnType<typeof piecesOf>[number]

/**
 * *C'est la même chose*: one piece of two. What the other lacks it takes, the ties first; this one
 * is left. *Annuler* is there when nothing moved: else it would leave with the other what was this
 * one's.
 */
const merge = reading('mergePieces', PATHS.merge, (page, input, { read }) => {
  const piece = page.all.find(one => one.id === openOf(input))
  const other = page.all.find(one => one.piece === mergedWith(input))
  if (
    !piece ||
    !other ||
    other === piece ||
    piece.state === 'shown' ||
    piece.person !== other.person
  )
    return { drafts: [], next: placeOf(page.of.id, {}) }
  const type = read.types.get(other.of ?? '')
  const [mine, theirs] = [piece, other].map(
    (one): Readonly<Record<string, Value>> =>
      (read.types.get(one.of ?? '') &&
        read.one(read.types.get(one.of ?? '')!, one.piece ?? '', 'home')) ??
      {},
  ) as [Readonly<Record<string, Value>>, Readonly<Record<string, Value>>]
  const lacking =
    type && piece.of === other.of && other.state !== 'shown'
      ? Object.entries(mine).filter(
          ([name, value]) =>
            type.fields[name] !== undefined && value !== null && (theirs[name] ?? null) === null,
        )
      : []
  const ties = [...(other.ties ?? []), ...(piece.ties ?? [])].filter(
    tie => !tie.endsWith(`:${other.piece}`),
  )
  const moved = repointed(read, piece, other.piece ?? '')
  const isWhole = lacking.length === 0 && moved.length === 0 && (piece.ties ?? []).length === 0
  return {
    drafts: [
      ...(lacking.length > 0
        ? [
            {
              type: other.of ?? '',
              record: other.piece ?? '',
              fields: Object.fromEntries(lacking),
              space: 'home' as const,
            },
          ]
        : []),
      ...moved,
      proposalChange(other.id, { ties: [...new Set(ties)], byHand: true }),
      proposalChange(piece.id, { state: 'refused', why: MERGED }),
    ],
    next: placeAt(page.of.id, other),
    ...(isWhole ? back(page.of.id, [piece.id]) : { said: say('reading.merged') }),
  }
})
const openOf = (input: Input): string =>
  one(input, ACT.same).split(' ')[0] || one(input, PANEL.open)
const mergedWith = (input: Input): string =>
  one(input, ACT.same).split(' ')[1] ?? one(input, PANEL.merged)

/** Whoever is tied to a piece is tied to its second half: their strips have both. */
const tiedAsWell = (all: readonly Piece[], piece: string, half: string): readonly Draft[] =>
  all.flatMap(other => {
    const own = (other.ties ?? []).filter(tie => tie.endsWith(`:${piece}`))
    return own.length === 0
      ? []
      : [
          proposalChange(other.id, {
            ties: [...(other.ties ?? []), ...own.map(tie => tie.replace(`:${piece}`, `:${half}`))],
          }),
        ]
  })

/** *En faire deux*: the same words say two things. The second opens, for its own title. */
const split = reading('splitPiece', PATHS.split, (page, input, { read, at }) => {
  const piece = page.all.find(one => one.id === openOf(input))
  const type = read.types.get(piece?.of ?? '')
  const row = type && piece?.piece ? read.one(type, piece.piece, 'home') : undefined
  if (!piece || !type || !row || piece.person === true || piece.state === 'shown')
    return { drafts: [], next: placeOf(page.of.id, {}) }
  const [record, proposed] = [at.newId(), at.newId()]
  const fields = Object.entries({ ...row }).filter(
    ([name, value]) => type.fields[name] !== undefined && value !== null,
  )
  return {
    drafts: [
      { type: type.name, record, fields: Object.fromEntries(fields) as Values, space: 'home' },
      {
        type: proposal.name,
        record: proposed,
        fields: {
          of: type.name,
          piece: record,
          sentBy: 'harvest',
          state: 'kept',
          harvest: page.of.id,
          from: piece.from ?? 0,
          till: piece.till ?? 0,
          certainty: 1,
          person: false,
          ties: piece.ties ?? [],
          byHand: true,
        },
      },
      ...tiedAsWell(page.all, piece.piece ?? '', record),
    ],
    next: placeOf(page.of.id, { from: piece.from, open: proposed }),
    said: say('reading.splitSaid'),
    undo: leaveUndo(page.of.id, proposed),
  }
})
type Values = Readonly<Record<string, Value>>

/** *Pour quel projet ?* One press ties a piece to what it is for, and one unties it. */
const tiePiece = reading('tiePiece', PATHS.tie, (page, input) => {
  const isMade = one(input, ACT.tie) !== ''
  const [id, to] = one(input, isMade ? ACT.tie : ACT.untie).split(' ')
  const piece = page.all.find(each => each.id === id)
  const subject = page.all.find(each => each.piece === to)
  const tie = piece && subject && tieBetween(endOf(piece), endOf(subject))
  if (!piece?.piece || !subject?.piece || !tie)
    return { drafts: [], next: placeAt(page.of.id, piece) }
  const [teller, told] = tie.out ? [piece, subject] : [subject, piece]
  const ties = (teller.ties ?? []).filter(each => each !== `${tie.rel}:${told.piece}`)
  return {
    drafts: [
      proposalChange(piece.id, { byHand: true }),
      proposalChange(teller.id, { ties: isMade ? [...ties, `${tie.rel}:${told.piece}`] : ties }),
    ],
    next: placeAt(page.of.id, piece),
    ...(isMade
      ? {
          undo: {
            path: PATHS.tie,
            input: { id: page.of.id, [ACT.untie]: `${piece.id} ${subject.piece}` },
            words: say('undo.undo'),
          },
          said: say('reading.tied'),
        }
      : {}),
  }
})

export const joiningCommands: readonly Command<Words>[] = [tiePiece, merge, split]
