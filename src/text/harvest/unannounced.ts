import { pattern } from '../../core/pattern.ts'
import type { SectionKind } from './fr.ts'
import { entriesIn, type ListedPerson, peopleIn, personIn } from './listed.ts'
import type { SectionedBlock } from './sections.ts'

/** How far from the top, and from the end, a list that no known word announces is looked for. */
const [NEAR_TOP, NEAR_END] = [30, 8]
/** What stands before names that are not those of who was there. */
const NOT_THEM = pattern()`
  \b(?:pas (?:la|venus?|pu)|absent|excus|manqu|sans|empech|n'ont|n'a|retenus?|desole|procuration
  |pouvoir|merci|voir|contacter|prochaine?|tour de|rotation|responsables?|referents?|bureau|elus?
  |candidats?|destinataires?|copie|diffusion|equipes?|groupe|commission|a faire|decid|on demande
  |prevenir|besoin|achats?|materiel|communes?|hameaux|villages|(?<!avait )apporte|avec l)
`
const BEGINS = pattern('gu')`
  (?:(?<!\p{L})(?:(?:[Ii]l )?[Yy] avait|[Aa]vec|[ÉéEe]taient (?:là|présente?s|de la partie|réunis
  |venus|venues)|[Oo]nt participé|[Pp]articipaient|[Aa]utour d\p{L}+ [^,:]{3,20},)\s+(?:(?:aussi
  |là|notamment|entre autres)\s+)?|^|:\s*|->\s*|→\s*|=\s*|\((?=\p{Lu})|\b(?:dont|entre|de
  |c'est-à-dire|soit
  |à savoir|savoir|nommément)\s+|\s[–—]\s+)(?=\p{Lu})
`
const LAST_WORDS = pattern('u')`
  \s(?:étaient|étions|sont|se sont|ont|sommes|nous sommes|se retrouvent|assistaient|participaient
  |présents?)(?![\p{L}]).*$
`

/** A piece of text that is nothing but a list of names, at least three. */
function bareNames(clear: string, plain: string, from: number, to: number): ListedPerson[] {
  const stop = /[.!?](?=\s+\p{Lu}\p{Ll}+\s\p{Ll}|\s*$)|\n/u.exec(clear.slice(from, to))
  const whole = clear.slice(from, stop ? from + stop.index : to)
  const end = from + (LAST_WORDS.exec(whole)?.index ?? whole.length)
  if (end - from > 1_500 || /["«»“]|https?:|€|\d{2}h/.test(clear.slice(from, end))) return []
  const entries = entriesIn(clear.slice(from, end), from).filter(e =>
    /\p{L}/u.test(clear.slice(e.from, e.to)),
  )
  const people = peopleIn({ clear, plain }, { from, to: end }, 'present')
  const named = entries.filter(e => /^\s*\p{Lu}/u.test(clear.slice(e.from, e.to))).length
  const short = people.every(
    p =>
      p.name.split(/\s/).length < 4 &&
      p.note.length < 60 &&
      !/\b(?:est|sont|va|doit|avant le)\b/.test(p.note),
  )
  const first = people[0] && people[0].from < (entries[0]?.to ?? 0)
  return people.length >= 3 && first && people.length >= named * 0.75 && short ? people : []
}

/**
 * *Réparateurs : Gilles, Mado* then *Accueil : Suzy*: lines in a row, each a role or a group and
 * its names.
 */
const ROLE_LINE = pattern()`
  ^[^a-z]*(?:equipe|benevoles?|salariee?s?|accueil|reparat|bricol|producteurs?|amapiens?
  |adherents?|elue?s?|parents?|enseignante?s?|habitante?s?|membres?|bureau|au bureau|presidente?s?
  |tresori|techni|jardini|agriculteurs?|eleveurs?|jeunes|anciens|associations?|invitee?s?|en visio
  |mairie|commune|animat(?:eur|rice)s?|pour (?:la|le|l'))[a-z'· .()-]{0,30}:\s*
`
function inRoles(
  top: readonly SectionedBlock[],
  clear: string,
  plain: string,
): readonly ListedPerson[] {
  let [found, lines]: [ListedPerson[], number] = [[], 0]
  for (const block of top) {
    const m = block.to - block.from < 300 ? ROLE_LINE.exec(plain.slice(block.from, block.to)) : null
    const people =
      m && !/["«?]/.test(clear.slice(block.from, block.to))
        ? peopleIn({ clear, plain }, { from: block.from + m[0].length, to: block.to }, 'present')
        : []
    if (people.length) {
      found.push(...people)
      lines++
    } else if (lines > 1) return found
    else if (!block.heading) [found, lines] = [[], 0]
  }
  return lines > 1 ? found : []
}

/**
 * Where no word announces who was there: the first line, or items in a row, that hold nothing but
 * names.
 */
export function unannounced(
  blocks: readonly SectionedBlock[],
  clear: string,
  plain: string,
): readonly ListedPerson[] {
  const byRole = inRoles(blocks.slice(0, NEAR_TOP), clear, plain)
  if (byRole.length > 2) return byRole
  const near = [
    ...blocks.slice(0, NEAR_TOP),
    ...blocks.slice(Math.max(NEAR_TOP, blocks.length - NEAR_END)),
  ]
  for (const block of near) {
    if (block.to - block.from > 1_500 || NOT_HERE.includes(block.section)) continue
    const others = othersAt(plain.slice(block.from, block.to), near.indexOf(block) < 8)
    const starts = clear.slice(block.from, block.to).matchAll(BEGINS)
    for (const from of starts.take(MOST_STARTS).map(m => m.index + m[0].length)) {
      if (from >= others) break
      const found = bareNames(clear, plain, block.from + from, block.to)
      if (found.length) return found
    }
  }
  return inARow(near, clear, plain)
}
/**
 * A list begins at one of so many places of a block: more are no list, and each is read to its end.
 */
const MOST_STARTS = 30
/**
 * From where on a block names others than those who were there. *Au bureau : …* near the top says
 * who leads and is there; further down, who was elected.
 */
function othersAt(plain: string, isNearTop: boolean): number {
  const skipped = isNearTop ? (/^(?:au )?bureau\b/.exec(plain)?.[0].length ?? 0) : 0
  const m = NOT_THEM.exec(plain.slice(skipped))
  return m ? skipped + m.index + m[0].length : plain.length + 1
}
const NOT_HERE: readonly SectionKind[] = [
  'excused',
  'absent',
  'agenda',
  'decisions',
  'actions',
  'needs',
  'offers',
  'references',
  'author',
]

/**
 * *- Hubert, président*, *- Ginette, trésorière*…: three items or more, each a name and what that
 * person is.
 */
function inARow(
  near: readonly SectionedBlock[],
  clear: string,
  plain: string,
): readonly ListedPerson[] {
  let row: ListedPerson[] = []
  let before = ''
  for (const block of near) {
    const said = clear.slice(block.from, block.to)
    const fits =
      !NOT_HERE.includes(block.section) &&
      said.length < 90 &&
      !/[:?!«"€]|\d\s?h|\d\/\d/.test(said) &&
      !NOT_THEM.test(before)
    const one = fits
      ? personIn({ clear, plain }, { from: block.from, to: block.to }, 'present')
      : undefined
    if (
      one &&
      (said.length === one.name.length || /^\s*[,(–—-]/.test(said.slice(one.to - block.from)))
    )
      row.push(one)
    else {
      if (row.length >= 3) return row
      row = []
      before = plain.slice(block.from, block.to)
    }
  }
  return row.length >= 3 ? row : []
}
