import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { consentsOf, contactsOf, membersHere } from './model/read.ts'

let box: TestBox
beforeEach(async () => {
  box = testBox()
})
const read = () => box.read

test('a member in one minute: a name, how to be reached, and what they ticked, nothing more', async () => {
  const form = {
    name: 'Élodie',
    how: 'phone',
    phone: '0671223344',
    uses: ['phone-shown', 'told'],
    from: '/habitants/accueillir',
  }
  const sent = await box.keeper.post('/habitants/accueillir', form)
  assert.equal(sent.status, 303)
  const [one] = membersHere(read())
  assert.equal(sent.location, `/habitants/${one!.id}`)
  assert.equal(contactsOf(read(), one!.id)[0]?.phone, '06 71 22 33 44')
  assert.deepEqual(
    consentsOf(read(), one!.id)
      .map(row => row.use)
      .sort(),
    ['phone-shown', 'told'],
  )
  const page = await box.keeper.get(sent.location)
  assert.match(
    page.text,
    /Élodie est des nôtres.*06 71 22 33 44.*mon téléphone, affiché sur mes annonces, depuis le/,
  )
  assert.match(page.text, /Faire une carte/)
  assert.doesNotMatch(page.text, /Tout fermer/, 'nothing is closed before anything opens')
})

test('nothing is ticked beforehand, and a way to be reached is one that can be followed', async () => {
  const form = await box.keeper.get('/habitants/accueillir')
  assert.ok(!/type="checkbox"[^>]*checked/.test(form.body))
  const without = await box.keeper.post('/habitants/accueillir', {
    name: 'Paul',
    how: 'phone',
    from: '/habitants/accueillir',
  })
  assert.equal(without.status, 422)
  assert.match(without.text, /Écrivez le téléphone/)
  assert.match(without.body, /value="Paul"/)
  const nobody = await box.keeper.post('/habitants/accueillir', {
    name: 'Paul',
    how: 'relay',
    from: '/habitants/accueillir',
  })
  assert.match(nobody.text, /Choisissez par qui passer/)
  assert.equal(membersHere(read()).length, 0)
})

test('whom this box knows is for the keeper alone: nothing of it is in the commons', async () => {
  const id = box.welcome({ name: 'Zwyntrolubak' })
  for (const path of [
    '/habitants',
    `/habitants/${id}`,
    '/',
    '/annuaire',
    '/chercher?q=Zwyntro',
    '/donnees/member.csv',
    `/member/${id}`,
  ])
    assert.ok(!(await box.visitor().get(path)).body.includes('wyntrolubak'), path)
  assert.equal(read().all('SELECT 1 FROM doc WHERE id = ?', id).length, 0)
})

test('a person agrees for themselves; nobody agrees for somebody else', async () => {
  const [elodie, paul] = [box.welcome({ name: 'Élodie' }), box.welcome({ name: 'Paul' })]
  const person = await box.memberOf(elodie)
  assert.equal((await person.post(`/habitants/${elodie}/accord`, { use: 'told' })).location, '/moi')
  const [given] = consentsOf(read(), elodie)
  assert.equal(given?.use, 'told')
  assert.equal(given?.keyedBy, null, 'who agrees for themselves was keyed by nobody')
  await person.post(`/habitants/${elodie}/accord`, { use: 'told' })
  assert.equal(consentsOf(read(), elodie).length, 1, 'once is enough')
  assert.ok((await person.post(`/habitants/${paul}/accord`, { use: 'told' })).status >= 400)
  assert.equal(consentsOf(read(), paul).length, 0)
  assert.equal(
    (await box.keeper.post(`/habitants/${paul}/accord`, { use: 'phone-shown' })).status,
    303,
  )
  assert.equal(consentsOf(read(), paul)[0]?.use, 'phone-shown')
})
