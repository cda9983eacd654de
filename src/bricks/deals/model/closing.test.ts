import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { testBox } from '../../../../tests/support/test-box.ts'
import { mayClose } from './closed-too.ts'

test('a ride of each week is not closed with the deal of one Thursday; a thing that is sold is', {
  skip: lacking('offer', 'deal'),
}, async () => {
  using box = testBox()
  const odile = await box.memberOf(box.welcome({ name: 'Odile' }))
  const seen = async (title: string) => {
    await odile.post('/annonces/proposer', { title, reachBy: 'word', accord: 'voisins' })
    const [row] = box.read.all('SELECT id FROM offer ORDER BY id DESC LIMIT 1')
    box.later(1_000)
    return box.read.published.noticeSeen?.(String(row?.['id']))
  }
  const keeper = { by: 'keeper' } as const
  const ride = await seen('je descends à Montbrison tous les jeudis à 8 h, deux places')
  const trunk = await seen('je vends une malle')
  assert.ok(ride && trunk)
  assert.deepEqual([ride.comesBack, trunk.comesBack], [true, false])
  assert.deepEqual([mayClose(ride, keeper), mayClose(trunk, keeper)], [false, true])
})
