import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harvestPage } from '../../core/glean/harvest.ts'
import { directoryHarvest } from './harvest.ts'

const head = 'Réunion du 5 mars 2024\n\nPrésents : Marie (mairie de Boën), Paul (chômeur), Léa\n\n'
const come = (said: string) => harvestPage(head + said, [directoryHarvest])
const told = (said: string) => come(said).candidates.map(c => `${c.kind}: ${c.title}`)

test('people are private, with their name and nothing of their situation', () => {
  const { candidates } = come('')
  const people = candidates.filter(c => c.fields['kind'] === 'person')
  assert.deepEqual(
    people.map(p => p.title),
    ['Marie', 'Paul', 'Léa'],
  )
  assert.ok(people.every(p => p.private))
  assert.ok(!JSON.stringify(candidates.map(({ source, ...c }) => c)).includes('chômeur'))
})

test('the body that a role names is an actor, tied to its person', () => {
  const { candidates, links } = come('')
  const body = candidates.find(c => c.title === 'Mairie de Boën')
  assert.equal(body?.fields['kind'], 'public-body')
  assert.deepEqual(
    links.map(l => [l.rel, l.to]),
    [['works-for', body?.id]],
  )
})

test('a project told under somebody’s name is titled by the thing, and tied to them', () => {
  const { candidates, links } = come('Projet Léa : monter un atelier de réfection de meubles, à la grange')
  const project = candidates.find(c => c.kind === 'initiative')
  assert.equal(project?.title, 'Atelier de réfection de meubles')
  const lea = candidates.find(c => c.title === 'Léa')
  assert.ok(links.some(l => l.rel === 'runs' && l.from === lea?.id && l.to === project?.id))
})

test('public computers are counted, and doubted when the notes doubt', () => {
  const [point] = come('- 5 ordinateurs en libre service à la médiathèque (à vérifier)').candidates.filter(c => c.kind === 'access-point')
  assert.deepEqual([point?.fields['computers'], point?.fields['toConfirm']], [5, true])
})

test('a body is recognised by its noun and its own name, a place by its noun', () => {
  assert.ok(told('L’association Les Doigts Agiles vient à la salle des fêtes.').includes('actor: Les Doigts Agiles'))
  assert.ok(told('L’association Les Doigts Agiles vient à la salle des fêtes.').includes('place: Salle des fêtes'))
})
