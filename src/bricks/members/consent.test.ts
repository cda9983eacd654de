import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { asKeeper, asMember, cardOf, type Door, openDoor, type Person } from '../../../tests/door/door.ts'
import { lacking } from '../../app/sample.ts'
import { consentsOf, contactsOf, standing } from './read.ts'

const NUMBER = '06 71 22 33 44'
let door: Door
let keeper: Person
let elodie = ''
beforeEach(async () => {
  door = await openDoor()
  keeper = await asKeeper(door)
  elodie = door.welcome({ name: 'Élodie', how: 'phone', phone: NUMBER, uses: ['phone-shown', 'told'] })
})
const read = () => door.house.read
const given = (use: string) => standing(read(), elodie, use)!.id
/** Every value that this box still holds, in its log and in its tables. */
function held(): string {
  const { log, tables } = door.house
  const names = tables.sql.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
  const rows = names.flatMap(({ name }) => tables.sql.all(`SELECT * FROM "${name}"`))
  const values = log.sql.all<{ value: string }>("SELECT value FROM flesh WHERE field <> 'writes'").map(row => row.value)
  return JSON.stringify([rows.map(row => Object.values(row).filter(one => typeof one === 'string')), values])
}
const holdsNumber = (text: string): boolean => /7\D{0,6}1\D{0,6}2\D{0,6}2\D{0,6}3\D{0,6}3\D{0,6}4\D{0,6}4/.test(text)

test('an agreement is read with its day, and taken back by its person on their own page', async () => {
  const person = await asMember(door, await cardOf(keeper, elodie))
  assert.match((await person.get('/moi')).said, /ce que j’ai fait, raconté dans « Ça s’est fait », depuis le .*Reprendre cet accord/)
  const sent = await person.post(`/habitants/${elodie}/reprendre`, { consent: given('told') })
  assert.equal(sent.location, '/moi')
  assert.equal(standing(read(), elodie, 'told'), undefined)
  const kept = consentsOf(read(), elodie).find(one => one.use === 'told')
  assert.ok(kept?.withdrawnOn, 'the day on which it was taken back is kept')
  assert.match((await person.get('/moi')).said, /repris/)
})

test('who no longer agrees to be told is told no more: the line is erased for good, and each deal says so', {
  skip: lacking('deal'),
}, async () => {
  const person = await asMember(door, await cardOf(keeper, elodie))
  const deed = door.bring('deed', {
    title: 'Élodie a donné des graines de potimarron',
    who: 'Élodie',
    doneOn: '2026-12-01',
    parties: [elodie],
  })
  const deal = door.bring('deal', { what: 'des graines', parties: [elodie], names: ['Paul'], state: 'done', deed })
  for (const one of [{ member: elodie }, { name: 'Paul' }]) door.bring('deal-answer', { deal, says: 'tell', ...one })
  assert.ok((await door.person().get('/')).body.includes('potimarron'))
  await person.post(`/habitants/${elodie}/reprendre`, { consent: given('told') })
  assert.ok(!(await door.person().get('/')).body.includes('potimarron'))
  assert.ok(!held().includes('potimarron'))
  const page = await person.get(`/arrangements/${deal}`)
  assert.match(page.said, /Peut-on le raconter.*Élodie préfère qu’on ne le raconte pas/)
  assert.equal(read().all('SELECT deed FROM deal_home WHERE id = ?', deal)[0]?.['deed'], null)
})

test('a telephone ticked in a notice is read among the agreements and taken back there, whatever number it is', async () => {
  const rosa = door.welcome({ name: 'Rosa' })
  const person = await asMember(door, await cardOf(keeper, rosa))
  await person.post('/annonces/proposer', { title: 'prête sa remorque', reachBy: 'phone', phone: NUMBER, accord: 'ici' })
  assert.match((await person.get('/moi')).said, /lit d’abord.*Rosa prête sa remorque attend d’être lue/)
  assert.ok(!holdsNumber((await door.person().get('/annonces')).said), 'a number that is not in their file is read first')
  const waiting = read().all("SELECT id FROM proposal_home WHERE state = 'waiting'")[0]?.['id']
  assert.match((await keeper.get('/a-montrer')).said, /par la carte de Rosa.*un numéro ou une adresse/)
  await keeper.post('/a-montrer/afficher', { id: String(waiting) })
  const path = `/annonces/${read().all('SELECT id FROM offer')[0]?.['id']}`
  assert.match(
    (await person.get('/moi')).said,
    /Mes annonces Rosa prête sa remorque affichée ici seulement Je propose.*mon téléphone, affiché : « Rosa prête sa remorque » Reprendre/,
  )
  const other = await asMember(door, await cardOf(keeper, elodie))
  assert.equal((await other.post(`/habitants/${rosa}/reprendre`, { use: 'phone-shown' })).status, 422)
  assert.ok(holdsNumber((await door.person().get(path)).said))
  assert.equal((await person.post(`/habitants/${rosa}/reprendre`, { use: 'phone-shown' })).location, '/moi')
  const page = await door.person().get(path)
  assert.match(page.said, /Rosa prête sa remorque.*par un mot/)
  assert.ok(!holdsNumber(page.body))
  const [row] = door.house.log.sql.all("SELECT count(*) AS n FROM flesh WHERE field = 'reach' AND value LIKE '%71%22%33%44%'")
  assert.equal(row?.['n'], 0)
  assert.ok((await person.get('/moi')).said.includes('Aucun accord'))
})

