import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import { type ToDo, type ToDoReader, WAITS } from '../../../contract/to-do.ts'
import { onDay } from '../../../text/days.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { isAskedToTell, isAwaited, openDealsOf, waitingForKeeper } from '../model/awaited.ts'
import { changedFor, isToldTo, newsFor, newsKey } from '../model/news.ts'
import { type WholeDeal, wholeOf } from '../model/read.ts'
import { deal, deed } from '../model/records.ts'
import { REPORTS, reportsWaiting } from '../model/reports.ts'
import { isHeldBy } from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import { threadsHeld } from '../model/ticketed.ts'
import type { fr } from '../words/fr.ts'
import { awaitedNews, awaitedOf, newsOf, toldTo } from './news-said.ts'
import { threadBody } from './pages-one.ts'
import { calledOf, titleOf } from './say.ts'
import { toAll } from './to-all.ts'

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
      { href: REPORTS, n: told, label: words.reportsTitle, sentence: words.reportsWait(told) },
      ...firstOf(answers, whom, words, { one: awaitedOf, many: words.waitsForKeeper }),
      ...firstOf(news, whom, words, { one: toldTo, many: words.newsForKeeper }),
    ]
  }
  return openDealsOf(read, whom.me ?? '', whom.today).flatMap(whole => {
    const line = lineOf(whole, whom, words)
    return line ? [{ href: `${DEALS}/${whole.row.id}`, list: DEALS, n: 1, ...line }] : []
  })
}

/** What one line says of all of them: of one, who and what; of many, whom the keeper goes to. */
type KeeperLine = Readonly<{
  one: (whole: WholeDeal, whom: ToDoReader, words: Words) => string | undefined
  many: (n: number, names: readonly string[]) => string
}>
/** One line for all of them, which leads to the oldest. */
function firstOf(
  all: readonly WholeDeal[],
  whom: ToDoReader,
  words: Words,
  { one, many }: KeeperLine,
): readonly ToDo[] {
  const oldest = all.toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1))[0]
  if (!oldest) return []
  const carried = all.flatMap(({ parties }) => parties.filter(party => isToldTo(whom, party)))
  const names = whom.private ? [...new Set(carried.map(party => calledOf(party, words)))] : []
  const alone = all.length === 1 ? one(oldest, whom, words) : undefined
  const sentence = alone ?? many(all.length, names)
  const href = `${DEALS}/${oldest.row.id}`
  const order = WAITS.KEEPER_CARRIES
  return [{ href, list: DEALS, n: all.length, label: words.all, sentence, order }]
}

/** An answer that is awaited, else what the other side said last, else whether it may be told. */
function lineOf(
  whole: WholeDeal,
  whom: ToDoReader,
  words: Words,
): Pick<ToDo, 'label' | 'sentence' | 'news' | 'stays' | 'order'> | undefined {
  const label = words.mine
  const order = WAITS.PEOPLE
  if (isAwaited(whole, whom)) return { label, order, sentence: awaitedNews(whole, whom, words) }
  if (newsFor(whole, whom).length > 0)
    return { label, order, sentence: newsOf(whole, whom, words), ...seenBy(whole, whom) }
  return isAskedToTell(whole, whom) ? { label, sentence: words.asksToTell } : undefined
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
    <h1${TONGUE}>${titleOf(whole, who, words)}</h1>
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
  return html`${threads.map(whole => {
    const others = whole.parties.filter(party => !isHeldBy(party, ticket))
    const isAnswer = whole.parties.some(party => party.ticket === ticket)
    const names = who.private ? others.map(party => calledOf(party, words)) : [words.someone]
    return html`
      <section class="part">
        <h2${TONGUE}>
          ${
            isAnswer
              ? titleOf(whole, who, words)
              : words.answersYou(words.and(names) || words.someone)
          }
        </h2>
        ${threadBody({ whole, who, at: path, kit, read, words })}
      </section>
    `
  })}`
}

export const slots: Slots<Words> = {
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
