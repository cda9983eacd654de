import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { saysCardOnly } from './model/commands-spread.ts'

/**
 * A notice that its person shows to people who hold a card: how it is written, by whom it is read,
 * and how its author shows it to more people or to fewer.
 */

const NUMBER = '06 71 22 33 44'
let box: TestBox
let mathieu: Member
let nadia: Member
beforeEach(async () => {
  box = testBox()
  box.territory()
  mathieu = await box.memberOf(box.welcome({ name: 'Mathieu', how: 'phone', phone: NUMBER }))
  nadia = await box.member('Nadia')
})
const said = (accord: string, more: Record<string, string> = {}) => ({
  title: 'je prête un canari',
  who: 'Mathieu',
  reachBy: 'phone',
  phone: NUMBER,
  demande: 'portee',
  accord,
  ...more,
})
const wide = (): string =>
  JSON.stringify(
    box.log.sql.all(
      "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'",
    ),
  )
const PAGES = ['/', '/annonces', '/annonces?genre=propose', '/chercher?q=canari']
const readBy = async (who: Browser): Promise<number> => {
  const all = await Promise.all(PAGES.map(path => who.get(path)))
  return all.filter(({ text }) => text.includes('un canari')).length
}
const idOf = (table: string, where = 'TRUE'): string =>
  String(
    box.read.all(`SELECT id FROM ${table} WHERE removed IS NOT 1 AND (${where})`)[0]?.['id'] ?? '',
  )
const cardId = (): string => idOf('offer_home', 'shownByCard = 1')
const waiting = async (): Promise<string> =>
  /name="id" value="([0-9a-z]{26})"/.exec((await box.keeper.get('/a-montrer')).body)?.[1] ?? ''

test('a sentence that keeps it for those with a card is asked about once', async () => {
  const title = 'je prête ma remorque, seulement à ceux qui ont une carte'
  for (const stage of [{}, { stage: '2' }]) {
    const asked = await mathieu.post(
      '/annonces/proposer',
      said('ici', { title, from: '/annonces/proposer', ...stage }),
    )
    assert.equal(asked.status, 422)
    assert.match(asked.text, /seuls ceux qui en ont une la liront/)
    assert.equal(/name="accord" value="(\w+)" checked/.exec(asked.body)?.[1], 'carte')
    assert.equal(asked.body.match(/name="demande"/g)?.length, 1)
  }
  assert.equal(box.read.all('SELECT 1 FROM offer').length, 0)
  const answered = { title, demande: 'carte' }
  assert.equal((await mathieu.post('/annonces/proposer', said('carte', answered))).status, 303)
  assert.equal(idOf('offer'), '')
  assert.notEqual(cardId(), '')
  const wider = said('ici', { ...answered, title: `${title} ou non` })
  assert.equal((await mathieu.post('/annonces/proposer', wider)).status, 303)
  assert.notEqual(idOf('offer'), '')
})
test('a sentence says in several ways that a card is needed', () => {
  for (const title of [
    ...['seulement avec une carte', 'qu’à ceux qui ont la carte', 'réservé aux porteurs de carte'],
    ...['uniquement les gens munis d’une carte', 'only with a card', 'juste à qui a une carte'],
  ])
    assert.ok(saysCardOnly(`je prête ma remorque, ${title}`), title)
})

test('a card of another kind narrows nothing', async () => {
  for (const title of [
    ...['je donne des cartes postales', 'je prête un jeu, avec une carte du ciel'],
    ...['je donne des jouets, il ne reste que des jeux de cartes', 'juste un jeu de cartes'],
    ...['je vends du miel, pas de paiement, juste avec une carte bancaire'],
  ])
    assert.equal((await mathieu.post('/annonces/proposer', said('ici', { title }))).status, 303)
})

