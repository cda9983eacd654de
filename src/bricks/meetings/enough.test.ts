import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'
import { SAW_NEWS } from '../../ui/waits.ts'

/** Enough people are in for a date: the keeper and those who are in are told; nobody else is. */

const DAY = 86_400_000

test('the fifth who is in, a visitor’s: the keeper is told to tell them, and each of them once', async () => {
  const box = testBox()
  const day = '2026-12-19'
  const id = box.bring('event', { title: 'Café de réparation', startsOn: day, minimum: 5 })
  for (const firstName of ['Lucie', 'Malo', 'Hugo'])
    box.bring('response', { to: id, answer: 'in', firstName })
  const karim = await box.member('Karim')
  const zoe = await box.member('Zoé')
  await karim.post(`/repondre/${id}`, { answer: 'in', firstName: 'Karim' })
  const told = /« Café de réparation », samedi 19 décembre : le compte y est/
  const home = async (who: Readonly<{ get: typeof karim.get }>) => (await who.get('/')).text
  assert.doesNotMatch(await home(karim), told)
  assert.doesNotMatch(await home(box.keeper), told)
  const visitor = box.visitor()
  const answer = { answer: 'in', firstName: 'Léa', reach: 'au bar' }
  assert.equal((await visitor.post(`/repondre/${id}`, answer)).status, 303)
  assert.doesNotMatch(await home(karim), told, 'what is not shown yet tells nobody anything')
  const waits = await box.keeper.get('/a-montrer')
  await box.keeper.fill(waits, '/a-montrer/afficher')
  assert.match(await home(box.keeper), /samedi 19 décembre : le compte y est, prévenez-les/)
  assert.match(await home(karim), told)
  for (const other of [zoe, visitor]) assert.doesNotMatch(await home(other), told)
  await karim.fill(await karim.get('/'), '/moi/nouvelles/vues')
  assert.doesNotMatch(await home(karim), told)
  box.later(9 * DAY)
  const keeper = await box.keeperAt('here')
  assert.doesNotMatch(await home(keeper), told, 'people were told within a week')
})

test('a date that is over, or that asks no number, tells nobody', async () => {
  const box = testBox()
  const karim = await box.member('Karim')
  for (const more of [{ startsOn: '2026-11-02', minimum: 1 }, { startsOn: '2026-12-19' }]) {
    const id = box.bring('event', { title: 'Café', ...more })
    await karim.post(`/repondre/${id}`, { answer: 'in', firstName: 'Karim' })
    box.bring('response', { to: id, answer: 'in', firstName: 'Léa' })
  }
  assert.doesNotMatch((await karim.get('/')).text, /le compte y est/)
  assert.doesNotMatch((await box.keeper.get('/')).text, /le compte y est/)
})

type Reading = Readonly<{ get: (path: string) => Promise<Readonly<{ text: string }>> }>
const homeOf = async (who: Reading) => (await who.get('/')).text

/** A date with as many as it needs: Lucie, whom nothing reaches, Karim, and Simon by a ticket. */
async function gathered() {
  const box = testBox()
  const id = box.bring('event', {
    title: 'Café de réparation',
    startsOn: '2026-12-19',
    startsAt: '14:00',
    minimum: 3,
  })
  box.bring('response', { to: id, answer: 'in', firstName: 'Lucie' })
  const karim = await box.member('Karim')
  box.later(1_000)
  await karim.post(`/repondre/${id}`, { answer: 'in', firstName: 'Karim' })
  box.later(1_000)
  const simon = box.visitor()
  const said = { answer: 'in', firstName: 'Simon', reach: 'au bar' }
  const { location: ticket } = await simon.post(`/repondre/${id}`, said)
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  return { box, id, karim, simon, ticket: ticket.replace(/[?].*/, '') }
}

test('the visitor who is in reads by their ticket, and by its code, that it takes place', async () => {
  const { box, simon, ticket, karim, id } = await gathered()
  const page = async () => (await simon.get(ticket)).text
  assert.match(await page(), /« Café de réparation », samedi 19 décembre à 14 h : le compte y est/)
  const code = /([a-zà-ÿ]+ \d\d \d\d)/.exec(await page())![1]!
  const byCode = await box.visitor('wifi').get(`/billet?code=${encodeURIComponent(code)}`)
  assert.match(byCode.text, /Il y a le compte : cela a lieu/)
  await karim.post(`/repondre/${id}/reprendre`, {})
  assert.match(await page(), /samedi 19 décembre à 14 h : il manque une personne/)
})

test('the keeper says who was told, one by one or all, and the line is gone; each stands in the list', async () => {
  const { box, id } = await gathered()
  const list = async () => (await box.keeper.get(`/repondre/${id}`)).text
  assert.match(await homeOf(box.keeper), /le compte y est, prévenez-les/)
  for (const line of [/Lucie : aucun moyen/, /Karim : le lit ici/, /Simon : au bar/])
    assert.match(await list(), line)
  const told = (reponse: string) => box.keeper.post(`/repondre/${id}/prevenus`, { reponse })
  const all = box.read.all('SELECT id FROM response ORDER BY id').map(row => String(row['id']))
  assert.equal((await told(all[0]!)).status, 303)
  assert.match(await homeOf(box.keeper), /prévenez-les/, 'two do not know yet')
  assert.equal((await told('')).status, 303)
  assert.doesNotMatch(await homeOf(box.keeper), /prévenez-les/)
  assert.equal((await box.visitor().post(`/repondre/${id}/prevenus`, {})).status, 403)
})

