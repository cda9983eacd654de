import { Unreadable } from './unreadable.ts'

/** No page that a person wrote is this deep. */
const DEEPEST = 2_000
/**
 * Most `<` in what is parsed. Measured here on Node 26: 200,000 in an HTML page take 150 MB while
 * it is read, 100,000 in a Word document (mammoth keeps three trees) as much; a Word document of 35
 * KB could take 2.8 GB, more than a small box has.
 */
const MOST_TAGS = 200_000
export const MOST_WORD_TAGS = 100_000

/**
 * Errors: `Unreadable` (`tangled`) for markup that would hold the box for long, or fill its memory.
 */
export function refuseTangled(markup: string, xml = false): void {
  if (tagsIn(markup) > MOST_TAGS || deeperThan(markup, DEEPEST, xml))
    throw Unreadable.of('tangled', {})
}

export function tagsIn(markup: string): number {
  let count = 0
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) count++
  return count
}

/**
 * How deep the tags of a page stand, counted without building anything. The parser takes time
 * proportional to depth at every tag: 300 KB of `<b>a<p>` held it for eleven seconds when tried. So
 * a page is measured before it is parsed. Law: never counts less than the parser's own depth, but
 * for the last element when it holds no other.
 */
export function deeperThan(html: string, most: number, xml = false): boolean {
  const open: string[] = []
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const found = tagAt(html, at, xml)
    at = found.end
    if (found.opens) {
      const ends = xml ? undefined : ENDS[found.opens]
      while (ends?.has(open.at(-1)!)) open.pop()
      open.push(found.opens)
      if (open.length > most) return true
    } else if (found.closes) {
      const last = open.lastIndexOf(found.closes)
      if (last >= 0) open.length = last
    }
  }
  return false
}

type TagSpan = Readonly<{ end: number; opens?: string; closes?: string }>

const VOID = new Set(
  (
    'area base basefont br col command embed frame hr img input isindex keygen link meta ' +
    'param source track wbr'
  ).split(' '),
)
/** Their content is text, whatever it looks like. */
const TEXT_ONLY = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'plaintext',
])
const P = new Set(['p'])
const ROW = new Set(['tr', 'th', 'td'])
const DEFINED = new Set(['dd', 'dt'])
/** Which open element ends where this one begins: `<li>a<li>b`. */
const ENDS: Readonly<Record<string, ReadonlySet<string>>> = Object.assign(
  Object.create(null),
  Object.fromEntries(
    (
      'p h1 h2 h3 h4 h5 h6 address article aside blockquote div dl footer form header main ol ' +
      'pre section table ul'
    )
      .split(' ')
      .map(n => [n, P]),
  ),
  {
    li: new Set(['li']),
    tr: ROW,
    td: new Set(['th', 'td']),
    th: new Set(['th']),
    dd: DEFINED,
    dt: DEFINED,
    option: new Set(['option']),
  },
)

function tagAt(html: string, at: number, xml: boolean): TagSpan {
  if (html.startsWith('<!--', at)) return { end: after(html, '-->', at + 2) }
  if (html.startsWith('<![CDATA[', at)) return { end: after(html, ']]>', at + 9) }
  if (html[at + 1] === '!' || html[at + 1] === '?') return { end: after(html, '>', at + 2) }
  const close = html[at + 1] === '/'
  const start = at + (close ? 2 : 1)
  if (!(xml ? /[^\s/>]/ : /[a-zA-Z]/).test(html[start] ?? '')) return { end: at + 1 }
  let end = start
  while (end < html.length && !/[\s/>]/.test(html[end]!)) end++
  const name = xml ? html.slice(start, end) : html.slice(start, end).toLowerCase()
  if (close) return { end: after(html, '>', end), closes: name }
  end = afterAttributes(html, end)
  if (xml) return html[end - 2] === '/' ? { end } : { end, opens: name }
  if (TEXT_ONLY.has(name)) return { end: afterText(html, name, end) }
  return VOID.has(name) ? { end } : { end, opens: name }
}

/** A `>` inside a quoted value ends no tag; a quote counts only where a value begins. */
function afterAttributes(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    if (html[at] === '>') return at + 1
    if (html[at] !== '=') continue
    while (/\s/.test(html[at + 1] ?? '')) at++
    const quote = html[at + 1]
    if (quote !== '"' && quote !== "'") continue
    at = after(html, quote, at + 2) - 1
  }
  return html.length
}

function afterText(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  return close.exec(html)?.index ?? html.length
}

function after(html: string, what: string, from: number): number {
  const at = html.indexOf(what, from)
  return at < 0 ? html.length : at + what.length
}
