import { pattern, source } from '../../../core/pattern.ts'
import { announced } from '../../../text/harvest/announced.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { namedIn } from '../../../text/harvest/private.ts'

/**
 * The French of carrying something on: who conducts, mounts, starts, keeps a thing going, as a
 * sentence tells it. All patterns read plain text; what they find is cut out of the clear text at
 * the same place.
 */
export type Carried = Readonly<{
  what: string
  from: number
  sure: number
  /** Absent where the words do not say it: *avance* is no *ça tourne*. */
  state?: 'idea' | 'running'
}>

const DET = source`
  (?:d'une? |d'|de la |de l'|du |des |de |une? |le |la |les |l'|son |sa |leur |notre |
  deux |trois )
`
/**
 * Works on stone, wood, land and houses, and things opened again: their infinitive names a project.
 */
const WORKS = source`
  remettre|refaire|restaurer|retaper|remonter|monter|rouvrir|relancer|creer|amenager|replanter
  |planter|reconstruire|construire|rehabiliter|renover|ouvrir|installer|lancer|batir|transformer
  |sauver|reprendre|developper|organiser|fonder|faire revivre|refaire tourner|faire tourner
  |remettre en route|en faire|faire
`
const CARRY = new RegExp(
  source`
    ^(?:aussi |donc |toujours |deja )?(?:(?:conduit|conduisent|mene|menent|porte|portent|pilote
    |pilotent|coordonne|coordonnent|anime|animent|gere|gerent|lance|lancent|demarre|demarrent|monte
    |montent|cree|creent|developpe|developpent|relance|relancent|poursuit|poursuivent|continue
    |continuent|reprend|reprennent|rouvre|rouvrent|restaure|restaurent|retape|retapent|renove
    |renovent|organise|organisent|remet(?:tent)? en (?:etat|service|marche|culture)|construit
    |construisent|amenage|amenagent|fait vivre|font vivre|fait tourner|font tourner|remet|remettent
    |refait|refont
    |suit de pres) (?:depuis .{3,20}? |seule? |ensemble |en ce moment |avec .{3,28}? |
    a bout de bras |pour .{3,20}? |toute? seule? |deja |aussi |toujours )?
    |(?:a|ont) (?:deja |enfin |aussi )?(?:lance|monte|demarre|cree|ouvert|rouvert|relance|commence
    |imagine|repris|mis (?:en route|en place|sur pied|en marche)|fonde|entame
    |entrepris) |met(?:tent)? (?:en route|en place|sur pied|en marche) |(?:se lance
    |se lancent) (?:dans )|s'attaque(?:nt)? (?:a |au(?=x? ))|(?:planche|planchent|travaille
    |travaillent|bosse|bossent|avance|avancent) (?:sur |a (?=la |l'|un))|(?:prepare
    |preparent) (?=(?:la (?:creation|reprise|restauration|renovation|remise)|l'(?:ouverture
    |amenagement|installation))))(?:le projet |l'idee |le chantier |la creation )?(?=${DET}
    |[«"“])(?:d'une? |d'|de la |de l'|du |des |de )?
  `,
)
const WANT = new RegExp(
  source`
    ^(?:veu(?:t|lent)|voudrai(?:t|ent)|aimerai(?:t|ent)|souhaite(?:nt|rait|raient)?
    |reve(?:nt)? (?:de |d')|(?:a|ont) (?:le|pour) projet (?:de |d')|envisage(?:nt)? (?:de |d')
    |projette(?:nt)? (?:de |d')|pense(?:nt)? a|s'occupe(?:nt)? (?:de |d')
    |se charge(?:nt)? (?:de |d')|commence(?:nt)? a|s'est mise? en tete (?:de |d')|s'est mise? a
    |se sont mis a|est en train (?:de |d')|a entrepris (?:de |d'))\s?(${WORKS}) (?=${DET})
  `,
)
/**
 * With a subject told before a colon, a lighter verb is enough: *Le taxi-troc : Driss tient le
 * cahier*.
 */
