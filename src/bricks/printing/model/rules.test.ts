import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Change,
  changed,
  heightOf,
  laidOut,
  leftFirst,
  mondayOf,
  PARTS,
  type SheetLine,
  sundayOf,
} from './rules.ts'

const line = fc.record({
  part: fc.constantFrom(...PARTS),
  words: fc.string({ minLength: 1, maxLength: 300 }),
  under: fc.string({ maxLength: 300 }),
})
const lines = (most: number) =>
  fc
    .array(line, { maxLength: most })
    .map(all => all.map((one, at): SheetLine => ({ id: String(at), ...one })).toSorted(byPart))
const byPart = (a: SheetLine, b: SheetLine): number => PARTS.indexOf(a.part) - PARTS.indexOf(b.part)
const ids = (all: readonly SheetLine[]): readonly string[] => all.map(one => one.id)

test(
  'what is laid out holds in its room, each part from its first line, and every line is shown ' +
    'or left, once',
  () => {
    fc.assert(
      fc.property(lines(120), fc.integer({ min: 0, max: 1_200 }), (all, room) => {
        const { shown, left } = laidOut(all, room)
        assert.deepEqual([...ids(shown), ...ids(left)].toSorted(), ids(all).toSorted())
        assert.ok(shown.reduce((sum, one) => sum + heightOf(one), 0) <= room)
        for (const part of PARTS) {
          const here = all.filter(one => one.part === part)
          const stands = shown.filter(one => one.part === part)
          assert.deepEqual(stands, here.slice(0, stands.length))
        }
      }),
    )
  },
)

test('nothing is left while there is room for all, and no part takes the place of another', () => {
  const some = (part: SheetLine['part'], count: number): readonly SheetLine[] =>
    Array.from({ length: count }, (_, at) => ({
      id: `${part} ${at}`,
      part,
      words: 'Paul prête sa scie',
      under: 'au bar',
    }))
  assert.equal(laidOut(some('offered', 20)).left.length, 0)
  const { shown, left } = laidOut([
    ...some('offered', 400),
    ...some('wanted', 10),
    ...some('soon', 3),
  ])
  assert.equal(shown.filter(one => one.part === 'wanted').length, 10)
  assert.equal(shown.filter(one => one.part === 'soon').length, 3)
  assert.ok(shown.length > 40 && left.length > 300)
  assert.deepEqual(laidOut([]), { shown: [], left: [] })
})

test(
  'the keeper’s hand loses no line but those taken out, and puts each where it was told to ' +
    'stand',
  () => {
    const rank = fc.option(fc.integer({ min: 1, max: 60 }))
    const change = fc.record({
      id: fc.constant('x'),
      rank,
      out: fc.boolean(),
      words: fc.constantFrom('', 'autrement'),
    })
    fc.assert(
      fc.property(lines(30), fc.array(change, { maxLength: 30 }), (all, hand) => {
        const changes = hand.map((one, at): Change => ({ ...one, about: String(at) }))
        const now = changed(all, changes)
        const out = new Set(changes.filter(one => one.out).map(one => one.about))
        assert.deepEqual(ids(now).toSorted(), ids(all.filter(one => !out.has(one.id))).toSorted())
        assert.deepEqual(now.toSorted(byPart), now)
      }),
    )
    const three = ['a', 'b', 'c'].map(
      (id): SheetLine => ({ id, part: 'offered', words: id, under: '' }),
    )
    const first: Change = { id: 'x', about: 'c', rank: 1, out: false, words: '' }
    assert.deepEqual(ids(changed(three, [first])), ['c', 'a', 'b'])
    assert.deepEqual(ids(changed(three, [{ ...first, rank: 2 }])), ['a', 'c', 'b'])
    assert.deepEqual(ids(changed(three, [{ ...first, about: 'gone' }])), ['a', 'b', 'c'])
  },
)

test('what was left opens the next sheet, in the order in which it was left', () => {
  const all = ['a', 'b', 'c', 'd'].map(
    (id): SheetLine => ({ id, part: 'offered', words: id, under: '' }),
  )
  assert.deepEqual(ids(leftFirst(all, ['d', 'b', 'gone'])), ['d', 'b', 'a', 'c'])
})

test('a week goes from Monday to Sunday, at the end of a year too', () => {
  assert.equal(mondayOf('2026-11-24'), '2026-11-23')
  assert.equal(mondayOf('2026-11-29'), '2026-11-23')
  assert.equal(mondayOf('2027-01-01'), '2026-12-28')
  assert.equal(sundayOf('2026-12-28'), '2027-01-03')
})
