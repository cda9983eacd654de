import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inkOf, shareOf } from './ink.ts'

test('a rule that was right nearly always is in the first ink, another is not', () => {
  assert.equal(inkOf('voice.quoted'), 'proposed')
  assert.equal(inkOf('actor.noun'), 'perhaps')
})

test('a rule that nobody counted stays in the second ink until this box kept five of its pieces', () => {
  const kept = (accepted: number): ReturnType<typeof inkOf> =>
    inkOf('new.rule', new Map([['new.rule', { accepted, refused: 0 }]]))
  assert.deepEqual([0, 4, 5].map(kept), ['perhaps', 'perhaps', 'proposed'])
})

test('what this box refuses takes a rule out of the first ink', () => {
  const counts = new Map([['voice.quoted', { accepted: 0, refused: 6 }]])
  assert.equal(inkOf('voice.quoted', counts), 'perhaps')
})

test('one more accepted raises a share, one more refused lowers it, and it is never 0 nor 1', () => {
  const count = fc.nat({ max: 1_000 })
  fc.assert(
    fc.property(
      fc.constantFrom('need.seeks', 'offer.told', 'new.rule'),
      count,
      count,
      (...told) => {
        const [rule, accepted, refused] = told
        const share = (more: number, less: number): number =>
          shareOf(rule, new Map([[rule, { accepted: accepted + more, refused: refused + less }]]))
        assert.ok(share(1, 0) > share(0, 0) && share(0, 1) < share(0, 0))
        assert.ok(share(0, 0) > 0 && share(0, 0) < 1)
      },
    ),
  )
})
