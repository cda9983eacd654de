import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

const skip = lacking('member', 'offer', 'response')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
const SAYS = 'prête une scie, appeler le 06 11 22 33 44'
const NOTICE = { reachBy: 'word', accord: 'voisins' }
let box: TestBox
let lea: Browser
beforeEach(async () => {
  if (skip) return
  box = testBox()
  lea = await box.member('Léa')
})

const ids = (table: string): readonly string[] =>
  box.read.all(`SELECT id FROM "${table}"`).map(row => String(row['id']))
const refuses = async (why = ''): Promise<void> => {
  const done = await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/laisser', {
    why,
  })
  assert.equal(done.status, 303, done.text)
}
const waiting = async (): Promise<string> =>
  (await box.keeper.get('/a-montrer')).text.split('Pas affiché Cela')[0]!
const writes = async (title: string): Promise<string> => {
  await lea.send('/annonces/proposer', { ...NOTICE, title })
  return ids('offer_home')[0]!
}

test(
  'a refused notice does not show by a correction: unchanged it is refused again, changed it ' +
    'waits',
  async () => {
    const id = await writes(SAYS)
    await refuses('Pas de numéro')
    const corrects = async (change: Record<string, string>) =>
      lea.fill(await lea.get(`/moi/corriger/offer/${id}`), '/moi/corriger', change)
    const same = await corrects({})
    assert.equal(same.status, 422)
    assert.match(same.text, /Rien n’a changé, et cela n’a pas été affiché/)
    assert.match(await waiting(), /Rien n’attend/)
    const other = await corrects({ title: 'Léa prête une scie' })
    assert.equal(other.status, 303)
    assert.deepEqual(ids('offer'), [], 'nothing shows before it is read')
    assert.match((await lea.get('/moi/ecrits')).text, /Léa prête une scie.*En attente d’être lu/)
    assert.match(await waiting(), /Léa prête une scie/)
    await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
    assert.deepEqual(ids('offer'), [id])
  },
)

test('a refused notice shows by no other act of its author: over, open again, withdrawn, put back', async () => {
  const id = await writes(SAYS)
  await refuses()
  for (const path of ['/annonces/fermer', '/annonces/rouvrir']) await lea.post(path, { id })
  for (const path of ['/moi/retirer', '/moi/remettre']) await lea.post(path, { type: 'offer', id })
  assert.deepEqual(ids('offer'), [])
  assert.match(await waiting(), /Rien n’attend/)
})

test('a refused answer that is corrected waits, and says so', async () => {
  const idea = box.bring('idea', { title: 'un four partagé', state: 'open' })
  await lea.post(`/repondre/${idea}`, { answer: 'help', saying: 'appelez le 06 11 22 33 44' })
  await refuses()
  const [id] = ids('response_home')
  await lea.fill(await lea.get(`/moi/corriger/response/${id}`), '/moi/corriger', {
    saying: 'venez me voir',
  })
  assert.match((await lea.get('/moi/ecrits')).text, /venez me voir.*En attente d’être lu/)
  assert.match(await waiting(), /venez me voir/)
})

test('two corrections before a reading are one, the last', async () => {
  const id = await writes('prête une scie')
  for (const detail of ['appeler le 06 11 22 33 44', 'appeler le 06 55 66 77 88'])
    await lea.fill(await lea.get(`/moi/corriger/offer/${id}`), '/moi/corriger', { detail })
  const said = await waiting()
  assert.doesNotMatch(said, /06 11 22 33 44/)
  assert.match(said, /06 55 66 77 88/)
})

test('a correction names its record and gives both texts; a refused one is found again', async () => {
  const visitor = box.visitor()
  const went = await visitor.post('/annonces/proposer', {
    title: 'je prête une brouette',
    who: 'Rosa',
    reachBy: 'someone',
    reach: 'au bar',
  })
  const ticket = went.location.split('?')[0]!
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  await visitor.send(`${ticket}/corriger`, { title: 'Rosa loue une brouette' })
  const said = await waiting()
  assert.match(said, /correction : /i)
  assert.match(said, /Affiché : Rosa\s: «\sje prête une brouette.*Proposé : Rosa loue une brouette/)
  await refuses('Rien ne se loue ici')
  assert.match(
    (await visitor.get(ticket)).text,
    /Affiché.*Votre correction n’est pas affichée.*Rien ne se loue ici/,
  )
  const off = await box.keeper.get('/tenir/retire')
  assert.match(off.text, /je prête une brouette.*correction/)
  await box.keeper.fill(off, '/a-montrer/relire')
  assert.match(await waiting(), /Proposé : Rosa loue une brouette/)
})

