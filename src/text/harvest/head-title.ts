import { pattern } from '../../core/pattern.ts'
import { AT_HOME } from './fr.ts'
import { discreet } from './private.ts'
import type { SectionedBlock } from './sections.ts'

/** The meeting's title as written, without a home or what tells of somebody. */
export function titleShown(raw: string): string {
  const said = raw
    .replace(/^(?:\s*(?:re|tr|fwd?|rép)\s?:\s*)+/i, '')
    .replace(/(?<![\s,–-])[\s,–-]+(?:mise?|publiée?) en ligne(?!\p{L}).*$/iu, '')
  return discreet(said.replace(AT_HOME, ' '))
    .replace(/\s+/g, ' ')
    .replace(/(?<![\s,–-])[\s,–-]+$/, '')
    .trim()
    .slice(0, 140)
    .replace(/[\ud800-\udbff]$/, '')
}

const NO_TITLE = pattern()`
  ^(?:bonjour|bonsoir|salut|cher|chere|chers|coucou|hello|de\s?:|a\s?:|envoye\s?:|cc\s?:|(?:dates?
  |lieu|heures?|horaires?|presente?s?|participante?s?|excusee?s?|absente?s?|redact\w+|animat\w+
  |secretaire)\b[^:]{0,20}:|commune de\b|departement d|republique francaise)
`

/** What stands after *Objet :*, else the first heading, else the line that says that it is one. */
export function titleOf(blocks: readonly SectionedBlock[], clear: string, plain: string): string {
  const first = blocks.find(b => !NO_TITLE.test(plain.slice(b.from, b.to))) ?? blocks[0]
  const object = blocks
    .slice(0, 5)
    .find(b => /^\s*(?:objet|sujet|titre)\s?:\s*\S/.test(plain.slice(b.from, b.to)))
  if (object) return titleShown(clear.slice(object.from, object.to).replace(/^[^:]*:\s*/, ''))
  if (!first) return ''
  const best =
    blocks.slice(0, 4).find(b => b.heading === 1) ??
    blocks
      .slice(0, 4)
      .find(
        b =>
          /\b(?:compte[- ]rendu|cr\b|proces[- ]verbal|pv\b|reunion|assemblee|conseil)/.test(
            plain.slice(b.from, b.to),
          ) && b.to - b.from < 140,
      ) ??
    first
  return titleShown(clear.slice(best.from, best.to))
}
