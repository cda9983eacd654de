import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../../tests/support/test-box.ts'

test('members stand in the order of French, and two of one name are told apart for the keeper', async () => {
  using box = testBox()
  box.territory()
  for (const name of ['Ninon', 'Élodie', 'abel']) box.welcome({ name })
  box.welcome({ name: 'Josette', commune: '42195' })
  box.welcome({ name: 'josette' })
  const { text } = await box.keeper.get('/habitants')
  assert.match(text, /abel.*Élodie.*[Jj]osette.*[Jj]osette.*Ninon/s)
  const josettes = text.slice(text.search(/josette/i), text.indexOf('Ninon'))
  assert.equal(josettes.match(/ici depuis le/g)?.length, 2, josettes)
  assert.match(josettes, /42195 · ici depuis le/)
  assert.equal(text.match(/ici depuis le/g)?.length, 2)
  assert.deepEqual(box.faults, [])
})
