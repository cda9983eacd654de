import type { WatchPanel, WatchSource } from '../../../contract/box/watch.ts'

/** Where each kind's round stands: the key of the last panel shown. */
export type Rounds = Readonly<Record<string, string>>
export type Turn = Readonly<{ source: WatchSource; panel: WatchPanel }>
export type Cycle = Readonly<{ turns: readonly Turn[]; next: Rounds }>

/**
 * So many panels a cycle, at most: at twelve seconds each, whoever waits for bread sees it whole.
 */
const MOST_A_CYCLE = 24
const KEY = /^[0-9a-z-]{1,60}$/
const KIND = /^[a-z]{1,12}$/

/**
 * Shape   `offers:01ab…~needs:02cd…`: what an address holds of the rounds; anything else in it is
 *         left out.
 */
export function roundsIn(text: string): Rounds {
  const pairs = text
    .split('~')
    .filter(one => one.includes(':'))
    .map(one => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)] as const)
  return Object.fromEntries(pairs.filter(([kind, key]) => KIND.test(kind) && KEY.test(key)))
}
export const roundsSaid = (rounds: Rounds): string =>
  Object.entries(rounds)
    .filter(([kind, key]) => KIND.test(kind) && KEY.test(key))
    .map(([kind, key]) => `${kind}:${key}`)
    .join('~')

/** Sources of one kind as one: what came first in the list comes first in the round. */
export function together(sources: readonly WatchSource[]): WatchSource {
  const [first] = sources
  if (sources.length === 1) return first!
  const keyed = (at: number, panel: WatchPanel): WatchPanel => ({
    ...panel,
    key: `${at}${panel.key}`,
  })
  const take: WatchSource['take'] = (after, most, skip = 0) => {
    const from = after === undefined ? 0 : Number(after[0])
    const all = sources.flatMap((source, at) =>
      at < from
        ? []
        : source
            .take(at === from && after !== undefined ? after.slice(1) : undefined, skip + most)
            .map(panel => keyed(at, panel)),
    )
    return all.slice(skip, skip + most)
  }
  return { ...first!, count: () => sources.reduce((sum, source) => sum + source.count(), 0), take }
}

/**
 * Where in a round a screen that was just lit begins: the village may light it each day at the same
 * hour and for one cycle only.
 *
 * Law     of all sequences the golden number's multiples leave the smallest gaps, so that no part
 *         of the round is never begun at.
 * Source  Knuth, *The Art of Computer Programming*, volume 3, 6.4, theorem S (three distances).
 */
export const startOf = (now: number, count: number): number =>
  Math.floor(((Math.floor(now / DAY_MS) * GOLDEN + (now % DAY_MS) / DAY_MS) % 1) * count)
const GOLDEN = (Math.sqrt(5) - 1) / 2
const DAY_MS = 86_400_000

/**
 * The next panels of a kind, and where its round then stands.
 *
 * Law     from one cycle to the next each panel that stands has its turn before any has it twice,
 *         whatever comes and goes meanwhile: the round goes by keys, in the order in which things
 *         were written, and begins again at its end. The newest has no privilege.
 */
export function nextOf(
  source: WatchSource,
  after: string | undefined,
  now: number,
): Readonly<{ panels: readonly WatchPanel[]; last?: string }> {
  const skip = after === undefined ? startOf(now, source.count()) : 0
  const first = source.take(after, source.most, skip)
  const missing = source.most - first.length
  const had = new Set(first.map(one => one.key))
  const again = missing > 0 ? source.take(undefined, missing).filter(one => !had.has(one.key)) : []
  const panels = [...first, ...again]
  const last = panels.at(-1)?.key
  // Within a cycle, in order: tomorrow comes before Sunday.
  return {
    panels: panels.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    ...(last === undefined ? {} : { last }),
  }
}

/** One cycle: each kind that turns, in order, with its next panels. */
export function cycleOf(
  sources: readonly WatchSource[],
  without: readonly string[],
  rounds: Rounds,
  now: number,
): Cycle {
  const kinds = [...new Set(sources.map(one => one.kind))].filter(kind => !without.includes(kind))
  const one = kinds
    .map(kind => together(sources.filter(source => source.kind === kind)))
    .sort((a, b) => a.order - b.order)
  const turns: Turn[] = []
  const next: Record<string, string> = {}
  for (const source of one) {
    const { panels, last } = nextOf(source, rounds[source.kind], now)
    if (turns.length + panels.length > MOST_A_CYCLE) break
    turns.push(...panels.map(panel => ({ source, panel })))
    if (last !== undefined) next[source.kind] = last
  }
  return { turns, next }
}

/** Units   `HH:MM`, the village's time. From an hour until it again: never. */
export const isNight = (time: string, from: string, until: string): boolean =>
  from < until ? time >= from && time < until : from > until && (time >= from || time < until)

/**
 * A picture that stands for weeks on one spot burns into a screen: all of it moves a little, a step
 * every ten minutes.
 */
const STEPS = 9
const STEP_MS = 600_000
export const shiftOf = (now: number): number => Math.floor(now / STEP_MS) % STEPS

/** *dix, dix, dix, dix*: an address of four small numbers, said. */
export function saidAddress(address: string, word: (n: number) => string): string | undefined {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{1,2})\.(\d{1,2})$/.exec(address)?.slice(1).map(Number)
  return parts?.every(n => n <= 20) ? parts.map(word).join(', ') : undefined
}
