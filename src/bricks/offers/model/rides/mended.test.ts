import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mendedRide, rideContradicted } from './mended.ts'

const row = {
  title: 'Odile : « je descends à Montbrison tous les jeudis à 8 h »',
  mode: 'ride',
  rideTo: 'Montbrison',
  rideDays: 'FREQ=WEEKLY;BYDAY=TH',
  rideSince: '2026-12-03',
  rideAt: '08:00',
  rideBy: ['Trelins'],
}

test('a corrected sentence corrects the days and the hour that were read in it', () => {
  const title = 'Odile : « je descends à Montbrison tous les mardis à 9 h »'
  assert.deepEqual(mendedRide({ title }, row), {
    title,
    rideDays: 'FREQ=WEEKLY;BYDAY=TU',
    rideAt: '09:00',
  })
})

test('a corrected spelling changes nothing else, and what is no ride stays none', () => {
  const title = 'Odile : « je descends à Montbrison tous les jeudis à 8 h ! »'
  assert.deepEqual(mendedRide({ title }, row), { title })
  const other = { title: 'Odile : « je descends à Feurs le mardi »' }
  assert.deepEqual(mendedRide(other, { ...row, mode: 'lend' }), other)
  assert.deepEqual(mendedRide({ detail: 'avec le chien' }, row), { detail: 'avec le chien' })
})

test('what is filled in is what was chosen, beside what the sentence tells', () => {
  const title = 'Odile : « je descends à Montbrison tous les mardis »'
  const fields = { title, rideAt: '08:30', rideBy: ['Trelins', 'Boën'] }
  assert.deepEqual(mendedRide(fields, row), { ...fields, rideDays: 'FREQ=WEEKLY;BYDAY=TU' })
})

test('a corrected hour that the sentence still tells otherwise is refused, and says so', () => {
  const field = (fields: Readonly<Record<string, unknown>>) => rideContradicted(fields, row)?.field
  assert.equal(field({ rideAt: '08:30' }), 'title')
  assert.equal(field({ rideDays: 'FREQ=WEEKLY;BYDAY=TU' }), 'title')
  const title = 'Odile : « je descends à Montbrison tous les jeudis à 8 h 30 »'
  assert.equal(field({ title, rideAt: '08:30' }), undefined)
  assert.equal(field({ rideAt: '08:00', rideBy: ['Boën'], rideSeats: 2 }), undefined)
})
