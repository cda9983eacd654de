import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { checkFolder } from '../../src/backup/check.ts'
import { inTransaction } from '../../src/engine/transaction.ts'
import { openBox } from '../../src/files/folder.ts'
import { append } from '../../src/log/append.ts'
import { lastSeqs } from '../../src/log/log.ts'
import { showAll } from '../../src/projection/tables.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { recordId, rowsIn, tempFolder, within } from '../support/folders.ts'
import { at } from '../support/pass.ts'
import { NOON } from '../wire/boxes.ts'
import { chanceFrom, SEED } from './chance.ts'
import { killedOnceGrown, logSize } from './growing.ts'
import { COCOTE } from './serving.ts'

/** A delivery that lands a mebibyte at a time, killed again and again on its way. */
const KILLS = at(1, 5, 20)
const ENTRIES = at(250, 1_500, 4_000)
const WORDS = 2_000

function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(COCOTE, args, { encoding: 'utf8' })
  assert.equal(status, 0, `${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}

function twoFolders(): Readonly<{ sail: string; boen: string; file: string }> {
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
  run('courier', 'pack', '--out', file, '--data', sail)
  return { sail, boen, file }
}

const held = (folder: string): number =>
  within(folder, ({ log }) => [...lastSeqs(log).values()].reduce((sum, last) => sum + last, 0))

test(
  `a delivery killed ${KILLS} times leaves whole pages only, and the same file finishes it ` +
    `(seed ${SEED})`,
  async t => {
    const chance = chanceFrom(SEED)
    const { sail, boen, file } = twoFolders()
    const counts = [0]
    for (let n = 0; n < KILLS; n++) {
      await killedOnceGrown(['courier', 'deliver', file], boen, chance.below(logSize(sail) / KILLS))
      assert.deepEqual((await checkFolder(boen, bricks)).hurts, [])
      counts.push(held(boen))
      assert.ok(counts.at(-1)! >= counts.at(-2)!, counts.join(' '))
    }
    t.diagnostic(`entries held after each kill: ${counts.slice(1).join(', ')}`)
    run('courier', 'deliver', file, '--data', boen)
    assert.equal(held(boen), ENTRIES)
    assert.deepEqual(rowsIn(boen, 'offer'), rowsIn(sail, 'offer'))
    assert.deepEqual((await checkFolder(boen, bricks)).hurts, [])
  },
)
