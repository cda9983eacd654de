import type { TestContext } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { type Served, serve } from '../../src/app/serve.ts'
import { inTransaction } from '../../src/engine/transaction.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { openLocal, startSession } from '../../src/files/local.ts'
import { append } from '../../src/log/append.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { setPassphrase } from '../../src/web/session/keeper.ts'
import {
  type Bringing,
  besideServer,
  bring,
  lacking,
  recordId,
  tempFolder,
  within,
} from './folders.ts'
import type { OpenEngine } from './open-engine.ts'

/** For tests of what villages carry to each other: boxes that serve, and how they are asked. */
export const noNews =
  lacking('offer') ||
  (bricks.some(one => one.name === 'sync') ? false : 'no brick of this house has the page of news')
export const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/[\s\u00a0\u202f]+/g, ' ')

const TERRITORY = {
  name: 'Sail et alentours',
  village: '42195',
  communes: ['42195'],
  keptBy: 'Anaïs et Malo, au local le mercredi',
}

/**
 * A box in a folder of its own, served, and somebody before it: a person with a telephone, or its
 * keeper.
 */
export type Village = Readonly<{
  folder: string
  name: string
  at: string
  keeper: string
  close: () => Promise<void>
}>
export async function village(
  t: TestContext,
  titles: readonly string[],
  first: number,
  more: readonly Bringing[] = [],
): Promise<Village> {
  const folder = tempFolder()
  within(folder, engine => {
    bring(engine, {
      type: 'territory',
      id: recordId(900 + first),
      fields: { ...TERRITORY, name: first === 1 ? 'Sail et alentours' : 'Boën et alentours' },
    })
    if (more.length > 0) bring(engine, ...more)
    for (const [n, title] of titles.entries())
      bring(engine, { type: 'offer', id: recordId(first + n), fields: { title } })
  })
  const local = openLocal(placesIn(folder).local)
  await setPassphrase(local, 'quatre chaises au soleil')
  const keeper = `tenue=${startSession(local, true, Date.now())}`
  local.db.close()
  return open(t, folder, keeper)
}
/** The box of that folder, served: again, or from a copy of it. */
export async function open(t: TestContext, folder: string, keeper: string): Promise<Village> {
  const served: Served = await serve({
    data: folder,
    port: 0,
    tlsPort: undefined,
    host: '127.0.0.1',
    names: [],
  })
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await served.close()
    isOpen = false
  }
  t.after(close)
  return { folder, name: openBox(folder).name, at: served.address, keeper, close }
}
export const recognise = (here: string, name: string, called: string): void =>
  besideServer(here, ({ log }) => {
    log.db.exec('BEGIN')
    decideBox(log, { name, paired: true, called })
    log.db.exec('COMMIT')
  })

/** What a page says, to whoever has this cookie. */
export async function page(of: Village, path: string, cookie = ''): Promise<string> {
  return plain(
    await (await fetch(of.at + path, { headers: { cookie, 'accept-language': 'fr' } })).text(),
  )
}

/**
 * More than a box may bring at once: writes of a type that no brick here knows, which fill no
 * table.
 */
export const loom = (engine: OpenEngine, count: number, id: (n: number) => string): void =>
  inTransaction(engine, () => {
    for (let n = 0; n < count; n++) {
      const fields = { said: { value: `${n} ${'z'.repeat(256_000)}`, over: [] } }
      append(engine.log, [{ type: 'loom', record: id(100 + n), space: 'commons', fields }], {
        now: Date.now(),
        sure: true,
        by: 'keeper',
      })
    }
  })
