import assert from 'node:assert/strict'
import type { networkInterfaces } from 'node:os'
import { test } from 'node:test'
import { addressesOf, hostsOf } from './hosts.ts'

const one = (address: string) =>
  ({
    address,
    netmask: '255.255.255.0',
    family: 'IPv4',
    mac: '00:00:00:00:00:00',
    internal: false,
    cidr: null,
  }) as const
type Networks = ReturnType<typeof networkInterfaces>

test(
  'an address that a router gives after the start is the box’s until the router takes ' + 'it back',
  () => {
    let networks: Networks = { lo: [one('127.0.0.1')] }
    let now = 0
    const hosts = hostsOf(
      ['localhost'],
      '0.0.0.0',
      () => networks,
      () => now,
    )
    assert.deepEqual([...hosts()], ['localhost', '127.0.0.1'])
    networks = { lo: [one('127.0.0.1')], eth0: [one('192.168.1.20')] }
    assert.ok(!hosts().has('192.168.1.20'))
    now = 5_000
    assert.ok(hosts().has('192.168.1.20'))
    networks = {}
    now = 10_000
    assert.deepEqual([...hosts()], ['localhost'])
  },
)

test('a server that listens to one address is asked by that one', () => {
  assert.deepEqual(
    addressesOf('127.0.0.1', () => ({ eth0: [one('192.168.1.20')] })),
    ['127.0.0.1'],
  )
  assert.deepEqual(
    addressesOf('::', () => ({ eth0: [one('192.168.1.20')] })),
    ['192.168.1.20'],
  )
})
