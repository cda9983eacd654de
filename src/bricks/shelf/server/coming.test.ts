import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Coming } from './coming.ts'

const at = (address: string) => ({ here: false, address })

test(
  'a neighbour sends two files at once, however many addresses its machine draws; the box’s ' +
    'own computer apart',
  () => {
    const coming = new Coming()
    const ends = [coming.allows(at('2001:db8::1'), 5), coming.allows(at('2001:db8::2'), 7)]
    assert.ok(ends.every(end => end !== undefined))
    assert.equal(coming.allows(at('2001:db8::ffff:3'), 1), undefined)
    assert.ok(coming.allows(at('192.168.4.7'), 1))
    assert.ok(coming.allows({ here: true, address: '127.0.0.1' }, 1))
    assert.equal(coming.bytes(), 14)
    ends[0]!()
    assert.ok(coming.allows(at('2001:db8::4'), 1))
  },
)

test('six come at once, of all of them', () => {
  const coming = new Coming()
  for (let n = 0; n < 6; n++) assert.ok(coming.allows(at(`192.168.4.${n}`), 1))
  assert.equal(coming.allows(at('192.168.4.9'), 1), undefined)
})
