import { pattern } from '../../core/pattern.ts'
import { datesIn, dayOf } from './dates.ts'
import type { ListedPerson } from './listed.ts'
import { plainOf } from './mask.ts'

/**
 * A group's conversation, as telephones write it: WhatsApp of Android and of iPhone, Signal, SMS as
 * text. Each message is a block of its author's; system lines and absent pictures are furniture.
 */
export type ChatMessage = Readonly<{
  /** Of the whole line; `said` is where its words begin. */
  from: number
  said: number
  author: string
  /** The end of a number that nobody named, as `endsOf` says it. */
  ends?: string
  day: string
}>
/** Shape   `aside`: lines of the program, not of people, and what it writes around words. */
export type ChatRead = Readonly<{
  messages: readonly ChatMessage[]
  aside: readonly Readonly<{ from: number; to: number }>[]
  people: readonly ListedPerson[]
  title: string
  day: string | null
}>

const DAY = String.raw`(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})|(\d{4})-(\d\d)-(\d\d)`
const STAMP = String.raw`(?:${DAY}),?\s+(?:à\s+)?\d{1,2}[:h]\d{2}(?::\d{2})?`
const WHO = String.raw`~?\s?([^\s:«»"[\]][^:«»"\n[\]]{0,40}?)`
/** *12/11/2026, 18:42 - Nadine: …*, *[12/11/2026 18:42] Jeannot : …* */
const STAMP_FIRST = new RegExp(
  String.raw`^\W{0,3}?\[?(?:${STAMP})\]?\s*(?:[-–—]\s*)?(?:${WHO}\s?:\s)?`,
  'u',
)
/** *Jeannot (12/11/2026 18:42) : …* */
const WHO_FIRST = new RegExp(String.raw`^${WHO}\s*[,([]\s*(?:${STAMP})\s*[)\]]?\s?:?\s`, 'u')
/** What the program says in a message's place. */
const NO_WORDS = pattern('iu')`
  ^(?:<[^<>\n]{3,40}>|(?:image|vidéo|audio|sticker|gif|document|photo|fichier|message vocal)s?
  (?: absente?| omise?| omis| joint)?|(?:ce message a été|vous avez) supprimé[^.\n]*
  |appel (?:vocal|vidéo)[^\n]*|message éphémère[^\n]*)\.?$
`
const EDITED = /<[^<>\n]{3,40}(?:modifié|edited)[^<>\n]*>|\(modifié\)/gi
const GROUP = pattern('iu')`
  \b(?:créé|rejoint|renommé|intitulé)[^«"“\n]{0,40}[«"“]\s*([^»"”\n]{3,60}?)\s*[»"”]
`
const NUMBER = /^\+?[\d\s().\u00a0\u202f-]{8,}$/
const TELLS_NAME = /^(?:ici |c'est |moi c'est |je suis |hello,? c'est )(\p{Lu}[\p{L}'’-]+)/iu

type Opening = Readonly<{ length: number; author: string; day: string }>
function openingOf(line: string): Opening | undefined {
  const first = STAMP_FIRST.exec(line)
  const m = first ?? WHO_FIRST.exec(line)
  if (!m) return undefined
  const [author, ...told] = first ? [m[7], ...m.slice(1, 7)] : m.slice(1)
  const [d, month, year, y, isoMonth, isoDay] = told
  const full = year ? (year.length === 2 ? 2000 + Number(year) : Number(year)) : Number(y)
  const day = dayOf(full, Number(month ?? isoMonth), Number(d ?? isoDay))
  return day ? { length: m[0].length, author: author?.trim() ?? '', day } : undefined
}

/** Messages that make a text a conversation, at least; and their share of its lines. */
const [FEWEST, SHARE] = [4, 0.3]

/** *28 nov. 2026 09:12*, alone on its line: what a telephone writes above its messages. */
const STAMP_ALONE = pattern()`
  ^\W{0,3}(?:(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?,? )?(?:le )?\d{1,2}(?:er)?[ /.-][^:]{2,16}?
  (?:,| a)? \d{1,2}[:h]\d{2}\W{0,3}$
`
/** *Maman : …*, *Moi: …*: nothing but who writes, in three words at most. */
const SAID_LINE = /^\s*(\p{Lu}[\p{L}.'’-]{0,20}(?: [\p{L}.'’-]{1,20}){0,2})\s?:\s+(?=\S)/u

/**
 * Lines of messages without a stamp each, under those of their days; nothing where nobody writes
 * twice, for then they are labels.
 */
