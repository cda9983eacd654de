import { pattern } from '../../../core/pattern.ts'
import { capital } from '../../../text/capital.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { tellsSituation, voiceUnnamed } from '../../../text/harvest/private.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { typeset } from '../../../text/harvest/title.ts'
import { safeFields } from './harvest-piece.ts'

const QUOTE = /«\s*([^«»]{4,600}?)\s*»|“\s*([^“”]{4,600}?)\s*”|"\s*([^"]{4,600}?)\s*"/g
const SPOKEN = pattern()`
  \b(?:je|j'|on|nous|tu|t'|vous|c'|ca|cela|il|elle|ils|ne|n'|pas|moi|y a|faut|mon|ma|mes|nos
  |notre)(?:\b|(?<='))
`
/** A quoted thing that has a name, not something said. */
const NAMED_BEFORE = pattern()`
  \b(?:intitulee?s?|nommee?s?|appelee?s?|titre|projet|association|film|documentaire|livre|article
  |revue|chanson|groupe|charte|comme|dite?|mot|theme|label|journee|operation|rubrique|collectif
  |spectacle|exposition|concept|de|du|la|le|un|une|des|l'|d')\s*:?\s*$
`
const SAYS = pattern()`
  \b(?:dit|disait|redit|lance|sorti?|repond|observer|remarque\w*|ajoute|glisse|conclut|s'exclame
  |entendu\w*|raconte|resume|parole|phrase|selon|comme l'a dit|dixit|cri|soupire|demande|explique
  |rappelle|s'interroge)\b
`
const SHOW = pattern()`
  \b(?:prochaine?s?|veillee|soiree|theme|sujet|atelier|conference|spectacle|projection|film
  |rencontre|debat|lecture)\b[^.]*$
`

export function quoted(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  if (piece.block.heading || !/\p{Ll}/u.test(piece.clear)) return []
  return [...piece.clear.matchAll(QUOTE)].flatMap(m => {
    const saying = (m[1] ?? m[2] ?? m[3])!.replace(/\s+/g, ' ').trim()
    const plain = piece.plain.slice(m.index, m.index + m[0].length)
    const words = saying.split(' ').length
    const spoken = SPOKEN.test(plain)
    const ends = /[.!?…]$/.test(saying)
    const whole = m[0].length > piece.clear.length * 0.7
    if (
      words < 3 ||
      (!spoken &&
        !ends &&
        piece.section !== 'voices' &&
        words < 8 &&
        !(words > 3 && SAYS.test(piece.plain.slice(0, m.index))))
    )
      return []
    if (/^\s*:/.test(piece.plain.slice(m.index + m[0].length)) && m.index < 4 && words < 9)
      return []
    const lead = piece.plain.slice(0, m.index).trimEnd()
    // A title of the page, or of what is to come, is not something said.
    if (
      piece.block.from === page.blocks[0]?.from ||
      (m[0].length > piece.clear.length - 3 &&
        page.head.people.every(p => p.from > piece.from) &&
        page.blocks.indexOf(piece.block) < 4) ||
      (piece.dates.length > 0 && SHOW.test(lead))
    )
      return []
    if (!whole && /[a-z]$/.test(lead) && !SAYS.test(lead) && !/\b(?:que|comme)$/.test(lead))
      return []
    if (
      !whole &&
      NAMED_BEFORE.test(piece.plain.slice(0, m.index).trimEnd()) &&
      !(spoken && /[:]\s*$/.test(piece.plain.slice(0, m.index)))
    )
      return []
    return voice(page, saying, {
      from: piece.from + m.index,
      to: piece.from + m.index + m[0].length,
      certainty: spoken || ends ? 0.85 : 0.65,
      rule: spoken || ends ? 'voice.quoted' : 'voice.words',
    })
  })
}
function voice(
  page: NotesPage,
  saying: string,
  { from, to, certainty, rule }: Pick<FoundPiece, 'from' | 'to' | 'certainty' | 'rule'>,
): readonly FoundPiece[] {
  if (tellsSituation(saying)) return []
  const bare = typeset(
    voiceUnnamed(saying, page.names)
      .replace(/^[\s=>→–-]+/, '')
      .replace(/\bchez\s+(?:les\s+)?(?:…|\p{Lu}[\p{L}'’-]+)/gu, 'chez …'),
  )
  const said = capital(bare)
  return [
    {
      kind: 'voice',
      title:
        said.length > 90
          ? `${said.slice(0, said.lastIndexOf(' ', 88)).replace(/[\s,;:]+$/, '')}…`
          : said,
      fields: safeFields({ saying: said, on: page.head.date ?? undefined }),
      from,
      to,
      certainty,
      rule,
    },
  ]
}
