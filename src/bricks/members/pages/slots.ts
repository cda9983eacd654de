import { html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots } from '../../../contract/slots.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { type ToDo, type ToDoReader, WAITS } from '../../../contract/to-do.ts'
import { dayAfter, numberWord } from '../../../text/days.ts'
import {
  askedToRelay,
  inThreads,
  membersHere,
  unreadBy,
  type WordRow,
  wordsLeftBy,
  wordsToHand,
} from '../model/read.ts'
import { member, relay } from '../model/records.ts'
import {
  isMissedLately,
  isUnseen,
  leftOn,
  stateOf,
  TOO_LATE_DAYS,
  type WordState,
} from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

const MINE = '/moi'
const WORDS = '/mes-mots'

/**
 * Words to hand over: a relay's own; of the keeper, those that nobody else carries, and those that
 * a relay has not seen for a week. And of a member, those left for them, what they are asked, and
 * what became of the words that they left.
 */
function waits(whom: ToDoReader, read: Reader, words: typeof fr): readonly ToDo[] {
  const { by, me, today } = whom
  const toHand = (n: number): ToDo => ({
    href: WORDS,
    n,
    label: words.myWords,
    sentence: words.wordsWait(n),
  })
  const waiting = (of: string | undefined) =>
    wordsToHand(read, of).filter(row => !isMissedLately(row, today))
  if (by === 'keeper') {
    const all = waiting(undefined)
    const late = all.filter(one => isUnseen(one, today, TOO_LATE_DAYS))
    const others = all.filter(one => one.carrier === null && !late.includes(one))
    return [
      toHand(others.length),
      { ...toHand(late.length), sentence: words.lateForKeeper(late.length) },
    ]
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
    ...(by === 'relay' ? [toHand(waiting(me).length)] : []),
  ]
}

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
/** A word that they left is handed over, or its person was not found. */
function wordNews(
  { me, today, private: isPrivate }: ToDoReader,
  read: Reader,
  { mine, handing }: typeof fr,
): readonly ToDo[] {
  const since = dayAfter(today, -NEWS_DAYS)
  const all = wordsLeftBy(read, me ?? '')
  const threaded = inThreads(read, all)
  return all.flatMap((row): readonly ToDo[] => {
    const is = NEWS_OF[stateOf(row)]
    const of = is === 'aside' && threaded.has(row.id) ? 'threadAside' : is
    if (of === undefined || (row.handedOn ?? row.missedOn ?? leftOn(row)) < since) return []
    return [
      {
        href: MINE,
        about: `${MINE}#laisses`,
        n: 1,
        label: mine,
        sentence: isPrivate ? handing.news[of](nameIn(row.forWhom ?? '')) : handing.newsHeard[of],
        news: `${of}:${row.id}`,
      },
    ]
  })
}
/** *Ginette, 04 77…*: whoever left the word knows how to reach her. */
const nameIn = (forWhom: string): string => forWhom.split(/\s*[,;(]|\s+(?=\+?\d)/)[0] || forWhom
const NEWS_OF: Partial<Record<WordState, 'handed' | 'missed' | 'aside'>> = {
  delivered: 'handed',
  missed: 'missed',
  aside: 'aside',
}

export const slots: Slots<typeof fr> = {
  knows: (read, name) =>
    membersHere(read).some(
      row => isSameName(row.name, name) || isSameName(row.name?.split(' ')[0], name),
    ),
  seenNews: (read, id) => read.one(member, id, 'home')?.seen ?? [],
  waits,
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
  ],
}
