import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { bricks } from '../../src/app/bricks.ts'
import { inTransaction } from '../../src/engine/transaction.ts'
import { startWriting } from '../../src/engine/writer-client.ts'
import { storeFile } from '../../src/files/files.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { append } from '../../src/log/append.ts'
import { forgetValue, writesToForget } from '../../src/log/forget.ts'
import { showAll } from '../../src/projection/tables.ts'
import { pack } from '../../src/sync/bundle/pack-client.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { recordId, tempFolder, within } from '../support/folders.ts'
import { openEngine } from '../support/open-engine.ts'
import { NOON } from '../wire/boxes.ts'
import { serving } from './serving.ts'
import { acknowledges, ask, bring, turnOf, withKeeper } from './turns.ts'
import { inspect } from './whole.ts'

/** Some pages of entries, each a slice of the writer’s. */
const ENTRIES = 800

function folderThatSays(entries: number): string {
  const folder = tempFolder()
  const engine = openEngine(bricks, openBox(folder), placesIn(folder))
  inTransaction(engine, () => {
    for (let n = 1; n <= entries; n++) {
      const fields = {
        title: { value: `Annonce ${n}`, over: [] },
        detail: { value: `${n} `.repeat(200), over: [] },
      }
      const writes = [{ type: 'offer', record: recordId(n), space: 'commons' as const, fields }]
      showAll(
        engine.tables,
        engine.log,
        append(engine.log, writes, { now: NOON + n, sure: true, by: 'keeper' }),
      )
    }
  })
  engine.tables.db.close()
  engine.log.db.close()
  return folder
}

function writes(folder: string, ...all: Parameters<typeof append>[1]): void {
  within(folder, engine =>
    inTransaction(engine, () =>
      showAll(
        engine.tables,
        engine.log,
        append(engine.log, all, { now: NOON, sure: true, by: 'keeper' }),
      ),
    ),
  )
}

test('while a bundle comes in, turns are answered before it ends', async () => {
  const [sail, boen] = [folderThatSays(ENTRIES), tempFolder()]
  within(boen, ({ log }) => void decideBox(log, { name: openBox(sail).name, paired: true }))
  const { file } = await pack({ folder: sail })
  const writing = await startWriting({
    worker: new URL('../../src/app/writer-worker.ts', import.meta.url),
    folder: boen,
    onFault: assert.fail,
    onDeath: error => assert.fail(String(error)),
  })
  const order: string[] = []
  const delivering = writing.deliver(file, true).then(answer => {
    order.push('delivered')
    return answer
  })
  for (let n = 1; !order.includes('delivered'); n++) {
    const { records, body } = turnOf(n, 1)
    const input = { records: JSON.stringify(records), next: '/' }
    const id = String(new URLSearchParams(body).get('tour'))
    const answer = await writing.turn({
      brick: 'plain',
      command: 'bring',
      input,
      by: 'keeper',
      id,
      lang: 'fr',
    })
    assert.equal(answer.done, true)
    order.push('turn')
  }
  const delivered = await delivering
  assert.ok('delivered' in delivered && delivered.delivered.taken === ENTRIES)
  assert.ok(order.indexOf('delivered') >= 5, `${order.indexOf('delivered')} turns before the end`)
  await writing.close()
  assert.deepEqual(inspect(boen).faults, [])
})

test(
  'a picture that came a moment ago, and was forgotten where it came from, leaves the disk of ' +
    'a page that stays open',
  async () => {
    const [sail, boen] = [folderThatSays(0), tempFolder()]
    within(boen, ({ log }) => void decideBox(log, { name: openBox(sail).name, paired: true }))
    const picture = storeFile(sail, 'commons', Buffer.from('une image'), {
      name: 'a.png',
      type: 'image/png',
    })
    writes(sail, {
      type: 'loom',
      record: recordId(1),
      space: 'commons',
      fields: { pictures: { value: [picture], over: [] } },
    })
    const writing = await startWriting({
      worker: new URL('../../src/app/writer-worker.ts', import.meta.url),
      folder: boen,
      onFault: assert.fail,
      onDeath: error => assert.fail(String(error)),
    })
    const brings = async () => writing.deliver((await pack({ folder: sail })).file, true)
    const files = (): readonly string[] => readdirSync(join(placesIn(boen).files, 'commons'))
    await brings()
    assert.deepEqual(files(), [picture.hash])
    const named = within(sail, ({ log }) => forgetValue(writesToForget(log, 'loom', recordId(1))))
    writes(sail, {
      type: 'forget',
      record: recordId(2),
      space: 'commons',
      fields: { writes: { value: named, over: [] } },
    })
    await brings()
    for (let tries = 0; tries < 100 && files().length > 0; tries++) await setTimeout(250)
    assert.deepEqual(files(), [])
    await writing.close()
  },
)

test('while two boxes meet, both pages are answered, and turns too', async () => {
  const [sail, boen] = [folderThatSays(ENTRIES), folderThatSays(0)]
  for (const [here, there] of [
    [sail, boen],
    [boen, sail],
  ] as const)
    within(here, ({ log }) => void decideBox(log, { name: openBox(there).name, paired: true }))
  const cookies = [await withKeeper(sail), await withKeeper(boen)]
  const servers = [serving(sail), serving(boen)]
  const [from, to] = await Promise.all(servers.map(one => one.ready))
  let isOver = false
  const met = ask(to!, '/bornes/rencontrer', {
    cookie: cookies[1]!,
    body: new URLSearchParams({ adresse: from! }).toString(),
  }).then(answer => {
    isOver = true
    return answer
  })
  const answered = { pages: 0, turns: 0 }
  for (let n = 1; !isOver; n++)
    for (const [i, address] of [from!, to!].entries()) {
      const page = await ask(address, `/?n=${n}`)
      const turn = turnOf(n * 10 + i, 1)
      const isDone = acknowledges(await bring(address, cookies[i]!, turn), turn)
      if (isOver) break
      assert.equal(page?.status, 200)
      assert.ok(isDone)
      answered.pages++
      answered.turns++
    }
  assert.equal((await met)?.status, 303)
  assert.ok(answered.pages >= 4 && answered.turns >= 4, JSON.stringify(answered))
  for (const one of servers) {
    one.process.kill('SIGTERM')
    await one.gone
  }
  const { faults, entries } = inspect(boen)
  // Of a turn made elsewhere, what stays at home did not come.
  assert.deepEqual(
    faults.filter(fault => !/^half of turn/.test(fault)),
    [],
  )
  assert.ok(entries > ENTRIES)
})
