import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { bring, engineOf, said } from '../../tests/exchange/engines.ts'
import { met } from '../../tests/exchange/met.ts'
import { runs } from '../../tests/support/pass.ts'
import { NOON } from '../../tests/wire/boxes.ts'

const ID = '01kc0000000000000000000001'
/** What the box where a record was written, and another, may do with it, apart, until they meet. */
const act = fc.constantFrom('edit there', 'edit here', 'withdraw', 'put back', 'meet')

test(
  'a withdrawal waits with the writes that it missed, in any order of arrival, and not ' +
    'with those that it saw',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async acts => {
        const [here, there] = [engineOf(1), engineOf(2)]
        bring(here, 'need', ID, { title: 'des palettes', reach: 'au bar' })
        await met(here, there, NOON)
        const need = here.types.get('need')!
        /** Edits made there: all, those that this box holds, those that the withdrawal saw. */
        const edits = { all: 0, here: 0, seen: 0 }
        let isWithdrawn = false
        for (const [n, what] of acts.entries()) {
          if (what === 'edit there' && there.read.one(need, ID)) {
            bring(there, 'need', ID, { amount: `n° ${n}` })
            edits.all++
          } else if (what === 'edit here' && !isWithdrawn)
            bring(here, 'need', ID, { where: `n° ${n}` })
          else if (what === 'withdraw' && !isWithdrawn) {
            assert.ok(said(here, 'remove', { type: 'need', id: ID }).done)
            isWithdrawn = true
            edits.seen = edits.here
          } else if (what === 'put back' && isWithdrawn) {
            bring(here, 'need', ID, { removed: false })
            isWithdrawn = false
          } else if (what === 'meet') {
            await met(here, there, NOON)
            edits.here = edits.all
          }
        }
        await met(here, there, NOON)
        const waits = isWithdrawn && edits.all > edits.seen
        for (const engine of [here, there]) {
          assert.deepEqual(
            engine.read.conflicts().map(one => one.field),
            waits ? ['removed'] : [],
          )
          assert.equal(engine.read.one(need, ID) === undefined, isWithdrawn)
          const versions = engine.read
            .versions({ type: 'need', id: ID, space: 'commons', field: 'removed' })
            .map(one => one.value)
          if (waits) assert.deepEqual(versions, [true, false])
        }
      }),
      runs(5, 12),
    )
  },
)
