import { pattern } from '../../core/pattern.ts'
import type { FrontMatter } from './aside.ts'
import { communeIn, communeLower, type IsCommune } from './communes.ts'
import { hoursIn } from './dates.ts'
import { AT_HOME, type SectionKind } from './fr.ts'
import { dateOf, field, MEETING } from './head-day.ts'
import { titleOf, titleShown } from './head-title.ts'
import { authorOf, licenceOf } from './licence.ts'
import type { ListedPerson } from './listed.ts'
import { plainOf, sameAs } from './mask.ts'
import { peopleOf } from './people.ts'
import { namesOf } from './private.ts'
import type { NotesText } from './read.ts'
import { labelIn, type SectionedBlock } from './sections.ts'

/** What the page says of the meeting itself. `place` never names a private home. */
export type MeetingHead = Readonly<{
  title: string
  date: string | null
  /** The day that the text says, where somebody mended it. */
  told?: string | null
  startsAt: string | null
  place: string
  people: readonly ListedPerson[]
  licence: string | null
  author: string | null
}>

/** How many blocks at the top may speak of the meeting itself. */
const TOP = 14

const PLACE = field('lieux?|ou|endroit|adresse|lieu de (?:la )?(?:reunion|rencontre)|date et lieu')

const STREET = pattern('giu')`
  (?<![\p{L}\d])(?<!\d\s?h\s?)\d{1,4}\s?(?:bis|ter)?,?\s+(?:rue|route|chemin|impasse|place|allée
  |avenue|boulevard
  |lieu[- ]dit)\s(?:(?!\sà\s)[^,;()])*
`

const HOME_OF = pattern('giu')`
  \b(?:au )?domicile (?:de|d')\s?\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)*
  |(?<![\p{L}])à la maison(?![\p{L}])
`

