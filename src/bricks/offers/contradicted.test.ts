import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filledIn, formsIn } from '../../../tests/support/forms.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A price or an amount that is corrected beside its sentence, and the sentence. */

async function correcting(box: TestBox, title: string) {
  box.territory()
  const lina = await box.member('Lina')
  const { location } = await lina.post('/annonces/proposer', {
    ...{ title, reachBy: 'word', accord: 'ici' },
  })
  const id = /[0-9a-z]{26}/.exec(location)![0]
  const form = async () => {
    const page = await lina.get(`/annonces/${id}/modifier`)
    const { action } = formsIn(page).find(one => one.fields['title'] !== undefined)!
    return { action, sent: filledIn(page, action) }
  }
  const { sent } = await form()
  const send = async (more: Readonly<Record<string, string>>) => {
    const now = await form()
    box.later(1_000)
    return lina.post(now.action, { ...now.sent, ...more })
  }
  return { send, sent, shown: async () => (await box.visitor().get(`/annonces/${id}`)).text }
}

test('a price that the sentence still tells otherwise is refused, with what to do', async () => {
  using box = testBox()
  const { send, sent, shown } = await correcting(box, 'je vends une chaise en paille, 40 €')
  const refused = await send({ priceCents: '30' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Votre phrase dit encore l’ancien prix/)
  assert.match(refused.body, /value="30/)
  const title = String(sent['title']).replace('40', '30')
  assert.equal((await send({ title, priceCents: '30' })).status, 303)
  assert.match(await shown(), /une chaise en paille, 30 €/)
  assert.doesNotMatch(await shown(), /40/)
  assert.deepEqual(box.faults, [])
})

test('a price that was left as it was follows the sentence that is corrected', async () => {
  using box = testBox()
  const chair = await correcting(box, 'Lina vend une chaise en paille, 40 €')
  const cheaper = String(chair.sent['title']).replace('40', '30')
  assert.equal((await chair.send({ title: cheaper })).status, 303)
  assert.match(await chair.shown(), /30 €/)
  assert.doesNotMatch(await chair.shown(), /40/)
})

test('an amount that the sentence still tells otherwise is refused, one in another unit is not', async () => {
  using box = testBox()
  const { send, sent, shown } = await correcting(box, 'je donne 400 kg de papier')
  const refused = await send({ amount: '300 kg' })
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Votre phrase dit encore l’ancienne quantité/)
  assert.equal((await send({ amount: '0,4 t' })).status, 303)
  const title = String(sent['title']).replace('400', '300')
  assert.equal((await send({ title })).status, 303)
  assert.match(await shown(), /300 kg/)
  assert.doesNotMatch(await shown(), /400|0,4/)
  assert.equal((await send({ title, amount: '16 sacs' })).status, 303)
  assert.deepEqual(box.faults, [])
})

test('of two prices that a sentence tells, either may be the notice’s', async () => {
  using box = testBox()
  const { send } = await correcting(box, 'je vends mes chaises, 40 € une, 70 € les deux')
  assert.equal((await send({ priceCents: '40' })).status, 303)
})
