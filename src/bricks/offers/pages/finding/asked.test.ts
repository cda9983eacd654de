import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestBox, testBox } from '../../../../../tests/support/test-box.ts'

import { fr } from '../../words/fr.ts'
import { needSaid } from './wanted.ts'

/** A search finds what would answer a notice with its words. */

let box: TestBox
const OFFERS = [
  'Je donne des pommes de terre',
  'Je coupe les cheveux à domicile',
  'Je répare les vélos',
  'Je vends du pain le samedi',
  'Je descends à Boën chaque mardi à 8 h, 2 places',
  'Je garde les chats pendant les vacances',
  'Je prête une remorque',
]
const ask = async (asked: string, lang = 'fr'): Promise<string> =>
  (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}&langue=${lang}`)).text.replace(
    /^.*(?:Chercher :|Search:)/,
    '',
  )

before(async () => {
  box = testBox()
  box.territory()
  const karim = await box.member('Karim')
  for (const title of OFFERS) {
    box.later(1_000)
    await karim.post('/annonces/proposer', { title, reachBy: 'word', accord: 'voisins' })
  }
})
after(() => box[Symbol.dispose]())

test('words of the village find what they mean, under any name', async () => {
  for (const [asked, found] of [
    ['patate', /pommes de terre/],
    ['coiffeur', /coupe les cheveux/],
    ['vélo crevé', /répare les vélos/],
    ['aller à Boën', /descends à Boën/],
    ['qui peut garder mon chat ?', /garde les chats/],
    ['pain', /vends du pain/],
  ] as const)
    assert.match(await ask(asked), found, asked)
  const patate = await ask('patate')
  assert.doesNotMatch(patate, /Rien pour/)
  assert.equal(patate.match(/pommes de terre/g)?.length, 1, 'each is told once')
})

test('English words find what is written in French, in either language of the page', async () => {
  for (const [asked, found] of [
    ['potatoes', /pommes de terre/],
    ['bread', /vends du pain/],
    ['bike repair', /répare les vélos/],
    ['a trailer', /remorque/],
  ] as const)
    for (const lang of ['en', 'fr']) assert.match(await ask(asked, lang), found, asked)
})

test('what is not here leads to a need with its words, and to nothing absurd', async () => {
  for (const asked of ['bébé', 'piscine', 'aller à Lyon', 'canapé', 'banquette']) {
    const page = await ask(asked)
    assert.match(page, /L’écrire comme demande/, asked)
    for (const title of OFFERS) assert.ok(!page.includes(title), `${asked}: ${title}`)
  }
  assert.deepEqual(box.faults, [])
})

test('the words of a search are a sentence of a need', () => {
  for (const [asked, said] of [
    ['covoiturage Montbrison jeudi', 'Je cherche\u00a0: covoiturage Montbrison jeudi'],
    ['une débroussailleuse', 'Je cherche une débroussailleuse'],
    ['qui peut garder mon chat', 'Qui peut garder mon chat'],
    ['cherche nounou', 'Cherche nounou'],
  ] as const)
    assert.equal(needSaid(asked, fr), said)
})

test('a word of here finds what it means, and what means it finds the word', async () => {
  using here = testBox()
  here.territory()
  const karim = await here.member('Karim')
  for (const title of ['Je prête une serfouette', 'Je prête ma tirlipote', 'Je garde un ânon']) {
    here.later(1_000)
    await karim.post('/annonces/proposer', { title, reachBy: 'word', accord: 'voisins' })
  }
  const found = async (asked: string): Promise<readonly boolean[]> => {
    const { text } = await here.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)
    return [/Je prête une serfouette/, /Je prête ma tirlipote/].map(one => one.test(text))
  }
  assert.deepEqual(
    [await found('tirlipote'), await found('serfouette')],
    [
      [false, true],
      [true, false],
    ],
  )
  const sent = await here.keeper.fill(await here.keeper.get('/sans-reponse'), '/annonces/mots', {
    said: 'tirlipote',
    means: 'serfouette',
  })
  assert.equal(sent.status, 303, sent.text)
  assert.deepEqual(
    [await found('tirlipote'), await found('serfouette')],
    [
      [true, true],
      [true, true],
    ],
  )
  const again = await here.keeper.fill(await here.keeper.get('/sans-reponse'), '/annonces/mots', {
    said: 'serfouette',
    means: 'tirlipote',
  })
  assert.match(again.text, /déjà dans la liste/)
  assert.match(again.body, /name="said"[^>]*value="serfouette"/)
})

const ANSWERS = 'Ce qui y répond par ici'
test('a question, an idea of a project and another day never stand as answers', async () => {
  using box = testBox()
  box.territory({ communes: ['42195', '42019'] })
  for (const [code, name] of [
    ['42195', 'Sail-sous-Couzan'],
    ['42019', 'Boën-sur-Lignon'],
  ])
    box.bring('commune', { code, name })
  box.bring('event', {
    title: 'Le local ouvre\u00a0: qui a un poêle\u00a0?',
    startsOn: '2026-12-09',
  })
  box.bring('initiative', { title: 'Des légumes sur les terres', state: 'idea' })
  box.bring('initiative', { title: 'Des tomates au jardin', state: 'running' })
  box.bring('place', { name: 'Le marché de Boën', commune: '42019', hours: 'Th 08:00-12:00' })
  box.bring('offer', {
    title: 'Rosa descend à Boën samedi matin, une place',
    mode: 'ride',
    until: '2026-12-12',
    reach: 'au bar',
    state: 'firm',
  })
  const ask = async (asked: string): Promise<string> =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text
  assert.doesNotMatch(await ask('un poêle'), new RegExp(`${ANSWERS}|Une réponse`))
  assert.match(await ask('un poêle'), /Ces mots se lisent là\s+Le local ouvre/)
  assert.doesNotMatch(await ask('légumes'), new RegExp(ANSWERS))
  assert.match(await ask('tomates'), new RegExp(`${ANSWERS}\\s+Des tomates`))
  assert.match(await ask('marché jeudi'), new RegExp(`${ANSWERS}\\s+Le marché`))
  assert.doesNotMatch(await ask('marché mardi'), new RegExp(`${ANSWERS}|réponse`))
  // The clock says Saturday: *samedi* is the next one too.
  assert.match(await ask('aller à Boën samedi'), new RegExp(`${ANSWERS}\\s+Rosa`))
  assert.doesNotMatch(await ask('aller au marché de Boën'), new RegExp(ANSWERS))
  assert.doesNotMatch(await ask('aller à Boën mardi'), new RegExp(ANSWERS))
})

test('a word of one stem with another is no answer, and half a name is none', async () => {
  using box = testBox()
  box.territory()
  box.bring('offer', {
    title: 'Anaïs a du papier par palettes',
    detail: 'Des bobines et des feuilles.',
    reach: 'au bar',
    state: 'firm',
  })
  box.bring('theme', { label: 'Numérique', synonyms: 'ordinateur, téléphone' })
  box.bring('theme', { label: 'Papier', synonyms: 'carton, feuilles' })
  const digital = box.bring('theme', { label: 'Informatique', synonyms: 'téléphone' })
  box.bring('place', { name: 'Le centre social', themes: [digital] })
  box.bring('place', { name: 'La médiathèque', description: 'Des livres.' })
  box.bring('access-point', { name: 'Un ordinateur à la médiathèque', help: 'des livres' })
  box.bring('place', { name: 'L’atelier', description: 'Des plans de machines, à écrire.' })
  const ask = async (asked: string): Promise<string> =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text
  for (const asked of ['déclarer mes impôts', 'faire mes papiers'])
    assert.doesNotMatch(await ask(asked), /palettes|feuille de la semaine/, asked)
  assert.match(await ask('papier'), /palettes/)
  for (const asked of ['écrire un mail', 'machine à coudre'])
    assert.doesNotMatch(await ask(asked), /L’atelier/, asked)
  assert.doesNotMatch(await ask('téléphone'), /centre social/)
  assert.match(await ask('livre'), /La médiathèque\s.*ordinateur à la médiathèque/s)
})

test('what is broken is answered by who mends it, and a lack by nobody', async () => {
  using box = testBox()
  box.territory()
  box.bring('access-point', { name: 'Un ordinateur à la médiathèque', help: 'libre' })
  box.bring('offer', { title: 'Je dépanne les ordinateurs', reach: 'au bar', state: 'firm' })
  box.bring('place', { name: 'Le local', missing: 'un poêle, six chaises, une multiprise' })
  const ask = async (asked: string): Promise<string> =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text
  for (const asked of ['ordinateur en panne', 'mon ordinateur ne marche plus']) {
    const page = await ask(asked)
    assert.match(page, new RegExp(`${ANSWERS}\\s+Je dépanne`), asked)
    assert.doesNotMatch(page, new RegExp(`${ANSWERS}\\s+Un ordinateur`), asked)
  }
  assert.match(await ask('ordinateur'), new RegExp(`${ANSWERS}\\s+Un ordinateur`))
  assert.doesNotMatch(await ask('poêle à bois'), new RegExp(ANSWERS))
})

test('of two things that are tied, what is about one of them alone is no answer', async () => {
  using box = testBox()
  box.territory()
  for (const title of ['Je prête des skis', 'Je fais vos courses'])
    box.bring('offer', { title, reach: 'au bar', state: 'firm' })
  for (const title of ['Je vends un stère de hêtre sec', 'Donne chatons gris', 'Trouvé chat roux'])
    box.bring('offer', { title, reach: 'au bar', state: 'firm' })
  box.bring('place', { name: 'Le marché de Boën' })
  box.bring('actor', { name: 'Portage de repas', kind: 'association' })
  box.bring('actor', { name: 'Club des Genêts d’or', kind: 'association' })
  box.bring('actor', { name: 'Club de foot du Lignon', kind: 'association' })
  box.bring('access-point', { name: 'Ordinateurs de la bibliothèque', help: 'libre' })
  const shown = async (asked: string): Promise<string> => {
    const { body } = await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)
    const [main = ''] = /<main[\s\S]*<\/main>/.exec(body) ?? []
    return main.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  }
  const answered = async (asked: string): Promise<string> =>
    /(?:répond par ici|Peut-être) (.*?)(?:Ces mots|Pas )/.exec(await shown(asked))?.[1] ?? ''
  for (const asked of [
    'piste de ski',
    'club de tennis de table',
    'marche à pied',
    'course de caisses à savon',
    'ordinateur de bord voiture qui clignote carrossier',
  ]) {
    const main = await shown(asked)
    assert.match(main, /(Rien n’a été trouvé ici pour cela|Pas tout à fait cela)/, asked)
    assert.doesNotMatch(main, new RegExp(`${ANSWERS}|Peut-être|Une réponse`), asked)
    // Half of the words is told as such, and nothing stands above it.
    const [above = ''] = main.split('Pas tout à fait cela : un des mots se lit là')
    assert.doesNotMatch(above, /skis|Genêts|Le marché|courses|Ordinateurs/, asked)
  }
  for (const [asked, found] of [
    ['skis', /skis/],
    ['club de foot', /Club de foot/],
    ['bois de chauffage', /stère/],
    ['repas à domicile', /Portage/],
    ['chat perdu', /Trouvé chat/],
    ['marché', /marché/],
    ['ordinateur', /Ordinateurs/],
  ] as const)
    assert.match(await answered(asked), found, asked)
  assert.doesNotMatch(await answered('chat disparu'), /chatons/)
})

test('who found a cat is led to who lost one, and to no other cat', async () => {
  using box = testBox()
  box.territory()
  for (const title of ['Donne chatons gris', 'Donne chat gris'])
    box.bring('offer', { title, reach: 'au bar', state: 'firm' })
  box.bring('need', { title: 'Perdu mon chat roux', reach: 'au bar', state: 'firm' })
  const ask = async (asked: string): Promise<string> =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text
  for (const asked of ['trouvé chat', 'chat trouvé', 'trouvé un chat']) {
    const page = await ask(asked)
    assert.doesNotMatch(page, new RegExp(`${ANSWERS}|Peut-être`), asked)
    assert.match(page, /Perdu mon chat(?!.*Perdu mon)/s, asked)
    assert.doesNotMatch(page, /Donne chat.*Perdu mon chat/s, asked)
  }
  assert.match(await ask('chat'), new RegExp(`${ANSWERS}\\s+Donne chat`))
})

test('a season is no thing, and what happened first is not what is needed', async () => {
  using box = testBox()
  box.territory()
  for (const title of [
    'Garde de chats et poules pendant les fêtes',
    'Je vends du bois de chauffage',
    'Je rentre le bois chez vous',
  ])
    box.bring('offer', { title, reach: 'au bar', state: 'firm' })
  const ask = async (asked: string): Promise<string> =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text
  assert.match(await ask('qui garde mes poules à noël'), /Peut-être\s+Garde de chats/)
  assert.match(await ask('qui garde mes poules aux fêtes'), /Garde de chats/)
  const page = await ask('je me suis fait mal au dos et il faut rentrer le bois')
  assert.match(page, new RegExp(`${ANSWERS}\\s+Je rentre le bois`))
  assert.doesNotMatch(page, /Je vends du bois/)
})
