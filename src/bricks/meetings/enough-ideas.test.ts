import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'

/** Enough people are in for an idea: whoever leaves is told to those who knew, tickets too. */

type Reading = Readonly<{ get: (path: string) => Promise<Readonly<{ text: string }>> }>
const homeOf = async (who: Reading) => (await who.get('/')).text
const ENOUGH = /le compte y est pour « Un four »/
const SHORT = /« Un four » : il manque une personne/

/** A visitor’s idea with the three that it needs: two cards, and a visitor by a ticket. */
async function gathered() {
  const box = testBox()
  box.territory()
  const shows = async () =>
    box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const paul = box.visitor()
  const sent = await paul.post('/idees/proposer', { title: 'Un four', threshold: '3' })
  const proposed = sent.location.replace(/[?].*/, '')
  await shows()
  const id = String(box.read.all('SELECT id FROM idea')[0]!['id'])
  const karim = await box.member('Karim')
  const jeanne = await box.member('Jeanne')
  for (const who of [karim, jeanne]) {
    await who.post(`/repondre/${id}`, { answer: 'in' })
    box.later(1_000)
  }
  const zoe = box.visitor()
  const said = { answer: 'in', firstName: 'Zoé', reach: 'au bar' }
  const { location } = await zoe.post(`/repondre/${id}`, said)
  await shows()
  const page = (who: Reading, path: string) => async () => (await who.get(path)).text
  const ticket = location.replace(/[?].*/, '')
  return {
    ...{ box, id, karim, jeanne, zoe, ticket },
    onTicket: page(zoe, ticket),
    onProposal: page(paul, proposed),
  }
}

test('by ticket and code, who proposed an idea and who said yes read of enough', async () => {
  const { box, onTicket, onProposal, karim } = await gathered()
  for (const told of [await onTicket(), await onProposal(), await homeOf(karim)])
    assert.match(told, ENOUGH)
  for (const page of [await onTicket(), await onProposal()]) {
    const code = /([a-zà-ÿ]+ \d\d \d\d)/.exec(page)![1]!
    const byCode = await box.visitor('wifi').get(`/billet?code=${encodeURIComponent(code)}`)
    assert.match(byCode.text, /Il y a le compte : reste à fixer un jour/)
    assert.doesNotMatch(byCode.text, /Un four/)
  }
})

test('that somebody left is told to those who read of enough, and the keeper', async () => {
  const { box, id, karim, jeanne, onTicket, onProposal } = await gathered()
  await karim.fill(await karim.get('/'), '/moi/nouvelles/vues')
  assert.doesNotMatch(await homeOf(karim), ENOUGH)
  await jeanne.post(`/repondre/${id}/reprendre`, {})
  assert.match(await homeOf(karim), SHORT)
  assert.match(await homeOf(box.keeper), /« Un four » : il manque une personne, prévenez-les/)
  for (const page of [onTicket, onProposal]) assert.match(await page(), SHORT)
  assert.doesNotMatch(await homeOf(jeanne), SHORT, 'who left hears no more of it')
  await karim.fill(await karim.get('/'), '/moi/nouvelles/vues')
  await box.keeper.fill(await box.keeper.get(`/idees/idee/${id}`), `/repondre/${id}/prevenus`)
  for (const who of [karim, box.keeper]) assert.doesNotMatch(await homeOf(who), SHORT)
  box.later(1_000)
  await jeanne.post(`/repondre/${id}`, { answer: 'in' })
  assert.match(await homeOf(karim), ENOUGH, 'it is enough again')
})

test('it is told whichever way somebody leaves: ticket, answer, keeper, for good', async () => {
  const ways: readonly ((all: Awaited<ReturnType<typeof gathered>>) => Promise<unknown>)[] = [
    ({ zoe, ticket }) => zoe.post(`${ticket}/reprendre`, {}),
    ({ jeanne, id }) => jeanne.post(`/repondre/${id}`, { answer: 'not', saying: 'je déménage' }),
    async ({ box, id }) => {
      const [row] = box.read.all(`SELECT id FROM response WHERE firstName = 'Jeanne'`)
      await box.keeper.post(`/retirer`, { type: 'response', id: String(row!['id']), from: id })
    },
    ({ jeanne }) => jeanne.post('/moi/oublier', { sure: '1' }),
  ]
  for (const [i, leave] of ways.entries()) {
    const all = await gathered()
    await leave(all)
    assert.match(await homeOf(all.karim), SHORT, `way ${i}`)
  }
})

test('nobody hears that people are missing from an idea that never had enough', async () => {
  const box = testBox()
  const id = box.bring('idea', { title: 'Un four', state: 'open', threshold: 3 })
  const karim = await box.member('Karim')
  const jeanne = await box.member('Jeanne')
  for (const who of [karim, jeanne]) await who.post(`/repondre/${id}`, { answer: 'in' })
  await jeanne.post(`/repondre/${id}/reprendre`, {})
  for (const who of [karim, box.keeper])
    assert.doesNotMatch(await homeOf(who), /« Un four » : il manque/)
})

test('what an idea became is told to its people until they saw it', async () => {
  const { box, id, karim, onTicket, onProposal } = await gathered()
  const place = box.bring('place', { name: 'Le four du haut' })
  await box.keeper.post(`/idees/idee/${id}/devenue`, { became: place })
  const told = /« Un four » a fait son chemin : Le four du haut/
  for (const said of [await onTicket(), await onProposal(), await homeOf(karim)])
    assert.match(said, told)
  await karim.fill(await karim.get('/'), '/moi/nouvelles/vues')
  assert.doesNotMatch(await homeOf(karim), told)
})
