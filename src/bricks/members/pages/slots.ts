import { html } from '../../../contract/html.ts'
import type { MeetingCounts } from '../../../contract/published-deals.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { orderTold, type ToDo, type ToDoReader, WAITS } from '../../../contract/to-do.ts'
import { fold } from '../../../core/letters/words.ts'
import { dayAfter, numberWord } from '../../../text/days.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { CHARGES } from '../model/commands-charges.ts'
import {
  askedToRelay,
  inThreads,
  membersHere,
  namesByNumber,
  unreadBy,
  type WordRow,
  wordsLeftBy,
  wordsToHand,
} from '../model/read.ts'
import { member, relay, word } from '../model/records.ts'
import {
  isMissedLately,
  isUnseen,
  leftOn,
  nameIn,
  stateOf,
  TOO_LATE_DAYS,
  type WordState,
} from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { onThing } from './pages-charges.ts'
import { replyLine, replySaid } from './replying.ts'

const MINE = '/moi'
const WORDS = '/mes-mots'

/**
 * Words to hand over: a relay's own; of the keeper, those that nobody else carries, and those that
 * a relay has not seen for a week. And of a member, those left for them, what they are asked, and
 * what became of the words that they left.
 */
function waits(whom: ToDoReader, read: Reader, words: typeof fr): readonly ToDo[] {
  const { by, me, today } = whom
  const toHand = (rows: readonly WordRow[]): ToDo => {
    const { names, order } = forWhom(rows, whom, read)
    const sentence = words.wordsWait(rows.length, names)
    return { href: WORDS, n: rows.length, label: words.myWords, sentence, ...order }
  }
  const waiting = (of: string | undefined) =>
    wordsToHand(read, of).filter(row => !isMissedLately(row, today))
  if (by === 'keeper') {
    const all = waiting(undefined)
    const late = all.filter(one => isUnseen(one, today, TOO_LATE_DAYS))
    const others = all.filter(one => one.carrier === null && !late.includes(one))
    return [toHand(others), { ...toHand(late), sentence: words.lateForKeeper(late.length) }]
  }
  if (me === undefined) return []
  return [
    ...unreadBy(read, me).map(row => wordForMe(row, whom, words)),
    {
      href: `${MINE}#relais`,
      list: MINE,
      n: askedToRelay(read, me),
      label: words.mine,
      sentence: words.relayAskedOfYou,
    },
    ...wordNews(whom, read, words),
    ...(by === 'relay' ? [toHand(waiting(me))] : []),
  ]
}

/**
 * For whom they are, each once; over http nobody is named. Whoever counts on a meeting comes first,
 * of today before others, and their line before what is only to be read.
 */
function forWhom(rows: readonly WordRow[], whom: ToDoReader, read: Reader) {
  const about = rows.flatMap(({ id, about }) => (about === null ? [] : [{ id, about }]))
  const threads = about.length > 0 ? read.published.slipThreads?.(about, whom) : undefined
  const counts = ({ id }: WordRow): MeetingCounts => threads?.get(id)?.counts
  const rank = (row: WordRow): number => ['today', 'later', undefined].indexOf(counts(row))
  const sorted = rows.toSorted((a, b) => rank(a) - rank(b))
  const first = sorted[0] && counts(sorted[0])
  return {
    names: whom.private ? onceEach(sorted.map(one => nameIn(one.forWhom ?? ''))) : [],
    order: first === undefined ? {} : { order: orderTold(first === 'today') },
  }
}
const onceEach = (names: readonly string[]): readonly string[] =>
  [...Map.groupBy(names, fold).values()].flatMap(([first]) => first ?? [])

const wordForMe = (row: WordRow, { private: isPrivate }: ToDoReader, words: typeof fr): ToDo => ({
  href: `${MINE}#m-${row.id}`,
  list: MINE,
  n: 1,
  label: words.mine,
  order: WAITS.PEOPLE,
  sentence: isPrivate ? words.handing.wordFor(row.sender ?? '') : words.handing.wordHeard,
})

