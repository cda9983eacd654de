import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestBox, testBox } from '../../../../../tests/support/test-box.ts'
import { isWord } from '../../../../text/guard/lexicon.ts'
import { beginsAs, PLACE_KINDS, topicsFor } from '../../model/topics/places.ts'
import { asKnown, topicName } from '../../model/topics/topics.ts'

/** A search shows what may answer it, by what it is about, where nothing surely does. */

let box: TestBox
const PLACES = [
  'Garage Vial',
  'Pharmacie de la place',
  'Déchèterie de Sail-sous-Couzan',
  'Agence postale de Saint-Georges',
  'Place de la mairie',
  'Bibliothèque municipale',
  'Le bar – Chez Sylvie',
  'Gendarmerie de Boën',
  'La gare de Boën',
]
const OFFERS = [
  'Soutien en maths et français, collège',
  'Donne chatons gris',
  'Lit médicalisé à donner',
]
const pageOf = async (asked: string): Promise<string> =>
  (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}&langue=fr`)).text.replace(
    /^.*Chercher :/,
    '',
  )

before(async () => {
  box = testBox()
  box.territory()
  for (const name of PLACES) box.bring('place', { name })
  const karim = await box.member('Karim')
  for (const title of OFFERS) {
    box.later(1_000)
    await karim.post('/annonces/proposer', { title, reachBy: 'word', accord: 'voisins' })
  }
})
after(() => box[Symbol.dispose]())

test('a situation finds the place where people go for it, under a heading of its own', async () => {
  for (const [asked, found] of [
    ['ma voiture ne démarre plus', 'Garage Vial'],
    ['medicamments, est-ce qu’on peut les faire livrer', 'Pharmacie de la place'],
    ['jeter un vieux canapé', 'Déchèterie de Sail'],
    ['où dîner ce soir', 'Le bar'],
    ['mon fils a du mal en maths', 'Soutien en maths'],
  ] as const) {
    const page = await pageOf(asked)
    assert.match(page, new RegExp(`Peut-être.*${found}`, 's'), asked)
    assert.match(page, /L’écrire comme demande/, asked)
  }
})

test('what surely answers, and what the words find whole, stand without any guess', async () => {
  for (const asked of ['garage Vial', 'chatons', 'pharmacie'])
    assert.doesNotMatch(await pageOf(asked), /Peut-être/, asked)
})

test('what nobody has shows no absurd line', async () => {
  for (const asked of [
    'piscine chauffée',
    'vol pour New York',
    'mal aux dents',
    'cours de judo',
    'tatouage',
    'acte de naissance',
    'avocat divorce',
    'je me sens seul',
    'bateau à voile',
    'taxi de nuit',
    'moulin à café',
    'train électrique',
    'cours de russe',
  ])
    assert.doesNotMatch(await pageOf(asked), /Peut-être/, asked)
  assert.deepEqual(box.faults, [])
})

test('a place is told by how its name begins, for topics that are known', () => {
  assert.ok(beginsAs('La Poste de Boën', 'la poste'))
  assert.ok(beginsAs('Ordinateurs du bar', 'ordinateur'))
  assert.ok(!beginsAs('Place de la mairie', 'mairie'))
  assert.ok(!beginsAs('Garagnon', 'garage'))
  const known = new Set(Array.from({ length: 2_000 }, (_, topic) => topicName(topic)))
  for (const kind of PLACE_KINDS)
    for (const name of topicsFor(kind)) assert.ok(known.has(name), name)
})

test('letters doubled or left single are mended in words that nobody knows', () => {
  assert.equal(asKnown('coifeur à domicile', isWord), 'coiffeur à domicile')
  assert.equal(asKnown('medicamments', isWord), 'medicaments')
  assert.equal(asKnown('le chat de Poyet', isWord), 'le chat de Poyet')
})

test('who shows what they make, breaks a thing, or looks for Internet is led there', async () => {
  using box = testBox()
  box.territory()
  box.bring('place', { name: 'Le marché de Boën', exhibitors: true })
  box.bring('place', { name: 'Le marché d’hier' })
  box.bring('place', { name: 'Le local', keyHolder: 'Lucie' })
  box.bring('access-point', { name: 'Cinq postes à la mairie', help: 'ordinateur' })
  box.bring('event', { title: 'Café de réparation', startsOn: '2026-12-12' })
  box.bring('offer', { title: 'Paul prête sa scie à ruban', reach: 'au bar', state: 'firm' })
  box.bring('need', { title: 'Un poste avec Internet', reach: 'au bar', state: 'open' })
  for (const title of ['Internet', 'Clé'])
    box.bring('decision', { title: `${title} du village`, on: '2026-11-01' })
  const theme = box.bring('theme', { label: 'Entraide', synonyms: 'coup de main' })
  box.bring('actor', {
    name: 'Le groupe',
    kind: 'association',
    summary: 'D’entraide.',
    themes: [theme],
  })
  const ask = async (asked: string): Promise<string> =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text
  for (const [asked, found] of [
    ['exposer mes meubles', /Peut-être\s+Le marché de Boën/],
    ['vendre mes meubles', /Peut-être\s+Le marché de Boën/],
    ['lampe cassée', /Peut-être\s+Café de réparation/],
    ['où aller sur internet', /Cinq postes/],
    ['clé du local', /Le local/],
    ['couper du bois', /Paul prête sa scie/],
    ['coup de main', /Les coups de main demandés/],
    ['entraide', /Entraide.*Le groupe/s],
  ] as const)
    assert.match(await ask(asked), found, asked)
  assert.doesNotMatch(await ask('exposer mes meubles'), /d’hier/)
  assert.doesNotMatch(await ask('menuisier'), /sa scie/)
  assert.deepEqual(box.faults, [])
})

test('a broken thing may be brought where things are mended, when that is to come', async () => {
  using box = testBox()
  box.territory()
  box.bring('event', { title: 'Café réparation', startsOn: '2026-12-19' })
  box.bring('event', { title: 'Réparation d’été', startsOn: '2026-07-04' })
  const ask = async (asked: string): Promise<string> =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text
  for (const asked of ['ma chaise est cassée', 'réparer un grille-pain']) {
    assert.match(await ask(asked), /Peut-être\s+Café réparation/, asked)
    assert.doesNotMatch(await ask(asked), /Peut-être\s+Réparation d’été/, asked)
  }
  assert.doesNotMatch(await ask('garder un chat'), /Café réparation/)
})
