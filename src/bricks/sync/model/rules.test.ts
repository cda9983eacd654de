import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Boxes, BoxSeen } from '../../../contract/box/boxes.ts'
import { meantBy } from '../../../contract/meant.ts'
import { isBoxName } from '../../../core/change.ts'
import { base32 } from '../../../core/id.ts'
import { wordsOfBox } from '../../../log/sayable.ts'
import { inOrder, isUpToDate, oddClock, saidByDrawing } from './rules.ts'

const SEEN: BoxSeen = {
  name: '',
  called: '',
  words: '',
  known: 'paired',
  introducedBy: [],
  isRefused: false,
  isPaused: false,
  isDismissed: false,
  isForked: false,
  isHidden: false,
  arrivals: [],
  heardAt: null,
  madeAt: null,
  isMet: true,
  isSure: true,
  introducedHere: null,
  clockAheadMs: null,
  toGive: null,
  toTake: null,
  aside: [],
  stopped: 0,
  isFull: false,
}
const boxesOf = (me: string, others: readonly string[]): Boxes => ({
  me: { name: me, words: wordsOfBox(me), isForked: false },
  others: others.map(name => ({ ...SEEN, name, words: wordsOfBox(name) })),
  wordsOf: name => (isBoxName(name) ? wordsOfBox(name) : undefined),
  latelyBy: () => [],
  holding: () => [],
  requests: () => [],
})

const name = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => base32(bytes))
/**
 * As a telephone or a person hands a text on: other spaces, other letters, words before and after.
 */
const handedOn = fc.record({
  between: fc.constantFrom(' ', '  ', '\n', '\t', ', '),
  upper: fc.boolean(),
  before: fc.constantFrom('', 'voici : ', '« '),
  after: fc.constantFrom('', ' »', '\n', ' merci'),
})
const asHanded = (
  text: string,
  {
    between,
    upper,
    before,
    after,
  }: { between: string; upper: boolean; before: string; after: string },
): string => `${before}${(upper ? text.toUpperCase() : text).replaceAll(' ', between)}${after}`

test(
  'law: what a drawing says is understood however it is handed on, whether the box came here ' +
    'or not; this box is itself',
  () =>
    fc.assert(
      fc.property(name, name, handedOn, fc.boolean(), (me, other, how, cameHere) => {
        fc.pre(me !== other)
        const boxes = boxesOf(me, cameHere ? [other] : [])
        const drawing = saidByDrawing({ name: other, words: wordsOfBox(other) })
        assert.deepEqual(meantBy(asHanded(drawing, how), boxes), {
          name: other,
          words: wordsOfBox(other),
        })
        assert.deepEqual(meantBy(asHanded(other, how), boxes), {
          name: other,
          words: wordsOfBox(other),
        })
        assert.deepEqual(meantBy(asHanded(saidByDrawing(boxes.me), how), boxes), {
          wrong: 'itself',
        })
      }),
    ),
)

test('law: five words name only a box that came here, and never another than the name beside them', () =>
  fc.assert(
    fc.property(name, name, name, handedOn, (me, here, other, how) => {
      fc.pre(new Set([me, here, other]).size === 3)
      const boxes = boxesOf(me, [here])
      assert.deepEqual(meantBy(asHanded(wordsOfBox(here), how), boxes), {
        name: here,
        words: wordsOfBox(here),
      })
      assert.deepEqual(meantBy(asHanded(wordsOfBox(other), how), boxes), { wrong: 'none' })
      assert.deepEqual(meantBy(asHanded(`COCOTE ${other} ${wordsOfBox(here)}`, how), boxes), {
        wrong: 'otherWords',
      })
    }),
  ))

test(
  'law: up to date is said only of who said what it holds, and has nothing left to give or to ' +
    'take',
  () =>
    fc.assert(
      fc.property(fc.option(fc.nat(3)), fc.option(fc.nat(3)), (toGive, toTake) => {
        assert.equal(isUpToDate({ toGive, toTake }), toGive === 0 && toTake === 0)
      }),
    ),
)

test('a clock is odd beyond an hour, either way; who waits for the keeper stands first', () => {
  const madeAt = Date.UTC(2026, 11, 5)
  assert.equal(oddClock({ ...SEEN, madeAt, clockAheadMs: 3_600_000 }), undefined)
  assert.equal(oddClock({ ...SEEN, madeAt, clockAheadMs: null }), undefined)
  assert.equal(oddClock({ ...SEEN, madeAt: null, clockAheadMs: 9e9 }), undefined)
  assert.deepEqual(oddClock({ ...SEEN, madeAt: 0, clockAheadMs: -madeAt }), { ms: -madeAt, at: 0 })
  assert.equal(oddClock({ ...SEEN, madeAt, clockAheadMs: 9e9 })?.ms, 9e9)
  const boxes: readonly BoxSeen[] = [
    { ...SEEN, called: 'c', isDismissed: true },
    { ...SEEN, called: 'b' },
    { ...SEEN, called: 'd', known: 'introduced' },
    { ...SEEN, called: 'a', known: 'accepted' },
    { ...SEEN, called: 'e', known: 'stranger' },
  ]
  assert.equal(
    inOrder(boxes)
      .map(({ called }) => called)
      .join(''),
    'deabc',
  )
})
