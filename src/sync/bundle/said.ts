import type { Bundle } from './bundle.ts'
import type { PeerHoldings } from './vector.ts'

/**
 * The state of a box as its manifest gives it: its vector, the values and files that it asks for,
 * the boxes that it accepts. Only as far as the box `me` may rely on it.
 *
 * Law     The network vector (`after`) and the accepted boxes (`takes`) count only when the section
 *         is encrypted for `me` alone. Missing values and files are asked of every reader. An
 *         absent key stays absent.
 */
export function manifestState(
  { manifest, network }: Pick<Bundle, 'manifest' | 'network'>,
  me: string,
): PeerHoldings {
  const { commons } = manifest
  const own = network?.to === me ? network : undefined
  const lacks = { ...commons.lacks, ...network?.lacks }
  return {
    commons: commons.after,
    network: own?.after ?? {},
    hollow: { ...commons.hollow, ...network?.hollow },
    ...(Object.keys(lacks).length > 0 ? { lacks } : {}),
    ...(own?.takes ? { takes: own.takes } : {}),
  }
}
