import type { Ask, Markup, Reader } from '../../core/brick.ts'
import type { Indicator, Slots } from '../../core/slots.ts'
import { onDay } from '../../ui/days.ts'
import { html } from '../../ui/html.ts'
import type { fr } from './fr.ts'
import { doneByMode, waitingForKeeper } from './read.ts'
import { deed } from './records.ts'
import { isManyEnough } from './rules.ts'

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

/** What is told; what was done, in each way, once there is enough of it to tell of nobody. */
function indicator(read: Reader, words: Words): readonly Indicator[] {
  const modes = doneByMode(read)
  const all = [...modes.values()].reduce((sum, n) => sum + n, 0)
  const known: Readonly<Record<string, string>> = words.indicators.modes
  const figures = [
    { words: words.indicators.done, value: all },
    ...Object.keys(known).map(mode => ({ words: known[mode] ?? mode, value: modes.get(mode) ?? 0 })),
  ]
  return [{ words: words.indicators.told, value: read.count(deed) }, ...figures.filter(({ value }) => isManyEnough(value))]
}

/** Those whom the keeper has to ask: nobody else can note their answer. */
function waits(_ask: Ask, read: Reader, words: Words): readonly Markup[] {
  const count = waitingForKeeper(read)
  return count > 0 ? [html`<a href="${PATH}">${words.waitsForKeeper(count)}</a>`] : []
}

export const slots: Slots<Words> = {
  mine: words => [{ href: PATH, words: words.mine }],
  tools: words => [
    { href: PATH, words: words.all },
    { href: `${PATH}/nouveau`, words: words.types.deal.add },
  ],
  waits,
  done,
  indicator,
}