test('nobody takes back an agreement of somebody else', async () => {
  const paul = await asMember(door, await cardOf(keeper, door.welcome({ name: 'Paul' })))
  const sent = await paul.post(`/habitants/${elodie}/reprendre`, { consent: given('told') })
  assert.ok(sent.status >= 400)
  assert.ok(standing(read(), elodie, 'told'))
})

test('nobody agrees in somebody else’s place, a relay neither: that is for the keeper, from a paper', async () => {
  const [kwan, paul] = [door.welcome({ name: 'Kwan' }), door.welcome({ name: 'Paul' })]
  await keeper.post(`/habitants/${kwan}/relais`, { name: 'Kwan', where: 'au bar', yes: '1' })
  for (const member of [kwan, elodie]) {
    const other = await asMember(door, await cardOf(keeper, member))
    assert.equal((await other.post(`/habitants/${paul}/accord`, { use: 'told' })).status, 422)
    assert.equal(consentsOf(read(), paul).length, 0)
  }
  await keeper.post(`/habitants/${paul}/accord`, { use: 'told' })
  assert.ok(standing(read(), paul, 'told'))
})

test('a telephone taken back is nowhere any more, however it was spaced: the rest of each text stays', async () => {
  const mine = door.bring('offer', {
    title: 'Élodie prête son étau',
    reach: NUMBER,
    reachBy: 'phone',
    author: elodie,
    state: 'firm',
  })
  const other = door.bring('need', {
    title: 'On cherche un étau (0671223344)',
    reach: 'Paul ou Élodie, +33 (0)6 71.22.33.44',
    state: 'open',
  })
  const plain = door.bring('offer', { title: 'Paul prête sa scie', reach: '06 71 22 33 45', state: 'firm' })
  const long = door.bring('offer', {
    title: 'Un four à pain',
    reach: 'au local',
    detail: 'Appeler Élodie au 06.71.22.33.44 avant midi.',
    state: 'firm',
  })
  assert.ok(holdsNumber(held()))
  const person = await asMember(door, await cardOf(keeper, elodie))
  const sent = await person.post(`/habitants/${elodie}/reprendre`, { consent: given('phone-shown') })
  assert.equal(sent.status, 303)
  assert.ok(!holdsNumber(held()), held())
  assert.match((await door.person().get(`/annonces/${mine}`)).said, /par un mot, qu’on lui remettra/)
  const need = door.house.read.one(door.house.types.get('need')!, other) as Readonly<Record<string, unknown>>
  assert.equal(need['title'], 'On cherche un étau')
  assert.equal(need['reach'], 'Paul ou Élodie')
  assert.match((await door.person().get(`/annonces/${plain}`)).said, /06 71 22 33 45/)
  assert.match((await door.person().get(`/annonces/${long}`)).said, /Appeler Élodie avant midi/)
  assert.equal(contactsOf(read(), elodie)[0]?.how, 'word')
  for (const path of ['/', '/annonces', '/chercher?q=étau', `/annonces/${mine}/changements`, '/moi'])
    assert.ok(!holdsNumber((await person.get(path)).body.replace(/value="[^"]*"|href="[^"]*"/g, '')), path)
})

test('a long text that held the number once, and was mended since, keeps what it says today and nothing of before', async () => {
  const id = door.bring('offer', { title: 'Un four à pain', reach: 'au local', detail: `Appeler le ${NUMBER}.`, state: 'firm' })
  await keeper.post('/ecrire', { type: 'offer', id, title: 'Un four à pain', reach: 'au local', detail: 'Passer au local.' })
  await keeper.post(`/habitants/${elodie}/reprendre`, { consent: given('phone-shown') })
  const bytes = door.house.log.sql.all<{ value: string }>(`SELECT value FROM flesh WHERE value LIKE '{"yjs"%'`)
  for (const { value } of bytes) assert.ok(!Buffer.from(JSON.parse(value).yjs, 'base64').toString('utf8').includes('71 22'))
  assert.match((await door.person().get(`/annonces/${id}`)).said, /Passer au local/)
})

