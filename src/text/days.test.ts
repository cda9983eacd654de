import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as days from './days.ts'

const today = '2026-11-25'
/** No-break spaces are compared as plain ones: what matters here is the words. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

test('Days are said as in the village, with their year only when it is another', () => {
  assert.equal(days.dayLong('2026-12-02', 'fr', today), 'mercredi 2 décembre')
  assert.equal(days.dayLong('2027-03-01', 'fr', today), 'lundi 1er mars 2027')
  assert.equal(days.dayLong('2026-12-02', 'en', today), 'Wednesday 2 December')
  assert.equal(days.dayShort('2026-12-02', 'fr', today), '2 déc.')
  assert.equal(days.dayPlain('2014-02-05', 'fr', today), '5 février 2014')
  assert.deepEqual(days.dayLeaf('2026-11-28', 'fr'), ['sam', '28', 'nov'])
  assert.equal(days.onDay('2026-11-12', 'fr', today), 'le 12 novembre')
  assert.equal(days.onDay('2026-11-12', 'fr', today, false), 'vers le 12 novembre')
})

test('Near days have their own names', () => {
  for (const [day, said] of [
    ['2026-11-25', 'aujourd’hui'],
    ['2026-11-26', 'demain'],
    ['2026-11-24', 'hier'],
    ['2026-12-01', 'mardi'],
    ['2026-12-02', 'mercredi 2 décembre'],
  ] as const)
    assert.equal(days.dayNear(day, 'fr', today), said)
})

test('A row of days says the month where it is another one', () => {
  for (const [day, now, said] of [
    ['2026-12-10', '2026-12-09', 'demain'],
    ['2026-12-10', '2026-12-03', 'jeudi 10'],
    ['2026-12-10', '2026-11-30', 'jeudi 10 décembre'],
    ['2027-12-10', '2026-12-03', 'vendredi 10 décembre 2027'],
  ] as const)
    assert.equal(days.dayInRow(day, 'fr', now), said)
  assert.equal(days.dayInRow('2026-12-10', 'en', '2026-12-03'), 'Thursday 10')
})

test('Spans are said in words: three weeks, two months, a year', () => {
  for (const [day, said] of [
    ['2026-11-25', 'depuis aujourd’hui'],
    ['2026-11-24', 'depuis hier'],
    ['2026-11-22', 'depuis trois jours'],
    ['2026-11-04', 'depuis trois semaines'],
    ['2026-09-01', 'depuis deux mois'],
    ['2024-11-01', 'depuis deux ans'],
    ['2025-11-01', 'depuis douze mois'],
  ] as const)
    assert.equal(days.sinceDay(day, 'fr', today), said, day)
  assert.equal(days.fromToday('2026-11-04', 'fr', today), 'il y a trois semaines')
  assert.equal(days.fromToday('2026-11-27', 'fr', today), 'dans deux jours')
  assert.equal(days.fromToday('2026-11-04', 'en', today), 'three weeks ago')
})

test('Times, numbers and distances', () => {
  assert.equal(plain(days.sayTime('14:00', 'fr')), '14 h')
  assert.equal(plain(days.sayTime('08:30', 'fr')), '8 h 30')
  assert.equal(days.sayTime('08:30', 'en'), '8:30')
  assert.equal(plain(days.sayTimes('17:00', '19:00', 'fr')), 'de 17 h à 19 h')
  assert.equal(days.numberWord(17, 'fr'), 'dix-sept')
  assert.equal(days.numberWord(21, 'fr'), '21')
  assert.equal(plain(days.figure(16123.5, 'fr')), '16 123,5')
  assert.equal(days.figure(5418, 'fr'), '5\u202f418')
  assert.equal(days.figure(540, 'fr'), '540')
  assert.equal(days.figure(1234, 'en'), '1,234')
  assert.equal(plain(days.distance(78_200, 'fr')), 'à 78 km')
  assert.equal(plain(days.distance(3_420, 'fr')), 'à 3,4 km')
  assert.equal(plain(days.distance(430, 'fr')), 'à 450 m')
  assert.equal(days.distance(20, 'fr'), 'tout près')
})

test('The village’s day of a moment is Paris’s, summer and winter', () => {
  assert.equal(days.dayOfMoment(Date.UTC(2026, 6, 1, 22, 30)), '2026-07-02')
  assert.equal(days.dayOfMoment(Date.UTC(2026, 11, 1, 22, 30)), '2026-12-01')
})

test('What is no day comes back as it was, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      for (const say of [days.dayLong, days.dayShort, days.dayPlain])
        assert.equal(typeof say(text, 'fr', today), 'string')
      for (const say of [days.dayNear, days.dayInRow])
        assert.equal(typeof say(text, 'fr', today), 'string')
      assert.equal(days.sayTime(`x${text}`, 'fr'), `x${text}`)
    }),
  )
  assert.equal(days.dayLong('2026-02-31', 'fr'), '2026-02-31')
})
