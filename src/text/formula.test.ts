import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { guarded, unguarded } from './formula.ts'

const text = fc
  .array(
    fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      ';',
      '\t',
      '\n',
      '\r\n',
      ' ',
      '\u00a0',
      "'",
      'x',
      '1',
    ),
    { maxLength: 14 },
  )
  .map(all => all.join(''))

test('law: a guarded text comes back as it was', () => {
  fc.assert(
    fc.property(text, said => assert.equal(unguarded(guarded(said)), said)),
    { seed: 33, numRuns: 3_000 },
  )
})

test('law: no cell begins as a formula, wherever a spreadsheet cuts', () => {
  fc.assert(
    fc.property(text, said => {
      for (const cell of guarded(said).split(/[;\t]/))
        assert.doesNotMatch(cell, /^[^\S\t\r\n]*[=+\-@＝＋－＠]/)
      for (const line of guarded(said).split(/[;\t\r\n]/))
        assert.doesNotMatch(line, /^[^\S\t\r\n]*(?:[=@＝＠]|[+\-＋－]\S)/)
    }),
    { seed: 33, numRuns: 3_000 },
  )
  assert.equal(guarded('x;=1+1'), "x;'=1+1")
  assert.equal(
    guarded('À prévoir :\n- des gants\n- une remorque'),
    'À prévoir :\n- des gants\n- une remorque',
  )
})
