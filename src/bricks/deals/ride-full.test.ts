import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { relayIn } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A ride that is full: who waits is told, and its driver alone gives a seat that there is not. */

const DAY = '2026-12-10 08:00'
let box: TestBox
let odile: Member
let ride: string
const then = (...of: Parameters<TestBox['leadsTo']>) => box.leadsTo(...of)
const asks = (who: Browser, more: Readonly<Record<string, string>> = {}) =>
  then(who, '/arrangements/interet', { annonce: ride, day: DAY, ...more })
beforeEach(async () => {
  box = testBox()
  box.territory()
  odile = await box.member('Odile')
  const sent = {
    reachBy: 'word',
    accord: 'ici',
    title: 'je descends à Montbrison tous les jeudis à 8 h, deux places',
  }
  ride = /[0-9a-z]{26}/.exec(await then(odile, '/annonces/proposer', sent))![0]
})

test('who waits for an answer reads that it is full, by screen, ticket and slip', async () => {
  const [karim, suzanne] = [await box.member('Karim'), await box.member('Suzanne')]
  const { who: hugo, id: relay } = await relayIn(box, 'Hugo', { when: 'le mardi' })
  await hugo.post('/habitants/accueillir', { name: 'Lucienne', how: 'relay', relay })
  const [known] = box.read.all("SELECT id FROM member_home WHERE name = 'Lucienne'")
  const his = await asks(karim)
  await then(odile, `${his}/repondre`, { says: 'yes' })
  const hers = await asks(suzanne)
  const carried = await asks(hugo, { for: String(known!['id']) })
  const ticket = await asks(box.visitor(), { firstName: 'Nora', reach: '04 77 24 11 22' })
  const talk = await then(await box.member('Zoé'), '/arrangements/interet', { annonce: ride })
  const page = await odile.get(`/annonces/${ride}`)
  const sent = await odile.fill(page, '/arrangements/trajet-complet', {})
  assert.equal(sent.status, 303, sent.text)
  assert.match((await odile.get(sent.location)).text, /celles qui attendaient, que c’est complet/)
  for (const text of [
    (await suzanne.get(hers)).text,
    (await suzanne.get('/')).text,
    (await hugo.get(carried)).text,
    (await hugo.get('/mes-mots')).text,
    (await box.visitor().get(ticket)).text,
    (await odile.get(talk)).text,
  ])
    assert.match(text, /C’est complet, désolé/)
  for (const text of [(await suzanne.get(hers)).text, (await box.visitor().get(ticket)).text])
    assert.doesNotMatch(text, /on attend|s’il se fait encore|a fermé son annonce|plus assez/)
  assert.doesNotMatch((await odile.get('/')).text, /attend votre réponse|compte sur vous/)
  assert.match((await karim.get(his)).text, /Je ne prends plus personne\. Ce qui est convenu tient/)
  assert.doesNotMatch((await karim.get(his)).text, /C’est complet, désolé/)
  assert.deepEqual(box.faults, [])
})

/** Three who were proposed a seat by the driver, two of whom took the two seats. */
async function twoOfThree() {
  const [karim, suzanne] = [await box.member('Karim'), await box.member('Suzanne')]
  const when = 'jeudi 10 décembre, 8 h'
  const proposed = async (who: Browser, more: Readonly<Record<string, string>> = {}) => {
    const page = await then(who, '/arrangements/interet', { annonce: ride, ...more })
    const [deal] = box.read.all('SELECT max(id) AS id FROM deal_home')
    const at = `/arrangements/${String(deal!['id'])}`
    await then(odile, `${at}/proposer`, { when })
    return { at, page }
  }
  const [his, hers] = [await proposed(karim), await proposed(suzanne)]
  const nora = await proposed(box.visitor(), { firstName: 'Nora', reach: '04 77 24 11 22' })
  await then(karim, `${his.at}/repondre`, { says: 'yes' })
  await then(suzanne, `${hers.at}/repondre`, { says: 'yes' })
  return nora
}

test('a yes to a ride that is full is not given blindly: its driver says it first', async () => {
  const { at, page } = await twoOfThree()
  const nora = box.visitor()
  const full = await nora.get(page)
  assert.match(full.text, /C’est complet\s: c’est à Odile de dire s’il reste une place pour vous/)
  assert.doesNotMatch(full.body, /name="says"\s+value="yes"/)
  assert.doesNotMatch(full.text, /Retirer ma proposition/)
  const blind = await nora.post(`${page}/repondre`, { says: 'yes', from: page })
  assert.equal(blind.status, 422)
  assert.match(blind.text, /C’est complet/)
  assert.doesNotMatch((await odile.get('/')).text, /Nora.{0,40}(?:attend|d’accord)/)
  const asked = await nora.fill(
    full,
    `${page}/repondre`,
    {},
    form => form.fields['says']?.includes('other') === true,
  )
  assert.equal(asked.status, 303, asked.text)
  assert.match((await odile.get('/')).text, /Nora.*attend votre réponse/)
  assert.match((await odile.get(at)).text, /plus assez de places/)
  box.later(1_000)
  const yes = await odile.post(`${at}/repondre`, { says: 'yes' })
  const told = /3 personnes comptent sur ce trajet, pour 2 places/
  assert.match((await odile.get(yes.location)).text, told)
  assert.match((await odile.get(at)).text, /Attention\s: 3 personnes pour 2 places/)
  assert.doesNotMatch((await nora.get(page)).text, /3 personnes/)
  assert.deepEqual(box.faults, [])
})

test('a driver whose ride has one more than its seats reads it in the news, until one leaves', async () => {
  const { at, page } = await twoOfThree()
  const nora = box.visitor()
  const [row] = box.read.all("SELECT id FROM deal_home WHERE state = 'agreed' ORDER BY id LIMIT 1")
  const other = `/arrangements/${String(row!['id'])}`
  await then(odile, `${other}/repondre`, { says: 'not' })
  await then(nora, `${page}/repondre`, { says: 'yes' })
  assert.doesNotMatch((await odile.get('/')).text, /personnes pour/)
  await then(odile, `${other}/revenir`)
  for (const text of [(await odile.get('/')).text, (await odile.get(at)).text])
    assert.match(text, /3 personnes pour 2 places/)
  assert.doesNotMatch((await nora.get(page)).text, /personnes pour/)
  await then(nora, `${page}/repondre`, { says: 'not' })
  assert.doesNotMatch((await odile.get('/')).text, /personnes pour/)
  assert.deepEqual(box.faults, [])
})
