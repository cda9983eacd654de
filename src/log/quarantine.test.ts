import assert from 'node:assert/strict'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import {
  fixedBox,
  inside,
  NOON,
  openMemory,
  recordId,
  stateOf,
  write,
} from '../../tests/wire/boxes.ts'
import { ingest } from './ingest.ts'
import { entriesAfter, type Log, lastSeqs, row } from './log.ts'
import { quarantineBeyond } from './quarantine.ts'

const ID = recordId(1)
const shown = (log: Log, field = 'title'): unknown =>
  row(log, 'need', ID, 'commons').get(field)?.shown?.value

/** All that one log wrote in the commons, taken into another. */
function carry(from: Log, to: Log): void {
  for (const feed of lastSeqs(from).keys())
    for (const signed of entriesAfter(from, feed, 0, 1_000)) inside(to, () => ingest(to, signed))
}
const feedOf = (log: Log): string => `${log.box.name}.${log.epoch}.commons`

test('entries after the believed ones are hidden, and show again once trust is given back; the log keeps them', () => {
  const [here, there] = [openMemory(fixedBox(1)), openMemory(fixedBox(2))]
  write(here, { record: ID, fields: { title: 'ici' }, now: NOON })
  carry(here, there)
  write(there, { record: ID, fields: { title: 'là-bas' }, now: NOON + 1 })
  write(there, { record: ID, fields: { title: 'mal' }, now: NOON + 2 })
  carry(there, here)
  assert.equal(shown(here), 'mal')
  const before = stateOf(here)
  inside(here, () => quarantineBeyond(here, there.box.name, { [feedOf(there)]: 1 }))
  assert.equal(shown(here), 'là-bas')
  inside(here, () => quarantineBeyond(here, there.box.name, {}))
  assert.equal(shown(here), 'ici')
  assert.equal(lastSeqs(here).get(feedOf(there)), 2)
  inside(here, () => quarantineBeyond(here, there.box.name, undefined))
  assert.deepEqual(stateOf(here), before)
})

test('a withdrawal of its own record outlives a quarantine; one of others’ records does not', () => {
  const [here, there] = [openMemory(fixedBox(1)), openMemory(fixedBox(2))]
  write(there, { record: ID, fields: { title: 'de là-bas' }, now: NOON })
  write(there, { record: ID, fields: { removed: true }, now: NOON + 1 })
  carry(there, here)
  inside(here, () => quarantineBeyond(here, there.box.name, { [feedOf(there)]: 1 }))
  assert.deepEqual([shown(here), shown(here, 'removed')], ['de là-bas', true])
  const [mine, bad] = [openMemory(fixedBox(1)), openMemory(fixedBox(2))]
  write(mine, { record: ID, fields: { title: 'd’ici' }, now: NOON })
  carry(mine, bad)
  write(bad, { record: ID, fields: { removed: true }, now: NOON + 1 })
  carry(bad, mine)
  inside(mine, () => quarantineBeyond(mine, bad.box.name, {}))
  assert.deepEqual([shown(mine), shown(mine, 'removed')], ['d’ici', undefined])
})

testEach('the last decision counts alone, whatever quarantines came before', () => {
  const steps = fc.array(fc.option(fc.nat(6), { nil: undefined }), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }), steps, (who, all) => {
      const [here, there] = [openMemory(fixedBox(1)), openMemory(fixedBox(2))]
      for (const [n, isHere] of who.entries()) {
        write(isHere ? here : there, { record: ID, fields: { title: `v${n}` }, now: NOON + n })
        if (isHere) carry(here, there)
        else carry(there, here)
      }
      const set = (upTo: number | undefined): void =>
        inside(
          here,
          () =>
            void quarantineBeyond(
              here,
              there.box.name,
              upTo === undefined ? undefined : { [feedOf(there)]: upTo },
            ),
        )
      set(all.at(-1))
      const wanted = stateOf(here)
      for (const upTo of all) set(upTo)
      assert.deepEqual(stateOf(here), wanted)
    }),
    runs(10, 30),
  )
})
