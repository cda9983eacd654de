import { fold } from '../../core/letters/words.ts'
import { pattern } from '../../core/pattern.ts'
import { isFirstName } from '../guard/lexicon.ts'
import type { SectionKind } from './fr.ts'
import type { SectionedBlock } from './sections.ts'

/** Someone named in a list of people. `note` is what stands in parentheses or after the name. */
export type ListedPerson = Readonly<{
  name: string
  from: number
  to: number
  note: string
  listed: 'present' | 'excused' | 'absent' /** Written without its capital. */
  lower?: true
}>

export const NAME = pattern('u')`
  ^(?:(?:M|Mme|Mmes|MM|Mlle|Mr|Dr|Messieurs|Mesdames|Monsieur
  |Madame)\.?\s+)?\p{Lu}[\p{L}\p{M}'’-]*\.?(?:\s+(?:(?:de|du|des|le|la|van|von|el|ben
  |d')\s+)?\p{Lu}[\p{L}\p{M}'’-]*\.?){0,3}
`
/** Words with a capital that begin an entry of such a list and name nobody. */
const NOBODY = pattern()`
  ^(?:vice|adjointe?|co-|responsable|coordinat|animat|charge|et|ainsi|plus|environ|une?|des|les?
  |la|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques|plusieurs|president|presidente
  |tresorier|tresoriere|secretaire|membres?|bureau|personnes?|presents?|excuses?|absents?|mairie
  |association|asso|amap|mjc|quorum|total|invites?|adherents?|habitants?|benevoles?|voir|tous
  |toutes|aucun|neant|rien|date|lieu|heure|debut|fin|ordre|objet|animation|horaires?|maire
  |conseiller|conseillere|directeur|directrice|delegue|deleguee|referent|referente|gerant|gerante
  |technicien|technicienne|stagiaire|salariee?|parents?|enseignante?|doyenne?|prennent|prend
  |etaient|etait|sont|ont|nous|moi|merci|bonjour|bonsoir|pour|avec|sans|notre|nos|cette|soit|dont
  |puis|on|il|ils|elles?|je|chacun|chacune|secretariat|notes?|excusee?s?|representee?s?
  |procuration|pouvoirs?|compte|reunion|seance|autour|tour|sous|sur|apres|avant|lors|depuis
  |pendant|chez|dans|en|au|aux|hier|ce|ces|cet|son|sa|ses|mon|ma|mes|leurs?|qui|que|quand|si|mais
  |donc|car|y|encore|aussi|enfin|sinon|malgre|grace|vers|entre|hors|selon|suite|rappels?|points?
  |besoins?|manque|projets?|idees?|decisions?|actions?|prochaine?s?|lundi|mardi|mercredi|jeudi
  |vendredi|samedi|dimanche|salle|lieu|suivi|bilan|divers|pas|tout|meme|comme|alors|ensuite|voici
  |bref|ne|n|jamais|a|attention|important|urgent|quelqu'un|qq'?une?|qqn)\b
`
const JOB = /^(?:pour|de la part d|au titre d)/

/** *M.*, *Mme.*, an initial: the point ends no entry. */
const ABBREVIATED = /\b(?:M|MM|Mme|Mr|Dr|\p{Lu})$/u
/** The end of what was read, as long as an abbreviation and the character before it. */
const before = (clear: string, from: number, to: number): string =>
  clear.slice(Math.max(from, to - 4), to)

/**
 * A text that is read: without marks (`clear`), and folded (`plain`), each of the same length, so
 * that an offset is of both.
 */
export type Folded = Readonly<{ clear: string; plain: string }>
type Span = Readonly<{ from: number; to: number }>

/** Cuts at commas, semicolons and *et* outside parentheses. */
export function entriesIn(clear: string, at: number): Span[] {
  // *Josiane – Pauline - Miguel*: a dash parts names only where no comma does.
  const dashed = !/[,;]/.test(clear) && /\p{L}\s[–—-]\s\p{Lu}/u.test(clear)
  const found: Span[] = []
  let [deep, from] = [0, 0]
  for (const m of clear.matchAll(
    /[(),;•/]|\s+et\s+|\s+&\s+|\s+\+\s+|\.\s+(?=\p{Lu})|\s[–—-]\s(?=\p{Lu})/gu,
  )) {
    if (m[0] === '(') deep++
    else if (m[0] === ')') deep = Math.max(0, deep - 1)
    else if (deep === 0) {
      if (/^\s[–—-]\s$/.test(m[0]) && !dashed) continue
      if (m[0].startsWith('.') && ABBREVIATED.test(before(clear, from, m.index))) continue
      found.push({ from: at + from, to: at + m.index })
      from = m.index + m[0].length
    }
  }
  found.push({ from: at + from, to: at + clear.length })
  return found
}

