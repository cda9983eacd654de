import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { formsIn } from '../../../tests/support/forms.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { footLink } from './pages/links.ts'
import { fr } from './words/fr.ts'

/**
 * Somebody else hides a member's number: she shows it again by her card, and from then on nobody
 * hides it but her or the keeper.
 */

const skip = lacking('offer') || lacking('member')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
const NUMBER = '06 71 22 33 44'
const AGAIN = '/c-est-mon-numero/remontrer'
let box: TestBox
let elodie: Browser
let paul: Browser
let notice = ''
beforeEach(async () => {
  if (skip) return
  box = testBox()
  box.territory()
  const id = box.welcome({ name: 'Élodie', how: 'phone', phone: NUMBER })
  elodie = await box.memberOf(id)
  paul = await box.member('Paul')
  notice = box.bring('offer', {
    title: 'Élodie vend du miel',
    who: 'Élodie',
    reach: NUMBER,
    author: id,
    state: 'firm',
  })
})
const hide = (who: Browser) => who.post('/c-est-mon-numero', { number: NUMBER })
const isRead = async (): Promise<boolean> =>
  (await box.visitor().get(`/annonces/${notice}`)).text.includes('71 22 33 44')

test(
  'she is told that her number is hidden, and shows it again by one act of her page; nobody ' +
    'else does',
  async () => {
    assert.equal((await hide(box.visitor())).status, 303)
    assert.equal(await isRead(), false)
    assert.match((await elodie.get('/')).text, /votre numéro est caché/)
    for (const other of [box.visitor(), paul]) await other.post(AGAIN, {})
    assert.equal(await isRead(), false, 'nobody else shows it')
    assert.doesNotMatch((await paul.get('/moi')).text, /le remontrer/)
    const act = formsIn(await elodie.get('/moi')).find(form => form.action === AGAIN)
    assert.ok(act)
    assert.equal((await elodie.post(AGAIN, act.fields)).status, 303)
    assert.equal(await isRead(), true)
    assert.doesNotMatch((await elodie.get('/moi')).text, /le remontrer/)
  },
)

test('she is told once that somebody else wrote her hidden number again; nobody else is', async () => {
  await hide(elodie)
  const TYPED = /quelqu’un d’autre a écrit votre numéro caché/i
  const homeOf = async (who: Browser) => (await who.get('/')).text
  box.later(60_000)
  const own = { title: `vends du miel, ${NUMBER}`, reachBy: 'word', accord: 'ici' }
  await elodie.post('/annonces/proposer', own)
  assert.doesNotMatch(await homeOf(elodie), TYPED, 'her own words are hers')
  const sent = { proposerName: 'Kev', who: 'Kev', reach: NUMBER, reachBy: 'phone', phone: NUMBER }
  const theirs = { ...sent, title: 'vends des chaises', firstName: 'Kev', accord: 'ici' }
  const { status, text } = await box.visitor().post('/annonces/proposer', theirs)
  assert.equal(status, 303, text)
  assert.match(await homeOf(elodie), TYPED)
  assert.doesNotMatch(await homeOf(elodie), /chaises/, 'what waits is quoted to nobody')
  assert.doesNotMatch(await homeOf(paul), TYPED)
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  assert.match(await homeOf(elodie), TYPED)
  await elodie.fill(await elodie.get('/'), '/moi/nouvelles/vues')
  assert.doesNotMatch(await homeOf(elodie), TYPED, 'she saw it')
  assert.deepEqual(box.faults, [])
})

const SHAPES = [
  ['Élodie donne une horloge, O4 77 24 lO ll chez elle', '04 77 24 10 11'],
  ['Élodie donne un seau, 04 bis 77 ter 24 quater 10 puis 12', '04 77 24 10 12'],
  ['zéroquatresoixantedixseptvingtquatredixtreize', '04 77 24 10 13'],
] as const
test(
  'whatever the shape that is read as a number: its page leads to hiding, it is hidden, and ' +
    'typed as it is shown too',
  async () => {
    for (const [title, number] of SHAPES) {
      const id = box.bring('offer', { title, who: 'Élodie', reach: 'au local', state: 'firm' })
      const page = async () => (await box.visitor().get(`/annonces/${id}`)).body
      for (const [who, typed] of [
        [box.visitor('wifi'), number],
        [box.keeper, title],
      ] as const) {
        assert.ok((await page()).includes('href="/c-est-mon-numero?ou='), title)
        assert.equal((await who.post('/c-est-mon-numero', { number: typed })).status, 303, typed)
        assert.ok(!(await page()).includes(title.slice(-14)), 'it is shown no more')
        const [row] = box.read.all("SELECT id FROM hidden_number_home WHERE state = 'hidden'")
        await box.keeper.post('/tenir/numeros/remontrer', { id: String(row!['id']) })
      }
    }
  },
)

