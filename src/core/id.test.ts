import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { base32, bornAt, fromBase32, ID_SHAPE, idFrom } from './id.ts'

const chance = fc.uint8Array({ minLength: 10, maxLength: 16 })

test('an id is 26 characters of its alphabet whatever the clock says, and tells when it was made', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(2 ** 31), fc.maxSafeNat(), fc.double()), chance, (now, bytes) => {
      const id = idFrom(now, bytes)
      assert.match(id, ID_SHAPE)
      if (now >= 0 && now < 2 ** 50) assert.equal(bornAt(id), Math.floor(now) + 0)
    }),
  )
})

test('ids are in the order of their milliseconds', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 45), fc.nat(2 ** 45), chance, chance, (a, b, x, y) => {
      if (Math.floor(a) !== Math.floor(b)) assert.equal(idFrom(a, x) < idFrom(b, y), a < b)
    }),
  )
})

test('80 bits of chance: ids of one millisecond differ when one bit does', () => {
  const bytes = Uint8Array.from({ length: 10 }, (_, n) => n * 25)
  const ids = new Set([idFrom(5, bytes)])
  for (let bit = 0; bit < 80; bit++) {
    const other = Uint8Array.from(bytes)
    other[bit >> 3]! ^= 1 << (bit & 7)
    ids.add(idFrom(5, other))
  }
  assert.equal(ids.size, 81)
})

test('base 32 gives back its bytes, and refuses what is not its alphabet', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), bytes =>
      assert.deepEqual(fromBase32(base32(bytes))?.subarray(0, bytes.length), bytes),
    ),
  )
  for (const text of ['i', 'l', 'o', 'u', 'A', ' ', 'é']) assert.equal(fromBase32(text), undefined)
  assert.equal(
    base32(new TextEncoder().encode('foobar')),
    'csqpyrk1e8',
    'Crockford’s alphabet over the RFC 4648 test text',
  )
})
