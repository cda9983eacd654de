import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** The form that adds a thing, as it comes. */

test('a form that adds a thing chooses nothing in the place of who fills it', async () => {
  using box = testBox()
  box.territory()
  const page = `${PATH}/nouveau`
  const { body } = await box.keeper.get(page)
  const chosen = [...body.matchAll(/<(?:option|input)[^>]*(?:\bselected\b|\bchecked\b)[^>]*>/g)]
  const values = chosen.map(([tag]) => /value="([^"]*)"/.exec(tag)?.[1] ?? '')
  assert.deepEqual(values.filter(Boolean), [])
  box.later(1000)
  const bare = await box.keeper.post(page, { from: page, title: 'Scie' })
  assert.match(bare.text, /Il manque « De quelle sorte »/)
  box.later(1000)
  const priced = { from: page, title: 'Scie', kind: 'tool', depositCents: '-5', feeCents: '-1' }
  const negative = await box.keeper.post(page, priced)
  assert.equal(negative.status, 422)
  for (const name of ['depositCents', 'feeCents'])
    assert.match(negative.body, new RegExp(`href="#f-${name}"`))
})
