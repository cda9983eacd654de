import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../../tests/support/test-box.ts'

test('a strip to take home is for somebody by name, and says what still stands', async () => {
  using box = testBox()
  box.territory()
  const notice = { reach: 'au local', state: 'firm' }
  box.bring('offer', { ...notice, title: 'Rosa prête une brouette', who: 'Rosa' })
  box.bring('offer', { ...notice, title: 'Rosa donne du foin', who: 'Rosa', until: '2020-01-01' })
  box.bring('offer', { ...notice, title: 'Une échelle' })
  box.bring('need', { ...notice, title: 'Du bois sec' })
  const page = (await box.keeper.get('/annonces/bandelettes')).text
  assert.match(page, /Une personne\. Imprimez, coupez, donnez/)
  assert.match(page, /Rosa prête une brouette/)
  assert.match(page, /2 autres annonces n’ont pas de prénom/)
  assert.doesNotMatch(page, /Sans prénom|Une échelle|Du bois sec|du foin/)
})
