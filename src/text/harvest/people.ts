import { fold } from '../../core/letters/words.ts'
import { pattern } from '../../core/pattern.ts'
import { isFirstName } from '../guard/lexicon.ts'
import { explained } from './initials.ts'
import {
  entriesIn,
  type Folded,
  itemPeople,
  LISTED,
  type ListedPerson,
  NAME,
  peopleIn,
  personIn,
} from './listed.ts'
import type { SectionedBlock } from './sections.ts'
import { labelIn } from './sections.ts'
import { unannounced } from './unannounced.ts'
import { writersOf } from './writers.ts'

/** *Étaient présents Marie et Paul*, *Présents (7) : …*: what stands before the names. */
const LEAD = pattern()`
  ^(?:[^:]{0,60}:\s*|(?:nous )?(?:etaient|sont|etions)\s+(?:presente?s?|la|autour de la table
  |excusee?s?)\s+|\d{1,3} (?:personnes|presents)[^:]{0,30}dont\s+|presente?s?\s+|excusee?s?\s+)
`

/**
 * A sentence that counts who was there and names them: *On était six à la salle : Manu, Jojo…*; or
 * who could not come.
 */
const COUNTED = pattern()`
  \b(?:on|nous) (?:etait|etions|s'est retrouves|nous sommes retrouves|est
  |sommes)\b[^:.]{0,120}:\s*
`
const MISSED = pattern()`
  ^(\S+(?: \S+)?) (?:n'a pas pu (?:venir|etre)|ne pouvai?t pas|s'est excuse|s'excuse
  |etait (?:absente?|excusee?)|est (?:absente?|excusee?))
`

function inSentence(block: SectionedBlock, clear: string, plain: string): ListedPerson[] {
  const low = plain.slice(block.from, block.to)
  const counted = COUNTED.exec(low)
  if (counted) {
    const from = block.from + counted.index + counted[0].length
    const stop = /[.!?](?:\s|$)/.exec(clear.slice(from, block.to))
    const found = peopleIn(
      { clear, plain },
      { from, to: stop ? from + stop.index : block.to },
      'present',
    )
    if (found.length > 1) return found
  }
  const missed = MISSED.exec(low)
  const person =
    missed &&
    personIn({ clear, plain }, { from: block.from, to: block.from + missed[1]!.length }, 'absent')
  return person ? [person] : []
}

/**
 * A line of names that goes on with the list before it: nothing but names, no label, no sentence.
 */
