import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { relaysOf, relaysShown } from './model/read.ts'

let box: TestBox
let kwan = ''
let anais = ''
beforeEach(async () => {
  box = testBox()
  kwan = box.welcome({ name: 'Kwan' })
  anais = box.welcome({ name: 'Anaïs' })
})
const read = () => box.read
const asked = { name: 'Kwan', where: 'au bar', when: 'le mardi matin' }
/** Kwan said yes. */
async function relay(): Promise<string> {
  await box.keeper.post(`/habitants/${kwan}/relais`, { ...asked, yes: '1' })
  return relaysShown(read())[0]!.id
}
const said = 'Bonjour Anaïs, vrixolame : le papier est arrivé.'

test('somebody asked to be a relay is on no page before their yes, and says it in their own words', async () => {
  assert.equal((await box.keeper.post(`/habitants/${kwan}/relais`, asked)).status, 303)
  assert.equal(relaysShown(read()).length, 0)
  assert.ok(!(await box.visitor().get('/relais')).text.includes('Kwan'))
  const person = await box.memberOf(kwan)
  assert.match((await person.get('/moi')).text, /On vous demande d’être relais/)
  await person.post('/moi/relais', {
    name: 'Kwan',
    where: 'chez le boulanger',
    when: 'tous les matins',
    from: '/moi',
  })
  assert.match((await box.visitor().get('/relais')).text, /Kwan chez le boulanger, tous les matins/)
  assert.equal(relaysOf(read(), kwan).length, 1)
  assert.match((await box.visitor().get('/')).text, /un relais porte les mots qu’on laisse/)
  assert.match((await person.get('/moi')).text, /Vous êtes relais.*Ne plus être relais/)
  assert.equal((await person.get('/habitants/accueillir')).status, 200)
  assert.match((await person.get('/habitants/accueillir')).body, /action="\/habitants\/accueillir"/)
})

test('a relay who stops is off the page, and what they showed is forgotten; nobody stops another', async () => {
  const id = await relay()
  const other = await box.memberOf(anais)
  assert.ok((await other.post(`/relais/${id}/finir`, {})).status >= 400)
  assert.equal(relaysShown(read()).length, 1)
  const person = await box.memberOf(kwan)
  assert.equal((await person.post(`/relais/${id}/finir`, {})).location, '/moi')
  assert.equal(relaysShown(read()).length, 0)
  assert.equal((await box.visitor().get(`/relais/${id}`)).status, 404)
  assert.equal(box.log.sql.get("SELECT 1 FROM piece WHERE value LIKE '%au bar%'"), undefined)
  assert.equal((await person.get('/mes-mots')).body.includes('action="/mes-mots'), false)
})

test(
  'a relay who stops is named in no notice any more; its person is reached by a word, and its ' +
    'sentence stays',
  async () => {
    const through = await relay()
    const fields = {
      title: 'Anaïs donne du papier',
      who: 'Anaïs',
      reach: 'par Kwan, au bar',
      reachBy: 'relay',
      relay: through,
      author: anais,
    }
    const shown = box.bring('offer', { ...fields, state: 'firm' })
    const waiting = box.bring(
      'need',
      { ...fields, title: 'Anaïs cherche du papier', state: 'open' },
      'home',
    )
    const person = await box.memberOf(kwan, 'wifi')
    assert.equal((await person.post('/annonces/fermer', { id: shown })).status, 422)
    assert.equal((await person.post(`/relais/${through}/finir`, {})).location, '/moi')
    const page = await box.visitor().get(`/annonces/${shown}`)
    assert.match(page.text, /Anaïs donne du papier.*par un mot, qu’on lui remettra/)
    assert.ok(!page.text.includes('Kwan') && !page.text.includes('au bar'))
    assert.equal(
      read().all('SELECT reach FROM need_home WHERE id = ?', waiting)[0]?.['reach'],
      'par un mot, qu’on lui remettra',
    )
    assert.equal(box.log.sql.get("SELECT 1 FROM piece WHERE value LIKE '%au bar%'"), undefined)
    assert.equal(
      (await box.visitor('wifi').post('/mot', { annonce: shown, sender: 'Paul', said })).status,
      303,
    )
  },
)

