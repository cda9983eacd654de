import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fixedBox } from '../../../tests/wire/boxes.ts'
import { MOST_INTRODUCED } from '../../contract/box/boxes.ts'
import { feedName } from '../../core/change.ts'
import type { Space } from '../../core/schema.ts'
import { introducersOf, type Trust, verdictOf } from './trust.ts'

const NAMES = [1, 2, 3, 4, 5].map(n => fixedBox(n).name)
const [ME, BOEN, SAIL, THIRD] = NAMES as [string, string, string, string, string]
const feed = (box: string, space: Space = 'commons') => feedName(box, '0123456789abcdef', space)
const nobody: Trust = {
  me: ME,
  paired: new Set(),
  accepted: new Set(),
  paused: new Set(),
  dismissed: new Map(),
  introductions: [],
}

test('a paired box is believed in both spaces, an unknown one in none; entries of home never are', () => {
  const trust = { ...nobody, paired: new Set([BOEN]) }
  assert.deepEqual(
    (['commons', 'network', 'home'] as const).map(space => verdictOf(trust, feed(BOEN, space), 1)),
    ['believed', 'believed', 'home'],
  )
  assert.equal(verdictOf(trust, feed(SAIL), 1), 'unknown')
})

test('an introduced box waits for the keeper’s yes, and then gives commons only', () => {
  const trust = { ...nobody, paired: new Set([BOEN]), introductions: [{ by: BOEN, box: SAIL }] }
  assert.equal(verdictOf(trust, feed(SAIL), 1), 'waits')
  assert.equal(verdictOf(trust, feed(SAIL, 'network'), 1), 'unknown')
  const yes = { ...trust, accepted: new Set([SAIL]) }
  assert.equal(verdictOf(yes, feed(SAIL), 1), 'believed')
  assert.equal(verdictOf(yes, feed(SAIL, 'network'), 1), 'unknown')
})

test('an introduction has depth one, and a box makes twenty at most', () => {
  const deep = {
    ...nobody,
    paired: new Set([BOEN]),
    accepted: new Set([SAIL]),
    introductions: [{ by: SAIL, box: THIRD }],
  }
  assert.equal(verdictOf(deep, feed(THIRD), 1), 'unknown')
  const introductions = Array.from({ length: MOST_INTRODUCED + 1 }, (_, n) => ({
    by: BOEN,
    box: fixedBox(20 + n).name,
  }))
  const flood = { ...nobody, paired: new Set([BOEN]), introductions }
  assert.deepEqual(introducersOf(flood, introductions[MOST_INTRODUCED - 1]!.box), [BOEN])
  assert.deepEqual(introducersOf(flood, introductions[MOST_INTRODUCED]!.box), [])
})

test(
  'a dismissal keeps what was believed before it; a pause sets everything aside; both can be ' +
    'taken back',
  () => {
    const trust = {
      ...nobody,
      paired: new Set([BOEN]),
      dismissed: new Map([[BOEN, { [feed(BOEN)]: 3 }]]),
    }
    assert.deepEqual(
      [3, 4].map(seq => verdictOf(trust, feed(BOEN), seq)),
      ['believed', 'dismissed'],
    )
    assert.equal(
      verdictOf({ ...nobody, paired: new Set([BOEN]), paused: new Set([BOEN]) }, feed(BOEN), 1),
      'paused',
    )
  },
)

const name = fc.constantFrom(...NAMES)
const names = fc.uniqueArray(name).map(all => new Set(all))
const trusts: fc.Arbitrary<Trust> = fc.record({
  me: fc.constant(ME),
  paired: names,
  accepted: names,
  paused: names,
  dismissed: fc
    .array(fc.record({ box: name, seq: fc.nat(5) }), { maxLength: 3 })
    .map(all => new Map(all.map(({ box, seq }) => [box, { [feed(box)]: seq }]))),
  introductions: fc.array(fc.record({ by: name, box: name }), { maxLength: 30 }),
})

test('whatever other boxes say, only boxes that this keeper paired or accepted are believed', () => {
  fc.assert(
    fc.property(
      trusts,
      name,
      fc.constantFrom('commons' as const, 'network' as const, 'home' as const),
      fc.integer({ min: 1, max: 9 }),
      (trust, box, space, seq) => {
        const standing = verdictOf(trust, feed(box, space), seq)
        const quiet = verdictOf({ ...trust, introductions: [] }, feed(box, space), seq)
        assert.equal(standing === 'believed', quiet === 'believed')
        if (standing !== 'believed' || box === ME) return
        assert.ok(
          space === 'commons'
            ? trust.paired.has(box) || trust.accepted.has(box)
            : space === 'network' && trust.paired.has(box),
        )
        assert.ok(!trust.paused.has(box))
      },
    ),
  )
})
