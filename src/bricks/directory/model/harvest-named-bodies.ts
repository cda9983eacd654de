import { fold } from '../../../core/letters/words.ts'
import { pattern, source } from '../../../core/pattern.ts'
import { capital } from '../../../text/capital.ts'
import { isFirstName } from '../../../text/guard/lexicon.ts'
import { plainOf, sameAs } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { isName } from '../../../text/harvest/private.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { titled } from '../../../text/harvest/title.ts'
import { actor, clean, NOT_THERE, PROPER } from './harvest-bodies.ts'

/** A society named by what it does: *la Société de musique*, its noun with a capital. */
const SOCIETY = pattern('gu')`
  (?<=(?:^|[\s'])(?:[Ll]a |[Ll]e |[Ll]'))(Société|Amicale|Harmonie|Fanfare|Chorale|Comité|Cercle
  |Union|Club|Association|Foyer|Syndicat|Conseil) (?:de |des |du |de la |de l'|d')\p{Ll}[\p{L}'-]+
`
/** Written with a capital, in a sentence: the body, not the land. */
const CAPITAL_BODY = pattern('gu')`
  (?<=(?<!\p{L})(?:[Aa]u|[Ll]e|[Dd]u|par le|[Ll]a|de la|à la) )(Département|Région
  |Préfecture)(?!\s+(?:de|du|des)\b)(?![\p{L}])
`
/** *la commune est d'accord*: the body that governs the village. */
const COMMUNE = pattern('g')`
  (?:^|\b)la commune (?=(?:est|a|nous|met|prete|donne|propose|accepte|demande|demanderait|va
  |pourrait|souhaite|laisse|loue|paie|doit|finance|prend|refuse|reste|n'|ne)\b)
`
/**
 * Bodies whose name goes before: *Loire Forez agglomération*; and names explained: *les Restos du
 * Canal, l'association…*.
 */
const GROUPED = pattern('gu')`
  (?<![\p{L}'’-])(\p{Lu}[\p{L}'’]+(?:[ -](?:(?:en|et|de|du|la|le|les|sur
  |sous)[ -]){0,2}\p{Lu}[\p{L}'’]+){0,6} (?:agglomération|agglo|métropole|communauté))(?![\p{L}])
`
const EXPLAINED = pattern('gu')`
  (?<![\p{L}'’-])(\p{Lu}[\p{L}'’&-]+(?: (?:(?:de|du|des|la|le|les|en|et|d'
  |l') ?)?\p{Lu}?[\p{L}'’&-]+){0,4}), (?:une |l'|un |le |la |notre |leur )?(association|asso
  |entreprise|société|collectif|coopérative|ferme|magasin|fournisseur|structure|fondation|club
  |groupe)(?![\p{L}])
`

/**
 * *le club des aînés*, *le syndicat scolaire*, *la Fédération des foyers ruraux*: a body named by
 * what it is for.
 */
