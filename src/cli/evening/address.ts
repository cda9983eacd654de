import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'

/** The addresses of laptops on a Wi-Fi that they share: Windows, macOS, NetworkManager. */
const SHARING = ['192.168.137.1', '192.168.2.1', '10.42.0.1']

/**
 * The address of this machine that others most likely read it under; undefined where it is on no
 * network.
 */
export function addressHere(
  all: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): string | undefined {
  const mine = Object.values(all)
    .flatMap(some => some ?? [])
    .filter(one => one.family === 'IPv4' && !one.internal && !one.address.startsWith('169.254.'))
    .map(one => one.address)
  return SHARING.find(one => mine.includes(one)) ?? mine[0]
}

/** The ports to try: the one that nobody types, then easy ones. */
const PORTS = [80, 8000, 4280]

/**
 * The first of them that this program may have, else one that the system gives: the card says it
 * before the page is open.
 */
export async function portHere(ports: readonly number[] = PORTS): Promise<number> {
  for (const port of [...ports, 0]) {
    const got = await tried(port)
    if (got !== undefined) return got
  }
  return 0
}

const tried = (port: number): Promise<number | undefined> =>
  new Promise(resolve => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '0.0.0.0', () => {
      const got = server.address()
      server.close(() => resolve(typeof got === 'object' && got ? got.port : undefined))
    })
  })
