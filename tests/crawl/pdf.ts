import { inflateSync } from 'node:zlib'

type Objects = ReadonlyMap<string, string>
/**
 * Each place of one text: where it stands on the page, in points, how large its letters are, what
 * it says.
 */
const POINTS = 10

/**
 * What a print of this project says, page by page: each run of letters with its place and size. It
 * reads what Typst writes (objects in clear, text by glyph with a table to Unicode), not any PDF.
 */
export function textOfPdf(bytes: Uint8Array): string {
  const file = Buffer.from(bytes).toString('latin1')
  const objects: Objects = new Map(
    [...file.matchAll(/^(\d+) 0 obj\r?\n([\s\S]*?)\r?\nendobj/gm)].map(([, n, body]) => [
      n!,
      body!,
    ]),
  )
  const pages = [...objects.values()].filter(body => /\/Type \/Page\b(?!s)/.test(body))
  const said = pages.map(
    (page, i) =>
      `=== page ${i + 1} ` +
      `${/\/MediaBox (\[[^\]]*\])/.exec(page)?.[1] ?? ''}\n${drawnOn(objects, page)}`,
  )
  return [...headOf(objects), ...said].join('\n')
}

function headOf(objects: Objects): readonly string[] {
  const all = [...objects.values()].join('\n')
  const titles = [...all.matchAll(/\/(Title|Lang|Alt) (<[^>]*>|\([^)]*\))/g)].map(
    ([, name, text]) => `${name} ${textOf(text!)}`,
  )
  const kinds = [...all.matchAll(/\/S \/(\w+)/g)].map(([, kind]) => kind!)
  const counted = [...new Set(kinds)]
    .sort()
    .map(kind => `${kind} ${kinds.filter(one => one === kind).length}`)
  return [...titles, `parts ${counted.join(', ')}`]
}

const textOf = (text: string): string => {
  if (!text.startsWith('<')) return text.slice(1, -1)
  const hex = Buffer.from(text.slice(1, -1), 'hex')
  return hex[0] === 0xfe ? utf16(hex.subarray(2)) : hex.toString('latin1')
}
const utf16 = (bytes: Buffer): string => new TextDecoder('utf-16be').decode(bytes)

/** The letters of a page, or of what a page is made of: an imposed page is drawn as a whole. */
function drawnOn(objects: Objects, holder: string): string {
  const resources = resolved(objects, holder, 'Resources') ?? holder
  const fonts = new Map(
    entries(objects, resources, 'Font').map(([name, font]) => [name, lettersOf(objects, font)]),
  )
  const forms = new Map(entries(objects, resources, 'XObject'))
  const own = /\/Type \/XObject|\/Subtype \/Form/.test(holder)
  const [, contents] = /\/Contents (\d+) 0 R/.exec(holder) ?? []
  const stream = streamOf(own ? holder : (objects.get(contents ?? '') ?? ''))
  const lines: string[] = []
  let [font, size, place] = ['', 0, '']
  let paths = 0
  for (const line of stream.split('\n')) {
    const [, moved] = doing(line, ' cm', / ?([-\d.]+ [-\d.]+) cm$/)
    if (moved !== undefined) place = rounded(moved)
    const [, name, points] = doing(line, ' Tf', /^\/(\w+) ([-\d.]+) Tf$/)
    if (name !== undefined) [font, size] = [name, Number(points)]
    if (line.endsWith(' TJ') || line.endsWith(' Tj'))
      lines.push(`${place} ${size} ${shown(line, fonts.get(font) ?? new Map())}`)
    if (line.length <= 2 && /^[fSB]\*?$/.test(line)) paths++
    const [, form] = doing(line, ' Do', /^\/(\w+) Do$/)
    const drawn = form === undefined ? undefined : forms.get(form)
    if (drawn !== undefined)
      lines.push(
        /\/Subtype \/Image/.test(drawn)
          ? `${place} picture`
          : `${place} {\n${drawnOn(objects, drawn)}\n}`,
      )
  }
  return [...lines, ...(paths > 0 ? [`paths ${paths > 20 ? 'many' : paths}`] : [])].join('\n')
}

/** What a line says when it ends so. Most lines draw a path: the end is looked at first. */
const doing = (line: string, ends: string, shape: RegExp): readonly (string | undefined)[] =>
  line.endsWith(ends) ? (shape.exec(line) ?? []) : []

const rounded = (place: string): string =>
  place
    .split(' ')
    .map(one => String(Math.round(Number(one) * POINTS) / POINTS))
    .join(' ')

const resolved = (objects: Objects, holder: string, name: string): string | undefined => {
  const [, n] = new RegExp(`/${name} (\\d+) 0 R`).exec(holder) ?? []
  return n === undefined ? undefined : objects.get(n)
}
function entries(
  objects: Objects,
  resources: string,
  name: string,
): readonly (readonly [string, string])[] {
  const [, inside = ''] = new RegExp(`/${name} <<([\\s\\S]*?)>>`).exec(resources) ?? []
  return [...inside.matchAll(/\/(\w+) (\d+) 0 R/g)].map(
    ([, key, n]) => [key!, objects.get(n!) ?? ''] as const,
  )
}

function streamOf(object: string): string {
  const at = /stream\r?\n/.exec(object)
  if (!at) return ''
  const head = object.slice(0, at.index)
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
  const bytes = Buffer.from(
    object.slice(at.index + at[0].length, at.index + at[0].length + length),
    'latin1',
  )
  return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1')
}

function lettersOf(objects: Objects, font: string): ReadonlyMap<number, string> {
  const table = streamOf(resolved(objects, font, 'ToUnicode') ?? '')
  const out = new Map<number, string>()
  for (const [, from, to] of table.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm))
    out.set(Number.parseInt(from!, 16), utf16(Buffer.from(to!, 'hex')))
  return out
}

/**
 * `[(\000\001) 1 (\000\002)] TJ`: two bytes a letter; the numbers between only bring letters
 * together.
 */
function shown(line: string, letters: ReadonlyMap<number, string>): string {
  const bytes = [...line.matchAll(/\(((?:\\[\s\S]|[^\\()])*)\)/g)]
    .map(([, inside]) => unescaped(inside!))
    .join('')
  let out = ''
  for (let i = 0; i + 1 < bytes.length; i += 2)
    out += letters.get(bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)) ?? '\ufffd'
  return out
}
const NAMED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, one: string) =>
    octal === undefined ? (NAMED[one] ?? one) : String.fromCharCode(Number.parseInt(octal, 8)),
  )