test('the form asks who sees it, with the card among the choices, and so does a slip', async () => {
  for (const [who, path] of [
    [box.visitor(), '/annonces/proposer'],
    [nadia, '/annonces/chercher'],
    [box.keeper, '/annonces/saisie'],
  ] as const) {
    const { body } = await who.get(path)
    assert.match(body, /name="accord" value="carte"/, path)
    const chosen = /name="accord" value="(\w+)" checked/.exec(body)?.[1]
    assert.equal(chosen, path === '/annonces/saisie' ? undefined : 'ici', path)
  }
})

test('a member’s shows at once to people who hold a card, at the box and by https alone', async () => {
  assert.equal((await mathieu.post('/annonces/proposer', said('carte'))).status, 303)
  assert.notEqual(cardId(), '')
  assert.equal(await readBy(nadia), PAGES.length)
  assert.equal(await readBy(await box.memberOf(nadia.id, 'https')), PAGES.length)
  assert.equal(await readBy(await box.memberOf(nadia.id, 'wifi')), 0)
  assert.equal(await readBy(box.visitor()), 0)
  assert.match((await mathieu.get('/moi')).text, /visible avec une carte seulement/)
  assert.ok(!wide().includes('canari') && !wide().includes('71 22'))
})

test('who wrote it lands on it where nobody listens, and the form says who reads it', async () => {
  const form = (await mathieu.get('/annonces/proposer')).text
  assert.match(form, /seulement avec une carte \(tous ceux qui en ont une\)/)
  const { location } = await mathieu.post('/annonces/proposer', said('carte'))
  assert.equal(location, `/annonces/${cardId()}`)
  assert.match(
    (await mathieu.get(location)).text,
    /Seules les personnes qui ont une carte le lisent.*canari/,
  )
})

test('written where others hear, it is read where nobody does', async () => {
  const there = await box.memberOf(mathieu.id, 'wifi')
  const answer = await there.post('/annonces/proposer', said('carte'))
  assert.equal(answer.location, '/annonces')
  const page = await there.get('/annonces')
  assert.match(page.text, /Seules les personnes qui ont une carte le lisent/)
  assert.ok(!page.text.includes('canari'))
  assert.equal(await readBy(nadia), PAGES.length)
})

test('a visitor’s waits, then shows by card; its ticket says so and leads nowhere', async () => {
  const stranger = box.visitor()
  const sent = await stranger.post('/annonces/proposer', said('carte', { who: 'Rosa' }))
  const ticket = sent.location.split('?')[0]!
  assert.equal(await readBy(nadia), 0)
  const shown = await box.keeper.post('/a-montrer/afficher', { id: await waiting() })
  assert.equal(shown.status, 303)
  assert.equal(await readBy(nadia), PAGES.length)
  assert.equal(await readBy(stranger), 0)
  const page = await stranger.get(ticket)
  assert.match(page.text, /seulement avec une carte/)
  assert.ok(!page.body.includes(`/annonces/${cardId()}`))
  assert.ok(!wide().includes('canari'))
  assert.equal((await stranger.post(`${ticket}/reprendre`, { from: ticket })).status, 303)
  assert.equal(await readBy(nadia), 0)
})

test('on a slip, a relay keys it for people who hold a card', async () => {
  const slip = { ...said('carte'), kind: 'offer', from: '/annonces/saisie' }
  assert.equal((await box.keeper.post('/annonces/saisie', slip)).status, 303)
  assert.equal(await readBy(nadia), PAGES.length)
  assert.equal(await readBy(box.visitor()), 0)
  assert.ok(!wide().includes('canari'))
})

