import { networkInterfaces } from 'node:os'

type Networks = () => ReturnType<typeof networkInterfaces>

/** The addresses of this machine, for a server that listens to all of them. */
export function addressesOf(
  host: string,
  networks: Networks = networkInterfaces,
): readonly string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host]
  return Object.values(networks()).flatMap(all => (all ?? []).map(one => one.address))
}

const AGAIN_MS = 5_000

/**
 * A box is asked by its names and by its addresses of now: a router gives one long after the start,
 * and takes it back.
 */
export function hostsOf(
  names: readonly string[],
  host: string,
  networks: Networks = networkInterfaces,
  now = () => performance.now(),
): () => ReadonlySet<string> {
  let held: ReadonlySet<string> = new Set()
  let until = Number.NEGATIVE_INFINITY
  return () => {
    if (now() >= until) {
      held = new Set([...names, ...addressesOf(host, networks)])
      until = now() + AGAIN_MS
    }
    return held
  }
}
