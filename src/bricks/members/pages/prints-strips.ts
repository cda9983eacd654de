import { keeperSaid, keptBy } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ToDo } from '../../../contract/to-do.ts'
import { bornAt } from '../../../core/id.ts'
import { dayAfter, dayOfMoment, dayPlain } from '../../../text/days.ts'
import { POINT } from '../../../ui/board.ts'
import { byPerson, type PersonWords } from '../model/by-person.ts'
import { published } from '../model/published.ts'
import {
  membersHere,
  outOfThreads,
  relaysOf,
  relaysShown,
  signedOf,
  type WordRow,
  wordsToHand,
} from '../model/read.ts'
import { relay } from '../model/records.ts'
import { isMissedLately, leftOn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
type On = Readonly<{ kit: Kit; read: Reader; words: Words }>
type Someone = Readonly<{ id: string; name: string }>
const [ACROSS, DOWN] = [2, 4]
/** Units  points: people of eighty read them. */
const [LARGEST, SMALLEST] = [18, 8] as const
/** Nobody says *J’ai vu* on paper: news are printed for a week, the time between two strips. */
const NEWS_DAYS = 8
const MOST_LINES = 6
const MOST_LETTERS = 800

/**
 * *Ce qui vous attend*: strips by person, for who has no screen: words, answers awaited, seats,
 * notices that meet theirs, each with how to answer.
 *
 * Law     a relay prints those of the people for whom they write, the keeper those whom no relay
 *         knows. What whoever prints may not read themselves stands as anybody near may read it:
 *         it names nobody and quotes nothing.
 * Law     each word that whoever prints carries stands on it whole, for whomever it is. Left out:
 *         what waits for somebody else than those people, but for such words; words that were put
 *         aside, and those of a person whom one did not find these days.
 */
export const attending: Print<Words> = {
  kind: 'ce-qui-attend',
  who: 'relay',
  make: (kit, read, words): Paper | undefined => {
    const each = stripsOf(kit, read, words)
    if (each.length === 0) return undefined
    return {
      title: words.handing.strips.title,
      lang: kit.request.lang,
      size: 'a4',
      layout: 'cards',
      points: SMALLEST,
      grows: LARGEST,
      across: ACROSS,
      down: DOWN,
      blocks: [],
      each,
    }
  },
  lacks: (kit, _, words) =>
    kit.request.private ? words.handing.strips.nothing : words.handing.strips.heard,
}

/** The strips of this reader; none over http. */
export function stripsOf(kit: Kit, read: Reader, words: Words): readonly Strip[] {
  if (!kit.request.private) return []
  const own = peopleOf(kit, read)
  const ids = new Set(own.map(({ id }) => id))
  const groups = byPerson(read, wordsToPrint(kit, read), kit.request.today)
  const ofMember = ({ words: rows }: PersonWords): string | undefined =>
    rows.find(row => row.member !== null && ids.has(row.member))?.member ?? undefined
  const known = new Map(groups.map(group => [ofMember(group), group.words]))
  const others = groups.filter(group => ofMember(group) === undefined)
  const on = { kit, read, words }
  return [
    ...own.flatMap(({ id, name }) => {
      const rows = outOfThreads(read, known.get(id) ?? [])
      return stripsFor({ name, rows, lines: linesFor(id, kit) }, on)
    }),
    ...others.flatMap(({ name, words: rows }) => stripsFor({ name, rows, lines: [] }, on)),
  ]
}

/** Words that whoever prints carries, but for people who were not found these days. */
const wordsToPrint = ({ request }: Kit, read: Reader): readonly WordRow[] =>
  wordsToHand(read, request.me)
    .filter(row => request.by !== 'keeper' || row.carrier === null)
    .filter(row => !isMissedLately(row, request.today))

/** For whom one prints: those of a relay; of the keeper, those of no relay. */
export function peopleOf({ request }: Kit, read: Reader): readonly Someone[] {
  if (request.by !== 'keeper')
    return request.me === undefined ? [] : published.spokenForBy(read, request.me)
  const relays = relaysShown(read).flatMap(({ id }) => read.one(relay, id, 'home')?.member ?? [])
  const known = new Set(
    relays.flatMap(id => published.spokenForBy(read, id).map(one => one.id)).concat(relays),
  )
  return membersHere(read)
    .filter(({ id }) => !known.has(id))
    .map(({ id, name }) => ({ id, name: name ?? '' }))
}

type Waiting = Readonly<{ name: string; rows: readonly WordRow[]; lines: readonly ToDo[] }>
type Strip = readonly PrintBlock[]

function stripsFor({ name, rows, lines }: Waiting, on: On): readonly Strip[] {
  const w = on.words.handing.strips
  const all = [
    ...rows.map(row => wordBlocks(row, on)),
    ...lines.map(line => lineBlocks(line, on.words)),
  ]
  const parts = inParts(all)
  const isAsked = lines.some(({ how }) => how === undefined)
  const whom = isAsked && whoTakes(on)
  return parts.map((part, i) => [
    { is: 'words', words: [{ b: w.for(name) }] },
    ...part.flat(),
    ...(whom && i === parts.length - 1
      ? [{ is: 'words' as const, words: (rows.length > 0 ? w.answer : w.answerAll)(whom) }]
      : []),
    { is: 'small' as const, words: foot(on) },
  ])
}

/** *imprimé le 5 décembre · à rapporter, si ce n’est pas pour vous, à Anaïs*. */
const foot = ({ kit: { request }, read, words }: On): string => {
  const day = dayPlain(request.today, request.lang, request.today)
  return `${words.handing.strips.printed(day)}${POINT}${words.prints.keeper(keptBy(read))}`
}

/** What stands on one strip: nobody's words are cut, the rest goes on another. */
function inParts(all: readonly Strip[]): readonly (readonly Strip[])[] {
  const parts: Strip[][] = []
  let letters = 0
  for (const blocks of all) {
    const long = JSON.stringify(blocks).length
    const last = parts.at(-1)
    if (last && last.length < MOST_LINES && letters + long <= MOST_LETTERS) {
      last.push(blocks)
      letters += long
    } else {
      parts.push([blocks])
      letters = long
    }
  }
  return parts
}

/** Without words left, which stand apart, and without old news. */
function linesFor(member: string, kit: Kit): readonly ToDo[] {
  const own = new Set(kit.waits().flatMap(({ href }) => (OF_A_RECORD.test(href) ? href : [])))
  const heard = kit.waitsOf(member, true)
  const since = dayAfter(kit.request.today, -NEWS_DAYS)
  return kit.waitsOf(member, false).flatMap((line, i) => {
    const isLeftOut = line.href.startsWith('/moi#m-') || !(line.stays || isFresh(line.news, since))
    return isLeftOut ? [] : line.isOpen || own.has(line.href) ? [line] : [heard[i] ?? line]
  })
}
/** An address of one record: whoever prints reads its page. Lists and `/moi` are of each reader. */
const OF_A_RECORD = /\/[0-9a-z]{26}$/
const isFresh = (news: string | undefined, since: string): boolean =>
  news === undefined || dayOfMoment(bornAt(news.split(':')[1] ?? '')) >= since

/** A word as its slip says it: who signs it, when it was left, how to answer. */
function wordBlocks(row: WordRow, { kit: { request }, read, words }: On): readonly PrintBlock[] {
  const w = words.handing.strips
  const left = dayPlain(leftOn(row), request.lang, request.today)
  return [
    { is: 'words', words: [{ b: w.word(signedOf(row, read, words), left) }, ` ${row.said ?? ''}`] },
    ...(row.reach ? [{ is: 'words' as const, words: w.reach(row.reach) }] : []),
  ]
}
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const lineBlocks = (line: ToDo, { handing: { strips: w } }: Words): readonly PrintBlock[] => [
  { is: 'words', words: `– ${capital(line.sentence)}` },
  ...(line.how === undefined ? [] : [{ is: 'words' as const, words: w.reach(line.how) }]),
]

/** To whom one says an answer: the relay as everybody reads them, else the keeper. */
function whoTakes({ kit: { request, territory }, read, words }: On): string {
  const [own] = request.me === undefined ? [] : relaysOf(read, request.me)
  const shown = own && read.one(relay, own.id)
  return shown
    ? [shown.name, shown.where, shown.when, shown.phone].filter(Boolean).join(', ')
    : keeperSaid(territory, words.throughKeeper)
}
