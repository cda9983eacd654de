import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KeptReads } from './kept-reads.ts'

test('a key leads to what is held of it, and what went leaves nothing', () => {
  const all = new KeptReads()
  const [a, b] = [all.add('a', new Set(['x', 'y'])), all.add('b', new Set(['x']))]
  assert.deepEqual([all.namesBy('x'), all.namesBy('y'), all.namesBy('z')], [['a', 'b'], ['a'], []])
  all.remove(a)
  assert.deepEqual([all.namesBy('x'), all.namesBy('y')], [['b'], []])
  assert.deepEqual([all.has(b, 'x'), all.has(b, 'y'), all.has(a, 'x')], [true, false, false])
  all.remove(b)
  assert.equal(all.bytes, 0)
})

test('a key that many read and left is no longer than what is held of it', () => {
  const all = new KeptReads()
  all.add('stays', new Set(['x']))
  const alone = all.bytes
  for (let n = 0; n < 1_000; n++) all.remove(all.add(`goes ${n}`, new Set(['x'])))
  assert.ok(all.bytes < alone + 1_000, `${all.bytes} bytes, ${alone} alone`)
  assert.deepEqual(all.namesBy('x'), ['stays'])
})
