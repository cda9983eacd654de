import { type Html, html } from '../../../contract/html.ts'
import type { Lang } from '../../../core/lang.ts'
import { bars, chartFigure, dots, stacked, table } from '../../../ui/chart.ts'
import { territoryMap } from '../../../ui/map/map.ts'
import { TONGUE, within } from '../../../ui/tongue.ts'
import type { CouncilRequest } from '../model/read.ts'
import { unvisited } from '../model/rules.ts'
import type { CommuneReport } from './parts-commune.ts'
import type { Report } from './report.ts'
import {
  type Drawn,
  type Grid,
  type ReportLine,
  type ReportPart,
  type ReportSource,
  saidInRequest,
  underRequest,
} from './seen.ts'

/**
 * The report as HTML: on the page, and as a file that stands alone, where no address leads
 * anywhere.
 */

const DRAWN = { bars, stacked, dots } as const
export const chartOf = ({ kind, chart }: Drawn): Html => DRAWN[kind](chart)

const tableOf = (grid: Grid): Html => table(grid)

function lineOf({ words, under, said, href }: ReportLine, alone: boolean, lang: Lang): Html {
  const told = within(words, said ?? words, lang)
  return html`
    <li>
      <p>${href && !alone ? html`<a href="${href}">${told}</a>` : told}</p>
      ${under && html`<p class="where">${within(under, said ?? [], lang)}</p>`}
    </li>
  `
}

/** A map, and the sentence under it. */
type DrawnMap = Readonly<{ map: Parameters<typeof territoryMap>[0]; legend: string }>
/** `inside`: what stands between the sentences of a part and its map. */
type PartMore = DrawnMap & Readonly<{ inside?: Html }>

/** The communes where somebody has been, hatched; none is said to be empty. */
export function mapOf(seen: ReportSource): Parameters<typeof territoryMap>[0] {
  const not = new Set(unvisited(seen.communes, seen.been).map(one => one.code))
  const here = seen.kit.territory?.village
  const been = seen.communes
    .filter(one => !not.has(one.code) && one.code !== here)
    .map(one => one.code)
  return {
    id: 'visitees',
    size: 'large',
    isWhole: true,
    title: seen.words.mapSays,
    communes: seen.communes,
    marked: been,
    ...(here ? { here } : {}),
  }
}

/** `drawn`: the map of a part that has one, with its legend; by default, that of the visits. */
export function partOf(
  part: ReportPart,
  seen: ReportSource,
  alone: boolean,
  drawn: PartMore = { map: mapOf(seen), legend: seen.words.mapLegend(seen.words.yellow) },
): Html {
  const map = part.map && territoryMap(drawn.map)
  const { lang } = seen.kit.request
  return html`
    <section class="part" id="${part.id}">
      <header><h2>${part.title}</h2></header>
      ${part.says.map(sentence => html`<p>${within(sentence, part.said ?? [], lang)}</p>`)}
      ${
        part.lines &&
        part.lines.length > 0 &&
        html`<ul class="notices">${part.lines.map(one => lineOf(one, alone, lang))}</ul>`
      }
      ${part.map && drawn.inside}
      ${part.drawn?.map(one => chartFigure(chartOf(one), one.grid, seen.words.asTable))}
      ${map && html`${map}<p class="where">${drawn.legend}</p>`}
      ${part.grids?.map(tableOf)}
      <p class="where">${part.source}</p>
    </section>
  `
}

/** The one question, said first. */
function questionOf(asked: CouncilRequest | undefined, seen: ReportSource, alone: boolean): Html {
  const { words: w } = seen
  if (!asked) return html`<div class="note"><p>${w.noQuestion}</p></div>`
  const title = asked.row.title ?? ''
  const linked = alone ? title : html`<a href="/demandes-aux-elus/${asked.row.id}">${title}</a>`
  return html`
    <div class="note">
      <p><b>${w.question}${w.colon}</b><span${TONGUE}>${linked}</span></p>
      <p>${within(underRequest(asked, seen), saidInRequest(asked), seen.kit.request.lang)}</p>
    </div>
  `
}

/** One commune among the others. */
export function oneOnMap({ seen, here }: CommuneReport, colour: string): DrawnMap {
  const { ofOne } = seen.words
  return {
    map: {
      id: 'commune',
      size: 'small',
      title: ofOne.mapSays(here.name),
      communes: seen.communes,
      here: here.code,
    },
    legend: ofOne.mapLegend(here.name, colour),
  }
}

export const partsOf = ({ seen, parts, question }: Report, alone: boolean): Html =>
  html`${questionOf(question, seen, alone)}${parts.map(part => partOf(part, seen, alone))}`