/** Only the commune when the meeting was in a home; without hours and dates. */
export function placeShown(raw: string): string {
  const home =
    new RegExp(AT_HOME.source, 'u').test(raw) ||
    /\b(?:au domicile|domicile de|à la maison)\b/i.test(raw)
  const kept = raw
    .replace(new RegExp(AT_HOME.source, 'gu'), ' ')
    .replace(HOME_OF, ' ')
    .replace(home ? STREET : /$^/, ' ')
  return kept
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;])/g, '')
    .replace(/(?:\s*[,;(–-]\s*)+$/, '')
    .replace(/^[\s,;:–-]*(?:(?:à|a|au|aux|dans)\s+)?(?:la\s+|l'\s*|le\s+)?/u, '')
    .replace(/[\s.,;]+$/, '')
    .trim()
}

const WHERE = pattern('iu')`
  (?:^|,|\t|(?<![\p{L}])à|\bau|\bdans|\ben|\b(?:gagner|rejoindre|rallier)
  |–|-|@)\s*(?:à\s+)?((?:la\s+|le\s+|l'\s?)?(?:(?:grande
  |petite|ancienne|nouvelle|ancien|vieux|vieille|grand|petit)\s+)?(?:salle|moulin|mairie|local
  |foyer|maison|café|bistrot|bistro|brasserie|guinguette|cabanon?e?|chalet|presbytère|préau|lycée
  |collège|gîte|camping|yourte|kiosque|médiathèque|bibliothèque|école|ferme|jardin|mjc|centre
  |grange|hangar|atelier|gymnase|chapelle|espace|tiers|bar|halle|cantine|serre|auberge|restaurant
  |recyclerie|ressourcerie)(?!\p{L})[^.;:\n]{0,70})
`

/** What goes on after the place: *…, sur convocation du président*, *…, sous la présidence de…*. */
const ASIDE = pattern('isu')`
  ,?\s+(?:sur convocation|sous la présidence|en présence|en vue|pour (?:parler|préparer|faire)
  |afin|où |par (?=\p{Lu})|une (?:dizaine|vingtaine|trentaine|quarantaine|cinquantaine)|qui |étaient
  |(?:il )?y avait |nous |on ).*$
`

/** *…, de 18 h à 20 h*, *… — à 19 heures*: the hour after the place. */
const CLOCK =
  /[\s,–—-]*(?:de|dès|vers|à partir de|à)?\s*\d{1,2}\s?(?:h|:|heures?)(?!\p{L})\s?\d{0,2}.*$/u
/** *Local le vendredi 4 décembre*, *…, mis en ligne le 28*: the day after the place. */
const THEN = pattern('iu')`
  ,?\s+(?:(?:le|ce|du)\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?!\p{L}).*$
  |,?\s+le\s+\d{1,2}(?!\d).*$|,?\s+(?:mise?|publiée?)\s+en\s+.*$
`
/** *Ça s'est passé au Perchoir, 3 place du Puits*: a place with a name of its own. */
const MET_AT = pattern('u')`
  (?:passée?|tenue?|réunie?s?|retrouvée?s?|eu lieu|vue?s|accueillie?s?)\s+(?:au|à la|à l'
  |aux)\s+(\p{Lu}[^.;:\n]{2,70})
`
/** Tells of the meeting: its day, or that people met. */
const OF_MEETING = pattern()`
  \b(?:reunion|rencontre|seance|compte[- ]rendu|cr|comite|bureau|assemblee|etions|reunis|retrouves
  |s'est (?:reuni|tenu))
`

const NO_PLACE: readonly SectionKind[] = ['present', 'excused', 'absent', 'agenda']
const AT_NAME = pattern('u')`
  (?<![\p{L}])à\s+(\p{Lu}[\p{L}'-]+(?:[ -](?:\p{Lu}[\p{L}'-]+|sur|sous|en|le|la|les|de|du|lès))*)
`

function placeOf(
  top: readonly SectionedBlock[],
  clear: string,
  plain: string,
  dated: SectionedBlock | undefined,
): string {
  const block = top.find(b => PLACE.test(plain.slice(b.from, b.to)))
  if (block)
    return placeShown(
      clear
        .slice(block.from + PLACE.exec(plain.slice(block.from, block.to))![0].length, block.to)
        .replace(CLOCK, '')
        .replace(THEN, ''),
    )
  const told = top
    .slice(4, 8)
    .filter(b => b.to - b.from < 300 && OF_MEETING.test(plain.slice(b.from, b.to)))
  for (const near of [dated, ...top.slice(0, 4), ...told]) {
    if (!near || NO_PLACE.includes(near.section)) continue
    if (NO_PLACE.includes(labelIn(plain.slice(near.from, near.to)).kind)) continue
    const said = clear.slice(near.from, near.to)
    const found = WHERE.exec(said)?.[1] ?? MET_AT.exec(said)?.[1] ?? AT_NAME.exec(said)?.[1]
    // *École*, *Foyer rural*, alone on its line, is who meets.
    if (found && (found.trim() !== said.trim() || /,/.test(said)))
      return placeShown(found.replace(CLOCK, '').replace(THEN, '').replace(ASIDE, ''))
  }
  return ''
}

/** Communes whose name is a word of every meeting page. */
const NOT_HERE = pattern()`
  ^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|lundi
  |mardi|mercredi|jeudi|vendredi|samedi|dimanche|objet|jardin|ferme|moulin|marche|foyer|ecole
  |(?:la )?reunion|bureau|ordre|presents?|les|bilan|la|le|maire|mairie|bonne|bon|merci|place|salle
  |cour|carnet|pont|port|bourg|ville|vernis|vote|corps|bois|champs?|val|table)$
`

/** A name that only places have: *Saint-Anthème*, *Boën-sur-Lignon*, *Vernet-la-Varenne*. */
const TOPONYM = pattern('iu')`
  (?<![\p{L}-])(?:(?:Saint|Sainte|Saints)-\p{Lu}[\p{L}'’]+(?:-[\p{L}'’]+)*
  |\p{Lu}[\p{L}'’]{1,40}-(?:sur|sous|en|les?|lès|la|l'|aux?|du|des|de|près
  |sainte?)-(?:[\p{Ll}]{1,4}-)?\p{Lu}[\p{L}'’]+(?:-[\p{L}'’]+)*)
`
/** After its postal code, a village. */
const POSTED = /(?<!\d)\d{5}\s+(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,4})/u
/** *salle Saint-Blaise* names a hall; *…, Saint-Blaise* and *de Saint-Blaise* a village. */
const SITED = /(?:,\s|(?<!\p{L})(?:de|à|en)\s|(?<!\p{L})d'|[–—-]\s)$/u
function toponymIn(said: string): string {
  const name = TOPONYM.exec(said)?.[0] ?? ''
  // In capitals, all letters are capitals; else each great word has its own.
  return /^\p{Lu}/u.test(name) && /-\p{Lu}/u.test(name) ? name : ''
}

/** A title, a label, a list of people, a day, a place: what stands above what was said. */
function isOfHead(block: SectionedBlock, clear: string): boolean {
  const said = clear.slice(block.from, block.to)
  return (
    block.heading > 0 ||
    /^[^:.]{1,40}:/.test(said) ||
    MEETING.test(plainOf(said)) ||
    POSTED.test(said)
  )
}
/** Where the place or the people of the meeting stand: lines up to there are of its head. */
function isOfMeeting(
  block: SectionedBlock,
  clear: string,
  { place, people }: Readonly<{ place: string; people: readonly ListedPerson[] }>,
): boolean {
  const said = clear.slice(block.from, block.to)
  return (
    people.some(one => one.from >= block.from && one.to <= block.to) ||
    (place !== '' && said.includes(place))
  )
}

/**
 * The commune of the meeting: in its place, else in the titles and first lines, else after *à* in
 * them.
 */
function communeOf(
  { top, all }: Readonly<{ top: readonly SectionedBlock[]; all: readonly SectionedBlock[] }>,
  clear: string,
  place: string,
  { known, people }: Readonly<{ known: IsCommune; people: readonly ListedPerson[] }>,
): string {
  const names = namesOf(people).tokens
  const isCommune: IsCommune = name => !names.has(name) && !NOT_HERE.test(name) && known(name)
  if (
    communeIn(`, ${place}`, isCommune, true) ||
    SITED.test(place.slice(0, place.indexOf(toponymIn(place) || place)))
  )
    return ''
  // A commune that another line speaks of is not where the meeting was.
  const last = top.findLastIndex(b => isOfMeeting(b, clear, { place, people }))
  const lines = top
    .filter((b, at) => last < 0 || at <= last || isOfHead(b, clear))
    .filter(b => !NO_PLACE.includes(b.section))
    // *Excusée : Mme Faure, à Vichy depuis dimanche*: where somebody is, not where they met.
    .filter(b => !NO_PLACE.includes(labelIn(plainOf(clear.slice(b.from, b.to))).kind))
    .slice(0, 8)
  const said = lines.map(b => clear.slice(b.from, b.to))
  const strict = (from: number, to: number) =>
    said
      .slice(from, to)
      .map(text => communeIn(text, isCommune, true))
      .find(Boolean)
  return (
    strict(0, 4) ??
    said
      .slice(0, 3)
      .map(text => communeIn(text, isCommune, false))
      .find(Boolean) ??
    said.map(text => POSTED.exec(text)?.[1]).find(Boolean) ??
    said.slice(0, 4).map(toponymIn).find(Boolean) ??
    strict(4, 8) ??
    said.map(text => communeLower(text, isCommune)).find(Boolean) ??
    (communeLower(`, ${place}`, isCommune) || undefined) ??
    all
      .slice(-6)
      .filter(b => /\bfait (?:a|en) /.test(plainOf(clear.slice(b.from, b.to))))
      .map(b => communeIn(clear.slice(b.from, b.to), isCommune, true))
      .find(Boolean) ??
    // Nothing tells where the head ends: any line may.
    (last < 0 ? all.slice(0, 400) : [])
      .map(b => communeIn(`: ${clear.slice(b.from, b.to)}`, isCommune, true))
      .find(Boolean) ??
    ''
  )
}

/**
 * What the page says of the meeting. Every date of the page is read against this one.
 *
 * Shape   `today`: a day that no year is told of is the last such day, up to a week ahead.
 */
export function headOf(
  { blocks, clear, plain }: Pick<NotesText, 'blocks' | 'clear' | 'plain'>,
  isCommune: IsCommune,
  { front, today }: Readonly<{ front?: FrontMatter; today?: string }> = {},
): MeetingHead {
  const top = blocks.slice(0, TOP)
  const year = front?.date.slice(0, 4)
  const told = dateOf(
    top,
    { plain, ...(year ? { year } : {}), ...(today ? { today } : {}) },
    blocks,
  )
  const posted = /^(?:19|20)\d\d-\d\d-\d\d/.exec(front?.date ?? '')?.[0]
  const { block } = told
  const day = told.day ?? posted ?? null
  const place = placeOf(top, clear, plain, block)
  const people = peopleOf(blocks, clear, plain)
  const commune = communeOf({ top, all: blocks }, clear, place, { known: isCommune, people })
  return {
    title: titleShown(front?.title ?? '') || titleOf(blocks, clear, plain),
    date: day,
    startsAt: block ? (hoursIn(plain.slice(block.from, block.to))?.at ?? null) : null,
    place: [place, sameAs(place).includes(sameAs(commune)) ? '' : commune]
      .filter(Boolean)
      .join(', '),
    people,
    licence: licenceOf(plain),
    author: authorOf(blocks, clear, plain) ?? (front?.author || null),
  }
}
