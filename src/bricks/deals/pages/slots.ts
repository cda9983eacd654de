import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import { orderTold, type ToDo, type ToDoReader, WAITS } from '../../../contract/to-do.ts'
import { onDay } from '../../../text/days.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { unbroken } from '../../../ui/value.ts'
import {
  isAskedToTell,
  isAwaited,
  isOff,
  meetingCounts,
  openDealsOf,
  waitingForKeeper,
} from '../model/awaited.ts'
import { callFor } from '../model/calling.ts'
import { changedFor, isToldTo, newsFor, newsKey } from '../model/news.ts'
import { type WholeDeal, wholeOf } from '../model/read.ts'
import { deal, deed } from '../model/records.ts'
import { REPORTS, reportsWaiting } from '../model/reports.ts'
import { overFor } from '../model/ride-full.ts'
import { isAskedToDrive } from '../model/ride-now.ts'
import { isHeldBy } from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import { threadsHeld } from '../model/ticketed.ts'
import type { fr } from '../words/fr.ts'
import { asksToTell, awaitedNews, awaitedOf } from './awaited-said.ts'
import { calledKey, callSaid, type ThreadCall } from './calling.ts'
import { newsOf, toldTo } from './news-said.ts'
import { fading } from './parting.ts'
import { rideAskedSaid } from './ride-asked.ts'
import { calledOf, momentSaid, titleOf } from './say.ts'
import { foldedThread, threadBody } from './thread-body.ts'
import { toAll } from './to-all.ts'
import { isReadBy } from './view.ts'

type Words = typeof fr
const MOST_DONE = 10

/** What neighbours did and agreed to tell: no place is better than another but by its day. */
const done = (kit: Kit, read: Reader, words: Words) =>
  read
    .list(deed, { where: 'doneOn IS NOT NULL', order: 'doneOn DESC, id DESC', limit: MOST_DONE })
    .map(row => ({
      day: row.doneOn ?? '',
      title: row.title ?? '',
      where: words.doneWhere(onDay(row.doneOn ?? '', kit.request.lang, kit.request.today), row.who),
      href: `/faits/${row.id}`,
    }))

/**
 * Answers that this person can give: their own, and those of the people for whom they write; the
 * keeper's, those of people without a card.
 */
function waits(whom: ToDoReader, read: Reader, words: Words): readonly ToDo[] {
  if (whom.by === 'keeper') {
    const { answers, news } = waitingForKeeper(read)
    const told = reportsWaiting(read)
    return [
      {
        href: REPORTS,
        n: told,
        label: words.reportsTitle,
        sentence: words.reportsWait(told),
        order: WAITS.PEOPLE,
      },
      ...linesFor(answers, whom, { read, words, one: awaitedOf, many: words.waitsForKeeper }),
      ...linesFor(news, whom, { read, words, one: toldTo, many: words.newsForKeeper }),
    ]
  }
  const lines = openDealsOf(read, whom.me ?? '', whom.today).flatMap(whole => {
    const line = driverLine(whole, whom, read, words) ?? lineOf(whole, whom, read, words)
    return line ? [{ href: `${DEALS}/${whole.row.id}`, list: DEALS, n: 1, ...line }] : []
  })
  return calledOnce(lines, whom, words)
}

type Line = ToDo & Readonly<{ calls?: ThreadCall }>
/** Who is called of several threads has one line, which leads to the first. */
function calledOnce(lines: readonly Line[], whom: ToDoReader, words: Words): readonly ToDo[] {
  const byWhom = Map.groupBy(lines, ({ calls, href }) => (calls ? calledKey(calls) : href))
  return [...byWhom.values()].flatMap(([first, ...others]) => {
    if (!first?.calls) return first ? [first, ...others] : []
    const { calls, ...line } = first
    const more = others.flatMap(one => one.calls ?? [])
    return [{ ...line, n: 1 + more.length, sentence: callSaid([calls, ...more], whom, words) }]
  })
}

