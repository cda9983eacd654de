import { normal } from '../../../core/letters/accents.ts'
import { nullPrototype } from '../../../core/null-prototype.ts'
import { pattern } from '../../../core/pattern.ts'

/**
 * What the shelf takes: names, kinds, licences. A list of what is taken, never of what is not: what
 * is unknown stays out.
 */

/** What a folder may take; on screen: *documents, livres, images, musique et voix, films*. */
export const KINDS = ['documents', 'books', 'pictures', 'music', 'films'] as const
export type ShelfKind = (typeof KINDS)[number]

/** `zip`: what its directory must name. `text`: letters alone. */
type Made = Readonly<{
  kind: ShelfKind
  type: string
  is: (head: Uint8Array) => boolean
  zip?: RegExp
  text?: boolean
}>

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))
const begins =
  (...marks: readonly string[]) =>
  (head: Uint8Array): boolean =>
    marks.some(mark => latin(head, 0, mark.length) === mark)
const riff = (what: string) => (head: Uint8Array) =>
  latin(head, 0, 4) === 'RIFF' && latin(head, 8, 12) === what
const isZip = begins('PK\u0003\u0004')
/**
 * EPUB and OpenDocument say what they are in their first part, stored as it is (OCF 3.3, 4.2.2;
 * OpenDocument 1.3, part 2, 3.3).
 */
const mimetype = (type: string) => (head: Uint8Array) =>
  isZip(head) && latin(head, 30, 38 + type.length) === `mimetype${type}`
const isMp4 = (head: Uint8Array): boolean => latin(head, 4, 8) === 'ftyp'
const isMp3 = (head: Uint8Array): boolean =>
  latin(head, 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)

const text = (type: string): Made => ({ kind: 'documents', type, is: isPlainText, text: true })
const office = (kind: string, zip: RegExp): Made => ({
  kind: 'documents',
  type: `application/vnd.openxmlformats-officedocument.${kind}`,
  is: isZip,
  zip,
})
const open = (kind: string): Made => {
  const type = `application/vnd.oasis.opendocument.${kind}`
  return { kind: 'documents', type, is: mimetype(type), zip: /^content\.xml$/ }
}
const made = (kind: ShelfKind, type: string, is: Made['is']): Made => ({ kind, type, is })

/**
 * By the end of its name, in small letters. Source: the marks are those of each format's own
 * specification, as file(1) lists them.
 */