test('shown again, only her card or the keeper hides it; what the keeper hid, the keeper shows', async () => {
  await hide(box.visitor())
  await elodie.post(AGAIN, {})
  for (const other of [box.visitor('wifi'), paul]) assert.equal((await hide(other)).status, 422)
  assert.equal(await isRead(), true)
  assert.equal((await hide(box.keeper)).status, 303)
  assert.equal((await elodie.post(AGAIN, {})).status, 422)
  assert.equal(await isRead(), false)
})

test('somebody gave it as theirs in a thread: hidden, its other party reads it there no more', async () => {
  const trailer = { title: 'prête sa remorque', reachBy: 'word', accord: 'voisins' }
  const annonce = /[0-9a-z]{26}/.exec((await paul.post('/annonces/proposer', trailer)).location)![0]
  const said = `Rappelez-moi au ${NUMBER}, vite.`
  const asked = { annonce, firstName: 'Élodie', reach: NUMBER, said }
  assert.equal((await box.visitor().post('/arrangements/interet', asked)).status, 303)
  const [thread] = box.read.all('SELECT id FROM deal_home')
  const page = async () => (await paul.get(`/arrangements/${thread!['id']}`)).text
  assert.match(await page(), /06 71 22 33 44/)
  await hide(box.visitor('wifi'))
  assert.doesNotMatch(await page(), /71 22 33 44/)
  assert.match(await page(), /vite/, 'the rest of the words stays')
  await elodie.post(AGAIN, {})
  assert.match(await page(), /06 71 22 33 44/)
})

test('while it is hidden, a notice that says it is shown without it, and its writer is told so', async () => {
  await hide(box.visitor())
  const asked = {
    title: 'je prête un canari',
    reachBy: 'phone',
    accord: 'voisins',
    demande: 'portee',
  }
  const sent = await elodie.post('/annonces/proposer', asked)
  assert.equal(sent.status, 303, sent.text)
  assert.match((await elodie.get(sent.location)).text, /C’est affiché, mais ce téléphone est caché/)
})

test('a passer-by does not blank the number by which the keeper is reached; the keeper does', async () => {
  const reach = '04 77 00 11 22, ou à la mairie le mardi'
  using own = testBox()
  own.territory({ keptBy: 'Simone', reach })
  const keeping = async () => (await own.visitor().get('/qui-tient-cette-page')).text
  assert.match(await keeping(), /04 77 00 11 22, ou à la mairie le mardi/)
  const number = '04 77 00 11 22'
  const refused = await own.visitor().post('/c-est-mon-numero', { number })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /par où l’on joint qui tient cette page.* dites-le à Simone/)
  assert.match(await keeping(), /04 77 00 11 22/)
  await own.keeper.post('/c-est-mon-numero', { number })
  assert.doesNotMatch(await keeping(), /04 77 00 11 22/)
  assert.match(await keeping(), /(?<!, )(?<!ou )à la mairie le mardi/, 'the rest reads on')
  assert.doesNotMatch((await own.keeper.get('/tenir/numeros')).text, /une page qui n’est plus/)
})

test('an empty form, whose hints alone have a number or an address, says nobody’s', async () => {
  using own = testBox()
  own.territory({ keptBy: 'Simone', reach: 'au local' })
  const page = await own.keeper.get('/annuaire/acteurs/ajouter?genre=actor')
  assert.match(page.body, /class="hint"[^>]*>[^<]*@/)
  assert.doesNotMatch(page.text, /est sur cette page/)
})

test('ten figures in the address of a ticket are nobody’s number; beside it, a number is', async () => {
  const offered = (said: string): boolean => footLink('/billet', `<p>${said}</p>`, fr) !== undefined
  const address = 'http://borne.local:8080/billet/01n7reghweda2s6r7135862082'
  assert.ok(offered('7135862082'))
  assert.ok(!offered(address))
  assert.ok(offered(`${address} · ${NUMBER}`))
})
