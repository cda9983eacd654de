import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** Corrections of a member: what waits, what shows, what they took back, what the keeper reads. */

const skip = lacking('member') || lacking('offer') || lacking('response')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
let box: TestBox
let henri: Member
let idea = ''
const written = async () => (await henri.get('/moi/ecrits')).text
const toRead = async () => (await box.keeper.get('/a-montrer')).text
const keepersHome = async () => (await box.keeper.get('/')).text
const shows = async () => box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
const only = (sql: string): string => String(box.read.all(sql)[0]?.['id'])
const NONE = /Rien n’attend/

beforeEach(async () => {
  if (skip) return
  box = testBox()
  henri = await box.member('Henri')
  idea = box.bring('idea', { title: 'un four partagé', state: 'open' })
})

/** What Henri notes for Fernande shows, and his correction of it waits. */
async function notedForFernande(): Promise<string> {
  const said = { answer: 'help', saying: 'pétrir', firstName: 'Fernande', pour: 'Fernande' }
  await henri.post(`/repondre/${idea}`, said)
  await shows()
  const id = only('SELECT id FROM response')
  const page = await henri.get(`/moi/corriger/response/${id}`)
  assert.equal((await henri.fill(page, '/moi/corriger', { saying: 'balayer' })).status, 303)
  return id
}

test('of what a member noted, the list says for whom, and to what', async () => {
  await notedForFernande()
  assert.match(await written(), /pétrir réponse · un four partagé ?, pour Fernande ?, le/)
  assert.equal((await written()).match(/pétrir/g)?.length, 1, 'one line each')
  assert.match(
    await written(),
    /balayer correction : réponse · un four partagé ?, pour Fernande ?, le/,
  )
})

test('what a member took back with its correction waits for the keeper no more, nor is counted', async () => {
  const id = await notedForFernande()
  assert.match(await keepersHome(), /à lire : 1 réponse/)
  await henri.post('/moi/retirer', { type: 'response', id })
  assert.doesNotMatch(await keepersHome(), /à lire/)
  assert.match(await toRead(), NONE)
  assert.doesNotMatch((await box.visitor().get(`/idees/idee/${idea}`)).text, /Fernande/)
})

test('a correction that its author took back is counted no more, and what shows stays', async () => {
  await notedForFernande()
  const piece = only("SELECT piece AS id FROM proposal_home WHERE state = 'waiting'")
  await henri.post('/moi/retirer', { type: 'response', id: piece })
  assert.doesNotMatch(await keepersHome(), /à lire/)
  assert.match(await toRead(), NONE)
  assert.match((await box.visitor().get(`/idees/idee/${idea}`)).text, /Fernande.*pétrir/)
  assert.doesNotMatch(await written(), /balayer|correction/)
})

test('a text that waits is taken back: it is counted no more; put back, it is read', async () => {
  const said = { answer: 'help', saying: 'pétrir', firstName: 'Fernande', pour: 'Fernande' }
  await henri.post(`/repondre/${idea}`, said)
  const id = only('SELECT id FROM response_home')
  await henri.post('/moi/retirer', { type: 'response', id })
  assert.doesNotMatch(await keepersHome(), /à lire/)
  assert.match(await toRead(), NONE)
  await henri.post('/moi/remettre', { type: 'response', id })
  assert.match(await keepersHome(), /à lire/)
  assert.match(await toRead(), /pétrir/)
})

test('a correction that the keeper showed leaves no second line, and is corrected no more', async () => {
  const id = await notedForFernande()
  const piece = only("SELECT piece AS id FROM proposal_home WHERE state = 'waiting'")
  await shows()
  assert.match((await box.visitor().get(`/idees/idee/${idea}`)).text, /Fernande.*balayer/)
  assert.equal((await written()).match(/balayer/g)?.length, 1)
  const again = { type: 'response', id: piece, saying: 'chanter' }
  assert.equal((await henri.post('/moi/corriger', again)).status, 422)
  assert.doesNotMatch(await keepersHome(), /à lire/)
  const page = await henri.get(`/moi/corriger/response/${id}`)
  assert.equal((await henri.fill(page, '/moi/corriger', { saying: 'chanter' })).status, 303)
  await shows()
  assert.match((await box.visitor().get(`/idees/idee/${idea}`)).text, /Fernande.*chanter/)
})

test('of a notice that names somebody, a change that does not name them waits for nobody', async () => {
  const title = 'Henri propose un tour au marché avec René Bruyas'
  const shown = { title, who: 'Henri', reach: 'au local', state: 'firm', author: henri.id }
  const id = box.bring('offer', shown)
  const correct = async (fields: Readonly<Record<string, string>>) => {
    const page = await henri.get(`/annonces/${id}/modifier`)
    assert.equal((await henri.fill(page, '/moi/corriger', fields)).status, 303)
  }
  await correct({ when: 'le jeudi' })
  assert.match(await toRead(), NONE)
  const notice = async () => (await box.visitor().get(`/annonces/${id}`)).text
  assert.match(await notice(), /René Bruyas.*le jeudi/)
  await correct({ title: 'propose un tour au marché : René Bruyas boit' })
  assert.doesNotMatch(await notice(), /boit/, 'the words that name him are read first')
  assert.match(await toRead(), /boit/)
})
