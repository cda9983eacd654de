import assert from 'node:assert/strict'
import { test } from 'node:test'
import { quotable } from './quoting.ts'

test('what is quoted inside a quotation has the inner marks, and keeps its words', () => {
  assert.equal(
    quotable('Nadia\u00a0: «\u00a0je vends ma scie\u00a0»'),
    'Nadia\u00a0: “je vends ma scie”',
  )
  assert.equal(quotable('Paul prête sa scie'), 'Paul prête sa scie')
  assert.equal(quotable('«\u202foui\u202f» et « non »'), '“oui” et “non”')
  assert.equal(quotable(quotable('« oui »')), '“oui”')
})
