import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type Browser, hiddenIn } from '../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { AGAIN } from './sent-lately.ts'

let box: TestBox
beforeEach(async () => {
  box = testBox()
})
const FORM = '/annonces/proposer'
const notice = {
  title: 'donne des bocaux',
  who: 'Colette',
  reachBy: 'someone',
  reach: 'au bar',
  from: FORM,
}
const send = async (who: Browser, more: Readonly<Record<string, string>> = {}) =>
  who.post(FORM, { ...notice, tour: hiddenIn((await who.get(FORM)).body, 'tour'), ...more })
const waiting = (): number => box.read.all('SELECT id FROM proposal_home').length

test(
  'the same notice on a fresh form is pointed out, with the way to its ticket, and written ' +
    'twice only when asked',
  async () => {
    const visitor = box.visitor('wifi')
    const first = await send(visitor)
    const ticket = first.location.split('?')[0]!
    const second = await send(visitor)
    assert.equal(second.status, 422)
    assert.match(second.text, /C’est déjà envoyé\..*Voir où cela en est/)
    assert.ok(second.body.includes(`href="${ticket}`) && second.body.includes('donne des bocaux'))
    assert.equal(waiting(), 1)
    assert.match(
      (await send(visitor, { title: 'donne des bocaux et des couvercles' })).location,
      /^\/billet\//,
    )
    assert.match((await send(visitor, { [AGAIN]: '1' })).location, /^\/billet\//)
    assert.equal(waiting(), 3)
  },
)

test('the same words from another browser, or a day later, are another notice', async () => {
  const [one, other] = [box.visitor('wifi'), box.visitor('wifi')]
  await send(one)
  const sent = await send(other)
  assert.equal(sent.status, 303, 'nobody learns who sent what')
  box.later(86_400_001)
  assert.equal((await send(one)).status, 303)
  assert.equal(waiting(), 3)
})

test(
  'at the box’s own computer, where one sits after the other, no ticket is opened for the ' +
    'same words',
  async () => {
    const somebody = box.visitor('here')
    const { location } = await send(somebody)
    const next = await send(somebody)
    assert.equal(next.status, 422)
    assert.ok(!next.body.includes(location.split('?')[0]!) && next.body.includes('href="/billet"'))
  },
)

test('a card is known wherever it is read: the same notice leads to its page', async () => {
  const one = await box.member('Colette')
  const other = await box.memberOf(one.id)
  const input = { title: 'donne des bocaux', reachBy: 'word', who: '' }
  const { location } = await send(one, input)
  const again = await send(other, input)
  assert.equal(again.status, 422)
  assert.ok(again.body.includes(`href="${location}"`))
})

test('a member’s notice that stands is pointed out; a closed one, or another’s, is not', async () => {
  const one = await box.member('Colette')
  const other = await box.member('Rosa')
  const input = { title: 'donne des bocaux', reachBy: 'word', who: '' }
  const { location } = await send(one, input)
  assert.equal((await send(other, input)).status, 303)
  box.later(5 * 86_400_000)
  const later = await box.memberOf(one.id)
  const again = await send(later, input)
  assert.equal(again.status, 422)
  assert.match(again.text, /C’est déjà envoyé\./)
  assert.ok(again.body.includes(`href="${location}"`))
  assert.equal((await send(later, { ...input, title: 'donne des couvercles' })).status, 303)
  assert.equal((await send(later, { ...input, [AGAIN]: '1' })).status, 303)
  for (const { id } of box.read.all("SELECT id FROM offer WHERE title LIKE '%bocaux%'"))
    await later.post('/annonces/fermer', { id: String(id) })
  box.later(2 * 86_400_000)
  const last = await box.memberOf(one.id)
  assert.equal((await send(last, input)).status, 303)
})