/** What is older is no news. */
const NEWS_DAYS = 31
/**
 * A word that they left is handed over, or its person was not found. Of a thread, the last word
 * alone, and as long as nobody answered it: the thread says the rest.
 */
function wordNews(
  { me, today, private: isPrivate }: ToDoReader,
  read: Reader,
  { mine, handing }: typeof fr,
): readonly ToDo[] {
  const since = dayAfter(today, -NEWS_DAYS)
  const all = wordsLeftBy(read, me ?? '')
  const threaded = inThreads(read, all)
  const last = new Set(read.published.lastInThreads?.([...threaded]) ?? threaded)
  const own = all.length > 0 ? read.one(member, me ?? '', 'home')?.name : null
  const by = ({ sender }: WordRow): string | null => (isSameName(own, sender ?? '') ? null : sender)
  return all.flatMap((row): readonly ToDo[] => {
    if (row.answer !== null)
      return (row.answeredOn ?? '') < since
        ? []
        : [replyNews(row, isPrivate ? by(row) : undefined, { mine, handing })]
    const is = NEWS_OF[stateOf(row)]
    if (is !== 'aside' && threaded.has(row.id) && !last.has(row.id)) return []
    const of = is !== undefined && threaded.has(row.id) ? IN_THREAD[is] : is
    if (of === undefined || (row.handedOn ?? row.missedOn ?? leftOn(row)) < since) return []
    return [
      {
        href: MINE,
        about: `${MINE}#laisses`,
        n: 1,
        label: mine,
        sentence: isPrivate
          ? handing.news[of](nameIn(row.forWhom ?? ''), by(row))
          : handing.newsHeard[of],
        news: `${is}:${row.id}`,
      },
    ]
  })
}
/** What is said in a thread is no word that was left. */
const IN_THREAD = { handed: 'threadHanded', missed: 'missed', aside: 'threadAside' } as const
/**
 * What whom it was for answered, noted by who handed it over. `by`: somebody else in whose name it
 * was left; undefined where nobody is named.
 */
const replyNews = (
  row: WordRow,
  by: string | null | undefined,
  { mine, handing }: Pick<typeof fr, 'mine' | 'handing'>,
): ToDo => ({
  href: MINE,
  about: `${MINE}#laisses`,
  n: 1,
  label: mine,
  order: WAITS.PEOPLE,
  sentence:
    by === undefined
      ? handing.replyHeard
      : handing.replied(nameIn(row.forWhom ?? ''), by, replyLine(row)),
  news: `reply:${row.id}`,
})
const NEWS_OF: Partial<Record<WordState, 'handed' | 'missed' | 'aside'>> = {
  delivered: 'handed',
  missed: 'missed',
  aside: 'aside',
}

export const slots: Slots<typeof fr> = {
  questions: words => words.questions,
  onTicket: (kit, read, words, { type, id }) => {
    const row = type.name === word.name ? read.one(word, id, 'home') : undefined
    if (!row || row.answer === null) return []
    return kit.request.private
      ? [html`${replySaid(row, kit, words)}`]
      : [readElsewhere(kit.request)]
  },
  knows: (read, name) =>
    membersHere(read).some(
      row => isSameName(row.name, name) || isSameName(row.name?.split(' ')[0], name),
    ),
  numbersKnown: namesByNumber,
  seenNews: (read, id) => read.one(member, id, 'home')?.seen ?? [],
  waits,
  onRecord: onThing,
  today: (kit, read, words) => {
    const n = read.count(relay)
    return n > 0
      ? [
          {
            later: html`
              <a href="/relais">${words.relaysToday(n, numberWord(n, kit.request.lang))}</a>
            `,
          },
        ]
      : []
  },
  tools: words => [
    { href: '/habitants', words: words.list, under: 'people', about: words.toolAbout.list },
    { href: '/relais', words: words.relays, under: 'people', about: words.toolAbout.relays },
    { href: '/mes-mots', words: words.myWords, under: 'people', about: words.toolAbout.words },
    {
      href: CHARGES,
      words: words.charges.title,
      under: 'people',
      about: words.charges.tool,
    },
  ],
}
