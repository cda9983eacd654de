import { documentOf } from './document.ts'
import { Lines, type TablePosition } from './lines.ts'
import { linkSaid } from './link.ts'
import { type Node, walk } from './walk.ts'

/**
 * What of a page is no text of it: code, menus, what a browser would not show, a wiki's own
 * furniture.
 */
const LEFT_OUT = new Set(
  (
    'script style nav template noscript svg math iframe object embed canvas audio video head ' +
    'select button textarea datalist dialog'
  ).split(' '),
)
const FURNITURE = new Set([
  'mw-editsection',
  'toc',
  'navbox',
  'printfooter',
  'noprint',
  'mw-jump-link',
  'mw-empty-elt',
  'reference',
  'catlinks',
])
const APART = new Set(
  'p h1 h2 h3 h4 h5 h6 table blockquote pre dl hr figure form fieldset details'.split(' '),
)
const ON_A_LINE = new Set(
  (
    'div section article main header footer aside address dt dd figcaption caption legend ' +
    'summary center body hgroup option'
  ).split(' '),
)
const HEADING = /^h[1-6]$/

type Walk = {
  out: Lines
  base: string | undefined
  ownHost: string | undefined
  links: { href: string; from: TablePosition }[]
  counts: number[]
  pre: number
}

/**
 * The text of a page, as a person would copy it: headings and paragraphs as lines, bullets, rows of
 * tables. A link keeps its address in parentheses when it says more than its words; `base` is where
 * the page was found, without it an address inside the same site means nothing and is left out.
 * Errors: `Unreadable` (`tangled`, `tooLong`).
 */
export function htmlText(html: string, base?: string): string {
  const document = documentOf<Node>(whole(html), 'text/html')
  const body = document.querySelector('body') ?? document
  const wiki = body.querySelector('.mw-parser-output') ?? body.querySelector('#mw-content-text')
  const mains = body.querySelectorAll('main')
  const root = wiki ?? (mains.length === 1 && mains[0]!.textContent?.trim() ? mains[0]! : body)
  const out = new Lines()
  const title = root.querySelector('h1') ? null : body.querySelector('h1')
  if (title && root !== body) {
    out.flow(title.textContent ?? '')
    out.block(true)
  }
  const walked: Walk = {
    out,
    base,
    ownHost: wiki ? hostOf(base) : undefined,
    links: [],
    counts: [],
    pre: 0,
  }
  walk(
    root,
    node => enter(node, walked),
    node => leave(node, walked),
  )
  return out.text()
}

/** The parser keeps only the first element of a piece of HTML: it is given a whole page. */
const whole = (html: string): string =>
  /<body[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`

/** Writes what stands before a node's children; false: they are not read. */
function enter(node: Node, walked: Walk): boolean {
  const { out } = walked
  if (node.nodeType === 3) {
    if (walked.pre > 0) out.asIs(node.textContent ?? '')
    else out.flow(node.textContent ?? '')
    return false
  }
  const name = node.localName ?? ''
  if (node.nodeType !== 1) return node.nodeType === 9
  if (LEFT_OUT.has(name) || leftOut(node)) return false
  if (APART.has(name)) out.block(!out.inList)
  else if (ON_A_LINE.has(name)) out.block(false)
  if (HEADING.test(name) || name === 'table') out.heading()
  enterNamed(node, name, walked)
  return true
}

function enterNamed(node: Node, name: string, walked: Walk): void {
  const { out, counts } = walked
  if (name === 'br') out.endLine()
  else if (name === 'pre') walked.pre++
  else if (name === 'ul' || name === 'ol' || name === 'menu') {
    counts.push(
      name === 'ol' ? Number.parseInt(node.getAttribute('start') ?? '1', 10) || 1 : Number.NaN,
    )
    out.list(1)
  } else if (name === 'li') out.item(numbered(counts))
  else if (name === 'a')
    walked.links.push({ href: node.getAttribute('href') ?? '', from: out.here() })
  else if (name === 'img') out.flow(` ${node.getAttribute('alt') ?? ''} `)
  else if (name === 'tr') out.openRow()
  else if (name === 'td' || name === 'th') out.openCell()
}

function leave(node: Node, walked: Walk): void {
  const { out } = walked
  const name = node.localName ?? ''
  if (name === 'a') closeLink(walked)
  else if (name === 'td' || name === 'th') out.closeCell()
  else if (name === 'tr') out.closeRow()
  else if (name === 'li') out.itemEnd()
  else if (name === 'pre') walked.pre--
  else if (name === 'ul' || name === 'ol' || name === 'menu') {
    walked.counts.pop()
    out.list(-1)
  }
  if (APART.has(name)) out.block(!out.inList)
  else if (ON_A_LINE.has(name)) out.block(false)
}

function numbered(counts: number[]): string {
  const n = counts.at(-1)
  if (n === undefined || Number.isNaN(n)) return '•'
  counts[counts.length - 1] = n + 1
  return `${n}.`
}

function leftOut(node: Node): boolean {
  if (node.hasAttribute('hidden')) return true
  if (/display\s*:\s*none/i.test(node.getAttribute('style') ?? '')) return true
  const classes = node.getAttribute('class') ?? ''
  return node.getAttribute('id') === 'toc' || classes.split(/\s+/).some(c => FURNITURE.has(c))
}

function closeLink(walked: Walk): void {
  const link = walked.links.pop()
  if (!link) return
  const said = linkSaid(walked.out.since(link.from), link.href, walked.base, walked.ownHost)
  if (said) walked.out.flow(said)
}

const hostOf = (base: string | undefined): string => (base ? (URL.parse(base)?.host ?? '') : '')
