import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type SeatsAgreed, seatsOn, seatsTaken } from './seats.ts'

const NO_DAY = { id: 'r', mode: 'ride', rideDays: null, rideSince: null, until: null, rideSeats: 2 }
const WEEKLY = { ...NO_DAY, rideDays: 'FREQ=WEEKLY;BYDAY=TH', rideSince: '2026-12-03' }
const agreed = (when: string | null, more: Partial<SeatsAgreed> = {}): SeatsAgreed => ({
  about: ['r'],
  when,
  on: '2026-12-05',
  state: 'agreed',
  seats: 1,
  ...more,
})
const THURSDAYS = ['2026-12-10', '2026-12-17', '2026-12-24']
const taken = (...all: readonly SeatsAgreed[]) => THURSDAYS.map(day => seatsTaken(WEEKLY, all, day))

test('of a ride of each week, a seat is taken on the day that was agreed, and on no other', () => {
  assert.deepEqual(taken(agreed('jeudi 17 décembre, 7 h 20')), [0, 1, 0])
  assert.deepEqual(taken(agreed('jeudi à 8 h')), [1, 0, 0])
  assert.deepEqual(taken(agreed('vendredi')), [0, 0, 0])
  assert.deepEqual(taken(agreed('jeudi 10'), agreed('jeudi 10', { state: 'done' })), [2, 0, 0])
})

test('what is agreed for each time takes a seat each time, until it is done', () => {
  assert.deepEqual(taken(agreed('tous les jeudis')), [1, 1, 1])
  assert.deepEqual(taken(agreed('chaque semaine')), [1, 1, 1])
  assert.deepEqual(taken(agreed('tous les jeudis', { state: 'done' })), [0, 0, 0])
})

test('an agreement that says no day is about the next time after it was said', () => {
  assert.deepEqual(taken(agreed('8 h devant la mairie')), [1, 0, 0])
  assert.deepEqual(taken(agreed(null, { on: '2026-12-11' })), [0, 1, 0])
})

test('of a ride of one day all agreements count; it is full, and never more', () => {
  const once = { ...NO_DAY, until: '2026-12-08' }
  assert.equal(seatsOn(once, []), undefined)
  assert.deepEqual(seatsOn(once, [agreed('8 h')]), { all: 2, taken: 1 })
  assert.deepEqual(seatsOn(once, [agreed('8 h', { seats: 3 })]), { all: 2, taken: 2 })
  assert.equal(seatsOn({ ...once, rideSeats: null }, [agreed('8 h')]), undefined)
  assert.equal(seatsOn(NO_DAY, [agreed('8 h', { state: 'done' })]), undefined, 'its day is free')
})

test('two days that are named take a seat on both; a day that is not read takes none', () => {
  assert.deepEqual(taken(agreed('jeudi 10 et jeudi 17')), [1, 1, 0])
  assert.deepEqual(taken(agreed('les 10 et 17 décembre')), [1, 1, 0])
  assert.deepEqual(taken(agreed('le jeudi 17 à 8 h, 2 places')), [0, 1, 0])
  assert.deepEqual(taken(agreed('jeudi en huit')), [0, 1, 0])
  assert.deepEqual(taken(agreed('le 17')), [0, 1, 0])
  assert.deepEqual(taken(agreed('le 17 à 8 h')), [0, 1, 0])
  for (const when of [
    'jeudi 10 ou jeudi 17',
    'jeudi ou vendredi',
    'pas jeudi 10, le 17 plutôt',
    'les deux prochains jeudis',
    'tous les jeudis à partir du 17',
    'tous les jeudis de décembre',
    'dans deux semaines',
    'entre le 10 et le 17 décembre',
    'un jeudi sur deux',
    'une semaine sur deux',
  ])
    assert.deepEqual(taken(agreed(when)), [0, 0, 0], when)
})

test('each time of a ride that comes back every other week is each of its days', () => {
  const rule = 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH'
  const ride = { ...WEEKLY, rideDays: rule, rideSince: '2026-12-17' }
  for (const when of ['un jeudi sur deux, 8 h', 'à chaque fois', 'chaque semaine'])
    for (const day of ['2026-12-17', '2026-12-31'])
      assert.equal(seatsTaken(ride, [agreed(when, { on: '2026-12-12' })], day), 1, when)
})
