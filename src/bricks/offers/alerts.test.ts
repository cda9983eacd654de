import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { fade } from '../../engine/forgetting/fading.ts'

const ALERTS = '/annonces/prevenir'
const asks = (asked: string): string => `${ALERTS}?dit=${encodeURIComponent(asked)}`
const known = (body: string): string => /name="known" value="([^"]*)"/.exec(body)?.[1] ?? ''
const offers = (box: TestBox, who: Member, title: string): Promise<string> =>
  box.leadsTo(who, '/annonces/proposer', { title, reachBy: 'word', accord: 'voisins' })
const leave = async (
  box: TestBox,
  who: Member,
  asked: string,
  more: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const form = await who.get(asks(asked))
  assert.match(form.body, new RegExp(`value="${asked}"`))
  await box.doneBy(who, ALERTS, { asked, known: known(form.body), ...more })
}

test('whoever searched leaves the words, and is told once something answers, not what did', async () => {
  using box = testBox()
  box.territory()
  const [nadia, karim] = [await box.member('Nadia'), await box.member('Karim')]
  await offers(box, karim, 'je prête une débroussailleuse')
  const search = await nadia.get('/chercher?q=d%C3%A9broussailleuse')
  assert.match(search.text, /Me prévenir/)
  await leave(box, nadia, 'débroussailleuse')
  assert.doesNotMatch((await nadia.get('/moi')).text, /ce que vous cherchez/)
  const path = await offers(box, karim, 'je loue ma débroussailleuse à fil')
  const { text, body } = await nadia.get('/moi')
  assert.match(text, /cela peut répondre à ce que vous cherchez, « débroussailleuse »/)
  assert.ok(body.includes(`href="${path}`), path)
  assert.match((await nadia.get('/')).text, /ce que vous cherchez/)
  // Nobody else reads it, the keeper neither.
  for (const other of [karim, box.visitor(), box.keeper])
    for (const page of ['/', '/annonces', '/chercher?q=débroussailleuse', ALERTS, '/tenir'])
      assert.doesNotMatch((await other.get(page)).text, /vous cherchez, « débr/)
  const list = await nadia.get(ALERTS)
  assert.match(list.text, /débroussailleuse 2 réponses · gardé jusqu’au 6 mars/)
  const id = /name="id" value="([0-9a-z]{26})"/.exec(list.body)?.[1] ?? ''
  const others = await karim.post(`${ALERTS}/finir`, { id })
  assert.notEqual(others.status, 303)
  await box.doneBy(nadia, `${ALERTS}/finir`, { id })
  assert.doesNotMatch((await nadia.get('/moi')).text, /ce que vous cherchez/)
  assert.deepEqual(box.faults, [])
})

test('whoever left words is told of nothing that their search leaves out', async () => {
  using box = testBox()
  box.territory()
  const [nadia, karim] = [await box.member('Nadia'), await box.member('Karim')]
  await leave(box, nadia, 'piste de ski')
  await leave(box, nadia, 'vélo en panne')
  await leave(box, nadia, 'mes papiers')
  const drawing = await offers(box, karim, 'je donne du papier à dessin')
  await offers(box, karim, 'je prête des skis')
  await offers(box, karim, 'je prête un vélo')
  assert.doesNotMatch((await nadia.get('/moi')).text, /ce que vous cherchez/)
  assert.match((await nadia.get(ALERTS)).text, /mes papiers rien encore/)
  assert.ok(!known((await nadia.get(asks('mes papiers'))).body).includes(drawing.slice(-26)))
  await offers(box, karim, 'je répare les vélos')
  assert.match((await nadia.get('/moi')).text, /ce que vous cherchez, « vélo en panne »/)
  assert.deepEqual(box.faults, [])
})