test('two may share one telephone: what the other keeps in this box stays', async () => {
  const paul = door.welcome({ name: 'Paul', how: 'phone', phone: NUMBER })
  await keeper.post(`/habitants/${elodie}/reprendre`, { consent: given('phone-shown') })
  assert.equal(contactsOf(read(), paul)[0]?.phone, NUMBER)
  assert.equal(contactsOf(read(), elodie)[0]?.phone, null)
})

test('what the keeper took off the page is told to its author, with the reason, where nobody listens', async () => {
  if (!read().all("SELECT 1 FROM pragma_table_info('offer_home') WHERE name = 'hiddenWhy'").length) return
  const id = door.bring('offer', {
    title: 'Élodie vend',
    reach: 'au local',
    author: elodie,
    state: 'firm',
    removed: true,
    hiddenWhy: 'pas de vente',
  })
  const card = await cardOf(keeper, elodie)
  assert.match((await (await asMember(door, card)).get('/moi')).said, /Élodie vend.*retirée de la page : pas de vente/)
  assert.ok(!(await (await asMember(door, card, 'wifi')).get('/moi')).said.includes('pas de vente'))
  assert.ok(id)
})

test('a notice whose number is hidden leads to whoever keeps the page, and its author is told', async () => {
  door.bring('territory', { name: 'Sail', village: '42195', communes: ['42195'], keptBy: 'Anaïs, au local', reach: 'au local' })
  const mine = door.bring('offer', {
    title: 'Élodie prête sa scie',
    who: 'Élodie',
    reach: NUMBER,
    reachBy: 'phone',
    author: elodie,
    state: 'firm',
  })
  const [stranger, person] = [door.person(), await asMember(door, await cardOf(keeper, elodie))]
  const page = await stranger.get(`/annonces/${mine}`)
  assert.match(page.body, new RegExp(`href="/c-est-mon-numero\\?ou=${mine}"`))
  assert.match((await stranger.get(`/c-est-mon-numero?ou=${mine}`)).said, /Il se lit sur « Élodie prête sa scie »/)
  const hide = (who = stranger) => who.post('/c-est-mon-numero', { number: '0671223344', ou: mine })
  assert.equal((await hide()).location, `/annonces/${mine}`)
  const after = await stranger.get(`/annonces/${mine}`)
  assert.ok(!holdsNumber(after.said))
  assert.match(after.said, /Pour joindre Élodie : par Anaïs, au local/)
  assert.match(after.body, /Laisser un mot/)
  assert.match((await person.get('/moi')).said, /Élodie prête sa scie Son téléphone est caché/)
  const list = await keeper.get('/tenir/numeros')
  assert.match(list.said, /06 71 22 33 44 caché par quelqu’un de passage/)
  const id = /name="id" value="([0-9a-z]{26})"/.exec(list.body)?.[1] ?? ''
  assert.equal((await keeper.post('/tenir/numeros/remontrer', { id })).status, 303)
  assert.ok(holdsNumber((await stranger.get(`/annonces/${mine}`)).said))
  assert.equal((await hide(door.person('wifi'))).status, 422, 'the keeper showed it again')
  assert.equal((await hide(person)).status, 303, 'its own card hides it')
  assert.ok(!holdsNumber((await stranger.get(`/annonces/${mine}`)).said))
})

test('one hides once in ten minutes; somebody else at the same address hides theirs, five in an hour', async () => {
  for (const number of [51, 52, 53, 54, 55, 56].map(n => `06 71 22 33 ${n}`))
    door.bring('offer', { title: `voir ${number}`, reach: number, state: 'firm' })
  const stranger = door.person()
  const hide = (number: string) => stranger.post('/c-est-mon-numero', { number })
  assert.equal((await hide('06 71 22 33 50')).status, 422, 'a slip of the finger is not counted')
  assert.equal((await hide('06 71 22 33 51')).status, 303)
  assert.equal((await hide('06 71 22 33 52')).status, 429)
  const others = (number: string) => door.person().post('/c-est-mon-numero', { number })
  for (const n of [53, 54, 55]) assert.equal((await others(`06 71 22 33 ${n}`)).status, 303, 'a fresh browser at the same address')
  door.later(600_001)
  assert.equal((await hide('06 71 22 33 52')).status, 303)
  assert.equal((await others('06 71 22 33 56')).status, 429, 'a script is stopped')
  door.later(3_600_001)
  assert.equal((await others('06 71 22 33 56')).status, 303)
})
