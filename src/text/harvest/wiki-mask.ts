import { pattern } from '../../core/pattern.ts'

/**
 * Wikitext and HTML as notes hold them, read as plain notes: tables as rows, a template’s fields as
 * labels, a block quote as a quote. Law: the text keeps its length, so that every offset stays
 * true.
 */
const blanks = (text: string) => ' '.repeat(text.length)
const TAGS = pattern('gi')`
  <(\/?)(blockquote|small|big|center|div|span|p|li|ul|ol|b|i|u|em|strong|h[1-6]|table|tr|td|th
  |tbody|ref|nowiki|poem)(?:\s[^<>\n]{0,200})?\/?>
`

/** A row’s cells parted by one sign, and without their attributes. */
function cells(line: string): string {
  return `|${line.slice(1)}`
    .replace(/\|\||!!/g, ' |')
    .replace(/(?<=\|)((?:\s*[\w-]+="[^"|\n]{0,80}")+\s*)\|/g, (all: string) => blanks(all))
}

type Within = 'text' | 'table' | 'template'
/**
 * One line as it is read there, and where the next one is. `joined`: it goes on with the row
 * before.
 */
function lineRead(
  line: string,
  within: Within,
): { line: string; within: Within; joined?: boolean } {
  const bare = line.trim()
  if (within === 'text') {
    if (bare.startsWith('{|')) return { line: blanks(line), within: 'table' }
    return /^\{\{[^|{}]{1,60}$/.test(bare)
      ? { line: blanks(line), within: 'template' }
      : { line, within }
  }
  if (within === 'template') {
    if (/^\}\}/.test(bare)) return { line: blanks(line), within: 'text' }
    return {
      line: line.replace(
        /^([^\S\n]{0,8})\|([\p{L} _-]{1,40}?)=/u,
        (all, lead: string, key: string) => `${lead} ${key}:`.padEnd(all.length),
      ),
      within,
    }
  }
  if (bare.startsWith('|}')) return { line: blanks(line), within: 'text' }
  if (/^\|[-+]/.test(bare))
    return { line: bare.startsWith('|+') ? line.replace('|+', '  ') : blanks(line), within }
  if (/^[|!]/.test(line)) return { line: cells(line), within, joined: true }
  return { line, within }
}

/** Longest row of cells written each on its own line. */
const LONGEST_ROW = 2_000

/** The text with tables, templates and tags read as rows, labels and quotes; same length. */
export function wikiMasked(text: string): string {
  const tagged = text.includes('<')
    ? text.replace(TAGS, (all, close: string, name: string) =>
        name.toLowerCase() !== 'blockquote'
          ? blanks(all)
          : close
            ? `»${blanks(all.slice(1))}`
            : `${blanks(all.slice(1))}«`,
      )
    : text
  if (!/^[^\S\n]*\{[{|]/m.test(tagged)) return tagged
  const out: string[] = []
  let within: Within = 'text'
  let row = false
  for (const raw of tagged.split('\n')) {
    const read = lineRead(raw, within)
    const last = out.at(-1) ?? ''
    if (read.joined && row && last.length < LONGEST_ROW)
      out[out.length - 1] = `${last.replace(/\r$/, ' ')} ${read.line}`
    else out.push(read.line)
    row = read.joined === true
    within = read.within
  }
  return out.join('\n')
}
