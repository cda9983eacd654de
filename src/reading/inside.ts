import { BlockList, isIP } from 'node:net'

/**
 * Which addresses are no public page: this box, the house's other machines, and what clouds keep
 * for themselves. Source: IANA's registries of special-purpose addresses, IPv4 (RFC 6890 and after)
 * and IPv6; 168.63.129.16 is the address by which Azure's machines speak to their host.
 */
const CLOSED_4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]
/**
 * Inside 2000::/3, the only part of IPv6 that is public: protocols' own, examples, and tunnels that
 * hide an IPv4 address.
 */
const CLOSED_6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const closed = new BlockList()
for (const [net, bits] of CLOSED_4) closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of CLOSED_6) closed.addSubnet(net, bits, 'ipv6')
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')
/** IPv4 written as IPv6: mapped, and by NAT64, as IPv6-only networks give it. */
const holdsFour = new BlockList()
holdsFour.addSubnet('::ffff:0:0', 96, 'ipv6')
holdsFour.addSubnet('64:ff9b::', 96, 'ipv6')

/**
 * Where no page of a neighbour's machine ever is, even for a keeper who allows the box's own
 * network: machines' own metadata, everybody at once.
 */
const nobody = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['192.0.0.0', 24],
  ['224.0.0.0', 3],
] as const)
  nobody.addSubnet(net, bits, 'ipv4')
nobody.addAddress('100.100.100.200', 'ipv4')
for (const [net, bits] of [
  ['::', 128],
  ['fe80::', 10],
  ['ff00::', 8],
  ['fd00:ec2::', 32],
] as const)
  nobody.addSubnet(net, bits, 'ipv6')

/** True where a page is not fetched from even with `allowLocal`. */
export function isNobody(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  const version = isIP(bare)
  if (version === 0) return true
  const four = version === 4 ? bare : lastFour(bare)
  return four ? nobody.check(four, 'ipv4') : nobody.check(bare, 'ipv6')
}

/** True where a page must not be fetched from; what is no IP address is inside too. */
export function isInside(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  const version = isIP(bare)
  if (version === 4) return closed.check(bare, 'ipv4')
  if (version !== 6) return true
  const four = lastFour(bare)
  if (four) return closed.check(four, 'ipv4')
  return !open6.check(bare, 'ipv6') || closed.check(bare, 'ipv6')
}

function lastFour(address: string): string | undefined {
  if (!holdsFour.check(address, 'ipv6')) return undefined
  const dotted = /(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1]
  if (dotted) return dotted
  const [, host] = /^\[(.*)\]$/.exec(new URL(`http://[${address}]/`).hostname) ?? []
  const groups = (host ?? '').split('::').at(-1)!.split(':').slice(-2)
  const [high = 0, low = 0] = (groups.length === 2 ? groups : ['0', ...groups]).map(group =>
    Number.parseInt(group || '0', 16),
  )
  return [high >> 8, high & 255, low >> 8, low & 255].join('.')
}
