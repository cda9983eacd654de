import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lackingBrick } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'

const NUMBER = '06 39 98 41 07'

test('of what waits with a number that shows under another name, the keeper reads where', {
  skip: lackingBrick('offers'),
}, async () => {
  using box = testBox()
  box.territory()
  for (const [who, title, accord] of [
    ['Paul', 'je prête ma scie', 'voisins'],
    ['Rosa', 'je prête mon étau', 'ici'],
  ] as const) {
    box.later(1_000)
    const sent = { title, who, reachBy: 'phone', phone: NUMBER, accord }
    assert.equal((await box.keeper.post('/annonces/proposer', sent)).status, 303)
  }
  const waits = async (who: string, phone: string): Promise<string> => {
    box.later(1_000)
    const sent = { title: `je vends un lit (${phone})`, who, phone, accord: 'ici' }
    assert.equal((await box.visitor().post('/annonces/proposer', sent)).status, 303)
    const { body } = await box.keeper.get('/a-montrer')
    const [piece = ''] = body
      .split('<article')
      .filter(one => one.includes(`${who}`))
      .slice(-1)
    assert.match(piece, /je vends un lit/)
    return piece.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  }
  const dentures = await waits('Kévin', '+33 6 39 98 41 07')
  assert.match(dentures, /Ce numéro est déjà affiché sous un autre prénom/)
  for (const said of [/je prête ma scie/, /je prête mon étau/]) assert.match(dentures, said)
  const { body } = await box.keeper.get('/a-montrer')
  assert.match(body, /sous un autre prénom\s?:<\/b> <a/, 'a space stands before the first name')
  const own = await waits('Paul', NUMBER)
  assert.match(own, /sous un autre prénom\s?: Rosa/, 'the same first name is not told')
  assert.doesNotMatch(own, /je prête ma scie/)
  assert.doesNotMatch(await waits('Zoé', '06 11 22 33 44'), /Ce numéro est déjà affiché/)
})

test('of a number of somebody known here, that no page shows, the keeper alone reads whose', {
  skip: lackingBrick('offers') || lackingBrick('members'),
}, async () => {
  using box = testBox()
  box.territory()
  const welcome = { name: 'Colette Roux', how: 'phone', phone: NUMBER }
  assert.equal((await box.keeper.post('/habitants/accueillir', welcome)).status, 303)
  const waits = async (who: string, sent: Readonly<Record<string, string>>): Promise<string> => {
    box.later(1_000)
    const all = { title: `je donne un lit de ${who}`, who, accord: 'ici', ...sent }
    const visitor = box.visitor()
    const { status, location } = await visitor.post('/annonces/proposer', all)
    assert.equal(status, 303)
    const ticket = (await visitor.get(location)).text
    assert.match(ticket, new RegExp(`un lit de ${who}`))
    assert.doesNotMatch(ticket, /numéro de Colette/)
    const { body } = await box.keeper.get('/a-montrer')
    const piece = body.split('<article').find(one => one.includes(`un lit de ${who}`))
    assert.ok(piece, `what ${who} wrote waits`)
    return piece
  }
  const WHOSE = /C’est le numéro de Colette Roux/
  assert.match(await waits('Kévin', { phone: '+33 6 39 98 41 07' }), WHOSE)
  assert.match(
    await waits('Malo', { title: `un lit de Malo, ${NUMBER}`, phone: '06 11 22 33 44' }),
    WHOSE,
  )
  for (const [who, phone] of [
    ['Colette', NUMBER],
    ['Zoé', '06 11 22 33 45'],
  ] as const)
    assert.doesNotMatch(await waits(who, { phone }), WHOSE)
})

test('however many texts wait, what shows with a number is read once for the page', {
  skip: lackingBrick('offers'),
}, async t => {
  using box = testBox()
  box.territory()
  const { mock } = t.mock.method(box.tables.sql, 'all')
  const looks = async (): Promise<number> => {
    mock.resetCalls()
    assert.match((await box.keeper.get('/a-montrer')).text, /je vends un lit/)
    return mock.calls.filter(({ arguments: [sql] }) => String(sql).includes('GLOB')).length
  }
  const waits = async (n: number): Promise<void> => {
    const phone = `06 39 98 41 0${n}`
    const sent = { title: `je vends un lit ${n}`, who: 'Kévin', phone, accord: 'ici' }
    box.later(1_000)
    assert.equal((await box.visitor().post('/annonces/proposer', sent)).status, 303)
  }
  await waits(1)
  const one = await looks()
  for (const n of [2, 3, 4]) await waits(n)
  assert.ok(one > 0)
  assert.equal(await looks(), one)
})
