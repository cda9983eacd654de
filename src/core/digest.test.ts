import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digest } from './digest.ts'

test('the examples of the source have the digests that it gives', () => {
  assert.equal(digest(''), 'cbf29ce484222325')
  assert.equal(digest('a'), 'af63dc4c8601ec8c')
  assert.equal(digest('foobar'), '85944171f73967e8')
})
