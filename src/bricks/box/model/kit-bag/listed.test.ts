import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type BagThing, listed } from './listed.ts'

test('the list: the box’s own keep their keys, whatever was written of them', () => {
  const thing = (id: string): BagThing => ({
    id,
    name: `own ${id}`,
    count: 1,
    pocket: '',
    lentBy: '',
  })
  const written = fc.uniqueArray(
    fc.record({ origin: fc.constantFrom('a', 'b', 'c', 'before', ''), out: fc.boolean() }),
    {
      selector: one => one.origin || one,
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(written, all => {
      const of = all.map((one, n) => ({ ...thing(`w${n}`), ...one }))
      const list = listed(['a', 'b', 'c'].map(thing), of)
      assert.equal(new Set(list.map(one => one.id)).size, list.length)
      for (const key of ['a', 'b', 'c']) {
        const mine = of.find(one => one.origin === key)
        const stands = list.find(one => one.id === key)
        assert.equal(
          stands?.name,
          mine === undefined ? `own ${key}` : mine.out ? undefined : mine.name,
        )
      }
      const before = of.find(one => one.origin === 'before')
      assert.equal(
        list.find(one => one.id === 'before')?.name,
        before?.out === false ? before.name : undefined,
      )
    }),
  )
})