const BY_PURPOSE = pattern('giu')`
  (?<![\p{L}'’-])(?:[Ll]e |[Ll]a |[Ll]'|[Dd]u |[Aa]u |[Dd]e la |[Dd]e l'|[Àà] la |[Àà] l'
  |[Nn]otre |[Ll]eur |(?:avec|via|par|chez) (?:le |la |l')?)((syndicat|fédération|club|amicale
  |comité|groupement|union|chorale|fanfare|harmonie|cercle|collectif|réseau|association|asso
  |société|office|agence|chambre|service|communauté|caisse|mutuelle|régie|coopérative|ligue|troupe
  |compagnie|conservatoire|lycée|collège|centre|école|maison|section|conseil)(?!\sd'(?:hier
  |aujourd))(?:\s(?:intercommunal|départemental|régional|municipal|local
  |national)e?)?\s(?:\p{Ll}+(?:aire|oire|al|ale|el|elle|if|ive|ier|ière|ique|iste|ain|aine|cole
  |estre)(?![\p{L}])|(?:de la |de l'|des |du |de |d'|pour (?:la |le |l')?)(?!(?:la|le|les|ce|cette
  |son|sa|ses|ne|se)\b)[\p{L}'’-]{3,}(?:\s(?!(?:est|sont|a|ont|avec|pour|qui|que|et|peut|nous|en
  |sur|par|fait|est|va|dit|aussi|ne|se)\b)\p{Ll}+(?:aux|ales?|iers?|ières?|ifs?|ives?|aires?|els?
  |elles?|iques?|ains?|aines?|és|ées))?)(?:\s(?:de la|de l'|des|du|de|d'
  |en)\s?\p{Lu}[\p{L}'’-]+)?)
`
const HAS_BODY = pattern()`
  \b(?:syndicat|federation|club|amicale|comite|groupement|union|chorale|fanfare|harmonie|cercle
  |collectif|reseau|association|asso|societe|office|agence|chambre|service|communaute|caisse
  |mutuelle|regie|cooperative|ligue|troupe|compagnie|conservatoire|lycee|college|centre|ecole
  |maison|section|conseil)[ ]
`
const PUBLIC = pattern()`
  ^(?:syndicat|office|agence|chambre|service|communaute|caisse|regie|lycee|college|ecole|conseil
  |conservatoire)
`
/**
 * A purpose that makes no body of it: *le comité de rédaction*, *le conseil d'administration*, *la
 * section jeunes*.
 */
const INSIDE = pattern()`
  \b(?:conseil d'administration|service (?:de la |de l'|des |du )|reseau d'acteurs
  |conseil de classe|comite (?:de redaction|de pilotage)|service (?:de table|public|militaire)
  |ecole (?:de|d'|du|buissonniere)|maison (?:de|du|des|d')|centre (?:du|de la) (?:village|bourg
  |table|salle)|section de commune|compagnie de)\b
`
/** *les Conscrits*, *Les Cartables Verts*: a plural with its capital. */
const PLURAL = pattern('gu')`
  (?<![\p{L}'’-])(?<!\b(?:dans|vers|depuis|sur|pour
  |entre) )([Ll]es \p{Lu}\p{Ll}{2,}s(?: \p{Lu}\p{Ll}{2,}s?){0,2}(?: (?:de la|de l'|du|des|de
  |d')\s?\p{Lu}[\p{L}'’-]+)?)(?![\p{L}'’-])
`
const NO_BODY = pattern()`
  ^les (?:presents?|participants?|membres|excuses|absents|points|projets|idees|decisions|actions
  |besoins|travaux|comptes|adherents|benevoles|habitants|personnes|enfants|parents|anciens|jeunes
  |elus|taches|dates|questions|horaires|tarifs|statuts|inscriptions|finances|ressources|animations
  |ateliers|reunions|autres|trois|deux|six|dix|choses|gens|voisins|hommes|femmes|alpes|vosges
  |ardennes|cevennes|pyrenees|landes|courses|travaux|devis|commandes|clefs?|cles)\b
`

