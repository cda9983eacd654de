import type { Ask, Markup, Reader } from '../../core/brick.ts'
import type { Slots } from '../../core/slots.ts'
import { notices } from '../../ui/board.ts'
import { html } from '../../ui/html.ts'
import { WALL } from './commands.ts'
import type { fr } from './fr.ts'
import { ruleOf, standingIn } from './read.ts'

/** What waits for the keeper: messages to read, and those that somebody finds wrong. */
function waits(ask: Ask, read: Reader, words: typeof fr): readonly Markup[] {
  const all = standingIn(read, ask.lived())
  const [toRead, bothers] = [all.filter(row => row.state === 'waiting').length, all.filter(row => row.bothers).length]
  const said = [toRead > 0 && words.waitsToRead(toRead), bothers > 0 && words.waitsBothers(bothers)]
  return said.filter(one => one !== false).map(sentence => html`<a href="${WALL}">${sentence}</a>`)
}

/** The home page leads there, and says nothing of what is on it. */
export const slots: Slots<typeof fr> = {
  home: (_ask, read, words) => [
    {
      order: 70,
      row: 'low',
      side: 'wall',
      title: words.title,
      body: notices([
        html`<li><h3><a href="${WALL}">${words.home}</a></h3><p class="where">${words.homeHint(words.keeps[ruleOf(read).keeps])}</p></li>`,
      ]),
    },
  ],
  tools: words => [{ href: WALL, words: words.title, under: 'people' }],
  waits,
}
