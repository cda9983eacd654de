import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harvestPage } from '../../../text/harvest/harvest.ts'
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
  const { candidates, links } = come(
    'Projet Léa : monter un atelier de réfection de meubles, à la grange',
  )
  const project = candidates.find(c => c.kind === 'initiative')
  assert.equal(project?.title, 'Atelier de réfection de meubles')
  const lea = candidates.find(c => c.title === 'Léa')
  assert.ok(links.some(l => l.rel === 'runs' && l.from === lea?.id && l.to === project?.id))
})

test('public computers are counted, and doubted when the notes doubt', () => {
  const [point] = come(
    '- 5 ordinateurs en libre service à la médiathèque (à vérifier)',
  ).candidates.filter(c => c.kind === 'access-point')
  assert.deepEqual([point?.fields['computers'], point?.fields['toConfirm']], [5, true])
})

test('a body is recognised by its noun and its own name, a place by its noun', () => {
  assert.ok(
    told('L’association Les Doigts Agiles vient à la salle des fêtes.').includes(
      'actor: Les Doigts Agiles',
    ),
  )
  assert.ok(
    told('L’association Les Doigts Agiles vient à la salle des fêtes.').includes(
      'place: Salle des fêtes',
    ),
  )
})

test('the title of a section names the project that somebody carries there, in whatever words', () => {
  for (const said of [
    'Léa gère le compost.',
    'Léa s’occupe du compost.',
    'Léa resp. compost, démarre en avril.',
    'Mme Vidal suit le compost.',
  ])
    assert.ok(
      told(`## 4. Compost collectif\n\n${said}`).includes('initiative: Compost collectif'),
      said,
    )
})

test('the title of a section is left without its number and its day', () => {
  assert.ok(
    told(
      '3. Bourse aux graines (samedi 6 avril 2024)\nLéa organise la bourse aux graines.',
    ).includes('initiative: Bourse aux graines'),
  )
})

test('a part of every meeting is no project, whoever holds it', () => {
  assert.deepEqual(
    told('## Trésorerie\n\nLéa tient la trésorerie.').filter(t => t.startsWith('initiative')),
    [],
  )
})

test('whoever works in a school or a library makes a body of it', () => {
  assert.ok(
    told('La directrice de l’école de Sauvain viendra.').includes('actor: École de Sauvain'),
  )
  assert.ok(
    told('À voir avec Nadia de la médiathèque de Sauvain.').includes(
      'actor: Médiathèque de Sauvain',
    ),
  )
})

test('of two bodies named by the same words, the longer name is kept', () => {
  assert.deepEqual(
    told('La Communauté de communes Monts et Vallées passera.').filter(t =>
      t.startsWith('actor: Com'),
    ),
    ['actor: Communauté de communes Monts et Vallées'],
  )
})

test('the title of a work in quotes is no name of the body that made it', () => {
  assert.ok(
    !told('Léa distribue la plaquette du CAUE « Bâtir en pisé ».').some(t => /CAUE.*pisé/.test(t)),
  )
})

test('a table of what goes on gives a project a row, and who carries it', () => {
  const { candidates, links } = come(
    'Activité | Responsable | Ce qui manque\n---|---|---\nAtelier reliure | Léa | deux ' +
      'presses\nChorale | Marie | -\n',
  )
  const projects = candidates.filter(c => c.kind === 'initiative')
  assert.deepEqual(
    projects.map(c => c.title),
    ['Atelier reliure', 'Chorale'],
  )
  assert.ok(
    links.some(
      l =>
        l.rel === 'runs' &&
        l.to === projects[0]?.id &&
        l.from === candidates.find(c => c.title === 'Léa')?.id,
    ),
  )
})

test('a priest is no place, and the house that is called after him is one', () => {
  const places = (said: string) => told(said).filter(one => one.startsWith('place'))
  assert.deepEqual(places('- Le curé prête la sono'), [])
  assert.deepEqual(places('- La sono est rangée à la cure'), ['place: Cure'])
})
