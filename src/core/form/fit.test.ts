import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FieldKind } from '../schema.ts'
import { fits, isDay, longestOf } from './fit.ts'

const ID = '01kc0000000000000000000001'
const HASH = 'a'.repeat(64)
/** Of each kind: what fits, and what does not. */
const SAMPLES: Readonly<
  Record<FieldKind, readonly [good: readonly unknown[], bad: readonly unknown[]]>
> = {
  text: [
    ['', 'un banc', 'x'.repeat(300)],
    ['x'.repeat(301), 1, [], {}],
  ],
  prose: [
    ['', 'x'.repeat(60_000)],
    ['x'.repeat(60_001), 1, { yjs: '' }],
  ],
  number: [
    [0, -1.5, 1e300],
    ['1', Number.NaN, Number.POSITIVE_INFINITY, [1]],
  ],
  quantity: [
    [
      { amount: 3, unit: 'kg' },
      { amount: null, unit: '' },
    ],
    [{ amount: '3', unit: 'kg' }, { amount: 3 }, [3, 'kg'], 3, 'kg'],
  ],
  money: [
    [0, 350, -350, 2 ** 53 - 1],
    [3.5, 2 ** 53, '3', Number.NaN],
  ],
  choice: [
    ['open', 'a code of a later version'],
    [1, ['open']],
  ],
  themes: [
    [[], [ID, ID]],
    [ID, ['x'], [1], {}],
  ],
  day: [
    ['2026-12-05', '2024-02-29'],
    [
      '2026-02-31',
      '2026-13-01',
      '2026-00-10',
      '2026-1-1',
      '5/12/2026',
      '2025-02-29',
      20261205,
      '2026-12-05 ',
    ],
  ],
  time: [
    ['00:00', '23:59'],
    ['24:00', '9:00', '12:60', '12h00', 12],
  ],
  moment: [
    ['2026-12-05T14:00Z', '2026-12-05T14:00:30.123Z'],
    [
      '2026-12-05T14:00',
      '2026-02-31T14:00Z',
      '2026-12-05T24:00Z',
      '2026-12-05T14:99Z',
      '2026-13-45T99:99Z',
      '2026-12-05',
      1,
    ],
  ],
  period: [
    [{ from: '2026-12-05', to: '2026-12-05' }],
    [
      { from: '2026-12-06', to: '2026-12-05' },
      { from: '2026-12-05' },
      ['2026-12-05', '2026-12-06'],
      '2026-12-05',
    ],
  ],
  recurrence: [['FREQ=WEEKLY'], [1, {}]],
  commune: [
    ['42195', '2A004', '97411'],
    ['4219', '421950', '2C004', 42195, '20004'],
  ],
  point: [
    [
      [45.7, 3.9],
      [-90, 180],
    ],
    [[91, 0], [0, 181], [45.7], [45.7, 3.9, 1], ['45', '3'], { lat: 1, lon: 2 }, [Number.NaN, 1]],
  ],
  link: [[ID], ['x', 1, [ID], `${ID} `]],
  files: [
    [[], [{ hash: HASH, name: 'a.jpg', type: 'image/jpeg', size: 3 }]],
    [
      [{ hash: 'x', name: 'a', size: 1 }],
      [{ hash: HASH, name: 'a', size: 1.5 }],
      [{ hash: { toString: 1, valueOf: 2 }, name: 'a', size: 1 }],
      {},
      'x',
    ],
  ],
  phone: [
    ['06 11 22 33 44', ''],
    ['0'.repeat(41), 611223344],
  ],
  email: [['lea@exemple.fr'], ['x'.repeat(201), 1]],
  url: [
    ['https://exemple.fr', 'http://a'],
    ['javascript:alert(1)', 'exemple.fr', ' https://exemple.fr', `https://${'a'.repeat(2_000)}`, 1],
  ],
  hours: [['Mo-Fr 09:00-12:00'], ['x'.repeat(501), 1, []]],
  yesNo: [
    [true, false],
    ['true', 1, 0, 'oui', []],
  ],
}

test('some values of each kind fit, and others do not', () => {
  for (const [kind, [good, bad]] of Object.entries(SAMPLES) as [
    FieldKind,
    readonly [readonly unknown[], readonly unknown[]],
  ][]) {
    for (const value of good)
      assert.equal(fits({ kind }, value), true, `${kind} ${JSON.stringify(value)}`)
    for (const value of [...bad, undefined])
      assert.equal(fits({ kind }, value), false, `${kind} ${JSON.stringify(value)}`)
    assert.equal(fits({ kind }, null), true)
  }
})

test('no value makes the check throw, for any kind, single or several', () => {
  const awkward = fc.oneof(
    fc.anything({
      withBigInt: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
    }),
    fc.jsonValue(),
    fc.record({
      hash: fc.dictionary(fc.constantFrom('toString', 'valueOf', 'length'), fc.nat()),
      name: fc.string(),
      size: fc.nat(),
      amount: fc.anything(),
      unit: fc.anything(),
      from: fc.anything(),
      to: fc.anything(),
    }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...(Object.keys(SAMPLES) as FieldKind[])),
      fc.boolean(),
      fc.oneof(awkward, fc.array(awkward, { maxLength: 3 })),
      (kind, many, value) => {
        assert.equal(typeof fits({ kind, many }, value), 'boolean')
      },
    ),
    { numRuns: 2_000 },
  )
})

test('each value of a list must fit, its length too', () => {
  assert.equal(fits({ kind: 'text', many: true }, ['a', 'b']), true)
  for (const value of ['a', ['a', 1], ['x'.repeat(301)], [null], { 0: 'a' }])
    assert.equal(fits({ kind: 'text', many: true }, value), false)
  assert.equal(fits({ kind: 'text', longest: 3 }, 'abcd'), false)
  assert.equal(longestOf({ kind: 'text', longest: 3 }), 3)
})

test('a day is one of the calendar, and only those', () => {
  const monthDays = fc.tuple(
    fc.integer({ min: 100, max: 9999 }),
    fc.integer({ min: 1, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  )
  fc.assert(
    fc.property(monthDays, ([year, month, day]) => {
      const text =
        `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-` +
        `${String(day).padStart(2, '0')}`
      let known = true
      try {
        Temporal.PlainDate.from(text)
      } catch {
        known = false
      }
      assert.equal(isDay(text), known, text)
    }),
    { numRuns: 1_000 },
  )
})