const NO_ROLE = pattern()`
  ^\s+(?:pour|de|du|des|d'|en|par|a|a l|non|qui|dont|mon|ma|notre|le|la|un|une|excuse|absent|arriv
  |depuis|repr|rejoi|nous rejoi|part\b|parti|quitt|jusqu|fils\b|pere\b|mere\b|fille\b|junior|senior
  |aine|cadet|et (?:son|sa|ses)\b|avec\b)
`

const LEAD = pattern('u')`
  ^(?:[\s\-–—:•"'+]+|et\s+(?=\p{Lu})|(?:le|la|notre|l'ami|l'amie)\s(?:grande?|petite?|vieux|vieille
  |jeune|gros|père|mère|voisine?|cousine?)\s(?=\p{Lu}))+
`

export function personIn(
  { clear, plain }: Folded,
  span: Span,
  listed: ListedPerson['listed'],
  lower = false,
): ListedPerson | undefined {
  const raw = clear.slice(span.from, span.to)
  const lead = raw.length - raw.replace(LEAD, '').length
  const me =
    (lower
      ? /^(?:et\s+)?(?:moi|moi-même)\s*[(,]\s*(?=\p{L})/u
      : /^(?:et\s+)?(?:moi|moi-même)\s*[(,]\s*(?=\p{Lu})/u
    ).exec(raw.slice(lead))?.[0].length ?? 0
  if (me)
    return personIn({ clear, plain }, { from: span.from + lead + me, to: span.to }, listed, lower)
  const [said, low] = [
    lower ? raw.slice(lead).replace(/^\p{Ll}/u, c => c.toUpperCase()) : raw.slice(lead),
    plain.slice(span.from + lead, span.to),
  ]
  const m = NAME.exec(said)
  if (!m || NOBODY.test(low) || JOB.test(low)) return undefined
  const plural = /^(?:MM|Mmes|Messieurs|Mesdames)\.?\s+/.exec(m[0])?.[0].length ?? 0
  if (plural)
    return personIn({ clear, plain }, { from: span.from + lead + plural, to: span.to }, listed)
  const name = (lower && /^\p{L}+(?: \p{L}+)?$/u.test(said.trim()) ? said.trim() : m[0])
    .replace(/[\s'’-]+$/, '')
    .replace(/(?<=\p{Ll}{2})\.$/u, '')
  const rest = said.slice(Math.max(m[0].length, name.length))
  if (
    /^\s*:/.test(rest) ||
    /^M{1,2}$|^Mme?s?$/.test(name) ||
    (/^\s+(?!\()[a-z]{2,}/.test(rest) &&
      !NO_ROLE.test(plain.slice(span.from + lead + m[0].length, span.to)))
  )
    return undefined
  const note = (/\(([^)]{1,160})\)?/.exec(rest)?.[1] ?? rest.replace(/^[\s,:–—-]+/, '')).trim()
  return {
    name,
    from: span.from + lead,
    to: span.from + lead + name.length,
    note,
    listed,
    ...(lower ? { lower: true as const } : {}),
  }
}

/** *9 personnes (Aline, Hugo…)*: the names stand inside. */
const COUNTED_LIST = pattern('u')`
  ^\s*(?:\d{1,3}|une? \p{Ll}+|\p{Ll}+)\s(?:personnes|présente?s|participante?s|habitants|membres
  |adhérents|bénévoles)[^(:]{0,20}[(:]\s*
`

/**
 * Who writes, in the list: *… et moi*, *votre serviteur*. Named by the signature, the last short
 * line.
 */
const ME = pattern()`
  ^\s*(?:et )?(?:moi|moi-meme|votre (?:serviteur|servante|scribe)|la scribe|le scribe
  |bibi)\s*[.!]?\s*$
`
function signature(clear: string, listed: ListedPerson['listed']): ListedPerson | undefined {
  const end = clear.slice(-300)
  const m = [
    ...end.matchAll(
      /(?:^|\n)[^\S\n]*(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*)?)[^\S\n.!]*(?=\n|$)/gu,
    ),
  ].at(-1)
  if (!m) return undefined
  const from = clear.length - end.length + m.index + m[0].indexOf(m[1]!)
  return { name: m[1]!, from, to: from + m[1]!.length, note: '', listed }
}

const ADDED = /\((\+|et)\s+(?=\p{Lu})([^()]{2,160})\)/gu
const IN_BRACKETS = pattern('u')`
  ^\s*(?:(?:les|nos) (?:deux|trois|quatre) [^()]{2,30}|(?:la |le |l'
  |notre )\p{Ll}[\p{L}' -]{2,30})\(((?:(?:Mme|M\.|Mlle|Mr)\s)?\p{Lu}[\p{L}'’-]+[^()0-9]{0,70})\)
`

/** A word of the list is a first name. */
const namesFirst = (said: string): boolean =>
  said.split(/[^\p{L}’'-]+/u).some(word => isFirstName(fold(word)))

/**
 * The people of a piece of text written as a list. What follows a name without a capital is that
 * person's role.
 */
export function peopleIn(
  { clear, plain }: Folded,
  { from, to }: Span,
  listed: ListedPerson['listed'],
): ListedPerson[] {
  const found: ListedPerson[] = []
  const counted = COUNTED_LIST.exec(clear.slice(from, Math.min(to, from + 80)))?.[0].length ?? 0
  const listedText = counted
    ? clear.slice(from + counted, to).replace(/\)\s*\.?\s*$/, '')
    : clear.slice(from, to)
  // *…, Odile (+ Rémi, arrivé plus tard)*: who is added in parentheses was there too.
  const said = listedText.replace(
    ADDED,
    (all, _sign, inside: string) => `,${' '.repeat(all.length - inside.length - 2)}${inside} `,
  )
  // *présents: nadia, bruno, flo*: notes typed without any capital. One of them has a first name.
  const bare = said.replace(/\([^()]*\)/g, '').trim()
  const lower =
    counted === 0 &&
    !/\p{Lu}/u.test(said) &&
    /^[\p{L}' -]{2,20}(?:\s*,|\set\s|$)/u.test(bare) &&
    namesFirst(said)
  for (const span of entriesIn(said, from + counted)) {
    // *les deux Julien (Julien B. et Julien T.)*: the names stand inside.
    const inside = IN_BRACKETS.exec(clear.slice(span.from, span.to))
    if (inside) {
      const at = span.from + inside[0].indexOf('(') + 1
      found.push(...peopleIn({ clear, plain }, { from: at, to: at + inside[1]!.length }, listed))
      continue
    }
    const person = ME.test(plain.slice(span.from, span.to))
      ? signature(clear, listed)
      : personIn({ clear, plain }, span, listed, lower)
    const last = found.at(-1)
    // *M. et Mme Faure*: he has her name.
    const pair =
      last &&
      person &&
      /^(?:M|Mr|Monsieur)\.?$/.test(last.name) &&
      /^(?:Mme|Madame)\.?\s+(.+)$/.exec(person.name)
    if (pair) found[found.length - 1] = { ...last, name: `${last.name} ${pair[1]}` }
    if (person) found.push(person)
    else if (last && !last.note && /^\s*\p{Ll}/u.test(clear.slice(span.from, span.to)))
      found[found.length - 1] = { ...last, note: clear.slice(span.from, span.to).trim() }
  }
  return found
}

export const LISTED: Readonly<Partial<Record<SectionKind, ListedPerson['listed']>>> = {
  present: 'present',
  excused: 'excused',
  absent: 'absent',
}

/**
 * One item of a list of people: one name and a role, unless several names stand there without role
 * between.
 */
export function itemPeople(
  block: SectionedBlock,
  clear: string,
  plain: string,
  listed: ListedPerson['listed'],
): ListedPerson[] {
  const said = clear.slice(block.from, block.to)
  const group = /^[^:()]{3,50}:\s+(?=\p{Lu})/u.exec(said)
  if (group) {
    const found = peopleIn(
      { clear, plain },
      { from: block.from + group[0].length, to: block.to },
      listed,
    )
    const own =
      NAME.exec(group[0])?.[0].length === group[0].replace(/\s*:\s*$/, '').length &&
      !NOBODY.test(plain.slice(block.from, block.to))
    const kinds =
      found.length > 1 ||
      /s\s*:\s*$/.test(group[0]) ||
      /^(?:MM?|Mmes?)\b/.test(said.slice(group[0].length))
    if (found.length && (!own || kinds))
      return found.map(p => ({
        ...p,
        note: p.note || group[0].replace(/\s*:\s*$/, '').replace(/^pour /i, ''),
      }))
  }
  const several = peopleIn({ clear, plain }, { from: block.from, to: block.to }, listed)
  if (
    block.mark === '' ||
    several.every(p => /^\p{Lu}[\p{L}'-]*(?: \p{Lu}\.?)?$/u.test(p.name)) ||
    /\set\s/.test(said)
  )
    return several
  const one = personIn({ clear, plain }, { from: block.from, to: block.to }, listed)
  return one
    ? [{ ...one, note: one.note || said.slice(one.to - block.from).replace(/^[\s,:–—-]+/, '') }]
    : several
}
