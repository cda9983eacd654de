import { normal } from '../../../core/letters/accents.ts'
import { fold } from '../../../core/letters/words.ts'
import { pattern } from '../../../core/pattern.ts'
import { capital } from '../../../text/capital.ts'
import { isFirstName } from '../../../text/guard/lexicon.ts'
import { plainOf, sameAs } from '../../../text/harvest/mask.ts'
import { blockAt, type NotePiece, type NotesPage } from '../../../text/harvest/page.ts'
import { isName, namedIn, tellsSituation } from '../../../text/harvest/private.ts'
import type { FoundPiece, HarvestRule, PickedPiece } from '../../../text/harvest/rule.ts'
import { rowsOf } from '../../../text/harvest/tables.ts'
import { titled } from '../../../text/harvest/title.ts'
import { actor, clean, orgsOf } from './harvest-bodies.ts'
import { namedBodies } from './harvest-named-bodies.ts'
import { ORGS } from './harvest-nouns.ts'
import { accessOf, placesOf } from './harvest-places.ts'
import { initiative, projectsOf, subjects } from './harvest-projects.ts'

/** The French of who comes to a meeting; every pattern reads plain text. */
const ROLE = pattern()`
  ^(?:co-?)?(?:president|presidente|vice|tresori|secretaire|membre|enseignant|parent|elus
  |professionnel|usager|famille|agents?\b|adherent|benevole|habitant|referent|animat|coordinat
  |salarie|maire|adjoint|elue?\b|conseill|voisin|charge|directeur|directrice|stagiaire|service
  |maraich|agricul|producteur|productrice|amapien|jardini|arrive|depart|excuse|pouvoir|procuration
  |en visio|par|repr|invite|ancien|nouveau|nouvelle|technicien|responsable|parent|bricol|retraite
  |etudiant|professeur|instit|artisan|menuisi|mecanic|electri|coutur|infirmi|medecin|notes?|compte
  |prise|quitte|partie?\b|a partir|jusqu|visio|tel|distan)
`
const ORG_WORDS = pattern()`
  \b(?:mairie|association|asso|amap|mjc|ccas|centre social|mediatheque|bibliotheque|ecole|college
  |lycee|foyer|comite|club|cuma|ferme|gaec|entreprise|collectif|conseil|communaute|office|secours
  |cooperative|epicerie|recyclerie|ressourcerie|commune|syndicat|parc|federation|com ?com
  |communaute de communes|agglo|departement|region|caf|msa|credit|union|ligue|reseau|coop|scierie
  |garage|boulangerie|magasin|chambre|office|agence|maison|radio|pays|hopital|ehpad|creche|cinema
  |theatre|caserne|pompiers|gendarmerie|poste|sivom|cpie|admr|troupe|fanfare|chorale|club|section
  |amicale|groupement|societe|fruitiere|laiterie|moulin|gaec|earl|auberge|restaurant|brasserie
  |imprimerie|pepiniere)\b
`

const PROPER = pattern('u')`
  ^\p{Lu}[\p{L}\d'’&-]*(?:\s+(?:(?:de|du|des|la|le|les|en|et|d'|l')\s*)?\p{Lu}?[\p{L}\d'’&-]+){0,4}$
`

/**
 * The body that a role names: *Zoomacom, chargé de mission* → Zoomacom; *présidente de l'AMAP* →
 * AMAP; *monocycle* → nothing.
 */
