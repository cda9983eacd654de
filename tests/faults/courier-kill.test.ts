import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as after } from 'node:timers/promises'
import { append } from '../../src/log/append.ts'
import { positions } from '../../src/log/log.ts'
import { showAll } from '../../src/projection/tables.ts'
import { durably } from '../../src/web/turn.ts'
import { recordId, rowsIn, tempFolder, within } from '../support/folders.ts'
import { NOON } from '../wire/boxes.ts'
import { chanceFrom, SEED } from './chance.ts'
import { COCOTE } from './serving.ts'

/** A delivery of some thirty pages, killed again and again on its way. */
const KILLS = 5
const ENTRIES = 1_500

function run(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(COCOTE, args, { encoding: 'utf8' })
  assert.equal(status, 0, `${args.join(' ')}: ${stdout}${stderr}`)
  return stdout
}
const nameOf = (folder: string): string => (JSON.parse(run('box', 'show', '--json', '--data', folder)) as { box: string }).box

function twoFolders(): Readonly<{ sail: string; boen: string; file: string }> {
  const [sail, boen] = [tempFolder(), tempFolder()]
  within(sail, house =>
    durably(house, () => {
      for (let n = 1; n <= ENTRIES; n++) {
        const fields = { title: { value: `Annonce ${n}`, over: [] }, detail: { value: `${n} `.repeat(400), over: [] } }
        const writes = [{ type: 'offer', record: recordId(n), space: 'commons' as const, fields }]
        showAll(house.tables, house.log, append(house.log, writes, { now: NOON + n, sure: true, by: 'keeper' }))
      }
    }),
  )
  within(boen, () => undefined)
  run('box', 'pair', nameOf(sail), '--data', boen)
  const file = join(tempFolder(), 'nouvelles.cocote')
  run('courier', 'pack', '--out', file, '--data', sail)
  return { sail, boen, file }
}

const held = (folder: string): number => within(folder, ({ log }) => [...positions(log).values()].reduce((sum, last) => sum + last, 0))

test(`a delivery killed ${KILLS} times leaves whole pages only, and the same file finishes it (seed ${SEED})`, async () => {
  const chance = chanceFrom(SEED)
  const { sail, boen, file } = twoFolders()
  const counts = [0]
  for (let n = 0; n < KILLS; n++) {
    const child = spawn(COCOTE, ['courier', 'deliver', file, '--data', boen], { stdio: 'ignore' })
    const ended = new Promise(resolve => child.on('exit', resolve))
    await Promise.race([after(400 + chance.below(1_200)), ended])
    child.kill('SIGKILL')
    await ended
    run('check', '--data', boen)
    counts.push(held(boen))
    assert.ok(counts.at(-1)! >= counts.at(-2)!, counts.join(' '))
  }
  run('courier', 'deliver', file, '--data', boen)
  assert.equal(held(boen), ENTRIES)
  assert.deepEqual(rowsIn(boen, 'offer'), rowsIn(sail, 'offer'))
  run('check', '--data', boen)
})
