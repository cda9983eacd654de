import type { PageContext, Print } from '../../../../contract/page.ts'
import type { Paper, PrintBlock, PrintText as Said, TextRun } from '../../../../contract/paper.ts'
import { dayLong, dayPlain } from '../../../../text/days.ts'
import type { LineOfDay } from '../../model/handing/day-sheet.ts'
import { KEYING } from '../../model/handing/paths.ts'
import { isRoom } from '../../model/records-thing.ts'
import type { fr } from '../../words/fr.ts'
import { phoneFor } from '../reading.ts'
import { dueSaid, missingOnPaper, piecesOf, ticks, toSee, whatSaid, whenSaid } from './line-said.ts'
import { dayAsked, type PreparedPlace, sheetAsked, thingsKept } from './reading.ts'
import { slipsPrint } from './slips.ts'

type Words = typeof fr
type Context = PageContext<Words>

/**
 * *La feuille du jour*: what goes out and comes back, place by place, with the word by which it is
 * handed out and room to write what happened. Its reader is in charge of all that is on it.
 */
const dayPrint: Print<Words> = {
  kind: 'preter-jour',
  who: 'neighbour',
  make: (kit, read, words): Paper | undefined => {
    if (thingsKept(kit, read).length === 0) return undefined
    const { lang, today } = kit.request
    const context = { kit, read, words }
    const day = dayAsked(kit)
    const parts = sheetAsked(kit, read)
    const address = kit.hotspot?.address ?? kit.request.address ?? ''
    return {
      title: `${words.handing.title}, ${dayPlain(day, lang)}`,
      lang,
      size: 'a4',
      layout: 'flow',
      turned: true,
      points: 10,
      least: 8.5,
      fits: 1,
      foot: [
        words.handing.keyedAt(`${address}${KEYING}`),
        words.handing.printed(dayPlain(today, lang)),
      ],
      blocks: [
        { is: 'small', words: headOf(parts, context) },
        { is: 'title', words: dayLong(day, lang), size: 'sheet' },
        { is: 'small', words: `${words.handing.how} ${words.handing.stays}` },
        ...bookedBlocks(parts, context),
        ...blankBlocks(parts, context),
      ],
    }
  },
  lacks: (kit, _read, words) =>
    kit.request.private ? words.handing.notInCharge : words.handing.onlyHere,
}

/** The village, and the place where there is one alone; of several each line says its own. */
const headOf = (parts: readonly PreparedPlace[], { kit }: Context): string =>
  [kit.territory?.name ?? '', parts.length === 1 ? (parts[0]?.place ?? '') : '']
    .filter(Boolean)
    .join(' · ')

/** What goes out, comes back and is late, of all places: a sheet a place would be half empty. */
function bookedBlocks(parts: readonly PreparedPlace[], context: Context): readonly PrintBlock[] {
  const { handing } = context.words
  const isMany = parts.length > 1
  const out = parts.flatMap(part => part.out)
  const of = (head: string, lines: readonly LineOfDay[]) =>
    returns(head, lines, { context, isMany })
  return [
    ...(out.length === 0
      ? [{ is: 'words' as const, words: handing.nothingOut }]
      : together(handing.out, outTable(out, { context, isMany }))),
    ...of(
      handing.back,
      parts.flatMap(part => part.back),
    ),
    ...of(
      handing.late,
      parts.flatMap(part => part.late),
    ),
  ]
}
/** Whether each line says its place. */
type Where = Readonly<{ context: Context; isMany: boolean }>

/** A short table stays on one page with its heading: no page has a line alone. */
function together(head: string, table: PrintBlock): readonly PrintBlock[] {
  const blocks: readonly PrintBlock[] = [{ is: 'heading', words: head }, table]
  const isShort = table.is === 'table' && table.rows.length <= SHORT
  return isShort ? [{ is: 'kept', blocks }] : blocks
}
const SHORT = 12

/** When it left and is back; of rooms alone, when people came and left. */
const momentHeads = (lines: readonly LineOfDay[], { words }: Context) =>
  lines.every(({ of }) => isRoom(of)) ? words.room.heads : words.handing.heads

type Column = Readonly<{ head: string; wide: number }>
/** Room for what the meter says, where something has one: as it leaves, as it is back. */
const metersOf = (has: boolean, ...heads: readonly string[]): readonly Column[] =>
  has ? heads.map(head => ({ head, wide: 1.3 })) : []
const hasMeter = ({ of }: LineOfDay): boolean => of.meter !== null