export const MADE: Readonly<Record<string, Made>> = nullPrototype({
  pdf: made('documents', 'application/pdf', begins('%PDF-')),
  txt: text('text/plain; charset=utf-8'),
  md: text('text/plain; charset=utf-8'),
  csv: text('text/csv; charset=utf-8'),
  odt: open('text'),
  ods: open('spreadsheet'),
  odp: open('presentation'),
  docx: office('wordprocessingml.document', /^word\//),
  xlsx: office('spreadsheetml.sheet', /^xl\//),
  pptx: office('presentationml.presentation', /^ppt\//),
  epub: {
    kind: 'books',
    type: 'application/epub+zip',
    is: mimetype('application/epub+zip'),
    zip: /^META-INF\/container\.xml$/,
  },
  zim: made('books', 'application/x-zim', begins('ZIM\u0004')),
  jpg: made('pictures', 'image/jpeg', begins('\u00ff\u00d8\u00ff')),
  jpeg: made('pictures', 'image/jpeg', begins('\u00ff\u00d8\u00ff')),
  png: made('pictures', 'image/png', begins('\u0089PNG\r\n\u001a\n')),
  gif: made('pictures', 'image/gif', begins('GIF87a', 'GIF89a')),
  webp: made('pictures', 'image/webp', riff('WEBP')),
  mp3: made('music', 'audio/mpeg', isMp3),
  ogg: made('music', 'audio/ogg', begins('OggS')),
  oga: made('music', 'audio/ogg', begins('OggS')),
  opus: made('music', 'audio/ogg', begins('OggS')),
  flac: made('music', 'audio/flac', begins('fLaC')),
  wav: made('music', 'audio/wav', riff('WAVE')),
  m4a: made('music', 'audio/mp4', isMp4),
  mp4: made('films', 'video/mp4', isMp4),
  m4v: made('films', 'video/mp4', isMp4),
  webm: made('films', 'video/webm', begins('\u001aE\u00df\u00a3')),
  mkv: made('films', 'video/x-matroska', begins('\u001aE\u00df\u00a3')),
  ogv: made('films', 'video/ogg', begins('OggS')),
})
/** The kind of what the shelf holds, by its media type. */
export const kindOfType = (type: string): ShelfKind | undefined =>
  Object.values(MADE).find(one => one.type === type)?.kind

/**
 * What runs, or makes something run, when it is opened: named apart, so that its sentence says why.
 */
const PROGRAMS: ReadonlySet<string> = new Set(
  (
    'exe msi msp mst scr bat cmd com pif cpl ps1 psm1 js jse mjs vbs vbe wsf wsh wsc hta ' +
    'lnk url scf reg inf sys dll ocx jar class apk ' +
    'xapk ipa app dmg pkg deb rpm appimage run sh bash zsh fish py pyc pl rb php asp aspx ' +
    'jsp cgi docm dotm xlsm xltm xlam pptm potm ' +
    'ppam ppsm sldm xll chm hlp iso img vhd vhdx desktop service action workflow terminal ' +
    'command gadget application swf html htm ' +
    'xhtml xht mht mhtml shtml svg svgz xml xsl xslt one onepkg library-ms search-ms ' +
    'settingcontent-ms'
  ).split(' '),
)
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i
/**
 * What does not show, or turns the reading round, hides what a name is (UAX 9: bidirectional
 * controls; Unicode: Cf, Cc, Zl, Zp, Co, Cn).
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}\u115f\u1160\u17b4\u17b5\u3164\uffa0]|\u034f/u
const LONGEST = 120

export type NameFault = 'empty' | 'long' | 'path' | 'unseen' | 'program' | 'reserved' | 'unknown'
export type NameRead =
  | Readonly<{ name: string; end: string; base: string }>
  | Readonly<{ fault: NameFault }>

/**
 * A file's name as it is kept, or why it stays out.
 *
 * Law     whatever the text, a name that is kept has one of our ends and no other that means a
 *         program, no path, nothing unseen, and no character that a disk refuses; read again, it
 *         gives itself.
 */
export function readName(given: string): NameRead {
  if (!given.isWellFormed() || UNSEEN.test(given)) return { fault: 'unseen' }
  if (/[/\\]/.test(given)) return { fault: 'path' }
  const name = normal(given, 'NFC')
    .replace(/[<>:"|?*%]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '')
  if (name === '') return { fault: 'empty' }
  const parts = name
    .toLowerCase()
    .split('.')
    .map(part => part.trim())
  const end = parts.at(-1) ?? ''
  if (parts.slice(1).some(part => PROGRAMS.has(part)) || name.toLowerCase() === 'autorun')
    return { fault: 'program' }
  const base = name.slice(0, name.length - end.length - 1).trim()
  if (parts.length < 2 || base === '' || !Object.hasOwn(MADE, end)) return { fault: 'unknown' }
  const kept = `${base}.${end}`
  if (RESERVED.test(kept)) return { fault: 'reserved' }
  return base.length > LONGEST ? { fault: 'long' } : { name: kept, end, base }
}

export type KindFault = 'other' | 'macros' | 'hidden' | 'notTaken' | 'nothing'
export type Judged = Readonly<{ kind: ShelfKind; type: string }> | Readonly<{ fault: KindFault }>

/**
 * Whether its bytes are what its name says, and nothing that runs is packed in it.
 *
 * Shape   `head`: its first bytes, `tail`: its last, at least the directory of a ZIP. `size` in
 *         bytes.
 */
export function judgeBytes(
  end: string,
  came: Readonly<{ size: number; head: Uint8Array; tail: Uint8Array }>,
): Judged {
  const one = MADE[end]
  if (came.size === 0) return { fault: 'nothing' }
  if (!one?.is(came.head)) return { fault: 'other' }
  if (one.text && !isPlainText(came.tail.subarray(leadOff(came.tail)))) return { fault: 'other' }
  if (!one.zip) return { kind: one.kind, type: one.type }
  const names = namesInZip(came.size, came.tail)?.map(asWritten)
  if (!names?.some(name => one.zip!.test(name))) return { fault: 'other' }
  if (names.some(name => MACROS.test(name))) return { fault: 'macros' }
  if (names.some(name => isHarmful(name, end))) return { fault: 'hidden' }
  return { kind: one.kind, type: one.type }
}
/** A tail may begin in the middle of a letter of several bytes. */
const leadOff = (tail: Uint8Array): number =>
  Math.max(
    0,
    tail.findIndex(byte => (byte & 0xc0) !== 0x80),
  )

const MACROS = /(^|\/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)\//i
/** As Windows writes it: either bar parts folders, a name does not end in dots or spaces. */
const asWritten = (name: string): string => name.replaceAll('\\', '/').replace(/[. ]+$/, '')
/** The pages of a book are pages; nothing else that runs has a place in a document. */
const OF_BOOKS: ReadonlySet<string> = new Set(['html', 'htm', 'xhtml', 'xml', 'svg', 'xht', 'js'])
const OF_OFFICE: ReadonlySet<string> = new Set(['xml', 'svg'])
function isHarmful(name: string, end: string): boolean {
  const own = name.toLowerCase().split('.').at(-1) ?? ''
  if (/(^|\/)\.\.(\/|$)|^\/|^[a-z]:|[\u0000-\u001f]/i.test(name)) return true
  return (
    name.includes('.') && PROGRAMS.has(own) && !(end === 'epub' ? OF_BOOKS : OF_OFFICE).has(own)
  )
}

/** Letters of UTF-8 or of Windows's own table, that do not begin like a page or a script. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.some(byte => byte < 9 || (byte > 13 && byte < 32 && byte !== 27))) return false
  const start = latin(bytes, 0, 512)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase()
  return !/^(<|#!|@echo|mz|%!ps|\{\\rtf)/.test(start)
}

/**
 * The names that a ZIP's directory lists, those of its extras included; undefined where its
 * directory is not whole in this tail, or where two programs could read two different ones.
 *
 * Law     what is given is all that a reader finds, whether it goes by the count, the length or the
 *         place of the directory: the walk begins where the end says, meets as many parts as it
 *         says, and stops right at it.
 * Source  APPNOTE 6.3.10, 4.3.12 to 4.3.16 and 4.6.9. ZIP64 is for archives past 4 GB or 65,535
 *         parts: no document is one.
 */
export function namesInZip(size: number, tail: Uint8Array): readonly string[] | undefined {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength)
  const end = endOfZip(view)
  if (end === undefined || (end >= 20 && view.getUint32(end - 20, true) === ZIP64_LOCATOR))
    return undefined
  const [disk, diskOfStart, countHere, count] = [4, 6, 8, 10].map(offset =>
    view.getUint16(end + offset, true),
  ) as [number, number, number, number]
  const [length, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)]
  let at = start - (size - tail.length)
  if (disk !== 0 || diskOfStart !== 0 || countHere !== count || at < 0 || at + length !== end)
    return undefined
  const names: string[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== PART) return undefined
    const [name, extra, said] = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const next = at + 46 + name + extra + said
    if (next > end) return undefined
    names.push(latin(tail, at + 46, at + 46 + name), ...namesInExtra(view, at + 46 + name, extra))
    at = next
  }
  return at === end ? names : undefined
}
const [PART, END, ZIP64_LOCATOR] = [0x02014b50, 0x06054b50, 0x07064b50]

/**
 * The last mark of an end, its comment reaching the end of the file, and no other mark before it
 * that could be taken for one.
 */
function endOfZip(view: DataView): number | undefined {
  const found: number[] = []
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 65_535; at--) {
    if (view.getUint32(at, true) !== END) continue
    const isAtEnd = at + 22 + view.getUint16(at + 20, true) === view.byteLength
    if (found.length === 0 && !isAtEnd) return undefined
    if (isAtEnd) found.push(at)
  }
  return found.length === 1 ? found[0] : undefined
}

/** The name in UTF-8 (0x7075) that some programs show in the place of the first. */
function namesInExtra(view: DataView, from: number, length: number): readonly string[] {
  const names: string[] = []
  for (let at = from; at + 4 <= from + length; ) {
    const [id, long] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    const to = Math.min(at + 4 + long, from + length)
    if (id === 0x7075)
      names.push(latin(new Uint8Array(view.buffer, view.byteOffset, to), at + 9, to))
    at += 4 + long
  }
  return names
}

const LICENCE = pattern()`
  (?:^cc|creativecommons\.org\/licenses|creative commons)[\s/-]*(by(?:-(?:nc-sa|nc-nd|nc|sa
  |nd))?)(?=$|[\s/])
`

/**
 * The licence that a list's own words mean; undefined where they mean none of ours.
 * Source  the six licences, CC0 and the public domain mark as creativecommons.org names them;
 *         artlibre.org.
 */
export function licenceRead(said: string): FileLicence | undefined {
  const text = normal(said, 'NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()
  if (/domaine public|public domain|^pd$/.test(text)) return 'public-domain'
  if (/^cc ?-?0|creative commons zero|publicdomain\/zero/.test(text)) return 'cc0'
  if (/art libre|free art|^lal\b|^fal\b/.test(text)) return 'lal'
  const [, more] = LICENCE.exec(text.replace(/ (?=(sa|nc|nd)\b)/g, '-')) ?? []
  if (more) return more as FileLicence
  return LICENCES.find(code => code === text)
}
export const LICENCES = [
  'public-domain',
  'cc0',
  'by',
  'by-sa',
  'by-nc',
  'by-nd',
  'by-nc-sa',
  'by-nc-nd',
  'lal',
  'public',
  'mine',
  'agreed',
] as const
export type FileLicence = (typeof LICENCES)[number]

/** Whom a folder is for. */
export type FolderReader = Readonly<{ by: string; me?: string }>
type Rules = Readonly<{ readers: string | null; adders: string | null; season: string | null }>

/**
 * Law 11: what a folder is not open to, no list, count or address of it gives. A folder that says
 * nothing is the keeper's.
 */
export function mayRead({ readers }: Pick<Rules, 'readers'>, { by, me }: FolderReader): boolean {
  return by === 'keeper' || readers === 'anyone' || (readers === 'neighbours' && me !== undefined)
}
/** Nobody adds to a set but the keeper, as a whole; nobody adds to what they can't read. */
export function mayAdd(folder: Rules, asker: FolderReader): boolean {
  if (asker.by === 'keeper') return !folder.season
  if (folder.season || !mayRead(folder, asker)) return false
  return folder.adders === 'anyone' || (folder.adders === 'neighbours' && asker.me !== undefined)
}

/**
 * Units  percent of the disk that is left: half, when the keeper has said nothing. MB: of one file
 *        that a person adds; of what waits.
 */
export const SHARE = 50
export const LARGEST_MB = 200
export const MOST_WAITING_MB = 1_000
/** Files at once by one form. */
export const AT_ONCE = 20
