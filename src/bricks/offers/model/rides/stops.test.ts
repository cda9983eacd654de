import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDrivenOn, nextRides, type RideRow } from './dates.ts'
import { isSamePlace, passesBy, pointsOfCommunes } from './stops.ts'

const way = (rideFrom: string | null, rideTo: string | null, ...rideBy: readonly string[]) => ({
  rideFrom,
  rideTo,
  rideBy,
})
const pointOf = pointsOfCommunes([
  { name: 'Sail-sous-Couzan', point: [45.7342, 3.9689] },
  { name: 'Trelins', point: [45.7345, 4.0203] },
  { name: 'Boën-sur-Lignon', point: [45.7461, 4.0086] },
  { name: 'Noirétable', point: [45.8181, 3.7663] },
  { name: 'Montbrison', point: [45.6075, 4.0653] },
])

test('one place has several names', () => {
  assert.ok(isSamePlace('Boën', 'Boën-sur-Lignon'))
  assert.ok(isSamePlace('boen', 'le marché de Boën'))
  assert.ok(isSamePlace('gare de Boën', 'marché de Boën'))
  assert.ok(isSamePlace('au marché', 'le marché de Boën'))
  assert.ok(isSamePlace('St Georges', 'Saint-Georges-en-Couzan'))
  assert.ok(!isSamePlace('Saint-Georges', 'Saint-Just'))
  assert.ok(!isSamePlace('gare de Boën', 'gare de Feurs'))
  assert.ok(!isSamePlace('Sail', 'Montbrison'))
  assert.ok(!isSamePlace('le', 'Montbrison'))
})

test('a ride passes by what it names, and by a commune between its ends', () => {
  assert.ok(passesBy(way('Sail', 'Montbrison', 'Trelins'), 'Trelins'))
  assert.ok(passesBy(way('Noirétable', 'Boën'), 'Sail', pointOf))
  assert.ok(!passesBy(way('Noirétable', 'Boën'), 'Montbrison', pointOf))
  assert.ok(!passesBy(way('Sail', 'Boën'), 'Noirétable', pointOf))
  assert.ok(!passesBy(way(null, 'Boën'), 'Sail', pointOf))
  assert.ok(!passesBy(way('Noirétable', 'Lyon'), 'Sail', pointOf))
})

const ride = (fields: Partial<RideRow>): RideRow => ({
  mode: 'ride',
  rideDays: null,
  rideSince: null,
  until: null,
  ...fields,
})

test('a weekly ride has its days for ever, one of a day has that day, others none', () => {
  const weekly = ride({ rideDays: 'FREQ=WEEKLY;BYDAY=TH', rideSince: '2026-12-03' })
  assert.deepEqual(nextRides(weekly, '2026-12-04', 2), ['2026-12-10', '2026-12-17'])
  assert.equal(nextRides(weekly, '2036-12-04', 1).length, 1)
  assert.ok(isDrivenOn(weekly, '2026-12-10'))
  assert.ok(!isDrivenOn(weekly, '2026-12-11'))
  assert.deepEqual(nextRides({ ...weekly, until: '2026-12-10' }, '2026-12-04', 4), ['2026-12-10'])
  const monthly = ride({ rideDays: 'FREQ=MONTHLY;BYDAY=1MO', rideSince: '2026-12-07' })
  assert.deepEqual(nextRides(monthly, '2026-12-08', 1), ['2027-01-04'])
  assert.deepEqual(nextRides(ride({ until: '2026-12-10' }), '2026-12-04', 3), ['2026-12-10'])
  assert.deepEqual(nextRides(ride({ until: '2026-12-10' }), '2026-12-11', 3), [])
  assert.ok(isDrivenOn(ride({}), '2026-12-10'))
  assert.ok(!isDrivenOn({ ...weekly, mode: 'lend' }, '2026-12-10'))
  assert.deepEqual(nextRides(ride({ rideDays: 'nonsense' }), '2026-12-04', 1), ['2026-12-04'])
})
