import { pattern } from '../../core/pattern.ts'
import { HOME_AND_WAY, SITUATION } from './fr.ts'
import type { ListedPerson } from './listed.ts'
import { plainOf } from './mask.ts'

/**
 * Law 11 in the harvest: what tells a person's situation, a private home or a participant's name is
 * in no proposed title or field.
 */
export type Names = Readonly<{
  tokens: ReadonlySet<string>
  first: ReadonlySet<string> /** The notes write names without capitals. */
  lower?: boolean
}>

const SMALL = new Set([
  'de',
  'du',
  'des',
  'le',
  'la',
  'les',
  'van',
  'von',
  'el',
  'ben',
  'd',
  'm',
  'mme',
  'mr',
  'dr',
  'mlle',
  'mm',
  'mmes',
  'en',
  'et',
  'ne',
  'pas',
  'sur',
  'sous',
  'au',
  'aux',
  'par',
  'pour',
  'dans',
  'avec',
  'un',
  'une',
])
const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*\.?/gu

/** The words of everybody named in the lists: first names, surnames, whole names with hyphens. */
export function namesOf(people: readonly ListedPerson[]): Names {
  const tokens = new Set<string>()
  const first = new Set<string>()
  for (const person of people) {
    const words = (person.name.match(WORD) ?? [])
      .map(w => plainOf(w.replace(/\.$/, '')))
      .filter(w => !SMALL.has(w) && w.length > 1)
    if (words[0]) first.add(words[0])
    for (const word of words) tokens.add(word)
  }
  return { tokens, first, lower: people.some(p => p.lower) }
}

