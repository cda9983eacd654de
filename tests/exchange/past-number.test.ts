import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { idFrom } from '../../src/core/id.ts'
import { writesToForget } from '../../src/log/forget.ts'
import { missingValuesIn } from '../../src/log/missing-values.ts'
import { withheldIn } from '../../src/projection/hidden.ts'
import { withdrawnValuesIn } from '../../src/projection/withdrawn-values.ts'
import { lastStateOf } from '../../src/sync/session/heard.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { runs, testOnce } from '../support/pass.ts'
import { NOON } from '../wire/boxes.ts'
import { packed } from './carry.ts'
import { bring, engineOf, nameOf, paired, said, taken } from './engines.ts'

/**
 * A number that its record says no more stays here: no bundle tells what the page tells to its
 * keeper alone.
 */

const id = (n: number): string => idFrom(NOON, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, n))
const [HALL, NOTICE] = [id(1), id(2)]
const place = (engine: OpenEngine) =>
  engine.read.one(engine.types.get('place')!, HALL) as Readonly<Record<string, unknown>> | undefined
const correct = (engine: OpenEngine, fields: Readonly<Record<string, string>>) => {
  const row = place(engine)!
  const now = {
    name: String(row['name']),
    kind: 'hall',
    phone: String(row['phone'] ?? ''),
    ...fields,
  }
  const answer = said(engine, 'write', { type: 'place', id: HALL, next: '/', ...now })
  assert.ok(answer.done, JSON.stringify(answer))
}
const carry = async (from: OpenEngine, to: OpenEngine) =>
  taken(
    to,
    await packed(from.log, {
      since: lastStateOf(from.log, nameOf(to)),
      withheld: withdrawnValuesIn(from.log),
    }),
  )
const flesh = (engine: OpenEngine): string =>
  JSON.stringify(engine.log.sql.all('SELECT value FROM piece'))

/** Long texts, in clear. */
const text = (engine: OpenEngine): string =>
  engine.log.sql
    .all<{ value: string }>('SELECT value FROM piece')
    .map(({ value }) =>
      Buffer.from(/"yjs":"([^"]*)/.exec(value)?.[1] ?? '', 'base64').toString('utf8'),
    )
    .join()

function two(): readonly [OpenEngine, OpenEngine] {
  const [sail, boen] = [engineOf(1), engineOf(2)]
  paired(sail, boen)
  return [sail, boen]
}

test(
  'law: of the numbers that a record said one after the other, only the last leaves, and its ' +
    'row is the same there',
  () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 10, max: 14 }), { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        async (all, isMet) => {
          const [sail, boen] = two()
          const numbers = all.map(n => `06 39 98 41 ${n}`)
          assert.ok(
            bring(sail, 'place', HALL, {
              name: `La halle, ${numbers[0]}`,
              kind: 'hall',
              phone: numbers[0],
            }).done,
          )
          for (const phone of numbers.slice(1)) correct(sail, { name: `La halle, ${phone}`, phone })
          await carry(sail, boen)
          if (isMet) {
            await carry(boen, sail)
            await carry(sail, boen)
          }
          for (const phone of new Set(numbers))
            assert.equal(flesh(boen).includes(phone), phone === numbers.at(-1), phone)
          assert.deepEqual(place(boen), place(sail))
          assert.equal(flesh(sail).includes(numbers[0]!), true, 'its own box keeps its history')
        },
      ),
      runs(8, 25),
    ),
)

testOnce(
  'of what was withdrawn nothing stays but that it was; put back, it is asked for and comes ' +
    'whole',
  async () => {
    const [sail, boen] = two()
    const hall = {
      name: 'La grange d’Odette',
      kind: 'hall',
      address: '3 rue Basse',
      description: 'Odette ouvre le soir',
      phone: '06 39 98 41 09',
    }
    assert.ok(bring(sail, 'place', HALL, hall).done)
    correct(sail, { description: 'Odette ouvre le soir, et le matin' })
    const notice = {
      title: 'Paul prête son broyeur',
      who: 'Paul',
      reach: '06 39 98 41 07',
      state: 'firm',
    }
    assert.ok(bring(sail, 'offer', NOTICE, notice).done)
    const records = [
      { type: 'offer', id: NOTICE },
      { type: 'place', id: HALL },
    ]
    const gone = records.map(one => said(sail, 'remove', one))
    await carry(sail, boen)
    assert.doesNotMatch(`${flesh(boen)}${text(boen)}`, /broyeur|Odette|Basse|39 98/)
    for (const one of gone)
      assert.ok(one.done && one.undo && said(sail, 'putBack', one.undo.input).done)
    await carry(boen, sail)
    await carry(sail, boen)
    for (const { type, id: record } of records) {
      const there = boen.read.one(boen.types.get(type)!, record)
      assert.ok(there)
      assert.deepEqual(there, sail.read.one(sail.types.get(type)!, record))
    }
  },
)

testOnce(
  'a neighbour who writes over a number silences nobody: what its own box says of it still ' +
    'leaves',
  async () => {
    const [sail, boen] = two()
    assert.ok(
      bring(sail, 'place', HALL, { name: 'La halle', kind: 'hall', phone: '06 39 98 41 07' }).done,
    )
    await carry(sail, boen)
    correct(boen, { phone: '06 11 22 33 44' })
    await carry(boen, sail)
    const third = engineOf(3)
    paired(sail, third)
    await carry(sail, third)
    assert.ok(flesh(third).includes('06 39 98 41 07'))
  },
)

testOnce(
  'a box asks again for what would show, and never for what its author wrote over',
  async () => {
    const [sail, boen] = two()
    assert.ok(
      bring(sail, 'place', HALL, { name: 'La halle', kind: 'hall', phone: '06 39 98 41 07' }).done,
    )
    correct(sail, { phone: '06 11 22 33 44' })
    assert.ok(
      bring(sail, 'offer', NOTICE, {
        title: 'Paul prête son broyeur',
        who: 'Paul',
        reach: '06 39 98 41 08',
        state: 'firm',
      }).done,
    )
    assert.ok(said(sail, 'privacy.hideNumber', { number: '06 39 98 41 08' }, 'visitor').done)
    await taken(
      boen,
      await packed(sail.log, {
        withheld: [...withdrawnValuesIn(sail.log), ...withheldIn(sail.log)],
      }),
    )
    const asked = Object.entries(missingValuesIn(boen.log, () => true))
    const notice = writesToForget(sail.log, 'offer', NOTICE, 'reach')
    assert.deepEqual(
      asked,
      notice.map(({ feed, seq }) => [feed, [seq]]),
    )
  },
)
