import { guarded } from './formula.ts'

const NUMBERS: ReadonlySet<string> = new Set(['number', 'money', 'point', 'quantity'])
/**
 * One cell of RFC 4180. A text that a spreadsheet would take for a formula is kept a text by a
 * leading apostrophe: anybody may have written it.
 */
export function csvCell(text: string, kind?: string): string {
  const plain = kind !== undefined && NUMBERS.has(kind)
  const safe = plain ? text : guarded(/^[\t\r]/.test(text) ? `'${text}` : text)
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
