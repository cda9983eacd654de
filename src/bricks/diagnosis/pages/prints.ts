import { html } from '../../../contract/html.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import { dayPlain } from '../../../text/days.ts'
import { paperMap } from '../../../ui/map/map-paper.ts'
import type { CouncilRequest } from '../model/read.ts'
import { rowsOf } from './parts-tables.ts'
import { type Report, reportOf } from './report.ts'
import {
  cut,
  type DiagnosisWords,
  type Drawn,
  type Grid,
  type ReportLine,
  type ReportPart,
  type ReportSource,
  seenBy,
  underRequest,
  whoKeeps,
} from './seen.ts'
import { chartOf, mapOf, partsOf } from './shown.ts'

/** Requests on the sheet: more would not be ticked. */
const MOST_REQUESTS = 4
const MOST_VOICES = 3

/**
 * *Ce qui existe, ce qui manque, ce qu'on vous demande*: one A4, both sides; `?format=long`, the
 * whole report.
 */
const report: Print<DiagnosisWords> = {
  kind: 'rapport',
  make: (kit, read, words): Paper => {
    const whole = reportOf(kit, read, words)
    return kit.request.query['format'] === 'long' ? longReport(whole) : sheet(whole)
  },
  asHtmlFile: (kit, read, words) => {
    const whole = reportOf(kit, read, words)
    const lead = words.lead(kit.territory?.name, dayPlain(kit.request.today, kit.request.lang))
    return {
      title: words.title,
      body: html`
        <div class="head"><h1>${words.title}</h1><p class="lead">${lead}</p></div>
        ${partsOf(whole, true)}
      `,
    }
  },
  rows: (kit, read, words) => rowsOf(seenBy(kit, read, words)),
}

export const paper = (
  { seen }: Pick<Report, 'seen'>,
  more: Pick<Paper, 'blocks'> & Partial<Paper>,
): Paper => ({
  title: seen.words.title,
  lang: seen.kit.request.lang,
  size: 'a4',
  layout: 'flow',
  foot: [
    whoKeeps(seen.kit) || (seen.kit.territory?.name ?? ''),
    seen.words.printedOn(dayPlain(seen.kit.request.today, seen.kit.request.lang)),
  ],
  ...more,
})

const heads = ({ seen }: Report): readonly PrintBlock[] => [
  {
    is: 'small',
    words:
      `${seen.words.forWhom} · ` +
      `${seen.words.aboutWhat(
        seen.kit.territory?.name,
        dayPlain(seen.kit.request.today, seen.kit.request.lang),
      )}`,
  },
  { is: 'title', words: seen.words.title },
]

/** Letters of a person's text on the sheet: two lines or three. */
const SHORT = 200
/**
 * Recto: the question, what exists, what is missing. Verso: what is asked, with boxes to tick, what
 * was said, who answers for it.
 */
function sheet(whole: Report): Paper {
  const { seen, parts } = whole
  const part = (id: string): ReportPart | undefined => parts.find(one => one.id === id)
  const [exists, lacks, how] = [part('existe'), part('manque'), part('methode')]
  const blocks: readonly PrintBlock[] = [
    ...heads(whole),
    ...question(whole),
    ...(exists
      ? [{ is: 'heading' as const, words: exists.title }, besideMap(exists, seen), source(exists)]
      : []),
    ...(exists?.drawn ?? []).filter(tellsMore).slice(0, 1).flatMap(drawnOf),
    ...(lacks ? briefPart(lacks, 0) : []),
    { is: 'page' },
    ...verso(whole),
    { is: 'rule' },
    ...(how
      ? [
          { is: 'small' as const, words: how.says.slice(0, 3).join(' ') },
          { is: 'small' as const, words: how.says.slice(-2).join(' ') },
        ]
      : []),
  ]
  return paper(whole, { fits: 2, blocks })
}

