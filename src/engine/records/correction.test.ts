import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { sent } from '../../../tests/support/forms.ts'
import { asKeeper, asMember, cardOf, type Door, openDoor, type Person } from '../../../tests/support/test-box.ts'

const skip = lacking('member', 'offer', 'response')
const test = (sentence: string, works: () => Promise<void>): unknown => told(sentence, { skip }, works)
const SAYS = 'prête une scie, appeler le 06 11 22 33 44'
const NOTICE = { reachBy: 'word', accord: 'voisins' }
let door: Door
let keeper: Person
let lea: Person
beforeEach(async () => {
  if (skip) return
  door = await openDoor()
  keeper = await asKeeper(door)
  lea = await asMember(door, await cardOf(keeper, door.welcome({ name: 'Léa' })))
})

const ids = (table: string): readonly string[] => door.house.read.all(`SELECT id FROM "${table}"`).map(row => String(row['id']))
const refuses = async (why = ''): Promise<void> => {
  const done = await sent(keeper, await keeper.get('/a-montrer'), '/a-montrer/laisser', { why })
  assert.equal(done.status, 303, done.said)
}
const waiting = async (): Promise<string> => (await keeper.get('/a-montrer')).said.split('Pas affiché Cela')[0]!
const writes = async (title: string): Promise<string> => {
  await sent(lea, await lea.get('/annonces/proposer'), '/annonces/proposer', { ...NOTICE, title })
  return ids('offer_home')[0]!
}

test('a notice that was not shown publishes itself by no correction: unchanged it is refused, changed it is read again', async () => {
  const id = await writes(SAYS)
  await refuses('Pas de numéro')
  const corrects = async (change: Record<string, string>) => sent(lea, await lea.get(`/moi/corriger/offer/${id}`), '/moi/corriger', change)
  const same = await corrects({})
  assert.equal(same.status, 422)
  assert.match(same.said, /Rien n’a changé, et cela n’a pas été affiché/)
  assert.match(await waiting(), /Rien n’attend/)
  const other = await corrects({ title: 'Léa prête une scie' })
  assert.equal(other.status, 303)
  assert.deepEqual(ids('offer'), [], 'nothing shows before it is read')
  assert.match((await lea.get('/moi/ecrits')).said, /Léa prête une scie.*En attente d’être lu/)
  assert.match(await waiting(), /Léa prête une scie/)
  await sent(keeper, await keeper.get('/a-montrer'), '/a-montrer/afficher')
  assert.deepEqual(ids('offer'), [id])
})

test('nor by any other act of who wrote it: over, open again, withdrawn, put back', async () => {
  const id = await writes(SAYS)
  await refuses()
  for (const path of ['/annonces/fermer', '/annonces/rouvrir']) await lea.post(path, { id })
  for (const path of ['/moi/retirer', '/moi/remettre']) await lea.post(path, { type: 'offer', id })
  assert.deepEqual(ids('offer'), [])
  assert.match(await waiting(), /Rien n’attend/)
})

test('an answer that was not shown, once corrected, waits, and says so', async () => {
  const idea = door.bring('idea', { title: 'un four partagé', state: 'open' })
  await lea.post(`/repondre/${idea}`, { answer: 'help', saying: 'appelez le 06 11 22 33 44' })
  await refuses()
  const [id] = ids('response_home')
  await sent(lea, await lea.get(`/moi/corriger/response/${id}`), '/moi/corriger', { saying: 'venez me voir' })
  assert.match((await lea.get('/moi/ecrits')).said, /venez me voir.*En attente d’être lu/)
  assert.match(await waiting(), /venez me voir/)
})

test('what is corrected twice before it is read is one correction, the last', async () => {
  const id = await writes('prête une scie')
  for (const detail of ['appeler le 06 11 22 33 44', 'appeler le 06 55 66 77 88'])
    await sent(lea, await lea.get(`/moi/corriger/offer/${id}`), '/moi/corriger', { detail })
  const said = await waiting()
  assert.doesNotMatch(said, /06 11 22 33 44/)
  assert.match(said, /06 55 66 77 88/)
})

