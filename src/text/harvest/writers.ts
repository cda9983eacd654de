import { fold } from '../../core/letters/words.ts'
import { pattern } from '../../core/pattern.ts'
import { isFirstName } from '../guard/lexicon.ts'
import { type Folded, type ListedPerson, NAME, peopleIn } from './listed.ts'

/**
 * Who was there, on a page that lists nobody: those who write the letters of a thread, sign a
 * letter, took the notes, or are told one after the other without a stop.
 */

/** A header of a mail: who wrote it. */
const FROM = /^[> \t]*(?:de|from|expediteur)\s?:[^\S\n]*(?=\S)/gm
const HEADED = /^[> \t]*(?:objet|sujet|subject|date|envoye|sent|a|to|cc)\s?:/m
/** *Le mar. 1 février 2022 à 22:40, Lucie M. a écrit :* */
const WROTE = /(?<![a-z])a ecrit ?:/g
const WRITER = /(?:\d\d[:h]?\s?\d\d,?\s|,\s)["«“]?(\p{Lu}[^,<>\n\d]{1,60})$/u
/** So much before it is read for the name. */
const NEAR = 160

/** What stands after a name in a header: its address, the house it writes from. */
const AFTER_NAME = /\s*[<[(].*$|\s*\S+@\S+.*$/

/** The lines of a page that may hold a name: more are no letter. */
const MOST = 60

function named(page: Folded, from: number, to: number): readonly ListedPerson[] {
  const said = page.clear.slice(from, to)
  const lead = /^[\s"'«“]*/.exec(said)?.[0].length ?? 0
  const end = from + said.replace(AFTER_NAME, '').replace(/["'»”\s]+$/, '').length
  return end > from + lead ? peopleIn(page, { from: from + lead, to: end }, 'present') : []
}

function ofMails(page: Folded): readonly ListedPerson[] {
  if (!HEADED.test(page.plain) && !/ a ecrit ?:/.test(page.plain)) return []
  const headers = [...page.plain.matchAll(FROM).take(MOST)].flatMap(m => {
    const from = m.index + m[0].length
    const line = /^[^\n]{0,120}/.exec(page.clear.slice(from, from + 120))?.[0] ?? ''
    return named(page, from, from + line.length)
  })
  const quoted = [...page.plain.matchAll(WROTE).take(MOST)].flatMap(m => {
    const from = Math.max(0, m.index - NEAR)
    const before = page.clear.slice(from, m.index).replace(/\s*(?:<[^<>\n]*>)?\s*$/, '')
    const name = WRITER.exec(before)?.[1]
    return name ? named(page, from + before.length - name.length, from + before.length) : []
  })
  return [...headers, ...quoted]
}

/** *Dépouillé par…*, *notes prises par…*. */
const TAKEN_BY = pattern()`
  \b(?:depouill|recueilli|recopi|transcri|redig|releve|notes?\b|note par|compte[- ]rendu|cr\b
  |synthese|anim)[^\n.]{0,70}?\bpar (?=[a-z])
`
/** Where such a line ends. */
const STOP = /[.)\n;:]/
function ofNotes(page: Folded): readonly ListedPerson[] {
  const top = page.plain.slice(0, 800)
  const m = TAKEN_BY.exec(top)
  if (!m) return []
  const from = m.index + m[0].length
  const said = page.clear.slice(from, from + 100)
  const to = from + (STOP.exec(said)?.index ?? said.length)
  return /^\p{Lu}/u.test(said) ? peopleIn(page, { from, to }, 'present') : []
}

/** *avec Sylvie (chauffeuse) et Noémie*, alone on a line of the top. */
const ALONG = /^[^a-z\n]*avec (?=[a-z])/gm
function ofRound(page: Folded): readonly ListedPerson[] {
  for (const m of page.plain.slice(0, 500).matchAll(ALONG)) {
    const from = m.index + m[0].length
    const line = /^[^\n.]{0,120}/.exec(page.clear.slice(from, from + 120))?.[0] ?? ''
    const found = peopleIn(page, { from, to: from + line.length }, 'present')
    if (found.length > 0 && found.every(startsNamed)) return found
  }
  return []
}
const startsNamed = (one: ListedPerson): boolean =>
  isFirstName(fold(one.name.split(/[\s.]/)[0] ?? ''))

/** The last formula of a letter; those who sign stand after it. */
const CLOSES = pattern('gm')`
  ^[^\n]{0,200}\b(?:cordialement|bien a (?:vous|toi)|salutations|respectueu[a-z]+|amicalement
  |sinceres|distinguee?s?|devouee?s?|solidairement|signe|les signataires|ont signe)\b[^\n]{0,80}
`
/** Nobody's name: where and when a letter is signed, a body, a role alone. */
const NO_NAME = pattern()`
  ^[^a-z]*(?:fait (?:a|en)|p\.?-?s\b|copie|pj\b|pieces? jointes?|le \d|tel\b|les? [a-z]|la [a-z]
  |pour (?:le|la|les|l')|au nom)
`
const ROLE_BEFORE = /^[^\n:]{2,40}:\s*(?=\p{Lu})/u
function ofLetter(page: Folded): readonly ListedPerson[] {
  const end = Math.max(0, page.plain.length - 1_500)
  const last = [...page.plain.slice(end).matchAll(CLOSES)].at(-1)
  if (!last) return []
  const from = end + last.index + last[0].length
  return [...page.clear.slice(from).matchAll(/[^\n]+/g)].slice(0, 10).flatMap(line => {
    const at = from + line.index
    const plain = page.plain.slice(at, at + line[0].length)
    if (line[0].length > 120 || NO_NAME.test(plain.trimStart())) return []
    const role = ROLE_BEFORE.exec(line[0])?.[0].length ?? 0
    const lead = line[0].length - line[0].trimStart().length
    return peopleIn(page, { from: at + Math.max(role, lead), to: at + line[0].length }, 'present')
      .filter(
        one => isFirstName(fold(one.name.split(/[\s.]/)[0] ?? '')) || / \p{Lu}/u.test(one.name),
      )
      .slice(0, 8)
  })
}

/** *il y avait moi Fred il y avait Babeth et puis Inaya et c'est tout*: told without a stop. */
const TOLD = /\b(?:il y avait|y avait|on etait(?: avec)?|etaient la|se sont (?:vus|retrouves))\b/
const TOLD_END = pattern()`
  \bc'est tout\b|\bpoint\b|\bparce qu|\bsauf\b|\bpas (?:la|venue?s?|pu)\b|[.;!?]|\n\s*\n
`
const CAPITAL = /(?<=(\p{L}*)\s)(?=\p{Lu})/gu
const BEFORE_NAME = /^(?:moi|et|avec|avait|puis)$/
const PRESENT = 'present' as const
/** As much of a telling is read for names. */
const TELLING = 600
function ofTelling(page: Folded): readonly ListedPerson[] {
  const m = TOLD.exec(page.plain.slice(0, 3_000))
  if (!m) return []
  const from = m.index + m[0].length
  const said = page.plain.slice(from, from + TELLING)
  const to = from + (TOLD_END.exec(said)?.index ?? said.length)
  const found = [...page.clear.slice(from, to).matchAll(CAPITAL)].flatMap(one => {
    const at = from + one.index
    const name = NAME.exec(page.clear.slice(at, Math.min(to, at + 60)))?.[0] ?? ''
    const isTold = isFirstName(fold(name.split(/\s/)[0] ?? '')) || BEFORE_NAME.test(one[1] ?? '')
    return isTold ? [{ name, from: at, to: at + name.length, note: '', listed: PRESENT }] : []
  })
  return found.length > 2 ? found : []
}

/** Each once: *Gilles* after *Gilles Rocher* is the same. */
function once(people: readonly ListedPerson[]): readonly ListedPerson[] {
  const kept: ListedPerson[] = []
  for (const one of people) {
    const [name, ...more] = one.name.toLowerCase().split(/\s+/)
    const same = kept.findIndex(other => {
      const [first, ...rest] = other.name.toLowerCase().split(/\s+/)
      return first === name && (more.length === 0 || rest.length === 0 || `${rest}` === `${more}`)
    })
    if (same < 0) kept.push(one)
    else if (one.name.length > kept[same]!.name.length) kept[same] = one
  }
  return kept
}

/** Who writes, where no list says who was there. */
export function writersOf(page: Folded): readonly ListedPerson[] {
  for (const way of [ofMails, ofRound, ofTelling, ofNotes, ofLetter]) {
    const found = once(way(page))
    if (found.length > 0) return found
  }
  return []
}
