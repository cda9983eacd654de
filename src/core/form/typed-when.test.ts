import assert from 'node:assert/strict'
import { test } from 'node:test'
import { typedDay } from './typed.ts'
import { typedWhen } from './typed-when.ts'

/** Words for a day, and what they mean on a day: the day, its last day, its hours. */

const [THURSDAY, SATURDAY, SUNDAY] = ['2026-12-03', '2026-12-05', '2026-12-06']
const MORNING = '08:00-12:00'
const AFTERNOON = '14:00-18:00'
const EVENING = '18:00-00:00'

const said = (text: string, today: string): string => {
  const found = typedWhen(text, today)
  if (found === undefined || found === 'noSuchDay') return String(found)
  const { day, until, startsAt, endsAt } = found
  const hours = startsAt === undefined ? [] : [`${startsAt}-${endsAt}`]
  return [day, ...(until === undefined ? [] : [until]), ...hours].join(' ')
}
const holds = (table: readonly (readonly [text: string, meant: string])[], today: string): void => {
  for (const [text, meant] of table) assert.equal(said(text, today), meant, `${text}, ${today}`)
}

test('a day that is said from today is read as people mean it', () => {
  const table = [
    ['samedi', '2026-12-05'],
    ['samedi prochain', '2026-12-05'],
    ['samedi qui vient', '2026-12-05'],
    ['samedi de la semaine prochaine', '2026-12-12'],
    ['samedi la semaine prochaine', '2026-12-12'],
    ['la semaine prochaine, samedi', '2026-12-12'],
    ['lundi de la semaine prochaine', '2026-12-07'],
    ['vendredi de cette semaine', '2026-12-04'],
    ['samedi en huit', '2026-12-12'],
    ['samedi dans huit jours', '2026-12-12'],
    ['après-demain', '2026-12-05'],
    ['dans huit jours', '2026-12-10'],
    ['dans quinze jours', '2026-12-17'],
    ['dans 15 jours', '2026-12-17'],
    ['dans une quinzaine', '2026-12-17'],
    ['dans dix jours', '2026-12-13'],
    ['dans deux semaines', '2026-12-17'],
    ['dans une semaine', '2026-12-10'],
    ['dans un mois', '2027-01-03'],
    ['Saturday of next week', '2026-12-12'],
    ['Saturday next week', '2026-12-12'],
    ['next week on Saturday', '2026-12-12'],
    ['next Saturday', '2026-12-05'],
    ['Saturday week', '2026-12-12'],
    ['the day after tomorrow', '2026-12-05'],
    ['in two weeks', '2026-12-17'],
    ['in a fortnight', '2026-12-17'],
    ['in 15 days', '2026-12-18'],
    ['in a week', '2026-12-10'],
  ] as const
  holds(table, THURSDAY)
  for (const [text, meant] of table) assert.equal(typedDay(text, THURSDAY), meant, text)
  holds(
    [
      ['samedi', '2026-12-05'],
      ['samedi prochain', '2026-12-12'],
      ['samedi de la semaine prochaine', '2026-12-12'],
      ['lundi de la semaine prochaine', '2026-12-07'],
      ['dans quinze jours', '2026-12-19'],
    ],
    SATURDAY,
  )
  holds([['lundi de la semaine prochaine', '2026-12-07']], SUNDAY)
})

test('a part of a day gives its day and its hours', () => {
  holds(
    [
      ['samedi soir', `2026-12-05 ${EVENING}`],
      ['samedi prochain au soir', `2026-12-05 ${EVENING}`],
      ['samedi de la semaine prochaine au soir', `2026-12-12 ${EVENING}`],
      ['dimanche matin', `2026-12-06 ${MORNING}`],
      ['samedi après-midi', `2026-12-05 ${AFTERNOON}`],
      ['samedi dans l’après-midi', `2026-12-05 ${AFTERNOON}`],
      ['demain soir', `2026-12-04 ${EVENING}`],
      ['après-demain matin', `2026-12-05 ${MORNING}`],
      ['après-demain après-midi', `2026-12-05 ${AFTERNOON}`],
      ['ce soir', `2026-12-03 ${EVENING}`],
      ['ce matin', `2026-12-03 ${MORNING}`],
      ['cet après-midi', `2026-12-03 ${AFTERNOON}`],
      ['le 12 au soir', `2026-12-12 ${EVENING}`],
      ['le soir du 12', `2026-12-12 ${EVENING}`],
      ['samedi 12 au matin', `2026-12-12 ${MORNING}`],
      ['12 décembre au soir', `2026-12-12 ${EVENING}`],
      ['12/12 au soir', `2026-12-12 ${EVENING}`],
      ['12/1/2027 au soir', `2027-01-12 ${EVENING}`],
      ['Saturday evening', `2026-12-05 ${EVENING}`],
      ['Saturday night', `2026-12-05 ${EVENING}`],
      ['Sunday morning', `2026-12-06 ${MORNING}`],
      ['Sunday in the afternoon', `2026-12-06 ${AFTERNOON}`],
      ['tomorrow night', `2026-12-04 ${EVENING}`],
      ['tonight', `2026-12-03 ${EVENING}`],
      ['this evening', `2026-12-03 ${EVENING}`],
      ['the 12th in the evening', `2026-12-12 ${EVENING}`],
      ['on the evening of the 12th', `2026-12-12 ${EVENING}`],
    ],
    THURSDAY,
  )
})

test('a number alone is the next day of that number', () => {
  holds(
    [
      ['le 12', '2026-12-12'],
      ['12', '2026-12-12'],
      ['the 12th', '2026-12-12'],
      ['le 5', '2026-12-05'],
      ['le 1er', '2027-01-01'],
      ['le 0', 'noSuchDay'],
      ['le 32', 'noSuchDay'],
    ],
    SATURDAY,
  )
  assert.equal(said('le 31', '2026-02-01'), '2026-03-31')
})

test('a weekend is its two days, or the day that is left of it', () => {
  holds(
    [
      ['ce week-end', '2026-12-05 2026-12-06'],
      ['le week-end prochain', '2026-12-05 2026-12-06'],
      ['le week-end de la semaine prochaine', '2026-12-12 2026-12-13'],
      ['this weekend', '2026-12-05 2026-12-06'],
    ],
    THURSDAY,
  )
  holds(
    [
      ['ce week-end', '2026-12-05 2026-12-06'],
      ['le week-end prochain', '2026-12-12 2026-12-13'],
      ['next weekend', '2026-12-12 2026-12-13'],
    ],
    SATURDAY,
  )
  holds(
    [
      ['ce week-end', '2026-12-06'],
      ['le week-end prochain', '2026-12-12 2026-12-13'],
    ],
    SUNDAY,
  )
})

test('words that name no day, or several weeks, are no day', () => {
  for (const text of [
    'la semaine prochaine',
    'next week',
    'un soir',
    'le soir',
    'samedi ou dimanche',
    'sam12 au soir',
    'dans jours',
    'dans zéro jour',
    'samedi soir soir',
    'week-end soir',
    '',
  ])
    assert.equal(said(text, THURSDAY), 'undefined', text)
  assert.equal(said('samedi 13 au soir', THURSDAY), 'noSuchDay')
})

test('a form that keeps a day refuses a part of it, so that none is lost', () => {
  for (const text of ['samedi soir', 'le 12 au soir', 'ce week-end', 'tomorrow evening'])
    assert.equal(typedDay(text, THURSDAY), undefined, text)
})