function outTable(lines: readonly LineOfDay[], where: Where): PrintBlock {
  const { context } = where
  const { heads } = context.words.handing
  const moments = momentHeads(lines, context)
  const meters = metersOf(lines.some(hasMeter), heads.meterOut, heads.meterBack)
  return {
    is: 'table',
    columns: [
      { head: heads.when, wide: 2 },
      { head: heads.what, wide: 3.2 },
      { head: heads.who, wide: 1.9 },
      { head: heads.word, wide: 1.7 },
      { head: heads.seen, wide: 1.7 },
      { head: moments.out, wide: 1.5 },
      { head: moments.back, wide: 1.5 },
      ...meters,
      { head: heads.notes, wide: 2.2 },
    ],
    rows: lines.map(line => [
      whenSaid(line, context),
      whatRuns(line, where),
      whoRuns(line, context),
      wordRun(line.row.word),
      ticks(toSee(line.of, context)),
      ...['', ''],
      ...meters.map(() => unitOf(line)),
      '',
    ]),
    roomy: true,
  }
}
/** The unit beside which a meter is written; a stroke where there is none to read. */
const unitOf = ({ of }: LineOfDay): Said =>
  of.meter === null ? '–' : [{ soft: `\u2002\u2002\u2002\u2002${of.meter}` }]

const whatRuns = (line: LineOfDay, { context, isMany }: Where): Said => {
  const [missing, due] = [missingOnPaper(line, context), dueSaid(line, context)]
  return [
    { b: whatSaid(line) },
    ' ',
    ...placeRun(line, isMany),
    ...ticks(piecesOf(line)),
    ...(missing === '' ? [] : [' ', { soft: missing }]),
    ...(due === '' ? [] : [' ', { b: due }]),
  ]
}
const placeRun = ({ of: { where } }: LineOfDay, isMany: boolean): readonly TextRun[] =>
  isMany && where ? [{ soft: where }, ' '] : []
function whoRuns({ row }: LineOfDay, context: Context): Said {
  const phone = phoneFor(context, row)
  return [{ b: row.name ?? '' }, ...(phone === null ? [] : [` ${phone}`])]
}
/** A long word breaks before its digits. */
const wordRun = (word: string | null): readonly TextRun[] =>
  word === null ? [] : [{ b: word.replace('\u00a0', ' ') }]

function returns(
  head: string,
  lines: readonly LineOfDay[],
  { context, isMany }: Where,
): readonly PrintBlock[] {
  const { heads } = context.words.handing
  if (lines.length === 0) return []
  const meters = metersOf(lines.some(hasMeter), heads.meterBack)
  return together(head, {
    is: 'table',
    columns: [
      { head: heads.when, wide: 2.2 },
      { head: heads.what, wide: 4 },
      { head: heads.who, wide: 2 },
      { head: heads.word, wide: 1.8 },
      { head: momentHeads(lines, context).back, wide: 2 },
      ...meters,
      { head: heads.notes, wide: 3 },
    ],
    rows: lines.map(line => [
      whenSaid(line, context),
      [{ b: whatSaid(line) }, ' ', ...placeRun(line, isMany), ...ticks(line.row.piecesOut ?? [])],
      whoRuns(line, context),
      wordRun(line.row.word),
      '',
      ...meters.map(() => unitOf(line)),
      '',
    ]),
    roomy: true,
  })
}

/** The lines that nobody booked; a few bare ones where nobody prepared the sheet. */
function blankBlocks(parts: readonly PreparedPlace[], context: Context): readonly PrintBlock[] {
  const { handing } = context.words
  const isMany = parts.length > 1
  const all = parts.flatMap(({ place, blanks }) =>
    blanks.map((word): Said => (isMany ? [...wordRun(word), ' ', { soft: place }] : wordRun(word))),
  )
  const table = blankTable(all.length > 0 ? all : BARE, context.words)
  const [heading, lead] = [
    { is: 'heading' as const, words: handing.blanks },
    { is: 'small' as const, words: handing.blanksLead },
  ]
  return all.length > 2 * SHORT
    ? [heading, lead, table]
    : [{ is: 'kept', blocks: [heading, lead, table] }]
}

function blankTable(words: readonly Said[], { handing: { heads } }: Words): PrintBlock {
  return {
    is: 'table',
    columns: [
      { head: heads.word, wide: 2 },
      { head: heads.what, wide: 2.8 },
      { head: heads.who, wide: 2.2 },
      { head: heads.until, wide: 1.7 },
      { head: heads.out, wide: 1.5 },
      { head: heads.back, wide: 1.5 },
      ...metersOf(true, heads.meterOut, heads.meterBack),
      { head: heads.notes, wide: 2.2 },
    ],
    rows: words.map(word => [word, ...Array.from({ length: 8 }, () => '')]),
    roomy: true,
  }
}
const BARE: readonly Said[] = ['', '', '', '']

export const prints: readonly Print<Words>[] = [dayPrint, slipsPrint]
