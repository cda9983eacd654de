import assert from 'node:assert/strict'
import { test } from 'node:test'
import { limit, wrongTries } from './limits.ts'
import { askerOf, neighbourOf } from './neighbour.ts'

const NOON = Date.UTC(2026, 10, 24, 12)
const MINUTE = 60_000

test('an IPv4 address is itself, mapped or not; of IPv6 the first 64 bits count, whatever the zone', () => {
  for (const address of ['192.168.1.7', '::ffff:192.168.1.7', '::FFFF:192.168.1.7', '::ffff:c0a8:107'])
    assert.equal(neighbourOf(address), '192.168.1.7', address)
  for (const address of ['2001:db8:0:7::1', '2001:db8::7:ffff:1:2:3', '2001:0DB8:0000:0007:aaaa::'])
    assert.equal(neighbourOf(address), '2001:db8:0:7::/64', address)
  assert.equal(neighbourOf('fe80::1%eth0'), 'fe80:0:0:0::/64')
  assert.notEqual(neighbourOf('2001:db8:0:8::1'), neighbourOf('2001:db8:0:7::1'))
  assert.notEqual(neighbourOf('192.168.1.8'), neighbourOf('192.168.1.7'))
})

test('this machine itself is here, unless the request says that it was passed on', () => {
  const at = (remoteAddress: string, headers = {}, encrypted = false) => askerOf({ socket: { remoteAddress, encrypted }, headers })
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) assert.ok(at(address).here && at(address).private, address)
  for (const address of ['127.0.0.2', '192.168.1.7', '::ffff:192.168.1.7', ''])
    assert.ok(!at(address).here && !at(address).private, address)
  assert.ok(at('192.168.1.7', {}, true).private)
  for (const name of ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded', 'x-real-ip', 'via'])
    for (const value of ['127.0.0.1', ''])
      for (const encrypted of [false, true]) {
        const asker = at('127.0.0.1', { [name]: value }, encrypted)
        assert.deepEqual([asker.here, asker.private, asker.secure], [false, false, encrypted], name)
      }
})

test('ten wrong tries of a neighbour are too many for ten minutes; whatever many others do, who was not wrong may try', () => {
  const tries = wrongTries(10, 10 * MINUTE)
  for (let i = 0; i < 10; i++) {
    assert.ok(tries.allows('2001:db8::1', NOON))
    tries.wrong(`2001:db8::${i}`, NOON)
  }
  assert.ok(!tries.allows('2001:db8::77', NOON + 9 * MINUTE))
  assert.ok(tries.allows('2001:db8::77', NOON + 10 * MINUTE))
  for (let i = 0; i < 20_000; i++) tries.wrong(`10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`, NOON)
  assert.ok(tries.allows('192.168.1.7', NOON) && !tries.wereWrong('192.168.1.7', NOON))
  assert.ok(tries.wereWrong('10.0.78.31', NOON))
})

test('a limit counts a neighbour, and all of them', () => {
  const posts = limit(2, 5, MINUTE)
  assert.deepEqual(
    ['a', 'a', 'a', 'b', 'b', 'c', 'c'].map(who => posts.allows(who, NOON)),
    [true, true, false, true, true, true, false],
  )
  assert.ok(posts.allows('c', NOON + MINUTE))
})
