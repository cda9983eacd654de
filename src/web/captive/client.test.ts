import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type LimitedPerson, limit, personOf, strangerAt, wrongTries } from '../session/limits.ts'
import { askerOf, clientOf } from './client.ts'

const NOON = Date.UTC(2026, 10, 24, 12)
const MINUTE = 60_000

test(
  'an IPv4 address is itself, mapped or not; of IPv6 the first 64 bits count, whatever the ' +
    'zone',
  () => {
    for (const address of [
      '192.168.1.7',
      '::ffff:192.168.1.7',
      '::FFFF:192.168.1.7',
      '::ffff:c0a8:107',
    ])
      assert.equal(clientOf(address), '192.168.1.7', address)
    for (const address of [
      '2001:db8:0:7::1',
      '2001:db8::7:ffff:1:2:3',
      '2001:0DB8:0000:0007:aaaa::',
    ])
      assert.equal(clientOf(address), '2001:db8:0:7::/64', address)
    assert.equal(clientOf('fe80::1%eth0'), 'fe80:0:0:0::/64')
    assert.notEqual(clientOf('2001:db8:0:8::1'), clientOf('2001:db8:0:7::1'))
    assert.notEqual(clientOf('192.168.1.8'), clientOf('192.168.1.7'))
  },
)

test('this machine itself is here, unless the request says that it was passed on', () => {
  const at = (remoteAddress: string, headers = {}, encrypted = false) =>
    askerOf({ socket: { remoteAddress, encrypted }, headers })
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    assert.ok(at(address).here && at(address).private, address)
  for (const address of ['127.0.0.2', '192.168.1.7', '::ffff:192.168.1.7', ''])
    assert.ok(!at(address).here && !at(address).private, address)
  assert.ok(at('192.168.1.7', {}, true).private)
  for (const name of [
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'forwarded',
    'x-real-ip',
    'via',
  ])
    for (const value of ['127.0.0.1', ''])
      for (const encrypted of [false, true]) {
        const asker = at('127.0.0.1', { [name]: value }, encrypted)
        assert.deepEqual([asker.here, asker.private, asker.secure], [false, false, encrypted], name)
      }
})

test(
  'ten wrong tries of a client block it for ten minutes; a client without wrong tries ' +
    'may always try',
  () => {
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
  },
)

const stranger = (n: number) => strangerAt(`192.168.4.${n}`)

test(
  'a limit counts a stranger, and all strangers; the first few acts of one are theirs ' +
    'whatever the others did',
  () => {
    const posts = limit({ each: 8, all: 20, spanMs: MINUTE })
    const done = (n: number) =>
      Array.from({ length: 9 }, () => posts.take(stranger(n), NOON) !== undefined).filter(Boolean)
        .length
    assert.deepEqual([1, 2, 3, 4].map(done), [8, 8, 5, 5])
    assert.ok(posts.take(stranger(1), NOON + MINUTE))
  },
)

test(
  'a member counts alone wherever they write from, and the box’s own computer apart: no ' +
    'number of strangers stops them',
  () => {
    const posts = limit({ each: 3, member: 12, here: 30, all: 6, spanMs: MINUTE })
    for (let n = 0; n < 200; n++) for (let i = 0; i < 4; i++) posts.take(stranger(n), NOON)
    const here = personOf({ me: undefined, here: true, address: '127.0.0.1' })
    const times = (person: LimitedPerson) =>
      Array.from({ length: 60 }, () => posts.take(person, NOON)).filter(Boolean).length
    assert.equal(times(personOf({ me: 'élodie', here: false, address: '192.168.4.1' })), 12)
    assert.equal(
      times(personOf({ me: 'élodie', here: true, address: '127.0.0.1' })),
      0,
      'the same person',
    )
    assert.equal(times(personOf({ me: 'paul', here: false, address: '192.168.4.1' })), 12)
    assert.equal(times(here), 30)
  },
)

test('an act that is given back is not counted', () => {
  const posts = limit({ each: 2, all: 3, spanMs: MINUTE })
  for (let n = 0; n < 50; n++) posts.take(stranger(1), NOON + n)!()
  assert.ok(posts.take(stranger(1), NOON + 60) && posts.take(stranger(1), NOON + 60))
  assert.equal(posts.take(stranger(1), NOON + 60), undefined)
})
