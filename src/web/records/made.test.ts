import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { lackingBrick } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

let box: TestBox
beforeEach(() => {
  box = testBox()
  box.territory()
})
const ask = async (fields: Readonly<Record<string, string>>): Promise<void> => {
  const { status, text } = await box.keeper.post('/tenir/champs', { space: 'commons', ...fields })
  assert.equal(status, 303, text)
}
const madeOf = (type: string) => box.read.madeFields(type)[0]!
const place = async (fields: Readonly<Record<string, string>>): Promise<string> => {
  const form = await box.keeper.get('/annuaire/lieux/ajouter')
  const { location, text } = await box.keeper.fill(form, '/ecrire', fields)
  assert.notEqual(location, '', text)
  return (await box.visitor().get(location)).text
}

test('a yes or no that nobody answered is not known, and says nothing', {
  skip: lackingBrick('directory'),
}, async () => {
  await ask({ of: 'place', label: 'Accès fauteuil', kind: 'yesNo' })
  const { id } = madeOf('place')
  const form = await box.keeper.get('/annuaire/lieux/ajouter')
  assert.match(form.text, /Accès fauteuil oui non on ne sait pas/)
  assert.doesNotMatch(await place({ name: 'La halle' }), /Accès fauteuil/)
  assert.match(await place({ name: 'L’école', [id]: 'no' }), /Accès fauteuil non/)
  assert.match(await place({ name: 'La mairie', [id]: 'yes' }), /Accès fauteuil oui/)
})

test('a choice has its answers, which may be said otherwise and added to', {
  skip: lackingBrick('directory'),
}, async () => {
  const refused = await box.keeper.post('/tenir/champs', {
    of: 'place',
    label: 'Étage',
    kind: 'choice',
    choices: 'rez-de-chaussée',
  })
  assert.match(refused.text, /deux réponses au moins/)
  const choices = 'rez-de-chaussée\npremier'
  await ask({ of: 'place', label: 'Étage', kind: 'choice', choices })
  const { id, record } = madeOf('place')
  assert.match(await place({ name: 'La halle', [id]: 'premier' }), /Étage premier/)
  const change = {
    id: record,
    label: 'À quel étage',
    hint: 'en comptant le rez-de-chaussée',
    choices: `${choices}\ngrenier`,
  }
  assert.equal((await box.keeper.post('/tenir/champs/changer', change)).status, 303)
  assert.match(await place({ name: 'Le musée', [id]: 'grenier' }), /À quel étage grenier/)
  assert.equal(madeOf('place').id, id, 'the same question')
})

test('a question is asked no more, taken away and put back; its answers are kept', {
  skip: lackingBrick('directory'),
}, async () => {
  await ask({ of: 'place', label: 'La clé', kind: 'text' })
  const { id, record } = madeOf('place')
  await place({ name: 'La halle', [id]: 'au bar' })
  const [{ id: halle } = { id: '' }] = box.read.all('SELECT id FROM place') as { id: string }[]
  const page = async (): Promise<string> =>
    (await box.visitor().get(`/annuaire/lieux/${halle}`)).text
  await box.keeper.post('/tenir/champs/changer', { id: record, label: 'La clé', hidden: '1' })
  assert.doesNotMatch((await box.keeper.get('/annuaire/lieux/ajouter')).text, /La clé/)
  assert.match(await page(), /La clé au bar/)
  const gone = await box.keeper.post('/tenir/champs/retirer', { id: record })
  assert.equal(gone.status, 303)
  assert.doesNotMatch(await page(), /au bar/)
  assert.match((await box.keeper.get('/tenir/champs')).text, /est retirée.*Annuler/)
  const later = await box.keeper.get('/tenir/champs')
  assert.match(later.text, /Les questions retirées .*La clé Lieux La poser de nouveau/)
  assert.equal((await box.keeper.fill(later, '/tenir/champs/remettre')).status, 303)
  assert.match(await page(), /La clé au bar/)
  assert.doesNotMatch((await box.keeper.get('/tenir/champs')).text, /Les questions retirées/)
  const twice = await box.keeper.post('/tenir/champs/remettre', { id: record })
  assert.notEqual(twice.status, 303)
})

test('a question on offers is asked of whoever writes one, and its answer shows with it', {
  skip: lackingBrick('offers'),
}, async () => {
  await ask({ of: 'offer', label: 'Créneau', kind: 'choice', choices: 'matin\nsoir' })
  await ask({ of: 'offer', label: 'Des mots pour tous', kind: 'text' })
  const { id } = madeOf('offer')
  const form = await box.visitor().get('/annonces/proposer')
  assert.match(form.text, /Créneau/)
  assert.doesNotMatch(form.text, /Des mots pour tous/, 'words that nothing would guard')
  const nadia = await box.member('Nadia')
  assert.match((await nadia.get('/annonces/proposer')).text, /Créneau/)
  const said = { title: 'prête une scie', who: 'Paul', reachBy: 'someone', reach: 'au bar' }
  const sent = await box.visitor().post('/annonces/proposer', { ...said, [id]: 'soir' })
  assert.equal(sent.status, 303, sent.text)
  const queue = await box.keeper.get('/a-montrer')
  assert.match(queue.text, /soir/)
  const shown = await box.keeper.fill(queue, '/a-montrer/afficher')
  assert.equal(shown.status, 303, shown.text)
  const [offer] = box.read.all('SELECT id FROM offer')
  assert.match((await box.visitor().get(`/annonces/${offer?.['id']}`)).text, /Créneau soir/)
})

test('an idea is asked what keepers added, in its form and when it is corrected', {
  skip: lackingBrick('meetings'),
}, async () => {
  await ask({
    of: 'idea',
    label: 'Qui en a parlé',
    kind: 'choice',
    choices: 'un enfant\nun ancien',
  })
  const { id } = madeOf('idea')
  const form = await box.keeper.get('/idees/idee/ajouter')
  const { location, text } = await box.keeper.fill(form, '/ecrire', {
    title: 'Un four',
    [id]: 'un enfant',
  })
  assert.notEqual(location, '', text)
  assert.match((await box.visitor().get(location)).text, /Qui en a parlé un enfant/)
  const again = await box.keeper.get(`${location}/modifier`)
  await box.keeper.fill(again, '/ecrire', { [id]: 'un ancien' })
  assert.match((await box.visitor().get(location)).text, /Qui en a parlé un ancien/)
})

test('the wall asks no added question, and the page says so', async () => {
  const { text } = await box.keeper.get('/tenir/champs')
  assert.match(text, /Le mur n’en pose pas/)
  const refused = await box.keeper.post('/tenir/champs', {
    of: 'wall-message',
    label: 'Pourquoi',
    kind: 'text',
  })
  assert.equal(refused.status === 303, false)
})
