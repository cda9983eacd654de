import assert from 'node:assert/strict'
import { test } from 'node:test'
import { shortLine } from './short.ts'

test('a short line is itself; a longer one ends at a word, and says that it goes on', () => {
  assert.equal(shortLine('Le pneu est crevé.', 40), 'Le pneu est crevé.')
  assert.equal(shortLine('Le pneu\n est  crevé.', 40), 'Le pneu est crevé.')
  assert.equal(shortLine('Le pneu est crevé, je vous appelle.', 24), 'Le pneu est crevé, je…')
  assert.equal(shortLine('Le pneu est crevé, je vous appelle.', 20), 'Le pneu est crevé…')
  assert.ok(shortLine('x'.repeat(200), 20).length <= 20)
})
