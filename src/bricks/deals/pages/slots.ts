import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import type { ToDo, ToDoReader } from '../../../contract/to-do.ts'
import { onDay } from '../../../text/days.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { isAskedToTell, isAwaited, openDealsOf, waitingForKeeper } from '../model/awaited.ts'
import { newsFor } from '../model/news.ts'
import { type WholeDeal, wholeOf } from '../model/read.ts'
import { deal, deed } from '../model/records.ts'
import { REPORTS, reportsWaiting } from '../model/reports.ts'
import { isHeldBy } from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import { threadsHeld } from '../model/ticketed.ts'
import type { fr } from '../words/fr.ts'
import { threadBody } from './pages-one.ts'
import { calledOf, newsOf, titleOf } from './say.ts'

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
      ...firstOf(answers, words.all, words.waitsForKeeper),
      ...firstOf(news, words.all, words.newsForKeeper),
    ]
  }
  return openDealsOf(read, whom.me ?? '', whom.today).flatMap(whole => {
    const sentence = sentenceOf(whole, whom, words)
    if (sentence === undefined) return []
    return [{ href: `${DEALS}/${whole.row.id}`, list: DEALS, n: 1, label: words.mine, sentence }]
  })
}

/** One line for all of them, which leads to the oldest. */
function firstOf(
  all: readonly WholeDeal[],
  label: string,
  sentence: (n: number) => string,
): readonly ToDo[] {
  const oldest = all.toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1))[0]
  if (!oldest) return []
  const href = `${DEALS}/${oldest.row.id}`
  return [{ href, list: DEALS, n: all.length, label, sentence: sentence(all.length) }]
}

/** An answer that is awaited, else what the other side said last, else whether it may be told. */
function sentenceOf(whole: WholeDeal, whom: ToDoReader, words: Words): string | undefined {
  if (isAwaited(whole, whom)) return awaits(whole, whom, words)
  if (newsFor(whole, whom).length > 0) return newsOf(whole, whom, words)
  return isAskedToTell(whole, whom) ? words.asksToTell : undefined
}

/** *Élodie attend votre réponse*: over http, nobody is named. */
function awaits(
  { parties }: WholeDeal,
  { me, private: isPrivate }: ToDoReader,
  words: Words,
): string {
  const others = parties
    .filter(({ member }) => member === null || member !== me)
    .map(party => calledOf(party, words))
  return isPrivate && others.length > 0
    ? words.awaitYour(words.and(others), others.length)
    : words.awaitYour(words.someone, 1)
}

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
