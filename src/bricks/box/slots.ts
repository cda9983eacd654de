import type { Ask, Markup, Reader } from '../../core/brick.ts'
import type { Slots } from '../../core/slots.ts'
import { html } from '../../ui/html.ts'
import type { fr } from './fr.ts'
import { BAG } from './kit-bag/commands.ts'
import { missingIn } from './kit-bag/read.ts'
import { LOST } from './lost-page.ts'
import { BOX } from './pages.ts'
import { PAPERS } from './papers/page.ts'
import { type Trouble, troublesIn } from './rules.ts'

type Words = typeof fr

export const slots: Slots<Words> = {
  tools: words => [
    { href: BOX, words: words.title, under: 'box' },
    { href: PAPERS, words: words.papers.title, under: 'paper' },
    { href: BAG, words: words.kitBag.title, under: 'paper' },
  ],
  lost: words => ({ href: LOST, words: words.lostLink }),
  waits: (_ask, read, words) => [...said(read, words, () => true, sentence), ...notBack(read, words)],
  /** On the first page, to its keeper alone, and only what is grave: the machine is not looked at for anybody else. */
  today: (ask: Ask, read, words) => (ask.by === 'keeper' ? said(read, words, one => one.isGrave) : []),
}

function notBack(read: Reader, { kitBag }: Words): readonly Markup[] {
  const n = missingIn(read).length
  return n > 0 ? [html`<a href="${BAG}">${kitBag.waits(n)}</a>`] : []
}

/** Alone on its line; on the first page it is a piece of one. */
const sentence = (piece: string): string => `${piece.charAt(0).toUpperCase()}${piece.slice(1)}.`

function said(read: Reader, words: Words, which: (one: Trouble) => boolean, as = (piece: string): string => piece): readonly Markup[] {
  const machine = read.machine()
  const all = machine ? troublesIn(machine).filter(which) : []
  return all.map(({ what }) => html`<a href="${BOX}">${as(words.troublesShort[what])}</a>`)
}
