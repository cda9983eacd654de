import { setTimeout as pause } from 'node:timers/promises'
import { type Bench, type ServedBox, servedOnce, withBoxes, withServed } from './boxes.ts'
import { load } from './load.ts'
import { inTurns } from './rounds.ts'
import { ownOf, pssOf } from './spent.ts'
import { head, type Line } from './table.ts'
import { turnsOn } from './turns.ts'

const [PAGES, TURNS, PRINTS] = [1_000, 200, 200]
/** The server gives memory back when it had nothing to do for eight seconds. */
const REST_MS = 12_000
/** Megabytes that are aimed at: at the door, after pages and turns, after prints. */
const AIMS = [110, 145, 160] as const

/** What a server holds: at its door, after a day's pages and turns, after prints. */
export async function measureMemory(bench: Bench, records: number): Promise<void> {
  head('Memory (PSS)')
  const what = 'memory PSS'
  await withBoxes(bench, records, sides =>
    inTurns({ what, sides, rounds: 1 }, box =>
      servedOnce(box, async served => {
        const all = [lineOf(`${what}: door`, served, AIMS[0])]
        await read(served, PAGES)
        await write(served, TURNS)
        await pause(REST_MS)
        all.push(lineOf(`${what}: 1,000 pages + 200 turns`, served, AIMS[1]))
        // A version of before the prints has the first rows alone.
        if (!(await print(served, PRINTS))) return all
        await pause(REST_MS)
        all.push(lineOf(`${what}: + 200 prints`, served, AIMS[2]))
        await ask(served, BOOKS, 10 * BOOKS.length)
        await pause(REST_MS)
        all.push(lineOf(`${what}: + ten booklets, ten reports`, served))
        return all
      }),
    ),
  )
}

function lineOf(what: string, { server, records }: ServedBox, most?: number): Line {
  const [amount, own] = [pssOf(server.pid), ownOf(server.pid)]
  if (amount === undefined || own === undefined)
    throw new Error('this system has no /proc/PID/smaps_rollup')
  const met = ({ amount: held = 0 }) => most === undefined || held <= most
  const said = `its own, shared with nobody: ${own.toFixed(0)} MB`
  return { what, records, amount, unit: 'MB', said, ...(most ? { aim: `≤ ${most} MB`, met } : {}) }
}

async function read({ server: { address }, pages }: ServedBox, most: number): Promise<void> {
  const paths = ['/', '/annonces', '/agenda', '/annuaire', '/carte', ...pages]
  await load({ address, paths, status: 200, connections: 4, seconds: 300, most })
}
async function write(box: ServedBox, most: number): Promise<void> {
  await load({ ...turnsOn(box.server.address, box, 4, 300), most })
}
/** Posters of notices, then one booklet and one report. False where one is not there. */
async function print({ server: { address } }: ServedBox, most: number): Promise<boolean> {
  const list = await (await fetch(`${address}/annonces`)).text()
  const notices = [...new Set(list.match(/(?<=href=")\/annonces\/[0-9a-z]{26}(?=")/g))]
  const posters = notices.map(path => path.replace('/annonces/', '/imprimer/affichette/'))
  const isThere = await ask({ server: { address } }, posters.slice(0, 20), most - BOOKS.length)
  return isThere && (await ask({ server: { address } }, BOOKS, Math.min(most, BOOKS.length)))
}
const BOOKS = ['/imprimer/annuaire', '/imprimer/rapport?format=long']

async function ask(
  { server }: Readonly<{ server: Pick<ServedBox['server'], 'address'> }>,
  paths: readonly string[],
  most: number,
): Promise<boolean> {
  if (paths.length === 0) return false
  const { address } = server
  const of = { address, paths, status: 200, connections: 1, seconds: 600, most }
  return (await load(of)).wrong === 0
}

const MINUTE = 60_000
/** How often the soak tells. */
const TELLS = 10
/** Of prints, two are posters; the others the booklet and the report. */
const [PAGES_A_MINUTE, TURNS_A_MINUTE, PRINTS_A_MINUTE] = [400, 12, 4]

/** A village's busy evening for so many minutes: what the server holds, each ten minutes. */
export async function soak(bench: Bench, records: number, minutes: number): Promise<void> {
  head(`Soak: ${minutes} minutes, ${PAGES_A_MINUTE} pages, ${TURNS_A_MINUTE} turns a minute`)
  await withServed(bench, records, async sides => {
    const tells = (minute: number) =>
      inTurns({ what: 'memory PSS', sides, rounds: 1 }, async box => [
        lineOf(`memory PSS: ${minute} minutes`, box, AIMS[2]),
      ])
    await tells(0)
    for (let minute = 1; minute <= minutes; minute++) {
      const ends = performance.now() + MINUTE
      for (const box of sides) {
        await read(box, PAGES_A_MINUTE)
        await write(box, TURNS_A_MINUTE)
        await print(box, PRINTS_A_MINUTE)
      }
      await pause(Math.max(0, ends - performance.now()))
      if (minute % TELLS === 0 || minute === minutes) await tells(minute)
    }
  })
}
