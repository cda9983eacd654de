import assert from 'node:assert/strict'
import { test } from 'node:test'
import { held } from './hold.ts'
import { keepsTo } from './keeps.ts'
import { measure } from './measure.ts'
import { shownAmong, WRITER_SHOWS } from './verbs.ts'

const measured = await measure('verb')
test('no verb of the command line loads more than its budget', t =>
  keepsTo(t, 'verb', measured.verb!))

test('a page that the writer loads is above its budget', () => {
  const root = 'file:///box/src/bricks/wall'
  const seen = shownAmong([`${root}/model/model.ts`, `${root}/pages/pages.ts`])
  const figures = new Map([[WRITER_SHOWS, { figure: seen.length, seen }]])
  const { faults } = held('verb', figures, { [WRITER_SHOWS]: 0 })
  assert.match(faults.join(), /is 1, above its budget of 0.*\n.*pages\/pages\.ts/)
})
