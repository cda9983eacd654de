import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harvestPage } from '../../../text/harvest/harvest.ts'
import { offersHarvest } from './harvest.ts'

const head = 'Réunion du 5 mars 2024\n\nPrésents : Marie, Paul, Léa\n\n'
const told = (said: string) =>
  harvestPage(head + said, [offersHarvest]).candidates.map(c => `${c.kind}: ${c.title}`)

test('what is wanted is titled by the thing', () => {
  assert.deepEqual(told('On cherche un local sec pour les outils.'), [
    'need: Un local sec pour les outils',
  ])
  assert.deepEqual(told('On manque de chaises.'), ['need: Chaises'])
  assert.deepEqual(told('Il nous faudra une remorque.'), ['need: Une remorque'])
  assert.deepEqual(told('Qui aurait une bâche ?'), ['need: Qui aurait une bâche\u202f?'])
})

test('what is offered says how, and never by whom', () => {
  assert.deepEqual(told('Marie peut prêter sa remorque le samedi.'), [
    'offer: À prêter\u00a0: remorque le samedi',
  ])
  assert.deepEqual(told('Paul a un broyeur, il le prête.'), ['offer: À prêter\u00a0: un broyeur'])
  assert.deepEqual(told('Marie offre des planches et Léa prête une bâche.'), [
    'offer: À donner\u00a0: des planches',
    'offer: À prêter\u00a0: une bâche',
  ])
})

test('an offer is a lead: nothing is promised', () => {
  const [offer] = harvestPage(`${head}Paul donne 30 cagettes.`, [offersHarvest]).candidates
  assert.equal(offer?.fields['state'], 'lead')
})

test('giving one’s opinion, or looking for how, is neither', () => {
  assert.deepEqual(told('Marie donne son avis. Paul cherche comment faire.'), [])
})

test('what a row of a table lacks is wanted; a dash is nothing', () => {
  const text =
    'Réunion du 5 mars 2024\n\nPrésents : Léa, Sam\n\nActivité | Responsable | Ce qui ' +
    'manque\n---|---|---\nReliure | Léa | deux presses\nGym | Sam | -\n'
  const needs = harvestPage(text, [offersHarvest]).candidates.filter(c => c.kind === 'need')
  assert.deepEqual(
    needs.map(c => c.title),
    ['Deux presses'],
  )
})

test('a need has nothing of what follows about somebody of one’s own', () => {
  assert.deepEqual(told('Il faudrait un lieu pour les jeunes, mon fils tourne la nuit.'), [
    'need: Un lieu pour les jeunes',
  ])
})
