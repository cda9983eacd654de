import { type Html, html } from '../contract/html.ts'

/**
 * Charts as SVG, without colour: they read the same on paper, in the dark and photocopied. Each
 * bears its title and says what it shows; its table is folded beneath it, always (`chartFigure`).
 */

/** `said`: the value as people read it, when it is more than a number. */
export type Bar = Readonly<{ label: string; value: number; said?: string }>
export type ChartOf = Readonly<{
  /** Makes the ids of this chart its own in the page. */
  id: string
  title: string
  /** What it shows, in a sentence, for those who don't see it. */
  shows: string
  rows: readonly Bar[]
}>

const WIDTH = 460
const LETTERS = 15
/**
 * Average width of a letter in parts of its size, as on the maps; the most that labels may take
 * before their bars.
 */
const LETTER = 0.54
const WIDEST_LABEL = 270
const ROW = 27

const short = (n: number): string => String(Math.round(n * 10) / 10)
const text = (x: number, y: number, words: string, more: Html = html``): Html =>
  html`
    <text
      x="${short(x)}"
      y="${short(y)}"
      dy=".35em"
      font-size="${LETTERS}"
      fill="currentColor"${more}
    >
      ${words}
    </text>
  `

/** A label as long as its room; the whole of it stands in the table. */
function fitted(label: string): string {
  const most = Math.floor(WIDEST_LABEL / (LETTERS * LETTER))
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`
}

/** Where the labels of these rows end. */
const labelsOf = (rows: readonly Bar[]): number =>
  Math.min(WIDEST_LABEL, Math.max(60, ...rows.map(row => row.label.length * LETTERS * LETTER))) + 10

/** A drawing with its title and its sentence; it stands alone as a file too. */
const drawing = (o: Pick<ChartOf, 'id' | 'title' | 'shows'>, height: number, inside: Html): Html =>
  html`
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      viewBox="0 0 ${WIDTH} ${short(height)}"
      role="img"
      aria-labelledby="${o.id}-t ${o.id}-d"
      font-family="Atkinson, Atkinson Hyperlegible Next, sans-serif"
    >
      <title id="${o.id}-t">${o.title}</title>
      <desc id="${o.id}-d">${o.shows}</desc>
      ${inside}
    </svg>
  `

/** One bar a line, with its label before it and its value after it. */
export function bars(o: ChartOf): Html {
  const most = Math.max(1, ...o.rows.map(row => row.value))
  const labels = labelsOf(o.rows)
  const room = WIDTH - labels - 62
  const one = (row: Bar, i: number): Html => {
    const y = i * ROW + ROW / 2
    const wide = (room * Math.max(0, row.value)) / most
    return html`
      ${text(labels - 8, y, fitted(row.label), html` text-anchor="end"`)}
      ${
        wide > 0 &&
        html`
          <rect
            x="${short(labels)}"
            y="${short(y - 8)}"
            width="${short(wide)}"
            height="16"
            fill="currentColor"
          />
        `
      }
      ${text(labels + wide + 7, y, row.said ?? String(row.value), html` font-weight="700"`)}
    `
  }
  return drawing(o, o.rows.length * ROW, html`${o.rows.map(one)}`)
}

/** How the parts of a whole are told apart without colour: full, hatched, dotted, empty. */
const FILLS = ['full', 'hatched', 'dotted', 'empty'] as const
const patterns = (id: string): Html =>
  html`
    <defs>
      <pattern id="${id}-1" width="6" height="6" patternUnits="userSpaceOnUse">
        <path d="M-1 7L7-1M-1 1L1-1M5 7L7 5" stroke="currentColor" stroke-width="1.6"/>
      </pattern>
      <pattern id="${id}-2" width="6" height="6" patternUnits="userSpaceOnUse">
        <circle cx="3" cy="3" r="1.3" fill="currentColor"/>
      </pattern>
    </defs>
  `
const fillOf = (id: string, part: number): string =>
  part === 0 ? 'currentColor' : part < 3 ? `url(#${id}-${part})` : 'none'

/** One bar for a whole, cut into up to four parts, the words of each beneath it. */
export function stacked(o: ChartOf): Html {
  const rows = o.rows.slice(0, FILLS.length)
  const whole = rows.reduce((sum, row) => sum + Math.max(0, row.value), 0)
  const wide = (value: number): number =>
    whole === 0 ? 0 : ((WIDTH - 2) * Math.max(0, value)) / whole
  const starts = rows.map(
    (_, i) => 1 + rows.slice(0, i).reduce((sum, row) => sum + wide(row.value), 0),
  )
  const part = (row: Bar, i: number): Html | false =>
    row.value > 0 &&
    html`
      <rect
        x="${short(starts[i] ?? 0)}"
        y="1"
        width="${short(wide(row.value))}"
        height="30"
        fill="${fillOf(o.id, i)}"
        stroke="currentColor"
        stroke-width="1.5"
      />
    `
  const key = (row: Bar, i: number): Html => {
    const y = 50 + i * 24
    return html`
      <rect
        x="1"
        y="${y - 8}"
        width="24"
        height="16"
        fill="${fillOf(o.id, i)}"
        stroke="currentColor"
        stroke-width="1.5"
      />
      ${text(34, y, row.label)}
      ${text(
        WIDTH - 2,
        y,
        row.said ?? String(row.value),
        html` text-anchor="end" font-weight="700"`,
      )}
    `
  }
  return drawing(o, 44 + rows.length * 24, html`${patterns(o.id)}${rows.map(part)}${rows.map(key)}`)
}

/**
 * Dots of one line; above this a line of dots is no longer counted by eye, and a figure says it.
 */
const MOST_DOTS = 24
/** As many dots as there are, as one would draw them by hand: few things, each of which counts. */
export function dots(o: ChartOf): Html {
  const labels = labelsOf(o.rows)
  const step = Math.min(16, (WIDTH - labels - 40) / MOST_DOTS)
  const one = (row: Bar, i: number): Html => {
    const y = i * ROW + ROW / 2
    const count = Math.max(0, Math.min(MOST_DOTS, Math.round(row.value)))
    const places = Array.from({ length: count }, (_, n) => labels + step / 2 + n * step)
    return html`
      ${text(labels - 8, y, fitted(row.label), html` text-anchor="end"`)}
      ${places.map(
        x =>
          html`
            <circle
              cx="${short(x)}"
              cy="${short(y)}"
              r="${short(step * 0.38)}"
              fill="currentColor"
            />
          `,
      )}
      ${text(labels + count * step + 8, y, row.said ?? String(row.value), html` font-weight="700"`)}
    `
  }
  return drawing(o, o.rows.length * ROW, html`${o.rows.map(one)}`)
}

export type TableOf = Readonly<{
  caption: string
  columns: readonly Readonly<{ head: string; right?: boolean }>[]
  rows: readonly (readonly (Html | string)[])[]
}>

/**
 * A table whose first cell names its line; it scrolls by itself on a narrow screen, by keyboard
 * too.
 */
export function table(o: TableOf): Html {
  const figure = (i: number): Html | false => o.columns[i]?.right === true && html` class="figure"`
  const heads = o.columns.map((column, i) => html`<th scope="col"${figure(i)}>${column.head}</th>`)
  const line = (row: TableOf['rows'][number]): Html =>
    html`
      <tr>
        ${row.map((cell, i) =>
          i === 0 ? html`<th scope="row">${cell}</th>` : html`<td${figure(i)}>${cell}</td>`,
        )}
      </tr>
    `
  return html`
    <div class="table" tabindex="0" role="region" aria-label="${o.caption}">
      <table>
        <caption>${o.caption}</caption>
        <thead><tr>${heads}</tr></thead>
        <tbody>${o.rows.map(line)}</tbody>
      </table>
    </div>
  `
}

/** A chart with its table beneath, folded: the chart has said each number once. */
export const chartFigure = (svg: Html, of: TableOf, words: string): Html =>
  html`
    <figure class="chart-box">
      <figcaption>${of.caption}</figcaption>
      ${svg}
      <details>
        <summary>${words}</summary>
        ${table(of)}
      </details>
    </figure>
  `
