import { keptBy } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { PrintBlock, TextRun } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import { capital } from '../../../text/capital.ts'
import { dayPlain } from '../../../text/days.ts'
import { POINT } from '../../../ui/board.ts'
import { isUnchecked, signedOf, type WordRow } from '../model/read.ts'
import { leftOn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { type SlipLines, saidOnPaper, slipLines, whoTakes } from './slip-lines.ts'

/** Cards of paper for one person, two abreast on an A4, each as high as what it says. */

type On = Readonly<{ kit: Kit; read: Reader; words: typeof fr }>
/** What stands together on a card. */
export type Piece = readonly PrintBlock[]
/** Units  points: people of eighty read them, and what is small among them stands in twelve. */
export const CARDS = { layout: 'cards', size: 'a4', across: 2, points: 14.5, blocks: [] } as const
/** Units  letters on one card, beside its head and its foot: one word, or several short ones. */
const MOST_LETTERS = 600
const MOST_PIECES = 6

/**
 * As many cards as it takes: no word is cut, and the next one goes on the next card. What is small
 * is said once a card, at its foot.
 */
export function cardsFor(
  head: string,
  pieces: readonly Piece[],
  on: On,
  last: Piece = [],
): readonly Piece[] {
  const parts = inParts(pieces)
  return parts.map((part, i) => {
    const blocks = part.flat()
    const notes = blocks.flatMap(one => (one.is === 'small' ? [plainOf(one.words)] : []))
    return [
      { is: 'words', words: [{ b: head }] },
      ...blocks.filter(one => one.is !== 'small'),
      ...(i === parts.length - 1 ? last : []),
      { is: 'small', words: [...new Set(notes), foot(on)].join(' ') },
    ]
  })
}

function inParts(all: readonly Piece[]): readonly (readonly Piece[])[] {
  const parts: Piece[][] = []
  let letters = 0
  for (const piece of all) {
    const long = lettersOf(piece)
    const last = parts.at(-1)
    if (last && last.length < MOST_PIECES && letters + long <= MOST_LETTERS) {
      last.push(piece)
      letters += long
    } else {
      parts.push([piece])
      letters = long
    }
  }
  return parts
}
const lettersOf = (piece: Piece): number =>
  piece.reduce((n, one) => n + (one.is === 'words' ? BLOCK + plainOf(one.words).length : 0), 0)
/** Units  letters: what a new line takes of a card. */
const BLOCK = 20
const plainOf = (words: string | readonly TextRun[]): string =>
  typeof words === 'string'
    ? words
    : words.map(run => (typeof run === 'string' ? run : Object.values(run).join(''))).join('')

/** *imprimé le 5 décembre · à rapporter, si ce n’est pas pour vous, à Kwan, au bar*. */
function foot(on: On): string {
  const { request } = on.kit
  const day = dayPlain(request.today, request.lang, request.today)
  const to = request.by === 'keeper' ? keptBy(on.read) : whoTakes(on)
  return `${capital(on.words.handing.strips.printed(day))}${POINT}${on.words.prints.keeper(to)}`
}

/**
 * The words of one person. Those of one conversation stand together where a card has room: of what
 * they are, and how to answer, is said once.
 */
export function piecesOf(rows: readonly WordRow[], on: On): readonly Piece[] {
  const linesOf = slipLines(rows, on)
  const keyOf = (row: WordRow): string => `${row.about ?? row.id}:${linesOf(row).answer}`
  return [...Map.groupBy(rows, keyOf).values()].flatMap(group => {
    const last = group.at(-1)!
    const together = [
      ...group.slice(0, -1).flatMap(row => wordPiece(row, { now: [] }, on)),
      ...wordPiece(last, linesOf(last), on),
    ]
    return lettersOf(together) <= MOST_LETTERS
      ? [together]
      : group.map(row => wordPiece(row, linesOf(row), on))
  })
}

/** A word as its card says it: who signs it, when it was left, of what it is, how to answer. */
function wordPiece(row: WordRow, { about, now, answer }: SlipLines, on: On): Piece {
  const { kit, read, words } = on
  const { request } = kit
  const w = words.handing.strips
  const left = dayPlain(leftOn(row), request.lang, request.today)
  const beside = [about, now.join(' '), answer].flatMap(text =>
    text ? [{ is: 'words' as const, words: capital(text) }] : [],
  )
  const head = w.word(signedOf(row, read, words), left)
  return [
    { is: 'words', words: [{ b: head }, ` ${saidOnPaper(row, on)}`] },
    ...beside,
    ...(isUnchecked(row) ? [{ is: 'small' as const, words: words.uncheckedNames }] : []),
  ]
}