test('a visitor is told on a ticket, and takes the words back there', async () => {
  using box = testBox()
  box.territory()
  const karim = await box.member('Karim')
  const visitor = box.visitor()
  const form = await visitor.get(asks('aller à Boën'))
  assert.match(form.text, /un mot et quatre chiffres/)
  assert.doesNotMatch(form.text, /papier/)
  const ticket = await box.leadsTo(visitor, ALERTS, { asked: 'aller à Boën' })
  assert.match(ticket, /^\/billet\//)
  const before = await visitor.get(ticket)
  assert.match(before.text, /ce billet dit ce qui y répond/)
  assert.match(before.text, /gardé jusqu’au 6 mars/)
  await offers(box, karim, 'je descends à Boën chaque mardi à 8 h, 2 places')
  assert.match((await visitor.get(ticket)).text, /descends à Boën.*cela répond à ce que vous/)
  const mend = await visitor.get(`${ticket}/corriger`)
  assert.match(mend.text, /Ce que vous cherchez/)
  assert.doesNotMatch(mend.text, /Votre correction sera lue/)
  await box.doneBy(visitor, `${ticket}/reprendre`)
  assert.doesNotMatch((await visitor.get(ticket)).text, /descends à Boën/)
  assert.equal(box.read.all('SELECT id FROM search_alert_home WHERE removed IS NOT 1').length, 0)
  assert.deepEqual(box.faults, [])
})

test('ten of one person at most; the same words are kept longer, and said to end', async () => {
  using box = testBox()
  box.territory()
  const nadia = await box.member('Nadia')
  for (let n = 0; n < 10; n++) await leave(box, nadia, `chose ${'abcdefghij'[n]}`)
  const more = await nadia.post(ALERTS, { asked: 'une de trop' })
  assert.match(more.text, /Vous en avez 10 déjà/)
  box.later(88 * 86_400_000)
  const back = await box.memberOf(nadia.id)
  assert.match((await back.get('/')).text, /recherches s’efface après le 6 mars/)
  await leave(box, back, 'chose a')
  assert.match((await back.get(ALERTS)).text, /chose a rien encore · gardé jusqu’au 2 juin/)
  assert.equal(box.read.all('SELECT id FROM search_alert_home WHERE removed IS NOT 1').length, 10)
})

test('over http, where anybody near listens, the words are told nobody', async () => {
  using box = testBox()
  box.territory()
  const [nadia, karim] = [await box.member('Nadia'), await box.member('Karim')]
  await leave(box, nadia, 'débroussailleuse')
  await offers(box, karim, 'je prête ma débroussailleuse')
  const heard = await box.memberOf(nadia.id, 'wifi')
  const home = await heard.get('/')
  assert.match(home.text, /quelque chose répond à ce que vous cherchez/)
  assert.doesNotMatch(home.text, /vous cherchez, «/)
  assert.doesNotMatch((await heard.get(ALERTS)).text, /débroussailleuse/)
  const stranger = box.visitor('wifi')
  const ticket = await box.leadsTo(stranger, ALERTS, { asked: 'zwynbroussailleuse' })
  assert.doesNotMatch((await stranger.get(ticket)).text, /zwynbrou/)
  assert.deepEqual(box.faults, [])
})

test('it goes by itself after three months of the box, and with its person', async () => {
  using box = testBox()
  box.territory()
  const [nadia, karim] = [await box.member('Nadia'), await box.member('Karim')]
  await leave(box, nadia, 'zwyn débroussailleuse')
  const mine = await nadia.get('/moi/tout.json')
  assert.match(mine.body, /zwyn débroussailleuse/)
  assert.doesNotMatch((await karim.get('/moi/tout.json')).body, /zwyn/)
  await leave(box, karim, 'zwyn remorque')
  await box.doneBy(nadia, '/moi/oublier', { sure: '1' })
  const left = () => JSON.stringify(box.read.all('SELECT asked FROM search_alert_home'))
  assert.doesNotMatch(left(), /débroussailleuse/)
  assert.match(left(), /remorque/)
  box.later(90 * 86_400_000)
  fade(box.engine, box)
  assert.match(left(), /remorque/)
  box.later(2 * 86_400_000)
  fade(box.engine, box)
  assert.doesNotMatch(left(), /remorque/)
})

test('a strip of paper tells it to whoever agreed, and to nobody else', async () => {
  using box = testBox()
  box.territory()
  const [nadia, karim] = [await box.member('Nadia'), await box.member('Karim')]
  await leave(box, nadia, 'débroussailleuse', { onPaper: 'yes' })
  await leave(box, karim, 'remorque')
  const zoe = await box.member('Zoé')
  await offers(box, zoe, 'je prête une débroussailleuse')
  await offers(box, zoe, 'je prête une remorque')
  assert.match((await karim.get('/moi')).text, /ce que vous cherchez, « remorque »/)
  const paper = JSON.stringify(box.paper('ce-qui-attend', undefined, { by: 'keeper' }))
  assert.match(paper, /Nadia/)
  assert.match(paper, /que vous cherchez, «.débroussailleuse.»/)
  assert.doesNotMatch(paper, /remorque/)
})
