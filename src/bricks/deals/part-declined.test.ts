import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { sentNotice } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { givenBy, partOf } from '../../../tests/support/part-sides.ts'
import { showWaiting } from '../../../tests/support/show-sent.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { deal } from './model/records.ts'

/** The person of a notice says to each who takes some: *d'accord*, or *pas cette fois*. */

let box: TestBox
let rosa: Member
let nadia: Member
let notice = ''
beforeEach(async () => {
  box = testBox()
  box.territory()
  rosa = await box.member('Rosa')
  nadia = await box.member('Nadia')
  notice = await givenBy(box, rosa)
})
const post = (...of: Parameters<TestBox['leadsTo']>) => box.leadsTo(...of)
const page = async (who: Pick<Browser, 'get'>, path = `/annonces/${notice}`): Promise<string> =>
  (await who.get(path)).text
const take = (who: Browser, combien: string, more: Readonly<Record<string, string>> = {}) =>
  post(who, `/repondre/${notice}`, { combien, ...more })
const threads = () => box.engine.read.list(deal, { order: 'id' }, 'home')
// Ids of one millisecond come in any order.
const say = (act: string, name: string) => {
  box.later(1_000)
  return post(rosa, `/arrangements/part/${act}`, { annonce: notice, part: partOf(box, name) })
}

test('a part that is declined counts no more, stands in no list, and is told; it may count after all', async () => {
  await take(nadia, '100 kg')
  const { id } = threads()[0]!
  await post(rosa, `/arrangements/${id}/proposer`, { when: 'samedi 22 h' })
  await post(nadia, `/arrangements/${id}/repondre`, { says: 'yes' })
  await say('pas-cette-fois', 'Nadia')
  assert.match(await page(box.visitor()), /Pris : 0 kg sur 400 kg\. Il en reste 400 kg\./)
  assert.doesNotMatch(await page(box.visitor()), /Nadia/)
  assert.match(
    await page(nadia, '/'),
    /Rosa.*ça ne (?:se fait|s’est) pas.*« Pas cette fois, pour 100 kg\. »/i,
  )
  const thread = await page(nadia, `/arrangements/${id}`)
  assert.doesNotMatch(thread, /Convenu\.|Part : |reste comptée/)
  assert.match(await page(nadia), /Pas cette fois, pour 100 kg : ce n’est pas compté/)
  assert.doesNotMatch(await page(nadia), /Finalement, oui/)
  box.later(1_000)
  await rosa.fill(await rosa.get(`/annonces/${notice}`), '/arrangements/part/finalement', {})
  assert.match(await page(box.visitor()), /Pris : 100 kg.*Nadia : 100 kg/)
  assert.match(await page(nadia, `/arrangements/${id}`), /Finalement, c’est d’accord pour 100 kg/)
})

test('who was declined may ask for less: the new part counts, the old one does not', async () => {
  await take(nadia, '300 kg')
  await say('pas-cette-fois', 'Nadia')
  await take(nadia, '50 kg')
  assert.match(await page(box.visitor()), /Pris : 50 kg sur 400 kg.*Nadia : 50 kg/)
  assert.equal(threads().length, 1)
  const thread = await page(rosa, `/arrangements/${threads()[0]!.id}`)
  assert.match(thread, /Part : 50 kg\./)
  assert.doesNotMatch(thread, /je n’en prends pas/)
  const own = await page(rosa)
  assert.match(
    own,
    /Nadia : 50 kg · Écrire à Nadia D’accord pour 50 kg Pas cette fois pour 50 kg/,
    'asked anew',
  )
  assert.doesNotMatch(own, /Finalement, oui|300 kg/, 'the old refusal is over')
  await say('d-accord', 'Nadia')
  assert.doesNotMatch(await page(rosa), /Nadia D’accord/)
  assert.equal(box.read.all('SELECT id FROM response WHERE removed IS NOT 1').length, 1)
})

