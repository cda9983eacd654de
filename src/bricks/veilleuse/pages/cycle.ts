import { ofList, type WatchPanel, type WatchSource } from '../../../contract/box/watch.ts'
import { plainText } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { localMoment } from '../../../core/calendar/hours.ts'
import { fold } from '../../../core/letters/words.ts'
import { weekday } from '../../../text/days.ts'
import { choiceIn, type WatchSettings } from '../model/read.ts'
import { type Cycle, cycleOf, isNight, roundsIn, roundsSaid } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const TODAY_LINES = 3

/** *Aujourd'hui*, one panel for its few sentences: only when the box knows what day it is. */
function today(kit: Kit, words: Words): readonly WatchSource[] {
  if (!kit.request.sure) return []
  const said = kit
    .onToday()
    .slice(0, TODAY_LINES)
    .map(piece => plainText(piece))
  const panel: WatchPanel = {
    key: '0',
    title: said
      .map(line => line.charAt(0).toLocaleUpperCase(kit.request.lang) + line.slice(1))
      .join('\n'),
  }
  const label = words.today(weekday(kit.request.today, kit.request.lang))
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
function done(kit: Kit, words: Words): readonly WatchSource[] {
  const keyOf = (day: string, title: string): string =>
    `${day.replaceAll('-', '')}-${fold(title)
      .replace(/[^a-z0-9]/g, '')
      .slice(0, 24)}`
  const panels = kit.done().map(
    (line): WatchPanel => ({
      key: keyOf(line.day, line.title),
      title: line.title,
      under: line.where,
    }),
  )
  return [{ kind: 'done', order: 50, side: 'done', label: words.done, most: 1, ...ofList(panels) }]
}

/** Everything that may turn on this screen. */
export const sourcesOf = (kit: Kit, words: Words): readonly WatchSource[] => [
  ...today(kit, words),
  ...kit.watch(),
  ...done(kit, words),
]

/**
 * When this screen was lit: one panel at a time, the address remembers it until the first cycle is
 * over.
 */
export function litAt(request: Request): number {
  const { depuis } = request.query
  return typeof depuis === 'string' && /^\d{1,12}$/.test(depuis)
    ? Number(depuis) * 1000
    : request.now
}

export type ShownCycle = Cycle & Readonly<{ choice: WatchSettings; night: boolean; suite: string }>

/** The cycle that this address asks for, as the keeper lets it turn; photos wait for the day. */
export function shownNow(kit: Kit, read: Reader, words: Words): ShownCycle {
  const choice = choiceIn(read)
  const night =
    kit.request.sure &&
    isNight(localMoment(kit.request.now).slice(11, 16), choice.nightFrom, choice.nightUntil)
  const asked = kit.request.query['suite']
  const rounds = roundsIn(typeof asked === 'string' ? asked : '')
  const without = night ? [...choice.without, 'photo'] : choice.without
  const cycle = cycleOf(sourcesOf(kit, words), without, rounds, litAt(kit.request))
  // A kind that is not shown now goes on from where it was.
  return { ...cycle, choice, night, suite: roundsSaid({ ...rounds, ...cycle.next }) }
}
