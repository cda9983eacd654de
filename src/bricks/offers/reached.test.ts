import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'

const skip = lacking('need', 'offer', 'meeting')

test('a notice of a harvest names its keeper once after the words that lead to them', {
  skip,
}, async () => {
  using box = testBox()
  box.territory({ keptBy: 'Émilie et Renaud, au local le mercredi' })
  const of = box.bring('harvest', { title: 'Soirée', state: 'open' }, 'home')
  const piece = box.bring('need', { title: 'Des palettes' }, 'home')
  const told = { of: 'need', piece, harvest: of, sentBy: 'harvest', state: 'kept' }
  box.bring('proposal', { ...told, certainty: 1, from: 0, till: 5, person: false }, 'home')
  box.done('harvest.showHarvest', { id: of })
  const id = String(box.read.all('SELECT id FROM need')[0]!['id'])
  const { text } = await box.visitor().get(`/annonces/${id}`)
  assert.match(text, /Pour en parler : Émilie et Renaud, au local le mercredi/)
  assert.doesNotMatch(text, /À demander/)
  const poster = JSON.stringify(box.print('affichette', id))
  assert.match(poster, /"Pour joindre","lines":\["Émilie et Renaud, au local le mercredi"\]/)
})

test('what was written before says the same', { skip }, async () => {
  using box = testBox()
  box.territory()
  const id = box.bring('need', { title: 'Des palettes', reach: 'À demander à Léa, au four.' })
  for (const path of [`/annonces/${id}`, '/veilleuse'])
    assert.doesNotMatch((await box.visitor().get(path)).text, /(?:joindre|parler) : À/, path)
  assert.match((await box.visitor().get(`/annonces/${id}`)).text, /Pour en parler : Léa, au four/)
})

test('a word is left to somebody of whom the page and the poster say where they are', {
  skip: lacking('offer', 'relay'),
}, async () => {
  using box = testBox()
  box.territory({ keptBy: 'Simone', reach: '04 77 00 11 22, ou à la mairie' })
  const relay = box.bring('relay', { name: 'Nadia', where: 'au bar', when: 'le mardi' })
  const roger = { title: 'Roger prête sa remorque', who: 'Roger', reachBy: 'word' }
  const own = box.bring('offer', { ...roger, reach: 'laissez un mot à Simone' })
  const other = box.bring('offer', { ...roger, reach: 'laissez un mot à Nadia', relay })
  const text = async (id: string) => (await box.visitor().get(`/annonces/${id}`)).text
  assert.match(await text(own), /Simone : 04\s77\s00\s11\s22\s*, ou à la mairie/)
  assert.match(await text(other), /Nadia : au bar, le mardi/)
  const poster = (id: string) => JSON.stringify(box.print('affichette', id))
  assert.match(poster(own), /Simone.: 04 77 00 11 22, ou à la mairie/)
  assert.match(poster(other), /Nadia.: au bar, le mardi/)
  const plain = box.bring('offer', { ...roger, reachBy: 'phone', reach: '06 11 22 33 44' })
  assert.doesNotMatch(poster(plain), /Simone/)
})

test('what is spotted asks what was seen, and not a first name', { skip }, async () => {
  using box = testBox()
  const { text } = await box.keeper.get('/reperages')
  assert.match(text, /Ce que vous avez vu/)
  assert.doesNotMatch(text, /Le prénom d’abord/)
})
