import type { Ask, Markup, Member, Reader } from '../../core/brick.ts'
import type { Slots } from '../../core/slots.ts'
import { numberWord } from '../../ui/days.ts'
import { html } from '../../ui/html.ts'
import type { fr } from './fr.ts'
import { wordsCarried } from './read.ts'
import { member, relay } from './records.ts'
import { isUnseen, TOO_LATE_DAYS } from './rules.ts'

/** A member who is still here is a neighbour; one who accepted to pass words on, a relay. */
function memberHere(read: Reader, id: string): Member | undefined {
  const one = read.one(member, id, 'home')
  if (!one || one.state === 'left') return undefined
  const isRelay = read.count(relay, { where: "member = ? AND state = 'accepted'", with: [id] }, 'home') > 0
  return { role: isRelay ? 'relay' : 'neighbour', name: one.name ?? '' }
}

/** Words that wait for somebody to see them: the keeper is told after a week. */
function waits(ask: Ask, read: Reader, words: typeof fr): readonly Markup[] {
  const late = wordsCarried(read, undefined).filter(one => isUnseen(one, ask.today, TOO_LATE_DAYS)).length
  return late > 0 ? [html`<a href="/mes-mots">${words.lateForKeeper(late)}</a>`] : []
}

export const slots: Slots<typeof fr> = {
  member: memberHere,
  waits,
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
