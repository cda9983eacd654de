import { type Bench, type ServedBox, withServed } from './boxes.ts'
import { load } from './load.ts'
import { inTurns } from './rounds.ts'
import { head, type Line } from './table.ts'

const POSTERS = 20
const BOOKLET = '/imprimer/annuaire'
const REPORT = '/imprimer/rapport?format=long'
type Counts = Readonly<{ small: number; large: number }>

/**
 * Prints, as a browser asks for them: the first one brings the compiler and its letters, those
 * after it are what a village waits for.
 */
export async function measurePrint(bench: Bench, { small, large }: Counts): Promise<void> {
  head('Prints')
  const { rounds } = bench
  for (const records of [small, large])
    await withServed(bench, records, async sides => {
      const all = { sides, rounds }
      await inTurns({ ...all, rounds: 1, what: 'poster, the first' }, async box => [
        await printed('poster, the first', box, [(await postersOf(box))[0]!]),
      ])
      await inTurns({ ...all, what: 'booklet' }, async box => [
        await printed(`booklet of ${records.toLocaleString('en')}`, box, [BOOKLET], BOOKLET_MS),
      ])
      if (records === small) return
      await inTurns({ ...all, what: 'poster' }, async box => [
        await printed('poster, each another', box, (await postersOf(box)).slice(1), 50),
      ])
      await inTurns({ ...all, what: 'report' }, async box => [
        await printed('report, long', box, [REPORT], 2_000),
      ])
      await inTurns({ ...all, what: MEANWHILE }, async box => [await meanwhile(box)])
    })
}
const BOOKLET_MS = 1_500
const MEANWHILE = 'pages while reports are printed'

/** Of the list: a notice that is closed or past has no poster. */
async function postersOf({ server }: ServedBox): Promise<readonly string[]> {
  const list = await (await fetch(`${server.address}/annonces`)).text()
  const notices = [...new Set(list.match(/(?<=href=")\/annonces\/[0-9a-z]{26}(?=")/g))]
  return notices
    .slice(0, POSTERS + 1)
    .map(path => path.replace('/annonces/', '/imprimer/affichette/'))
}

async function printed(
  what: string,
  { server, records }: ServedBox,
  paths: readonly string[],
  aimMs?: number,
): Promise<Line> {
  const { address, pid } = server
  const of = { address, pid, status: 200, connections: 1, seconds: 120, most: paths.length }
  const { median, cpu, bytes, wrong } = await load({ ...of, paths })
  if (wrong > 0) throw new Error(`${wrong} answers were wrong`)
  const said = `${Math.round(bytes / 1024)} KB`
  const aim = aimMs && { aim: `< ${aimMs} ms`, met: ({ median: took = 0 }) => took < aimMs }
  return { what, records, median, cpu, said, ...aim }
}

async function meanwhile({ server: { address }, records, pages }: ServedBox): Promise<Line> {
  let isOver = false
  const printing = (async () => {
    while (!isOver) await (await fetch(address + REPORT)).arrayBuffer()
  })()
  const connections = 4
  const of = { address, connections, seconds: 3, paths: pages.slice(0, 100), status: 200 }
  const { p99, median, p95 } = await load(of)
  isOver = true
  await printing
  const aim = { aim: 'p99 < 50 ms', met: ({ p99: last = 0 }) => last < 50 }
  return { what: MEANWHILE, records, connections, median, p95, p99, ...aim }
}