function bodyIn(note: string, page: NotesPage): string {
  for (const part of note.split(/\s*[,;/–—]\s*|\s-\s/)) {
    const plain = normal(part, 'NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .trim()
    if (!plain || /\?/.test(part) || tellsSituation(part)) continue
    const noun = ORG_WORDS.exec(plain)
    if (noun) {
      // *Farid (mairie)*: no body is called by what it is alone.
      if (noun[0] === plain) continue
      const from = plain.length === part.trim().length ? noun.index : part.search(/\p{Lu}/u)
      return capital(part.trim().slice(Math.max(0, from))).replace(
        /^(?:Association|Asso|Collectif)\s+(?=[\p{Lu}«"“])/u,
        '',
      )
    }
    const proper = PROPER.exec(part.trim())
    if (
      !proper ||
      isFirstName(fold(part.trim().split(/\s/)[0]!)) ||
      (ROLE.test(plain) && !/\s\p{Lu}/u.test(part.trim())) ||
      (isName(part.trim().split(/\s/)[0]!, page.names) && part.trim().split(/\s/).length < 2)
    )
      continue
    if (
      part.trim().length < 3 ||
      new RegExp(
        `\\b(?:à|sur|vers)\\s+${part.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}])`,
        'u',
      ).test(page.clear.slice(0, 200_000)) ||
      page.head.place.includes(part.trim())
    )
      continue
    return part.trim()
  }
  return ''
}

const kindOf = (name: string) =>
  ORGS.find(o => new RegExp(o.noun.source).test(sameAs(name)))?.kind ?? 'association'

function peopleFound(page: NotesPage): readonly FoundPiece[] {
  const bodies = new Map<string, string>()
  return page.head.people.flatMap(p => {
    const cached = bodies.get(p.note)
    const body = p.note ? (cached ?? bodyIn(p.note, page)) : ''
    if (p.note) bodies.set(p.note, body)
    const person: FoundPiece = {
      kind: 'actor',
      title: p.name,
      fields: { name: p.name, kind: 'person' },
      from: p.from,
      to: p.to,
      certainty: p.listed === 'present' ? 0.95 : 0.8,
      rule: 'person.listed',
      private: true,
      ...(body
        ? { links: [{ rel: 'works-for', kind: 'actor', title: titled(body, page.names) }] }
        : {}),
    }
    const name = body ? titled(body, page.names) : ''
    return name.length > 2
      ? [
          person,
          actor(name, kindOf(name), {
            from: p.from,
            to: p.to + 1,
            certainty: 0.8,
            rule: 'actor.role',
          }),
        ]
      : [person]
  })
}

/** Bodies that the list of people named, wherever else they stand. */
const OUTSIDER = pattern()`
  \b(?:a|avec|contacter|relancer|aupres de|voir|rappeler|appeler|de la part de|rencontrer
  |demander a|inviter|prevenir|recontacter|merci a|grace a) $
`
const JOB = pattern()`
  ^,?\s*\(?(?:l'|la |le )?(?:animat|president|directeur|directrice|maire|conseill|responsable
  |technicien|bibliothec|mediathec|charg|agricul|maraich|boulang|menuisi|artisan|potier|professeur
  |instit|gerant|patron|employ|salari|tresor|secretaire|coordinat|bricol|mecanic|elue?\b|adjoint)
`

const PERSON = pattern('gu')`
  (?<![\p{L}'’-])((?:M\.|Mme|Mr|Monsieur|Madame)\s+\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?
  |\p{Lu}\p{Ll}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)
`

/** Somebody who was not there: *à Rémi, animateur du centre social*, *contacter M. Durand*. */
function outsidersOf(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  if (['present', 'excused', 'absent', 'agenda', 'author'].includes(piece.section)) return []
  return [...piece.clear.matchAll(PERSON)].flatMap(m => {
    const name = m[1]!
    if (name.split(/\s/).some(word => isName(word, page.names))) return []
    const titledPerson = /^(?:M\.|Mme|Mr|Monsieur|Madame)\s/.test(name)
    const before = piece.plain.slice(Math.max(0, m.index - 20), m.index)
    const after = piece.plain.slice(m.index + name.length, m.index + name.length + 40)
    if (!titledPerson && !(OUTSIDER.test(before) && JOB.test(after))) return []
    const from = piece.from + m.index
    return [
      {
        kind: 'actor',
        title: name,
        fields: { name, kind: 'person' },
        from,
        to: from + name.length,
        certainty: 0.6,
        rule: 'person.met',
        private: true,
      },
    ]
  })
}

const MEETING_WORDS = pattern()`
  ^(?:(?:(?:compte[- ]rendu|cr|pv|proces[- ]verbal|releve de decisions?|notes?|reu(?:nion)?
  |assemblee(?: generale)?(?: ordinaire| extraordinaire)?|veillee|soiree|cafe[- ]debat|ag|ca
  |conseil d'administration|bureau|comite|commission|seance|rencontre|page de travail
  |mission)(?![a-z])|(?:de |du |de la |de l'|des |d'|sur |la |le |l'|a ))\s?)+
`
const ACTIVITY = pattern()`
  \b(?:repair[- ]cafe|cafe[- ]repar\w*|jardins? (?:partages?|collectifs?)|grainotheque
  |ressourcerie|recyclerie|gratiferia|festival|tiers[- ]lieu|epicerie|ateliers?|cantine|fournil
  |bricotheque|outilth?eque)\b
`

/** Who meets, when the title names it: *Jardin partagé des Chapeliers — CR du…*. */
function hosts(page: NotesPage): readonly FoundPiece[] {
  const block = page.blocks[0]
  if (
    !block ||
    block.to - block.from > 140 ||
    /^[a-z]{1,12}\s?:/.test(page.plain.slice(block.from, block.to))
  )
    return []
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
    !MEETS.test(plainOf(bare)) ||
    page.isChat ||
    /[.!?]$|\s(?:on|nous|est|sont|a) /.test(bare) ||
    name.length < 4 ||
    /n[°º]\s?\d/i.test(part) ||
    /\?$/.test(name) ||
    /^\d|réunion|compte|participati|bonjour/i.test(name) ||
    sameAs(page.head.place).includes(sameAs(name))
  )
    return []
  const [from, to] = [block.from, block.to]
  const plain = plainOf(name)
  const group = /\bactivit|\bamap|association|asso\b/.test(plain) ? 'association' : kindOf(name)
  const own = ACTIVITY.test(plain)
    ? initiative(page, bare, { from, to, certainty: 0.6, rule: 'project.host' }, 'running')
    : []
  return /^(?:repair|cafe|grainotheque|atelier)/.test(plain)
    ? own
    : [
        actor(name, ORG_WORDS.test(plain) ? group : 'informal-group', {
          from,
          to,
          certainty: 0.55,
          rule: 'actor.host',
        }),
        ...own,
      ]
}
/** Only what names a body, or what one does together, is a body on a first line. */
const MEETS = pattern()`
  \b(?:association|asso|amap|cuma|foyer|comite|club|collectif|amicale|syndicat|groupe
  |cooperative|sel
  |mjc|commune|mairie|les amis|compagnie|coop|section|reseau|ecole|cafe|jardins?|repair|ateliers?
  |ressourcerie|recyclerie|epicerie|tiers[- ]lieu|fablab|gaec|troupe|chorale|fanfare|conseil
  |federation|union|societe|maison|grainotheque|festival|cantine|fournil)\b
`
const DAY_OR_MEETING = pattern()`
  \s(?:du|le|de) (?:\d|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|\s\d{1,2}[/ ]
  |\b(?:réunion|compte[- ]rendu|CR|PV)\b|\s(?:octobre|novembre)
`

/** A title without the words of meetings and without its date. */
function hostName(part: string): string {
  const lead = MEETING_WORDS.exec(plainOf(part))?.[0].length ?? 0
  const rest = part.slice(lead)
  const cut = DAY_OR_MEETING.exec(rest)
  return (cut ? rest.slice(0, cut.index) : rest).replace(/[\s,–—-]+$/, '').trim()
}

/** *De la part de*: a column of those who give. Who is listed as a person is none. */
function givers(page: NotesPage, piece: NotePiece): readonly FoundPiece[] {
  const giver = piece.block.mark === 'row' ? rowsOf(page).get(piece.block.from)?.giver : undefined
  if (!giver || !/\s/.test(giver.text) || namedIn(giver.text, page.names).length > 0) return []
  if (/^(?:M\.|Mme|Mr|Mlle)\s/.test(giver.text)) return []
  const name = titled(giver.text, page.names)
  const { from, text } = giver
  const at = { from, to: from + text.length, certainty: 0.7, rule: 'actor.giver' }
  return name.length < 3 ? [] : [actor(name, kindOf(name), at)]
}

/** A body named beside an address, or under *Voir aussi*, is an example elsewhere: less sure. */
function cited(page: NotesPage, one: FoundPiece): FoundPiece {
  if (one.kind !== 'actor') return one
  const block = page.blocks[blockAt(page, one.from)]
  const beside = block && /https?:|www\./.test(page.plain.slice(block.from, block.to))
  return beside || block?.section === 'references' ? { ...one, rule: 'actor.cited' } : one
}

/**
 * Of two bodies, or a body and a place, named by the same words, the longer name stays; of two as
 * long, the surer.
 */
function outermost(found: readonly FoundPiece[]): readonly FoundPiece[] {
  const named = found
    .filter(f => (f.kind === 'actor' && f.fields['kind'] !== 'person') || f.kind === 'place')
    .sort((a, b) => a.from - b.from)
  const out = new Set<FoundPiece>()
  for (const [at, one] of named.entries()) {
    for (let next = at + 1; next < named.length && named[next]!.from < one.to; next++) {
      const other = named[next]!
      const [long, short] = other.to - other.from > one.to - one.from ? [other, one] : [one, other]
      if (
        long.from <= short.from &&
        long.to >= short.to &&
        (long.kind === short.kind
          ? long.to - long.from > short.to - short.from
          : long.certainty > short.certainty && long.kind === 'actor')
      )
        out.add(short)
    }
  }
  return found.filter(f => !out.has(f))
}

/** *la cuma des deux creuses*: a body or a place told by its noun, capitals or not. */
const NOUN_NAME = pattern()`
  \b(?:association|asso|amap|cuma|foyer|comite|club|collectif|amicale|syndicat|groupe|gaec|ecole
  |college|lycee|mairie|commune|cooperative|epicerie|recyclerie|ressourcerie|ferme|salle|grange
  |local|lavoir|four|moulin|jardin|verger|place|cour|hangar|atelier|maison|bibliotheque|mediatheque
  |gare|gendarmerie|halle|cafe|centre)\b(?: (?:des?|du|de la|de l'|d'|aux?|a)? ?(?!et\b|qui\b|pour\b
  |avec\b|le\b|la\b|nous\b|prete|donne|est\b|sont\b|a\b)[a-z'-]{3,}){0,3}
`
/** A picked body or place: the name in quotes, else the first with a capital, else its noun. */
function nameMade(page: NotesPage, piece: NotePiece, kind: string): PickedPiece | undefined {
  const quoted = /[«“"]\s*([^«»“”"]{3,60}?)\s*[»”"]/.exec(piece.clear)?.[1]
  const noun = NOUN_NAME.exec(piece.plain)
  const proper = [...piece.clear.matchAll(RUN)]
    // A lone word at the beginning has its capital from there.
    .filter(m => m[0].includes(' ') || /\p{L}/u.test(piece.clear.slice(0, m.index)))
    .map(m => m[0])
    .find(words => words.length > 3 && !words.split(/\s/).some(word => isName(word, page.names)))
  // *à la Villatte*, *au Gué*: a place stands after its preposition.
  const sited = SITED.exec(piece.clear)?.[1]
  const told = noun ? piece.clear.slice(noun.index, noun.index + noun[0].length) : undefined
  const words = kind === 'place' ? (sited ?? told ?? proper) : (proper ?? told)
  const name = titled(capital(clean(quoted ?? words ?? '')), page.names)
  if (name === '') return undefined
  const kinds =
    kind === 'actor' ? { kind: kindOf(name) } : kind === 'place' ? { kind: 'other' } : {}
  return { title: name, fields: { name, ...kinds } }
}
const SITED = pattern('u')`
  (?:(?<!\p{L})[àÀ] (?:la |l')?|\b[Aa]ux? |\b[Dd]ans (?:la |le |les |l')|\b[Ss]ous (?:la |le |l')
  |\b[Ss]ur (?:la |le |l')|[Cc]hemin |[Rr]ue )(
  (?:de la |du |des |de )?(?:\p{Ll}+ (?:de la |du |des |de |d'|à )?)?
  \p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)*)
`
const RUN = pattern('gu')`
  \p{Lu}[\p{L}\d'’&-]*(?:\s+(?:(?:de|du|des|la|le|les|en|et|à
  |d'|l')\s*)*\p{Lu}[\p{L}\d'’&-]*){0,5}
`

/**
 * People, bodies, places, public computers and projects in the notes of a meeting. People are
 * private until each agrees.
 */
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
            ...givers(page, piece),
            ...namedBodies(page, piece),
            ...outsidersOf(page, piece),
            ...placesOf(page, piece),
            ...accessOf(page, piece),
          ]),
      ...projectsOf(page, piece),
    ])
    return [
      ...people,
      ...hosts(page),
      ...outermost(each).map(one => cited(page, one)),
      ...subjects(page, pieces),
    ]
  },
  make: (page, piece, kind) => (kind === 'initiative' ? undefined : nameMade(page, piece, kind)),
}
