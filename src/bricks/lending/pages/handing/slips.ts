import type { PageContext, Print } from '../../../../contract/page.ts'
import type { Blank, Paper, PrintBlock } from '../../../../contract/paper.ts'
import { one } from '../../../../core/form/input.ts'
import { dayPlain } from '../../../../text/days.ts'
import type { LineOfDay } from '../../model/handing/day-sheet.ts'
import type { ThingRow } from '../../model/read.ts'
import { isRoom } from '../../model/records-thing.ts'
import type { fr } from '../../words/fr.ts'
import { phoneFor } from '../reading.ts'
import { missingOnPaper, piecesOf, toSee, whatSaid, whenSaid } from './line-said.ts'
import { dayAsked, sheetAsked, thingsKept } from './reading.ts'

type Words = typeof fr
type Context = PageContext<Words>
/** Two beside each other; each row is as high as its longest slip. */
const ACROSS = 2

/** The query that asks for the slips of the blank lines. */
export const BLANK = 'vierges'

/**
 * *Les billets du jour*: one slip a booking, to take along and to bring back, with its word and
 * room to write. Those of the blank lines are a print of their own.
 */
export const slipsPrint: Print<Words> = {
  kind: 'preter-billets',
  who: 'neighbour',
  make: (kit, read, words): Paper | undefined => {
    if (thingsKept(kit, read).length === 0) return undefined
    const context = { kit, read, words }
    const places = sheetAsked(kit, read)
    const lines = places.flatMap(({ out, back, late }) => [...out, ...back, ...late])
    const isBlank = one(kit.request.query, BLANK) !== '' || lines.length === 0
    const each = isBlank
      ? places.flatMap(({ place, blanks }) => blanks.map(word => blankSlip(word, place, context)))
      : lines.map(line => slip(line, context))
    return {
      title: `${words.handing.slips}, ${dayPlain(dayAsked(kit), kit.request.lang)}`,
      lang: kit.request.lang,
      size: 'a4',
      layout: 'cards',
      points: 10,
      across: ACROSS,
      blocks: [],
      each: each.length > 0 ? each : [blankSlip(null, '', context)],
    }
  },
  lacks: (kit, _read, words) =>
    kit.request.private ? words.handing.notInCharge : words.handing.onlyHere,
}

function slip(line: LineOfDay, context: Context): readonly PrintBlock[] {
  const { row, of } = line
  const { slip: w } = context.words.handing
  const missing = missingOnPaper(line, context)
  const phone = phoneFor(context, row)
  const pieces = row.state === 'out' ? (row.piecesOut ?? []) : piecesOf(line)
  const { meter } = of
  return [
    { is: 'small', words: headOf(of.where, context) },
    { is: 'words', words: [{ b: whatSaid(line) }] },
    { is: 'words', words: [{ b: row.name ?? '' }, phone === null ? '' : ` · ${phone}`] },
    { is: 'small', words: whenSaid(line, context) },
    ...wordBlock(row.word, context),
    ...(missing === '' ? [] : [{ is: 'small' as const, words: missing }]),
    {
      is: 'blanks',
      blanks: [
        ...(pieces.length === 0 ? [] : [{ label: w.pieces, ticks: pieces }]),
        { label: w.seen, ticks: toSee(of, context) },
      ],
    },
    ...happened(context.words, meter === null ? undefined : w.meters[meter as 'h' | 'km'], of),
  ]
}

/** Of something that nobody booked: which thing is unknown, so all that may be seen is on it. */
function blankSlip(word: string | null, place: string, context: Context): readonly PrintBlock[] {
  const { slip: w, depositAlone, insurance, condition } = context.words.handing
  return [
    { is: 'small', words: headOf(place, context) },
    ...wordBlock(word, context),
    {
      is: 'blanks',
      blanks: [
        { label: w.what, lines: 1 },
        { label: w.who, lines: 1 },
      ],
    },
    twoBeside({ label: w.phone, lines: 1 }, { label: w.until, lines: 1 }),
    { is: 'blanks', blanks: [{ label: w.seen, ticks: [depositAlone, insurance, condition] }] },
    ...happened(context.words, w.meters.any),
  ]
}

const headOf = (place: string | null, { kit }: Context): string =>
  [kit.territory?.name ?? '', place ?? ''].filter(Boolean).join(' · ')
const wordBlock = (word: string | null, { words }: Context): readonly PrintBlock[] =>
  word === null ? [] : [{ is: 'code', code: word, says: words.handing.slip.says }]

/** What is written by hand, in the order in which it is keyed; each meter has its place. */
const happened = (
  { handing: { slip: w }, room }: Words,
  meter: Readonly<Record<'out' | 'back', string>> | undefined,
  of?: ThingRow,
): readonly PrintBlock[] => [
  of && isRoom(of)
    ? twoBeside({ label: room.came, lines: 1 }, { label: room.left, lines: 1 })
    : twoBeside({ label: w.out, lines: 1 }, { label: w.back, lines: 1 }),
  ...(meter === undefined
    ? []
    : [twoBeside({ label: meter.out, lines: 1 }, { label: meter.back, lines: 1 })]),
  { is: 'blanks', blanks: [{ label: w.state, lines: 1 }] },
]

const twoBeside = (...two: readonly Blank[]): PrintBlock => ({
  is: 'beside',
  columns: two.map(one => [{ is: 'blanks' as const, blanks: [one] }]),
})
