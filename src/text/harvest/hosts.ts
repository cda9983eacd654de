import { pattern } from '../../core/pattern.ts'
import type { FoundWithMentions } from './harvest.ts'
import type { Tie } from './links.ts'
import { plainOf } from './mask.ts'
import type { NotesPage } from './page.ts'

/** Where each piece is named, by block. */
export type PieceMention = Readonly<{ at: number; from: number; to: number }>
type Named = ReadonlyMap<number, readonly PieceMention[]>

const isBody = (piece: FoundWithMentions) =>
  piece.kind === 'actor' && piece.fields['kind'] !== 'person'

/** Words that lead to somebody outside: *à voir avec la mairie*, *contacter le lycée*. */
const TO_THEM = pattern()`
  \b(?:a voir|voir avec|avec|av\.|contact\w*|appel\w*|rappel\w*|relanc\w*|demand\w*|recontact\w*
  |rencontr\w*|ecrire|joindre|rapproche\w*|en lien|partenari\w*|partenaires?|aupres)\b
`

/**
 * Under a project's title, the bodies that a sentence goes to are tied to the project: nearest
 * before in the section.
 */
export function byContact(
  page: NotesPage,
  kept: readonly FoundWithMentions[],
  said: Named,
): readonly Tie[] {
  const ties: Tie[] = []
  let [under, subject] = ['', -1]
  page.blocks.forEach((block, index) => {
    if (block.under !== under) [under, subject] = [block.under, -1]
    const here = said.get(index) ?? []
    const project = here.find(one => kept[one.at]!.kind === 'initiative')
    if (project) subject = project.at
    else if (subject >= 0 && !block.heading && TO_THEM.test(page.plain.slice(block.from, block.to)))
      for (const one of here)
        if (isBody(kept[one.at]!)) ties.push({ from: subject, rel: 'with', to: one.at })
  })
  return ties
}

/** Says that those who meet want or offer it. */
const OURS = pattern()`
  \b(?:on|nous|notre|nos|il (?:nous )?(?:faut|manque|faudrait)|besoins?|manque(?:nt)?
  |cherche(?:ons)?|recherche(?:ons)?|peu(?:t|vent) etre (?:prete|loue|emprunte|donne)e?s?)\b
`

/**
 * What nobody is named for is wanted, or offered, by the body that meets: it is named at the top,
 * or signs at the end.
 */
export function byHost(
  page: NotesPage,
  kept: readonly FoundWithMentions[],
  ties: readonly Tie[],
): readonly Tie[] {
  const [first, last] = [page.blocks[1]?.to ?? 0, page.blocks.at(-2)?.from ?? 0]
  const host = [(from: number) => from < first, (from: number) => from >= last]
    .map(near => kept.findIndex(piece => isBody(piece) && piece.mentions.some(m => near(m.from))))
    .find(at => at >= 0)
  if (host === undefined) return []
  // *Foyer rural de…* is *le foyer* in its own notes.
  const own = new RegExp(
    `\\b(?:le |la |l'|notre )${plainOf(kept[host]!.title).split(/[^a-z]/)[0]}\\b`,
  )
  const says = (said: string) => OURS.test(said) || own.test(said)
  const taken = new Set(
    ties.flatMap(({ from, to }) =>
      [from, to].some(at => isBody(kept[at]!) || kept[at]!.kind === 'initiative') ? [from, to] : [],
    ),
  )
  return kept.flatMap((piece, at) =>
    ['need', 'offer'].includes(piece.kind) &&
    !taken.has(at) &&
    says(page.plain.slice(piece.from, piece.to))
      ? [{ from: host, rel: piece.kind === 'need' ? 'needs' : 'offers', to: at }]
      : [],
  )
}