/** A chart of ones tells nothing that its sentence does not. */
const tellsMore = ({ chart }: Drawn): boolean => chart.rows.some(row => row.value > 1)

/**
 * Requests first; then, as far as there is room, what was answered, what became of the meetings,
 * what was said, the stories: each whole, or for the long report.
 */
function verso(whole: Report): readonly PrintBlock[] {
  const { seen, parts, open } = whole
  const short = (id: string, from = 0): ReportPart | undefined => {
    const part = parts.find(one => one.id === id)
    const lines = part?.lines
      ?.slice(from, from + MOST_VOICES)
      .map(one => ({ words: cut(one.words, SHORT), ...underOf(one) }))
    return part && lines && lines.length > 0 ? { ...part, lines } : undefined
  }
  const answered = short('demandes', open.length)
  const threads = short('fils')
  const others = [
    answered && { ...answered, title: seen.words.answersTitle, says: [] },
    threads && { ...threads, says: [] },
    short('paroles'),
    short('buts'),
  ]
  return [
    { is: 'heading', words: seen.words.askedTitle },
    ...ticked(
      open.slice(0, MOST_REQUESTS),
      open.length - Math.min(open.length, MOST_REQUESTS),
      seen,
    ),
    {
      is: 'several',
      each: others.flatMap(part => (part ? [briefPart(part)] : [])),
      least: 0,
      more: [],
    },
  ]
}
const underOf = ({ under }: ReportLine): Readonly<{ under?: string }> =>
  under ? { under: cut(under, SHORT) } : {}

function question({ seen, question: asked }: Report): readonly PrintBlock[] {
  const { words: w } = seen
  if (!asked) return [{ is: 'lead', words: w.noQuestion }]
  return [
    {
      is: 'reach',
      title: [`${w.question}${w.colon}`, asked.row.title ?? ''],
      lines: [underRequest(asked, seen, SHORT)],
    },
  ]
}

/** The sentences beside the map; alone where nothing can be drawn. */
function besideMap(part: ReportPart, seen: ReportSource): PrintBlock {
  const says = part.says.map((words): PrintBlock => ({ is: 'words', words }))
  const { size: _size, isWhole: _whole, ...map } = mapOf(seen)
  const drawn = paperMap(map, 'a5')
  if (!drawn) return { is: 'kept', blocks: says }
  const { svg, keys } = drawn
  const drawing: readonly PrintBlock[] = [
    { is: 'drawing', svg, shows: seen.words.mapSays, mm: tallOf(svg) },
    ...(keys === '' ? [] : [{ is: 'small' as const, words: keys }]),
    { is: 'small', words: seen.words.mapLegend(seen.words.grey) },
  ]
  return { is: 'beside', wide: [1.1, 1], columns: [says, drawing] }
}

/**
 * Units: millimetres. As tall as its column is wide enough for, and never so tall that the sheet
 * loses its sentences.
 */
