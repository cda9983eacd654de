import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { formsIn } from '../../../../tests/support/forms.ts'
import { asKeeper, asMember, cardOf, type Door, openDoor, type Person } from '../../../../tests/support/test-box.ts'

/** Somebody else hides a member's number: she shows it again by her card, and from then on nobody hides it but her or the keeper. */

const skip = lacking('offer') || lacking('member')
const test = (sentence: string, works: () => Promise<void>): unknown => told(sentence, { skip }, works)
const NUMBER = '06 71 22 33 44'
const AGAIN = '/c-est-mon-numero/remontrer'
let door: Door
let keeper: Person
let elodie: Person
let paul: Person
let notice = ''
beforeEach(async () => {
  if (skip) return
  door = await openDoor()
  keeper = await asKeeper(door)
  door.bring('territory', { name: 'Sail', village: '42195', communes: ['42195'], keptBy: 'Anaïs, au local', reach: 'au local' })
  const id = door.welcome({ name: 'Élodie', how: 'phone', phone: NUMBER })
  elodie = await asMember(door, await cardOf(keeper, id))
  paul = await asMember(door, await cardOf(keeper, door.welcome({ name: 'Paul' })))
  notice = door.bring('offer', { title: 'Élodie vend du miel', who: 'Élodie', reach: NUMBER, author: id, state: 'firm' })
})
const hide = (who: Person) => who.post('/c-est-mon-numero', { number: NUMBER })
const isRead = async (): Promise<boolean> => (await door.person().get(`/annonces/${notice}`)).said.includes('71 22 33 44')

test('she is told that her number is hidden, and shows it again by one act of her page; nobody else does', async () => {
  assert.equal((await hide(door.person())).status, 303)
  assert.equal(await isRead(), false)
  assert.match((await elodie.get('/')).said, /votre numéro est caché/)
  for (const other of [door.person(), paul]) await other.post(AGAIN, {})
  assert.equal(await isRead(), false, 'nobody else shows it')
  assert.doesNotMatch((await paul.get('/moi')).said, /le remontrer/)
  const act = formsIn(await elodie.get('/moi')).find(form => form.action === AGAIN)
  assert.ok(act)
  assert.equal((await elodie.post(AGAIN, act.fields)).status, 303)
  assert.equal(await isRead(), true)
  assert.doesNotMatch((await elodie.get('/moi')).said, /le remontrer/)
})

const SHAPES = [
  ['Élodie donne une horloge, O4 77 24 lO ll chez elle', '04 77 24 10 11'],
  ['Élodie donne un seau, 04 bis 77 ter 24 quater 10 puis 12', '04 77 24 10 12'],
  ['zéroquatresoixantedixseptvingtquatredixtreize', '04 77 24 10 13'],
] as const
test('whatever the shape that is read as a number: its page leads to hiding, it is hidden, and typed as it is shown too', async () => {
  for (const [title, number] of SHAPES) {
    const id = door.bring('offer', { title, who: 'Élodie', reach: 'au local', state: 'firm' })
    const page = async () => (await door.person().get(`/annonces/${id}`)).body
    for (const [who, typed] of [
      [door.person('wifi'), number],
      [keeper, title],
    ] as const) {
      assert.ok((await page()).includes('href="/c-est-mon-numero?ou='), title)
      assert.equal((await who.post('/c-est-mon-numero', { number: typed })).status, 303, typed)
      assert.ok(!(await page()).includes(title.slice(-14)), 'it is shown no more')
      const [row] = door.house.read.all("SELECT id FROM hidden_number_home WHERE state = 'hidden'")
      await keeper.post('/tenir/numeros/remontrer', { id: String(row!['id']) })
    }
  }
})

test('shown again, only her card or the keeper hides it; what the keeper hid, the keeper shows', async () => {
  await hide(door.person())
  await elodie.post(AGAIN, {})
  for (const other of [door.person('wifi'), paul]) assert.equal((await hide(other)).status, 422)
  assert.equal(await isRead(), true)
  assert.equal((await hide(keeper)).status, 303)
  assert.equal((await elodie.post(AGAIN, {})).status, 422)
  assert.equal(await isRead(), false)
})

test('while it is hidden, a notice that says it is shown without it, and its writer is told so', async () => {
  await hide(door.person())
  const asked = { title: 'je prête un canari', reachBy: 'phone', accord: 'voisins', demande: 'portee' }
  const sent = await elodie.post('/annonces/proposer', asked)
  assert.equal(sent.status, 303, sent.said)
  assert.match((await elodie.get(sent.location)).said, /C’est affiché, mais ce téléphone est caché/)
})
