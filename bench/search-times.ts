import { bricks } from '../src/app/bricks.ts'
import type { Reader } from '../src/contract/reader.ts'
import { openEngine } from '../src/engine/engine.ts'
import { openBox, placesIn } from '../src/files/folder.ts'
import { alwaysWithCardRows } from '../src/projection/by-card.ts'
import { dayOfMoment } from '../src/text/days.ts'
import { isWord } from '../src/text/guard/lexicon.ts'
import { searchSpoken } from '../src/text/searching/asked.ts'
import { wholeBricks } from '../src/web/records/brick.ts'
import { prepareBox, SEARCHES } from './filled.ts'

const ROUNDS = 5

/** Milliseconds, in a sentence. */
export function timesSaid(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(2)
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`
}

type Searching = Readonly<{ read: Pick<Reader, 'lookFor'>; types: readonly string[] }>
function tellTimes(what: string, asked: readonly string[], { read, types }: Searching): void {
  const today = dayOfMoment(Date.now())
  const slow = new Map<string, number>()
  const times: number[] = []
  const worked: number[] = []
  for (let round = 0; round <= ROUNDS; round++)
    for (const words of asked) {
      const [begun, at] = [performance.now(), process.cpuUsage()]
      read.lookFor({ ...searchSpoken(words, { today, communes: [] }), isWord }, types)
      const took = performance.now() - begun
      const { user, system } = process.cpuUsage(at)
      if (round > 0) times.push(took)
      if (round > 0) worked.push((user + system) / 1_000)
      slow.set(words, Math.max(round > 0 ? (slow.get(words) ?? 0) : 0, took))
    }
  const [slowest] = [...slow].sort((a, b) => b[1] - a[1])
  console.log(`${what}: ${timesSaid(times)}; of processor ${timesSaid(worked)}`)
  console.log(`  slowest: ${slowest?.[0]} (${slowest?.[1].toFixed(1)} ms)`)
}

/** The search alone, SQL and ranking: no page is made. Then as somebody with a card searches. */
export async function measureSearch(within: string, more: readonly string[]): Promise<void> {
  const typed = SEARCHES.map(path => new URLSearchParams(path.split('?')[1]).get('q') ?? '')
  for (const records of [2_000, 100_000]) {
    const { folder } = await prepareBox(within, records)
    const engine = openEngine(wholeBricks(bricks), openBox(folder), placesIn(folder))
    const types = [...engine.types.values()].filter(type => type.path).map(type => type.name)
    const said = `${records.toLocaleString('en')} records`
    const of = { read: engine.read, types }
    tellTimes(`${said}, searches of the bench of pages`, typed, of)
    tellTimes(`${said}, searches of the folder`, more, of)
    alwaysWithCardRows(engine.tables.sql, engine.types)
    tellTimes(`${said}, with a card, searches of the bench of pages`, typed, of)
    engine.tables.db.close()
    engine.log.db.close()
  }
}