export function tallOf(svg: string, tallest = TALLEST): number {
  const [, wide = '1', tall = '1'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return Math.min(tallest, Math.floor((COLUMN * Number(tall)) / Number(wide)))
}
const TALLEST = 66
const COLUMN = 82

const source = (part: ReportPart): PrintBlock => ({ is: 'small', words: part.source })
const itemsOf = (lines: readonly ReportLine[]) =>
  lines.map(one => ({ words: one.words, ...(one.under ? { under: [one.under] } : {}) }))

/** `least`: of its lines, when they may be shortened. */
function briefPart(part: ReportPart, least?: number): readonly PrintBlock[] {
  const items = itemsOf((part.lines ?? []).map(one => ({ ...one, words: cut(one.words, SHORT) })))
  return [
    { is: 'heading', words: part.title },
    ...part.says.map((words): PrintBlock => ({ is: 'words', words })),
    ...(items.length > 0
      ? [
          {
            is: 'items' as const,
            items,
            tight: true,
            ...(least === undefined ? {} : { least, more: '' }),
          },
        ]
      : []),
    source(part),
  ]
}

/**
 * Each request with its boxes to tick and its code: what the keeper keys when the sheet comes back.
 * On a sheet that must fit, as many as stand there, one at least; `over`: how many more wait beyond
 * these. `ALL`: every one, whole.
 */
export function ticked(
  asked: readonly CouncilRequest[],
  over: number,
  seen: ReportSource,
): readonly PrintBlock[] {
  const { words: w, kit } = seen
  if (asked.length === 0) return [{ is: 'words', words: w.nothingAsked }]
  const each = asked.map(
    (one): PrintBlock => ({
      is: 'kept',
      blocks: [
        {
          is: 'words',
          words: [
            { b: one.row.title ?? '' },
            ...(one.code ? [{ soft: `  ${w.codeSays} ` }, { b: one.code }] : []),
          ],
        },
        { is: 'small', words: underRequest(one, seen, over < 0 ? undefined : SHORT) },
        {
          is: 'blanks',
          blanks: [
            { label: '', ticks: w.ticks },
            { label: w.tickLines, lines: 1 },
            { label: w.dated, lines: 1 },
          ],
        },
      ],
    }),
  )
  const answer: PrintBlock = {
    is: 'words',
    words: w.howToAnswer(kit.territory?.keptBy ?? w.keeper),
  }
  if (over < 0) return [...each, answer]
  const more = [0, ...asked.keys()].map((_, left) =>
    left + over === 0 ? '' : w.moreRequests(left + over),
  )
  const standing: PrintBlock = {
    is: 'several',
    each: each.map(one => [one]),
    least: 1,
    more,
    first: true,
  }
  return [standing, answer]
}

/** Of the long report: every request stands there, whole. */
const ALL = -1

function longReport(whole: Report): Paper {
  const { seen, parts, open } = whole
  const each = (part: ReportPart): readonly PrintBlock[] => {
    const items = itemsOf(part.lines ?? [])
    return [
      { is: 'heading', words: part.title },
      ...(part.map
        ? [besideMap(part, seen)]
        : part.says.map((words): PrintBlock => ({ is: 'words', words }))),
      ...(part.id === 'demandes' && open.length > 0 ? ticked(open, ALL, seen) : []),
      ...(items.length > 0
        ? [
            {
              is: 'items' as const,
              items: part.id === 'demandes' ? items.slice(open.length) : items,
              tight: true,
            },
          ]
        : []),
      ...(part.drawn ?? []).flatMap(drawnOf),
      ...(part.grids ?? []).flatMap(gridOf),
      source(part),
    ]
  }
  return paper(whole, { blocks: [...heads(whole), ...question(whole), ...parts.flatMap(each)] })
}

/** Letters of a label that a chart cuts: its table then tells the whole of it. */
const LONG_LABEL = 32

/** The chart says each number: its table stands beside it where a label had to be cut. */
const drawnOf = (one: Drawn): readonly PrintBlock[] => [
  {
    is: 'kept',
    blocks: [
      { is: 'heading', words: one.chart.title, level: 3 },
      {
        is: 'beside',
        wide: [1.3, 1],
        columns: [
          [
            {
              is: 'drawing',
              svg: chartOf(one).html,
              shows: `${one.chart.title}. ${one.chart.shows}`,
            },
          ],
          one.chart.rows.some(row => row.label.length > LONG_LABEL) ? [tableBlock(one.grid)] : [],
        ],
      },
    ],
  },
]
const gridOf = (grid: Grid): readonly PrintBlock[] => [
  { is: 'heading', words: grid.caption, level: 3 },
  tableBlock(grid),
]
export const tableBlock = (grid: Grid): PrintBlock => ({
  is: 'table',
  tight: true,
  columns: grid.columns.map((one, i) => ({ ...one, wide: i === 0 ? 3 : 1 })),
  rows: grid.rows,
})

export const prints: readonly Print<DiagnosisWords>[] = [report]
