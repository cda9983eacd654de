import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { lackingBrick } from '../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../tests/support/test-box.ts'
import { bricks } from '../app/bricks.ts'

const resting = bricks.filter(({ canRest }) => canRest).map(({ name }) => name)
const put = (box: TestBox, act: 'ranger' | 'ressortir', brick: string) =>
  box.keeper.post(`/tenir/briques/${act}`, { brick })
/** The pages of a visitor, without what changes at each reading. */
const read = async (box: TestBox, path: string): Promise<string> =>
  (await box.visitor().get(path)).body.replace(/value="[^"]*"/g, '')

let box: TestBox
beforeEach(() => {
  box = testBox()
  box.territory()
})

test('law 3: each brick that is put away and taken up again is as it was', async () => {
  const paths = ['/', '/tenir', '/donnees', '/chercher?q=scie', '/qui-tient-cette-page']
  const own = bricks.flatMap(({ pages }) => pages.filter(({ who }) => !who).map(({ path }) => path))
  const all = [...paths, ...own.filter(path => !path.includes(':'))]
  if (!lackingBrick('offers')) box.bring('offer', { title: 'Paul prête sa scie', mode: 'lend' })
  const before = await Promise.all(all.map(path => read(box, path)))
  for (const brick of resting) {
    assert.equal((await put(box, 'ranger', brick)).status, 303, brick)
    assert.equal((await put(box, 'ressortir', brick)).status, 303, brick)
  }
  assert.deepEqual(await Promise.all(all.map(path => read(box, path))), before)
  assert.deepEqual(box.faults, [])
})

test('every page of the box answers while each brick in turn is put away', async () => {
  for (const brick of resting) {
    await put(box, 'ranger', brick)
    for (const { name, pages } of bricks)
      for (const { path } of pages.filter(one => !one.path.includes(':'))) {
        const { status } = await box.keeper.get(path)
        if (name === brick) assert.equal(status, 404, `${brick}: ${path}`)
        else assert.ok(status < 500, `${brick}: ${path} ${status}`)
      }
    await put(box, 'ressortir', brick)
  }
  assert.deepEqual(box.faults, [])
})

test('a brick that is put away leaves menu, home, search, prints, forms and the keeper’s page', {
  skip: lackingBrick('offers'),
}, async () => {
  const id = box.bring('offer', { title: 'Paul prête sa scie', mode: 'lend', who: 'Paul' })
  const visitor = box.visitor()
  assert.match((await visitor.get('/')).text, /Paul prête sa scie/)
  await put(box, 'ranger', 'offers')
  assert.doesNotMatch((await visitor.get('/')).text, /Paul prête sa scie|Annonces|Je propose/)
  assert.doesNotMatch((await visitor.get('/chercher?q=scie')).text, /Paul/)
  assert.doesNotMatch((await visitor.get('/donnees')).text, /Offres/)
  assert.doesNotMatch((await box.keeper.get('/tenir')).text, /Ajouter une offre|Trocs à trois/)
  for (const path of ['/annonces', `/annonces/${id}`, '/annonces/proposer', '/annonces/ajouter']) {
    const { status, text } = await visitor.get(path)
    assert.equal(status, 404, path)
    assert.match(text, /Cette page est rangée.*Les annonces.*Dites-le à Anaïs, au local/, path)
  }
  assert.match((await box.keeper.get('/annonces')).body, /href="\/tenir\/briques"/)
  assert.equal((await visitor.post('/annonces/proposer', { title: 'une échelle' })).status, 404)
  assert.match((await visitor.get('/agenda')).text, /Agenda/)
  const { text } = await box.keeper.get('/tenir/briques')
  assert.match(text, /Ce qui est rangé Les annonces .*Une chose y est écrite.*Ce qui sert ici/)
  await put(box, 'ressortir', 'offers')
  assert.match((await visitor.get(`/annonces/${id}`)).text, /Paul prête sa scie/)
})

test('a text that waits in a brick put away is counted apart, and told', {
  skip: lackingBrick('offers'),
}, async () => {
  sendsOffer('une échelle', 0)
  assert.match((await box.keeper.get('/tenir')).text, /à lire : 1 offre/)
  await put(box, 'ranger', 'offers')
  assert.doesNotMatch((await box.keeper.get('/tenir')).text, /à lire/)
  const { text, body } = await box.keeper.get('/a-montrer')
  assert.match(text, /Rien n’attend\. Un texte attend dans ce qui est rangé/)
  assert.match(body, /href="\/tenir\/briques"/)
  await put(box, 'ressortir', 'offers')
  assert.match((await box.keeper.get('/a-montrer')).text, /une échelle/)
})

test('beside the hundred oldest texts, the page says how many more wait', {
  skip: lackingBrick('offers'),
}, async () => {
  for (let n = 0; n < 102; n++) sendsOffer(`Outil ${n}`, n)
  const { text } = await box.keeper.get('/a-montrer')
  assert.match(text, /Outil 99 .*Encore 2 textes attendent/)
  assert.doesNotMatch(text, /Outil 100/)
})
/** The `n`th text of a visitor, waiting. */
function sendsOffer(title: string, n: number): void {
  const [piece = '', id = ''] = ['f', 'p'].map(letter => letter + String(n).padStart(25, '0'))
  const sent = { of: 'offer', piece, state: 'waiting', sentBy: 'visitor' }
  const records = [
    { type: 'offer', id: piece, space: 'home', fields: { title, mode: 'lend' } },
    { type: 'proposal', id, space: 'home', fields: sent },
  ]
  box.done('plain.bring', { records: JSON.stringify(records) })
}

test('what a person owns in a brick put away is still theirs to take and to withdraw', {
  skip: lackingBrick('offers') || lackingBrick('members'),
}, async () => {
  const nadia = await box.member('Nadia')
  await nadia.post('/annonces/proposer', { title: 'prête une scie', reachBy: 'word' })
  await put(box, 'ranger', 'offers')
  assert.match((await nadia.get('/moi/tout.json')).body, /prête une scie/)
  assert.match((await nadia.get('/moi/ecrits')).text, /prête une scie/)
})

test('only the keeper puts a brick away, and only one that can rest', async () => {
  const { status } = await box.visitor().post('/tenir/briques/ranger', { brick: resting[0]! })
  assert.notEqual(status, 303)
  await put(box, 'ranger', 'members')
  await put(box, 'ranger', 'nothing')
  assert.equal((await box.keeper.get('/habitants')).status, 200)
  for (const name of ['directory', 'members', 'privacy', 'box', 'sync'])
    assert.ok(!resting.includes(name), name)
})

test('the page of bricks counts things as people do, and says nothing of none', {
  skip: lackingBrick('agenda') || lackingBrick('harvest'),
}, async () => {
  const event = box.bring('event', { title: 'Café', startsOn: '2026-12-12' })
  box.bring('event-part', { event, kind: 'post', title: 'la buvette' })
  const { text } = await box.keeper.get('/tenir/briques')
  assert.match(text, /L’agenda [^.]*\. Une chose y est écrite/)
  assert.doesNotMatch(text, /Rien n’y est écrit|Ce qui est sorti/)
})
