import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { sent } from '../../../tests/support/forms.ts'
import { asKeeper, asMember, cardOf, openDoor } from '../../../tests/support/test-box.ts'

const skip = lacking('member', 'offer')

test('how far a notice goes is told back to its author: on the ticket, on its page; a photo is said to show at once', {
  skip,
}, async () => {
  const door = await openDoor()
  const keeper = await asKeeper(door)
  const stranger = door.person('wifi')
  const asked = { title: 'je prête une brouette', who: 'Rosa', reachBy: 'someone', reach: 'au bar', through: 'au bar', accord: 'ici' }
  const answer = await sent(stranger, await stranger.get('/annonces/proposer'), '/annonces/proposer', asked)
  assert.match((await stranger.get(answer.location)).said, /ici seulement/)
  const lea = await asMember(door, await cardOf(keeper, door.welcome({ name: 'Léa' })))
  const around = { title: 'prête une scie', reachBy: 'word', accord: 'voisins' }
  await sent(lea, await lea.get('/annonces/proposer'), '/annonces/proposer', around)
  const id = String(door.house.read.all('SELECT id FROM offer')[0]?.['id'])
  assert.match((await lea.get(`/annonces/${id}`)).said, /Où : ici et dans les villages voisins\./)
  assert.doesNotMatch((await stranger.get(`/annonces/${id}`)).said, /Où : ici et dans/)
  assert.match((await lea.get(`/annonces/${id}/photos`)).said, /La photo se voit tout de suite/)
  assert.deepEqual(door.faults, [])
})
