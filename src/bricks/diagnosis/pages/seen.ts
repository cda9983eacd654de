import { communesDrawn } from '../../../contract/communes.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { wordAt } from '../../../core/narrow.ts'
import { dayPlain, figure } from '../../../text/days.ts'
import type { Bar, ChartOf } from '../../../ui/chart.ts'
import { type Figures, figuresOf } from '../model/figures.ts'
import {
  type CouncilRequest,
  difficultiesIn,
  lastKept,
  requestsIn,
  visited,
} from '../model/read.ts'
import { dayIn, type Here, isTold, type KeptFigures } from '../model/rules.ts'
import type { fr, Many } from '../words/fr.ts'

export type DiagnosisWords = typeof fr
/**
 * A line of a list: what it says, what stands under it; `href` on the page alone.
 *
 * Shape   `said`: the words of people in both. Without it, all that it says is theirs, and nothing
 *         under it.
 */
export type ReportLine = Readonly<{
  words: string
  under?: string
  said?: readonly string[]
  href?: string
}>
/**
 * `values`: the number that each cell says, where it says one, for a spreadsheet; as many as
 * `rows`.
 */
export type Grid = Readonly<{
  caption: string
  columns: readonly Readonly<{ head: string; right?: boolean }>[]
  rows: readonly (readonly string[])[]
  values?: readonly (readonly (number | undefined)[])[]
}>
export type Drawn = Readonly<{ kind: 'bars' | 'stacked' | 'dots'; chart: ChartOf; grid: Grid }>
/**
 * A part of the report: sentences first, then what draws them, then the tables.
 *
 * Shape   `source`: where its figures come from. `map`: the map of the communes stands here.
 *         `said`: the words of people in its sentences.
 */
export type ReportPart = Readonly<{
  id: string
  title: string
  says: readonly string[]
  said?: readonly string[]
  lines?: readonly ReportLine[]
  map?: boolean
  drawn?: readonly Drawn[]
  grids?: readonly Grid[]
  source: string
}>
/** What a report is made from; nothing of it is told but through the parts. */
export type ReportSource = Readonly<{
  kit: Kit
  read: Reader
  words: DiagnosisWords
  figures: Figures
  communes: readonly Here[]
  been: ReadonlySet<string>
  since: string | undefined
  before: Readonly<{ on: string; figures: KeptFigures }> | undefined
  requests: readonly CouncilRequest[]
}>
export function seenBy(kit: Kit, read: Reader, words: DiagnosisWords): ReportSource {
  const since = dayIn(kit.request.query['depuis'], kit.request.today)
  const before = lastKept(read, kit.request.today)
  const figures = figuresOf(kit.figures(since), before?.figures)
  const requests = requestsIn(read, 'here')
  return {
    kit,
    read,
    words,
    figures,
    communes: communesDrawn(kit, read),
    been: beenIn(kit.request, read),
    since,
    before,
    requests,
  }
}

/**
 * Where somebody has been, or has come from to tell what they can't do: under three, that would
 * tell of one of them.
 */
function beenIn(request: Request, read: Reader): ReadonlySet<string> {
  const told = [...difficultiesIn(read, '').communes].flatMap(([code, n]) =>
    isTold(n) ? [code] : [],
  )
  return new Set([...visited(read, request.today), ...told])
}

/** Who asks, why, what it costs, of whom. */
export function underRequest(
  { row }: CouncilRequest,
  { words: w, kit }: Pick<ReportSource, 'words' | 'kit'>,
  most = Infinity,
): string {
  const council = row.whichCouncil ?? wordAt(w.councils, row.council) ?? ''
  const cost =
    row.costCents === null
      ? w.costUnknown
      : row.costCents === 0
        ? w.costNothing
        : w.cost(moneyOf(row.costCents, kit.request))
  return [cut(row.why?.trim() ?? '', most), w.askedBy(row.who ?? ''), w.askedOf(council), cost]
    .filter(Boolean)
    .join(' ')
}
/** The words of people in a line about a request. */
export const saidInRequest = ({ row }: CouncilRequest): readonly string[] => [
  row.title ?? '',
  row.why?.trim() ?? '',
  row.who ?? '',
  row.whichCouncil ?? '',
]
/** A text of so many letters at most, cut between two words; the whole of it stands on the page. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const head = text.slice(0, most)
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), most / 2)).trimEnd()}…`
}
export const moneyOf = (cents: number, { lang }: Pick<Request, 'lang'>): string => {
  const whole =
    `${figure(Math.trunc(cents / 100), lang)}` +
    `${
      cents % 100 === 0 ? '' : `${lang === 'fr' ? ',' : '.'}${String(cents % 100).padStart(2, '0')}`
    }`
  return lang === 'fr' ? `${whole}\u00a0€` : `€${whole}`
}

/** *3 lieux*, *un projet*, *aucune offre*: a number and the words that agree with it. */
export const many = (
  n: number,
  [none, one, more]: Many,
  { kit }: Pick<ReportSource, 'kit'>,
): string => (n === 0 ? none : n === 1 ? one : `${figure(n, kit.request.lang)}\u00a0${more}`)

/** The same of people: under three, not even of the whole is it told how many. */
export const manyPeople = (
  n: number,
  words: Many,
  seen: Pick<ReportSource, 'kit' | 'words'>,
): string => (isTold(n) ? many(n, words, seen) : seen.words.fewOf(words[2]))

/** From when on what happens is counted: *depuis le 1er janvier*, or since the beginning. */
export const periodOf = ({ since, words: w, kit }: ReportSource): string =>
  since === undefined
    ? w.sinceEver
    : w.sinceDay(dayPlain(since, kit.request.lang, kit.request.today))

/**
 * A chart and the same rows as its table: those of which there is something. Fewer than two are no
 * chart, and a sentence says them.
 */
export function drawn(
  kind: Drawn['kind'],
  chart: ChartOf,
  heads: readonly [what: string, count: string],
): readonly Drawn[] {
  const rows = chart.rows.filter(row => row.value > 0)
  if (rows.length < 2) return []
  const grid: Grid = {
    caption: chart.title,
    columns: [{ head: heads[0] }, { head: heads[1], right: true }],
    rows: rows.map((row: Bar) => [row.label, row.said ?? String(row.value)]),
  }
  return [{ kind, chart: { ...chart, rows }, grid }]
}

/**
 * *Anaïs et Malo, au local, le mercredi de 17 h à 19 h*: where to find them is said once, by the
 * fuller of the two sentences.
 */
export function whoKeeps({ territory }: Kit): string {
  return keeperSaid(territory, '').replace(/\.$/, '')
}
