import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { pattern } from '../../core/pattern.ts'

const skip = lacking('member', 'offer')

test('a refused text that is rewritten waits with its new words and the reason of the ' +
  'refusal', {
  skip,
}, async () => {
  using box = testBox()
  const lea = await box.member('Léa')
  await lea.send('/annonces/proposer', {
    title: 'un vélo, voir Kevin',
    reachBy: 'word',
    accord: 'voisins',
  })
  assert.match(
    (await box.keeper.get('/a-montrer')).text,
    /À lire d’abord : cela nomme quelqu’un d’autre/,
  )
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/laisser', {
    why: 'Kevin le sait-il ?',
  })
  const id = String(box.read.all('SELECT id FROM offer_home')[0]?.['id'])
  await lea.fill(await lea.get(`/moi/corriger/offer/${id}`), '/moi/corriger', { title: 'un vélo' })
  const page = (await box.keeper.get('/a-montrer')).text
  assert.match(
    page,
    pattern()`
      À lire d’abord : c’était laissé de côté, et c’est réécrit depuis\.
      ${' '}La raison d’alors : « Kevin le sait-il \? »
    `,
  )
  assert.doesNotMatch(page, /cela nomme quelqu’un/)
  assert.deepEqual(box.faults, [])
})
