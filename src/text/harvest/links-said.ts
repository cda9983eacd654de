import { pattern } from '../../core/pattern.ts'
import type { FoundWithMentions } from './harvest.ts'
import type { PieceMention } from './hosts.ts'
import type { Tie } from './links.ts'
import type { NotesPage } from './page.ts'
import { tieOf } from './ties.ts'

/** *Léa : …*, *- Léa (mairie) : …*: after the name that opens a line, what she says. */
const OPENS = /(?:^|\n)[\s•*–—-]*$/
const COLON = /^\s*(?:\([^()\n]{0,60}\)\s*)?(?::|[–—-]\s)/
const SAID = pattern()`
  (?:dit|disait|dirait|redit|lance|lancait|repond|repondu|remarque|ajoute|glisse|conclut|conclu
  |raconte|resume|crie|soupire|demande|explique|rappelle|observe|note|precise|insiste|exclame
  |interroge|signale|estime|pense|trouve|selon|dixit)
`
const SELON = /(?<![a-z])(?:selon|d'apres|pour|dixit)\s$/
/** *Léa a dit :*, *Léa, elle, ajoute que*: nothing ends between the name and the words. */
const BEFORE = new RegExp(
  `^[^.!?«»“”"\\n]{0,80}(?::|(?<![a-z])${SAID.source}(?![a-z])` + '[^.!?«»“”"\\n]{0,40})[\\s:,]*$',
)
/** *…, dit Léa*, *… (Léa)*, *… — Léa*. */
const AFTER = new RegExp(
  "^[\\s,.!?…»”\"]*(?:[(–—-]\\s*|(?:comme |nous |lui |leur |l'|a |s'est )*" +
    `${SAID.source}(?:-elle|-il)?\\s)(?:madame |monsieur |mme |m\\. |par )?$`,
)

/**
 * Who said the words that a piece was made of, where their name stands outside of these words: it
 * is tied to them, so that it stands on their paper.
 *
 * Law     the name opens the line before a colon, or a verb of saying stands between both.
 * Shape   `list`: all that one block names. A piece that names somebody else keeps its ties, and is
 *         `with` whoever said it.
 */
export function byWhoSaidIt(
  page: NotesPage,
  kept: readonly FoundWithMentions[],
  list: readonly PieceMention[],
): readonly Tie[] {
  const people = list.filter(one => kept[one.at]!.fields['kind'] === 'person')
  return list.flatMap((one): readonly Tie[] => {
    const rel = tieOf('actor', kept[one.at]!.kind)
    if (!rel || kept[one.at]!.kind === 'initiative') return []
    const isInside = (other: PieceMention): boolean => other.from < one.to && other.to > one.from
    const who = people.filter(other => !isInside(other) && isSaidBy(page, one, other))
    const isOfAnother = list.some(other => kept[other.at]!.kind === 'actor' && isInside(other))
    return who.map(other => ({ from: other.at, rel: isOfAnother ? 'with' : rel, to: one.at }))
  })
}

function isSaidBy({ plain }: NotesPage, one: PieceMention, who: PieceMention): boolean {
  if (who.from >= one.to) return AFTER.test(plain.slice(one.to, who.from))
  const between = plain.slice(who.to, one.from)
  if (SELON.test(plain.slice(Math.max(0, who.from - 12), who.from)) && /^[\s,:]*$/.test(between))
    return true
  const opens = OPENS.test(plain.slice(Math.max(0, who.from - 12), who.from))
  return BEFORE.test(between) || (opens && COLON.test(between) && !between.includes('\n'))
}