test('a correction says that it is one, of what, with both texts; one that is not shown is found again', async () => {
  const visitor = door.person()
  const went = await visitor.post('/annonces/proposer', {
    title: 'je prête une brouette',
    who: 'Rosa',
    reachBy: 'someone',
    reach: 'au bar',
  })
  const ticket = went.location.split('?')[0]!
  await sent(keeper, await keeper.get('/a-montrer'), '/a-montrer/afficher')
  await sent(visitor, await visitor.get(`${ticket}/corriger`), `${ticket}/corriger`, { title: 'Rosa loue une brouette' })
  const said = await waiting()
  assert.match(said, /correction : /i)
  assert.match(said, /Affiché : Rosa prête une brouette.*Proposé : Rosa loue une brouette/)
  await refuses('Rien ne se loue ici')
  assert.match((await visitor.get(ticket)).said, /Affiché.*Votre correction n’est pas affichée.*Rien ne se loue ici/)
  const off = await keeper.get('/tenir/retire')
  assert.match(off.said, /Rosa prête une brouette.*correction/)
  await sent(keeper, off, '/a-montrer/relire')
  assert.match(await waiting(), /Proposé : Rosa loue une brouette/)
})

test('a correction that says je gets its person for subject, by a card as by a ticket', async () => {
  const id = await writes('je prête une scie')
  await sent(lea, await lea.get(`/moi/corriger/offer/${id}`), '/moi/corriger', { title: 'Je prête ma tronçonneuse, chez moi' })
  const title = (table: string): unknown => door.house.read.all(`SELECT title FROM "${table}" ORDER BY id DESC LIMIT 1`)[0]?.['title']
  assert.match((await lea.get('/moi/ecrits')).said, /Léa prête sa tronçonneuse, chez moi/)
  const visitor = door.person()
  const went = await visitor.post('/annonces/proposer', { title: 'je prête un tamis', who: 'Rosa', reachBy: 'someone', reach: 'au bar' })
  const ticket = went.location.split('?')[0]!
  await sent(visitor, await visitor.get(`${ticket}/corriger`), `${ticket}/corriger`, { title: 'J’ai deux tamis' })
  assert.equal(title('offer_home'), 'Rosa a deux tamis')
  await sent(visitor, await visitor.get(`${ticket}/corriger`), `${ticket}/corriger`, { title: 'Deux tamis de Rosa' })
  assert.equal(title('offer_home'), 'Deux tamis de Rosa', 'what does not say je stays as it is')
})

test('a correction of what left the page says what to do first, with the way there', async () => {
  const visitor = door.person()
  const went = await visitor.post('/annonces/proposer', { title: 'je prête un tamis', who: 'Rosa', reachBy: 'someone', reach: 'au bar' })
  const ticket = went.location.split('?')[0]!
  await sent(keeper, await keeper.get('/a-montrer'), '/a-montrer/afficher')
  await sent(visitor, await visitor.get(`${ticket}/corriger`), `${ticket}/corriger`, { title: 'Rosa prête deux tamis' })
  await refuses()
  const [id] = ids('offer')
  await keeper.post('/retirer', { type: 'offer', id: id! })
  await sent(keeper, await keeper.get('/tenir/retire'), '/a-montrer/relire')
  const page = await keeper.get('/a-montrer')
  assert.match(page.said, /n’est plus sur la page : remettez-le d’abord/)
  assert.match(page.body, /href="\/tenir\/retire"/)
  const shown = await sent(keeper, page, '/a-montrer/afficher')
  assert.equal(shown.status, 422)
  assert.match(shown.said, /remettez-le d’abord, dans « Ce qui est retiré »/)
})

test('a member’s correction that was not shown is found again too, and the page stays as it was', async () => {
  const id = await writes('prête une scie')
  await sent(lea, await lea.get(`/moi/corriger/offer/${id}`), '/moi/corriger', { detail: 'appeler le 06 11 22 33 44' })
  assert.match(await waiting(), /Affiché : – Proposé : appeler le 06 11 22 33 44/)
  await refuses()
  assert.match((await lea.get('/moi/ecrits')).said, /Votre correction n’est pas affichée/)
  await sent(keeper, await keeper.get('/tenir/retire'), '/a-montrer/relire')
  assert.match(await waiting(), /06 11 22 33 44/)
})