test('*d’accord* is one word, once; each button says whose part it answers', async () => {
  await take(nadia, '20 kg')
  const before = await rosa.get(`/annonces/${notice}`)
  assert.match(before.body, /aria-label="D’accord pour 20\skg\s: Nadia"/)
  assert.match(before.body, /aria-label="Pas cette fois pour 20\skg\s: Nadia"/)
  box.later(1_000)
  await rosa.fill(before, '/arrangements/part/d-accord', {})
  assert.match(await page(nadia, '/'), /Rosa vous écrit.*« D’accord pour 20 kg\. »/)
  const after = await rosa.get(`/annonces/${notice}`)
  assert.doesNotMatch(after.body, /part\/d-accord/)
  assert.match(after.body, /part\/pas-cette-fois/)
  assert.doesNotMatch(after.text, /C’est fini, retirer des listes/, '*c’est complet* is its act')
})

test('a visitor’s part is declined before it is shown, and stays so when it is', async () => {
  const zoe = box.visitor()
  const at = await take(zoe, '100 kg', { firstName: 'Zoé', reach: 'au four' })
  assert.match(await page(rosa), /Zoé : 100 kg · pas encore affiché/)
  for (const who of [nadia, box.visitor(), await box.memberOf(rosa.id, 'wifi')])
    assert.doesNotMatch(await page(who), /Zoé/)
  await say('pas-cette-fois', 'Zoé')
  assert.match(await page(box.visitor()), /Pris : 0 kg sur 400 kg\. Il en reste 400 kg\./)
  assert.match(await page(zoe, at), /Pas cette fois : cette part n’est pas comptée/)
  assert.match(
    await page(rosa),
    /À qui la réponse est non Zoé : 100 kg Finalement, oui pour 100 kg/,
  )
  await showWaiting(box)
  assert.match(await page(box.visitor()), /Pris : 0 kg sur 400 kg\. Il en reste 400 kg\./)
  assert.doesNotMatch(await page(box.visitor()), /Zoé/)
})

test('nobody else declines a part, and no part of another notice', async () => {
  await take(nadia, '20 kg')
  const fields = { annonce: notice, part: partOf(box, 'Nadia'), from: `/annonces/${notice}` }
  const paul = await box.member('Paul')
  for (const act of ['pas-cette-fois', 'finalement', 'd-accord'])
    for (const who of [paul, nadia, box.keeper])
      assert.notEqual((await who.post(`/arrangements/part/${act}`, fields)).status, 303, act)
  const other = box.bring('offer', { title: 'Paul donne du bois', who: 'Paul', amount: '3 stères' })
  const elsewhere = { ...fields, annonce: other }
  assert.notEqual((await box.keeper.post('/arrangements/part/d-accord', elsewhere)).status, 303)
  assert.match(await page(box.visitor()), /Pris : 20 kg/)
})

test('a visitor’s ticket answers a part of its own notice, shown or waiting, and no other', async () => {
  const given = { title: 'donne du bois', amount: '400 kg', mode: 'give', who: 'Léa' }
  const way = { reachBy: 'word', foundAt: 'au four' }
  const {
    by: lea,
    at,
    notice: wood,
  } = await sentNotice(box, { ...given, ...way }, '/annonces/proposer')
  const rosas = notice
  notice = wood
  const zoe = box.visitor()
  const her = await take(zoe, '100 kg', { firstName: 'Zoé', reach: 'au four' })
  assert.match(
    await page(lea, at),
    /Part : 100 kg\..*D’accord pour 100 kg Pas cette fois pour 100 kg/,
  )
  assert.doesNotMatch(await page(zoe, her), /D’accord pour 100 kg Pas/)
  assert.doesNotMatch(await page(box.visitor('wifi'), at), /Pas cette fois/)
  box.later(1_000)
  await lea.fill(await lea.get(at), `${at}/pas-cette-fois`, {})
  assert.match(await page(zoe, her), /Pas cette fois : cette part n’est pas comptée/)
  assert.match(await page(lea, at), /Finalement, oui.*Pas cette fois, pour 100 kg\./)
  await showWaiting(box)
  assert.match(await page(box.visitor()), /Pris : 0 kg sur 400 kg\. Il en reste 400 kg\./)
  box.later(1_000)
  await lea.fill(await lea.get(at), `${at}/finalement`, {})
  assert.match(await page(box.visitor()), /Pris : 100 kg sur 400 kg/)
  const [thread] = threads()
  const of = { id: thread!.id, part: thread!.responses![0]!, from: at }
  for (const act of ['pas-cette-fois', 'finalement', 'd-accord'])
    assert.notEqual((await zoe.post(`${her}/${act}`, { ...of, from: her })).status, 303, act)
  const taken = notice
  notice = rosas
  await take(nadia, '20 kg')
  const other = threads().find(({ about }) => about?.includes(rosas))!
  const stray = { id: other.id, part: partOf(box, 'Nadia'), annonce: taken, from: at }
  assert.notEqual((await lea.post(`${at}/pas-cette-fois`, stray)).status, 303)
  const mixed = { ...stray, id: thread!.id }
  assert.notEqual((await lea.post(`${at}/pas-cette-fois`, mixed)).status, 303)
  assert.match(await page(box.visitor()), /Pris : 20 kg/)
  assert.deepEqual(box.faults, [])
})

