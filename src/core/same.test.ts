import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readsSame, saysSame } from './same.ts'
import type { Field } from './schema.ts'

const field = (kind: Field['kind'], many = false): Field => ({ kind, many })

test('what is ticked in a list has no order; a list of texts has one', () => {
  assert.ok(saysSame(field('themes'), ['a', 'b'], ['b', 'a']))
  assert.ok(saysSame(field('link', true), ['a', 'b'], ['b', 'a']))
  assert.ok(!saysSame(field('text', true), ['a', 'b'], ['b', 'a']))
})

test('a box that nobody ticked reads as nothing, though it was said; a zero does not', () => {
  assert.ok(!saysSame(field('yesNo'), false, null))
  assert.ok(readsSame(field('yesNo'), false, undefined))
  assert.ok(!readsSame(field('yesNo'), true, null))
  assert.ok(readsSame(field('text'), '', null) && readsSame(field('themes'), [], null))
  assert.ok(!readsSame(field('number'), 0, null))
})
