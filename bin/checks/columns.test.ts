import assert from 'node:assert/strict'
import test from 'node:test'
import { longLines, longLinesIn, owedLines, shortened, tooLong } from './columns.ts'

test('no file has more lines over 100 columns than it is owed, templates and comments too', () => {
  assert.deepEqual(tooLong(longLinesIn('.'), owedLines()), [])
})

test('a file that was mended leaves the list, or has fewer', () => {
  const owed = owedLines()
  assert.deepEqual(shortened(longLinesIn('.'), owed), owed, 'run `node bin/checks/columns.ts`')
})

test('a line of 101 columns is one too many, and a title of a test is none', () => {
  assert.deepEqual(longLines(`${'a'.repeat(100)}\n${'b'.repeat(101)}`), [2])
  assert.deepEqual(longLines(`test('${'c'.repeat(100)}', () => {`), [])
  assert.deepEqual(tooLong({ 'src/a.ts': [3, 9], 'src/b.ts': [1] }, { 'src/b.ts': 1 }), [
    'src/a.ts:3, src/a.ts:9: over 100 columns, 0 owed',
  ])
  assert.deepEqual(shortened({ 'src/b.ts': [1] }, { 'src/a.ts': 3, 'src/b.ts': 2 }), {
    'src/b.ts': 1,
  })
})
