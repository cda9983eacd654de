import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'

test('answers of two types that wait are counted under a word that holds for both', {
  skip: lacking('response', 'confirmation', 'event', 'place'),
}, async () => {
  using box = testBox()
  const place = box.bring('place', { name: 'La salle' })
  const event = box.bring('event', { title: 'Bal', startsOn: '2027-01-12' })
  const waits = (type: string, fields: Readonly<Record<string, string>>): void => {
    const piece = box.bring(type, fields, 'home')
    box.bring('proposal', { of: type, piece, sentBy: 'visitor', state: 'waiting' }, 'home')
  }
  for (const who of ['Rosa', 'Paul']) waits('confirmation', { about: place, says: 'yes', who })
  waits('response', { to: event, answer: 'in', firstName: 'Bob' })
  const { text } = await box.keeper.get('/tenir')
  assert.match(text, /à lire\s*: 3\sréponses(?! sur)/i)
})
