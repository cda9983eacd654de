import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { COMMUNES } from '../seeds/communes.ts'
import { world } from '../seeds/world.ts'
import { bricks } from '../src/app/bricks.ts'
import { type FoundNotice, foundById } from '../src/bricks/offers/model/matching/found.ts'
import { SIDES, spokenFrom } from '../src/bricks/offers/model/matching/rows.ts'
import { groundOf, metBy, QUICK, WHOLE } from '../src/bricks/offers/pages/matching/find.ts'
import { ANSWERS, argued } from '../src/bricks/offers/pages/matching.ts'
import type { Territory } from '../src/contract/territory.ts'
import { idFrom } from '../src/core/id.ts'
import { openEngine } from '../src/engine/engine.ts'
import type { BroughtRecord } from '../src/engine/records/bring.ts'
import { type Engine, runBatch } from '../src/engine/turn.ts'
import { newBox } from '../src/log/box.ts'
import { chanceFrom, type Planted, plantedPairs } from './matching-planted.ts'
import { head, tell } from './table.ts'

const TODAY = '2026-12-05'
const NOW = Date.parse('2026-12-05T09:00:00Z')
const PAGE = 500
const ASKED = 300

/** A house with so many notices, written through the whole road. */
export function houseOf(
  count: number,
  seed: number,
  folder: string,
): Readonly<{ engine: Engine; ids: readonly (readonly [type: string, id: string])[] }> {
  const engine = openEngine(
    bricks,
    newBox(),
    { log: join(folder, `${count}.log`), tables: join(folder, `${count}.tables`) },
    { sync: 'NORMAL' },
  )
  const chance = chanceFrom(seed)
  const bytes = () => Uint8Array.from({ length: 10 }, () => Math.floor(chance() * 256))
  const themes = world(TODAY)
    .filter(one => one.type === 'theme')
    .map(one => ({
      type: 'theme',
      id: idFrom(NOW, bytes()),
      fields: { label: String(one.fields['label']), synonyms: String(one.fields['synonyms']) },
    }))
  bring(engine, themes, bytes)
  const said = plantedPairs(seed, Math.ceil(count / 2))
    .flatMap(
      ({ offer, need }) =>
        [
          ['offer', offer],
          ['need', need],
        ] as const,
    )
    .slice(0, count)
  const all = said.map(
    ([type, one], i): BroughtRecord => ({
      type,
      id: idFrom(NOW - count + i, bytes()),
      fields: fieldsOf(
        type,
        one,
        chance() < 0.6 ? themes[Math.floor(chance() * themes.length)]!.id : undefined,
      ),
    }),
  )
  for (let i = 0; i < all.length; i += PAGE) bring(engine, all.slice(i, i + PAGE), bytes)
  return { engine, ids: all.map(one => [one.type, one.id] as const) }
}
const fieldsOf = (
  type: string,
  said: Planted,
  theme: string | undefined,
): BroughtRecord['fields'] => ({
  title: said.title,
  who: said.who ?? said.title.split(' ')[0]!,
  reach: said.reach ?? '',
  commune: said.commune ?? null,
  state: type === 'offer' ? 'firm' : 'open',
  ...(type === 'offer' && said.mode ? { mode: said.mode } : {}),
  ...(theme ? { themes: [theme] } : {}),
})

function bring(engine: Engine, records: readonly BroughtRecord[], bytes: () => Uint8Array): void {
  const asked = {
    brick: 'plain',
    command: 'bring',
    input: { records: JSON.stringify(records) },
    by: 'keeper' as const,
    id: idFrom(NOW, bytes()),
    lang: 'fr' as const,
  }
  const [answer] = runBatch(engine, [asked], { now: () => NOW, sure: true, today: () => TODAY })
  if (!answer?.done) throw new Error(JSON.stringify(answer))
}

export const territory: Territory = {
  name: 'bench',
  heading: null,
  village: '42195',
  keptBy: '',
  reach: null,
  communes: COMMUNES.map(([code, name, postalCodes, , point]) => ({
    code,
    name,
    postalCodes,
    point,
  })),
}