test('a correction has its person before it as the first words had, by a card as by a ticket', async () => {
  const id = await writes('je prête une scie')
  await lea.fill(await lea.get(`/moi/corriger/offer/${id}`), '/moi/corriger', {
    title: 'Je prête ma tronçonneuse, chez moi',
  })
  const title = (table: string): unknown =>
    box.read.all(`SELECT title FROM "${table}" ORDER BY id DESC LIMIT 1`)[0]?.['title']
  assert.match(
    (await lea.get('/moi/ecrits')).text,
    /Léa\s: «\sJe prête ma tronçonneuse, chez moi\s»/,
  )
  // Ids are ordered by their moment: Rosa's is the last.
  box.later(1_000)
  const visitor = box.visitor()
  const went = await visitor.post('/annonces/proposer', {
    title: 'je prête un tamis',
    who: 'Rosa',
    reachBy: 'someone',
    reach: 'au bar',
  })
  const ticket = went.location.split('?')[0]!
  await visitor.send(`${ticket}/corriger`, { title: 'J’ai deux tamis' })
  assert.equal(title('offer_home'), 'Rosa\u00a0: «\u00a0J’ai deux tamis\u00a0»')
  await visitor.send(`${ticket}/corriger`, { title: 'Deux tamis de Rosa' })
  assert.equal(title('offer_home'), 'Deux tamis de Rosa', 'what names its person stays as it is')
})

test('a correction of a record that left the page says what to do first, with a link', async () => {
  const visitor = box.visitor()
  const went = await visitor.post('/annonces/proposer', {
    title: 'je prête un tamis',
    who: 'Rosa',
    reachBy: 'someone',
    reach: 'au bar',
  })
  const ticket = went.location.split('?')[0]!
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  await visitor.send(`${ticket}/corriger`, { title: 'Rosa prête deux tamis' })
  await refuses()
  const [id] = ids('offer')
  await box.keeper.post('/retirer', { type: 'offer', id: id! })
  await box.keeper.fill(await box.keeper.get('/tenir/retire'), '/a-montrer/relire')
  const page = await box.keeper.get('/a-montrer')
  assert.match(page.text, /n’est plus sur la page : remettez-le d’abord/)
  assert.match(page.body, /href="\/tenir\/retire"/)
  const shown = await box.keeper.fill(page, '/a-montrer/afficher')
  assert.equal(shown.status, 422)
  assert.match(shown.text, /remettez-le d’abord, dans « Ce qui est retiré »/)
})

test('a member’s refused correction is found again too, and the page stays as it was', async () => {
  const id = await writes('prête une scie')
  await lea.fill(await lea.get(`/moi/corriger/offer/${id}`), '/moi/corriger', {
    detail: 'appeler le 06 11 22 33 44',
  })
  assert.match(await waiting(), /Affiché : – Proposé : appeler le 06 11 22 33 44/)
  await refuses()
  assert.match((await lea.get('/moi/ecrits')).text, /Votre correction n’est pas affichée/)
  await box.keeper.fill(await box.keeper.get('/tenir/retire'), '/a-montrer/relire')
  assert.match(await waiting(), /06 11 22 33 44/)
})

test(
  'a correction that takes words about somebody away says where they still are, and how to ' +
    'erase them',
  async () => {
    const id = box.bring('offer', {
      title: 'Vélo de Lulu Marchand, parti en maison de retraite, à donner',
      mode: 'give',
      reach: 'au bar',
    })
    const saved = async (title: string): Promise<string> => {
      const edit = await box.keeper.get(`/annonces/${id}/modifier`)
      const done = await box.keeper.fill(edit, '/ecrire', { title })
      assert.equal(done.status, 303, done.text)
      return (await box.keeper.get(done.headers.get('location') ?? '')).text
    }
    const told = await saved('Vélo à donner')
    assert.match(told, /les nouvelles qui partent d’ici ne les portent plus/)
    assert.match(told, /Oublier pour de bon/)
    assert.doesNotMatch(await saved('Vélo d’homme à donner'), /ne les portent plus/)
  },
)
