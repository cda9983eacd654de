import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { checkFolder } from '../../src/backup/check.ts'
import { inTransaction } from '../../src/engine/transaction.ts'
import { openBox } from '../../src/files/folder.ts'
import { append } from '../../src/log/append.ts'
import { lastSeqs } from '../../src/log/log.ts'
import { showAll } from '../../src/projection/tables.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { cocote } from '../support/command-line.ts'
import { recordId, rowsIn, tempFolder, within } from '../support/folders.ts'
import { at } from '../support/pass.ts'
import { NOON } from '../wire/boxes.ts'
import { chanceFrom, SEED } from './chance.ts'
import { killedOnceGrown, logSize } from './growing.ts'

/** A delivery that lands a mebibyte at a time, killed again and again on its way. */
const KILLS = at(1, 5, 20)
const ENTRIES = at(180, 1_500, 4_000)
const WORDS = 2_000

async function run(t: TestContext, ...args: readonly string[]): Promise<void> {
  const { code, out, err } = await cocote(t, ...args)
  assert.equal(code, 0, `${args.join(' ')}: ${out}${err}`)
}

type Folders = Readonly<{ sail: string; boen: string; file: string }>
async function twoFolders(t: TestContext): Promise<Folders> {
  const [sail, boen] = [tempFolder(), tempFolder()]
  within(sail, engine =>
    inTransaction(engine, () => {
      for (let n = 1; n <= ENTRIES; n++) {
        const fields = {
          title: { value: `Annonce ${n}`, over: [] },
          detail: { value: `${n} `.repeat(WORDS), over: [] },
        }
        const writes = [{ type: 'offer', record: recordId(n), space: 'commons' as const, fields }]
        showAll(
          engine.tables,
          engine.log,
          append(engine.log, writes, { now: NOON + n, sure: true, by: 'keeper' }),
        )
      }
    }),
  )
  within(boen, ({ log }) => void decideBox(log, { name: openBox(sail).name, paired: true }))
  const file = join(tempFolder(), 'nouvelles.cocote')
  await run(t, 'courier', 'pack', '--out', file, '--data', sail)
  return { sail, boen, file }
}

const held = (folder: string): number =>
  within(folder, ({ log }) => [...lastSeqs(log).values()].reduce((sum, last) => sum + last, 0))

test(
  `a delivery killed ${KILLS} times leaves whole pages only, and the same file finishes it ` +
    `(seed ${SEED})`,
  async t => {
    const chance = chanceFrom(SEED)
    const { sail, boen, file } = await twoFolders(t)
    const counts = [0]
    for (let n = 0; n < KILLS; n++) {
      await killedOnceGrown(['courier', 'deliver', file], boen, chance.below(logSize(sail) / KILLS))
      assert.deepEqual((await checkFolder(boen, bricks)).hurts, [])
      counts.push(held(boen))
      assert.ok(counts.at(-1)! >= counts.at(-2)!, counts.join(' '))
    }
    t.diagnostic(`entries held after each kill: ${counts.slice(1).join(', ')}`)
    await run(t, 'courier', 'deliver', file, '--data', boen)
    assert.equal(held(boen), ENTRIES)
    assert.deepEqual(rowsIn(boen, 'offer'), rowsIn(sail, 'offer'))
    assert.deepEqual((await checkFolder(boen, bricks)).hurts, [])
  },
)
