import type { Archive } from './archive.ts'
import { documentOf } from './document.ts'
import { Lines, type TablePosition } from './lines.ts'
import { linkSaid } from './link.ts'
import { Unreadable } from './unreadable.ts'
import { type Node, walk } from './walk.ts'

/**
 * Parts of a document that are not its text: what was struck out, margin notes, a table of contents
 * that says the headings twice.
 */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'text:table-of-content',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'office:forms',
  'svg:title',
  'svg:desc',
  'table:covered-table-cell',
  'text:note-citation',
])
/** `text:c` says how many spaces: a document may ask for a thousand million. */
const MOST_SPACES = 40

/**
 * `note`: how many paragraphs of a footnote were met, whose text stands in parentheses inside the
 * line that calls it.
 */
type Walk = { out: Lines; links: { href: string; from: TablePosition }[]; note: number | undefined }

/** The text of a LibreOffice document, written as an HTML page would be. */
export function odtText(archive: Archive): string {
  const manifest = archive.part('META-INF/manifest.xml')
  if (manifest && new TextDecoder().decode(manifest).includes('encryption-data'))
    throw Unreadable.of('encrypted', {})
  const content = archive.part('content.xml')
  if (!content) throw Unreadable.of('damaged', {})
  const xml = new TextDecoder().decode(content)
  const document = documentOf<Node>(xml, 'text/xml')
  const root = find(document, 'office:text')
  if (!root) throw Unreadable.of('damaged', {})
  const walked: Walk = { out: new Lines(), links: [], note: undefined }
  walk(
    root,
    node => enter(node, walked),
    node => leave(node, walked),
  )
  return walked.out.text()
}

function find(root: Node, name: string): Node | undefined {
  let found: Node | undefined
  walk(
    root,
    node => {
      if (node.nodeName === name) found ??= node
      return !found
    },
    () => {},
  )
  return found
}

function enter(node: Node, walked: Walk): boolean {
  const { out } = walked
  if (node.nodeType === 3) {
    out.flow(node.textContent ?? '')
    return false
  }
  const name = node.nodeName
  if (node.nodeType !== 1 || LEFT_OUT.has(name)) return false
  if (name === 'text:p') openParagraph(walked)
  else if (name === 'text:h') {
    out.block(!out.inList)
    out.heading()
  } else if (name === 'text:line-break') out.endLine()
  else if (name === 'text:tab') out.asIs('\t')
  else if (name === 'text:s')
    out.asIs(
      ' '.repeat(Math.min(MOST_SPACES, Math.max(1, Number(node.getAttribute('text:c') ?? 1) || 1))),
    )
  else if (name === 'text:a')
    walked.links.push({ href: node.getAttribute('xlink:href') ?? '', from: out.here() })
  else if (name === 'text:note') {
    out.flow(' (')
    walked.note = 0
  } else if (name === 'text:list') out.list(1)
  else if (name === 'text:list-item') out.item('•')
  else if (name === 'table:table') {
    out.block(!out.inList)
    out.heading()
  } else if (name === 'table:table-row') out.openRow()
  else if (name === 'table:table-cell') out.openCell()
  return true
}

function openParagraph(walked: Walk): void {
  if (walked.note === undefined) walked.out.block(!walked.out.inList)
  else if (walked.note++ > 0) walked.out.flow(' ')
}

function leave(node: Node, walked: Walk): void {
  const { out } = walked
  const name = node.nodeName
  if (name === 'text:p' && walked.note !== undefined) return
  if (name === 'text:p' || name === 'text:h' || name === 'table:table') out.block(!out.inList)
  else if (name === 'text:a') closeLink(walked)
  else if (name === 'text:note') {
    out.flow(')')
    walked.note = undefined
  } else if (name === 'text:list') out.list(-1)
  else if (name === 'text:list-item') out.itemEnd()
  else if (name === 'table:table-row') out.closeRow()
  else if (name === 'table:table-cell') out.closeCell()
}

function closeLink({ out, links }: Walk): void {
  const link = links.pop()
  if (!link) return
  const said = linkSaid(out.since(link.from), link.href)
  if (said) out.flow(said)
}
