import { NUMBERS } from '../../../core/letters/numbers-fr.ts'
import { pattern } from '../../../core/pattern.ts'
import { capital } from '../../../text/capital.ts'
import { sameAs } from '../../../text/harvest/mask.ts'
import type { NotePiece, NotesPage } from '../../../text/harvest/page.ts'
import { homeless } from '../../../text/harvest/private.ts'
import type { FoundPiece } from '../../../text/harvest/rule.ts'
import { rowsOf } from '../../../text/harvest/tables.ts'
import { titled } from '../../../text/harvest/title.ts'
import { ANY_ONE, clean, namedBy } from './harvest-bodies.ts'
import { PLACES } from './harvest-nouns.ts'

/**
 * *école* alone is a place where something stands or happens, not the one that children come from.
 */
const LOCATIVE =
  /(?:^|[,:(] ?|\b(?:a|dans|devant|derriere|sous|preau de|cour de|salle de) )(?:l'|une )?$/

/** *Le local : …*, *la grange de l'ancienne école : …*: what the item is about. */
const OWN = pattern()`
  ^(?:[^a-z]*)(?:le |la |l'|un |une )(local|salle|hangar|grange|terrain|jardin|four|maison|atelier
  |batiment|cafe|garage|cave|cour|verger|serre|halle)\b[^:]{0,50}(?=\s?:\s)
`

/** *rue du Four*, *le chemin du lavoir*: what is called after a place. */
const BESIDE = pattern()`
  \b(?:salle|a cote|en face|rue|ruelle|chemin|route|impasse|allee|avenue|boulevard|montee
  |sentier) (?:de la |de l'|du |des |de )$
`

type Named = Readonly<{ from: number; to: number; noun: string; proper: boolean }>
/** *Le marché de Noël a lieu le 13*: it happens, and is no place. */
const isOneDay = (piece: NotePiece, n: Named): boolean =>
  piece.dates.length > 0 ||
  /^ (?:de )?(?:noel|paques|printemps|ete|automne|hiver|des createurs)\b/.test(
    piece.plain.slice(n.from + n.noun.length),
  )

/** Named as a place is: not denied, not any one, not what it stands beside. */
function isPlace(piece: NotePiece, n: Named): boolean {
  const before = piece.plain.slice(Math.max(0, n.from - 24), n.from)
  if (/^marche$/.test(n.noun) && (piece.block.heading || isOneDay(piece, n))) return false
  if (/\b(?:pas|plus|aucune?|sans) (?:d'|de )?$/.test(before)) return false
  // *Le curé prête la sono*: somebody, and no *cure*.
  if (/curé/i.test(piece.clear.slice(n.from, n.to))) return false
  if (n.noun === 'ecole' && !n.proper && !LOCATIVE.test(before)) return false
  return (n.proper || !ANY_ONE.test(before)) && !BESIDE.test(before)
}

export function placesOf(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  if (
    ['agenda', 'context'].includes(piece.section) ||
    homeless(piece.clear) !== piece.clear ||
    ['projects', 'header', 'budget'].includes(rowsOf(page).get(piece.block.from)?.kind ?? '')
  )
    return []
  const unsure = /\b(?:a verifier|a confirmer)\b/.test(piece.plain)
  const found = (
    { name, kind }: Readonly<{ name: string; kind: string }>,
    [from, to]: readonly [from: number, to: number],
    { certainty, rule }: Pick<FoundPiece, 'certainty' | 'rule'>,
  ): readonly FoundPiece[] => {
    const title = titled(capital(clean(name)), page.names)
    if (sameAs(title).length < 3) return []
    const fields = { name: title, kind, ...(unsure ? { toConfirm: true } : {}) }
    // Where it is only named in the page's own titles, a later sentence says more of it.
    const sure = page.blocks.indexOf(piece.block) < 4 ? certainty - 0.05 : certainty
    return [
      {
        kind: 'place',
        title,
        fields,
        from: piece.from + from,
        to: piece.from + to,
        certainty: sure,
        rule,
      },
    ]
  }
  const own = OWN.exec(piece.plain)
  const till = own?.[0].length ?? 0
  const ownName = piece.clear.slice(0, till).replace(/^[^\p{L}]*(?:le|la|un|une|l')\s*/iu, '')
  return [
    ...(own
      ? found(
          { name: ownName, kind: ['local', 'salle'].includes(own[1]!) ? 'local' : 'other' },
          [0, till],
          { certainty: 0.8, rule: 'place.subject' },
        )
      : []),
    ...PLACES.flatMap(entry =>
      namedBy(piece, entry)
        .filter(n => n.from >= till && isPlace(piece, n))
        .flatMap(n =>
          found(
            { name: piece.clear.slice(n.from, n.to), kind: entry.kind },
            [n.from, n.to],
            n.proper
              ? { certainty: 0.7, rule: 'place.proper' }
              : { certainty: 0.6, rule: 'place.noun' },
          ),
        ),
    ),
  ]
}

const ACCESS = pattern()`
  \b(?:(\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze
  |vingt) )?(?:(?:vieux |nouveaux |anciens |petits |bons )?(?:ordinateurs?|ordis?|(?<!\b(?:a|de
  |devant|ancienne) la )postes?(?: informatiques?| internet)?|pc|tablettes?|bornes?(?: internet
  | wifi)?|classe mobile|salle informatique|point numerique)\b[^.;]{0,60}?(?:libre[- ]service
  |acces libre|libre acces|en acces|acces (?:gratuit|public)|(?:a |la )?disposition (?:du public
  |des (?:habitants|adherents|usagers|parents|gens)|de tous|de qui)|(?:est |sont )?(?:ouvert
  |accessible|utilisable)e?s? (?:au|a|aux|pour|le|en|sur)\b|en consultation|publics?\b
  |qu'on peut utiliser|aux (?:parents|habitants|adultes|retraites|jeunes|demandeurs|adherents
  |gens)|pour (?:tout le monde|tous|les habitants|le public)|\blibres?\b|(?:lundi|mardi|mercredi
  |jeudi|vendredi|samedi|dimanche)s? (?:matin|apres-midi|soir|de \d|\d))|(?:postes?|points?
  |bornes?|ordinateurs?) (?:internet|informatiques?)\b
  |acces (?:libre |public |gratuit )?(?:a )?internet\b|wifi (?:public|gratuit|ouvert|libre
  |en acces)|espace public numerique|epn\b|cyber[- ]?(?:base|cafe|espace)|espace numerique
  |maison france services|france services|(?:postes?|ordinateurs?|pc|tablettes?)(?= (?:a la|au
  |a l'|dans|en mairie)\b)|(?<=^[^:]{3,60}: .{0,12})(?:postes?|ordinateurs?|pc)\b)
`
/**
 * *… les trois ordinateurs du fond. C'est ouvert aux heures du bar*: counted in one sentence, open
 * in the next.
 */
const COUNTED_OPEN = pattern()`
  ^[^.;]{0,120}?\b(\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze
  |vingt) (?:ordinateurs?|ordis?|postes?|pc|tablettes?)\b[^.;]{0,60}\. (?:c'est|ils sont
  |elles sont|le tout est|la salle est) (?:ouvert|accessible|en (?:libre|acces))
`
/** *France Services : 3 ordinateurs et un scanner*: counted beside its name. */
const COUNTED = pattern()`
  (?:^|[:,(] ?|\bavec )(\d{1,3}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) (?:ordinateurs?
  |ordis?|postes?|pc|tablettes?)\b
`
/** *La salle du haut est ouverte à tous le mercredi, 4 ordinateurs*: open first, counted after. */
const OPEN_COUNTED = pattern()`
  \b(?:ouvert|accessible)e?s? (?:a tous|a toutes?|a tout le monde|au public
  |aux habitants)\b[^.;]{0,90}?\b(\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze
  |quinze|vingt) (?:ordinateurs?|ordis?|postes?|pc|tablettes?)\b
`
const NONE = /\b(?:pas|plus|aucun|sans|rien|manque|besoin|il faudrait|creer|cherche)\b[^.;]{0,30}$/
const AT = pattern('u')`
  (?:(?<![\p{L}])à la |(?<![\p{L}])à l'|\bau |\baux |\bdans (?:la |le |l')
  |(?<![\p{L}])à )([^.;:,()\n]{3,60})
`

export function accessOf(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  if (['agenda', 'context', 'ideas', 'actions', 'decisions'].includes(piece.section)) return []
  const m =
    ACCESS.exec(piece.plain) ??
    OPEN_COUNTED.exec(piece.plain) ??
    COUNTED_OPEN.exec(page.plain.slice(piece.from, piece.block.to))
  if (!m || NONE.test(piece.plain.slice(0, m.index))) return []
  const where = AT.exec(piece.clear.slice(m.index + m[0].length - 2))
  const owner = /^([^:]{3,60}?)\s?:\s/.exec(piece.clear.slice(0, m.index + 1))?.[1]
  const clause =
    owner ??
    piece.clear.slice(m.index, m.index + m[0].length) +
      (where ? piece.clear.slice(m.index + m[0].length).split(/[.;(]/)[0]! : '')
  const opened = /^(?:ouvert|accessible)|(?:ouvert|accessible|libre|acces)$/.test(m[0])
  const inner =
    m[1] ??
    /\((\d{1,3}) (?:ordinateurs?|ordis?|postes?|pc|tablettes?)/.exec(m[0])?.[1] ??
    COUNTED.exec(piece.plain)?.[1]
  const count = inner ? (NUMBERS[inner] ?? Number(inner)) : undefined
  const title = titled(
    opened ? piece.clear : m[1] && !owner ? clause.slice(m[1].length) : clause,
    page.names,
  )
  const unsure =
    /\b(?:a verifier|a confirmer|je crois|peut-etre|sous reserve|semble-t-il)\b|\(\?\)/.test(
      piece.plain,
    )
  const place = owner
    ? titled(owner.split(',')[0]!, page.names)
    : where
      ? titled(where[1]!, page.names)
      : ''
  return [
    {
      kind: 'access-point',
      title,
      fields: {
        name: title,
        ...(count ? { computers: count } : {}),
        ...(unsure ? { toConfirm: true } : {}),
      },
      from: piece.from,
      to: piece.to,
      certainty: 0.85,
      rule: 'access.told',
      ...(place
        ? {
            links: [
              { rel: 'at', kind: 'place', title: place },
              { rel: 'at', kind: 'actor', title: place },
            ],
          }
        : {}),
    },
  ]
}
