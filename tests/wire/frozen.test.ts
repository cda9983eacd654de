import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { row } from '../../src/log/log.ts'
import { delivered, trusting } from '../exchange/carry.ts'
import { deliver, fixedBox, openMemory, recordId, stateOf } from './boxes.ts'
import { vectors } from './vectors.ts'

/**
 * Bundles as they were written, byte for byte: what a later version must still read. `node tests/wire/freeze.ts` wrote the first; a
 * release adds its own and changes none.
 */
const frozen = (name: string): Buffer => readFileSync(new URL(`./${name}`, import.meta.url))

test('the bundle of format 1 is read as on its first day: commons in clear, the network with the key that it was sealed for', async () => {
  const reader = openMemory(fixedBox(3))
  const report = await delivered(reader, frozen('bundle-1.cocote'), trusting(reader, fixedBox(1).name, fixedBox(2).name))
  assert.deepEqual([report.taken, report.faults, [...report.stopped.values()], report.isSealed], [11, [], [], false])
  const all = openMemory(fixedBox(4))
  for (const { bytes, signature, flesh, entry } of vectors()) if (!entry.feed.endsWith('.home')) deliver(all, { bytes, signature, flesh })
  assert.deepEqual(stateOf(reader), stateOf(all))
  assert.equal(row(reader, 'need', recordId(3), 'network').get('title')?.shown?.value, 'L’œuvre du père Noël 🎄')
  const stranger = openMemory(fixedBox(5))
  const shut = await delivered(stranger, frozen('bundle-1.cocote'), trusting(stranger, fixedBox(1).name, fixedBox(2).name))
  assert.deepEqual([shut.taken, shut.isSealed], [10, true])
})
