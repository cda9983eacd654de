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