test(
  'law 11: its author shows it to everybody here, then around, then by card again: the address ' +
    'stays, and what was in the commons is erased',
  async () => {
    await mathieu.post('/annonces/proposer', said('carte'))
    const id = cardId()
    const change = (accord: string, who: Browser = mathieu) =>
      who.post('/annonces/qui-la-voit', { id, accord, from: `/annonces/${id}` })
    assert.notEqual((await change('voisins', nadia)).status, 303, 'it is its author’s to say')
    assert.equal((await change('ici')).status, 303)
    assert.equal(await readBy(box.visitor()), PAGES.length)
    assert.ok(!wide().includes('canari'))
    assert.equal((await change('voisins')).status, 303)
    assert.ok(wide().includes('canari') && wide().includes('71 22'))
    assert.equal((await box.visitor().get(`/annonces/${id}`)).status, 200)
    assert.equal(idOf('offer'), id)
    assert.equal((await change('carte')).status, 303)
    assert.ok(!wide().includes('canari') && !wide().includes('71 22'), 'erased from what leaves')
    assert.equal(await readBy(box.visitor()), 0)
    assert.equal((await box.visitor().get(`/annonces/${id}`)).status, 404)
    assert.equal(await readBy(nadia), PAGES.length)
    assert.equal((await change('voisins')).status, 303)
    assert.equal(await readBy(box.visitor()), PAGES.length)
    assert.equal((await change('ici')).status, 303)
    assert.ok(!wide().includes('canari'))
    assert.equal(await readBy(box.visitor()), PAGES.length)
  },
)

test('a notice of the commons that its author shows by card keeps its photo, and is corrected there', async () => {
  await mathieu.post('/annonces/proposer', said('voisins'))
  const id = idOf('offer')
  await mathieu.post('/annonces/qui-la-voit', { id, accord: 'carte', from: `/annonces/${id}` })
  const mended = { type: 'offer', id, title: 'Mathieu prête un canari vert' }
  assert.equal(
    (await mathieu.post('/moi/corriger', { ...mended, from: `/annonces/${id}/modifier` })).status,
    303,
  )
  assert.match((await nadia.get(`/annonces/${id}`)).text, /canari vert/)
  assert.equal(
    (await mathieu.post('/annonces/fermer', { id, from: `/annonces/${id}` })).status,
    303,
  )
  assert.doesNotMatch((await nadia.get('/annonces')).text, /canari/)
  assert.ok(!wide().includes('canari'))
})

test('the keeper takes it down and its author puts it back by card; the keeper never widens it so', async () => {
  await mathieu.post('/annonces/proposer', said('carte'))
  const id = cardId()
  for (const accord of ['ici', 'voisins'])
    assert.notEqual(
      (await box.keeper.post('/annonces/qui-la-voit', { id, accord, from: `/annonces/${id}` }))
        .status,
      303,
    )
  await mathieu.post('/annonces/ici/reprendre', { id })
  assert.equal(await readBy(nadia), 0)
  assert.equal((await mathieu.post('/moi/remettre', { type: 'offer', id })).status, 303)
  assert.equal(await readBy(nadia), PAGES.length)
  assert.equal(await readBy(box.visitor()), 0)
})

test('its number is hidden like any other, and its person is forgotten with it', async () => {
  await mathieu.post('/annonces/proposer', said('carte'))
  const id = cardId()
  assert.ok((await nadia.get(`/annonces/${id}`)).text.includes(NUMBER))
  await box.visitor().post('/c-est-mon-numero', { number: NUMBER })
  assert.ok(!(await nadia.get(`/annonces/${id}`)).text.includes('71 22'))
  await mathieu.post('/moi/oublier', { yes: '1', from: '/moi/oublier' })
  assert.equal(await readBy(nadia), 0)
  assert.ok(!JSON.stringify(box.log.sql.all('SELECT value FROM piece')).includes('canari'))
})

test('who holds a card finds it among what answers their need; a page without one does not', async () => {
  await mathieu.post('/annonces/proposer', said('carte', { title: 'je prête une bétaillère' }))
  const sought = { title: 'je cherche une bétaillère', reachBy: 'word', accord: 'ici' }
  const { location } = await nadia.post('/annonces/chercher', sought)
  const at = location.split('?')[0]!
  assert.match((await nadia.get(at)).text, /Ce qui y répond Mathieu.*je prête une bétaillère/)
  for (const who of [box.visitor(), await box.memberOf(nadia.id, 'wifi')])
    assert.doesNotMatch((await who.get(at)).text, /je prête une bétaillère/)
  assert.deepEqual(box.faults, [])
})
