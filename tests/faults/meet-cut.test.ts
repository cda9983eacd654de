import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { type TestContext, test } from 'node:test'
import { setTimeout as after } from 'node:timers/promises'
import { bricks } from '../../src/app/bricks.ts'
import { serve } from '../../src/app/serve.ts'
import { deliverFrom } from '../../src/engine/delivery.ts'
import { inTransaction } from '../../src/engine/transaction.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { append } from '../../src/log/append.ts'
import { lastSeqs } from '../../src/log/log.ts'
import { showAll } from '../../src/projection/tables.ts'
import { NoAnswer } from '../../src/sync/session/call.ts'
import type { SessionReport } from '../../src/sync/session/report.ts'
import { runSession } from '../../src/sync/session/session.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { recordId, tempFolder, within } from '../support/folders.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { openEngine } from '../support/open-engine.ts'
import { NOON } from '../wire/boxes.ts'
import { type Chance, chanceFrom, SEED } from './chance.ts'
import { run, shared } from './meeting.ts'

/**
 * What does not fold: some hundred kilobytes each way, in pieces far smaller than what passes
 * between two cuts.
 */
const ENTRIES = 150
const MOST_BEFORE_CUT = 96 * 1024
const MOST_MEETINGS = 60

function folderWith(first: number): string {
  const folder = tempFolder()
  within(folder, engine =>
    inTransaction(engine, () => {
      for (let n = first; n < first + ENTRIES; n++) {
        const fields = {
          title: { value: `Annonce ${n}`, over: [] },
          detail: { value: randomBytes(1_500).toString('hex'), over: [] },
        }
        const space = n % 10 === 0 ? ('network' as const) : ('commons' as const)
        const writes = [{ type: 'offer', record: recordId(n), space, fields }]
        showAll(
          engine.tables,
          engine.log,
          append(engine.log, writes, { now: NOON + n, sure: true, by: 'keeper' }),
        )
      }
    }),
  )
  return folder
}

/**
 * A network between two boxes: each connection lives for some bytes, in all, and ends in one of
 * three ways; now and then it is slow.
 */
async function cutting(
  t: TestContext,
  port: number,
  chance: Chance,
): Promise<Readonly<{ address: string; cuts: () => number }>> {
  let cuts = 0
  const server: Server = createServer(near => {
    const far = connect(port, '127.0.0.1')
    let left = chance.below(MOST_BEFORE_CUT)
    const isSlow = chance.below(4) === 0
    const end = [
      (one: Socket) => one.destroy(),
      (one: Socket) => one.resetAndDestroy(),
      (one: Socket) => one.end(),
    ][chance.below(3)]!
    const carry = (from: Socket, to: Socket): void => {
      from.on('error', () => to.destroy())
      from.on('close', () => to.end())
      from.on('data', async (piece: Buffer) => {
        from.pause()
        if (isSlow) await after(chance.below(5))
        if (piece.length >= left) {
          cuts++
          to.write(piece.subarray(0, left))
          for (const one of [from, to]) end(one)
          return
        }
        left -= piece.length
        to.write(piece, () => from.resume())
      })
    }
    carry(near, far)
    carry(far, near)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, cuts: () => cuts }
}

const held = ({ log }: OpenEngine): number =>
  [...lastSeqs(log).values()].reduce((sum, last) => sum + last, 0)

test(
  'over a network that cuts each connection anywhere, each meeting goes on from where the ' +
    `last one was, and both come to hold the same (seed ${SEED})`,
  async t => {
    const chance = chanceFrom(SEED)
    const [sail, boen] = [folderWith(1), folderWith(10_000)]
    for (const [here, there] of [
      [sail, boen],
      [boen, sail],
    ] as const)
      within(here, ({ log }) => void decideBox(log, { name: openBox(there).name, paired: true }))
    const served = await serve({
      data: boen,
      port: 0,
      tlsPort: undefined,
      host: '127.0.0.1',
      names: [],
      onFault: assert.fail,
    })
    const { address, cuts } = await cutting(t, served.port, chance)
    const engine = openEngine(bricks, openBox(sail), placesIn(sail))
    const counts = [held(engine)]
    let met: SessionReport | undefined
    for (let n = 0; n < MOST_MEETINGS && !(met?.stopped === null); n++) {
      met = await runSession(address, {
        folder: sail,
        box: engine.log.box,
        log: engine.log,
        now: () => NOON,
        yes: false,
        wait: () => after(1),
        deliver: async (file, yes, brings) => ({
          delivered: await deliverFrom(engine, sail, file, { now: () => NOON, yes, ...brings }),
        }),
      }).catch(error => {
        assert.ok(error instanceof NoAnswer && error.code === 'cut', String(error))
        return undefined
      })
      counts.push(held(engine))
      assert.ok(counts.at(-1)! >= counts.at(-2)!)
    }
    assert.deepEqual([met?.stopped, met?.toGive, met?.toTake], [null, 0, 0])
    assert.ok(cuts() >= 5, `${cuts()} cuts`)
    engine.tables.db.close()
    engine.log.db.close()
    await served.close()
    assert.equal(counts.at(-1), 2 * ENTRIES)
    assert.deepEqual(shared(boen), shared(sail))
    for (const folder of [sail, boen]) run('check', '--data', folder)
  },
)
