import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../../tests/support/browser.ts'
import { showWaiting } from '../../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'

/** What happens to what a member wrote is told them until they say that they saw it. */

let box: TestBox
let elodie: Browser
let near: Browser
const home = async (who: Browser): Promise<string> => (await who.get('/')).text
const saw = async (): Promise<void> => {
  const page = await elodie.get('/moi')
  const news = [...page.body.matchAll(/name="news" value="([^"]+)"/g)].map(found => found[1]!)
  assert.ok(news.length > 0)
  assert.equal((await elodie.post('/moi/nouvelles/vues', { news, from: '/moi' })).status, 303)
}
beforeEach(async () => {
  box = testBox()
  box.territory()
  const id = box.welcome({ name: 'Élodie' })
  elodie = await box.memberOf(id)
  near = await box.memberOf(id, 'wifi')
})

test(
  'one’s notice that was not shown, taken off, or said to be true no more is told until it ' +
    'was seen; over http, without its words',
  async () => {
    await elodie.post('/annonces/proposer', {
      title: 'prête un canari',
      reachBy: 'word',
      accord: 'ici',
    })
    const id = String(box.read.all('SELECT id FROM offer')[0]!['id'])
    await box.keeper.post('/a-confirmer/confirmer', {
      about: id,
      says: 'gone',
      said: 'il est parti',
      from: '/a-confirmer',
    })
    assert.match(await home(elodie), /on dit que « Élodie\s: “prête un canari” » n’est plus vrai/)
    assert.match(await home(near), /on dit qu’une de vos annonces n’est plus vraie/)
    await saw()
    assert.doesNotMatch(await home(elodie), /on dit que/)
    await box.keeper.post('/annonces/cacher', { id, why: 'deux fois', from: `/annonces/${id}` })
    assert.match(await home(elodie), /« Élodie\s: “prête un canari” » n’est plus sur la page/)
    assert.match((await elodie.get('/moi')).text, /deux fois/)
    await saw()
    assert.doesNotMatch(await home(elodie), /plus sur la page/)
    await elodie.post('/annonces/proposer', {
      title: 'prête un râteau',
      reachBy: 'word',
      accord: 'voisins',
    })
    const wide = String(box.read.all("SELECT id FROM offer WHERE title LIKE '%râteau%'")[0]!['id'])
    assert.ok(box.turn('plain.remove', { type: 'offer', id: wide }).done)
    assert.match(await home(elodie), /« Élodie\s: “prête un râteau” » n’est plus sur la page/)
    await saw()
    await elodie.post('/annonces/proposer', {
      title: 'vend à Paul, 06 71 99 88 77',
      reachBy: 'word',
      accord: 'voisins',
    })
    await box.keeper.post('/a-montrer/laisser', {
      id: String(box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting'")[0]!['id']),
    })
    assert.match(await home(elodie), /n’a pas été affiché/)
    assert.doesNotMatch(await home(near), /canari|Paul/)
    await saw()
    assert.doesNotMatch(await home(elodie), /affiché/)
  },
)

test('that enough people are in is told to those who are in, until they saw it', async () => {
  const idea = box.bring('idea', { title: 'Café de réparation', state: 'open', threshold: 2 })
  await elodie.post(`/repondre/${idea}`, { answer: 'in', from: `/repondre/${idea}` })
  assert.doesNotMatch(await home(elodie), /le compte y est/)
  const paul = await box.member('Paul')
  await paul.post(`/repondre/${idea}`, { answer: 'in', from: `/repondre/${idea}` })
  assert.match(await home(elodie), /le compte y est pour « Café de réparation »/)
  await saw()
  assert.doesNotMatch(await home(elodie), /le compte y est pour/)
  assert.match(await home(paul), /le compte y est pour/)
})

test('that a notice which waited is shown is told its author, and that a correction of it is not', async () => {
  const sent = await elodie.post('/annonces/proposer', {
    title: 'vend à Paul, 06 71 99 88 77',
    reachBy: 'word',
    accord: 'voisins',
  })
  assert.equal(sent.status, 303)
  assert.equal((await showWaiting(box)).status, 303)
  assert.match(await home(elodie), /« Élodie.*vend à Paul.*» est affiché/)
  assert.match(await home(near), /une de vos annonces est affichée/)
  await saw()
  assert.doesNotMatch(await home(elodie), /est affiché/)
  const [shown] = box.read.all('SELECT id FROM offer')
  const piece = box.bring('offer', { title: 'Élodie vend à Zoé' }, 'home')
  const me = String(
    box.read.all('SELECT author FROM offer_home WHERE id = ?', String(shown!['id']))[0]!['author'],
  )
  box.bring('proposal', {
    of: 'offer',
    piece,
    sentBy: 'member',
    writer: me,
    changes: String(shown!['id']),
    state: 'refused',
  })
  assert.match(await home(elodie), /la correction de « Élodie.*vend à Paul.*» n’a pas été affichée/)
  await saw()
  assert.doesNotMatch(await home(elodie), /correction de/)
})

test('news that were seen are read again as long as they hold; over http without words', async () => {
  const link = /href="\/moi\/deja-vu"/
  const other = await box.member('Paul')
  await elodie.post('/annonces/proposer', {
    title: 'prête un canari',
    reachBy: 'word',
    accord: 'ici',
  })
  const id = String(box.read.all('SELECT id FROM offer')[0]!['id'])
  await box.keeper.post('/annonces/cacher', { id, why: 'deux fois', from: `/annonces/${id}` })
  assert.doesNotMatch((await elodie.get('/moi')).body, link)
  const none = await elodie.get('/moi/deja-vu')
  assert.doesNotMatch(none.text, /plus sur la page/)
  assert.doesNotMatch(none.body, /<ul><\/ul>/, 'no empty list is heard')
  await saw()
  assert.match((await elodie.get('/moi')).body, link)
  const again = (await elodie.get('/moi/deja-vu')).text
  assert.match(again, /« Élodie\s: “prête un canari” » n’est plus sur la page/)
  assert.doesNotMatch((await near.get('/moi/deja-vu')).text, /canari/)
  for (const who of [other, box.visitor(), box.keeper])
    assert.doesNotMatch((await who.get('/moi/deja-vu')).text, /canari/)
  assert.deepEqual(box.faults, [])
})
