import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harvestPage } from '../../../text/harvest/harvest.ts'
import { type NotePiece, type NotesPage, notesPage } from '../../../text/harvest/page.ts'
import { offersHarvest } from './harvest.ts'

const head = 'Réunion du 5 mars 2024\n\nPrésents : Marie, Paul, Léa\n\n'
const told = (said: string) =>
  harvestPage(head + said, [offersHarvest]).candidates.map(c => `${c.kind}: ${c.title}`)
/** The page and the piece of one sentence, as a picked one is made. */
function pickedOf(said: string): readonly [NotesPage, NotePiece] {
  const page = notesPage(head + said)
  return [page, page.pieces.at(-1)!]
}

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

test('what its giver says plainly is an offer; a maybe, or what was heard, is a lead', () => {
  const stateOf = (said: string) =>
    harvestPage(head + said, [offersHarvest]).candidates.find(one => one.kind === 'offer')?.fields[
      'state'
    ]
  for (const said of [
    'Paul donne 30 cagettes.',
    'Léa propose de prêter deux brouettes.',
    'Marie a 40 chaises à prêter.',
    'Jo prête sa remorque.',
    'Je prête des tréteaux.',
    'Je donne un vélo, je ne m’en sers plus.',
    'Je peux vous prêter deux brouettes.',
    'J’ai pas mal de planches à donner.',
    'J’ai trois ruches à vendre.',
    'J’offre des plants de tomates.',
    'J’en donne trois caisses.',
    'C’est Paul qui prête la sono.',
  ])
    assert.equal(stateOf(said), 'firm', said)
  for (const said of [
    'Paul pourrait prêter sa remorque.',
    'La mairie prête la salle.',
    'Léa dit que son voisin prête un camion.',
    'Marie prête sa bâche, si elle la retrouve.',
    'Le comité a des tables à prêter.',
    'J’ai entendu que l’école donne ses tables.',
    'Je crois que Léa donne des planches.',
    'Je pense que la commune prête la sono.',
    'Je vois que Paul donne des planches.',
    'J’espère que le club fournit des gilets.',
    'J’ai lu que la ferme vend des œufs.',
    'Apparemment Marie prête sa remorque.',
    'Je suppose que Marie a 40 chaises à prêter.',
    'On m’a dit que Marie prête sa bâche.',
    'Léa dit qu’elle prête sa bâche.',
    'Paul donne des planches, je crois.',
    'J’ai vu un lit à donner.',
  ])
    assert.equal(stateOf(said), 'lead', said)
  const isMarked = (said: string) =>
    offersHarvest.make?.(...pickedOf(said), 'offer')?.fields['state'] === 'firm'
  for (const said of [
    'Je ne prête pas ma remorque.',
    'Je prête plus ma remorque.',
    'Je peux pas donner de bois.',
    'Je n’offre rien.',
    'Paul ne prête pas sa remorque.',
    'Paul prête pas sa remorque.',
    'Je n’ai plus de tables à prêter.',
    'J’ai besoin d’une remorque à donner.',
    'J’ai envie d’un vélo à prêter.',
    'Il faut que je prête ma remorque.',
  ])
    assert.equal(isMarked(said), false, said)
  assert.equal(isMarked('Je prête ma remorque.'), true)
})

test('what is wanted, or given no more, is no offer', () => {
  for (const said of [
    'J’ai besoin d’une remorque à donner.',
    'J’ai envie d’un vélo à prêter.',
    'Je cherche une remorque à prêter.',
    'Je prête plus ma remorque.',
    'Je prête pas ma tronçonneuse.',
    'Je peux pas donner de bois.',
    'Je ne prête pas ma remorque.',
  ])
    assert.ok(!told(said).some(one => one.startsWith('offer')), said)
  assert.deepEqual(told('On cherche du bois et Paul a une remorque à prêter.'), [
    'offer: À prêter\u00a0: une remorque',
  ])
  assert.ok(told('Je prête ma remorque.').some(one => one.startsWith('offer')))
})

test('a need for a day stands until that day', () => {
  const untilOf = (said: string) =>
    harvestPage(head + said, [offersHarvest]).candidates.find(one => one.kind === 'need')?.fields[
      'until'
    ]
  assert.equal(untilOf('On cherche une tronçonneuse pour samedi 9.'), '2024-03-09')
  assert.equal(untilOf('Il faut des tables pour le 12 avril.'), '2024-04-12')
  assert.equal(untilOf('On cherche une tronçonneuse.'), undefined)
  assert.equal(untilOf('On cherche depuis le 9 mars un local pour les outils.'), undefined)
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

test('of two things wanted, the second has its article', () => {
  assert.deepEqual(told("Besoin de deux brouettes et d'une cuve."), [
    'need: Deux brouettes et une cuve',
  ])
})

test('a way to town with seats and its time is a ride, and no errand', () => {
  const rides = (said: string) =>
    harvestPage(head + said, [offersHarvest]).candidates.map(c => [c.title, c.fields['mode']])
  assert.deepEqual(rides('Marie va à Montbrison tous les mardis 8h, 2 places'), [
    ['Transport\u00a0: à Montbrison tous les mardis 8h, 2 places', 'ride'],
  ])
  assert.deepEqual(rides('covoiturage vers Feurs tous les jeudis 7h45'), [
    ['Transport\u00a0: vers Feurs tous les jeudis 7h45', 'ride'],
  ])
  assert.deepEqual(rides('Paul monte à Lyon vendredi.'), [])
  assert.deepEqual(rides('Qui descend à Feurs jeudi, deux places ?'), [])
})

test('a car, or some pence, is a thing that is wanted', () => {
  assert.deepEqual(told('On cherche un car.'), ['need: Un car'])
  assert.deepEqual(told('Besoin d’un car.'), ['need: Un car'])
  assert.deepEqual(told('On cherche des sous.'), ['need: Sous'])
  assert.deepEqual(told('On manque de sous.'), ['need: Sous'])
})

test('a thing that nobody needs is no need', () => {
  for (const said of [
    'On n’a plus besoin de chaises.',
    'Il n’y a pas besoin de matériel.',
    'Aucun besoin de bénévoles cette année.',
    'Pas besoin de tables.',
    'On n’a jamais eu besoin de sono.',
    'Je n’ai pas besoin de ma remorque.',
  ])
    assert.deepEqual(told(said), [], said)
  assert.deepEqual(told('On a plus que jamais besoin de bras.'), ['need: Bras'])
  assert.deepEqual(told('On a encore besoin de sono.'), ['need: Sono'])
})
