import type { PageContext, Print } from '../../../../contract/page.ts'
import type { Paper, PrintBlock, PrintText as Said } from '../../../../contract/paper.ts'
import { dayLong, dayPlain } from '../../../../text/days.ts'
import type { LineOfDay } from '../../model/handing/day-sheet.ts'
import { KEYING } from '../../model/handing/paths.ts'
import type { fr } from '../../words/fr.ts'
import { phoneFor } from '../reading.ts'
import { dueSaid, missingSaid, piecesOf, ticks, toSee, whatSaid, whenSaid } from './line-said.ts'
import { dayAsked, type PreparedPlace, sheetAsked, thingsKept } from './reading.ts'
import { slipsPrint } from './slips.ts'

type Words = typeof fr
type Context = PageContext<Words>

/**
 * *La feuille du jour*: what goes out and comes back, a page for each place, with the word by which
 * it is handed out and room to write what happened. Its reader is in charge of all that is on it.
 */
const dayPrint: Print<Words> = {
  kind: 'preter-jour',
  who: 'neighbour',
  make: (kit, read, words): Paper | undefined => {
    if (thingsKept(kit, read).length === 0) return undefined
    const { lang, today } = kit.request
    const context = { kit, read, words }
    const day = dayAsked(kit)
    return {
      title: `${words.handing.title}, ${dayPlain(day, lang)}`,
      lang,
      size: 'a4',
      layout: 'flow',
      turned: true,
      points: 10,
      foot: [words.handing.keyedAt(KEYING), words.handing.printed(dayPlain(today, lang))],
      blocks: inUse(sheetAsked(kit, read)).flatMap((part, n) => [
        ...(n === 0 ? [] : [{ is: 'page' as const }]),
        ...placeBlocks(part, day, context),
      ]),
    }
  },
  lacks: (kit, _read, words) =>
    kit.request.private ? words.handing.notInCharge : words.handing.onlyHere,
}

/** The places where something goes out or comes back that day; all of them where nothing does. */
function inUse(all: readonly PreparedPlace[]): readonly PreparedPlace[] {
  const used = all.filter(({ out, back, late }) => out.length + back.length + late.length > 0)
  return used.length > 0 ? used : all.slice(0, 1)
}

function placeBlocks(part: PreparedPlace, day: string, context: Context): readonly PrintBlock[] {
  const { kit, words } = context
  const { handing } = words
  const where = [kit.territory?.name ?? '', part.place].filter(Boolean).join(' · ')
  return [
    { is: 'small', words: where },
    { is: 'title', words: dayLong(day, kit.request.lang), size: 'sheet' },
    { is: 'heading', words: handing.out },
    part.out.length === 0
      ? { is: 'words', words: handing.nothingOut }
      : outTable(part.out, context),
    ...returns(handing.back, part.back, context),
    ...returns(handing.late, part.late, context),
    { is: 'heading', words: handing.blanks },
    { is: 'small', words: handing.blanksLead },
    blankTable(part.blanks, words),
    { is: 'small', words: `${handing.how} ${handing.stays}` },
  ]
}

function outTable(lines: readonly LineOfDay[], context: Context): PrintBlock {
  const { heads } = context.words.handing
  return {
    is: 'table',
    columns: [
      { head: heads.when, wide: 2.2 },
      { head: heads.what, wide: 3.4 },
      { head: heads.who, wide: 2 },
      { head: heads.word, wide: 1.8 },
      { head: heads.seen, wide: 2 },
      { head: heads.out, wide: 1.6 },
      { head: heads.back, wide: 1.6 },
      { head: heads.notes, wide: 2.4 },
    ],
    rows: lines.map(line => [
      whenSaid(line, context),
      whatRuns(line, context),
      whoRuns(line, context),
      wordRun(line.row.word),
      ticks(toSee(line.of, context)),
      ...['', '', ''],
    ]),
    roomy: true,
  }
}
const whatRuns = (line: LineOfDay, context: Context): Said => {
  const [missing, due] = [missingSaid(line, context), dueSaid(line, context)]
  return [
    { b: whatSaid(line) },
    ' ',
    ...ticks(piecesOf(line)),
    ...(missing === '' ? [] : [' ', { soft: missing }]),
    ...(due === '' ? [] : [' ', { b: due }]),
  ]
}
function whoRuns({ row }: LineOfDay, context: Context): Said {
  const phone = phoneFor(context, row)
  return [{ b: row.name ?? '' }, ...(phone === null ? [] : [` ${phone}`])]
}
/** A long word breaks before its digits. */
const wordRun = (word: string | null): Said =>
  word === null ? '' : [{ b: word.replace('\u00a0', ' ') }]

function returns(
  head: string,
  lines: readonly LineOfDay[],
  context: Context,
): readonly PrintBlock[] {
  const { heads } = context.words.handing
  if (lines.length === 0) return []
  return [
    { is: 'heading', words: head },
    {
      is: 'table',
      columns: [
        { head: heads.when, wide: 2.2 },
        { head: heads.what, wide: 4 },
        { head: heads.who, wide: 2 },
        { head: heads.word, wide: 1.8 },
        { head: heads.back, wide: 2 },
        { head: heads.notes, wide: 3 },
      ],
      rows: lines.map(line => [
        whenSaid(line, context),
        [{ b: whatSaid(line) }, ' ', ...ticks(line.row.piecesOut ?? [])],
        whoRuns(line, context),
        wordRun(line.row.word),
        ...['', ''],
      ]),
      roomy: true,
    },
  ]
}

/** As many lines as words were drawn; a few bare ones where nobody prepared the sheet. */
function blankTable(blanks: readonly string[], { handing: { heads } }: Words): PrintBlock {
  const lines = blanks.length === 0 ? Array.from({ length: BARE }, () => null) : blanks
  return {
    is: 'table',
    columns: [
      { head: heads.word, wide: 1.8 },
      { head: heads.what, wide: 3 },
      { head: heads.who, wide: 2.4 },
      { head: heads.until, wide: 1.8 },
      { head: heads.out, wide: 1.6 },
      { head: heads.back, wide: 1.6 },
      { head: heads.notes, wide: 2.4 },
    ],
    rows: lines.map(word => [wordRun(word), ...['', '', '', '', '', '']]),
    roomy: true,
  }
}
const BARE = 4

export const prints: readonly Print<Words>[] = [dayPrint, slipsPrint]
