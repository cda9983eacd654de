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
    return piece.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
  }
  const dentures = await waits('Kévin', '+33 6 39 98 41 07')
  assert.match(dentures, /Ce numéro est déjà affiché sous un autre prénom/)
  for (const said of [/je prête ma scie/, /je prête mon étau/]) assert.match(dentures, said)
  const own = await waits('Paul', NUMBER)
  assert.match(own, /sous un autre prénom\s?: Rosa/, 'the same first name is not told')
  assert.doesNotMatch(own, /je prête ma scie/)
  assert.doesNotMatch(await waits('Zoé', '06 11 22 33 44'), /Ce numéro est déjà affiché/)
})
