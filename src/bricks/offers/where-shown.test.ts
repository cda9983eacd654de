import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'

const skip = lacking('member', 'offer')

test('how far a notice goes is told back to its author: on the ticket, on its page; a photo is ' +
  'said to show at once', {
  skip,
}, async () => {
  using box = testBox()
  const stranger = box.visitor('wifi')
  const asked = {
    title: 'je prête une brouette',
    who: 'Rosa',
    reachBy: 'someone',
    reach: 'au bar',
    through: 'au bar',
    accord: 'ici',
  }
  const answer = await stranger.send('/annonces/proposer', asked)
  assert.match((await stranger.get(answer.location)).text, /ici seulement/)
  const lea = await box.member('Léa')
  const around = { title: 'prête une scie', reachBy: 'word', accord: 'voisins' }
  await lea.send('/annonces/proposer', around)
  const id = String(box.read.all('SELECT id FROM offer')[0]?.['id'])
  assert.match((await lea.get(`/annonces/${id}`)).text, /Où : ici et dans les villages voisins\./)
  assert.doesNotMatch((await stranger.get(`/annonces/${id}`)).text, /Où : ici et dans/)
  assert.match((await lea.get(`/annonces/${id}/photos`)).text, /La photo se voit tout de suite/)
  assert.deepEqual(box.faults, [])
})
