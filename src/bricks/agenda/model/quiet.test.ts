import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { quietly, type Titled, withoutTwice } from './quiet.ts'
import { occurrencesOf } from './rules.ts'

const BARE = { endsOn: null, recurs: null, startsAt: null } as const
const WEEKLY: Titled = {
  ...BARE,
  id: 'a',
  title: 'Le local ouvre',
  startsOn: '2026-12-02',
  startsAt: '17:00',
  endsAt: '19:00',
  recurs: 'FREQ=WEEKLY;BYDAY=WE',
}
const inDecember = (event: Titled) => occurrencesOf(event, '2026-12-01', '2026-12-31', 50)
const days = (all: readonly Readonly<{ day: string; event: Titled }>[]) =>
  all.map(one => `${one.day.slice(-2)} ${one.event.title}`)

test('what comes back each week is one line, at its next date; what was changed keeps its own', () => {
  const changed: Titled = {
    ...WEEKLY,
    changes: [{ of: '2026-12-09', fate: 'off', why: 'inventaire' }],
  }
  const lines = quietly(inDecember(changed))
  assert.deepEqual(
    lines.map(({ one, again }) => [one.day, again, one.cancelled]),
    [
      ['2026-12-02', true, false],
      ['2026-12-09', false, true],
    ],
  )
  const yearly = inDecember({ ...WEEKLY, recurs: 'FREQ=MONTHLY;BYDAY=1WE' })
  assert.deepEqual(
    quietly(yearly).map(one => one.again),
    [false],
  )
})

test('one opening is not said twice on a day, and each day is said by a line that stands', () => {
  const stove: Titled = {
    ...BARE,
    id: 'b',
    title: 'Le local ouvre : qui a un poêle ?',
    startsOn: '2026-12-09',
    startsAt: '17:00',
  }
  const all = [...inDecember(WEEKLY), ...inDecember(stove)]
  assert.deepEqual(days(withoutTwice(all)).toSorted(), [
    '02 Le local ouvre',
    '09 Le local ouvre : qui a un poêle ?',
    '16 Le local ouvre',
    '23 Le local ouvre',
    '30 Le local ouvre',
  ])
  const elsewhere = { ...stove, startsAt: '09:00', endsAt: '10:00' }
  assert.equal(withoutTwice([...inDecember(WEEKLY), ...inDecember(elsewhere)]).length, 6)
})

test('whatever comes, every series and every changed date has a line, and no day loses its last', () => {
  const event = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    title: fc.constantFrom('Le local ouvre', 'Le local ouvre : café', 'Marché', null),
    startsOn: fc.constantFrom('2026-12-02', '2026-12-03'),
    startsAt: fc.constantFrom('17:00', null),
    recurs: fc.constantFrom('FREQ=WEEKLY', null),
    endsOn: fc.constant(null),
  })
  fc.assert(
    fc.property(fc.uniqueArray(event, { selector: one => one.id, maxLength: 4 }), events => {
      const all = events.flatMap(inDecember)
      const kept = withoutTwice(all)
      assert.deepEqual(new Set(kept.map(one => one.day)), new Set(all.map(one => one.day)))
      const lines = quietly(all)
      assert.deepEqual(
        new Set(lines.map(({ one }) => one.event.id)),
        new Set(all.map(one => one.event.id)),
      )
    }),
  )
})