/** What a line says: of one, who and what; of many, whom the keeper goes to. */
type KeeperLine = Readonly<{
  read: Reader
  words: Words
  one: (whole: WholeDeal, whom: ToDoReader, words: Words, read: Reader) => string | undefined
  many: (n: number, names: readonly string[]) => string
}>
/**
 * A line for each of those that are called off today, then of meetings to come, then of the oldest,
 * which leads to its thread; one for all that follow, which leads to the list. Over http, where
 * nobody is named, one line for all, which leads to the first.
 */
function linesFor(
  all: readonly WholeDeal[],
  whom: ToDoReader,
  { read, words, one, many }: KeeperLine,
): readonly ToDo[] {
  const orderOf = new Map(all.map(whole => [whole, keeperOrder(whole, whom, read)]))
  const order = (whole: WholeDeal): number => orderOf.get(whole) ?? WAITS.KEEPER_CARRIES
  const sorted = all.toSorted(
    (a, b) =>
      order(a) - order(b) || Number(isOff(b)) - Number(isOff(a)) || (a.row.id < b.row.id ? -1 : 1),
  )
  const offToday = all.filter(one => isOff(one) && order(one) === WAITS.TODAY).length
  const own = { list: DEALS, label: words.all }
  const pathOf = ({ row }: WholeDeal): string => `${DEALS}/${row.id}`
  const alone = whom.private ? sorted.slice(0, Math.max(MOST_LINES, offToday)) : []
  const [next, ...others] = sorted.slice(alone.length)
  const rest = next ? [next, ...others] : []
  const carried = rest.flatMap(({ parties }) => parties.filter(party => isToldTo(whom, party)))
  const names = whom.private ? [...new Set(carried.map(party => calledOf(party, words)))] : []
  const href = next && (whom.private && others.length > 0 ? DEALS : pathOf(next))
  return [
    ...alone.map(whole => ({
      href: pathOf(whole),
      n: 1,
      sentence: one(whole, whom, words, read) ?? many(1, []),
      order: order(whole),
      ...own,
    })),
    ...(next && href
      ? [{ href, n: rest.length, sentence: many(rest.length, names), order: order(next), ...own }]
      : []),
  ]
}
/** Whoever counts on a meeting is told first of what moves there. */
function keeperOrder(whole: WholeDeal, { today }: ToDoReader, read: Reader): number {
  const counts = meetingCounts(whole, read, today)
  return counts === undefined ? WAITS.KEEPER_CARRIES : orderTold(counts === 'today')
}
/** Of each kind, but what is off today: a keeper who carries more reads the list. */
const MOST_LINES = 4

/** An answer that is awaited, else what the other side said last, else whether it may be told. */
function lineOf(
  whole: WholeDeal,
  whom: ToDoReader,
  read: Reader,
  words: Words,
): Pick<Line, 'label' | 'sentence' | 'news' | 'stays' | 'order' | 'calls'> | undefined {
  const label = words.mine
  const order = WAITS.PEOPLE
  if (isAwaited(whole, whom)) return { label, order, sentence: awaitedNews(whole, whom, words) }
  if (newsFor(whole, whom).length > 0)
    return {
      label,
      order,
      sentence: newsAndSeats(whole, whom, read, words),
      ...seenBy(whole, whom),
    }
  const call = callFor(whole, whom, read)
  if (call) return { label, order, sentence: words.callSome, calls: { whole, call } }
  return isAskedToTell(whole, whom)
    ? { label, sentence: asksToTell(whole, whom, words) }
    : undefined
}
/** Somebody counts on a ride whose notice is closed, or rests that day: its driver has to say. */
function driverLine(
  whole: WholeDeal,
  whom: ToDoReader,
  read: Reader,
  words: Words,
): Pick<ToDo, 'label' | 'sentence' | 'order'> | undefined {
  if (!isAskedToDrive(read, whole, whom)) return undefined
  const sentence = whom.private
    ? rideAskedSaid(whole, whom, read, words)
    : words.awaitYour(words.someone, 1)
  return { label: words.mine, order: WAITS.PEOPLE, sentence }
}
/** *Ginette est d’accord (attention : 3 personnes pour 2 places)*, for the driver. */
function newsAndSeats(whole: WholeDeal, whom: ToDoReader, read: Reader, words: Words): string {
  const news = newsOf(whole, whom, words, { read })
  const over = whom.private ? overFor(read, whole, whom) : undefined
  return over ? words.overNews(news, over.taken, over.all) : news
}
/** A line that says it whole is seen where it stands; over http it says nothing. */
const seenBy = (whole: WholeDeal, whom: ToDoReader): Pick<ToDo, 'news' | 'stays'> => ({
  ...(whom.private ? { news: newsKey(whole, whom) } : {}),
  ...(changedFor(whole, whom).length > 0 ? { stays: true } : {}),
})

