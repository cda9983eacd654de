import { SECTIONS, type SectionKind } from './fr.ts'

/** *Délibération n° 31 : …* says its subject after the colon. */
const NUMBERED = /^[a-z]{4,14} n[°o] ?[\d./-]+ ?[:–—-] ?/

/** What a title or a label announces; '' when it is a subject of its own. */
export function announced(plain: string): SectionKind {
  const words = plain
    .replace(/^[^a-z0-9]+/, '')
    .replace(NUMBERED, '')
    .replace(/^\d+\s?[.)]\s*/, '')
  return SECTIONS.find(([, pattern]) => pattern.test(words))?.[0] ?? ''
}
