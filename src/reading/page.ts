import { Archive } from './archive.ts'
import { docxText } from './docx.ts'
import { htmlText } from './html.ts'
import { odtText } from './odt.ts'
import { decodeText } from './text.ts'
import { MOST_BYTES, Unreadable } from './unreadable.ts'

/**
 * `text`, `markdown` and `wikitext` are the file's own text, to the letter; the others are drawn
 * from it.
 */
export type PageKind = 'text' | 'markdown' | 'wikitext' | 'html' | 'docx' | 'odt'
export type ReadPage = Readonly<{ text: string; kind: PageKind }>

/**
 * The text of a meeting page, whatever it was written with. Law: text, Markdown and wikitext come
 * back as decoded, line ends and all, so that offsets hold in the file itself. `type` is what a
 * server says of it (a media type, perhaps with its charset); `base` is the address where it was
 * found. Errors: `Unreadable`, with a sentence that says what to do.
 */
export async function readPage(
  bytes: Uint8Array,
  name: string,
  type = '',
  base?: string,
): Promise<ReadPage> {
  if (bytes.length > MOST_BYTES) throw Unreadable.of('tooBig', { most: MOST_BYTES })
  if (bytes.length === 0) throw Unreadable.of('empty', {})
  refuseByMark(bytes)
  const page =
    starts(bytes, 'PK\x03\x04') || starts(bytes, 'PK\x05\x06')
      ? await readArchive(bytes)
      : readText(bytes, name, type, base)
  if (page.text.trim() === '') throw Unreadable.of('empty', {})
  return page
}

function readText(
  bytes: Uint8Array,
  name: string,
  type: string,
  base: string | undefined,
): ReadPage {
  const text = decodeText(bytes, charsetOf(type) ?? charsetInside(bytes))
  const kind = kindOf(text, name, type)
  return kind === 'html' ? { text: htmlText(text, base), kind } : { text, kind }
}

async function readArchive(bytes: Uint8Array): Promise<ReadPage> {
  const archive = new Archive(bytes)
  if (archive.has('word/document.xml'))
    return { text: await drawn(() => docxText(archive)), kind: 'docx' }
  const mimetype = new TextDecoder().decode(archive.part('mimetype') ?? new Uint8Array())
  if (archive.has('xl/workbook.xml') || mimetype.includes('spreadsheet'))
    throw Unreadable.of('spreadsheet', {})
  if (!archive.has('content.xml')) throw Unreadable.of('otherArchive', {})
  return { text: await drawn(() => odtText(archive)), kind: 'odt' }
}

/**
 * What a reader of documents stumbles over is the document's fault: an entity that no table has, a
 * tree that is none.
 */
async function drawn(read: () => string | Promise<string>): Promise<string> {
  try {
    return await read()
  } catch (error) {
    throw error instanceof Unreadable ? error : Unreadable.of('damaged', {})
  }
}

/**
 * Files that are known by their first bytes, and for which there is better to say than *not text*.
 */
function refuseByMark(bytes: Uint8Array): void {
  if (starts(bytes, '%PDF')) throw Unreadable.of('pdf', {})
  if (starts(bytes, '{\\rtf')) throw Unreadable.of('rtf', {})
  if (['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'].some(mark => starts(bytes, mark)))
    throw Unreadable.of('picture', {})
  if (starts(bytes, 'RIFF') && latin(bytes.subarray(8, 12)) === 'WEBP')
    throw Unreadable.of('picture', {})
  // One container for two things: an old Word document, and a new one locked with a password.
  if (starts(bytes, '\xd0\xcf\x11\xe0'))
    throw Unreadable.of(hasName(bytes, 'EncryptedPackage') ? 'encrypted' : 'oldWord', {})
}

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
const starts = (bytes: Uint8Array, mark: string): boolean =>
  latin(bytes.subarray(0, mark.length)) === mark
const hasName = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'))

function kindOf(
  text: string,
  name: string,
  type: string,
): 'text' | 'markdown' | 'wikitext' | 'html' {
  const start = text.slice(0, 1_000).trimStart()
  if (
    /\.x?html?$/i.test(name) ||
    /\bx?html\b/i.test(type) ||
    /^<(!doctype html|html[\s>])/i.test(start)
  )
    return 'html'
  if (/\.(md|markdown)$/i.test(name) || /markdown/i.test(type)) return 'markdown'
  if (/\.(wiki|mediawiki|wikitext)$/i.test(name) || /wiki/i.test(type)) return 'wikitext'
  const beginning = text.slice(0, 20_000)
  if (
    /^={2,6}[^=\n]{1,200}={2,6}[ \t\r]*$/m.test(beginning) ||
    /\[\[[^\]\n]{1,200}\]\]/.test(beginning) ||
    /^\{\{/m.test(beginning)
  )
    return 'wikitext'
  return /^#{1,6} \S/m.test(beginning) ? 'markdown' : 'text'
}

const charsetOf = (type: string): string | undefined => /charset\s*=\s*"?([\w-]+)/i.exec(type)?.[1]
/** A page says its charset at its very beginning, in ASCII. */
const charsetInside = (bytes: Uint8Array): string | undefined =>
  charsetOf(/<meta[^>]+charset[^>]+>/i.exec(latin(bytes.subarray(0, 1_024)))?.[0] ?? '')
