import { bricks } from '../../src/app/bricks.ts'
import { openHouse } from '../../src/app/house.ts'
import type { BoxDecided, RequestAnswered } from '../../src/core/boxes.ts'
import type { Who } from '../../src/core/brick.ts'
import { type Brick, brick, type Command, type Input } from '../../src/core/brick.ts'
import { Bundle } from '../../src/exchange/bundle.ts'
import { trustOf } from '../../src/exchange/decisions.ts'
import { heardFrom, hearManifest } from '../../src/exchange/heard.ts'
import { nothingTaken, type Taken, takePage } from '../../src/exchange/take.ts'
import { NO_QUOTA } from '../../src/exchange/trust.ts'
import { type Known, NOTHING } from '../../src/exchange/vector.ts'
import { showAll } from '../../src/projection/tables.ts'
import { durably, type House, runBatch, type TurnAnswer } from '../../src/web/turn.ts'
import { fixedBox, NOON } from '../wire/boxes.ts'
import { packed } from './carry.ts'

/** Whole houses in memory, with all their bricks, that a courier visits: what pages, turns and bundles come to together. */

/** A keeper who says of other boxes what a test says. */
const words = { types: {} }
const decide: Command<typeof words> = {
  name: 'decide',
  path: '/decider',
  who: 'keeper',
  decide: input => ({
    drafts: [],
    boxes: JSON.parse(String(input['boxes'] ?? '[]')) as readonly BoxDecided[],
    requests: JSON.parse(String(input['requests'] ?? '[]')) as readonly RequestAnswered[],
  }),
}
/** The same said by somebody who is not asked: the house must refuse it, whatever a brick lets through. */
const boldly: Command<typeof words> = { ...decide, name: 'boldly', path: '/oser', who: 'visitor' }
const keeping: Brick = brick({ name: 'keeping', records: [], commands: [decide, boldly], pages: [], words: { fr: words, en: words } })

export const houseOf = (n: number): House => openHouse([...bricks, keeping], fixedBox(n))
export const nameOf = (house: House): string => house.log.box.name

let turns = 0
let now = NOON
/** One turn a minute: nothing here hangs on the clock of the machine. */
export function said(house: House, command: string, input: Input, by: Who = 'keeper'): TurnAnswer {
  now += 60_000
  const [named, verb] = command.includes('.') ? command.split('.') : ['plain', command]
  const id = `turn${String(++turns).padStart(9, '0')}`
  const asked = { brick: named!, command: verb!, input, by, id, lang: 'fr' as const }
  return runBatch(house, [asked], { now: () => now, sure: true, today: () => '2026-12-05' })[0]!
}
export const decided = (house: House, ...boxes: readonly BoxDecided[]): TurnAnswer =>
  said(house, 'keeping.decide', { boxes: JSON.stringify(boxes) })
export const answered = (house: House, ...requests: readonly RequestAnswered[]): TurnAnswer =>
  said(house, 'keeping.decide', { requests: JSON.stringify(requests) })
export const bring = (house: House, type: string, id: string, fields: Readonly<Record<string, unknown>>): TurnAnswer =>
  said(house, 'bring', { records: JSON.stringify([{ type, id, fields }]) })

/** Both recognise each other, in person. */
export function paired(one: House, two: House, called = 'Boën', there = 'Sail'): void {
  decided(one, { name: nameOf(two), paired: true, called })
  decided(two, { name: nameOf(one), paired: true, called: there })
}

/** A bundle from one house, for the other: made against what that one last said, or against nothing. */
export const bundleFor = (from: House, to: House, since: Known = heardFrom(from.log, nameOf(to))): Promise<Buffer> =>
  packed(from.log, { since, now, for: trustOf(from.log, nameOf(from)).paired.has(nameOf(to)) ? [nameOf(to)] : [] })

export async function taken(house: House, bytes: Uint8Array): Promise<Taken> {
  now += 60_000
  const opened = await Bundle.open(bytes, house.log.box)
  const report = nothingTaken()
  const taking = { trust: trustOf(house.log, nameOf(house)), quota: NO_QUOTA, now, report }
  for await (const page of opened.pages()) durably(house, () => showAll(house.tables, house.log, takePage(house.log, page.entries, taking)))
  durably(house, () => hearManifest(house.log, opened, now))
  opened.close()
  return report
}
/** A courier goes from one to the other, with all that it has. */
export const carried = async (from: House, to: House): Promise<Taken> => taken(to, await bundleFor(from, to, NOTHING))