const KEEP = pattern()`
  ^(?:tien(?:t|nent)|gere(?:nt)?|anime(?:nt)?|mene(?:nt)?|porte(?:nt)?|pilote(?:nt)?
  |coordonne(?:nt)?|continue(?:nt)?|relance(?:nt)?|avance(?:nt)?|s'en occupe(?:nt)?|s'y (?:met
  |mettent|colle|collent)|s'est lancee?|se sont lances|veu(?:t|lent)|voudrai(?:t|ent)|suit|suivent
  |travaille(?:nt)?|commence(?:nt)?|a (?:deja )?(?:lance|monte|demarre|commence|ouvert|repris
  |relance)|ont (?:deja )?(?:lance|monte|demarre|commence|ouvert|repris|relance)
  |est (?:aux manettes|a la manœuvre)|planche(?:nt)?)\b
`
/** A small thing to do, not a project. */
const SMALL = pattern()`
  ^(?:mairie|maire|commune|prefecture|banque|fournisseurs?|assureur|assurances?|imprimeur|fiches?
  |maconn?|electricien|plombier|proprietaire|voisine?s?|adherents?|elue?s?|notaire|tresoriere?
  |presidente?|secretaire|appels?|devis|sondage|commandes?|invitations?|mails?|courriels?|listes?
  |page|adresse|caisse|comptes?|reunions?|seance|dossier|courrier|debats?|discussions?|tour
  |tables?|chaises?|barnum|chapiteau|tente|affiches?|questions?|points?|soiree|impression|mot
  |message|date|tri|menage|rangement|vaisselle|buvette|cafe|clef?s?|plainte|attention|temps|parole
  |voix|projets?|chantiers?|choses?|point|reflexion|priere|tableau|fichier|bulletin|convention
  |statuts|budget|demande|subvention|rendez-vous|coup|prix)\b
`
const GROUP = pattern('g')`
  (?:^|[,;.:–—-]\s+|\b(?:et|avec) )((?:un |le |ce )?(?:petit |bon )?(?:groupe|collectif
  |noyau)(?: (?:de |d'|des )[a-z]+)?|une (?:petite |bonne )?(?:equipe|bande
  |poignee)(?: (?:de |d')[a-z]+)?|(?:des|quelques|plusieurs|deux|trois|quatre|cinq
  |les) (?:habitant|voisin|parent|benevole|adherent|jeune|famille|agriculteur|eleveur|ancien
  |retraite)e?s?(?: (?:du |de la |de l'|des |de )[a-z]+)?)\s+(?=[a-z])
`

type Span = { from: number; to: number }
const UP_TO_VERB = pattern('u')`
  ^\s*(?:(?:->|=>|→|:)\s*(?:[Ee]lle|[Ii]l|[Jj]e|[Mm]oi,? je)(?=\s)|\([^)]*\)|et (?:l'
  |la |le |les )?\p{Lu}[\p{L}' -]{2,30}?(?=\s(?:veulent|ont|font|m[eè]nent|tiennent|se |mon|lan
  |portent|g[eè]rent|anim))|,?\s*(?:et|avec) (?:son|sa|ses|un|une|quelques|deux
  |trois) [\p{L} ]{3,25}?(?=\s(?:veu|a |ont|m[eè]ne|tien|se |s'|mon|lan)))?\s*,?\s*(?:qui\s+)?
`

/**
 * Who could carry it: participants by their names, *un petit groupe*, *quelques voisins*. `to` is
 * where the verb begins.
 */
function subjectsIn(page: NotesPage, piece: NotePiece): readonly Span[] {
  const named = namedIn(piece.clear, page.names)
  const joined: Span[] = []
  for (const span of named) {
    const last = joined.at(-1)
    if (
      last &&
      /^\s*(?:,|et|&|\+|\/|avec)\s*(?:Mme|M\.|la |le )?\s*$/u.test(
        piece.clear.slice(last.to, span.from),
      )
    )
      last.to = span.to
    else joined.push({ ...span })
  }
  for (const m of piece.plain.matchAll(GROUP))
    joined.push({ from: m.index + m[0].indexOf(m[1]!), to: m.index + m[0].trimEnd().length })
  return joined.map(span => ({
    from: span.from,
    to: span.to + (UP_TO_VERB.exec(piece.clear.slice(span.to))?.[0].length ?? 0),
  }))
}

