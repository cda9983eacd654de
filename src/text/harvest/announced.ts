import { SECTIONS, type SectionKind } from './fr.ts'

/** What a title or a label announces; '' when it is a subject of its own. */
export function announced(plain: string): SectionKind {
  const words = plain.replace(/^[^a-z0-9]+/, '').replace(/^\d+\s?[.)]\s*/, '')
  return SECTIONS.find(([, pattern]) => pattern.test(words))?.[0] ?? ''
}
