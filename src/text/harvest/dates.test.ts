import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { datesIn, dayOf, hoursIn, plusDays } from './dates.ts'
import { plainOf } from './mask.ts'

const day = (text: string, against: string | null = '2014-02-05') =>
  datesIn(plainOf(text), { day: against })[0]?.day

test('a date is read as French minutes write it', () => {
  assert.equal(day('le 5 février 2014'), '2014-02-05')
  assert.equal(day('mardi 1er avril 2025'), '2025-04-01')
  assert.equal(day('05/02/2014'), '2014-02-05')
  assert.equal(day('27/02/14'), '2014-02-27')
  assert.equal(day('2014-03-08'), '2014-03-08')
  assert.equal(day('Mercredi 26 Septembre2018'), '2018-09-26')
  assert.equal(day('jeu. 26 mars', '2015-02-12'), '2015-03-26')
})

test('a date without year rolls forward from the meeting', () => {
  assert.equal(day('samedi 8 mars'), '2014-03-08')
  assert.equal(day('le 10 janvier', '2014-12-01'), '2015-01-10')
  assert.equal(day('fin mars'), '2014-03-31')
  assert.equal(day('prochain mardi'), '2014-02-11')
  assert.equal(day('mardi 11'), '2014-02-11')
})

test('a day in a week or in two is counted from the next of its name, today’s included', () => {
  const on = '2026-12-05'
  assert.equal(day('dimanche en huit', on), '2026-12-13')
  assert.equal(day('samedi en huit', on), '2026-12-12')
  assert.equal(day('samedi en quinze', on), '2026-12-19')
  assert.equal(day('vendredi en quinze à 18 h', on), '2026-12-25')
  assert.equal(day('demain en huit', on), '2026-12-13')
  assert.equal(day('lundi en quinze minutes', on), undefined)
  assert.equal(day('dimanche en huit', null), undefined)
})

test('without a meeting’s day, a date without year is not guessed', () => {
  assert.equal(day('samedi 8 mars', null), undefined)
})

test('a day that does not exist is no date', () => {
  assert.equal(day('31/02/2024'), undefined)
  assert.equal(dayOf(2023, 2, 29), undefined)
  assert.equal(dayOf(2024, 2, 29), '2024-02-29')
})

test('two days of one month are a first and a last', () => {
  const [told] = datesIn('les 12 et 13 avril 2025', { day: null })
  assert.deepEqual([told?.day, told?.until], ['2025-04-12', '2025-04-13'])
})

test('hours are read in each of their spellings', () => {
  const hours = (text: string) => {
    const read = hoursIn(text)
    return read && [read.at, read.until]
  }
  assert.deepEqual(hours('a 14h'), ['14:00', undefined])
  assert.deepEqual(hours('a 14 h 30'), ['14:30', undefined])
  assert.deepEqual(hours('14:00'), ['14:00', undefined])
  assert.deepEqual(hours('18h-20h'), ['18:00', '20:00'])
  assert.deepEqual(hours('de 9h a 12h30'), ['09:00', '12:30'])
  assert.deepEqual(hours('de 9 a 12h'), ['09:00', '12:00'])
  assert.deepEqual(hours('le 8 a 11h'), ['11:00', undefined])
  assert.deepEqual(hours('a midi'), ['12:00', undefined])
  for (const text of ['jeudi apres-midi', 'cet apres midi', 'cet aprem-midi'])
    assert.equal(hours(text), undefined, text)
  assert.deepEqual(hours('jeudi apres-midi a 15h'), ['15:00', undefined])
  assert.equal(hours('25h99'), undefined)
})

test('a day of any meeting, named with its weekday and month, is read back within a year after it', () => {
  const months = [
    'janvier',
    'fevrier',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'aout',
    'septembre',
    'octobre',
    'novembre',
    'decembre',
  ]
  const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 200 }),
      (from, ahead) => {
        const meeting = plusDays('1990-01-01', from)
        const wanted = plusDays(meeting, ahead)
        const at = new Date(`${wanted}T00:00:00Z`)
        assert.equal(
          day(
            `${weekdays[at.getUTCDay()]} ${at.getUTCDate()} ${months[at.getUTCMonth()]}`,
            meeting,
          ),
          wanted,
        )
      },
    ),
  )
})

test('an ordinal weekday of a month is its day', () => {
  const of = (plain: string): unknown => datesIn(plain, { day: '2026-10-21' }).map(d => d.day)
  assert.deepEqual(of('le premier mercredi de decembre'), ['2026-12-02'])
  assert.deepEqual(of("le deuxieme dimanche d'avril"), ['2027-04-11'])
  assert.deepEqual(of('le dernier samedi de mars 2027'), ['2027-03-27'])
})
