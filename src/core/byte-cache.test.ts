import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ByteCache, bytesOfText, cachesHere, keepLast } from './byte-cache.ts'

const LONG = 'élan '.repeat(400)
const texts = Array.from({ length: 10_000 }, (_, n) => `${n} ${LONG}`)

test('ten thousand long texts are kept in no more than the bound, the last ones', () => {
  const cache = new ByteCache({ name: 'planted', most: 512 * 1024, bytesOf: bytesOfText })
  for (const text of texts) {
    cache.set(text, text)
    assert.ok(cache.size <= cache.most, `${cache.size} bytes`)
  }
  assert.ok(
    cache.size > cache.most / 2 && cache.count < 70,
    `${cache.count} of ${cache.size} bytes`,
  )
  assert.equal(cache.get(texts.at(-1)!), texts.at(-1))
  assert.equal(cache.get(texts[0]!), undefined)
  for (const text of texts) cache.delete(text)
  assert.deepEqual([cache.size, cache.count], [0, 0])
})

test('what is larger than all that may be held is made each time, and drops nothing', () => {
  const cache = new ByteCache({ name: 'planted', most: 4_096, bytesOf: bytesOfText })
  cache.set('small', 'small')
  cache.set(LONG, LONG)
  assert.equal(cache.get(LONG), undefined)
  assert.equal(cache.get('small'), 'small')
})

test('a text that is kept twice is weighed once', () => {
  const cache = new ByteCache({ name: 'planted', most: 4_096, bytesOf: bytesOfText })
  cache.set('a', 'one')
  const { size } = cache
  cache.set('a', 'one')
  assert.equal(cache.size, size)
})

test('a result is made once while it is kept', () => {
  let made = 0
  const twice = keepLast({ name: 'planted', most: 4_096 }, text => {
    made++
    return [text, text]
  })
  assert.deepEqual([twice('a'), twice('a'), made], [['a', 'a'], ['a', 'a'], 1])
  assert.ok(cachesHere().some(({ name }) => name === 'planted'))
})
