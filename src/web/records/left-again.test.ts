import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { sent } from '../../../tests/support/forms.ts'
import { asKeeper, asMember, cardOf, openDoor } from '../../../tests/support/test-box.ts'

const skip = lacking('member', 'offer')

test('what was left and is written again waits with what it says now, and with why it was left', { skip }, async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const lea = await asMember(door, await cardOf(keeper, door.welcome({ name: 'Léa' })))
  await sent(lea, await lea.get('/annonces/proposer'), '/annonces/proposer', {
    title: 'un vélo, voir Kevin',
    reachBy: 'word',
    accord: 'voisins',
  })
  assert.match((await keeper.get('/a-montrer')).said, /À lire d’abord : cela nomme quelqu’un d’autre/)
  await sent(keeper, await keeper.get('/a-montrer'), '/a-montrer/laisser', { why: 'Kevin le sait-il ?' })
  const id = String(door.house.read.all('SELECT id FROM offer_home')[0]?.['id'])
  await sent(lea, await lea.get(`/moi/corriger/offer/${id}`), '/moi/corriger', { title: 'un vélo' })
  const page = (await keeper.get('/a-montrer')).said
  assert.match(page, /À lire d’abord : c’était laissé de côté, et c’est réécrit depuis\. La raison d’alors : « Kevin le sait-il \? »/)
  assert.doesNotMatch(page, /cela nomme quelqu’un/)
  assert.deepEqual(door.faults, [])
})
