import { keeperSaid } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Print } from '../../../contract/page.ts'
import type { Paper, PrintBlock } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ToDo } from '../../../contract/slots.ts'
import { bornAt } from '../../../core/id.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import { published } from '../model/published.ts'
import { membersHere, relaysOf, relaysShown, unreadBy, type WordRow } from '../model/read.ts'
import { relay } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
type Someone = Readonly<{ id: string; name: string }>
const [ACROSS, DOWN] = [2, 4]
/** Units  points: people of eighty read them. */
const [LARGEST, SMALLEST] = [18, 8] as const
/** Nobody says *J’ai vu* on paper: news are printed for a week, the time between two strips. */
const NEWS_DAYS = 8
const MOST_LINES = 6

/**
 * *Ce qui vous attend*: one strip a person, for who has no screen: answers awaited, words, seats,
 * notices that meet theirs, each with how to answer.
 *
 * Law     a relay prints those of the people for whom they write, the keeper those whom no relay
 *         knows. What whoever prints may not read themselves stands as anybody near may read it:
 *         it names nobody and quotes nothing. A word stands on it for who carries it.
 */
export const attending: Print<Words> = {
  kind: 'ce-qui-attend',
  who: 'relay',
  make: (kit, read, words): Paper | undefined => {
    if (!kit.request.private) return undefined
    const each = peopleOf(kit, read).flatMap(one => {
      const strip = stripOf(one, kit, read, words)
      return strip ? [strip] : []
    })
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
}

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

function stripOf(
  one: Someone,
  kit: Kit,
  read: Reader,
  words: Words,
): readonly PrintBlock[] | undefined {
  const w = words.handing.strips
  const mots = unreadBy(read, one.id).filter(row => isCarriedBy(row, kit))
  const lines = linesFor(one.id, kit)
  if (mots.length + lines.length === 0) return undefined
  const whom = whoTakes(kit, read, words)
  const rest = lines.some(({ how }) => how === undefined)
  return [
    { is: 'words', words: [{ b: w.for(one.name) }] },
    ...mots.slice(0, MOST_LINES).flatMap(row => wordBlocks(row, words)),
    ...lines.slice(0, MOST_LINES).flatMap(line => lineBlocks(line, words)),
    ...(rest
      ? [{ is: 'words' as const, words: (mots.length > 0 ? w.answer : w.answerAll)(whom) }]
      : []),
  ]
}

const isCarriedBy = ({ carrier }: WordRow, { request }: Kit): boolean =>
  request.by === 'keeper' ? carrier === null : carrier === request.me

/** Without words left, which stand apart, and without old news. */
function linesFor(member: string, kit: Kit): readonly ToDo[] {
  const own = new Set(kit.waits().map(({ href }) => href))
  const heard = kit.waitsOf(member, true)
  const since = dayAfter(kit.request.today, -NEWS_DAYS)
  return kit
    .waitsOf(member, false)
    .map((line, i) => (line.isOpen || own.has(line.href) ? line : (heard[i] ?? line)))
    .filter(({ href, news }) => !href.startsWith('/moi#m-') && isFresh(news, since))
}
const isFresh = (news: string | undefined, since: string): boolean =>
  news === undefined || dayOfMoment(bornAt(news.split(':')[1] ?? '')) >= since

const wordBlocks = (row: WordRow, { handing: { strips: w } }: Words): readonly PrintBlock[] => [
  { is: 'words', words: [{ b: w.word(row.sender ?? '') }, ` ${row.said ?? ''}`] },
  ...(row.reach ? [{ is: 'words' as const, words: w.reach(row.reach) }] : []),
]
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const lineBlocks = (line: ToDo, { handing: { strips: w } }: Words): readonly PrintBlock[] => [
  { is: 'words', words: `– ${capital(line.sentence)}` },
  ...(line.how === undefined ? [] : [{ is: 'words' as const, words: w.reach(line.how) }]),
]

/** To whom one says an answer: the relay as everybody reads them, else the keeper. */
function whoTakes({ request, territory }: Kit, read: Reader, words: Words): string {
  const [own] = request.me === undefined ? [] : relaysOf(read, request.me)
  const shown = own && read.one(relay, own.id)
  return shown
    ? [shown.name, shown.where, shown.when, shown.phone].filter(Boolean).join(', ')
    : keeperSaid(territory, words.throughKeeper)
}