/** The page of a ticket: the thread that its holder began. */
function ticketed(
  kit: Kit,
  read: Reader,
  words: Words,
  { type, id, path, ticket }: Readonly<{ type: string; id: string; path: string; ticket: string }>,
): Html | undefined {
  if (type === 'offer' || type === 'need' || type === 'response')
    return byNotice(kit, read, words, { path, ticket })
  const whole = type === deal.name ? wholeOf(read, id) : undefined
  if (!whole) return undefined
  const { me: _, ...request } = kit.request
  const who = { ...request, by: 'visitor', ticket: id } as const
  return html`
    <h1${TONGUE}>${unbroken(titleOf(whole, who, words))}</h1>
    ${threadBody({ whole, who, at: path, kit, read, words })}
  `
}

/** The threads about the notice of a ticket: who answered it, and what they say. */
function byNotice(
  kit: Kit,
  read: Reader,
  words: Words,
  { path, ticket }: Readonly<{ path: string; ticket: string }>,
): Html | undefined {
  const { me: _, ...request } = kit.request
  const who = { ...request, by: 'visitor', ticket } as const
  const threads = threadsHeld(read, ticket)
  if (threads.length === 0) return undefined
  const all = threads.map(whole => {
    const others = whole.parties.filter(party => !isHeldBy(party, ticket))
    const isAnswer = whole.parties.some(party => party.ticket === ticket)
    const names = who.private ? others.map(party => calledOf(party, words)) : [words.someone]
    const thread = { whole, who, at: path, kit, read, words }
    return html`
      <section class="part" id="${whole.row.id}">
        <h2${isAnswer && TONGUE}>
          ${
            isAnswer
              ? unbroken(titleOf(whole, who, words))
              : words.answersYou(words.and(names) || words.someone)
          }
        </h2>
        ${isFolded(whole, threads) ? foldedThread(thread) : threadBody(thread)}
      </section>
    `
  })
  const areRead = threads.some(whole => isReadBy(whole, who))
  return html`${all}${areRead && html`<div class="no-print">${fading(words)}</div>`}`
}

/** Beside others, one that goes on no more. */
const isFolded = ({ state }: WholeDeal, all: readonly WholeDeal[]): boolean =>
  all.length > 1 && (state === 'fallen' || state === 'ended')

/** *Jeudi 3 décembre, avec Malo, sera annoncé comme annulé*; over http, that something is. */
function calledOff(
  { request }: Kit,
  read: Reader,
  words: Words,
  { type, id, ticket }: Readonly<{ type: string; id: string; ticket: string }>,
): readonly string[] {
  const own = type === deal.name ? wholeOf(read, id) : undefined
  const all = (own ? [own] : threadsHeld(read, ticket)).filter(
    ({ state, stands }) => state === 'agreed' || stands !== undefined,
  )
  if (!request.private) return all.length > 0 ? [words.callsOffSome] : []
  return all.map(whole => {
    const held = own ? id : ticket
    const others = whole.parties.filter(party => !isHeldBy(party, held))
    const when = momentSaid(whole.stands ?? whole.row)
    return words.callsOff(when, words.and(others.map(party => calledOf(party, words))))
  })
}

export const slots: Slots<Words> = {
  questions: words => words.questions,
  callsOff: calledOff,
  onRecord: toAll,
  ticketed,
  mine: words => [{ href: DEALS, words: words.mine, always: true }],
  tools: words => [
    { href: DEALS, words: words.all, under: 'people', about: words.toolAbout.all },
    {
      href: `${DEALS}/nouveau`,
      words: words.types.deal.add,
      under: 'in',
      about: words.toolAbout.note,
    },
  ],
  waits,
  done,
}
