import { type Html, html } from '../../src/contract/html.ts'

/**
 * The Markdown of this project as HTML: headings, paragraphs, lists, tables, code, pictures, links,
 * bold, italics. `bin/site.test.ts` renders every page, so a form that is not here shows.
 */

/** Where a link leads: an address of the site; undefined: its words alone. */
export type LinkOf = (target: string) => string | undefined

/** Code comes first: no mark counts inside it. */
const INLINE = new RegExp(
  [
    String.raw`(?<ticks>\`+)(?<code>.+?)\k<ticks>(?!\`)`,
    String.raw`!\[(?<alt>[^\]]*)\]\((?<src>[^)\s]+)\)`,
    String.raw`\[(?<words>(?:[^\[\]]|\[[^\]]*\])+)\]\((?<target>[^)\s]+)\)`,
    String.raw`\*\*(?<bold>.+?)\*\*`,
    String.raw`(?<![\w*])\*(?<soft>[^*\s](?:[^*]*[^*\s])?)\*(?![\w*])`,
    String.raw`\\(?<sign>[\\*|_\`\[\]])`,
    String.raw` {2,}(?<end>\n)`,
  ].join('|'),
  'gs',
)

/** A line of text. */
function inlineHtml(text: string, link: LinkOf): readonly Html[] {
  const pieces: Html[] = []
  let from = 0
  for (const found of text.matchAll(INLINE)) {
    pieces.push(html`${text.slice(from, found.index)}`, pieceHtml(found.groups ?? {}, link))
    from = found.index + found[0].length
  }
  return [...pieces, html`${text.slice(from)}`]
}

function pieceHtml(of: Readonly<Record<string, string | undefined>>, link: LinkOf): Html {
  if (of['code'] !== undefined) {
    const code = of['code'].replace(/^ (.*) $/s, '$1')
    const href = code.endsWith('.md') ? link(code) : undefined
    const said = html`<code>${code}</code>`
    return href === undefined ? said : html`<a href="${href}">${said}</a>`
  }
  if (of['src'] !== undefined) {
    const src = link(of['src'])
    return src === undefined
      ? html`${of['alt']}`
      : html`<img class="shot" src="${src}" alt="${of['alt']}">`
  }
  if (of['target'] !== undefined) {
    const [words, href] = [inlineHtml(of['words'] ?? '', link), link(of['target'])]
    if (href !== undefined) return html`<a href="${href}">${words}</a>`
    return /^https?:/.test(of['target']) ? html`${words} (${of['target']})` : html`${words}`
  }
  if (of['bold'] !== undefined) return html`<b>${inlineHtml(of['bold'], link)}</b>`
  if (of['soft'] !== undefined) return html`<i>${inlineHtml(of['soft'], link)}</i>`
  return of['end'] === undefined ? html`${of['sign']}` : html`<br>`
}

/** The name of a heading in an address, as GitHub makes it. */
export const slugOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

