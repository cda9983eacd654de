import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysInFrench } from './days-in-french.ts'

test('a day and an hour that English says are said as French reads them', () => {
  for (const [said, turned] of [
    ['Sat 5 pm', 'samedi à 17h'],
    ['next Tuesday 10:30', 'mardi prochain 10:30'],
    ['Dec 5 at 2 pm', '5 décembre à 14h'],
    ['Friday, 5th of December at 9.30 am', 'vendredi 5 décembre à 9h30'],
    ['on Mondays at 9', 'tous les lundis à 9h'],
    ['every other Thursday', 'un jeudi sur deux'],
    ['tomorrow at noon', 'demain à midi'],
    ['the day after tomorrow', 'après-demain'],
    ['on Thursday morning', 'jeudi matin'],
    ['12 am on Sunday', 'à 0h dimanche'],
    ['on weekdays', 'en semaine'],
    ['this morning', 'ce matin'],
    ['this afternoon at 3 pm', 'cet après-midi à 15h'],
    ['each week', 'chaque semaine'],
    ['at midday today', 'à midi aujourd’hui'],
  ] as const)
    assert.equal(daysInFrench(said), turned)
})

test('a text that is French stays as it is, whatever words the two languages share', () => {
  for (const text of [
    'mon fils et sa mer',
    'le sat 5',
    'jeudi 9 h',
    'mar. 5 mai',
    'sept places',
    'mardi en huit',
    'le 12 à midi, on a dit',
    'je tue le cochon sam. 12',
  ])
    assert.equal(daysInFrench(text), text)
})
