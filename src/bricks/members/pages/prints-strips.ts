import type { Kit } from '../../../contract/kit.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper } from '../../../contract/paper.ts'
import type { StandingThread } from '../../../contract/published-deals.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ToDo } from '../../../contract/to-do.ts'
import { bornAt } from '../../../core/id.ts'
import { fold } from '../../../core/letters/words.ts'
import { capital } from '../../../text/capital.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import { wayToRelay } from '../../../ui/way-said.ts'
import { byPerson, type PersonWords } from '../model/by-person.ts'
import { published } from '../model/published.ts'
import {
  type MemberRow,
  membersHere,
  relaysShown,
  type WordRow,
  wordsToHand,
} from '../model/read.ts'
import { relay } from '../model/records.ts'
import { isMissedLately, nameIn } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { CARDS, cardsFor, type Piece, piecesOf } from './on-cards.ts'
import { threadSaid, whoTakes } from './slip-lines.ts'

type Words = typeof fr
type On = Readonly<{ kit: Kit; read: Reader; words: Words }>
type Someone = Readonly<{ id: string; name: string }>
/** Nobody says *J’ai vu* on paper: news are printed for a week, the time between two strips. */
const NEWS_DAYS = 8

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
      ...CARDS,
      each,
    }
  },
  lacks: (kit, _, words) =>
    kit.request.private ? words.handing.strips.nothing : words.handing.strips.heard,
}

/** The strips of this reader; none over http. */
export function stripsOf(kit: Kit, read: Reader, words: Words): readonly Piece[] {
  if (!kit.request.private) return []
  const own = peopleOf(kit, read)
  const ids = new Set(own.map(({ id }) => id))
  const groups = byPerson(read, wordsToPrint(kit, read), kit.request.today)
  const ofMember = ({ words: rows }: PersonWords): string | undefined =>
    rows.find(row => row.member !== null && ids.has(row.member))?.member ?? undefined
  const known = new Map(groups.map(group => [ofMember(group), group.words]))
  const others = groups.filter(group => ofMember(group) === undefined)
  const on = { kit, read, words }
  const threads = read.published.threadsFor?.(kit.request) ?? []
  // Two people of one first name are found in two places.
  const ofName = Map.groupBy(
    threads.filter(({ whom }) => whom.member === null),
    ({ whom }) => fold(whom.forWhom).trim(),
  )
  const named = others.map(({ name, words: rows }) => {
    const key = fold(name).trim()
    const of = { name, rows, lines: [], threads: ofName.get(key) ?? [] }
    ofName.delete(key)
    return of
  })
  return [
    ...own.map(({ id, name }) => ({
      name,
      rows: known.get(id) ?? [],
      lines: linesFor(id, kit),
      threads: threads.filter(({ whom }) => whom.member === id),
    })),
    ...named,
    ...[...ofName.values()].map(of => ({
      name: of[0]!.whom.forWhom,
      rows: [],
      lines: [],
      threads: of,
    })),
  ].flatMap(of => stripsFor(of, on))
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
  const relays = new Set(
    relaysShown(read).flatMap(({ id }) => read.one(relay, id, 'home')?.member ?? []),
  )
  const here = membersHere(read)
  const through = published.relaysFor(
    read,
    here.map(({ id }) => id),
  )
  const ofRelays = ({ id, keyedBy }: MemberRow): boolean =>
    [id, keyedBy, through.get(id)?.member].some(one => one != null && relays.has(one))
  return here.filter(one => !ofRelays(one)).map(({ id, name }) => ({ id, name: name ?? '' }))
}

type Waiting = Readonly<{
  name: string
  rows: readonly WordRow[]
  lines: readonly ToDo[]
  threads: readonly StandingThread[]
}>

function stripsFor({ name, rows, lines: all, threads }: Waiting, on: On): readonly Piece[] {
  const w = on.words.handing.strips
  // What a word of the thread says already is not said again.
  const isOnWord = (path: string): boolean =>
    rows.some(({ about }) => about !== null && path.endsWith(about))
  const lines = all.filter(({ href, stays }) => stays || !isOnWord(href))
  const alone = threads.filter(
    ({ state, path }) =>
      state === 'agreed' && !isOnWord(path) && !lines.some(({ href }) => href === path),
  )
  const threadOf = ({ href }: ToDo): StandingThread | undefined =>
    threads.find(({ path }) => path === href)
  const pieces = [
    ...piecesOf(rows, on),
    ...lines.flatMap(line => {
      const thread = threadBlocks(threadOf(line), on)
      const alike = lines.filter(one => isAlike(one, line) && !threadOf(one))
      if (thread.length === 0 && alike[0] !== line) return []
      return [[...lineBlocks(line, on.words, thread.length > 0 ? 1 : alike.length), ...thread]]
    }),
    ...alone.map(thread => threadBlocks(thread, on)),
  ]
  const isAsked = lines.some(({ how }) => how === undefined)
  const whom = whoTakes(on)
  const answer = (rows.length > 0 ? w.answer : w.answerAll)(whom)
  const first = nameIn(name)
  const found = wayToRelay(name.slice(first.length).replace(/^[\s,;]+/, ''))
  return cardsFor(w.for(first, found), pieces, on, isAsked ? [{ is: 'words', words: answer }] : [])
}

/** Without words left, which stand apart, and without old news. */
function linesFor(member: string, kit: Kit): readonly ToDo[] {
  const own = new Set(kit.waits().flatMap(({ href }) => (OF_A_RECORD.test(href) ? href : [])))
  const heard = kit.waitsOf(member, true)
  const since = dayAfter(kit.request.today, -NEWS_DAYS)
  return kit.waitsOf(member, false).flatMap((line, i) => {
    const isLeftOut =
      line.isOnScreen ||
      line.href.startsWith('/moi#m-') ||
      !(line.stays || isFresh(line.news, since))
    return isLeftOut ? [] : line.isOpen || own.has(line.href) ? [line] : [heard[i] ?? line]
  })
}
/** An address of one record: whoever prints reads its page. Lists and `/moi` are of each reader. */
const OF_A_RECORD = /\/[0-9a-z]{26}$/
const isFresh = (news: string | undefined, since: string): boolean =>
  news === undefined || dayOfMoment(bornAt(news.split(':')[1] ?? '')) >= since

/** What is agreed for somebody, or asked of them: with whom, when, where, about what. */
const threadBlocks = (thread: StandingThread | undefined, on: On): Piece =>
  thread ? [{ is: 'words', words: threadSaid(thread, on) }] : []

/** Lines that tell no name read the same of several threads: one stands for all. */
const isAlike = (one: ToDo, other: ToDo): boolean =>
  one.sentence === other.sentence && one.how === other.how

const lineBlocks = (line: ToDo, { handing: { strips: w } }: Words, n: number): Piece => [
  {
    is: 'words',
    words: `– ${n > 1 ? w.times(capital(line.sentence), n) : capital(line.sentence)}`,
  },
  ...(line.how === undefined ? [] : [{ is: 'words' as const, words: w.reach(line.how) }]),
]
