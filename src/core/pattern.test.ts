import assert from 'node:assert/strict'
import test from 'node:test'
import { matchesIn, pattern, source } from './pattern.ts'

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

test('the matches of a pattern are those of matchAll, empty ones too, wherever it was left', () => {
  const texts = ['', 'a', 'aab 😀 aé', '😀😀', 'ab\nab']
  for (const shape of [/a/g, /a*/g, /a*/gu, /(?=a)/gu, /(?<=😀)/gu, /x/g, /(?<n>a)b?/g]) {
    for (const text of texts) {
      const given = [...text.matchAll(new RegExp(shape))]
      shape.lastIndex = 1
      assert.deepEqual(matchesIn(shape, text), given, `${shape} ${text}`)
      assert.equal(shape.lastIndex, 0)
    }
  }
})
