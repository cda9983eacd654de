import { html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Slots, ToDo, ToDoReader } from '../../../contract/slots.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { numberWord } from '../../../text/days.ts'
import { askedToRelay, membersHere, unreadBy, wordsToHand } from '../model/read.ts'
import { member, relay } from '../model/records.ts'
import { isUnseen, TOO_LATE_DAYS } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

const MINE = '/moi'
const WORDS = '/mes-mots'

/**
 * Words to hand over: a relay's own; of the keeper, those that nobody else carries, and those that
 * a relay has not seen for a week. And of a member, those left for them, and what they are asked.
 */
function waits({ by, me, today }: ToDoReader, read: Reader, words: typeof fr): readonly ToDo[] {
  const toHand = (n: number): ToDo => ({
    href: WORDS,
    n,
    label: words.myWords,
    sentence: words.wordsWait(n),
  })
  if (by === 'keeper') {
    const all = wordsToHand(read, undefined)
    const late = all.filter(one => isUnseen(one, today, TOO_LATE_DAYS))
    const others = all.filter(one => one.carrier === null && !late.includes(one))
    return [
      toHand(others.length),
      { ...toHand(late.length), sentence: words.lateForKeeper(late.length) },
    ]
  }
  if (me === undefined) return []
  const mine = unreadBy(read, me)
  return [
    { href: MINE, n: mine, label: words.mine, sentence: words.wordsForYou(mine) },
    { href: MINE, n: askedToRelay(read, me), label: words.mine, sentence: words.relayAskedOfYou },
    ...(by === 'relay' ? [toHand(wordsToHand(read, me).length)] : []),
  ]
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
      ? [html`<a href="/relais">${words.relaysToday(n, numberWord(n, kit.request.lang))}</a>`]
      : []
  },
  tools: words => [
    { href: '/habitants', words: words.list, under: 'people', about: words.toolAbout.list },
    { href: '/relais', words: words.relays, under: 'people', about: words.toolAbout.relays },
    { href: '/mes-mots', words: words.myWords, under: 'people', about: words.toolAbout.words },
  ],
}
