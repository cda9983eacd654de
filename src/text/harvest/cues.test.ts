import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cueExamples, cueRead } from './cues.ts'
import { clearOf, plainOf } from './mask.ts'

const plain = (text: string): string => plainOf(clearOf(text))

for (const { kind, words, example } of cueExamples())
  test(`${kind}: “${words}” is found in its example`, () => {
    assert.match(plain(example), cueRead({ kind, words }, '').is)
  })

test('a cue is whole words, and may stand anywhere but after ^ or before $', () => {
  const found = (words: string, text: string): boolean =>
    cueRead({ kind: 'need', words }, '').is.test(plain(text))
  assert.ok(found('y a plus', 'Au local, y a plus de craies'))
  assert.ok(!found('y a plus', 'Au local, y a plusieurs craies'))
  assert.ok(!found('^y a plus', 'Au local, y a plus de craies'))
  assert.ok(!found('craies $', 'des craies rouges'))
})

test('what a keeper writes is words, never a pattern', () => {
  assert.doesNotThrow(() => cueRead({ kind: 'need', words: 'on (cherche [ +' }, ''))
  assert.ok(cueRead({ kind: 'need', words: 'c’est fini ?' }, '').is.test("c'est fini ?"))
})
