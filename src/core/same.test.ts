import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sameInLog, sameOnPage } from './same.ts'
import type { Field } from './schema.ts'

const field = (kind: Field['kind'], many = false): Field => ({ kind, many })

test('a list of ticked choices has no order; a list of texts has one', () => {
  assert.ok(sameInLog(field('themes'), ['a', 'b'], ['b', 'a']))
  assert.ok(sameInLog(field('link', true), ['a', 'b'], ['b', 'a']))
  assert.ok(!sameInLog(field('text', true), ['a', 'b'], ['b', 'a']))
})

test('an unticked checkbox equals null on a page; a zero does not', () => {
  assert.ok(!sameInLog(field('yesNo'), false, null))
  assert.ok(sameOnPage(field('yesNo'), false, undefined))
  assert.ok(!sameOnPage(field('yesNo'), true, null))
  assert.ok(sameOnPage(field('text'), '', null) && sameOnPage(field('themes'), [], null))
  assert.ok(!sameOnPage(field('number'), 0, null))
})
