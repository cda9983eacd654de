import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { deal } from './model/records.ts'

test('what goes to one person, read by card alone, is given once on the Wi-Fi too', async () => {
  const box = testBox()
  box.territory()
  const [odile, karim, huguette] = [
    await box.member('Odile'),
    await box.member('Karim'),
    await box.member('Huguette'),
  ]
  const bed = { title: 'donne un lit', reachBy: 'word', accord: 'carte' }
  await odile.post('/annonces/proposer', bed)
  const annonce = String(box.read.all('SELECT id FROM offer_home')[0]!['id'])
  const threads: string[] = []
  for (const [who, when] of [
    [karim, 'jeudi'],
    [huguette, 'vendredi'],
  ] as const) {
    box.later(1_000)
    const { location: at } = await who.post('/arrangements/interet', { annonce })
    box.later(1_000)
    assert.equal((await who.post(`${at}/proposer`, { when })).status, 303)
    threads.push(at)
  }
  const [first, second] = threads as [string, string]
  const wifi = await box.memberOf(odile.id, 'wifi')
  assert.doesNotMatch((await wifi.get(first)).text, /donne un lit/, 'it is read by card alone')
  box.later(1_000)
  assert.equal((await wifi.post(`${first}/repondre`, { says: 'yes' })).status, 303)
  box.later(1_000)
  const again = await wifi.post(`${second}/repondre`, { says: 'yes' })
  assert.equal(again.status, 422)
  const states = box.read.list(deal, { order: 'id' }, 'home').map(({ state, why }) => [state, why])
  assert.deepEqual(states, [
    ['agreed', null],
    ['fallen', 'taken'],
  ])
  assert.match((await huguette.get('/')).text, /donne un lit/)
  assert.deepEqual([...box.faults], [])
})
