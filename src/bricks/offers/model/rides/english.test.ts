import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heardRide } from '../../../../../tests/support/heard-ride.ts'
import { ENGLISH_RIDES, inFrench } from './english.ts'
import { namesOf } from './names.ts'
import { rideIn, rideMaybe } from './ride.ts'

const here = { today: '2026-11-29', communes: namesOf([]) }

test('what English says of a ride is said as French reads it, and is a ride', () => {
  for (const [shape, , sentence] of ENGLISH_RIDES) {
    assert.match(sentence, new RegExp(`(?<![a-z'])(?:${shape})`, 'i'), sentence)
    assert.ok(rideIn(sentence, here), `${sentence}: ${inFrench(sentence)}`)
  }
})

test('of an English sentence that may be a ride, its writer is asked', () => {
  for (const sentence of [
    'Monday to Feurs, happy to take someone',
    'No car at the moment, market on Friday',
    'Leaving Boën on Saturday at 9 am, two spare seats',
    'Leaving for Boën on Friday at 9 am, seats available',
  ])
    assert.equal(heardRide(sentence), 'asked', sentence)
  assert.equal(heardRide('Is anyone driving to Feurs on Friday?'), 'ride')
})

test('the way, the day, the hour and the seats of an English ride are read', () => {
  const drives = rideIn('I can drive you to Boën on Friday at 9 am, 2 seats', here)
  assert.deepEqual(
    [drives?.to, drives?.days, drives?.leavesAt, drives?.seats],
    ['Boën', { is: 'once', day: '2026-12-04' }, '09:00', 2],
  )
  const asks = rideIn('need a lift to the market on Thursday', here)
  assert.deepEqual([asks?.to, asks?.days], ['marché', { is: 'once', day: '2026-12-03' }])
  const both = rideIn('I drive from Sail to Boën on weekdays at 8.30 am, back at 5pm', here)
  assert.deepEqual(
    [both?.from, both?.to, both?.leavesAt, both?.backAt],
    ['Sail', 'Boën', '08:30', '17:00'],
  )
  const left = rideIn('Lift wanted from the station to Boën on Friday', here)
  assert.deepEqual([left?.from, left?.to], ['gare', 'Boën'])
  const town = rideIn('Going to Boën market on Thursday, 2 seats', here)
  assert.equal(town?.to, 'marché de Boën')
})

test('a road, a nail, a car for sale are no ride in English either', () => {
  for (const text of [
    'the road to Boën is closed on Friday',
    'can someone drive a nail for me, I have a picture to hang',
    'selling my car, drives well',
    'I have one place left in my pottery class on Thursday',
    'looking for someone to take care of my cat on Friday',
    'can anyone lend me a trailer on Saturday',
    'seats for the concert in Feurs on Saturday, two left',
  ]) {
    assert.equal(rideIn(text, here), undefined, text)
    assert.equal(rideMaybe(text, here), undefined, text)
  }
})
