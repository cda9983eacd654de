import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysAgreed } from './days-agreed.ts'

/** A Monday. */
const on = '2026-11-30'
const days = (when: string) => {
  const told = daysAgreed({ when, on })
  return told.is === 'days' ? told.days : told.is
}

test('the day of a moment is read as people write it, in French and in English', () => {
  for (const [when, day] of [
    ['jeudi 9', '2026-12-03'],
    ['jeudi matin', '2026-12-03'],
    ['le 12 à midi', '2026-12-12'],
    ['le 3 au soir', '2026-12-03'],
    ['mardi en huit', '2026-12-08'],
    ['mardi en quinze', '2026-12-15'],
    ['le mardi en quinze à 9 h', '2026-12-15'],
    ['tantôt', '2026-11-30'],
    ['demain tantôt', '2026-12-01'],
    ['Sat 5 pm', '2026-12-05'],
    ['next Tuesday 10:30', '2026-12-01'],
    ['Dec 5 at 2 pm', '2026-12-05'],
    ['on Friday', '2026-12-04'],
    ['tomorrow 6pm', '2026-12-01'],
  ] as const)
    assert.deepEqual(days(when), [day], when)
})

test('a moment that may be another day is not read', () => {
  for (const when of [
    'vendredi 12 à 9h',
    'mardi d’après',
    'd’ici dimanche',
    'le 12 ou le 13',
    'lundi ou mardi',
    'au 12 rue de la Gare',
    'appelez le 15',
    'tantôt ici, tantôt là',
    'le 42',
  ])
    assert.equal(days(when), 'unread', when)
})

test('a number of a month that is over is the one of the next month that has it', () => {
  const told = (when: string, today: string) => daysAgreed({ when, on: today })
  assert.deepEqual(told('le 3', '2026-11-30'), { is: 'days', days: ['2026-12-03'] })
  assert.deepEqual(told('le 30', '2026-11-30'), { is: 'days', days: ['2026-11-30'] })
  assert.deepEqual(told('le 30', '2027-01-31'), { is: 'days', days: ['2027-03-30'] })
})
