import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageIn, isMinor } from './ages.ts'

test('an age is somebody’s when it stands right after their name, in figures or in words', () => {
  for (const text of [
    'Lucas (16 ans) tient la buvette.',
    'Avec Lucas, 16 ans, et Nadia.',
    'Lucas Morin, seize ans, vient.',
    'LUCAS MORIN – 16 ans',
    'Lucas a 16 ans',
    'Lucas, qui a bientôt 16 ans',
    'Lucas, âgé de 16 ans',
  ])
    assert.equal(ageIn(text, 'Lucas'), 16, text)
  assert.equal(ageIn('Élodie, dix-sept ans', 'Élodie Martin'), 17)
  assert.equal(ageIn('Jean-Luc (15 ans)', 'Jean-Luc'), 15)
  assert.equal(
    ageIn('Lucas (41 ans) et son fils ; Lucas (9 ans)', 'Lucas'),
    9,
    'of two, the least: one more yes costs little',
  )
})

test('what is told of others, or counts something else, is no age of theirs', () => {
  for (const text of [
    'Lucas garde un enfant de 6 ans',
    'Lucas, 12 ans de métier',
    'Lucas a 3 ans d’ancienneté',
    'Lucas travaille depuis 12 ans',
    'Jean-Lucas, 12 ans',
    'Lucas et ses trois filles',
    '16 ans',
    'Présents : Lucas\n\nNadia (16 ans)',
  ])
    assert.equal(ageIn(text, 'Lucas'), undefined, text)
  assert.ok(
    !isMinor('Lucas, 18 ans', 'Lucas') &&
      !isMinor('Lucas', 'Lucas') &&
      isMinor('Lucas, 17 ans', 'Lucas'),
  )
})
