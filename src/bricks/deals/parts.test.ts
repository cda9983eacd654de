import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import {
  PART_AUTHORS,
  PART_TAKERS,
  partSides,
  partThreadsOf,
} from '../../../tests/support/part-sides.ts'
import { waitingIn } from '../../../tests/support/show-sent.ts'
import type { Member, TestBox } from '../../../tests/support/test-box.ts'

/**
 * *J'en prendrais 20 kg*: who takes some of a notice says so to its person, in the thread of the
 * two (`tests/support/part-sides.ts`).
 */

let box: TestBox
let nadia: Member
let rosa: Member
beforeEach(async () => {
  ;({ box, nadia, rosa } = await partSides())
})
const post = (...of: Parameters<TestBox['leadsTo']>) => box.leadsTo(...of)
const threads = () => partThreadsOf(box)

const sides = () => ({ box, nadia, rosa })
const author = (whose: string) => PART_AUTHORS[whose]!(sides())

for (const whose of Object.keys(PART_AUTHORS))
  for (const [who, taker] of Object.entries(PART_TAKERS))
    test(`a part that a ${who} takes, changes and takes back is told next to a ${whose} author`, async () => {
      const { notice, reads: told, saw } = await author(whose)
      const { name, take, change, back, page } = await taker(sides(), notice)
      await take('20 kg')
      assert.match(await told(), new RegExp(`${name}.*J’en prendrais 20 kg\\.`))
      assert.match(await page(), /J’en prendrais 20 kg\./, 'their own page has the thread')
      assert.equal(threads().length, 1)
      await saw()
      await change('30 kg')
      assert.match(await told(), /J’en prendrais plutôt 30 kg\./)
      await saw()
      await back()
      assert.match(await told(), /Finalement, je n’en prends pas\.|a effacé ce qu’elle avait écrit/)
      assert.equal(threads().length, 1)
      assert.deepEqual(box.faults, [])
    })

test('who said that it interests them and then takes some has one thread', async () => {
  const { notice } = await author('member')
  const thread = await post(nadia, '/arrangements/interet', { annonce: notice, said: 'Sec ?' })
  await post(nadia, `/repondre/${notice}`, { combien: '20 kg', from: `/annonces/${notice}` })
  await post(nadia, '/arrangements/interet', { annonce: notice, said: 'Samedi ?' })
  assert.equal(threads().length, 1)
  assert.match((await rosa.get(thread)).text, /Sec \?.*J’en prendrais 20 kg.*Samedi \?/)
  const page = await rosa.get(`/annonces/${notice}`)
  assert.ok(page.body.includes(`href="${thread}"`), 'the author’s line leads to that thread')
})

test('the two arrange the hand-over there: the visitor’s ticket answers, before it is shown', async () => {
  const { notice, reads } = await author('member')
  const by = box.visitor()
  const at = await post(by, `/repondre/${notice}`, {
    ...{ combien: '20 kg', firstName: 'Zoé', reach: '06 71 22 33 44' },
  })
  assert.match(await reads(), /06 71 22 33 44/)
  const { id } = threads()[0]!
  await post(rosa, `/arrangements/${id}/proposer`, { when: 'samedi 10 h', where: 'à la grange' })
  const page = await by.get(at)
  assert.match(page.text, /samedi 12 décembre, 10\sh · à la grange/)
  const code = /ticket-code"><b>([^<]+)</.exec(page.body)![1]!
  const told = await box.visitor().get(`/billet?${new URLSearchParams({ code })}`)
  assert.match(told.text, /Un moment vous est proposé/)
  await post(by, `${at}/repondre`, { id, says: 'yes', from: at })
  assert.equal(threads()[0]!.state, 'agreed')
  const other = await author('nobody’s')
  await post(nadia, `/repondre/${other.notice}`, { combien: '5 kg' })
  const strange = await by.post(`${at}/mot`, { id: threads()[1]!.id, said: 'à moi', from: at })
  assert.notEqual(strange.status, 303, 'no other thread is theirs')
  await box.keeper.post('/a-montrer/afficher', { id: waitingIn(box) })
  assert.match((await by.get(at)).text, /samedi 12 décembre, 10\sh/, 'shown, it goes on')
  assert.ok((await rosa.get(`/annonces/${notice}`)).body.includes(`href="/arrangements/${id}"`))
})

