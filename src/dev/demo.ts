import { randomBytes } from 'node:crypto'
import { type ShelfSeed, shelf } from '../../seeds/shelf.ts'
import { world } from '../../seeds/world.ts'
import { bricks } from '../app/bricks.ts'
import { idFrom } from '../core/id.ts'
import type { RecordType, Value } from '../core/schema.ts'
import { communeId, themeId } from '../engine/doubles.ts'
import { closeEngine, openEngine } from '../engine/engine.ts'
import type { BroughtRecord } from '../engine/records/bring.ts'
import { runBatch } from '../engine/turn.ts'
import { dayAt, machineClock } from '../files/clock.ts'
import { openBox, openFolder, placesIn, refuseLocked } from '../files/folder.ts'
import { storeHeavy } from '../files/large-files.ts'
import { wholeBricks } from '../web/records/brick.ts'

/** The hour at which the demonstration's people write. */
const MORNING = 'T10:00:00'

/**
 * Fills a folder with the demonstration territory, dates counted from today, each record written on
 * its day.
 */
export function fillDemo(folder: string): void {
  openFolder(folder)
  refuseLocked(folder)
  const engine = openEngine(wholeBricks(bricks), openBox(folder), placesIn(folder))
  const now = Date.now()
  // A box takes the bricks that it needs: what has no brick here is not in its demonstration.
  const all: readonly ShelfSeed[] = [...world(dayAt(now)), ...shelf(dayAt(now))]
  const known = all.filter(seed => engine.types.has(seed.type))
  const seeds = known.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const ids = new Map(
    seeds.map((seed, i) => [
      seed.key,
      givenFor(seed) ?? idFrom(momentOf(seed.at) + i, randomBytes(10)),
    ]),
  )
  for (const day of [...new Set(seeds.map(seed => seed.at))]) {
    const records = seeds
      .filter(seed => seed.at === day)
      .map(seed => brought(seed, ids, folder, engine.types))
    const asked = {
      brick: 'plain',
      command: 'bring',
      input: { records: JSON.stringify(records) },
      by: 'keeper' as const,
      id: idFrom(now, randomBytes(10)),
      lang: 'fr' as const,
    }
    const clock = { ...machineClock(() => Math.min(momentOf(day), now)), sure: true }
    const [answer] = runBatch(engine, [asked], clock)
    if (!answer?.done)
      throw new Error(`the demonstration of ${day} was refused: ${JSON.stringify(answer)}`)
  }
  closeEngine(engine)
}

/** As an opening gives them. */
const givenFor = ({ type, key, fields }: ShelfSeed): string | undefined =>
  type === 'theme'
    ? themeId(key)
    : type === 'commune'
      ? communeId(String(fields['code']))
      : undefined

const momentOf = (day: string): number =>
  Temporal.PlainDateTime.from(`${day}${MORNING}`).toZonedDateTime('Europe/Paris').epochMilliseconds

function brought(
  seed: ShelfSeed,
  ids: ReadonlyMap<string, string>,
  folder: string,
  types: ReadonlyMap<string, RecordType>,
): BroughtRecord {
  const resolved = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolved).filter(one => one !== undefined)
    if (typeof value !== 'string' || !value.startsWith('@')) return value
    return ids.get(value.slice(1))
  }
  const fields = Object.fromEntries(
    Object.entries(seed.fields).map(([name, value]) => [name, (resolved(value) ?? null) as Value]),
  )
  const home = types.get(seed.type)?.space === 'home' ? { space: 'home' as const } : {}
  const { file } = seed
  const held = file ? { file: [storeHeavy(folder, file.bytes(), file.name, file.type)] } : {}
  return { type: seed.type, id: ids.get(seed.key)!, ...home, fields: { ...fields, ...held } }
}