/** *la caisse de Gérard*: a thing of somebody; *la caisse du bar*: no body either. */
const A_BODY_OF_MONEY = /^caisse (?:d'epargne|des ecoles|de retraite|d'alloc|primaire|locale)/
function isSomebodys(name: string): boolean {
  const plain = plainOf(name)
  const whose = /\s(?:de |d')([^\s]+)$/.exec(plain)?.[1]
  return (
    (whose !== undefined && isFirstName(fold(whose))) ||
    (/^caisse\b/.test(plain) && !A_BODY_OF_MONEY.test(plain))
  )
}

function purposeBodies(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const named = (HAS_BODY.test(piece.plain) ? [...piece.clear.matchAll(BY_PURPOSE)] : []).flatMap(
    m => {
      const plain = sameAs(m[2]!)
      if (
        /^(?:le )?conseil municipal/.test(plainOf(m[1]!)) ||
        INSIDE.test(plainOf(m[1]!)) ||
        NOT_THERE.test(piece.plain.slice(0, m.index + m[0].indexOf(m[1]!))) ||
        isSomebodys(m[1]!) ||
        piece.section === 'context'
      )
        return []
      const from = piece.from + m.index + m[0].indexOf(m[1]!)
      const kind = PUBLIC.test(plain)
        ? 'public-body'
        : /^(?:cooperative|mutuelle)/.test(plain)
          ? 'company'
          : 'association'
      return [
        actor(
          titled(capital(clean(m[1]!)), page.names),
          kind,
          { from, to: from + m[1]!.length, certainty: 0.62, rule: 'actor.purpose' },
          piece,
        ),
      ]
    },
  )
  const plurals = [...piece.clear.matchAll(PLURAL)].flatMap(m => {
    const from = piece.from + m.index
    return NO_BODY.test(plainOf(m[1]!)) || piece.block.announces
      ? []
      : [
          actor(
            titled(capital(m[1]!), page.names),
            'association',
            { from, to: from + m[1]!.length, certainty: 0.55, rule: 'actor.plural' },
            piece,
          ),
        ]
  })
  return [...named, ...plurals].filter(f => f.title.length > 3)
}

/**
 * *la directrice de l'école de Boën*, *avec Luce, de la bibliothèque*: the place speaks as a body.
 */
const STAFFED = new RegExp(
  source`
    (?<![\p{L}'’-])(?:(?:(?:[Dd]irect(?:eur|rice)|[Mm]aîtresses?|[Mm]aîtres?|[Ii]nstits?
    |[Ee]nseignante?s?|[Éé]quipe|[Éé]lèves|[Rr]esponsable|[Bb]ibliothécaires?|[Aa]nimat(?:eur
    |rice)s?|[Gg]ardienn?e?|[Cc]uisini(?:er|ère)s?|[Pp]roviseure?|[Pp]rincipale?|[Cc]lasses?|CP
    |CE[12]|CM[12]|[Bb]énévoles|[Ss]alariée?s?)|\p{Lu}\p{Ll}[\p{L}'’-]+)\s*,?\s*(?:de la |de l'
    |du |des ))((?:école|médiathèque|bibliothèque|collège|lycée|crèche|cinéma|musée|ludothèque
    |maison de retraite|centre de loisirs|piscine|halte-garderie)(?:\s(?:de la |de l'
    |du |des |de |d')?${PROPER})*)
  `,
  'gu',
)
/** *le maraîcher des Terres Rondes*: somebody's trade and the name of the farm or shop. */
const TRADE = new RegExp(
  source`
    (?<![\p{L}'’-])((?:[Mm]araîch(?:er|ère)s?|[Bb]oulang(?:er|ère)s?|[Ff]romag(?:er|ère)s?
    |[Éé]leveu(?:r|se)s?|[Aa]picult(?:eur|rice)s?|[Pp]aysanne?s?|[Vv]igneronn?e?s?|[Bb]rasseu(?:r
    |se)s?|[Mm]eun(?:ier|ière)s?|[Aa]rboricult(?:eur|rice)s?)\s(?:du |des |de la |de l'|d'
    |de )(?:${PROPER}(?:\s${PROPER})*))
  `,
  'gu',
)
function staffed(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const trades = [...piece.clear.matchAll(TRADE)].flatMap(m => {
    const name = titled(capital(m[1]!), page.names)
    return name.length > 3
      ? [
          actor(
            name,
            'company',
            {
              from: piece.from + m.index,
              to: piece.from + m.index + m[1]!.length,
              certainty: 0.65,
              rule: 'actor.trade',
            },
            piece,
          ),
        ]
      : []
  })
  const staff = [...piece.clear.matchAll(STAFFED)].flatMap(m => {
    const from = piece.from + m.index + m[0].length - m[1]!.length
    const name = titled(capital(clean(m[1]!)), page.names)
    return name.length > 3
      ? [
          actor(
            name,
            'public-body',
            { from, to: from + m[1]!.length, certainty: 0.72, rule: 'actor.staff' },
            piece,
          ),
        ]
      : []
  })
  return [...trades, ...staff]
}

/** *animatrice à La Fabrique du Vallon*: a capital article inside a sentence begins a name. */
const MORE_NAME = source`(?:\s(?:de la |du |des |de |d'|à |en |et )?${PROPER})*`
const ARTICLED = new RegExp(
  source`
    (?<=[\p{L}\d,;:)»] )(?<!\p{Lu}[\p{L}'’-]* )(
    (?:L[ae] |L')${PROPER}${MORE_NAME})
  `,
  'gu',
)
/** *Fil à Fil donne…*, *Le CIVAM du Vallon loue…*: who gives or asks, of several words. */
const ACTS = new RegExp(
  source`
    ^(?:[^\p{L}]*)((?:L[ae] |Les |L')?${PROPER}${MORE_NAME})
    \s(?=(?:nous |leur |lui )?(?:prêt|donn|offr|lou|propos|fourni|vend|met|cherch|ouvr|gard
    |laiss|organis|accueill|peut|peuvent|veut|aimerait))
  `,
  'u',
)
function bareNames(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  if (piece.block.heading) return []
  const acts = ACTS.exec(piece.clear)
  const all = [
    ...[...piece.clear.matchAll(ARTICLED)].map(m => ({
      name: m[1]!,
      from: m.index,
      rule: 'articled',
    })),
    ...(acts ? [{ name: acts[1]!, from: acts[0].indexOf(acts[1]!), rule: 'acts' }] : []),
  ]
  return all.flatMap(({ name, from, rule }) => {
    const words = name.replace(/^(?:L[ae]s? |L')/, '').split(/\s+/)
    const isOne = words.length < 2 && !/^\p{Lu}{3,}/u.test(words[0]!) && rule === 'acts'
    const isSomeone = words.some(word => isName(word, page.names)) || isFirstName(fold(words[0]!))
    const title = titled(capital(name), page.names)
    if (isOne || isSomeone || title.length < 4 || isNoName(name)) return []
    const at = { from: piece.from + from, to: piece.from + from + name.length }
    return [actor(title, 'association', { ...at, certainty: 0.5, rule: `actor.${rule}` }, piece)]
  })
}
/** A day or a month begins no name. */
const isNoName = (name: string): boolean =>
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|on|nous|il|elle|ca|qui)\b/.test(
    plainOf(name),
  )

export function namedBodies(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const grouped = [...piece.clear.matchAll(GROUPED)].map(m => ({ m, kind: 'public-body' }))
  const explained = [...piece.clear.matchAll(EXPLAINED)].map(m => ({
    m,
    kind: /entreprise|société|ferme|magasin|fournisseur|coopérative/.test(m[2]!)
      ? 'company'
      : /collectif|groupe/.test(m[2]!)
        ? 'informal-group'
        : 'association',
  }))
  const societies = [...piece.clear.matchAll(SOCIETY)].map(m => ({
    m: Object.assign(m, { 1: m[0] }),
    kind: 'association',
  }))
  const communes = [...piece.plain.matchAll(COMMUNE)].map(m =>
    actor('Commune', 'public-body', {
      from: piece.from + m.index,
      to: piece.from + m.index + 10,
      certainty: 0.6,
      rule: 'actor.commune',
    }),
  )
  for (const m of piece.clear.matchAll(CAPITAL_BODY))
    if (!piece.block.heading)
      communes.push(
        actor(m[0], 'public-body', {
          from: piece.from + m.index,
          to: piece.from + m.index + m[0].length,
          certainty: 0.6,
          rule: 'actor.commune',
        }),
      )
  return [
    ...staffed(page, piece),
    ...purposeBodies(page, piece),
    ...bareNames(page, piece),
    ...communes,
    ...[...grouped, ...explained, ...societies].flatMap(({ m, kind }) => {
      const name = titled(m[1]!, page.names)
      return isName(m[1]!.split(/\s/)[0]!, page.names) || name.length < 3
        ? []
        : [
            actor(
              name,
              kind,
              {
                from: piece.from + m.index,
                to: piece.from + m.index + m[1]!.length,
                certainty: 0.75,
                rule: 'actor.explained',
              },
              piece,
            ),
          ]
    }),
  ]
}
