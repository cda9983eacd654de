import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { holdsFor } from '../../../tests/support/waiting-acts.ts'
import { NEVER, WAITING } from '../../../tests/support/waiting-records.ts'
import { bricks } from '../../app/bricks.ts'
import { OWN_RECORDS } from '../../contract/records/own-records.ts'

const isOwn = (name: string): boolean => OWN_RECORDS.some(type => type.name === name)
const types = [...new Set([...OWN_RECORDS, ...bricks.flatMap(({ records }) => records)])]

test('each record type of the house says what of it waits for somebody, or why nothing does', () => {
  const named = types.map(({ name }) => name)
  const silent = named.filter(name => !(name in WAITING) && !(name in NEVER))
  assert.deepEqual(silent, [], 'a new type says which in tests/support/waiting-records.ts')
  assert.deepEqual(
    Object.keys(WAITING).filter(name => name in NEVER),
    [],
  )
})

for (const [type, all] of Object.entries(WAITING))
  for (const [says, { waiting, needs = [] }] of Object.entries(all))
    test(`${type}: ${says}`, {
      skip: lacking(...[type, ...needs].filter(one => !isOwn(one))),
    }, async () => {
      using box = testBox()
      box.territory()
      await holdsFor(box, waiting)
      assert.deepEqual(box.faults, [])
    })