/** How long the twenty best answers take, asked of notices drawn from all of them. */
export function measureTimes(counts: readonly number[], seed: number): void {
  head('The 20 best answers to a notice, among')
  const folder = mkdtempSync(join(tmpdir(), 'cocote-bench-'))
  try {
    for (const count of counts) measureAmong(count, seed, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measureAmong(records: number, seed: number, folder: string): void {
  const begun = performance.now()
  const { engine, ids } = houseOf(records, seed, folder)
  const written = ((performance.now() - begun) / 1_000).toFixed(1)
  for (const [what, effort] of [
    ['whole', WHOLE],
    ['a line of the home page', QUICK],
  ] as const) {
    const times: number[] = []
    let met = 0
    const worked: number[] = []
    const before = process.cpuUsage()
    for (let i = 0; i < ASKED; i++) {
      const [type, id] = ids[Math.floor((i * ids.length) / ASKED)]!
      const from = performance.now()
      const at = process.cpuUsage()
      const ground = groundOf(engine.read, territory, TODAY)
      const [row] = engine.read.all(`SELECT * FROM "${type}" WHERE id = ?`, id)
      met += metBy(spokenFrom(SIDES[type]!, row!, ground.points), ground, effort).slice(
        0,
        BEST,
      ).length
      times.push(performance.now() - from)
      const { user, system } = process.cpuUsage(at)
      worked.push((user + system) / 1_000)
    }
    const { user, system } = process.cpuUsage(before)
    times.sort((a, b) => a - b)
    worked.sort((a, b) => a - b)
    const busy = worked[Math.floor(worked.length * 0.95)]!
    const at = (part: number) => times[Math.floor(times.length * part)]!
    const aim = effort === WHOLE ? { aim: 'p95 < 20 ms', met: () => at(0.95) < 20 } : {}
    tell({
      what,
      records,
      median: at(0.5),
      p95: at(0.95),
      p99: at(0.99),
      said:
        `${((user + system) / 1_000 / ASKED).toFixed(1)} ms of processor (p95 ` +
        `${busy.toFixed(1)}) and ${(met / ASKED).toFixed(1)} found each; written in ` +
        `${written} s`,
      ...aim,
    })
  }
  if (records <= READ_WHOLE) tellExact(engine, ids, records)
  engine.tables.db.close()
  engine.log.db.close()
}

/** Up to here every notice is argued too, to know what looking by words leaves out. */
const READ_WHOLE = 10_000
const COMPARED = 40
/** Of the twenty best scores that reading everything gives, how many the index gives as well. */
function tellExact(
  engine: Engine,
  ids: readonly (readonly [type: string, id: string])[],
  records: number,
): void {
  const ground = groundOf(engine.read, territory, TODAY)
  const rows = Map.groupBy(
    ids.map(([type, id]) => foundById(engine.read, id, ground.points) ?? { type, side: undefined }),
    one => one.side,
  )
  let [same, all] = [0, 0]
  for (let i = 0; i < COMPARED; i++) {
    const one = foundById(
      engine.read,
      ids[Math.floor((i * ids.length) / COMPARED)]![1],
      ground.points,
    )!
    const others = (rows.get(one.side === 'need' ? 'offer' : 'need') ??
      []) as readonly FoundNotice[]
    const whole = argued(one, others, ground)
      .filter(({ meeting }) => meeting.score >= ANSWERS)
      .slice(0, BEST)
    const looked = metBy(one, ground).slice(0, BEST)
    all += whole.length
    same += whole.filter(
      ({ meeting }, j) => (looked[j]?.meeting.score ?? 0) >= meeting.score - 1e-9,
    ).length
  }
  console.log(
    `of the ${BEST} best answers among ${records.toLocaleString('en')}, read one by one, as ` +
      `good are found: ${((100 * same) / Math.max(1, all)).toFixed(1)} %`,
  )
}
const BEST = 20

if (import.meta.main)
  measureTimes((process.argv[2] ?? '1000,10000,100000').split(',').map(Number), 20261124)
