import { createServer } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Where laptops stand on the Wi-Fi that they share: Windows, macOS, NetworkManager. */
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

/** The port that nobody has to type, then one that is easily said. */
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
    const door = createServer()
    door.once('error', () => resolve(undefined))
    door.listen(port, '0.0.0.0', () => {
      const got = door.address()
      door.close(() => resolve(typeof got === 'object' && got ? got.port : undefined))
    })
  })
