/** What XML 1.0 takes of a text: no control but tab and ends of lines, no half character. */
const STRAY = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** A text inside an element or an attribute, whoever wrote it. */
export const xmlText = (text: string): string =>
  text
    .toWellFormed()
    .replace(STRAY, '')
    .replace(/[&<>"]/g, mark => MARKS[mark]!)
