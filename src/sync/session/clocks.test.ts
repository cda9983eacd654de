import assert from 'node:assert/strict'
import fc from 'fast-check'
import {
  bundleFor,
  type Disked,
  lands,
  recognises,
  withDisk,
} from '../../../tests/exchange/disks.ts'
import { runs, testOnce as test, testEach } from '../../../tests/support/pass.ts'
import { inside, NOON, recordId, write } from '../../../tests/wire/boxes.ts'
import { append } from '../../log/append.ts'
import { Bundle } from '../bundle/bundle.ts'
import { NOTHING } from '../bundle/vector.ts'
import { boxesSeen } from '../trust/seen.ts'
import { clockAhead } from './clocks.ts'
import { noteManifest } from './heard.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Boën makes a file, having read what Sail wrote at noon, at what its own clock says then. */
async function fileOf(
  boenSays: number,
): Promise<Readonly<{ sail: Disked; boen: Disked; opened: Bundle }>> {
  const [sail, boen] = [withDisk(1), withDisk(2)]
  recognises(sail, boen)
  recognises(boen, sail)
  write(sail.log, { record: recordId(1), fields: { title: 'Je cherche des palettes' }, now: NOON })
  await lands(boen, await bundleFor(sail, boen, { since: NOTHING }))
  const opened = await Bundle.open(
    await bundleFor(boen, sail, { since: NOTHING, now: boenSays }),
    sail.log.box,
  )
  return { sail, boen, opened }
}
const aheadIn = (
  { sail, opened }: Awaited<ReturnType<typeof fileOf>>,
  now: number,
  isMet = false,
  isSure = true,
): number | undefined => clockAhead(sail.log, opened, { me: sail.log.box.name, now, isSure, isMet })

testEach(
  'law: a right clock is not accused, however long its file was on the way; a clock ahead of ' +
    'the delivery, or behind an entry that it read, is',
  async () => {
    const after = fc.integer({ min: 0, max: 400 * DAY })
    await fc.assert(
      fc.asyncProperty(
        after,
        after,
        fc.integer({ min: -400 * DAY, max: 400 * DAY }),
        async (made, onTheWay, wrong) => {
          const came = NOON + made + onTheWay
          assert.equal(aheadIn(await fileOf(NOON + made), came), undefined)
          const told = aheadIn(await fileOf(NOON + made + wrong), came)
          // Never more than what is wrong, and on the side where it is.
          if (told !== undefined)
            assert.ok(
              wrong > 0 ? told > 0 && told <= wrong : told < 0 && told >= wrong,
              `${told} of ${wrong}`,
            )
          if (wrong > onTheWay || made + wrong < 0) assert.notEqual(told, undefined)
        },
      ),
      runs(15, 40),
    )
  },
)

test('over a network clocks are compared both ways; without a set clock here, none is accused', async () => {
  const late = await fileOf(NOON + DAY)
  assert.equal(aheadIn(late, NOON + DAY + 3 * HOUR, true), -3 * HOUR)
  assert.equal(aheadIn(late, NOON, true), DAY)
  for (const isMet of [true, false]) assert.equal(aheadIn(late, 0, isMet, false), undefined)
})

test('our entries written under an unset clock say nothing of another clock', async () => {
  const [sail, boen] = [withDisk(1), withDisk(2)]
  recognises(boen, sail)
  const fields = { title: { value: 'Une remorque', over: [] } }
  inside(sail.log, () =>
    append(sail.log, [{ type: 'need', record: recordId(1), space: 'commons', fields }], {
      now: NOON + 60 * DAY,
      sure: false,
      by: 'keeper',
    }),
  )
  await lands(boen, await bundleFor(sail, boen, { since: NOTHING }))
  const opened = await Bundle.open(
    await bundleFor(boen, sail, { since: NOTHING, now: NOON }),
    sail.log.box,
  )
  assert.equal(aheadIn({ sail, boen, opened }, NOON + DAY), undefined)
})

test('a bundle of three days ago is dated by its making, and the clock of its box is not behind', async () => {
  const { sail, opened } = await fileOf(NOON + DAY)
  const { name } = sail.log.box
  inside(sail.log, () => noteManifest(sail.log, opened, NOON + 4 * DAY))
  const [boen] = boxesSeen(sail.log, name).others
  assert.deepEqual(
    [boen?.heardAt, boen?.madeAt, boen?.isMet, boen?.clockAheadMs],
    [NOON + 4 * DAY, NOON + DAY, false, null],
  )
  inside(sail.log, () => noteManifest(sail.log, opened, NOON + 4 * DAY, { isMet: true }))
  assert.equal(boxesSeen(sail.log, name).others[0]?.clockAheadMs, -3 * DAY)
})
