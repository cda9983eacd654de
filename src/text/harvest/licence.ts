import type { SectionedBlock } from './sections.ts'

/** Under which licence a page of notes was published, and by whom. */

/** The licence under which the page says that it may be used. */
export function licenceOf(plain: string): string | null {
  const cc = /\bcc[- ]by(?:[- ](?:nc|sa|nd))*\b/.exec(plain)?.[0]
  if (cc)
    return cc
      .toUpperCase()
      .replace(/^CC[- ]BY/, 'CC BY')
      .replace(/(?<=BY.*) /g, '-')
  if (/\bcc0\b/.test(plain)) return 'CC0'
  return /\blicence ouverte\b/.test(plain)
    ? 'Licence Ouverte'
    : /\bcreative commons\b/.test(plain)
      ? 'Creative Commons'
      : null
}

/** The author, only as the page is publicly signed: after *Auteur*, or with its licence. */
export function authorOf(
  blocks: readonly SectionedBlock[],
  clear: string,
  plain: string,
): string | null {
  for (const [at, block] of blocks.entries()) {
    const m = /^(?:auteur|autrice)(?:s|\(s\)|e)?\b\s*:?\s*/.exec(plain.slice(block.from, block.to))
    if (!m) continue
    const own = clear.slice(block.from + m[0].length, block.to).trim()
    const next = blocks[at + 1]
    const said = own || (next ? clear.slice(next.from, next.to) : '')
    return (
      said
        .split(/\s[–—-]\s|\n|\s\(/)[0]!
        .replace(/\s*\S+\.(?:jpe?g|png|gif|svg)\b/gi, '')
        .trim()
        .slice(0, 120) || null
    )
  }
  return null
}
