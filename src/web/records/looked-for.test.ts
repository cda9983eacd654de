import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A search as the village types it, on its page. The clock says Saturday 5 December 2026. */

let box: TestBox
before(() => {
  box = testBox()
  box.territory({ communes: ['42195', '42019', '42164'] })
  for (const [code, name, point] of [
    ['42195', 'Sail-sous-Couzan', [45.7363, 3.9613]],
    ['42019', 'Boën-sur-Lignon', [45.7508, 4.0084]],
    ['42164', 'Palogneux', [45.7429, 3.9261]],
  ])
    box.bring('commune', { code, name, point })
  box.bring('place', { name: 'Marché de Boën', commune: '42019', hours: 'Th 08:00-12:00' })
  box.bring('place', { name: 'Pharmacie de la place', commune: '42195' })
  box.bring('place', { name: 'Pharmacie du pont', commune: '42019' })
  box.bring('need', { title: 'L’ordinateur ne marche plus', reach: 'au bar', state: 'open' })
  box.bring('offer', { title: 'Je répare vélos et mobylettes', reach: 'au bar', state: 'firm' })
  box.bring('event', { title: 'Loto des pompiers', startsOn: '2026-12-19' })
  box.bring('event', { title: 'Loto de l’école', startsOn: '2026-12-12' })
  box.bring('event', { title: 'Vœux du maire', startsOn: '2026-12-27', commune: '42019' })
  box.bring('event', {
    title: 'Bal',
    recurs: 'FREQ=WEEKLY',
    startsOn: '2026-12-06',
    commune: '42019',
  })
  box.bring('need', { title: 'Une brouette', reach: 'au bar', state: 'open', commune: '42019' })
  const health = box.bring('theme', { label: 'Santé', synonyms: 'guérisseur' })
  box.bring('theme', { label: 'Énergie', synonyms: 'médecin, isolation' })
  box.bring('place', { name: 'Le cabinet du haut', themes: [health] })
  box.bring('task', { title: 'Relancer la mairie pour le marché', state: 'todo' })
})
after(() => box[Symbol.dispose]())

/** The titles of the page in their order. */
async function found(asked: string): Promise<readonly string[]> {
  const { body } = await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)
  const main = body.slice(body.indexOf('<main'))
  return [...main.matchAll(/<h3[^>]*>(?:<a[^>]*>)?([^<]+)/g)].map(([, title = '']) =>
    title.replaceAll('&#39;', '’'),
  )
}

test('a question finds what its telling words name, and a common word brings no junk', async () => {
  assert.equal((await found('le marché où je peux vendre des meubles'))[0], 'Marché de Boën')
  assert.ok(!(await found('marché')).includes('L’ordinateur ne marche plus'))
  assert.deepEqual((await found('marché')).slice(0, 2), [
    'Marché de Boën',
    'Relancer la mairie pour le marché',
  ])
  assert.match((await found('qui répare les vélos ?'))[0] ?? '', /répare vélos/)
  assert.deepEqual(await found('plombier samedi à Boën'), [])
})

test('a day and a commune choose among what the other words find', async () => {
  assert.equal((await found('c’est quand le loto du 19'))[0], 'Loto des pompiers')
  assert.equal((await found('loto samedi prochain'))[0], 'Loto de l’école')
  assert.equal((await found('tél de la pharmacie à Boën'))[0], 'Pharmacie du pont')
  assert.equal((await found('la pharmacie de Sail'))[0], 'Pharmacie de la place')
})

test('a mistyped word is mended beside others that are known', async () => {
  const page = await box.visitor().get('/chercher?q=pharmaice%20Bo%C3%ABn')
  assert.match(page.text, /Pharmacie du pont.*Pharmacie de la place/)
  assert.deepEqual(box.faults, [])
})

test('a commune alone finds what is there, the soonest date first, then what names it', async () => {
  assert.deepEqual(await found('Boën'), [
    'Bal',
    'Vœux du maire',
    'Marché de Boën',
    'Pharmacie du pont',
    'Une brouette',
  ])
  assert.deepEqual(await found('qu’est-ce qu’il y a à Boën-sur-Lignon ?'), await found('Boën'))
})

test('a commune alone reads no words, whatever stands there first', async () => {
  using box = testBox()
  box.territory({ communes: ['42195', '42019'] })
  box.bring('commune', { code: '42019', name: 'Boën-sur-Lignon' })
  box.bring('initiative', { title: 'Un four à pain ?', commune: '42019' })
  const { text } = await box.visitor().get('/chercher?q=Bo%C3%ABn')
  assert.match(text, /Un four à pain/)
  assert.doesNotMatch(text, /Ces mots se lisent/)
})

test('of a commune where nothing stands, the nearest one is shown, and named', async () => {
  const { text, body } = await box.visitor().get('/chercher?q=Palogneux')
  assert.match(text, /Palogneux : rien ici pour l’instant. Le plus près, c’est Sail-sous-Couzan/)
  assert.match(body, /Pharmacie de la place/)
})

test('things of a theme stand before its page, and a theme without any answers nobody', async () => {
  assert.deepEqual((await found('santé')).slice(-2), ['Le cabinet du haut', 'Santé'])
  assert.deepEqual(await found('docteur'), [])
  assert.deepEqual(await found('guérisseur'), ['Santé', 'Le cabinet du haut'])
})

test('a notice whose text alone says the word shows how it says it', async () => {
  using box = testBox()
  box.territory()
  box.bring('event', {
    title: 'Film au local',
    detail: 'Entrée libre. Apportez une chaise et un coussin.',
    startsOn: '2026-12-12',
  })
  const ask = async (asked: string): Promise<string> =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text
  assert.match(await ask('chaises'), /Ces mots se lisent là.*Apportez une chaise et un coussin/s)
  box.bring('offer', { title: 'Prête des chaises', reach: 'au bar', state: 'firm' })
  const both = await ask('chaises')
  assert.match(both, /Prête des chaises.*À voir aussi.*Film au local.*une chaise/s)
  assert.deepEqual(box.faults, [])
})

test('where no record has all the words, the page says so', async () => {
  using box = testBox()
  box.territory()
  box.bring('offer', { title: 'Cours de guitare', reach: 'au bar', state: 'firm' })
  const { text } = await box.visitor().get('/chercher?q=guitare%20tahitienne')
  assert.match(text, /Pas tout à fait cela : un des mots se lit là\s+Cours de guitare/)
})

test('who goes to a commune is told of no answer by what stands there', async () => {
  const ask = async (asked: string): Promise<string> =>
    (await box.visitor().get(`/chercher?q=${encodeURIComponent(asked)}`)).text
  assert.match(await ask('Boën'), /5 réponses/)
  assert.match(await ask('aller à Boën'), /Ces mots se lisent là/)
})

test('what a place lacks is told as that, and counted as no answer', async () => {
  using box = testBox()
  box.territory()
  box.bring('place', { name: 'Le local', missing: 'un poêle, six chaises' })
  const { text } = await box.visitor().get('/chercher?q=chaises')
  assert.match(text, /Ces mots se lisent là\s+Le local.*Ce qui manque : « un poêle, six chaises »/s)
})
