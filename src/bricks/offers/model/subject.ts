import { fold } from '../../../core/letters/words.ts'
import { nullPrototype } from '../../../core/null-prototype.ts'
import { pattern } from '../../../core/pattern.ts'

/**
 * From *je* to *Lucie*: on the page a notice is a sentence with a first name for subject. People
 * write as they speak; what can't be turned is kept as it was said, after the name.
 */
export type NoticeSide = 'offer' | 'need'

const IRREGULAR: Readonly<Record<string, string>> = nullPrototype({
  ai: 'a',
  suis: 'est',
  vais: 'va',
  connais: 'connaît',
  puis: 'peut',
})

/**
 * The third person of a verb in the first: *vends* → *vend*, *peux* → *peut*, *cherche* →
 * *cherche*.
 */
export function thirdPerson(verb: string): string {
  const known = IRREGULAR[verb.toLowerCase()]
  if (known) return known
  if (/[dt]s$/i.test(verb)) return verb.slice(0, -1)
  return /[sx]$/i.test(verb) ? `${verb.slice(0, -1)}t` : verb
}

const FIRST = pattern('iu')`
  ^(?:bonjour|bonsoir|salut)?[\s,.!]*(?:je\s+|j['’]\s?)(ne\s+|n['’])?((?:me\s+|m['’]|y\s+|en\s+
  |le\s+|la\s+|les\s+|l['’]|lui\s+|leur\s+)*)(\p{L}+)
`
/** They speak of themselves, as *je*. */
export const isFirstPerson = (sentence: string): boolean => FIRST.test(sentence.trim())
const REFLEXIVE: readonly (readonly [RegExp, string])[] = [
  [/^me\s/i, 'se '],
  [/^m['’]/i, 's’'],
]
/** *à donner*, *à prêter*: what is put up without a verb. */
const PUT_UP: readonly (readonly [RegExp, string])[] = [
  [/^à donner\s*:?\s*/i, 'donne'],
  [/^à prêter\s*:?\s*/i, 'prête'],
  [/^à vendre\s*:?\s*/i, 'vend'],
  [/^à louer\s*:?\s*/i, 'loue'],
  [/^à échanger\s*:?\s*/i, 'échange'],
  [/^besoin\s+(?=d)/i, 'a besoin'],
]
/** A telegram: *cherche tracteur*, *vends poêle*. */
const BARE = pattern('i')`
  ^(recherche|cherche|donne|prête|vends|loue|échange|troque|propose|partage|offre|répare|cède
  |garde|descends|monte)\s
`
const ARTICLE = pattern('i')`
  ^(quelqu['’]un|une?|des|du|de la|de l['’]|d['’]|le|la|les|l['’]|mon|ma|mes|deux|trois|quatre
  |cinq|six|dix|\d+)(\s|(?<=['’]))
`

/** Somebody else is the subject already: *le club de lecture cherche une salle*. */
const SPOKEN = pattern('i')`
  \s(recherche|cherche|donne|prête|vend|loue|échange|propose|partage|offre|répare|a besoin)(nt)?\s
`

/**
 * Law     the name is in what comes back, once at its beginning unless it was said already; nothing
 *         else that was said is lost but the greeting, the *je*, and the person of the verb and of
 *         *mon, ma, mes*.
 */
export const withSubject = (sentence: string, name: string, side: NoticeSide): string =>
  turnedFor(sentence, name, side).trim()

function turnedFor(sentence: string, name: string, side: NoticeSide): string {
  const said = sentence.trim().replace(/[ \t\r\n]+/g, ' ')
  const who = name.trim()
  if (who === '' || said === '' || isNamed(said, who)) return capital(said)
  const first = FIRST.exec(said)
  if (first) return `${who} ${turned(first)}${theirs(said.slice(first[0].length))}`
  for (const [shape, verb] of PUT_UP)
    if (shape.test(said)) return `${who} ${verb} ${theirs(lower(said.replace(shape, '')))}`
  const bare = BARE.exec(said)
  if (bare)
    return `${who} ${thirdPerson(bare[1]!.toLowerCase())} ${theirs(said.slice(bare[0].length))}`
  if (ARTICLE.test(said) && !SPOKEN.test(said))
    return `${who} ${side === 'offer' ? 'propose' : 'cherche'} ${theirs(lower(said))}`
  // But for an article, as it was typed: its first word may be somebody's name.
  return `${who}\u00a0: ${ARTICLE.test(said) ? lower(said) : said}`
}

function turned(first: RegExpExecArray): string {
  const [, not = '', pronouns = '', verb = ''] = first
  let before = pronouns
  for (const [shape, third] of REFLEXIVE) before = before.replace(shape, third)
  return `${elided(not, before, thirdPerson(verb))}`
}
/** *n’ai* → *n’a*, *ne cherche* stays. */
const elided = (not: string, before: string, verb: string): string =>
  `${not.toLowerCase()}${before.toLowerCase()}${verb.toLowerCase()}`

const POSSESSIVE: Readonly<Record<string, string>> = nullPrototype({
  mon: 'son',
  ma: 'sa',
  mes: 'ses',
})
const theirs = (rest: string): string =>
  rest.replace(/(?<!\p{L})(mon|ma|mes)(?!\p{L})/giu, word => POSSESSIVE[word.toLowerCase()] ?? word)

/** The name opens the sentence, or stands among its first words (*Le père de Lucie…* is hers). */
function isNamed(said: string, who: string): boolean {
  const head = ` ${fold(said).split(' ').slice(0, 6).join(' ')} `
  return head.includes(` ${fold(who)} `)
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)
/** A first capital goes, unless the word is a name or letters for letters. */
const lower = (text: string): string =>
  /^\p{Lu}(?=[\p{Ll}'’\s])/u.test(text)
    ? text.charAt(0).toLocaleLowerCase('fr') + text.slice(1)
    : text
