import type { Box } from './filled.ts'
import { load } from './load.ts'
import { serveBox } from './serving.ts'
import { head, tell } from './table.ts'

/** `aimMs`: none where nothing was promised of so many records. */
type Wanted = Readonly<{ what: string; paths: readonly string[]; aimMs?: number }>
const POSTERS = 20

const BOOKLET = '/imprimer/annuaire'

/**
 * Prints, as a browser asks for them: the first one brings the compiler and its letters, those
 * after it are what a village waits for. `small`: a box of 200 records, of which the issue says how
 * long a booklet may take; of the larger one it is only told.
 */
export async function measurePrint(small: Box, box: Box): Promise<void> {
  head('Prints')
  await measureBooklet(small)
  const server = await serveBox(box.folder)
  try {
    // Those of the list stand: what is closed or past has no poster.
    const list = await (await fetch(`${server.address}/annonces`)).text()
    const notices = [...new Set(list.match(/(?<=href=")\/annonces\/[0-9a-z]{26}(?=")/g))].slice(
      0,
      POSTERS + 1,
    )
    const posters = notices.map(path => path.replace('/annonces/', '/imprimer/affichette/'))
    const prints: readonly Wanted[] = [
      { what: 'poster, each another', paths: posters.slice(1), aimMs: 50 },
      { what: 'booklet of who does what', paths: [BOOKLET] },
      { what: 'report, long', paths: ['/imprimer/rapport?format=long'], aimMs: 2_000 },
    ]
    const first = await timed(`${server.address}${posters[0]!}`)
    tell({
      what: 'poster, the first',
      records: box.records,
      median: first.ms,
      said: 'compiler and letters read',
    })
    for (const { what, paths, aimMs } of prints) {
      const all: number[] = []
      let said = ''
      for (const path of paths) {
        const one = await timed(`${server.address}${path}`)
        all.push(one.ms)
        said = `${Math.round(one.bytes / 1024)} KB`
      }
      const median = all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!
      tell({ what, records: box.records, median, said, ...aimed(median, aimMs) })
    }
    await meanwhile(server.address, prints.at(-1)!.paths[0]!, box)
  } finally {
    await server.stop()
  }
}

/** Once the compiler and its letters are there. */
async function measureBooklet({ folder, records }: Box): Promise<void> {
  const server = await serveBox(folder)
  try {
    await timed(`${server.address}${BOOKLET}`)
    const { ms, bytes } = await timed(`${server.address}${BOOKLET}`)
    tell({
      what: 'booklet of who does what',
      records,
      median: ms,
      said: `${Math.round(bytes / 1024)} KB`,
      ...aimed(ms, 2_000),
    })
  } finally {
    await server.stop()
  }
}

const aimed = (ms: number, aimMs: number | undefined) =>
  aimMs === undefined ? {} : { aim: `< ${aimMs} ms`, met: ms < aimMs }

async function meanwhile(address: string, path: string, box: Box): Promise<void> {
  let isOver = false
  const printing = (async () => {
    while (!isOver) await timed(address + path)
  })()
  const { p99, median, p95 } = await load({
    address,
    connections: 4,
    seconds: 3,
    paths: box.pages.slice(0, 100),
    status: 200,
  })
  isOver = true
  await printing
  tell({
    what: 'pages while reports are printed',
    records: box.records,
    connections: 4,
    median,
    p95,
    p99,
    aim: 'p99 < 50 ms',
    met: p99 < 50,
  })
}

async function timed(address: string): Promise<Readonly<{ ms: number; bytes: number }>> {
  const began = performance.now()
  const answer = await fetch(address)
  const bytes = (await answer.arrayBuffer()).byteLength
  if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
  return { ms: performance.now() - began, bytes }
}
