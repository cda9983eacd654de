import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ridesEn } from '../../words/rides/en.ts'
import { ridesFr } from '../../words/rides/fr.ts'

test('a place that is no name is said with its article, in each turn of a sentence', () => {
  for (const [from, to, said] of [
    ['gare', 'marché de Boën', 'départ de la gare, vers le marché de Boën'],
    ['Ambert', 'hôpital', 'départ d’Ambert, vers l’hôpital'],
    ['marché', 'courses', 'départ du marché, vers les courses'],
    ['école', 'Boën', 'départ de l’école, vers Boën'],
    ['Sail', 'La Chamba', 'départ de Sail, vers La Chamba'],
    ['', 'vogue de chalmazel', 'vers la vogue de chalmazel'],
    ['', 'carrefour', 'vers carrefour'],
    ['', 'boen', 'vers boen'],
  ] as const)
    assert.equal(ridesFr.fromTo(from, to, ''), said)
  assert.equal(ridesEn.fromTo('gare', 'Boën', ''), 'from the gare, to Boën')
  const slip = { who: 'Rosa', from: 'gare', to: 'marché', by: '', days: '', time: '', seats: 0 }
  assert.equal(ridesFr.slip(slip), 'Rosa descend de la gare au marché')
  assert.equal(ridesFr.slip({ ...slip, from: '', to: 'Boën' }), 'Rosa descend à Boën')
})