const STOP = pattern('u')`
  [.;:!?()]|,|\s=+>|\s→|\s[–—-]\s|\s(?:qui|que|est|sont|a|ont|avance|pour|par|avec|dont|où|car
  |mais|afin|lors|depuis|avant|sera|va|dans le cadre|démarre|commence|ils|elles|il|elle
  |à partir)\s
`
const phrase = (clear: string) =>
  /^\s*[«"“]\s*([^»"”]{3,70})[»"”]/u.exec(clear)?.[1]?.trim() ?? clear.split(STOP)[0]!.trim()

/** The subject that a line begins with, before its colon: *Le taxi-troc : …*. */
function topicOf(piece: NotePiece, page: NotesPage): string {
  const m = /^[^\p{L}«"]*((?:\p{L}|[«"])[^:.!?]{2,60}?)\s*:\s+/u.exec(piece.clear)
  if (
    !m ||
    namedIn(m[1]!, page.names).length ||
    announced(plainOf(m[1]!)) !== '' ||
    /\b(?:est|sont|a|ont|dit|y a)\b/.test(plainOf(m[1]!))
  )
    return ''
  return m[1]!.replace(/^(?:le |la |les |l')/i, '')
}

const QUOTES = /«[^»]*(?:»|$)|“[^”]*(?:”|$)|"[^"]*(?:"|$)/g
/** What a sentence says that somebody carries on; undefined when it says none. */
export function carriedIn(page: NotesPage, piece: NotePiece): Carried | undefined {
  const quotes = [...piece.clear.matchAll(QUOTES)]
  const topic = topicOf(piece, page)
  for (const span of subjectsIn(page, piece)) {
    if (quotes.some(q => span.from > q.index && span.from < q.index + q[0].length)) continue
    const rest = piece.plain.slice(span.to)
    const colon = topic && piece.plain.slice(0, span.from).includes(':')
    if (colon && (KEEP.test(rest) || WANT.test(rest)))
      return { what: topic, from: 0, sure: 0.72, state: WANT.test(rest) ? 'idea' : 'running' }
    const wants = WANT.exec(rest)
    const errand =
      /^(?:s'occupe|se charge)/.test(rest) &&
      (/relancer|organiser/.test(wants?.[1] ?? '') ||
        /\b(?:avant|d'ici|pour) (?:le |la |mi-|fin )/.test(rest))
    if (
      wants &&
      !errand &&
      !SMALL.test(rest.slice(wants[0].length).replace(new RegExp(`^${DET}`), '')) &&
      !/^(?:faire|organiser)$/.test(wants[1]!)
    )
      return {
        what: phrase(piece.clear.slice(span.to + wants[0].length).slice(0, 90)),
        from: span.from,
        sure: 0.68,
        state: 'idea',
      }
    const carries = CARRY.exec(rest)
    if (!carries || SMALL.test(rest.slice(carries[0].length).replace(new RegExp(`^${DET}`), '')))
      continue
    return {
      what: phrase(piece.clear.slice(span.to + carries[0].length).slice(0, 90)),
      from: span.from,
      sure: 0.7,
      state: 'running',
    }
  }
  return byWhom(page, piece)
}

/**
 * *C'est Mathis qui gère : un module…*, *un four mobile, porté par Luce*, *le potager, que suit
 * René*.
 */
const IT_IS = pattern()`
  \bc'est .{2,50}? qui (?:s'en (?:charge|occupe)|gerent?|anime|porte|mene|pilote|tient|suit
  |conduit|monte|lance|s'y colle|coordonne)\w*\s*:\s*
`
const PASSIVE = pattern()`
  \b(?:porte|mene|conduit|lance|anime|pilote|emmene|monte|coordonne|imagine|demarre|cree|initie
  |gere|suivi|tenu|repris|construit|impulse)e?s? (?:(?:depuis|en|des|l'an|cette|cet|au|a la
  |il y a) .{2,22}? )?(?:par|avec) (?=\S)
`
/**
 * *La grainothèque, c'est Ali qui s'en occupe*; *Radio des collines (Luce) : …*; *la remise en état
 * du four avance*.
 */
const ITS = pattern()`
  ^[^a-z]*((?:le |la |les |l')?[a-z][^,:.!?]{3,60}?)\s?[,:] c'est .{2,40}? qui (?:s'en (?:charge
  |occupe)|gere|anime|porte|mene|pilote|tient|suit|conduit|monte|coordonne)
`
const WITH_NAME = /^[^\p{L}]*((?:\p{L}|[«"])[^:.!?()]{3,60}?)\s*\(([^()]{2,60})\)\s*:\s/u
const GOES = pattern()`
  ^[^a-z]*((?:le |la |les |l'|notre )[a-z][^,:.!?]{3,60}?) (?:avance|avancent|tourne|tournent
  |prend forme|prennent forme|est (?:lancee?|en route|sur les rails|en bonne voie)
  |sont (?:lancee?s|en route)|a (?:demarre|repris|bien demarre)|se monte|suit son cours
  |continue)\b
`
/** *avance* and *continue* say of nothing that it runs. */
const RUNS = pattern()`
  \b(?:tourne|tournent|est (?:lancee?|en route|sur les rails)|sont (?:lancee?s|en route)
  |a (?:demarre|repris|bien demarre))\b
`
const NO_PROJECT = pattern()`
  \b(?:reunion|seance|fete|moteur|temps|heure|discussion|debat|caisse|compte|saison|annee|mois
  |jour|soiree|compteur|tracteur|machine|voiture|camion|banque|dossier)\b
`
function told(page: NotesPage, piece: NotePiece): Carried | undefined {
  const its = ITS.exec(piece.plain)
  const at = (m: RegExpExecArray) => m[0].indexOf(m[1]!)
  if (its && !NO_PROJECT.test(its[1]!))
    return {
      what: piece.clear.slice(at(its), at(its) + its[1]!.length),
      from: 0,
      sure: 0.7,
      state: 'running',
    }
  const named = WITH_NAME.exec(piece.clear)
  if (
    named &&
    namedIn(named[2]!, page.names)[0]?.from === 0 &&
    namedIn(named[1]!, page.names).length === 0 &&
    announced(plainOf(named[1]!)) === ''
  )
    return { what: named[1]!, from: 0, sure: 0.66, state: 'running' }
  const goes = GOES.exec(piece.plain)
  if (!goes || NO_PROJECT.test(goes[1]!) || /^(?:le |ce )?projets?$/.test(goes[1]!.trim()))
    return undefined
  return {
    what: piece.clear.slice(at(goes), at(goes) + goes[1]!.length),
    from: 0,
    sure: 0.6,
    ...(RUNS.test(piece.plain) ? { state: 'running' as const } : {}),
  }
}

function byWhom(page: NotesPage, piece: NotePiece): Carried | undefined {
  const one = told(page, piece)
  if (one) return one
  const it = IT_IS.exec(piece.plain)
  if (it)
    return {
      what: phrase(piece.clear.slice(it.index + it[0].length).slice(0, 90)),
      from: it.index,
      sure: 0.72,
      state: 'running',
    }
  const by = PASSIVE.exec(piece.plain)
  if (!by) return undefined
  const whom = piece.clear.slice(by.index + by[0].length, by.index + by[0].length + 40)
  const before = piece.clear
    .slice(0, by.index)
    .replace(/[\s,(:–—-]+(?:(?:est|sont|sera|était|déjà|toujours)\s)*$/u, '')
    .trim()
  const known =
    namedIn(whom, page.names)[0]?.from === 0 ||
    /^(?:l'asso|le club|le collectif|les \p{Lu}|un groupe|une équipe|des )/u.test(whom)
  const what = before
    .split(/[.;:!?]\s|,\s/)
    .at(-1)!
    .replace(/^(?:et|mais|puis)\s/, '')
  return known && what.split(/\s+/).length < 14 && what.length > 3
    ? { what: phrase(what), from: 0, sure: 0.66, state: 'running' }
    : undefined
}
