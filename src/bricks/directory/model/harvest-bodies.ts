import { pattern, source } from '../../../core/pattern.ts'
import { capital } from '../../../text/capital.ts'
import { sameAs } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { titled } from '../../../text/harvest/title.ts'
import { type Noun, ORGS } from './harvest-nouns.ts'

export const PROPER = String.raw`\p{Lu}[\p{L}\p{M}\d'’&-]*`
const TAIL = new RegExp(
  source`
    ^(?:(?:\s+(?:s'appel\S+|nommée?|dénommée?|intitulée?
    |baptisée?))?\s?:?\s*[«"“]\s*([^«»"“”]{2,60}?)\s*[»"”]|((?:\s\p{Ll}+(?:ive|ale|al|aire|if|elle
    |el)|\sd(?:'|e )(?:insertion|quartier|parents|jeunes|habitants|producteurs|éleveurs|patrimoine
    |chasse|pêche|marche))?(?:\s+(?:d'|l')?(?:(?:de la|de l'|de|du|des|les?|la|l'|aux?|en|sous|sur|à
    |et|&)\s+|(?:de l'|d'|l'))?${PROPER})+))
  `,
  'u',
)
const LOCATED = pattern('u')`
  ^(?:\s+(?:à côté|en face|derrière|au-dessus|au-dessous|près|au bout|au fond)\s+(?:du|de la|de l'
  |des|de)\s?[\p{L}'-]+(?:\s(?:culturel|social|municipal|communal)e?)?)
`

const A_WORK = pattern()`
  \b(?:plaquette|fiche|guide|livret|brochure|notice|tuto(?:riel)?|article|charte|modele|depliant
  |kit|dossier|film|video|documentaire|livre) (?:du |de la |de l'|des |de )$
`
type Named = { from: number; to: number; noun: string; proper: boolean }
/** A body or a place by its noun and the proper name after it. */
export function namedBy(piece: NotePiece, entry: Noun): readonly Named[] {
  if (piece.plain.search(entry.noun) < 0) return []
  return [...piece.plain.matchAll(entry.noun)].flatMap(m => {
    const after = piece.clear.slice(m.index + m[0].length)
    const told = TAIL.exec(after.slice(0, 140))
    // *la plaquette du CAUE « … »*: the quotes hold the title of the work.
    const tail =
      told?.[1] && (entry.kind === 'public-body' || A_WORK.test(piece.plain.slice(0, m.index)))
        ? null
        : told
    const located = entry.kind !== 'company' ? LOCATED.exec(after.slice(0, 90)) : null
    if (!tail && !located && !entry.alone) return []
    const extra = tail ? properLength(tail, m[0]) : (located?.[0].length ?? 0)
    return [{ from: m.index, to: m.index + m[0].length + extra, noun: m[0], proper: tail !== null }]
  })
}
/** The tail without what belongs to the sentence: *et Paul*, a lone small word. */
const JOINED = /^(?:communaute|com |com'|comcom|syndicat|pays|parc|agglo)/
function properLength(tail: RegExpExecArray, noun: string): number {
  if (tail[1]) return tail[0].length
  const cut = /\s+(?:et|à|en|sur)\s+(?=\p{Lu}[\p{L}'-]*$)/u.exec(tail[0])
  return cut && /\set\s/.test(cut[0]) && !JOINED.test(noun) ? cut.index : tail[0].length
}

export const clean = (name: string) =>
  name
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:la|le|les)\s+|l'\s*)/, '')
    .replace(/\s*(?:[«"“»”]|:\s)\s*/g, ' ')
    .trim()

export const NOT_THERE = pattern()`
  \b(?:place|parking|devant|derriere|salle|cote|porte|panneau|face|parvis|cour|lieu-dit|lieudit
  |hameau|quartier|rue|ruelle|chemin|route|impasse|allee|avenue|boulevard|montee|sentier
  |pont) (?:des |de |du |a )?(?:la |l'|le )?$
`

/** A generic noun in the plural or after *une*, *chaque*: nobody in particular. */
export const ANY_ONE =
  /\b(?:une?|des|chaque|plusieurs|quelques|autres?|les|nos|ces|creer une?|toute?s?) $/

const BODY_LEAD = pattern('iu')`
  ^(?:associations?|asso|entreprise|société|l'association|collectif|groupe
  |structure)\s+(?:(?:s'appel\S+|nommée?|dénommée?|intitulée?|baptisée?)\s+)?(?=(?:de la |de l'
  |du |des |de |d')?[\p{Lu}«"“])
`

/** *film « La ferme des… »*: a noun inside the title of a work names no body. */
const WORK_TITLE = pattern('g')`
  \b(?:film|livre|documentaire|spectacle|piece|roman|bd|album|revue|expo(?:sition)?|conference
  |chanson)\b[^«"“]{0,20}[«"“][^»"”]*
`
const isTitleOfWork = (piece: NotePiece, at: number): boolean =>
  [...piece.plain.matchAll(WORK_TITLE)].some(m => at > m.index && at < m.index + m[0].length)

export function orgsOf(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  if (piece.section === 'agenda') return []
  return ORGS.flatMap(entry =>
    namedBy(piece, entry).flatMap(n => {
      const before = piece.plain.slice(Math.max(0, n.from - 24), n.from)
      if (NOT_THERE.test(before) || (ANY_ONE.test(before) && !n.proper)) return []
      if (isTitleOfWork(piece, n.from)) return []
      if (entry.kind === 'public-body' && piece.from < 400 && /^departement/.test(n.noun)) return []
      if (piece.block.heading && ((piece.from < 400 && entry.kind === 'public-body') || !n.proper))
        return []
      const raw = piece.clear.slice(n.from, n.to)
      const lead = BODY_LEAD.exec(raw)
      const proper = raw
        .slice(lead?.[0].length ?? 0)
        .replace(/^(?:de la|de l'|du|des|de|d')\s*(?=\p{Lu}|[«"“])/iu, '')
      // *l'entreprise d'insertion Octet Vert*: what it is belongs to its name.
      const name = titled(
        capital(clean(lead && !/^\p{Ll}/u.test(proper) ? proper : raw)),
        page.names,
      )
      if (
        sameAs(name).length < 3 ||
        (entry.kind === 'informal-group' && !/[A-Z]/.test(name.slice(7)))
      )
        return []
      return [
        actor(
          name,
          entry.kind,
          {
            from: piece.from + n.from,
            to: piece.from + n.to,
            certainty: n.proper ? 0.75 : 0.6,
            rule: n.proper ? 'actor.proper' : 'actor.noun',
          },
          piece,
        ),
      ]
    }),
  )
}
export function actor(
  name: string,
  kind: string,
  { from, to, certainty, rule }: FoundPlace,
  piece?: NotePiece,
): FoundPiece {
  const unsure = piece && /\b(?:a verifier|a confirmer)\b/.test(piece.plain)
  return {
    kind: 'actor',
    title: name,
    fields: { name, kind, ...(unsure ? { toConfirm: true } : {}) },
    from,
    to,
    certainty,
    rule,
  }
}

/** Where a piece stands, and the rule that found it. */
export type FoundPlace = Pick<FoundPiece, 'from' | 'to' | 'certainty' | 'rule'>
