import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { groupsBySource, MANY, type SubmissionOrigin } from './submission-groups.ts'

test('an entry is in one group, of its own source; at the box’s own computer a name tells groups apart', () => {
  const hand = fc.option(
    fc.record({ is: fc.constantFrom('card', 'device', 'here'), who: fc.constantFrom('a', 'b') }),
    { nil: undefined },
  )
  const things = fc.array(
    fc.record({
      id: fc.uuid(),
      hand: hand as fc.Arbitrary<SubmissionOrigin | undefined>,
      signed: fc.constantFrom('', 'Élodie', 'élodie ', 'Paul'),
    }),
  )
  fc.assert(
    fc.property(things, all => {
      const groups = groupsBySource(
        all,
        one => one.hand,
        one => one.signed,
      )
      const ids = groups.flatMap(group => group.all.map(one => one.id))
      assert.equal(new Set(ids).size, ids.length)
      for (const group of groups) {
        assert.ok(group.all.length >= MANY)
        const names = group.all.map(one => one.signed.trim().toLowerCase())
        assert.ok(group.all.every(one => one.hand?.is === group.hand.is))
        if (group.hand.is === 'here') assert.ok(new Set(names).size === 1 && names[0] !== '')
        else assert.ok(group.all.every(one => one.hand?.who === group.hand.who))
      }
      // Whatever is in none is alone, or few.
      const left = all.filter(
        one => !ids.includes(one.id) && one.hand?.is === 'card' && one.hand.who === 'a',
      )
      assert.ok(left.length < MANY)
    }),
  )
})
