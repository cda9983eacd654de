import { openAsBlob } from 'node:fs'
import { join } from 'node:path'
import { bricks } from '../../src/app/bricks.ts'
import { openEngine } from '../../src/engine/engine.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { openLog } from '../../src/log/log.ts'
import { packTo } from '../../src/sync/bundle/pack-to.ts'
import { setPeerMark } from '../../src/sync/trust/marks.ts'
import { wholeBricks } from '../../src/web/records/brick.ts'
import { type Bench, type Box, withBoxes } from '../boxes.ts'
import { SEARCHES } from '../filled.ts'
import { load } from '../load.ts'
import { saidOf } from '../pages.ts'
import { serveBox, type Under } from '../serving.ts'
import { slowCard } from '../slow.ts'
import { head, missing, tell } from '../table.ts'
import { writeBox } from './cargo.ts'

const BROUGHT = 10_000
const SECONDS = 10
const PEOPLE = 4

/** What people wait for while a telephone's bundle comes in, on a card that syncs in 30 ms. */
export async function measureBringing(bench: Bench): Promise<void> {
  head(`${BROUGHT.toLocaleString('en')} records come in while people read, 30 ms more each fsync`)
  const card = slowCard()
  if (typeof card === 'string') {
    missing('slow card', card)
    return
  }
  await withBoxes(bench, 2_000, async ([box]) => {
    if (box) await bringInto(box, bench.within, card)
  })
}

async function bringInto(box: Box, within: string, card: Under): Promise<void> {
  const file = await bundleFor(within, box.folder)
  const server = await serveBox(box, card)
  const paths = ['/', ...box.pages.slice(0, 200), ...SEARCHES]
  const pages = () =>
    load({ address: server.address, paths, status: 200, connections: PEOPLE, seconds: SECONDS })
  const before = await pages()
  tell({
    what: 'page, nothing coming in',
    records: box.records,
    connections: PEOPLE,
    ...before,
    ...saidOf(before),
  })
  const begun = performance.now()
  const brought = post(server.address, file).then(status => ({
    status,
    seconds: (performance.now() - begun) / 1_000,
  }))
  const during = await pages()
  const { status, seconds } = await brought
  const said = `brought in ${seconds.toFixed(0)} s (${status})`
  tell({
    what: 'page, the bundle coming in',
    records: box.records,
    connections: PEOPLE,
    ...during,
    said,
    aim: 'p99 < 50 ms',
    met: ({ p99 = 0 }) => p99 < 50,
  })
  await server.stop()
}

/** A bundle of another box, which this one is paired with. */
async function bundleFor(within: string, folder: string): Promise<string> {
  const other = join(within, 'bringing')
  writeBox(other, BROUGHT)
  const from = openLog(placesIn(other).log, openBox(other))
  const engine = openEngine(wholeBricks(bricks), openBox(folder), placesIn(folder))
  setPeerMark(engine.log, from.box.name, { paired: true })
  const file = join(other, 'news.cocote')
  await packTo({ folder: other, log: from, file, now: Date.now(), to: undefined, since: undefined })
  for (const db of [from.db, engine.tables.db, engine.log.db]) db.close()
  return file
}

async function post(address: string, file: string): Promise<number> {
  const body = new FormData()
  body.set('fichier', await openAsBlob(file), 'news.cocote')
  const answer = await fetch(new URL('/nouvelles/apporter', address), {
    method: 'POST',
    headers: { origin: address },
    body,
    redirect: 'manual',
  })
  await answer.text()
  return answer.status
}
