import { readFileSync } from 'node:fs'
import type { Lang } from '../../core/lang.ts'
import { csvCell } from '../../text/csv-cell.ts'
import { standAlone } from '../../ui/alone.ts'
import type { PageSource } from '../pages/kit.ts'
import { type Printing, readyPrint, type Wrong } from './prints.ts'

/** The file forms of a print beside paper: one HTML page, or its figures for a spreadsheet. */
export type FileForm = 'html' | 'csv'
export const isFileForm = (text: unknown): text is FileForm => text === 'html' || text === 'csv'
export type ToFile = Readonly<{ text: string; type: string }> | Wrong

/**
 * Makes the file of a print.
 *
 * Law     The file needs nothing else: styles and fonts are inside, no script, no foreign address.
 */
export function toFile(
  source: PageSource,
  { kind, id, form }: Readonly<{ kind: string; id: string | undefined; form: FileForm }>,
  request: Printing,
): ToFile {
  const ready = readyPrint(source, kind, id, request)
  if ('wrong' in ready) return ready
  const { print, kit, words } = ready
  if (form === 'csv') {
    const rows = print.rows?.(kit, source.read, words)
    if (!rows) return { wrong: 'nothing' }
    const cellOf = (cell: string | number): string =>
      typeof cell === 'number'
        ? csvCell(figureText(cell, kit.request.lang), 'number')
        : csvCell(cell)
    // A French Excel takes the semicolon for the mark between cells.
    const mark = kit.request.lang === 'fr' ? ';' : ','
    return {
      text: `\ufeff${rows.map(row => row.map(cellOf).join(mark)).join('\r\n')}\r\n`,
      type: 'text/csv; charset=utf-8',
    }
  }
  const leaf = print.asHtmlFile?.(kit, source.read, words)
  if (!leaf) return { wrong: 'nothing' }
  const { territory } = kit
  const reach = territory ? [territory.keptBy, territory.reach].filter(Boolean).join(' ') : ''
  const text = standAlone({
    lang: kit.request.lang,
    title: leaf.title,
    name: territory?.name ?? '',
    body: leaf.body,
    look: lookInside(),
    foot: reach,
  })
  return { text, type: 'text/html; charset=utf-8' }
}

/** As spreadsheets of that language read a number. */
const figureText = (n: number, lang: Lang): string =>
  lang === 'fr' ? String(n).replace('.', ',') : String(n)

let look: string | undefined
/** The style sheet with its fonts inside. */
function lookInside(): string {
  const read = (name: string) => readFileSync(new URL(`../../../public/${name}`, import.meta.url))
  look ??= read('look.css')
    .toString('utf8')
    .replace(
      /url\((fonts\/[a-z]+\.woff2)\)/g,
      (_, name: string) => `url(data:font/woff2;base64,${read(name).toString('base64')})`,
    )
  return look
}
