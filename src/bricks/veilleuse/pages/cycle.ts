import { plainText } from '../../../contract/html.ts'
import type { Ask } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { ofList, type WatchPanel, type WatchSource } from '../../../contract/watch.ts'
import { localMoment } from '../../../core/calendar/hours.ts'
import { fold } from '../../../core/letters/words.ts'
import { weekday } from '../../../text/days.ts'
import { type Choice, choiceIn } from '../model/read.ts'
import { type Cycle, cycleOf, isNight, roundsIn, roundsSaid } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const TODAY_LINES = 3

/** *Aujourd'hui*, one panel for its few sentences: only when the box knows what day it is. */
function today(ask: Ask, words: Words): readonly WatchSource[] {
  if (!ask.sure) return []
  const said = ask
    .onToday()
    .slice(0, TODAY_LINES)
    .map(piece => plainText(piece))
  const panel: WatchPanel = {
    key: '0',
    title: said.map(line => line.charAt(0).toLocaleUpperCase(ask.lang) + line.slice(1)).join('\n'),
  }
  const label = words.today(weekday(ask.today, ask.lang))
  return [
    {
      kind: 'today',
      order: 0,
      side: 'today',
      label,
      most: 1,
      ...ofList(said.length === 0 ? [] : [panel]),
    },
  ]
}

/** *Ça s'est fait*: each line of it in its turn. */
function done(ask: Ask, words: Words): readonly WatchSource[] {
  const keyOf = (day: string, title: string): string =>
    `${day.replaceAll('-', '')}-${fold(title)
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 24)}`
  const panels = ask.done().map(
    (line): WatchPanel => ({
      key: keyOf(line.day, line.title),
      title: line.title,
      under: line.where,
    }),
  )
  return [{ kind: 'done', order: 50, side: 'done', label: words.done, most: 1, ...ofList(panels) }]
}

/** Everything that may turn on this screen. */
export const sourcesOf = (ask: Ask, words: Words): readonly WatchSource[] => [
  ...today(ask, words),
  ...ask.watch(),
  ...done(ask, words),
]

/**
 * When this screen was lit: one panel at a time, the address remembers it until the first cycle is
 * over.
 */
export function litAt(ask: Ask): number {
  const { depuis } = ask.query
  return typeof depuis === 'string' && /^\d{1,12}$/.test(depuis) ? Number(depuis) * 1000 : ask.now
}

export type Shown = Cycle & Readonly<{ choice: Choice; night: boolean; suite: string }>

/** The cycle that this address asks for, as the keeper lets it turn; photos wait for the day. */
export function shownNow(ask: Ask, read: Reader, words: Words): Shown {
  const choice = choiceIn(read)
  const night =
    ask.sure && isNight(localMoment(ask.now).slice(11, 16), choice.nightFrom, choice.nightUntil)
  const asked = ask.query['suite']
  const rounds = roundsIn(typeof asked === 'string' ? asked : '')
  const without = night ? [...choice.without, 'photo'] : choice.without
  const cycle = cycleOf(sourcesOf(ask, words), without, rounds, litAt(ask))
  // A kind that is not shown now goes on from where it was.
  return { ...cycle, choice, night, suite: roundsSaid({ ...rounds, ...cycle.next }) }
}