test('each takes a part: what is agreed with one takes nothing from another, nor closes it', async () => {
  const { notice } = await author('member')
  const paul = await box.member('Paul')
  for (const who of [nadia, paul]) await post(who, `/repondre/${notice}`, { combien: '20 kg' })
  const [first, second] = threads().map(({ id }) => `/arrangements/${id}`)
  for (const thread of [first!, second!])
    await post(rosa, `${thread}/proposer`, { when: 'samedi 10 h' })
  await post(nadia, `${first}/repondre`, { says: 'yes' })
  await post(paul, `${second}/repondre`, { says: 'yes' })
  assert.deepEqual(
    threads().map(({ state }) => state),
    ['agreed', 'agreed'],
  )
  assert.doesNotMatch((await rosa.get(first!)).text, /fermer aussi l’annonce/)
  await post(rosa, `${first}/repondre`, { says: 'done' })
  assert.match((await box.visitor().get(`/annonces/${notice}`)).text, /Il en reste 360.kg/)
})

test('one word, and one moment, to all who take some: each in their own thread', async () => {
  const { notice } = await author('member')
  const paul = await box.member('Paul')
  const page = async () => (await rosa.get(`/annonces/${notice}`)).text
  await post(nadia, `/repondre/${notice}`, { combien: '20 kg' })
  assert.doesNotMatch(await page(), /personnes à la fois/)
  await post(paul, `/repondre/${notice}`, { combien: '20 kg' })
  assert.match(await page(), /Écrire aux 2 personnes à la fois/)
  assert.match(await page(), /À Nadia et Paul\. Chacune le lit/)
  const from = `/annonces/${notice}`
  const none = await rosa.fill(await rosa.get(from), '/arrangements/mot-a-tous', { said: '' })
  assert.match(none.text, /Écrivez une phrase/)
  await post(rosa, '/arrangements/mot-a-tous', { annonce: notice, said: 'Prenez des sacs.', from })
  const when = { when: 'samedi 14 h', where: 'au hangar' }
  await post(rosa, '/arrangements/moment-a-tous', { annonce: notice, ...when, from })
  assert.match(await page(), /déjà proposé, ou convenu, avec Nadia et Paul/)
  for (const [at, who] of [nadia, paul].entries()) {
    const { id, state } = threads()[at]!
    assert.equal(state, 'proposed')
    const read = (await who.get(`/arrangements/${id}`)).text
    assert.match(read, /Prenez des sacs\..*samedi 14 h/)
    assert.doesNotMatch(read, who === nadia ? /Paul/ : /Nadia/)
  }
  await post(paul, `/repondre/${notice}/reprendre`, {})
  assert.doesNotMatch(await page(), /personnes à la fois/, 'who takes none any more is not asked')
  await post(rosa, '/arrangements/mot-a-tous', { annonce: notice, said: 'Pour vous.', from })
  assert.doesNotMatch((await paul.get(`/arrangements/${threads()[1]!.id}`)).text, /Pour vous\./)
  const again = await rosa.post('/arrangements/moment-a-tous', { annonce: notice, ...when, from })
  assert.notEqual(again.status, 303)
  for (const who of [nadia, box.keeper]) {
    const strange = { annonce: notice, said: 'à tous', from }
    assert.notEqual((await who.post('/arrangements/mot-a-tous', strange)).status, 303)
  }
})

test('law 10: who is forgotten takes along what they said to all, and the part that they took', async () => {
  const { notice } = await author('member')
  const from = `/annonces/${notice}`
  const paul = await box.member('Paul')
  for (const who of [nadia, paul])
    await post(who, `/repondre/${notice}`, { combien: 'des zwynsacs', from })
  await post(rosa, '/arrangements/mot-a-tous', { annonce: notice, said: 'zwynmot', from })
  const when = { when: 'zwynjour', where: 'zwynlieu' }
  await post(rosa, '/arrangements/moment-a-tous', { annonce: notice, ...when, from })
  const held = (word: string): boolean =>
    JSON.stringify(box.log.sql.all('SELECT value FROM piece')).includes(word)
  for (const word of ['zwynmot', 'zwynjour', 'zwynlieu', 'zwynsacs']) assert.ok(held(word), word)
  await post(rosa, '/moi/oublier', { yes: '1' })
  for (const word of ['zwynmot', 'zwynjour', 'zwynlieu']) assert.ok(!held(word), word)
  for (const who of [nadia, paul]) await post(who, '/moi/oublier', { yes: '1' })
  assert.ok(!held('zwynsacs'))
})