test('what a relay takes down on paper is not their own, and says who wrote it; theirs is theirs', async () => {
  await relay()
  const person = await box.memberOf(kwan)
  const slip = { kind: 'offer', reachBy: 'word' }
  assert.equal(
    (await person.post('/annonces/saisie', { ...slip, who: 'Odette', title: 'donne des pots' }))
      .location,
    '/annonces/saisie',
  )
  box.later(1_000)
  assert.equal(
    (
      await person.post('/annonces/saisie', {
        ...slip,
        who: 'Kwan et Lucie',
        title: 'prêtent un étau',
      })
    ).status,
    303,
  )
  const kept = read().all('SELECT author, keyedBy FROM offer_home ORDER BY id')
  assert.deepEqual(
    kept.map(row => [row['author'], row['keyedBy']]),
    [
      [null, kwan],
      [kwan, kwan],
    ],
  )
  assert.deepEqual(
    read()
      .all('SELECT who, toldTo FROM offer ORDER BY id')
      .map(row => [row['who'], row['toldTo']]),
    [
      ['Odette', 'Kwan'],
      ['Kwan et Lucie', null],
    ],
  )
  assert.match((await person.get('/moi')).text, /Kwan et Lucie/)
  const [odette] = read().all("SELECT id FROM offer WHERE who = 'Odette'")
  assert.equal((await person.post('/annonces/fermer', { id: String(odette!['id']) })).status, 303)
})

test(
  'a relay writes for whom they welcomed or who chose to be reached through them, and is told ' +
    'nobody else’s name',
  async () => {
    const through = await relay()
    const lucie = box.welcome({ name: 'Lucie', how: 'relay', relay: through })
    const person = await box.memberOf(kwan)
    const page = await person.get('/annonces/proposer')
    assert.ok(page.body.includes('>Lucie</option>') && !page.body.includes('Anaïs'))
    const slip = { kind: 'offer', title: 'donne des pots', reachBy: 'word', who: 'Kwan' }
    await person.post('/annonces/saisie', { ...slip, for: anais })
    await person.post('/annonces/saisie', { ...slip, for: lucie })
    assert.equal(read().all('SELECT id FROM offer_home WHERE author = ?', anais).length, 0)
    assert.deepEqual(
      read()
        .all("SELECT who, toldTo FROM offer WHERE who = 'Lucie'")
        .map(row => row['toldTo']),
      ['Kwan'],
    )
  },
)

test(
  'on the strips of an evening the keeper reads whose a notice is; a relay what the notice ' +
    'itself says',
  async () => {
    await relay()
    box.bring('offer', {
      title: 'Une voisine donne du papier',
      who: 'Une voisine',
      reach: 'par un mot',
      reachBy: 'word',
      foundAt: 'aux Granges',
      author: anais,
      state: 'firm',
    })
    const person = await box.memberOf(kwan)
    const [theirs, keepers] = [
      await person.get('/annonces/bandelettes'),
      await box.keeper.get('/annonces/bandelettes'),
    ]
    assert.ok(theirs.text.includes('Une voisine donne') && !theirs.text.includes('Anaïs'))
    assert.ok(keepers.text.includes('Anaïs'))
  },
)

test('a visitor who sends forty notices is stopped; a member at the same address is not', async () => {
  const [visitor, person] = [box.visitor('wifi'), await box.memberOf(kwan)]
  const send = (who: Browser, n: number) =>
    who.post('/annonces/proposer', {
      title: `donne le bocal ${n}`,
      who: 'Kwan',
      reachBy: 'word',
      foundAt: 'aux Granges',
    })
  let status = 0
  for (let n = 0; n < 40 && status !== 429; n++) status = (await send(visitor, n)).status
  assert.equal(status, 429)
  assert.equal((await send(person, 41)).status, 303)
})

test('who was asked and does not want to says so, and nothing of it is left to answer', async () => {
  await box.keeper.post(`/habitants/${kwan}/relais`, asked)
  const person = await box.memberOf(kwan)
  await person.post(`/relais/${relaysOf(read(), kwan)[0]!.id}/finir`, {})
  assert.equal(relaysOf(read(), kwan).length, 0)
  assert.equal(
    box.log.sql.get("SELECT 1 FROM write WHERE type = 'relay' AND space = 'commons'"),
    undefined,
  )
})
