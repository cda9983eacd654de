/**
 * Pieces of a drawing, as text. A drawing is narrow, so that its letters stay large enough on a
 * telephone (390 pixels), and bears its own background, so that it reads on a light or a dark page.
 */
export const WIDTH = 460
/** How wide a page shows it where there is room. */
const SHOWN = 600

const LOOK = `
text{font:15px system-ui,sans-serif;fill:#1f2328}
.strong{font-weight:600}
.soft{fill:#57606a;font-size:13.5px}
.back{fill:#fff}
.band{fill:#eef2f6}
.box{fill:#fff;stroke:#57606a}
.key{fill:#ddf0dd;stroke:#1a7f37}
.line{stroke:#57606a;fill:none}
.guide{stroke:#d0d7de}
.dot,.tip{fill:#57606a}
.self{fill:#0969da}
@media(prefers-color-scheme:dark){
text{fill:#e6edf3}
.soft{fill:#a9b4bf}
.back{fill:#0d1117}
.band{fill:#1c232b}
.box{fill:#0d1117;stroke:#8b949e}
.key{fill:#12321c;stroke:#3fb950}
.line{stroke:#a9b4bf}
.guide{stroke:#343c46}
.dot,.tip{fill:#a9b4bf}
.self{fill:#58a6ff}
}`

const said = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

type At = Readonly<{ x: number; y: number; look?: string; end?: boolean }>
export const text = ({ x, y, look, end }: At, words: string): string =>
  `<text x="${x}" ` +
  `y="${y}"${look ? ` class="${look}"` : ''}${end ? ' text-anchor="end"' : ''}>` +
  `${said(words)}</text>`

export type Area = Readonly<{ x: number; y: number; width: number; height: number }>
export const area = (look: string, { x, y, width, height }: Area, round = 0): string =>
  `<rect class="${look}" x="${x}" y="${y}" width="${width}" ` +
  `height="${height}"${round ? ` rx="${round}"` : ''}/>`

export const dot = (look: string, x: number, y: number): string =>
  `<circle class="${look}" cx="${x}" cy="${y}" r="3.5"/>`

type Way = Readonly<{ from: readonly [x: number, y: number]; to: readonly [x: number, y: number] }>
export const line = (look: string, { from, to }: Way): string =>
  `<path class="${look}" d="M${from.join(' ')}L${to.join(' ')}"/>`

/** A line with a tip at its end; it goes straight down or straight across. */
export function arrow(way: Way): string {
  const [[x0, y0], [x, y]] = [way.from, way.to]
  const across = y0 === y
  const back = (x - x0 || y - y0) > 0 ? -8 : 8
  const tip = across ? `M${x} ${y}l${back} -4.5v9z` : `M${x} ${y}l-4.5 ${back}h9z`
  return `${line('line', way)}<path class="tip" d="${tip}"/>`
}

type Drawn = Readonly<{ title: string; about: string; height: number; pieces: readonly string[] }>
export const drawing = ({ title, about, height, pieces }: Drawn): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}"
 width="${SHOWN}" height="${Math.round((height * SHOWN) / WIDTH)}"
 role="img" aria-labelledby="title about">
<title id="title">${said(title)}</title>
<desc id="about">${said(about)}</desc>
<style>${LOOK}
</style>
${area('back', { x: 0, y: 0, width: WIDTH, height })}
${pieces.join('\n')}
</svg>
`
