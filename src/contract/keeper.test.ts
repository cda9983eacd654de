import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keeperParts, keeperSaid } from './keeper.ts'

test('the keeper’s place is said once, by the fuller of the two sentences', () => {
  const keptBy = 'Anaïs et Malo, au local le mercredi'
  assert.equal(
    keeperSaid({ keptBy, reach: '06 39 98 41 07' }, 'x'),
    'Anaïs et Malo, 06 39 98 41 07',
  )
  assert.equal(keeperSaid({ keptBy, reach: null }, 'x'), keptBy)
  assert.equal(keeperSaid({ keptBy, reach: '' }, 'x'), keptBy)
  assert.deepEqual(keeperParts({ keptBy: '', reach: 'au local' }), ['au local'])
  for (const nobody of [undefined, { keptBy: '', reach: null }])
    assert.equal(keeperSaid(nobody, 'la personne'), 'la personne')
})