test('who has no card is found where they said: what the author writes goes there on a slip', async () => {
  const { notice } = await author('member')
  const noted = { combien: '20 kg', firstName: 'Josette', reach: 'au four banal' }
  await post(box.keeper, `/repondre/${notice}`, noted)
  const { id } = threads()[0]!
  assert.match((await rosa.get(`/arrangements/${id}`)).text, /Josette.*au four banal/)
  await post(rosa, `/arrangements/${id}/mot`, { said: 'Passez samedi.' })
  const slips = (await box.keeper.get('/mes-mots')).text
  assert.match(slips, /Josette, au four banal.*Passez samedi\./)
  const answered = { party: '1', says: 'yes', from: `/arrangements/${id}` }
  await post(rosa, `/arrangements/${id}/proposer`, { when: 'samedi 10 h' })
  await post(box.keeper, `/arrangements/${id}/repondre`, answered)
  assert.equal(threads()[0]!.state, 'agreed')
  assert.doesNotMatch((await nadia.get(`/arrangements/${id}`)).text, /four banal/)
})

test('a notice that is full is told to who takes some of it: at their next page, on their ticket', async () => {
  const { notice } = await author('member')
  const by = box.visitor()
  const who = { combien: '5 kg', firstName: 'Zoé', reach: 'au four' }
  await post(nadia, `/repondre/${notice}`, { combien: '20 kg' })
  const at = await post(by, `/repondre/${notice}`, who)
  await post(rosa, '/annonces/fermer', { id: notice })
  const full = (amount: string): RegExp =>
    new RegExp(`Rosa : c’est complet \\(« donne du foin »\\) ; part comptée : ${amount}`)
  assert.match((await nadia.get('/')).text, full('20 kg'))
  assert.match((await by.get(at)).text, full('5 kg'))
  const heard = await box.memberOf(nadia.id, 'wifi')
  assert.doesNotMatch((await heard.get('/')).text, /Rosa|20 kg/)
})

test('a moment that is refused refuses no part: it still counts, and hears that all is taken', async () => {
  const { notice } = await author('member')
  await post(nadia, `/repondre/${notice}`, { combien: '20 kg' })
  const thread = `/arrangements/${threads()[0]!.id}`
  assert.match((await nadia.get(thread)).text, /Rien n’est encore convenu.*Part : 20 kg\./)
  await post(rosa, `${thread}/proposer`, { when: 'samedi 10 h' })
  await post(nadia, `${thread}/repondre`, { says: 'no' })
  for (const who of [nadia, rosa])
    assert.match(
      (await who.get(thread)).text,
      /La part reste comptée : proposez un autre moment\..*Part : 20 kg\./,
    )
  await post(rosa, '/annonces/fermer', { id: notice })
  assert.match((await nadia.get('/')).text, /Rosa : c’est complet.*part comptée : 20 kg/)
  await post(nadia, `/repondre/${notice}/reprendre`, {})
  assert.doesNotMatch((await rosa.get(thread)).text, /Part : |reste comptée/)
})

test('law 11: a part without a name is said to its author alone; a table brought in to nobody', async () => {
  const { notice, reads } = await author('member')
  await post(nadia, `/repondre/${notice}`, { combien: '20 kg', sansnom: '1' })
  assert.match(await reads(), /Nadia/)
  const heard = await box.memberOf(rosa.id, 'wifi')
  for (const path of ['annonces', 'repondre'])
    assert.doesNotMatch((await heard.get(`/${path}/${notice}`)).text, /Nadia/, path)
  assert.doesNotMatch((await box.visitor().get(`/annonces/${notice}`)).text, /Nadia/)
  const { id } = threads()[0]!
  assert.equal((await box.visitor().get(`/arrangements/${id}`)).status, 403)
  const brought = { to: notice, answer: 'in', amount: 10, unit: 'kg', firstName: 'Paul' }
  box.bring('response', brought)
  assert.equal(threads().length, 1)
})

test('the author who notes what a neighbour told them has nobody to say it to', async () => {
  const { notice } = await author('member')
  await box.keeper.post(`/habitants/${rosa.id}/relais`, { name: 'Rosa', where: 'au bar', yes: '1' })
  const relay = await box.memberOf(rosa.id)
  await post(relay, `/repondre/${notice}`, { combien: '20 kg', pour: 'Josette' })
  assert.deepEqual(threads(), [])
  assert.match((await box.visitor().get(`/annonces/${notice}`)).text, /Josette.*: 20 kg/)
})