function goingOn(
  block: SectionedBlock,
  clear: string,
  plain: string,
  listed: ListedPerson['listed'],
): ListedPerson[] | undefined {
  const said = clear.slice(block.from, block.to)
  if (
    block.mark ||
    said.length > 80 ||
    block.announces ||
    (block.heading && block.heading < 4) ||
    /[:!?]|\d{2}|^\S+\.$/.test(said) ||
    labelIn(plain.slice(block.from, block.to)).kind
  )
    return undefined
  // *Kermesse*, apart from the list: the next subject, where it is nobody's first name.
  const isApart = /\n\s*\n\s*$/.test(clear.slice(Math.max(0, block.from - 40), block.from))
  if (block.heading && isApart && !isFirstName(fold(said.split(/[^\p{L}’'-]/u)[0] ?? '')))
    return undefined
  const entries = entriesIn(said, block.from).filter(e => clear.slice(e.from, e.to).trim() !== '')
  const people = entries.flatMap(e => personIn({ clear, plain }, e, listed) ?? [])
  const fits =
    people.length > 0 &&
    people.length === entries.length &&
    people.every(p => p.name.split(/\s/).length < 4 && (p.note === '' || said.includes('(')))
  return fits ? people : undefined
}

/**
 * *Étaient présents Marie et Paul*, *Présents Augier Élodie, …*: the word that says who is listed,
 * without a colon.
 */
function sentenceOf(low: string, clear: string): string | undefined {
  const told = /^(?:etaient|sont|etions) (presente?s?|excusee?s?|la|autour de la table)\b/.exec(
    low,
  )?.[1]
  if (told) return told
  const bare = /^(presente?s|excusee?s) (?=[a-z])/.exec(low)?.[1]
  return bare && /^\S+ \p{Lu}/u.test(clear) ? bare : undefined
}

/**
 * Where another list begins in the same block: *… Marie, Paul. Excusés : Léa*, *… Marie ; absente :
 * Léa*.
 */
const INNER = pattern('g')`
  (?:[.;)\n]\s*|\s[–—-]\s|\s{2,}|\s\/\/?\s|,\s*(?=(?:excus
  |absent)))(?:\*\s*)?((?:personnes? |membres? |et |ont )?(?:excus|absent|pas la\b|pas venu
  |pas pu venir|represente|procuration|ont donne pouvoir|present|etai(?:t|ent) (?:excuse|absent
  |aussi|present)|n'(?:ont|a) pas pu)[^:,;.\n]{0,30}?)(?:\s*(?::|->|→|=)\s*
  |(?<=^.{0,4000}\b(?:excusee?s?|absente?s?)) (?=[a-z]))
`

/** A block of people, cut where its lists change. */
function peopleInBlock(
  block: SectionedBlock,
  { clear, plain }: Folded,
  lead: number,
  listed: ListedPerson['listed'],
): ListedPerson[] {
  const low = plain.slice(block.from + lead, block.to)
  const found: ListedPerson[] = []
  let [from, kind] = [block.from + lead, listed]
  for (const m of low.slice(0, 4_000).matchAll(INNER)) {
    found.push(...peopleIn({ clear, plain }, { from, to: block.from + lead + m.index }, kind))
    from = block.from + lead + m.index + m[0].length
    kind =
      /present|aussi/.test(m[1]!) && !/represent/.test(m[1]!)
        ? 'present'
        : /absent|pas/.test(m[1]!)
          ? 'absent'
          : 'excused'
  }
  return [...found, ...peopleIn({ clear, plain }, { from, to: block.to }, kind)]
}

/** *Sous la présidence de Mme Faure*: who leads is there too. */
function chairOf(block: SectionedBlock, clear: string, before: string): ListedPerson | undefined {
  const m = /\bpresidence (?:de |d')/.exec(before)
  const from = block.from + (m ? m.index + m[0].length : 0)
  const name = m && NAME.exec(clear.slice(from, from + 60))?.[0].replace(/(?<=\p{Ll}{2})\..*$/u, '')
  return name ? { name, from, to: from + name.length, note: '', listed: 'present' } : undefined
}

/** Others who were there, told after the list: *Invitée : Cléa*, *En visio : Tom*. */
const ALSO = pattern()`
  ^[^a-z]*(?:(?:et |ainsi que )?(?:invitee?s?|en visio|a distance|par telephone|(?:etait|etaient
  |sont)? ?(?:aussi|egalement) (?:presente?s?|la)|(?:egalement|aussi) presente?s?
  |arrivee?s? (?:en cours|plus tard|ensuite|apres)|en partie|observat(?:eur|rice)s?|auditeurs?
  |stagiaires?|salariee?s?|benevoles?|habitante?s?|elue?s?|techniciens?|assist(?:ai(?:t|ent)|e
  |ent) (?:aussi|egalement)|rejoints? (?:par|ensuite par)|de passage
  |pour (?:la |le |l')?[a-z' ]{3,30}))\s*(?:\([^)]*\)\s*)?:\s*
`
/** How many lines after the list may name others. */
const AFTER = 4

/** Everybody named in *Présents*, *Excusés*, *Absents*, in order, doubles kept. */
function labelledPeople(
  blocks: readonly SectionedBlock[],
  clear: string,
  plain: string,
): readonly ListedPerson[] {
  let going: ListedPerson['listed'] | undefined
  // *Prennent la parole :* with nothing after: the names are the items below.
  let below: ListedPerson['listed'] | undefined
  let after = 0
  return blocks.flatMap(block => {
    if (below && block.mark && !block.heading)
      return block.to - block.from < 400 ? itemPeople(block, clear, plain, below) : []
    below = undefined
    const more = going && goingOn(block, clear, plain, going)
    if (more) return more
    const also = after-- > 0 && ALSO.exec(plain.slice(block.from, block.to))
    if (also && !block.heading && block.to - block.from < 300)
      return peopleInBlock(block, { clear, plain }, also[0].length, 'present')
    going = undefined
    if (block.heading) return []
    const low = plain.slice(block.from, block.to)
    const label = labelIn(low)
    const sentence = label.kind
      ? undefined
      : sentenceOf(low, clear.slice(block.from, block.from + 60))
    const listed =
      LISTED[label.kind] ??
      (sentence ? (sentence.startsWith('exc') ? 'excused' : 'present') : undefined)
    if (!listed && !inSentence(block, clear, plain).length) {
      const led = block.to - block.from < 3_000 ? [...low.matchAll(INNER)][0] : undefined
      if (led && /present/.test(led[1]!)) {
        const chair = chairOf(block, clear, low.slice(0, led.index))
        const found = peopleInBlock(block, { clear, plain }, led.index + led[0].length, 'present')
        return chair && !found.some(p => p.name.endsWith(chair.name.split(' ').at(-1)!))
          ? [chair, ...found]
          : found
      }
    }
    if (listed) {
      const lead = label.kind ? label.length : (LEAD.exec(low)?.[0].length ?? 0)
      going = listed
      after = AFTER
      const found = peopleInBlock(block, { clear, plain }, lead, listed)
      if (!found.length && /:\s*$/.test(low)) below = listed
      return found
    }
    const inside = LISTED[block.section]
    if (!inside) return inSentence(block, clear, plain)
    return block.to - block.from < 2_000 ? itemPeople(block, clear, plain, inside) : []
  })
}

/**
 * Who was there and who was not, in order, doubles kept: as a word announces them, else as a list
 * of names stands there.
 */
export function peopleOf(
  blocks: readonly SectionedBlock[],
  clear: string,
  plain: string,
): readonly ListedPerson[] {
  const told = explained(labelledPeople(blocks, clear, plain), clear).map(p =>
    MISSING.test(p.note) && p.listed === 'present' ? { ...p, listed: 'excused' as const } : p,
  )
  if (told.some(p => p.listed === 'present')) return told
  const listed = unannounced(blocks, clear, plain)
  const found = listed.length > 0 ? listed : writersOf({ clear, plain })
  return [...found, ...told.filter(p => !found.some(f => f.from === p.from))].sort(
    (a, b) => a.from - b.from,
  )
}
/** Written beside a name of the list: *Léa (excusée)*. */
const MISSING =
  /^(?:\()?(?:excus[ée]+e?|absente?|n'a pas pu|pas là|pouvoir à|procuration à|a donné pouvoir)/i