test('the keeper answers for who has no card; it goes on paper with the word', async () => {
  notice = box.bring('offer', {
    ...{ title: 'Simone donne du foin', who: 'Simone', reach: 'au bar', state: 'firm' },
    ...{ mode: 'give', amount: '400 kg' },
  })
  await take(nadia, '20 kg')
  await post(box.keeper, '/arrangements/part/pas-cette-fois', {
    ...{ annonce: notice, part: partOf(box, 'Nadia') },
  })
  assert.match(await page(nadia, '/'), /Simone vous écrit.*« Pas cette fois, pour 20 kg\. »/)
  assert.match(await page(box.visitor()), /Pris : 0 kg/)
})

test('the thread to which the news leads has the answers to a part, and each leads back to it', async () => {
  await take(nadia, '100 kg')
  const at = `/arrangements/${threads()[0]!.id}`
  assert.match((await rosa.get('/')).body, new RegExp(`Pour vous[\\s\\S]*href="${at}"`))
  const answer = async (act: string): Promise<string> => {
    box.later(1_000)
    const { location } = await rosa.fill(await rosa.get(at), `/arrangements/part/${act}`, {})
    assert.equal(location.split('?')[0], at)
    return page(rosa, at)
  }
  await answer('d-accord')
  assert.doesNotMatch((await rosa.get(at)).body, /part\/d-accord/, 'once')
  assert.match(await page(nadia, '/'), /Rosa vous écrit.*« D’accord pour 100 kg\. »/)
  assert.match(await answer('pas-cette-fois'), /Finalement, oui/)
  assert.match(await page(box.visitor()), /Pris : 0 kg/)
  assert.match(await answer('finalement'), /Part : 100 kg\..*Pas cette fois pour 100 kg/)
  assert.match(await page(box.visitor()), /Pris : 100 kg/)
  for (const who of [nadia, box.keeper, await box.memberOf(rosa.id, 'wifi')])
    assert.doesNotMatch((await who.get(at)).body, /arrangements\/part/)
})

test('a visitor’s part is answered in the thread before it is shown, and after', async () => {
  const zoe = box.visitor()
  const ticket = await take(zoe, '100 kg', { firstName: 'Zoé', reach: 'au four' })
  const at = `/arrangements/${threads()[0]!.id}`
  const answer = async (act: string) =>
    rosa.fill(await rosa.get(at), `/arrangements/part/${act}`, {})
  await answer('pas-cette-fois')
  box.later(1_000)
  await answer('finalement')
  await showWaiting(box)
  assert.match(await page(box.visitor()), /Pris : 100 kg/)
  box.later(1_000)
  await answer('pas-cette-fois')
  assert.match(await page(box.visitor()), /Pris : 0 kg/)
  assert.match(await page(zoe, ticket), /Pas cette fois : cette part n’est pas comptée/)
})

test('whom the answer to a part goes to by telephone is to be called with it', async () => {
  const visitor = box.visitor()
  const more = { firstName: 'Yanis', phone: '06 39 98 00 11', reach: '06 39 98 00 11' }
  await take(visitor, '100 kg', more)
  assert.doesNotMatch(await page(rosa, '/'), /appelez/i)
  await say('d-accord', 'Yanis')
  const line = /appelez Yanis, 06\s39\s98\s00\s11 : dites-lui : « D’accord pour 100 kg\. »/i
  assert.match(await page(rosa, '/'), line)
})
