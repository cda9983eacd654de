import { pattern } from '../../../core/pattern.ts'
import { announced } from '../../../text/harvest/announced.ts'
import { datesIn } from '../../../text/harvest/dates.ts'
import { plainOf, sameAs } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { namedIn } from '../../../text/harvest/private.ts'

/**
 * A section’s subject that somebody carries: *Compost collectif*, then *Luce gère le compost*. The
 * title names the project; the sentence only says who. Patterns read plain text.
 */
const HOLDS = pattern('g')`
  \b(?:m'occupe(?:rai)?|me charge(?:rai)?|s'occupe(?:nt|ra|ront)?|nous occupons
  |prend(?:ra)? en charge|prennent en charge|se charge(?:nt|ra)?|porte(?:nt|ra)?|gere(?:nt|ra)?
  |anime(?:nt|ra)?|mene(?:nt|ra)?|pilote(?:nt|ra)?|coordonne(?:nt|ra)?|conduit|conduisent
  |organise(?:nt|ra)?|prepare(?:nt|ra)?|suit|suivra|etudie(?:nt|ra)?|tient|tiennent|tiendra
  |lance(?:nt|ra)?|relance(?:nt|ra)?|reprend(?:ra)?|monte(?:nt|ra)?|demarre(?:nt|ra)?
  |continue(?:nt|ra)?|assure(?:nt|ra)?|imagine(?:nt)?|travaille(?:nt)? (?:sur|a)|avance(?:nt)? sur
  |(?:est|sont|reste(?:nt)?|sera|seront)? ?(?:les? |la )?(?:responsables?|resp\.?|referente?s?
  |ref\.?|en charge|chargee?s?|pilotes?|porteu(?:r|se)s?|coordinat(?:eur|rice)s?|aux manettes)
  |(?:fait|font) (?:tourner|vivre|marcher)|(?:a|ont|ai) (?:deja |enfin )?(?:lance|monte|demarre
  |repris|imagine|commence|installe|ouvert|cree|construit|fonde|mis (?:en place|en route
  |sur pied)))(?![a-z])
`

const NOT_SUBJECT = pattern()`
  \b(?:reunion|compte[- ]rendu|seance|proces[- ]verbal)\b|^[^a-z]*(?:approbation|bilan|budget
  |tresorerie|finances?|compte|divers|questions?|infos?|informations?|points? (?:sur|d[eu']|financ
  |budg|tresor|adhes|travaux)|points?$|retour|tour de table|adhesions?|rapport|vie de|com\b
  |communication|debat|discussion|echange|suite|intro|cloture|organisation|fonctionnement
  |conclusion|deroulement|ce que|qui|quoi|assurances?|matos|materiel|local\b|permanences?\b
  |fiches?\b|agenda|calendrier|dates?|meteo|ordre du jour|election|bureau|statuts|actualites?
  |nouvelles)\b
`
/** True when a title is a subject that may be a project, not a part of every meeting. */
export const subjectTitle = (plain: string) => !NOT_SUBJECT.test(plain)

const DAY_LEAD = pattern('u')`
  \s*[([–—,-]?\s*(?<!\p{L})(?:du|le|les|des|de ce|ce|prévue?|(?:lundi|mardi|mercredi|jeudi|vendredi
  |samedi|dimanche))?\s*[([]?$
`

/**
 * A title without its number, its day and what follows: *3. Brocante du 1er septembre* is
 * *Brocante*.
 */
export function bareTitle(title: string): string {
  const kept = title
    .replace(/^[^\p{L}]*(?:(?:\d+|[IVX]+|[a-z])\s?[.)°/-]+\s*)+/u, '')
    .replace(/\s*:\s*$/, '')
  const day = datesIn(plainOf(kept), { day: '2000-01-01' })[0]
  const until = day && day.from > 3 ? kept.slice(0, day.from) : kept
  return until
    .replace(DAY_LEAD, '')
    .replace(/\([^()]*$/, '')
    .trim()
}

