import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bundleFor,
  type Disked,
  receiptFor,
  recognises,
  withDisk,
} from '../../../tests/exchange/disks.ts'
import { inside, NOON, recordId, write } from '../../../tests/wire/boxes.ts'
import type { BoxSeen } from '../../contract/box/boxes.ts'
import { Bundle } from '../bundle/bundle.ts'
import type { Packing } from '../bundle/pack.ts'
import { NOTHING, ownVectors } from '../bundle/vector.ts'
import { emptyCounts, takePage } from '../intake/take.ts'
import { decideBox, refuseDismissal, trustOf } from '../trust/decisions.ts'
import { peerMarksIn } from '../trust/marks.ts'
import { boxesSeen } from '../trust/seen.ts'
import { type Quota, UNLIMITED } from '../trust/trust.ts'
import { noteManifest } from './heard.ts'

/** What the folder's courier does of a bundle, with what it left told to the marks. */
async function comes(
  { log }: Disked,
  bytes: Uint8Array,
  quota: Quota = UNLIMITED,
  follows?: boolean,
): Promise<void> {
  const opened = await Bundle.open(bytes, log.box)
  const report = emptyCounts()
  for await (const { entries } of opened.pages())
    inside(log, () =>
      takePage(log, entries, { trust: trustOf(log, log.box.name), quota, now: NOON, report }),
    )
  const { taken, stopped, isFull } = report
  const brought = { taken, stopped: stopped.size, isFull, aside: [...report.aside.values()] }
  inside(log, () => noteManifest(log, opened, NOON, { brought, ...(follows ? { follows } : {}) }))
}
const seenAt = ({ log }: Disked, of: Disked): BoxSeen =>
  boxesSeen(log, log.box.name).others.find(({ name }) => name === of.log.box.name) as BoxSeen
const wrote = ({ log }: Disked, from: number, count: number): void => {
  for (let n = from; n < from + count; n++)
    write(log, { record: recordId(n), fields: { title: `Annonce ${n}` } })
}
const receiptOf = (from: Disked, to: Disked): Promise<Buffer> =>
  receiptFor(from, to, ownVectors(from.log))

function twoBoxes(): readonly [Disked, Disked] {
  const [sail, boen] = [withDisk(1), withDisk(2)]
  recognises(sail, boen)
  recognises(boen, sail)
  return [sail, boen]
}

test(
  'entries that wait for a yes or are set aside wait on after a receipt, until the rest comes ' +
    'by any way',
  async () => {
    const [sail, boen] = twoBoxes()
    wrote(sail, 1, 5)
    const much = await bundleFor(sail, boen, { since: NOTHING })
    await comes(boen, much, { entries: 3, bytes: 1e9 })
    await comes(boen, await receiptOf(sail, boen))
    assert.deepEqual([seenAt(boen, sail).isFull, seenAt(boen, sail).toTake], [true, 2])
    await comes(boen, much)
    assert.equal(seenAt(boen, sail).isFull, false)

    const [one, third] = [withDisk(4), withDisk(3)]
    recognises(third, sail, one)
    recognises(one, sail)
    await comes(one, much, { entries: 3, bytes: 1e9 })
    await comes(third, much)
    recognises(one, third)
    await comes(one, await bundleFor(third, one, { since: NOTHING }))
    assert.deepEqual(
      [seenAt(one, sail).toTake, seenAt(one, sail).isFull],
      [0, false],
      'a third box brought the rest',
    )
  },
)

test(
  'a stranger’s entries that were set aside are reported as long as they wait: its receipts ' +
    'change nothing',
  async () => {
    const [sail, boen] = [withDisk(1), withDisk(2)]
    wrote(sail, 1, 1)
    await comes(boen, await bundleFor(sail, boen, { since: NOTHING }))
    await comes(boen, await receiptOf(sail, boen))
    assert.deepEqual(
      seenAt(boen, sail).aside.map(({ why, entries }) => [why, entries]),
      [['unknown', 1]],
    )
  },
)

test('bundles of one session are reported as one, on either side; the next file begins anew', async () => {
  const [sail, boen] = twoBoxes()
  const usson = withDisk(3)
  wrote(usson, 50, 4)
  recognises(sail, usson)
  await comes(sail, await bundleFor(usson, sail, { since: NOTHING }))
  const whole = await bundleFor(sail, boen, { since: NOTHING })
  const known = ownVectors(sail.log)
  wrote(sail, 1, 1)
  const later = (more: Partial<Packing>): Promise<Buffer> =>
    bundleFor(sail, boen, { since: known, ...more })
  const aside = () => seenAt(boen, sail).aside.map(({ why, entries }) => [why, entries])
  await comes(boen, whole)
  assert.deepEqual(aside(), [['unknown', 4]])
  await comes(boen, await later({ alreadyOffered: NOTHING }))
  assert.deepEqual(
    aside(),
    [['unknown', 4]],
    'who is asked sees by the bundle that it follows another',
  )
  await comes(boen, await later({}), UNLIMITED, true)
  assert.deepEqual(aside(), [['unknown', 4]], 'who asks says so')
  inside(boen.log, () => decideBox(boen.log, { name: usson.log.box.name, paired: true }))
  await comes(boen, await receiptOf(sail, boen))
  assert.deepEqual(aside(), [['unknown', 4]], 'a meeting begins, and carries nothing yet')
  await comes(boen, await bundleFor(sail, boen, { since: NOTHING, alreadyOffered: NOTHING }))
  assert.deepEqual(aside(), [])
})

test('the keeper’s refusals are remembered, however many strangers come', async () => {
  const [boen, sail, usson, first] = [withDisk(1), withDisk(2), withDisk(3), withDisk(4)]
  const [refused, spared, asker] = [sail.log.box.name, usson.log.box.name, recordId(1)]
  inside(boen.log, () => decideBox(boen.log, { name: refused, refused: true }))
  inside(boen.log, () => refuseDismissal(boen.log, { by: asker, box: spared }, true))
  const many = Array.from({ length: 21 }, (_, i) => withDisk(10 + i))
  for (const [i, one] of [first, ...many].entries()) {
    const opened = await Bundle.open(await receiptOf(one, boen), boen.log.box)
    inside(boen.log, () => noteManifest(boen.log, opened, NOON + i))
  }
  const marks = peerMarksIn(boen.log)
  assert.equal(marks.get(refused)?.refused, true)
  assert.deepEqual(marks.get(spared)?.dismissalsRefused, [asker])
  assert.deepEqual([marks.size, marks.has(first.log.box.name)], [22, false])
})
