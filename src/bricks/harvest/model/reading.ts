import type { Command, CommandContext } from '../../../contract/command.ts'
import type { Decision, Draft, Forgetting, Undo } from '../../../contract/decision.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { digest } from '../../../core/digest.ts'
import { type Input, one, texts } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { joined, OF_ITS_OWN } from './own.ts'
import { PANEL, type PanelChanges, panelChanges } from './panel.ts'
import { MERGED, NOBODY } from './people.ts'
import { piecesOf } from './pieces.ts'
import { sameAlready } from './same.ts'
import { takenBack } from './teaching.ts'

/**
 * The acts of the page to read: a piece is kept, left, put back. Each is saved at once, and touches
 * that piece alone: two people read one page of notes, and neither loses the other's work.
 */

type Words = typeof fr
const say: Say<Words> = message
type Piece = ReturnType<typeof piecesOf>[number]

/** Names of what the buttons of the page send. */
export const ACT = {
  /** Proposals, by their ids, with a space between them. */
  piece: 'morceau',
  /** A proposal, and what the guard finds in it, as its reader saw it. */
  seen: 'retenu',
  /** A stretch of the text, as `from-till`. */
  sentence: 'phrase',
  kind: 'genre',
  /** A kind and a stretch of the text: *ce nom est celui d'un groupe*. */
  name: 'nom',
  nobody: 'personne',
  /** A proposal, and the home record of what it is for. */
  tie: 'va-avec',
  /** The same, to be tied no more. */
  untie: 'va-sans',
  /** Somebody, and the home record of who they are too: *c'est Denis Faure*. */
  same: 'la-meme',
} as const

export const PATHS = {
  open: '/cueillette/ouvrir',
  keep: '/cueillette/retenir',
  leave: '/cueillette/laisser',
  back: '/cueillette/remettre',
  pick: '/cueillette/prendre',
  nobody: '/cueillette/personne',
  tie: '/cueillette/lier',
  split: '/cueillette/en-deux',
  merge: '/cueillette/en-un',
  meeting: '/cueillette/rencontre',
  again: '/cueillette/relire',
  show: '/cueillette/afficher',
} as const

/** The proposals that a button names. */
export const namedIn = (input: Input): readonly string[] => [
  ...texts(input, ACT.piece).flatMap(value => value.split(' ').map(one => one.split('.')[0]!)),
  ...texts(input, ACT.seen).map(value => value.slice(0, ID_LENGTH)),
]
/** A proposal as a button names it: its id, and of what the button's reader saw. */
export const asSeen = (id: string, type: string, title: string): string =>
  `${id}.${digest(`${type} ${title}`).slice(0, SEEN_LENGTH)}`
const SEEN_LENGTH = 6
/** The title of a piece that somebody else mended since this page was shown; undefined: none. */
function changedSince(all: readonly Piece[], input: Input, read: Reader): string | undefined {
  for (const value of texts(input, ACT.piece).flatMap(one => one.split(' '))) {
    const [id = '', was] = value.split('.')
    const piece = was === undefined ? undefined : all.find(one => one.id === id)
    const type = read.types.get(piece?.of ?? '')
    const title = String((type && read.one(type, piece?.piece ?? '', 'home')?.[type.title]) ?? '')
    if (piece && type && asSeen(id, type.name, title) !== value) return title
  }
  return undefined
}
const ID_LENGTH = 26

export type NotesReading = Readonly<{
  of: NonNullable<ReturnType<typeof found>>
  all: readonly Piece[]
  open: PanelChanges
}>
const found = (input: Input, read: Reader) => read.one(harvest, one(input, 'id'), 'home')

/** A long text is read in leaves of so many characters. */
export const LEAF = 25_000
export const leafOf = (from: number): number => Math.floor(from / LEAF)

/** Where the page of notes stands after an act: the leaf, and the mark that was touched. */
type Place = Readonly<{
  from?: number | null
  mark?: string | undefined
  open?: string | undefined
  /** What was just picked: the page asks what it is for. */
  picked?: string | undefined
}>
export const placeOf = (of: string, { from, mark, open, picked }: Place): string =>
  `${leafAddress(of, leafOf(from ?? 0), open, picked)}` +
  `${open === undefined ? (mark === undefined ? '' : `#m-${mark}`) : '#panneau'}`

/** The address of a leaf of the notes; `open`: with the panel of this piece. */
export function leafAddress(of: string, leaf: number, open?: string, picked?: string): string {
  const asked = [
    ...(leaf > 0 ? [`suite=${leaf}`] : []),
    ...(open === undefined ? [] : [`ouvert=${open}`]),
    ...(picked === undefined ? [] : [`pris=${picked}`]),
  ]
  return `/cueillette/${of}${asked.length > 0 ? `?${asked.join('&')}` : ''}`
}
export const placeAt = (of: string, piece: Piece | undefined): string =>
  placeOf(of, { from: piece?.from ?? null, mark: piece?.id })

/**
 * An act of the page to read: what the open panel says goes with it.
 *
 * Shape   `act`: what it writes beside, where it goes on, and how it is undone.
 */
