import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '../../../core/letters/words.ts'
import { WEEKDAYS } from '../../../text/harvest/fr.ts'
import { lastDayTold } from './last-day.ts'
import { nearDay } from './near-day.ts'
import { namesOf } from './rides/names.ts'
import { rideTold } from './rides/ride.ts'
import { understand } from './understood.ts'

/** A day of the week is the next of its name: today’s, until its hour is past. */

const MONDAY = Temporal.PlainDate.from('2026-11-30')
const two = (n: number): string => String(n).padStart(2, '0')
const communes = namesOf([])
/** Each reader of a day, of the same words. */
const READERS: readonly ((said: string, today: string, time: string) => string | undefined)[] = [
  (said, today, time) => nearDay(fold(said), today, time),
  (said, today, time) => {
    const { days } = rideTold(`je descends à Boën ${said}`, { today, time, communes })
    return days?.is === 'once' ? days.day : undefined
  },
  (said, today, time) =>
    lastDayTold(
      `je cherche une échelle ${said}`,
      { side: 'need', mode: undefined },
      { today, time },
    ),
  (said, today, time) =>
    understand(`une échelle ${said}`, {
      ...{ today, time, communes },
      themes: [],
      territory: undefined,
    }).day,
]

test('each day, hour and now gives the next moment of that name, never one that is past', () => {
  for (const [at, name] of WEEKDAYS.entries())
    for (let day = 0; day < 7; day++)
      for (let now = 0; now < 24; now += 2)
        for (const hour of [1, 6, 12, 13, 18, 23]) {
          const today = MONDAY.add({ days: day })
          const isPast = day === at && hour <= now
          const next = today.add({ days: isPast ? 7 : (at - day + 7) % 7 }).toString()
          for (const [nth, reads] of READERS.entries())
            for (const said of [`${name} à ${hour} h`, `${name}, ${hour}h`]) {
              const found = reads(said, today.toString(), `${two(now)}:30`)
              assert.equal(found, next, `${nth}: ${said}, ${today} ${now} h 30`)
            }
        }
})

test('a part of a day, a span and midnight are past once they end', () => {
  const [today, time] = [MONDAY.toString(), '14:05']
  for (const [said, isToday] of [
    ['lundi', true],
    ['lundi matin', false],
    ['lundi après-midi', true],
    ['lundi soir', true],
    ['lundi soir à 6 h', true],
    ['lundi à minuit', true],
    ['lundi de 10 h à 16 h', true],
    ['lundi de 10 h à 12 h', false],
    ['lundi à 6 heures et demie', false],
    ['lundi à six heures', false],
    ['à 6 h lundi', false],
    ['aujourd’hui à 6 h', true],
    ['ce matin à 6 h', true],
  ] as const)
    for (const reads of READERS.slice(0, 2))
      assert.equal(reads(said, today, time), isToday ? today : '2026-12-07', said)
  for (const reads of READERS.slice(1)) {
    assert.equal(reads('lundi en huit à 6 h', today, time), '2026-12-07')
    assert.equal(reads('dimanche en huit', today, time), '2026-12-13')
    assert.equal(reads('samedi en quinze', today, time), '2026-12-19')
  }
})

test('a day of the month is one before a comma too, and the number of a house is none', () => {
  const day = (said: string) => nearDay(fold(said), MONDAY.toString())
  for (const said of ['le 8 à 11 h', 'le 8, à 11 h', 'le 8.']) assert.equal(day(said), '2026-12-08')
  for (const said of ['au 8, rue des Lilas', 'au 8 rue des Lilas', 'le 8,5', 'au 8, chemin du Pré'])
    assert.equal(day(said), undefined, said)
})