test('one who was counted leaves, by a ticket or by a card: whoever was told hears that some lack', async () => {
  const { box, id, karim, simon, ticket } = await gathered()
  const lack = /« Café de réparation », samedi 19 décembre à 14 h : il manque une personne/
  await box.keeper.post(`/repondre/${id}/prevenus`, {})
  await karim.fill(await karim.get('/'), '/moi/nouvelles/vues')
  await simon.post(`${ticket}/reprendre`, {})
  assert.match(await homeOf(karim), lack)
  assert.match(await homeOf(box.keeper), /il manque une personne, prévenez-les/)
  await box.keeper.post(`/repondre/${id}/prevenus`, {})
  assert.doesNotMatch(await homeOf(box.keeper), /prévenez-les/)
  box.later(1_000)
  box.bring('response', { to: id, answer: 'in', firstName: 'Malo' })
  for (const who of [karim, box.keeper]) assert.match(await homeOf(who), /le compte y est/)
})

test('nobody is told that some lack of a date that is far and was never enough; near, they are', async () => {
  const box = testBox()
  const id = box.bring('event', { title: 'Café', startsOn: '2026-12-19', minimum: 3 })
  const karim = await box.member('Karim')
  const zoe = await box.member('Zoé')
  await karim.post(`/repondre/${id}`, { answer: 'in', firstName: 'Karim' })
  const reason = { answer: 'not', firstName: 'Zoé', saying: 'je travaille' }
  await zoe.post(`/repondre/${id}`, reason)
  assert.doesNotMatch(await homeOf(karim), /il manque/)
  box.later(9 * DAY)
  const there = await box.memberOf(karim.id)
  assert.match(await homeOf(there), /« Café », samedi 19 décembre : il manque deux personnes/)
  assert.doesNotMatch(await homeOf(await box.memberOf(zoe.id)), /il manque/)
  await there.fill(await there.get('/'), SAW_NEWS)
  assert.deepEqual(await linesOn(there), [], 'it is seen')
  box.bring('response', { to: id, answer: 'in', firstName: 'Léa' })
  assert.match(await homeOf(there), /« Café », samedi 19 décembre : il manque une personne/)
})

test('paper says that some lack of a date however old the date is', async () => {
  const box = testBox()
  box.territory()
  const id = box.bring('event', { title: 'Café', startsOn: '2026-12-19', minimum: 3 })
  const huguette = box.welcome({ name: 'Huguette' })
  await (await box.memberOf(huguette)).post(`/repondre/${id}`, { answer: 'in' })
  box.later(9 * DAY)
  const strips = JSON.stringify(box.print('ce-qui-attend', undefined, { by: 'keeper' }))
  assert.match(strips, /Il manque du monde pour une date où vous êtes/)
})

test('an idea that a visitor’s answer brings to its number is told to its keeper and its people', async () => {
  const box = testBox()
  const id = box.bring('idea', { title: 'L’ordinateur du bar', state: 'open', threshold: 3 })
  const karim = await box.member('Karim')
  await karim.post(`/repondre/${id}`, { answer: 'in', firstName: 'Karim' })
  for (const firstName of ['Léa', 'Malo']) {
    const answer = { answer: 'in', firstName, reach: 'au bar' }
    assert.equal((await box.visitor().post(`/repondre/${id}`, answer)).status, 303)
    await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  }
  for (const who of [karim, box.keeper])
    assert.match((await who.get('/')).text, /le compte y est pour « ?L’ordinateur du bar/)
})

test('the keeper who tells all marks whom the page showed, and nothing of a count that changed', async () => {
  const box = testBox()
  box.territory()
  const id = box.bring('event', { title: 'Café', startsOn: '2026-12-09', minimum: 3 })
  for (const firstName of ['Lucie', 'Malo'])
    box.bring('response', { to: id, answer: 'in', firstName })
  const karim = await box.member('Karim')
  const isIn = () => karim.post(`/repondre/${id}`, { answer: 'in', reach: '' })
  const marked = () => box.read.all('SELECT id FROM response_home WHERE countTold IS NOT NULL')
  const all = ({ fields }: Readonly<{ fields: object }>): boolean => !('reponse' in fields)
  await isIn()
  const page = await box.keeper.get(`/repondre/${id}`)
  await karim.post(`/repondre/${id}/reprendre`, {})
  const stale = await box.keeper.fill(page, `/repondre/${id}/prevenus`, {}, all)
  assert.equal(stale.status, 422)
  assert.match(stale.text, /Le compte a changé depuis/)
  assert.deepEqual(marked(), [])
  await isIn()
  const again = await box.keeper.get(`/repondre/${id}`)
  const paul = await box.member('Paul')
  await paul.post(`/repondre/${id}`, { answer: 'in', reach: '' })
  assert.equal((await box.keeper.fill(again, `/repondre/${id}/prevenus`, {}, all)).status, 303)
  assert.equal(marked().length, 3, 'who came since is still to be told')
})
