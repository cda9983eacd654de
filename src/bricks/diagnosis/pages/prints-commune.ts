import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import { dayPlain } from '../../../text/days.ts'
import { paperMap } from '../../../ui/map/map-paper.ts'
import { type CommuneReport, communeReportOf, standingFacts } from './parts-commune.ts'
import { paper, tableBlock, tallOf, ticked } from './prints.ts'
import { cut, type DiagnosisWords, type ReportPart, whoKeeps } from './seen.ts'
import { oneOnMap } from './shown.ts'

/** One commune on one side of an A4, for its mayor: `/imprimer/rapport/42195`. */
export const communePrint: Print<DiagnosisWords> = {
  kind: 'rapport',
  ofOne: true,
  make: (kit, read, words): Paper | undefined => {
    const report = communeReportOf(kit, read, words, kit.request.params['id'] ?? '')
    return report && sheet(report)
  },
}

/** Letters of the names of each kind; the page has them all. */
const MOST_NAMES = 240
/** Requests with boxes to tick; the others wait on the page. */
const MOST_REQUESTS = 3
const MOST_LACKING = 2
/** Letters of a line in half the width of the sheet. */
const LINE = 90
/** Lines to write on, where nothing else needs the room. */
const MOST_LINES = 14
/** Units  millimetres. */
const TALLEST = 42

function sheet(report: CommuneReport): Paper {
  const { seen, here, parts, open } = report
  const { words: w, kit } = seen
  const title = w.ofOne.title(here.name)
  const day = dayPlain(kit.request.today, kit.request.lang)
  const part = (id: string): ReportPart | undefined => parts.find(one => one.id === id)
  const facts = standingFacts(report, MOST_NAMES)
  const blocks: readonly PrintBlock[] = [
    { is: 'small', words: `${w.forWhom} · ${w.aboutWhat(kit.territory?.name, day)}` },
    { is: 'title', words: title },
    ...withMap(report, part('existe')),
    ...(facts.length > 0 ? [{ is: 'facts' as const, facts }] : []),
    {
      is: 'beside',
      columns: [told(part('annees')), [...told(part('voisins')), ...told(part('manque'))]],
    },
    { is: 'heading', words: w.askedTitle },
    ...ticked(open.slice(0, MOST_REQUESTS), Math.max(0, open.length - MOST_REQUESTS), seen),
    ...forgotten(report),
  ]
  return { ...paper(report, { fits: 1, blocks }), title }
}

/** As far as there is room: lines for what the page does not know, and whom to give them to. */
function forgotten({ seen }: CommuneReport): readonly PrintBlock[] {
  const { words: w, kit } = seen
  const line: PrintBlock = { is: 'blanks', blanks: [{ label: '', lines: 1 }] }
  const who = whoKeeps(kit)
  const heads: readonly PrintBlock[] = [
    { is: 'heading', words: w.ofOne.unknownTitle },
    { is: 'words', words: w.ofOne.unknown(who === '' ? w.keeper : who) },
    line,
  ]
  return [
    { is: 'several', each: [heads], least: 0, more: [] },
    { is: 'filling', blocks: [line], most: MOST_LINES },
  ]
}

/** The sentences of what exists, beside the map where one can be drawn. */
function withMap(report: CommuneReport, part: ReportPart | undefined): readonly PrintBlock[] {
  if (!part) return []
  const heading: PrintBlock = { is: 'heading', words: part.title }
  const says = part.says.map((words): PrintBlock => ({ is: 'words', words }))
  const { map, legend } = oneOnMap(report, report.seen.words.grey)
  const { size: _size, ...drawing } = map
  const drawn = paperMap(drawing, 'a5')
  const small: PrintBlock = { is: 'small', words: part.source }
  if (!drawn) return [heading, ...says, small]
  const mm = tallOf(drawn.svg, TALLEST)
  const beside: readonly PrintBlock[] = [
    { is: 'drawing', svg: drawn.svg, shows: map.title, mm },
    { is: 'small', words: [legend, drawn.keys].filter(Boolean).join(' ') },
  ]
  return [{ is: 'beside', wide: [1.1, 1], columns: [[heading, ...says, small], beside] }]
}

/** A part in short: its sentences, its lines as far as there is room, its table, its source. */
function told(part: ReportPart | undefined): readonly PrintBlock[] {
  if (!part) return []
  const items = (part.lines ?? [])
    .slice(0, MOST_LACKING)
    .map(one => ({ words: cut(one.words, LINE) }))
  return [
    { is: 'heading', words: part.title },
    ...part.says.map((words): PrintBlock => ({ is: 'words', words })),
    ...(items.length > 0 ? [{ is: 'items' as const, items, tight: true }] : []),
    ...(part.grids ?? []).map(tableBlock),
    { is: 'small', words: part.source },
  ]
}
