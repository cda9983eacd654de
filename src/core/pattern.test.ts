import assert from 'node:assert/strict'
import test from 'node:test'
import { pattern, source } from './pattern.ts'

test('a pattern over several lines is the one that stands on one line', () => {
  const chair = pattern('iu')`
    ^(?:une |des )(?:chaise
    |table)s?\b
    (?=[.,]|$)
  `
  assert.equal(String(chair), String(/^(?:une |des )(?:chaise|table)s?\b(?=[.,]|$)/iu))
})

test('the text of a pattern keeps its marks and takes other patterns in', () => {
  const word = String.raw`\p{L}+`
  assert.equal(
    source`
    ${word}(?: et
    | ou )${word}
  `,
    String.raw`\p{L}+(?: et| ou )\p{L}+`,
  )
})
