import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CarriedYear, carry, closedAfter, yearBefore } from './carry.ts'
import { sum } from './exact.ts'
import { FIXED_BY, settledYear } from './rules.ts'

const year = (id: string, more: Partial<CarriedYear> = {}): CarriedYear => ({
  ...{ id, firstOn: `${id.slice(0, 4)}-01-01`, counts: 'money', unit: 'hour' },
  ...{ closedOn: null, follows: null },
  ...more,
})
const CLOSED = { closedOn: '2026-12-05' }

test('an open year begins with the last closed one, of the same unit where there is one', () => {
  const before = (...years: readonly CarriedYear[]) => yearBefore('2026', [year('2026'), ...years])
  assert.equal(before(year('2024', CLOSED), year('2025', CLOSED)), '2025')
  assert.equal(before(year('2024', CLOSED), year('2025', { ...CLOSED, unit: 'km' })), '2024')
  assert.equal(before(year('2025', { ...CLOSED, unit: 'km' })), '2025')
  assert.equal(before(year('2025', { ...CLOSED, counts: 'hours' })), undefined)
  assert.equal(before(year('2025')), undefined, 'it is open')
  assert.equal(before(year('2027', CLOSED)), undefined, 'it comes after')
  const taken = year('2025b', { ...CLOSED, follows: '2025' })
  assert.equal(before(year('2025', CLOSED), taken), '2025b')
})

test('two open years do not begin with one; each keeps to its own unit', () => {
  const years = [year('2025', CLOSED), year('2026'), year('2027')]
  assert.deepEqual(
    years.map(({ id }) => yearBefore(id, years)),
    [undefined, '2025', undefined],
  )
  const two = [
    ...[year('2025', CLOSED), year('2025 kg', { ...CLOSED, unit: 'kg' })],
    ...[year('2026 kg', { unit: 'kg' }), year('2026')],
  ]
  assert.deepEqual(
    two.map(({ id }) => yearBefore(id, two)),
    [undefined, undefined, '2025 kg', '2025'],
  )
})

test('a closed year keeps what its closing wrote; those after it are found in their order', () => {
  const years = [
    ...[year('2024', CLOSED), year('2025', { ...CLOSED, follows: '2024' })],
    ...[year('2026', { ...CLOSED, follows: '2025' }), year('2027')],
  ]
  assert.deepEqual(
    years.map(({ id }) => yearBefore(id, years)),
    [undefined, '2024', '2025', '2026'],
  )
  assert.deepEqual(
    closedAfter('2024', years).map(({ id }) => id),
    ['2025', '2026'],
  )
})

test('law: whichever years are closed and opened again, none is carried to two others', () => {
  const one = fc.record({
    from: fc.integer({ min: 2000, max: 2006 }),
    unit: fc.constantFrom('hour', 'kg'),
    counts: fc.constantFrom('money', 'money', 'hours'),
  })
  const acts = fc.array(fc.nat(7), { maxLength: 30 })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), acts, (all, turned) => {
      let years = all.map(({ from, ...rest }, n) =>
        year(`y${n}`, { ...rest, firstOn: `${from}-01-01` }),
      )
      for (const n of turned) {
        const now = years[n]
        if (!now || closedAfter(now.id, years).length > 0) continue
        const follows = now.closedOn === null ? (yearBefore(now.id, years) ?? null) : null
        const next = { ...now, follows, closedOn: now.closedOn === null ? '2026-12-05' : null }
        years = years.map(other => (other === now ? next : other))
        const before = years.flatMap(({ id }) => yearBefore(id, years) ?? [])
        assert.equal(new Set(before).size, before.length)
      }
    }),
  )
})

const cents = fc.nat(10_000_000)
const person = fc.record({
  ...{ id: fc.nat(6), engaged: fc.nat(50_000), used: fc.nat(50_000), paid: cents },
  extra: fc.nat(20_000),
})
const played = fc.record({
  people: fc.uniqueArray(person, { minLength: 1, maxLength: 7, selector: ({ id }) => id }),
  ...{ fixed: cents, variable: cents, by: fc.constantFrom(...FIXED_BY) },
  /** What those who left pay, or are paid back. */
  late: fc.integer({ min: -100_000, max: 100_000 }),
})

test('law: all that was paid less all that was spent is in the last balances, whoever left', () => {
  fc.assert(
    fc.property(fc.array(played, { minLength: 1, maxLength: 8 }), years => {
      let before: readonly Readonly<{ id: number; balance: number }>[] = []
      let [paid, real] = [0, 0]
      for (const { people, fixed, variable, by, late } of years) {
        const { brought, departed } = carry(people, before, (a, b) => a.id === b.id)
        assert.equal(
          sum([...brought, ...departed.map(({ balance }) => balance)]),
          sum(before.map(({ balance }) => balance)),
        )
        const accounts = people.map((one, n) => ({
          ...one,
          key: String(one.id),
          brought: brought[n]!,
        }))
        const settled = settledYear({ fixed, variable }, accounts, by)
        const left = departed.map(one => ({ ...one, balance: one.balance + late }))
        before = [
          ...settled.accounts.map(({ key, balance }) => ({ id: Number(key), balance })),
          ...left,
        ]
        paid += settled.paid + late * left.length
        real += settled.real
      }
      assert.equal(sum(before.map(({ balance }) => balance)), paid - real)
    }),
  )
})
