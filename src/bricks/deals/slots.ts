import type { Ask, Markup, Reader } from '../../core/brick.ts'
import type { Slots } from '../../core/slots.ts'
import { onDay } from '../../ui/days.ts'
import { html } from '../../ui/html.ts'
import { dealFigures } from './figures.ts'
import type { fr } from './fr.ts'
import { waitingForKeeper } from './read.ts'
import { deed } from './records.ts'

type Words = typeof fr
const MOST_DONE = 10
const PATH = '/arrangements'

/** What neighbours did and agreed to tell: no place is better than another but by its day. */
const done = (ask: Ask, read: Reader, words: Words) =>
  read.list(deed, { where: 'doneOn IS NOT NULL', order: 'doneOn DESC, id DESC', limit: MOST_DONE }).map(row => ({
    day: row.doneOn ?? '',
    title: row.title ?? '',
    where: words.doneWhere(onDay(row.doneOn ?? '', ask.lang, ask.today), row.who),
    href: `/faits/${row.id}`,
  }))

/** Those whom the keeper has to ask: nobody else can note their answer. */
function waits(_ask: Ask, read: Reader, words: Words): readonly Markup[] {
  const count = waitingForKeeper(read)
  return count > 0 ? [html`<a href="${PATH}">${words.waitsForKeeper(count)}</a>`] : []
}

export const slots: Slots<Words> = {
  mine: words => [{ href: PATH, words: words.mine }],
  tools: words => [
    { href: PATH, words: words.all, under: 'people' },
    { href: `${PATH}/nouveau`, words: words.types.deal.add, under: 'in' },
  ],
  waits,
  done,
  indicator: dealFigures,
}