export function reading(
  name: string,
  path: string,
  act: (
    reading: NotesReading,
    input: Input,
    context: Readonly<{ read: Reader; at: CommandContext }>,
  ) => Readonly<{
    drafts: readonly Draft[]
    forget?: readonly Forgetting[]
    next: string
    undo?: Undo
    said?: Message
  }>,
): Command<Words> {
  return {
    ...OF_ITS_OWN,
    name,
    path,
    who: 'keeper',
    decide: (input, read, at): Decision => {
      const of = found(input, read)
      if (!of) return { refused: say('nothingThere') }
      const open = panelChanges(input, read, at)
      if ('refused' in open) return open
      const all = piecesOf(read, of.id)
      const changed = changedSince(all, input, read)
      if (changed !== undefined) return { refused: say('reading.changedSince', changed) }
      const { drafts, next, undo, said, ...more } = act({ of, all, open }, input, { read, at })
      const forget = [...open.forget, ...(more.forget ?? [])]
      return {
        drafts: joined([...open.drafts, ...drafts]),
        ...(forget.length > 0 ? { forget } : {}),
        next,
        ...(undo ? { undo } : {}),
        ...(undo || said ? { said: said ?? say('reading.done') } : {}),
      }
    },
  }
}
/** The way back from a piece that somebody just made. */
export const leaveUndo = (of: string, id: string): Undo => ({
  path: PATHS.leave,
  input: { id: of, [ACT.piece]: id },
  words: say('undo.undo'),
})
export const back = (of: string, ids: readonly string[]): Readonly<{ undo: Undo }> => ({
  undo: {
    path: PATHS.back,
    input: { id: of, [ACT.piece]: ids.join(' ') },
    words: say('undo.undo'),
  },
})

/** Pieces that an act may still touch: what is shown is taken off by its own button. */
const open = ({ all }: NotesReading, input: Input): readonly Piece[] => {
  const ids = new Set(namedIn(input))
  return all.filter(one => ids.has(one.id) && one.state !== 'shown')
}

const keepPiece = reading('keepPiece', PATHS.keep, (page, input, { read }) => {
  const pieces = open(page, input).filter(one => one.person !== true)
  const seen = new Map(
    texts(input, ACT.seen).map(
      value => [value.slice(0, ID_LENGTH), value.slice(ID_LENGTH + 1)] as const,
    ),
  )
  return {
    drafts: pieces.map(one =>
      proposalChange(one.id, {
        state: 'kept',
        why: null,
        ...(seen.has(one.id) ? { seen: seen.get(one.id)! } : {}),
        ...(one.shownAs === null && one.stoodThere === null ? sameAlready(read, one) : {}),
      }),
    ),
    next: placeOf(page.of.id, {
      from: pieces[0]?.from ?? null,
      mark: pieces[0]?.id,
      picked: pieces.length === 1 ? pieces[0]?.id : undefined,
    }),
    ...(pieces.length > 0
      ? {
          ...back(
            page.of.id,
            pieces.map(one => one.id),
          ),
          said: say('reading.keptNow', pieces.length),
        }
      : {}),
  }
})

/**
 * A person whom the rules found and who is none is left too: nobody is asked for them. What a left
 * pick alone proposed goes.
 */
const leavePiece = reading('leavePiece', PATHS.leave, (page, input, { read }) => {
  const pieces = open(page, input).filter(
    one => one.person !== true || one.state === 'waiting' || one.state === 'kept',
  )
  const taught = takenBack(
    read,
    page.all.filter(one => !pieces.includes(one)),
    pieces.map(one => one.id),
  )
  return {
    drafts: [
      ...taught.drafts,
      ...pieces.map(one =>
        proposalChange(one.id, {
          state: 'refused',
          ...(one.person === true ? { why: NOBODY } : {}),
        }),
      ),
    ],
    forget: taught.forget,
    next: placeAt(page.of.id, pieces[0]),
    ...(pieces.length > 0
      ? back(
          page.of.id,
          pieces.map(one => one.id),
        )
      : {}),
  }
})
/** Why a person is left without having answered. */
const LEFT: ReadonlySet<string> = new Set([NOBODY, MERGED])

const putBack = reading('putBack', PATHS.back, (page, input) => {
  const pieces = open(page, input).filter(one => one.person !== true || LEFT.has(one.why ?? ''))
  return {
    drafts: pieces.map(one => proposalChange(one.id, { state: 'waiting', why: null, seen: null })),
    next: placeAt(page.of.id, pieces[0]),
  }
})

/**
 * Opens the panel of a piece, or closes the one that stands open: what it said is kept. Of another
 * kind, it stays open, with the questions of that kind.
 */
const openPiece = reading('openPiece', PATHS.open, (page, input) => {
  const asked = [...namedIn(input), ...(page.open.turned ? [page.open.turned] : [])]
  const piece = asked.flatMap(id => page.all.find(one => one.id === id) ?? [])[0]
  return {
    drafts: [],
    next: placeOf(page.of.id, piece ? { from: piece.from, open: piece.id } : hereIn(input)),
  }
})

/** The place of the text at which the page stood: a piece whose panel closes, or the leaf. */
function hereIn(input: Input): Place {
  const at = one(input, 'ici')
  const mark = one(input, PANEL.open)
  return { from: /^\d{1,9}$/.test(at) ? Number(at) : null, mark: mark === '' ? undefined : mark }
}

/** A capitalised word that is the name of nobody and nothing: it is asked no more. */
const nobody = reading('nobody', PATHS.nobody, (page, input) => {
  const name = one(input, ACT.nobody).slice(0, 200)
  return {
    drafts:
      name === ''
        ? []
        : [
            {
              type: harvest.name,
              record: page.of.id,
              fields: { nobody: [...new Set([...(page.of.nobody ?? []), name])] },
            },
          ],
    next: placeOf(page.of.id, hereIn(input)),
  }
})

export const readingCommands: readonly Command<Words>[] = [
  keepPiece,
  leavePiece,
  putBack,
  openPiece,
  nobody,
]
