import { strToU8, type Zippable, zip } from 'fflate'
import { xmlText } from './xml.ts'

/** A cell: a text, a number, money in cents, a day `2026-12-05`; nothing is an empty cell. */
export type OdsCell =
  | Readonly<{
      text: string
      as?: Readonly<{ number: number } | { cents: number } | { day: string }>
    }>
  | undefined

const MIME = 'application/vnd.oasis.opendocument.spreadsheet'
const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
manifest:version="1.3">\
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MIME}"/>\
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>\
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>\
</manifest:manifest>`
const SPACES = ['office', 'style', 'text', 'table', 'number', 'fo']
  .map(name => {
    const end = name === 'number' ? 'datastyle' : name === 'fo' ? 'xsl-fo-compatible' : name
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${end}:1.0"`
  })
  .join(' ')
const STYLES = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${SPACES} office:version="1.3"><office:styles/></office:document-styles>`
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${SPACES} office:version="1.3"><office:automatic-styles>\
<number:date-style style:name="d" number:automatic-order="true"><number:day number:style="long"/>\
<number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text>\
<number:year number:style="long"/></number:date-style><number:currency-style style:name="m">\
<number:number number:decimal-places="2" number:min-integer-digits="1"/>\
<number:text> €</number:text></number:currency-style>\
<style:style style:name="day" style:family="table-cell" style:data-style-name="d"/>\
<style:style style:name="money" style:family="table-cell" style:data-style-name="m"/>\
<style:style style:name="head" style:family="table-cell">\
<style:text-properties fo:font-weight="bold"/></style:style>\
<style:style style:name="wide" style:family="table-column">\
<style:table-column-properties style:column-width="4.5cm"/></style:style>\
</office:automatic-styles><office:body><office:spreadsheet>`

/** One sheet: its name, its headings, then a line a row. */
export type OdsSheet = Readonly<{
  name: string
  headings: readonly string[]
  rows: Iterable<readonly OdsCell[]>
}>

/**
 * A spreadsheet of some sheets, in their order.
 *
 * Law     a text is a text whatever it begins with: no cell holds a formula. `mimetype` stands
 *         first and unpacked.
 * Source  OpenDocument 1.3, part 2 (packages) 3.3 and part 3, 9.1.
 */
export async function odsOf(sheets: Iterable<OdsSheet>, mtime: Date): Promise<Uint8Array> {
  const taken = new Set<string>()
  const body: string[] = []
  for (const sheet of sheets) body.push(sheetXml(sheet, sheetName(sheet.name, taken)))
  const end = '</office:spreadsheet></office:body></office:document-content>'
  const content = `${HEAD}${body.join('')}${end}`
  const parts: Zippable = {
    mimetype: [strToU8(MIME), { level: 0 }],
    'META-INF/manifest.xml': strToU8(MANIFEST),
    'content.xml': strToU8(content),
    'styles.xml': strToU8(STYLES),
  }
  return await new Promise((done, failed) =>
    zip(parts, { mtime }, (error, bytes) => (error ? failed(error) : done(bytes))),
  )
}

function sheetXml({ headings, rows }: OdsSheet, name: string): string {
  const head =
    '<table:table-header-rows><table:table-row>' +
    `${headings.map(text => cellXml({ text }, 'head')).join('')}` +
    '</table:table-row></table:table-header-rows>'
  const lines: string[] = []
  for (const row of rows)
    lines.push(`<table:table-row>${row.map(cell => cellXml(cell)).join('')}</table:table-row>`)
  const columns =
    '<table:table-column table:style-name="wide" ' +
    `table:number-columns-repeated="${headings.length}"/>`
  return (
    '<table:table ' +
    `table:name="${xmlText(name)}">${columns}${head}${lines.join('')}</table:table>`
  )
}

/**
 * The name of a sheet takes no bracket, no colon, no bar, and thirty-one letters in other programs;
 * no two sheets have one name.
 */
function sheetName(name: string, taken: Set<string>): string {
  const cut = name.replace(/[[\]*?:/\\']/g, ' ').slice(0, 31) || '1'
  const free = taken.has(cut.toLowerCase()) ? `${cut.slice(0, 27)} ${taken.size + 1}` : cut
  taken.add(free.toLowerCase())
  return free
}

function cellXml(cell: OdsCell, style?: string): string {
  if (!cell || cell.text === '') return '<table:table-cell/>'
  const { as } = cell
  const [type, look] =
    as === undefined
      ? ['office:value-type="string"', style]
      : 'number' in as
        ? [`office:value-type="float" office:value="${as.number}"`, undefined]
        : 'cents' in as
          ? [
              'office:value-type="currency" office:currency="EUR" ' +
                `office:value="${(as.cents / 100).toFixed(2)}"`,
              'money',
            ]
          : [`office:value-type="date" office:date-value="${as.day}"`, 'day']
  const styled = look ? ` table:style-name="${look}"` : ''
  return `<table:table-cell ${type}${styled}>${paragraphs(cell.text)}</table:table-cell>`
}

/** Ends of lines are paragraphs; several spaces would be one, and are said. */
const paragraphs = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(
      line =>
        '<text:p>' +
        `${xmlText(line).replace(/^ | {2,}/g, run => `<text:s text:c="${run.length}"/>`)}` +
        '</text:p>',
    )
    .join('')