const ANY = pattern()`
  ^(?:projets?|groupes?|ateliers?|pour|avec|dans|point|salle|maison|notre|prochain|nouveau
  |nouvelle|grand|petit|association|commune|village|annuelle?|question|suite|idee|idees)$
`
const root = (word: string) => word.replace(/(?:aux|s|x)$/, '')
const wordsOf = (text: string) =>
  sameAs(text)
    .split(' ')
    .filter(word => word.length > 3)
    .map(root)
/** True when both speak of one thing: a word of one is a word of the other, or begins it. */
function sharing(title: string, said: string, lone: boolean): boolean {
  const words = new Set(wordsOf(said))
  const own = wordsOf(title).filter(word => !ANY.test(word) || lone)
  return own.some(
    word =>
      words.has(word) ||
      (word.length > 5 &&
        [...words].some(
          other => other.startsWith(word) || (other.length > 5 && word.startsWith(other)),
        )),
  )
}

/** Someone before the verb: a participant, *M. Untel*, a body with its proper name, *un groupe*. */
const SOMEONE = pattern('u')`
  (?:M\.|Mme|Mlle|Mr)\s\p{Lu}|(?<!\p{L})(?:[Ll]'|[Ll]a |[Ll]e |[Ll]es )?(?:association|asso
  |collectif|club|comité|amicale|ressourcerie|foyer|groupe|commission|équipe)\s[^.;:]{0,40}$
  |(?<!\p{L})(?:[Uu]n|[Uu]ne|[Dd]es|[Dd]eux|[Tt]rois|[Qq]uelques) (?:petit |petite )?(?:groupe
  |équipe|habitant|bénévole|parent|voisin|jeune)
`

/**
 * The title above, when this sentence says that someone carries its subject; undefined when it says
 * nothing of it.
 */
export function titleCarried(page: NotesPage, piece: NotePiece): string | undefined {
  const { under } = piece.block
  const title = bareTitle(under)
  if (
    piece.block.heading ||
    title.length < 4 ||
    title.split(/\s+/).length > 9 ||
    piece.section === 'context'
  )
    return undefined
  if (
    under === page.blocks[0]?.under ||
    !['', 'talk'].includes(announced(plainOf(title))) ||
    !subjectTitle(plainOf(title))
  )
    return undefined
  const lone = wordsOf(title).length === 1
  const quotes = [...piece.clear.matchAll(/«[^»]*(?:»|$)|"[^"]*(?:"|$)/g)]
  for (const m of piece.plain.matchAll(HOLDS)) {
    if (quotes.some(q => m.index > q.index && m.index < q.index + q[0].length)) continue
    const before = piece.clear.slice(0, m.index)
    const after = piece.clear
      .slice(m.index + m[0].length, m.index + m[0].length + 90)
      .split(/[.;!?]\s|,\s/)[0]!
    if (/^ref/.test(m[0].split(' ').at(-1)!) && lone) continue
    if ((namedIn(before, page.names).length || SOMEONE.test(before)) && sharing(title, after, lone))
      return title
  }
  return undefined
}

/** Said, not named. */
const SPOKEN = /\b(?:on|je|nous|c'est|il|elle|faut|pas)\b|[.!?]$/
/** *Luce s'occupe des permanences « Clic et tartine »*: the name in quotes is the project’s. */
export function nameCarried(page: NotesPage, piece: NotePiece): string | undefined {
  if (piece.block.heading || piece.section === 'references' || !piece.clear.includes('«'))
    return undefined
  for (const m of piece.plain.matchAll(HOLDS)) {
    const before = piece.clear.slice(0, m.index)
    const name = /^[^«»:;.!?]{0,45}«\s*([^»]{3,50}?)\s*»/u.exec(
      piece.clear.slice(m.index + m[0].length),
    )?.[1]
    if (!name || SPOKEN.test(plainOf(name)) || name.split(/\s+/).length > 6) continue
    if (!before.includes('«') && (namedIn(before, page.names).length || SOMEONE.test(before)))
      return name
  }
  return undefined
}
