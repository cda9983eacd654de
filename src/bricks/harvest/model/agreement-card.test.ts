import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../../tests/support/test-box.ts'

test('a name on a strip is a name alone, and what all read to reach them tells no more', () => {
  using box = testBox()
  const of = box.bring('harvest', { title: 'Soirée', state: 'open', people: ['Léa'] }, 'home')
  const piece = box.bring('actor', { name: 'Léa', kind: 'person' }, 'home')
  const told = { of: 'actor', piece, harvest: of, sentBy: 'harvest', state: 'waiting' }
  const id = box.bring('proposal', { ...told, certainty: 1, person: true }, 'home')
  const asked = (fields: Readonly<Record<string, string>>) =>
    box.turn('harvest.agree', { id, answer: 'yes', ...fields })
  for (const [name, reach] of [
    ['Mme Chazelle, 12 rue des Écoles', ''],
    ['Léa 06 12 34 56 78', ''],
    ['Léa, en cure', ''],
    ['Léa', 'la grange, code 4512B'],
    ['Léa', 'le soir, depuis mon divorce'],
    ['Léa', 'demander à Colette'],
  ] as const)
    assert.ok('refused' in asked({ name, reach }), `${name} · ${reach}`)
  assert.deepEqual(box.read.all('SELECT name FROM actor'), [])
  const answer = asked({ name: 'Léa Chazelle', reach: '06 12 34 56 78, au café le lundi' })
  assert.ok(!('refused' in answer), JSON.stringify(answer))
  assert.equal(box.read.all('SELECT name FROM actor')[0]?.['name'], 'Léa Chazelle')
})
