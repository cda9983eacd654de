import { bytesOfText, keepLast } from '../../core/byte-cache.ts'
import { normal } from '../../core/letters/accents.ts'
import { pattern } from '../../core/pattern.ts'
import { wikiMasked } from './wiki-mask.ts'

/**
 * Two readings of a text that keep its length, so that every offset of one is an offset of the
 * others: `clear` without markup, odd spaces and control characters; `plain` also without accents
 * and capitals, in which the French of recognition is written. Deliberately absent: any change of
 * length.
 */
const blank = (found: string) => ' '.repeat(found.length)

/**
 * Characters that nobody meant to write: controls, marks of direction, halves of a character,
 * invisible joints.
 */
const STRAY = pattern('g')`
  [\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e
  \u2060-\u2069\ufeff]
`
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g
const QUOTES = /[\u2018\u2019\u201b\u02bc\u0060\u00b4]/g

/** Wikitext and Markdown inside a line: what is shown stays, its marks become spaces. */
function withoutMarks(text: string): string {
  return text
    .replace(/\[\[(?:cat[ée]gorie|category|fichier|file|image):[^\][\n]{0,200}\]\]/gi, blank)
    .replace(/'{2,5}|(?<![\w/])__|__(?!\w)|<br ?\/?>/g, blank)
    .replace(/\*\*(?=\S)([^*\n]{1,300}?)\*\*/g, '  $1  ')
    .replace(/<(?=https?:\/\/[^\s<>]{1,400}>)|>(?<=https?:\/\/[^\s<>]{1,400}>)/g, blank)
    .replace(/\[\[[^\][|\n]{1,120}\|/g, blank)
    .replace(/\[(?=[^\][\n]{1,200}\]\()/g, blank)
    .replace(/\]\((?=\S{1,400}\))/g, blank)
    .replace(/\[(?![ xX]\])|(?<!\[[ xX])\]/g, blank)
    .replace(/(?<=[\s(])\*(?=\p{L}[^*\n]{0,120}\*)|(?<=\p{L}[.!?]?)\*(?=[\s.,;:!?)]|$)/gmu, blank)
}

/**
 * A table of two columns at the top of minutes (`| Présents | … |`, `Présents | …`, a tab) is read
 * as labels.
 */
const LABEL_ROW = pattern('gimu')`
  ^(\|? *(?:dates?|lieu|heures?|objet|présent|participant|excus|absent|qui)[^|\n\t:]{0,24})(?:\|
  |\t)([^|\n\t]{1,2000})\|?(?=\s*$)
`

/** Lines of a spreadsheet: with so many, a tab parts cells. */
const TABBED = /^[^\n]*\S[^\S\n]*\t[^\n]*\S[^\n]*\t[^\n]*\S/gm
const FEW_ROWS = 4

/** The text as it is read: same length, no markup, plain spaces and apostrophes. */
export function clearOf(text: string): string {
  const tabs = (text.match(TABBED)?.length ?? 0) >= FEW_ROWS
  const clear = withoutMarks(
    wikiMasked(text)
      .replace(LABEL_ROW, (row, label: string, said: string) =>
        `${label.replace('|', ' ')}:${said}`.padEnd(row.length),
      )
      .replace(/\t/g, tabs ? '\t' : ' ')
      .replace(STRAY, ' ')
      .replace(LONE, ' ')
      .replace(SPACES, ' ')
      .replace(QUOTES, "'"),
  )
  return apostrophed(clear)
}

/**
 * *l atelier*, *c est*, *qu on*: typed on a telephone, the space stands for an apostrophe, if the
 * page has more of these than of apostrophes.
 */
const SPACED = /(?<![\p{L}\d'])(?:[ldcjnsmt]|qu) (?=[aeiouyhâàéèêîôû]\p{L})/giu
const FEW_SPACED = 4
function apostrophed(clear: string): string {
  const spaced = clear.match(SPACED)?.length ?? 0
  const typed = clear.match(/\p{L}'\p{L}/gu)?.length ?? 0
  return spaced >= FEW_SPACED && spaced > typed
    ? clear.replace(SPACED, joint => `${joint.slice(0, -1)}'`)
    : clear
}

const KEPT = { name: 'letters without accents', most: 128 * 1024, bytesOf: bytesOfText }
const bare = keepLast(KEPT, letter => normal(letter, 'NFD').charAt(0))
/** The text without accents and capitals, same length. `œ` stays: it has no single plain letter. */
export function plainOf(clear: string): string {
  return clear.replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, bare).toLowerCase()
}

/** A short word or name without accents, capitals or apostrophes, to compare. */
export function sameAs(words: string): string {
  return plainOf(words)
    .replace(/œ/g, 'oe')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
