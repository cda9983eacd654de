import type { Member } from '../../../contract/command.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Awaited, Slots, Waiting } from '../../../contract/slots.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { numberWord } from '../../../text/days.ts'
import { html } from '../../../ui/html.ts'
import { askedToRelay, contactsOf, membersHere, unreadBy, wordsToHand } from '../model/read.ts'
import { member, relay, word } from '../model/records.ts'
import { isUnseen, TOO_LATE_DAYS } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

const MINE = '/moi'
const WORDS = '/mes-mots'

/** A member who is still here is a neighbour; one who accepted to pass words on, a relay. */
function memberHere(read: Reader, id: string): Member | undefined {
  const one = read.one(member, id, 'home')
  if (!one || one.state === 'left') return undefined
  const isRelay = read.count(relay, { where: "member = ? AND state = 'accepted'", with: [id] }, 'home') > 0
  return { role: isRelay ? 'relay' : 'neighbour', name: one.name ?? '' }
}

/**
 * Words to hand over: a relay's own; of the keeper, those that nobody else carries, and those that a relay has not seen for a week. And
 * of a member, those left for them, and what they are asked.
 */
function waits({ by, me, today }: Awaited, read: Reader, words: typeof fr): readonly Waiting[] {
  const toHand = (n: number): Waiting => ({ href: WORDS, n, label: words.myWords, sentence: words.wordsWait(n) })
  if (by === 'keeper') {
    const all = wordsToHand(read, undefined)
    const late = all.filter(one => isUnseen(one, today, TOO_LATE_DAYS))
    const others = all.filter(one => one.carrier === null && !late.includes(one))
    return [toHand(others.length), { ...toHand(late.length), sentence: words.lateForKeeper(late.length) }]
  }
  if (me === undefined) return []
  const mine = unreadBy(read, me)
  return [
    { href: MINE, n: mine, label: words.mine, sentence: words.wordsForYou(mine) },
    { href: MINE, n: askedToRelay(read, me), label: words.mine, sentence: words.relayAskedOfYou },
    ...(by === 'relay' ? [toHand(wordsToHand(read, me).length)] : []),
  ]
}

/** Who has each word about this record that is not handed over yet: its relay, as everybody reads them, else the keeper. */
function wordsAbout(id: string, read: Reader): readonly string[] {
  const all = read.list(word, { where: 'about = ? AND handedOn IS NULL AND aside IS NULL', with: [id], limit: 50 }, 'home')
  const by = all.map(row => (row.relay === null ? undefined : read.one(relay, row.relay)))
  return [...new Set(by.map(one => (one ? [one.name, one.where, one.when].filter(Boolean).join(', ') : '')))]
}

export const slots: Slots<typeof fr> = {
  member: memberHere,
  knows: (read, name) => membersHere(read).some(row => isSameName(row.name, name) || isSameName(row.name?.split(' ')[0], name)),
  seenNews: (read, id) => read.one(member, id, 'home')?.seen ?? [],
  ownPhones: (read, id) => contactsOf(read, id).flatMap(row => (row.phone === null ? [] : [row.phone])),
  waits,
  fate: (type, id, read) => {
    const row = type === word.name ? read.one(word, id, 'home') : undefined
    return row && { state: row.handedOn !== null ? 'delivered' : row.aside !== null ? 'aside' : row.seenOn !== null ? 'read' : 'carried' }
  },
  toGet: wordsAbout,
  answered: (id, read) => read.count(word, { where: 'about = ?', with: [id], limit: 1 }, 'home') > 0,
  today: (ask, read, words) => {
    const n = read.count(relay)
    return n > 0 ? [html`<a href="/relais">${words.relaysToday(n, numberWord(n, ask.lang))}</a>`] : []
  },
  tools: words => [
    { href: '/habitants', words: words.list, under: 'people' },
    { href: '/relais', words: words.relays, under: 'people' },
    { href: '/mes-mots', words: words.myWords, under: 'people' },
  ],
}