/** Words already asked about: a page asks about the same ones again and again. */
const asked = new WeakMap<Names, Map<string, boolean>>()
const MOST_ASKED = 5_000
/** True when this word is the first name or the surname of somebody that the page names. */
export function isName(word: string, names: Names): boolean {
  let known = asked.get(names)
  if (!known) asked.set(names, (known = new Map()))
  const before = known.get(word)
  if (before !== undefined) return before
  const is =
    (names.lower || /^\p{Lu}/u.test(word)) && names.tokens.has(plainOf(word.replace(/['’.]+$/, '')))
  if (known.size < MOST_ASKED) known.set(word, is)
  return is
}

type Span = { from: number; to: number }
/** Where participants are named in a clear text; *Marie Dupont* and *Marie D.* are one. */
export function namedIn(clear: string, names: Names): readonly Span[] {
  if (!names.tokens.size) return []
  // Every rule asks about the same sentence in turn.
  if (lately.names === names && lately.clear === clear) return lately.spans
  const spans = spansOf(clear, names)
  lately = { names, clear, spans }
  return spans
}
let lately: Readonly<{ names?: Names; clear: string; spans: readonly Span[] }> = {
  clear: '',
  spans: [],
}

function spansOf(clear: string, names: Names): readonly Span[] {
  const found: Span[] = []
  for (const m of clear.matchAll(WORD)) {
    const parts = isName(m[0], names) || m[0].split(/['’-]/).some(part => isName(part, names))
    if (!parts) continue
    const last = found.at(-1)
    const to = m.index + m[0].replace(/\.$/, '').length
    if (last && /^\s+$/.test(clear.slice(last.to, m.index))) last.to = to
    else found.push({ from: m.index, to })
  }
  for (const span of found) {
    const initial = /^\s+\p{Lu}\.?(?![\p{L}'])/u.exec(clear.slice(span.to, span.to + 5))
    if (initial) span.to += initial[0].length
  }
  return found
}

const BEFORE = pattern('iu')`
  (?:(?<![\p{L}])(?:chez|avec|par|pour|de|à|a|et|ou|selon|via|sauf|dont|que|comme|voir|merci à
  |de la part de|auprès de|mme|mlle|m\.|mr|dr|monsieur
  |madame)\s+|(?<![\p{L}])d['’]|(?<![\p{L}])qu['’]|[,/&+]\s*|[-–—]\s+|(?:->|=>|→
  |@)\s*)$
`
const GAP = '\u0001'

/** The text without any participant's name, and without what led to it (*chez*, *avec*, *par*…). */
export function unnamed(clear: string, names: Names): string {
  let kept = ''
  let at = 0
  for (const span of namedIn(clear, names)) {
    let lead = clear.slice(at, span.from)
    for (let m = BEFORE.exec(lead); m; m = BEFORE.exec(lead)) lead = lead.slice(0, m.index)
    kept += lead + GAP
    at = span.to
  }
  return (kept + clear.slice(at))
    .replace(/\(\s*(?:\u0001[\s,;/&+]*)+\)/g, ' ')
    .replace(/(?:\s*\u0001)+(?=\s*(?:[,.;:!?)]|$))/g, '')
    .replace(/^\s*(?:\u0001[\s,;/&+]*)+(?:et\s+)?:?\s*/, '')
    .replace(/\u0001/g, ' ')
    .replace(/\(\s*[,;]?\s*/g, '(')
    .replace(/\(\s*\)/g, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim()
}

/** A saying keeps its shape: a participant's name in it becomes *…*. */
export function voiceUnnamed(clear: string, names: Names): string {
  let kept = ''
  let at = 0
  for (const span of namedIn(clear, names)) {
    kept += `${clear.slice(at, span.from)}…`
    at = span.to
  }
  return kept + clear.slice(at)
}

/** *…, passer (chez moi)*: the clause says only how to come to a home. */
const COMING = pattern('iu')`
  (?:^|[,;(–—-])\s*(?:et |on peut |il faut |à |merci de |pour )?(?:passe[rz]?|vien[st]|venir|venez
  |prendre|chercher|récupérer|retirer|voir|appeler|sonner|déposer|apporter)(?:[ ](?:les?|la|l'|les
  )?\s*(?:prendre|chercher|récupérer|retirer|voir))?\s*$
`
/** What a home looks like, or what stands beside it. */
const LOOK = pattern('u')`
  (?<![a-z])(?:portes?|portail|volets?|facade|sonn(?:er|ez|ette)|interphone|digicode|etage
  |escalier|maison|en face|derriere|a cote|a gauche|a droite|au bout|au fond|boite aux lettres
  |grille|barriere|garage|grange|numero|n°|(?:apres|avant) (?:le|la|l') ?(?:eglise|pont|mairie
  |ecole|lavoir|virage|croisement|carrefour|rond-point|panneau|cimetiere))(?![a-z])
`

/**
 * The text without anybody's home, nor the way to it, nor its look: the parts of the sentence after
 * it that tell a door or what stands beside it go too. A clause that only says to come there goes
 * whole.
 */
export function homeless(clear: string): string {
  let [kept, at] = ['', 0]
  for (const home of clear.matchAll(HOME_AND_WAY)) {
    if (home.index < at) continue
    const before = clear.slice(at, home.index)
    const coming = COMING.exec(before)
    const isClause = coming !== null && (at > 0 || coming.index > 0)
    const end = home.index + home[0].length
    const [rest] = /^[^.;!?\n]*/.exec(clear.slice(end))!
    if (!isClause && !LOOK.test(plainOf(rest))) {
      kept += `${before} `
      at = end
      continue
    }
    const parts = isClause ? [] : rest.split(/(?=[,(])/)
    kept += `${isClause ? before.slice(0, coming.index) : before} `
    kept += homeless(parts.filter(part => !LOOK.test(plainOf(part))).join(''))
    at = end + rest.length
  }
  return kept + clear.slice(at)
}
/**
 * True when the words tell a person's situation (illness, work lost…): no proposed title or field
 * holds it, whoever it is about.
 */
export const tellsSituation = (clear: string) => SITUATION.test(plainOf(clear))

/** *l'électricien retraité*: only the quality goes, when the sentence says something else. */
const QUALITY = pattern('giu')`
  \s(?:à la retraite|en retraite|retraitée?|handicapée?|au chômage|malade|chômeu(?:r
  |se))(?=\s(?:de|du|des|d'|qui|pour|avant|à|et|le|la)\b|\s?[,.;)]|$)
`
const IS_ILL = pattern('iu')`
  \b(?:est|sont|était|étaient|suis|es|reste|devient|tombée?)\s(?:à la|en|au|retrait|handic|malade
  |chôm)
`

function withoutQuality(clear: string): string {
  if (IS_ILL.test(clear)) return ''
  const kept = clear.replace(QUALITY, '')
  return tellsSituation(kept) ? '' : kept
}

const OF_THEM = pattern('iu')`
  (?<!\p{L})(?:à|pour|de|avec|chez) (?:lui|elle|eux|elles)(?!\p{L})
  |^\s*(?:et |mais |donc )?(?:on )?(?:lui|elle|il|ils|elles)[ ]
`
/**
 * The text without the parentheses and the clauses that tell a person's situation; '' when nothing
 * else would stand.
 */
export function discreet(clear: string): string {
  if (!tellsSituation(clear)) return clear
  const open = clear.replace(/\([^()]*\)/g, part => (tellsSituation(part) ? ' ' : part))
  if (!tellsSituation(open)) return open
  const kept = open.split(/(?<=[,;–—])\s/).filter(part => !tellsSituation(part))
  // A lone subject and its verb were parted by the clause between two commas: so go the commas.
  if (!kept.join('').trim()) return withoutQuality(open)
  // *…, penser à lui*: what is left speaks of the person whose situation was told.
  if (kept.every(part => OF_THEM.test(part))) return ''
  return kept
    .map((part, at) => (at === 0 && kept.length > 1 ? part.replace(/,$/, '') : part))
    .join(' ')
    .replace(/[\s,;–—]+$/, '')
}