const ITEM = /^( *)(?:[-*]|\d+\.) +(.*)$/
const FENCE = /^ *```/
const HEADING = /^(#{1,6}) (.*)$/
const RULE = /^\|(?: *:?-+:? *\|)+$/
const CODE = /^ {4}/

/** The lines from one on that fit, and where they end. */
function taken(lines: readonly string[], from: number, fits: (line: string) => boolean): number {
  let end = from
  while (end < lines.length && fits(lines[end]!)) end++
  return end
}

/** Blocks of a text, one after the other. */
export function markdownHtml(text: string, link: LinkOf): readonly Html[] {
  const lines = text.replace(/\n+$/, '').split('\n')
  const blocks: Html[] = []
  for (let at = 0; at < lines.length; ) {
    const { block, next } = blockAt(lines, at, link)
    if (block) blocks.push(block)
    at = next
  }
  return blocks
}

type Block = Readonly<{ block?: Html; next: number }>

function blockAt(lines: readonly string[], at: number, link: LinkOf): Block {
  const line = lines[at]!
  if (line.trim() === '') return { next: at + 1 }
  if (FENCE.test(line)) {
    const end = taken(lines, at + 1, one => !FENCE.test(one))
    return { block: codeHtml(lines.slice(at + 1, end)), next: end + 1 }
  }
  const heading = HEADING.exec(line)
  if (heading) return { block: headingHtml(heading, link), next: at + 1 }
  if (RULE.test(lines[at + 1] ?? '')) {
    const end = taken(lines, at + 2, one => one.startsWith('|'))
    return { block: tableHtml(line, lines.slice(at + 2, end), link), next: end }
  }
  if (ITEM.test(line)) return listAt(lines, at, link)
  if (CODE.test(line)) {
    const end = taken(lines, at, one => CODE.test(one) || one === '')
    return { block: codeHtml(lines.slice(at, end).map(one => one.slice(4))), next: end }
  }
  const end = taken(lines, at, one => !isBreak(one))
  return {
    block: html`<p>${inlineHtml(lines.slice(at, end).map(trimmed).join('\n'), link)}</p>`,
    next: end,
  }
}

const trimmed = (line: string): string => line.trimStart()
/** A line that ends a paragraph. */
const isBreak = (line: string): boolean =>
  line.trim() === '' || FENCE.test(line) || HEADING.test(line) || ITEM.test(line)

const codeHtml = (lines: readonly string[]): Html =>
  html`<pre><code>${lines.join('\n').trimEnd()}</code></pre>`

function headingHtml([, marks = '', words = '']: RegExpExecArray, link: LinkOf): Html {
  const said = inlineHtml(words, link)
  const id = slugOf(words)
  if (marks.length === 1) return html`<h1 id="${id}">${said}</h1>`
  return marks.length === 2 ? html`<h2 id="${id}">${said}</h2>` : html`<h3 id="${id}">${said}</h3>`
}

/** Cells of a line; a bar inside code, or after a backslash, is no end of a cell. */
const cellsOf = (line: string): readonly string[] =>
  (line.match(/(?:`[^`]*`|\\.|[^|`\\])+/g) ?? []).map(cell => cell.trim())

function tableHtml(head: string, rows: readonly string[], link: LinkOf): Html {
  const count = cellsOf(head).length
  const cell = (text: string): Html => html`<td>${inlineHtml(text, link)}</td>`
  return html`
    <div class="table">
      <table>
        <thead>
          <tr>${cellsOf(head).map(one => html`<th scope="col">${inlineHtml(one, link)}</th>`)}</tr>
        </thead>
        <tbody>${rows.map(row => html`<tr>${cellsOf(row).slice(0, count).map(cell)}</tr>`)}</tbody>
      </table>
    </div>
  `
}

/** A list with all its items, each with what stands under it. */
function listAt(lines: readonly string[], from: number, link: LinkOf): Block {
  const isOrdered = /^ *\d/.test(lines[from]!)
  const indent = ITEM.exec(lines[from]!)![1]!.length
  const items: Html[] = []
  let at = from
  for (;;) {
    const found = ITEM.exec(lines[at] ?? '')
    if (found?.[1]?.length !== indent) break
    const inner = lines[at]!.length - found[2]!.length
    const end = taken(lines, at + 1, one => isOfItem(one, indent))
    const own = lines.slice(at + 1, end).map(one => one.replace(new RegExp(`^ {0,${inner}}`), ''))
    items.push(html`<li>${itemHtml([found[2]!, ...own].join('\n'), link)}</li>`)
    at = end
  }
  return { block: isOrdered ? html`<ol>${items}</ol>` : html`<ul>${items}</ul>`, next: at }
}

const isOfItem = (line: string, indent: number): boolean =>
  line.trim() !== '' && !HEADING.test(line) && (ITEM.exec(line)?.[1]?.length ?? 99) > indent

/** An item of one paragraph stands on its line. */
function itemHtml(text: string, link: LinkOf): readonly Html[] {
  const blocks = markdownHtml(text, link)
  const [first] = blocks
  const alone = first && /^<p>(.*)<\/p>$/s.exec(first.html)
  return alone ? [{ html: alone[1]! }, ...blocks.slice(1)] : blocks
}
