import { fold } from '../../../core/letters/words.ts'
import { pattern } from '../../../core/pattern.ts'
import { quotable } from '../../../text/quoting.ts'

/**
 * The title of a notice: what somebody said, in their own words, after their first name. No word
 * of theirs is turned by a rule: *Nadia : « je cherche quelqu’un pour m’emmener au marché »*. A
 * thing alone is told by its side: *Inès cherche : « des bocaux »*.
 */
export type NoticeSide = 'offer' | 'need'

const FIRST = pattern('iu')`
  ^(?:bonjour|bonsoir|salut)?[\s,.!]*(?:je\s|j['’]\s?|nous\s|on\s)
`
/** They speak of themselves. */
export const isFirstPerson = (sentence: string): boolean => FIRST.test(sentence.trim())

/**
 * What was said, after its person’s name. A sentence that names its person already (*Rosa prête sa
 * machine*) is that sentence.
 *
 * Law     every word that was said is in it, as it was said; the name is in it; a title put in
 *         again comes back as it is.
 */
export function withSubject(sentence: string, name: string, side: NoticeSide): string {
  const said = sentence.trim().replace(/[ \t\r\n]+/g, ' ')
  const who = name.trim()
  if (said === '' || who === '') return capital(said)
  if (opensWith(said, who) || (isNamed(said, who) && !isFirstPerson(said))) return capital(said)
  const verb = ARTICLE.test(said) && !SPOKEN.test(said) ? VERB[side] : ''
  return `${who}${verb}\u00a0: «\u00a0${quotable(said)}\u00a0»`
}
const VERB: Readonly<Record<NoticeSide, string>> = { offer: ' propose', need: ' cherche' }
const ARTICLE = pattern('i')`
  ^(quelqu['’]un|une?|des|du|de la|de l['’]|d['’]|le|la|les|l['’]|mon|ma|mes|deux|trois|quatre
  |cinq|six|dix|\d+)(\s|(?<=['’]))
`
/** Somebody else is the subject: *le club de lecture cherche une salle*. */
const SPOKEN = pattern('i')`
  \s(recherche|cherche|donne|prête|vend|loue|échange|propose|partage|offre|répare|a besoin)(nt)?\s
`

/** What was said, of a title that quotes it after this name; undefined of any other title. */
export function wordsQuoted(title: string, name: string | null): string | undefined {
  const [, who = '', said] = QUOTED.exec(title) ?? []
  return name !== null && fold(who) === fold(name) ? said : undefined
}
const QUOTED = /^([^«]{1,80}?)(?: propose| cherche)?\s?: «\s?(.+?)\s?»$/su

/** *Nadia : …*, *Nadia cherche : …*: a title that was put together here. */
const opensWith = (said: string, who: string): boolean =>
  `${fold(said)} `.startsWith(`${fold(who)} `) &&
  said.slice(who.length, who.length + 11).includes(':')

/** The name stands among the first words (*Le père de Lucie…* is hers). */
export function isNamed(said: string, who: string): boolean {
  const head = ` ${fold(said).split(' ').slice(0, 6).join(' ')} `
  return head.includes(` ${fold(who)} `)
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
