import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { bricks } from '../../src/app/bricks.ts'
import { tableOf } from '../../src/contract/tables.ts'
import { typesOf } from '../../src/engine/shape.ts'
import { inTransaction } from '../../src/engine/transaction.ts'
import { openBox } from '../../src/files/folder.ts'
import { append } from '../../src/log/append.ts'
import { showAll } from '../../src/projection/tables.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { recordId, rowsOf, tempFolder, within } from '../support/folders.ts'
import { NOON } from '../wire/boxes.ts'
import { COCOTE, keptPort, start } from './serving.ts'
import { type Answer, ask, withKeeper } from './turns.ts'

/**
 * Boxes in folders that know each other, each with words of its own, and the servers that open
 * them.
 */
export type Place = {
  readonly folder: string
  readonly called: string
  readonly cookie: string
  readonly port: string
  address: string
  serving: ReturnType<typeof start> | undefined
}

export async function places(names: readonly string[], entries: number): Promise<readonly Place[]> {
  const made: Place[] = []
  for (const [i, called] of names.entries()) {
    const folder = tempFolder()
    written(folder, 1 + i * 10_000, entries)
    made.push({
      folder,
      called,
      cookie: await withKeeper(folder),
      address: '',
      port: await keptPort(),
      serving: undefined,
    })
  }
  for (const here of made)
    within(here.folder, ({ log }) => {
      for (const there of made)
        if (there !== here)
          decideBox(log, { name: openBox(there.folder).name, called: there.called, paired: true })
    })
  return made
}

/**
 * So many entries, each of one record that everybody reads; the last for the paired boxes alone.
 */
function written(folder: string, first: number, entries: number): void {
  within(folder, engine =>
    inTransaction(engine, () => {
      for (let n = first; n < first + entries; n++) {
        const space = n === first + entries - 1 ? ('network' as const) : ('commons' as const)
        const fields = {
          title: { value: `Annonce ${n}`, over: [] },
          detail: { value: `${n} `.repeat(100), over: [] },
        }
        const writes = [{ type: 'offer', record: recordId(n), space, fields }]
        showAll(
          engine.tables,
          engine.log,
          append(engine.log, writes, { now: NOON + n, sure: true, by: 'keeper' }),
        )
      }
    }),
  )
}

/** Opens the page, always at its own port: who was on the way finds it again. */
export async function open(place: Place): Promise<void> {
  const serving = start(COCOTE, [
    'serve',
    '--data',
    place.folder,
    '--port',
    place.port,
    '--tls-port',
    '0',
  ])
  place.serving = serving
  place.address = await serving.ready
}
export async function stop(place: Place, signal: NodeJS.Signals): Promise<void> {
  place.serving?.process.kill(signal)
  await place.serving?.gone
  place.serving = undefined
}

/**
 * The keeper here goes and fetches from an address; undefined when the page was cut before it
 * answered.
 */
export const meets = (place: Place, address: string): Promise<Answer | undefined> =>
  ask(place.address, '/bornes/rencontrer', {
    cookie: place.cookie,
    body: new URLSearchParams({ adresse: address }).toString(),
  })

/** As `meets`, asked again while that box says that it is meeting another. */
export async function meetsOnceFree(place: Place, address: string): Promise<Answer | undefined> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await meets(place, address)
    if (answer?.status !== 409) return answer
    await setTimeout(200)
  }
  throw new Error('the box says that it is meeting, and never ends')
}

export function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(COCOTE, args, { encoding: 'utf8' })
  assert.equal(status, 0, `${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}

/** All that everybody may read, and what is between the paired boxes, as pages read it. */
export function shared(folder: string): Readonly<Record<string, readonly unknown[]>> {
  const types = [...typesOf(bricks).values()].filter(
    type => (type.space ?? 'commons') === 'commons',
  )
  const tables = types.map(type => tableOf(type.name, 'commons'))
  return within(folder, engine =>
    Object.fromEntries(
      [...tables, tableOf('offer', 'network')].map(table => [table, rowsOf(engine, table)]),
    ),
  )
}
