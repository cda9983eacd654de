import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { formsIn } from '../../../tests/support/forms.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { AGREES } from '../../engine/naming.ts'

/** Before the keeper shows what somebody else wrote, the people that it names agree (law 11). */

let box: TestBox
beforeEach(() => {
  box = testBox()
  box.territory()
})
const HENS = 'Je garde les poules de ma voisine Mme Gonin qui est à l’hôpital, 06 45 45 45 45'
const NOTICE = { who: 'Paul', reachBy: 'word', foundAt: 'aux Granges', accord: 'voisins' }
const shown = (table: string, field: string) =>
  box.read.all(`SELECT "${field}" AS said FROM ${table}`).map(row => String(row['said']))

/** The tick of the form of this address, as a browser would send it once ticked. */
function tickIn(page: Readonly<{ body: string }>, action: string): string {
  const form = formsIn(page).find(one => one.action === action)
  assert.ok(form, `no form ${action}`)
  assert.equal(form.fields[AGREES], undefined, 'nothing is ticked beforehand')
  const after = page.body.slice(page.body.indexOf(`action="${action}"`))
  const inside = after.slice(0, after.indexOf('</form>'))
  const value = new RegExp(`name="${AGREES}" value="([^"]*)"`).exec(inside)?.[1] ?? ''
  return value.replaceAll('&quot;', '"').replaceAll('&#39;', "'")
}

test('a notice of a visitor that names somebody shows once the keeper says that they agree', async () => {
  const sent = await box.visitor().send('/annonces/proposer', { ...NOTICE, title: HENS })
  assert.equal(sent.status, 303, sent.text)
  const before = await box.keeper.get('/a-montrer')
  assert.match(before.text, /Oui, cette personne est d’accord, ou ce n’est pas une personne/)
  const pressed = await box.keeper.fill(before, '/a-montrer/afficher')
  assert.equal(pressed.status, 422)
  assert.match(pressed.text, /Cela dit quelque chose de quelqu’un : .*« Gonin », un nom/)
  assert.match(pressed.text, /« 06 45 45 45 45 », un numéro/)
  assert.ok(pressed.text.includes('garde les poules'), 'the text still waits there')
  assert.equal(pressed.body.match(new RegExp(`name="${AGREES}"`, 'g'))?.length, 1, 'one tick')
  assert.deepEqual(shown('offer', 'title'), [])
  const tick = tickIn(pressed, '/a-montrer/afficher')
  assert.equal(
    (await box.keeper.fill(pressed, '/a-montrer/afficher', { [AGREES]: tick })).status,
    303,
  )
  assert.equal(shown('offer', 'title').length, 1)
})

test('a notice that names nobody else asks for no tick', async () => {
  const own = { ...NOTICE, reachBy: 'phone', phone: '06 39 98 00 11' }
  await box.visitor().send('/annonces/proposer', { ...own, title: 'prête une scie' })
  const page = await box.keeper.get('/a-montrer')
  assert.ok(!page.body.includes(AGREES))
  assert.equal((await box.keeper.fill(page, '/a-montrer/afficher')).status, 303)
  assert.deepEqual(shown('offer', 'title'), ['Paul\u00a0: «\u00a0prête une scie\u00a0»'])
})

test('of a correction, only the words that the page does not have yet are asked about', async () => {
  const nadia = await box.member('Nadia')
  await nadia.send('/annonces/proposer', {
    title: 'prête une scie',
    reachBy: 'word',
    accord: 'ici',
  })
  const id = String(box.read.all('SELECT id FROM offer')[0]!['id'])
  await nadia.post('/moi/corriger', {
    type: 'offer',
    id,
    title: 'Nadia prête la scie de Mme Gonin',
  })
  const page = await box.keeper.get('/a-montrer')
  assert.equal((await box.keeper.fill(page, '/a-montrer/afficher')).status, 422)
  assert.match(tickIn(page, '/a-montrer/afficher'), /gonin/)
})

test('a word of the wall that names somebody hangs once the keeper says that they agree', async () => {
  await box.visitor().send('/mur', { said: 'Mme Gonin est à l’hôpital' }, '/mur/ecrire')
  const page = await box.keeper.get('/mur')
  const pressed = await box.keeper.fill(page, '/mur/accrocher')
  assert.equal(pressed.status, 422)
  assert.match(pressed.text, /Cela dit quelque chose de quelqu’un : .*« Gonin », un nom/)
  assert.deepEqual(shown('wall_message_home', 'state'), ['waiting'])
  const tick = tickIn(pressed, '/mur/accrocher')
  assert.equal((await box.keeper.fill(pressed, '/mur/accrocher', { [AGREES]: tick })).status, 303)
  assert.deepEqual(shown('wall_message_home', 'state'), ['shown'])
})

test('a file that its words say of somebody is on the shelf once the keeper says that they agree', async () => {
  const folder = box.bring(
    'shelf-folder',
    { name: 'Photos', readers: 'anyone', adders: 'anyone' },
    'home',
  )
  const file = [{ name: 'a.jpg', hash: 'a'.repeat(64), size: 10, type: 'image/jpeg' }]
  const title = 'Mme Gonin à l’hôpital'
  const id = box.bring('shelf-file', { title, file, folder, waiting: true }, 'home')
  const page = await box.keeper.get('/fichiers/a-voir')
  const pressed = await box.keeper.fill(page, '/fichiers/montrer')
  assert.equal(pressed.status, 422)
  assert.match(pressed.text, /Cela dit quelque chose de quelqu’un : .*« Gonin », un nom/)
  const ticked = await showSent(box.keeper, id, '/fichiers/montrer', '/fichiers/a-voir')
  assert.equal(ticked.status, 303)
})

test('a number beside the first name of an answer is read before it shows', async () => {
  const idea = box.bring('idea', { title: 'Un café de réparation', threshold: 5 })
  const firstName = 'Monique 06 77 88 99 00'
  await box.visitor().send(`/repondre/${idea}`, { answer: 'in', firstName, reach: 'au bar' })
  const page = await box.keeper.get('/a-montrer')
  assert.match(page.text, /À lire avant de montrer : « 06 77 88 99 00 », un numéro/)
  assert.equal((await box.keeper.fill(page, '/a-montrer/afficher')).status, 422)
  assert.deepEqual(shown('response', 'firstName'), [])
})
