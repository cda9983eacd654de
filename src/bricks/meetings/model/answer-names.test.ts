import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../../tests/support/test-box.ts'
import type { Asking } from '../../../../tests/support/test-engine.ts'

const SHOWN = 'SELECT firstName FROM response'

test('a first name that says more than a name waits, and the keeper is asked', () => {
  using box = testBox()
  const id = box.bring('idea', { title: 'Un four partagé', state: 'open', threshold: 5 })
  const lea: Asking = { by: 'neighbour', me: box.welcome({ name: 'Léa' }) }
  const answer = (firstName: string, as: Asking) =>
    box.turn(
      'meetings.answer',
      { id, answer: 'help', saying: 'Porter le bois', firstName, reach: 'au café' },
      { ...as, typed: true },
    )
  for (const name of ['Paul est divorcé', 'Le facteur ne boira plus', 'Hugo, 12 rue des Écoles']) {
    for (const as of [{ by: 'visitor' } as const, lea]) assert.ok(answer(name, as).done, name)
    const asked = answer(name, { by: 'keeper' })
    assert.ok(!asked.done && 'refused' in asked, name)
  }
  assert.deepEqual(box.read.all(SHOWN), [])
  assert.ok(answer('Hugo', { by: 'keeper' }).done)
  assert.deepEqual(
    box.read.all(SHOWN).map(row => row['firstName']),
    ['Hugo'],
  )
})

test('a member’s word on somebody else’s family waits', () => {
  using box = testBox()
  const id = box.bring('idea', { title: 'Un four partagé', state: 'open', threshold: 5 })
  const lea: Asking = { by: 'neighbour', me: box.welcome({ name: 'Léa' }) }
  for (const saying of ['Son fils est placé', 'Garder sa fille, leur maison est vide'])
    box.done('meetings.answer', { id, answer: 'help', saying, firstName: 'Léa' }, lea)
  assert.deepEqual(box.read.all(SHOWN), [])
})
