import { isBelieved } from '../../core/boxes.ts'
import type { Ask, Markup, Reader } from '../../core/brick.ts'
import type { Slots } from '../../core/slots.ts'
import { notices } from '../../ui/board.ts'
import { html } from '../../ui/html.ts'
import { BOXES } from './commands.ts'
import { REQUESTS } from './commands-requests.ts'
import type { fr } from './fr.ts'
import { newestArrival, waitingRequests } from './read.ts'
import { asks } from './rules.ts'
import { lately } from './say.ts'

/** What waits for the keeper: boxes that ask to be recognised or accepted, and news that were much for one time. */
function waits(_ask: Ask, read: Reader, words: typeof fr): readonly Markup[] {
  const { others } = read.boxes()
  const callers = new Map(others.map(one => [one.name, one.called]))
  const asking = others
    .filter(asks)
    .map(one =>
      one.known === 'introduced'
        ? words.waitsYes(one.called, words.and(one.introducedBy.map(name => callers.get(name) ?? '')))
        : words.waitsRecognised(one.words),
    )
  const much = others.filter(one => isBelieved(one) && one.isFull).map(one => words.waitsMuch(one.called))
  const asked = waitingRequests(read).length
  const requests = asked > 0 ? [html`<a href="${REQUESTS}">${words.waitsRequests(asked)}</a>`] : []
  return [...[...asking, ...much].map(sentence => html`<a href="${BOXES}">${sentence}</a>`), ...requests]
}

export const slots: Slots<typeof fr> = {
  // A page alone has no need of a courier: nothing is said of it until another box is known.
  home: (_ask, read, words) => {
    if (!read.boxes().others.some(isBelieved)) return []
    const way = (to: string, title: string, where: string) =>
      html`<li><h3><a href="/nouvelles#${to}">${title}</a></h3><p class="where">${where}</p></li>`
    const body = notices([way('emporter', words.carry, words.carryHome), way('apporter', words.bring, words.bringHome)])
    return [{ order: 60, row: 'low', side: 'news', title: words.homeTitle, more: { href: '/nouvelles', words: words.homeMore }, body }]
  },
  tools: words => [
    { href: BOXES, words: words.boxes, under: 'box' },
    { href: REQUESTS, words: words.requests, under: 'answers' },
  ],
  waits,
  today: (ask, read, words) => {
    const newest = newestArrival(read, ask.today)
    if (!newest) return []
    return [html`<a href="/nouvelles">${words.newsToday(newest.box.called, lately(newest.day, ask, words))}</a>`]
  },
}