function threadIn(lines: readonly string[]): readonly (Opening | undefined)[] {
  let day = ''
  const opened = lines.map((line): Opening | undefined => {
    const plain = plainOf(line.trim())
    const told = STAMP_ALONE.test(plain) ? datesIn(plain, { day: null })[0] : undefined
    if (told) {
      day = told.day
      return { length: line.length, author: '', day }
    }
    const m = day === '' ? null : SAID_LINE.exec(line)
    return m ? { length: m[0].length, author: m[1]!, day } : undefined
  })
  const writers = Map.groupBy(
    opened.flatMap(one => one?.author ?? []).filter(author => author !== ''),
    author => author,
  )
  return [...writers.values()].some(all => all.length > 1) ? opened : []
}

/** The conversation that a text is; undefined when it is none. */
export function chatOf(text: string): ChatRead | undefined {
  const lines = [...text.matchAll(/[^\n]+/g)].filter(m => m[0].trim() !== '')
  const plain = lines.map(m => m[0].replace(/[\u00a0\u202f]/g, ' '))
  const stamped = plain.map(openingOf)
  const opened = stamped.some(one => one?.author) ? stamped : threadIn(plain)
  const isSaid = opened.filter(one => one?.author).length
  if (isSaid < FEWEST || isSaid < lines.length * SHARE) return undefined
  const messages: ChatMessage[] = []
  const aside: { from: number; to: number }[] = []
  let title = ''
  for (const [at, line] of lines.entries()) {
    const one = opened[at]
    const to = line.index + line[0].length
    if (one && !one.author) {
      title ||= GROUP.exec(line[0])?.[1] ?? ''
      aside.push({ from: line.index, to })
      continue
    }
    const said = line.index + (one?.length ?? 0)
    const words = text.slice(said, to).replace(EDITED, '').trim()
    const isEmpty = NO_WORDS.test(words) || !/\p{L}|\d/u.test(words)
    if (isEmpty) aside.push({ from: line.index, to })
    else if (one) aside.push({ from: line.index, to: said })
    for (const m of text.slice(said, to).matchAll(EDITED))
      aside.push({ from: said + m.index, to: said + m.index + m[0].length })
    if (one) messages.push({ from: line.index, said, author: one.author, day: one.day })
  }
  const named = withNames(messages, text)
  return {
    messages: named,
    aside,
    people: peopleOf(named),
    title,
    day: named[0]?.day ?? null,
  }
}

/** Somebody whose name is only a number is the one whom they say: *c'est Josette*. */
function withNames(messages: readonly ChatMessage[], text: string): readonly ChatMessage[] {
  const told = new Map<string, string>()
  for (const { author, said } of messages) {
    const name = NUMBER.test(author) && TELLS_NAME.exec(text.slice(said, said + 60))?.[1]
    if (name && !told.has(author)) told.set(author, name)
  }
  const ends = endsOf(messages.map(one => one.author).filter(one => NUMBER.test(one)))
  return messages.map(one => {
    if (!NUMBER.test(one.author)) return one
    const name = told.get(one.author)
    const end = ends.get(one.author) ?? ''
    return name ? { ...one, author: name } : { ...one, author: `${NAMELESS}${end}`, ends: end }
  })
}
/** Stands before the end of a number that nobody named: no text says such a name. */
export const NAMELESS = '…'
export const isNameless = (one: Pick<ListedPerson, 'name'>): boolean =>
  one.name.startsWith(NAMELESS)
/**
 * How each number ends: its last two figures, or as many as tell it from the others. Numbers whose
 * last four figures are the same are *5678 n° 1*, *5678 n° 2*, in the order of their messages.
 *
 * Law     no more than four figures of a number are said.
 */
function endsOf(numbers: readonly string[]): ReadonlyMap<string, string> {
  const figures = new Map(
    numbers.map(number => [number, number.replace(/\D/g, '').slice(-OF_FRANCE)]),
  )
  const ends = new Map<string, string>()
  for (let length = 2; length <= LONGEST_END; length += 1) {
    const left = new Set([...figures.values()].filter(all => !ends.has(all)))
    for (const [end, same] of Map.groupBy(left, all => all.slice(-length)))
      if (same.length === 1) ends.set(same[0]!, end)
      else if (length === LONGEST_END)
        for (const [at, all] of same.entries()) ends.set(all, `${end} n°\u00a0${at + 1}`)
  }
  return new Map([...figures].map(([number, all]) => [number, ends.get(all) ?? '']))
}
/** So many figures are a French number without what stands before it. */
const OF_FRANCE = 9
const LONGEST_END = 4

/** Who exports an SMS is nobody's name. */
const ME = /^(?:moi|vous|toi|me|you)$/i
/** Each author once, where they first write. */
function peopleOf(messages: readonly ChatMessage[]): readonly ListedPerson[] {
  const people = new Map<string, ListedPerson>()
  for (const { author, from, said } of messages)
    if (author && !ME.test(author) && !people.has(author))
      people.set(author, { name: author, from, to: said, note: '', listed: 'present' })
  return [...people.values()]
}
