import { announced } from '../../core/glean/announced.ts'
import { COUNTS } from '../../core/glean/fr.ts'
import { plainOf, sameAs } from '../../core/glean/mask.ts'
import type { GleanPage, Piece } from '../../core/glean/page.ts'
import { isName, namedIn, tellsSituation } from '../../core/glean/private.ts'
import type { Found, HarvestRule } from '../../core/glean/rule.ts'
import { titled } from '../../core/glean/title.ts'
import { infinitiveOf } from '../../core/glean/verbs.ts'

/** The French of who, where and what: bodies by their nouns. `alone`: the noun names it without more. Patterns read plain text. */
type Noun = Readonly<{ kind: string; noun: RegExp; alone: boolean }>
const ORGS: readonly Noun[] = [
  {
    kind: 'public-body',
    alone: true,
    noun: /\b(?:mairie|ccas|conseil (?:general|departemental|regional)|(?:communaute|com) de(?:s)? com(?:munes|mune|s)?|com' ?com|comcom|communaute d'agglomeration|agglo|office (?:de tourisme|du tourisme)|prefecture|sous-prefecture|chambre d'agriculture|parc naturel regional|pnr|caf|msa|ddt|dreal|ademe|decheterie|sictom|sivom|trifyl|cantine(?: (?:du|de la|de l')\s?(?!lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)[a-z]+\b|(?! du| de))|restaurant scolaire|ehpad|maison de retraite|creche|agence postale|college|lycee)\b/g,
  },
  {
    kind: 'public-body',
    alone: false,
    noun: /\b(?:maison familiale|syndicat(?: (?:mixte|des eaux|d'energie))?|commune|pays|region|departement)\b/g,
  },
  {
    kind: 'association',
    alone: true,
    noun: /\b(?:mjc|centre social|comite des fetes|foyer rural|secours (?:populaire|catholique)|restos du coeur|croix-rouge|emmaus|club des jeunes|amicale laique|familles rurales|maison des jeunes|sou des ecoles|parents d'eleves|comite de quartier|conseil de quartier|ligue de l'enseignement|france nature environnement|la croix rouge)\b/g,
  },
  {
    kind: 'association',
    alone: false,
    noun: /\b(?:association|asso|amap|club|amicale|comite|cuma|sel|ressourcerie|recyclerie|federation|union|fondation|ligue|regie|mission locale|pole|reseau|collectif)\b/g,
  },
  {
    kind: 'company',
    alone: false,
    noun: /\b(?:entreprise|societe|sarl|sas|scop|scic|boulangerie|scierie|garage|imprimerie|epicerie|ferme|gaec|earl|papeterie|magasin|pepiniere|cooperative|quincaillerie|jardinerie|menuiserie|restaurant|auberge|brasserie|fromagerie|biocoop|credit|banque|laiterie|moulin)\b/g,
  },
  { kind: 'informal-group', alone: false, noun: /\b(?:groupe|bande)\b/g },
]
const PLACES: readonly (Noun & { alone: boolean })[] = [
  {
    kind: 'hall',
    alone: true,
    noun: /\b(?:salle (?:des fetes|polyvalente|communale|paroissiale|du conseil|des associations|municipale|du foyer)|maison des associations|gymnase|centre culturel|halle(?: (?:du|de la|aux|au|de l')\s?[a-z]+)?|ecole de musique|preau|cabane(?: du jardin)?|chapiteau municipal|foyer (?:communal|municipal))\b/g,
  },
  { kind: 'library', alone: true, noun: /\b(?:mediath?eque|bibliotheque|ludotheque)\b/g },
  { kind: 'hall', alone: false, noun: /\b(?:salle|espace|foyer|maison)\b/g },
  { kind: 'school', alone: true, noun: /\b(?:ecole(?: (?:primaire|maternelle|elementaire|publique|communale))?)\b/g },
  {
    kind: 'land',
    alone: true,
    noun: /\b(?:jardins? partages?|jardins? (?:collectifs?|ouvriers|familiaux)|verger (?:communal|partage|conservatoire)|terrain (?:communal|municipal))\b/g,
  },
  { kind: 'market', alone: false, noun: /\b(?:marche|hangar|grange|terrain)\b/g },
  {
    kind: 'local',
    alone: true,
    noun: /\b(?:ancien(?:ne)? (?!maire|president|membre|adherent|combattant|eleve|compte|systeme|site|statut|bureau|modele|proprietaire|locataire|salarie|habitant|numero|logo|date)[a-z]{4,}(?: (?:communal|municipal|scolaire)e?)?|vieux (?:four|lavoir|moulin)|four a pain|lavoir|local a outils|local associatif|local (?:technique|communal|municipal)|hangar (?:communal|municipal))\b/g,
  },
  { kind: 'shop', alone: false, noun: /\b(?:cafe|bar|bistrot)\b/g },
  { kind: 'land', alone: false, noun: /\b(?:place|parc|square|etang|plan d'eau|parking)\b/g },
]

const PROPER = String.raw`\p{Lu}[\p{L}\p{M}\d'’&-]*`
const TAIL = new RegExp(
  String.raw`^(?:(?:\s+(?:s'appel\S+|nommée?|dénommée?|intitulée?|baptisée?))?\s*:?\s*[«"“]\s*([^«»"“”]{2,60}?)\s*[»"”]|((?:\s\p{Ll}+(?:ive|ale|al|aire|if|elle|el))?(?:\s+(?:d'|l')?(?:(?:de la|de l'|de|du|des|les?|la|l'|aux?|en|sous|sur|à|et|&)\s+|(?:de l'|d'|l'))?${PROPER})+))`,
  'u',
)
const LOCATED =
  /^(?:\s+(?:à côté|en face|derrière|au-dessus|au-dessous|près|au bout|au fond)\s+(?:du|de la|de l'|des|de)\s?[\p{L}'-]+(?:\s(?:culturel|social|municipal|communal)e?)?)/u

type Named = { from: number; to: number; noun: string; proper: boolean }
/** A body or a place by its noun and the proper name after it. */
function namedBy(piece: Piece, entry: Noun): readonly Named[] {
  return [...piece.plain.matchAll(entry.noun)].flatMap(m => {
    const after = piece.clear.slice(m.index + m[0].length)
    const tail = TAIL.exec(after.slice(0, 140))
    const located = entry.kind !== 'company' ? LOCATED.exec(after.slice(0, 90)) : null
    if (!tail && !located && !entry.alone) return []
    const extra = tail ? properLength(tail) : (located?.[0].length ?? 0)
    return [{ from: m.index, to: m.index + m[0].length + extra, noun: m[0], proper: tail !== null }]
  })
}
/** The tail without what belongs to the sentence: *et Paul*, a lone small word. */
function properLength(tail: RegExpExecArray): number {
  if (tail[1]) return tail[0].length
  const cut = /\s+(?:et|à|en|sur)\s+(?=\p{Lu}[\p{L}'-]*$)/u.exec(tail[0])
  return cut && /\set\s/.test(cut[0]) ? cut.index : tail[0].length
}

const clean = (name: string) =>
  name
    .replace(/\s+/g, ' ')
    .replace(/^(?:(?:la|le|les)\s+|l'\s*)/, '')
    .replace(/\s*(?:[«"“»”]|:\s)\s*/g, ' ')
    .trim()
const upper = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

const NOT_THERE = /\b(?:place|parking|devant|derriere|salle|cote|porte|panneau|face|parvis|cour) (?:de |du |a )?(?:la |l'|le )?$/
/** A society named by what it does: *la Société de musique*, its noun with a capital. */
const SOCIETY =
  /(?<=(?:^|[\s'])(?:[Ll]a |[Ll]e |[Ll]'))(Société|Amicale|Harmonie|Fanfare|Chorale|Comité|Cercle|Union|Club|Association|Foyer|Syndicat|Conseil) (?:de |des |du |de la |de l'|d')\p{Ll}[\p{L}'-]+/gu
/** Written with a capital, in a sentence: the body, not the land. */
const CAPITAL_BODY = /(?<=\b(?:au|le|du|par le|la|de la|à la) )(Département|Région|Préfecture)(?!\s+(?:de|du|des)\b)(?![\p{L}])/gu
/** *la commune est d'accord*: the body that governs the village. */
const COMMUNE =
  /(?:^|\b)la commune (?=(?:est|a|nous|met|prete|donne|propose|accepte|demande|demanderait|va|pourrait|souhaite|laisse|loue|paie|doit|finance|prend|refuse|reste|n'|ne)\b)/g
/** Bodies whose name goes before: *Loire Forez agglomération*; and names explained: *les Restos du Canal, l'association…*. */
const GROUPED =
  /(?<![\p{L}'’-])(\p{Lu}[\p{L}'’-]+(?:[ -](?:(?:en|et|de|du|la|le|les|sur|sous)[ -])?\p{Lu}[\p{L}'’-]+){0,4} (?:agglomération|agglo|métropole|communauté))(?![\p{L}])/gu
const EXPLAINED =
  /(?<![\p{L}'’-])(\p{Lu}[\p{L}'’&-]+(?: (?:(?:de|du|des|la|le|les|en|et|d'|l') ?)?\p{Lu}?[\p{L}'’&-]+){0,4}), (?:une |l'|un |le |la |notre |leur )?(association|asso|entreprise|société|collectif|coopérative|ferme|magasin|fournisseur|structure|fondation|club|groupe)(?![\p{L}])/gu

function namedBodies(page: GleanPage, piece: Piece): readonly Found[] {
  const grouped = [...piece.clear.matchAll(GROUPED)].map(m => ({ m, kind: 'public-body' }))
  const explained = [...piece.clear.matchAll(EXPLAINED)].map(m => ({
    m,
    kind: /entreprise|société|ferme|magasin|fournisseur|coopérative/.test(m[2]!)
      ? 'company'
      : /collectif|groupe/.test(m[2]!)
        ? 'informal-group'
        : 'association',
  }))
  const societies = [...piece.clear.matchAll(SOCIETY)].map(m => ({ m: Object.assign(m, { 1: m[0] }), kind: 'association' }))
  const communes = [...piece.plain.matchAll(COMMUNE)].map(m =>
    actor('Commune', 'public-body', piece.from + m.index, piece.from + m.index + 10, 0.6),
  )
  for (const m of piece.clear.matchAll(CAPITAL_BODY))
    if (!piece.block.heading) communes.push(actor(m[0], 'public-body', piece.from + m.index, piece.from + m.index + m[0].length, 0.6))
  return [
    ...communes,
    ...[...grouped, ...explained, ...societies].flatMap(({ m, kind }) => {
      const name = titled(m[1]!, page.names)
      return isName(m[1]!.split(/\s/)[0]!, page.names) || name.length < 3
        ? []
        : [actor(name, kind, piece.from + m.index, piece.from + m.index + m[1]!.length, 0.75, piece)]
    }),
  ]
}

/** A generic noun in the plural or after *une*, *chaque*: nobody in particular. */
const ANY_ONE = /\b(?:une?|des|chaque|plusieurs|quelques|autres?|les|nos|ces|creer une?|toute?s?) $/

function orgsOf(page: GleanPage, piece: Piece): readonly Found[] {
  if (piece.section === 'agenda') return []
  return ORGS.flatMap(entry =>
    namedBy(piece, entry).flatMap(n => {
      const before = piece.plain.slice(Math.max(0, n.from - 24), n.from)
      if (NOT_THERE.test(before) || (ANY_ONE.test(before) && !n.proper)) return []
      if (piece.block.heading && piece.from < 400 && entry.kind === 'public-body') return []
      const raw = piece.clear.slice(n.from, n.to)
      const lead =
        /^(?:associations?|asso|entreprise|société|l'association|collectif|groupe|structure)\s+(?:(?:s'appel\S+|nommée?|dénommée?|intitulée?|baptisée?)\s+)?(?=(?:de la |de l'|du |des |de |d')?[\p{Lu}«"“])/iu.exec(
          raw,
        )
      const proper = raw.slice(lead?.[0].length ?? 0).replace(/^(?:de la|de l'|du|des|de|d')\s*(?=\p{Lu}|[«"“])/iu, '')
      const name = titled(upper(clean(lead ? proper : raw)), page.names)
      if (sameAs(name).length < 3 || (entry.kind === 'informal-group' && !/[A-Z]/.test(name.slice(7)))) return []
      return [actor(name, entry.kind, piece.from + n.from, piece.from + n.to, n.proper ? 0.75 : 0.6, piece)]
    }),
  )
}
function actor(name: string, kind: string, from: number, to: number, certainty: number, piece?: Piece): Found {
  const unsure = piece && /\b(?:a verifier|a confirmer)\b/.test(piece.plain)
  return { kind: 'actor', title: name, fields: { name, kind, ...(unsure ? { toConfirm: true } : {}) }, from, to, certainty }
}

const ROLE =
  /^(?:co-?)?(?:president|presidente|vice|tresori|secretaire|membre|adherent|benevole|habitant|referent|animat|coordinat|salarie|maire|adjoint|elue?\b|conseill|voisin|charge|directeur|directrice|stagiaire|service|maraich|agricul|producteur|productrice|amapien|jardini|arrive|depart|excuse|pouvoir|procuration|en visio|par|repr|invite|ancien|nouveau|nouvelle|technicien|responsable|parent|bricol|retraite|etudiant|professeur|instit|artisan|menuisi|mecanic|electri|coutur|infirmi|medecin|notes?|compte|prise|quitte|partie?\b|a partir|jusqu|visio|tel|distan)/
const ORG_WORDS =
  /\b(?:mairie|association|asso|amap|mjc|ccas|centre social|mediatheque|bibliotheque|ecole|college|lycee|foyer|comite|club|cuma|ferme|gaec|entreprise|collectif|conseil|communaute|office|secours|cooperative|epicerie|recyclerie|ressourcerie|commune|syndicat|parc)\b/

/** The body that a role names: *Zoomacom, chargé de mission* → Zoomacom; *présidente de l'AMAP* → AMAP; *monocycle* → nothing. */
function bodyIn(note: string, page: GleanPage): string {
  for (const part of note.split(/\s*[,;/–—]\s*|\s-\s/)) {
    const plain = part
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .trim()
    if (!plain || /\?/.test(part) || tellsSituation(part)) continue
    const noun = ORG_WORDS.exec(plain)
    if (noun) {
      const from = plain.length === part.trim().length ? noun.index : part.search(/\p{Lu}/u)
      return upper(part.trim().slice(Math.max(0, from))).replace(/^(?:Association|Asso|Collectif)\s+(?=[\p{Lu}«"“])/u, '')
    }
    const proper = /^\p{Lu}[\p{L}\d'’&-]*(?:\s+(?:(?:de|du|des|la|le|les|en|et|d'|l')\s*)?\p{Lu}?[\p{L}\d'’&-]+){0,4}$/u.exec(part.trim())
    if (!proper || ROLE.test(plain) || (isName(part.trim().split(/\s/)[0]!, page.names) && part.trim().split(/\s/).length < 2)) continue
    if (
      part.trim().length < 3 ||
      new RegExp(`\\b(?:à|sur|vers)\\s+${part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`, 'u').test(
        page.clear.slice(0, 200_000),
      ) ||
      page.head.place.includes(part.trim())
    )
      continue
    return part.trim()
  }
  return ''
}

const kindOf = (name: string) => ORGS.find(o => new RegExp(o.noun.source).test(sameAs(name)))?.kind ?? 'association'

function peopleFound(page: GleanPage): readonly Found[] {
  const bodies = new Map<string, string>()
  return page.head.people.flatMap(p => {
    const cached = bodies.get(p.note)
    const body = p.note ? (cached ?? bodyIn(p.note, page)) : ''
    if (p.note) bodies.set(p.note, body)
    const person: Found = {
      kind: 'actor',
      title: p.name,
      fields: { name: p.name, kind: 'person' },
      from: p.from,
      to: p.to,
      certainty: p.listed === 'present' ? 0.95 : 0.8,
      private: true,
      ...(body ? { links: [{ rel: 'works-for', kind: 'actor', title: titled(body, page.names) }] } : {}),
    }
    const name = body ? titled(body, page.names) : ''
    return name.length > 2 ? [person, actor(name, kindOf(name), p.from, p.to + 1, 0.8)] : [person]
  })
}

/** Bodies that the list of people named, wherever else they stand. */
const OUTSIDER =
  /\b(?:a|avec|contacter|relancer|aupres de|voir|rappeler|appeler|de la part de|rencontrer|demander a|inviter|prevenir|recontacter|merci a|grace a) $/
const JOB =
  /^,?\s*\(?(?:l'|la |le )?(?:animat|president|directeur|directrice|maire|conseill|responsable|technicien|bibliothec|mediathec|charg|agricul|maraich|boulang|menuisi|artisan|potier|professeur|instit|gerant|patron|employ|salari|tresor|secretaire|coordinat|bricol|mecanic|elue?\b|adjoint)/

/** Somebody who was not there: *à Rémi, animateur du centre social*, *contacter M. Durand*. */
function outsidersOf(page: GleanPage, piece: Piece): readonly Found[] {
  if (['present', 'excused', 'absent', 'agenda', 'author'].includes(piece.section)) return []
  return [
    ...piece.clear.matchAll(
      /(?<![\p{L}'’-])((?:M\.|Mme|Mr|Monsieur|Madame)\s+\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?|\p{Lu}\p{Ll}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)/gu,
    ),
  ].flatMap(m => {
    const name = m[1]!
    if (name.split(/\s/).some(word => isName(word, page.names))) return []
    const titledPerson = /^(?:M\.|Mme|Mr|Monsieur|Madame)\s/.test(name)
    const before = piece.plain.slice(Math.max(0, m.index - 20), m.index)
    const after = piece.plain.slice(m.index + name.length, m.index + name.length + 40)
    if (!titledPerson && !(OUTSIDER.test(before) && JOB.test(after))) return []
    const from = piece.from + m.index
    return [{ kind: 'actor', title: name, fields: { name, kind: 'person' }, from, to: from + name.length, certainty: 0.6, private: true }]
  })
}

/** *école* alone is a place where something stands or happens, not the one that children come from. */
const LOCATIVE = /(?:^|[,:(] ?|\b(?:a|dans|devant|derriere|sous|preau de|cour de|salle de) )(?:l'|une )?$/

function placesOf(page: GleanPage, piece: Piece): readonly Found[] {
  if (['agenda', 'context'].includes(piece.section)) return []
  const own =
    /^(?:[^a-z]*)(?:le |la |l'|un |une )(local|salle|hangar|grange|terrain|jardin|four|maison|atelier|batiment|cafe|garage|cave|cour|verger|serre|halle)\b[^:]{0,50}(?=\s?:\s)/.exec(
      piece.plain,
    )
  const found: Found[] = []
  const add = (name: string, kind: string, from: number, to: number, certainty: number) => {
    const title = titled(upper(clean(name)), page.names)
    if (sameAs(title).length < 3) return
    const unsure = /\b(?:a verifier|a confirmer)\b/.test(piece.plain)
    found.push({
      kind: 'place',
      title,
      fields: { name: title, kind, ...(unsure ? { toConfirm: true } : {}) },
      from: piece.from + from,
      to: piece.from + to,
      certainty,
    })
  }
  if (own)
    add(
      piece.clear.slice(0, own[0].length).replace(/^[^\p{L}]*(?:le|la|un|une|l')\s*/iu, ''),
      ['local', 'salle'].includes(own[1]!) ? 'local' : 'other',
      0,
      own[0].length,
      0.8,
    )
  for (const entry of PLACES) {
    for (const n of namedBy(piece, entry)) {
      const before = piece.plain.slice(Math.max(0, n.from - 24), n.from)
      if (/\b(?:pas|plus|aucune?|sans) (?:d'|de )?$/.test(before) || (n.noun === 'ecole' && !n.proper && !LOCATIVE.test(before))) continue
      if (
        (ANY_ONE.test(before) && !n.proper) ||
        (own && n.from < own[0].length) ||
        /\b(?:salle|a cote|en face) (?:de la |de l'|du |de )$/.test(before)
      )
        continue
      add(piece.clear.slice(n.from, n.to), entry.kind, n.from, n.to, n.proper ? 0.7 : 0.6)
    }
  }
  return found
}

const ACCESS =
  /\b(?:(\d{1,3}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt) )?(?:(?:vieux |nouveaux |anciens )?(?:ordinateurs?|postes?(?: informatiques?| internet)?|pc|tablettes?|bornes?(?: internet| wifi)?)\b[^.;]{0,40}?(?:libre[- ]service|acces libre|libre acces|en acces|(?:a |la )?disposition (?:du public|des habitants|de tous)|ouverts? (?:au public|a tous)|publics?\b)|acces (?:libre |public |gratuit )?(?:a )?internet\b|wifi (?:public|gratuit|en acces)|espace public numerique|epn\b|cyber[- ]?(?:base|cafe|espace)|espace numerique|maison france services|france services|(?:postes?|ordinateurs?|pc|tablettes?)(?= (?:a la|au|a l'|dans|en mairie)\b)|(?<=^[^:]{3,60}: .{0,12})(?:postes?|ordinateurs?|pc)\b)/
const NONE = /\b(?:pas|plus|aucun|sans|rien|manque|besoin|il faudrait|creer|cherche)\b[^.;]{0,30}$/
const AT = /(?:(?<![\p{L}])à la |(?<![\p{L}])à l'|\bau |\baux |\bdans (?:la |le |l')|(?<![\p{L}])à )([^.;:,()\n]{3,60})/u

function accessOf(page: GleanPage, piece: Piece): readonly Found[] {
  if (['agenda', 'context', 'ideas'].includes(piece.section)) return []
  const m = ACCESS.exec(piece.plain)
  if (!m || NONE.test(piece.plain.slice(0, m.index))) return []
  const where = AT.exec(piece.clear.slice(m.index + m[0].length - 2))
  const owner = /^([^:]{3,60}?)\s?:\s/.exec(piece.clear.slice(0, m.index + 1))?.[1]
  const clause =
    owner ?? piece.clear.slice(m.index, m.index + m[0].length) + (where ? piece.clear.slice(m.index + m[0].length).split(/[.;(]/)[0]! : '')
  const count = m[1] ? (COUNTS[m[1]] ?? Number(m[1])) : undefined
  const title = titled(m[1] && !owner ? clause.slice(m[1].length) : clause, page.names)
  const unsure = /\b(?:a verifier|a confirmer|je crois|peut-etre|sous reserve|semble-t-il)\b|\(\?\)/.test(piece.plain)
  const place = owner ? titled(owner.split(',')[0]!, page.names) : where ? titled(where[1]!, page.names) : ''
  return [
    {
      kind: 'access-point',
      title,
      fields: { name: title, ...(count ? { computers: count } : {}), ...(unsure ? { toConfirm: true } : {}) },
      from: piece.from,
      to: piece.to,
      certainty: 0.85,
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

const STOP =
  /[.;:!?()–—]|,|\s=+>|\s→|\s-\s|\s(?:qui|que|est|sont|a|ont|avance|pour|par|avec|dont|où|car|mais|afin|lors|depuis|avant|sera|va|et que|dans le cadre|démarre|commence)\s/u
const phrase = (clear: string) => clear.split(STOP)[0]!.trim()

/** *monter un atelier de réfection*: the thing itself, not the verb. */
function thing(clear: string): string {
  const m = /^\s*(\p{Ll}[\p{L}']+)\s+(?:un |une |des |le |la |les |l'|d'un |d'une )/u.exec(clear)
  const plain = plainOf(m?.[1] ?? '')
  return m && (infinitiveOf(plain) === m[1] || /^(?:monter|creer|lancer|faire|ouvrir|developper|construire|organiser|mettre)$/.test(plain))
    ? clear.slice(m[0].length)
    : clear
}

function initiative(page: GleanPage, raw: string, from: number, to: number, certainty: number, state?: string): readonly Found[] {
  const title = titled(thing(raw), page.names)
  return sameAs(title).length < 4
    ? []
    : [{ kind: 'initiative', title, fields: { title, ...(state ? { state } : {}) }, from, to, certainty }]
}

const PROJECT = /^[^a-z]*(?:le |un |autre )?(?:projets?|initiative|chantier)\s+(?:n°\s?\d+\s+)?(?:(?:de |d'|du )?([^:]{1,60}?))\s?:\s+/
const stateIn = (plain: string) =>
  /\b(?:termine|acheve|fini)e?s?\b/.test(plain)
    ? 'done'
    : /\b(?:en pause|a l'arret|suspendu)e?s?\b/.test(plain)
      ? 'paused'
      : /\b(?:en cours|avance|tourne|fonctionne)\b/.test(plain)
        ? 'running'
        : undefined

function projectLines(page: GleanPage, piece: Piece): readonly Found[] {
  const { from, to } = piece.block
  const clear = page.clear.slice(from, to)
  const plain = page.plain.slice(from, to)
  if (piece.from !== from || piece.block.heading) return []
  const m = PROJECT.exec(plain)
  if (m) {
    const label = clear.slice(plain.indexOf(m[1]!, 0), plain.indexOf(m[1]!, 0) + m[1]!.length).trim()
    const person =
      isName(label.replace(/['’]$/, ''), page.names) || label.split(/\s(?:et|&)\s|\s/).some(w => isName(w.replace(/['’]$/, ''), page.names))
    if (!person) return initiative(page, label, from, to, 0.85, stateIn(plain))
    return clear
      .slice(m[0].length)
      .split(/=>|→/)[0]!
      .split(/\s\+\s/)
      .slice(0, 3)
      .flatMap(part => initiative(page, shortProject(part.replace(/^\s*projet\s+(?:de |d')?/i, '')), from, to, 0.85))
  }
  if (piece.section !== 'projects' || announced(sameAs(piece.block.under)) !== 'projects' || piece.block.mark === 'row') return []
  if (piece.block.mark === '') {
    const label = /^([^:«"]{3,60}?)\s*:\s/.exec(clear)
    return label &&
      !isName(label[1]!, page.names) &&
      namedIn(clear.slice(label[0].length), page.names).length &&
      !/^\s*(?:voir|lire)\b/.test(plain.slice(label[0].length)) &&
      label[1]!.split(/\s/).length < 9
      ? initiative(page, label[1]!, from, to, 0.7, stateIn(plain))
      : []
  }
  const head = /^([^:–]{3,70}?)\s?(?::|\s–\s|\s-\s)/.exec(clear)?.[1] ?? (clear.length < 90 ? clear : '')
  const leader = head && isName(head.split(/\s/)[0]!, page.names) ? clear.slice(head.length).replace(/^\s*[:–-]\s*/, '') : ''
  return head ? initiative(page, leader ? shortProject(leader) : head, from, to, 0.75, stateIn(plain)) : []
}
/** The first words that name a project: to the first stop, or two clauses when the first is a lone word. */
function shortProject(clear: string): string {
  const first = clear.split(/[.;:!?(]|\s=+>|\s[–—-]\s|,/)[0]!.trim()
  return first.split(/\s+/).length > 1 ? first : clear.split(/[.;:!?(]|\s=+>/)[0]!.trim()
}

/** Who carries a thing: *démarrée par Aurore*, *le projet que porte Hakim*, *Gérard, qui conduit le chantier*. */
const STARTED =
  /^[^a-z]*([a-z][^:]{2,60}?)[\s»"”]*:\s+(?:[^:]{0,20}\b)?(?:c'est .{2,30} qui (?:s'en (?:charge|occupe)|anime|porte|tient|pilote)|(?:.{2,40} )?(?:tient|anime|porte|pilote|animent|tiennent) (?:l'atelier|le projet|la permanence|les ateliers|les seances|ca\b)|(?:demarree?|lancee?|portee?|creee?|montee?|pilotee?|animee?|initiee?|proposee?)s? par|(?:un |le )?projet (?:de|porte|que|lance))/
const CARRIED = /^(.{6,110}?)\s?[:,–-]?\s(?:c'est|voila) (?:le|un|notre) projet (?:que|de|porte)/
const CARRIES =
  /\b(?:porte|portent|conduit|conduisent|pilote|pilotent|coordonne|coordonnent) (?:le projet |l'idee |le chantier |la creation )?(?:d'une? |d'|de la |de l'|du |des |de |un |une |le |la |les |l')(?=[a-z])(?!(?:chantier|projet|plainte|attention|table|reunion|debat)\b)/g
const WISHED =
  /^(.{3,80}?)\b(?:voudrai(?:t|ent)|souhaite(?:nt|rait|raient)?|veu(?:t|lent)|projette(?:nt)? d|envisage(?:nt)? d|a(?:ont)? le projet d|prepare(?:nt)? l'ouverture d)[e']? ?(?:de )?(?=(?:(?:re)?monter|(?:re)?lancer|creer|ouvrir|remettre|restaurer|construire|fonder|relancer|installer|developper|demarrer)\b)/
/** In a section with a subject of its own, what shows that the subject is a project under way. */
const UNDERWAY =
  /\b(?:(?:monte|montent|lance|lancent|mene|menent|porte|portent) (?:le|un|ce|son|leur) projet|(?:le|ce|notre) projet (?:avance|est|a |suit)|projet (?:que|qui|porte)|portee?s? par|qui porte|conduit|pilotee?s? par|lance le|lancee?s? par|demarree?s? par|le chantier|les travaux|met(?:tent)? sur pied|monter? un|groupe de travail|^[a-z]+ anime)\b/

/** Subjects of sections that someone carries: the title names the project. */
function subjects(page: GleanPage, pieces: readonly Piece[]): readonly Found[] {
  const found: Found[] = []
  let heading: Piece | undefined
  for (const piece of pieces) {
    if (piece.block.heading)
      heading =
        piece.block.heading < 5 &&
        ['', 'talk', 'projects'].includes(piece.section) &&
        piece.block.announces !== 'projects' &&
        subjectTitle(piece.plain)
          ? piece
          : piece.block.heading === 5
            ? heading
            : undefined
    else if (heading && !['context', 'agenda', 'present'].includes(piece.section) && UNDERWAY.test(piece.plain)) {
      if (told(page, piece).length || projectLines(page, piece).length) continue
      const one = initiative(page, heading.clear.replace(/^\d+\s?[.)]\s*/, ''), heading.from, heading.to, 0.6, stateIn(piece.plain))
      found.push(...one, ...one.map(f => ({ ...f, from: piece.from, to: piece.to, certainty: 0.55 })))
    }
  }
  return found
}
const subjectTitle = (plain: string) =>
  !/\b(?:reunion|compte[- ]rendu|seance|proces[- ]verbal)\b/.test(plain) &&
  !/^[^a-z]*(?:approbation|bilan|budget|tresorerie|finances?|compte|divers|questions?|infos?|informations?|point |retour|tour de table|adhesions?|rapport|vie de|communication|debat|discussion|echange|suite|intro|cloture|organisation|fonctionnement|conclusion|deroulement|ce que|qui|quoi)\b/.test(
    plain,
  )

/** Projects told in a sentence. */
function told(page: GleanPage, piece: Piece): readonly Found[] {
  const { clear, plain } = piece
  const started = STARTED.exec(plain)
  if (started)
    return initiative(
      page,
      clear.slice(plain.indexOf(started[1]!), plain.indexOf(started[1]!) + started[1]!.length),
      piece.from,
      piece.to,
      0.75,
      'running',
    )
  const carried = CARRIED.exec(plain)
  if (carried)
    return initiative(page, clear.slice(0, carried[1]!.length).replace(/^on\s+\S+\s+/i, ''), piece.from, piece.to, 0.7, 'running')
  const wished = WISHED.exec(plain)
  if (wished && !/^(?:[^a-z]*)(?:on|nous|il|elle|je)\b/.test(plain) && !isName(clear.split(/\s/)[0]!, page.names))
    return initiative(page, phrase(clear.slice(wished[0].length)), piece.from, piece.to, 0.6, 'idea')
  return [...plain.matchAll(CARRIES)]
    .slice(0, 1)
    .flatMap(m => initiative(page, phrase(clear.slice(m.index + m[0].length).slice(0, 90)), piece.from, piece.to, 0.65, stateIn(plain)))
}

const MENTIONED = /\b(?:projet|lancement|creation|ouverture|mise en place|montage) (?:d'une? |du |de la |de l'|des |de |d')(?=[a-z])/g
function projectsOf(page: GleanPage, piece: Piece): readonly Found[] {
  const lines = projectLines(page, piece)
  if (lines.length || ['context', 'agenda', 'present', 'excused', 'ideas', 'references'].includes(piece.section)) return lines
  if (piece.block.heading) {
    const m = /^[^a-z]*(?:le |un )?projet\s+(?:de la |de l'|de |d'|du )?/.exec(piece.plain)
    return m && piece.plain.length > m[0].length + 3 && piece.block.announces !== 'projects'
      ? initiative(page, piece.clear.slice(m[0].length), piece.from, piece.to, 0.7)
      : underProjects(page, piece)
  }
  const said = told(page, piece)
  if (said.length) return said
  const found = [...piece.plain.matchAll(MENTIONED)].filter(
    m => m[0].startsWith('projet') && !/\bparticip\S* (?:au|a|aux) $/.test(piece.plain.slice(0, m.index)),
  )
  return found
    .slice(0, 2)
    .flatMap(m => initiative(page, phrase(piece.clear.slice(m.index + m[0].length).slice(0, 90)), piece.from + m.index, piece.to, 0.6))
}
/** A title of its own inside the section of projects is a project. */
function underProjects(page: GleanPage, piece: Piece): readonly Found[] {
  if (piece.section !== 'projects' || piece.block.announces !== '' || /^\W*\.{2,}|^(?:autres?|divers)/.test(piece.plain)) return []
  return initiative(page, piece.clear.replace(/:\s*$/, ''), piece.from, piece.to, 0.7)
}

const MEETING_WORDS =
  /^(?:(?:compte[- ]rendu|cr|pv|proces[- ]verbal|releve de decisions?|notes?|reu(?:nion)?|assemblee(?: generale)?(?: ordinaire| extraordinaire)?|ag|ca|conseil d'administration|bureau|comite|commission|seance|rencontre|page de travail|mission|(?:de |du |de la |de l'|des |d'|sur |la |le |l'|a ))\s?)+/
const ACTIVITY =
  /\b(?:repair[- ]cafe|cafe[- ]repar\w*|jardins? (?:partages?|collectifs?)|grainotheque|ressourcerie|recyclerie|gratiferia|festival|tiers[- ]lieu|epicerie|ateliers?|cantine|fournil|bricotheque|outilth?eque)\b/

/** Who meets, when the title names it: *Jardin partagé des Chapeliers — CR du…*. */
function hosts(page: GleanPage): readonly Found[] {
  const block = page.blocks[0]
  if (!block || block.to - block.from > 140) return []
  const clear = page.clear.slice(block.from, block.to)
  const part =
    clear
      .split(/\s[–—-]\s|\s?:\s|\||,\s(?=(?:réunion|compte|CR|PV|notes)\b)/)
      .find(p => !/^(?:date|lieu)/i.test(p) && hostName(p).length > 3) ?? ''
  const bare = hostName(part)
    .replace(/^(?:groupe|association|asso|collectif|l'association)\s+(?=[\p{Lu}«"“])/iu, '')
    .replace(/[«»"“”]/g, '')
    .trim()
  const name = titled(bare, page.names)
  if (
    !/^\p{Lu}|repair|jardin|amap|atelier/u.test(bare) ||
    name.length < 4 ||
    /^\d|réunion|compte|participati|bonjour/i.test(name) ||
    sameAs(page.head.place).includes(sameAs(name))
  )
    return []
  const [from, to] = [block.from, block.to]
  const plain = plainOf(name)
  const group = /\bactivit|\bamap|association|asso\b/.test(plain) ? 'association' : kindOf(name)
  const own = ACTIVITY.test(plain) ? initiative(page, bare, from, to, 0.6, 'running') : []
  return /^(?:repair|cafe|grainotheque|atelier)/.test(plain)
    ? own
    : [actor(name, ORG_WORDS.test(plain) ? group : 'informal-group', from, to, 0.55), ...own]
}
/** A title without the words of meetings and without its date. */
function hostName(part: string): string {
  const lead = MEETING_WORDS.exec(plainOf(part))?.[0].length ?? 0
  const rest = part.slice(lead)
  const cut =
    /\s(?:du|le|de) (?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|\s\d{1,2}[/ ]|\b(?:réunion|compte[- ]rendu|CR|PV)\b|\s(?:octobre|novembre)/.exec(
      rest,
    )
  return (cut ? rest.slice(0, cut.index) : rest).replace(/[\s,–—-]+$/, '').trim()
}

/** People, bodies, places, public computers and projects in the notes of a meeting. People are private until each agrees. */
export const directoryHarvest: HarvestRule = {
  kinds: ['actor', 'place', 'access-point', 'initiative'],
  find: page => {
    const pieces = page.pieces.filter(p => p.section !== 'author')
    const people = peopleFound(page)
    const each = pieces.flatMap(piece => [
      ...(['present', 'excused', 'absent'].includes(piece.label || piece.section)
        ? []
        : [
            ...orgsOf(page, piece),
            ...namedBodies(page, piece),
            ...outsidersOf(page, piece),
            ...placesOf(page, piece),
            ...accessOf(page, piece),
          ]),
      ...projectsOf(page, piece),
    ])
    return [...people, ...hosts(page), ...each, ...subjects(page, pieces)]
  },
}
