import type { IncomingHttpHeaders } from 'node:http'
import { isIPv6 } from 'node:net'

/**
 * The client of a request, as its connection tells. Only this file says which rights an address
 * gives.
 */
export type ConnectedClient = Readonly<{
  /** IPv4 even when it came mapped into IPv6. */
  address: string
  secure: boolean
  /** This machine itself. */
  here: boolean
  /** https, or this machine itself: where a keeper may be signed in. */
  private: boolean
}>
type Asking = Readonly<{
  socket?: Readonly<{ remoteAddress?: string | undefined; encrypted?: boolean }>
  headers?: IncomingHttpHeaders
}>

/** The headers of a request that a proxy passed on: its real client is unknown. */
const PASSED_ON = [
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'forwarded',
  'x-real-ip',
  'via',
]

/**
 * Law  a request that was passed on is a stranger's over http, whatever its address and its last
 *      stretch: a reverse proxy on this machine has the machine's own address.
 */
export function askerOf({ socket, headers = {} }: Asking): ConnectedClient {
  const address = unmapped(socket?.remoteAddress ?? '')
  const secure = socket !== undefined && 'encrypted' in socket && socket.encrypted === true
  const passedOn = PASSED_ON.some(name => headers[name] !== undefined)
  const here = !passedOn && isHere(address)
  return { address, secure, here, private: here || (secure && !passedOn) }
}

/** Whether an address is this machine’s own loopback. */
export const isHere = (address: string): boolean => ['127.0.0.1', '::1'].includes(unmapped(address))

const unmapped = (address: string): string =>
  address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

/**
 * The client that an address counts as: an IPv4 address, mapped into IPv6 or not; the first 64 bits
 * of an IPv6 address, since one machine draws as many of the others as it likes (RFC 4291, 2.5.1;
 * RFC 8981).
 */
export function clientOf(address: string): string {
  const plain = unmapped(address.replace(/%.*$/, ''))
  if (!isIPv6(plain)) return plain
  const groups = groupsOf(plain)
  const isMapped = groups.slice(0, 5).every(group => group === 0) && groups[5] === 0xffff
  if (isMapped)
    return [groups[6]! >> 8, groups[6]! & 255, groups[7]! >> 8, groups[7]! & 255].join('.')
  return `${groups
    .slice(0, 4)
    .map(group => group.toString(16))
    .join(':')}::/64`
}

/** As whom a connection is counted; this machine itself apart. */
export const countedAs = ({ here, address }: Pick<ConnectedClient, 'here' | 'address'>): string =>
  here ? 'here' : clientOf(address)

/** Its eight groups; `URL` writes an address in its one shortest form. */
function groupsOf(address: string): readonly number[] {
  const shortest = new URL(`http://[${address}]/`).hostname.slice(1, -1)
  const [head = '', tail = ''] = shortest.split('::')
  const numbers = (half: string): number[] =>
    half === '' ? [] : half.split(':').map(group => Number.parseInt(group, 16))
  const [first, last] = [numbers(head), numbers(tail)]
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => 0), ...last]
}
