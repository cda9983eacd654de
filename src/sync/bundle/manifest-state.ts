import type { Bundle } from './bundle.ts'
import type { PeerHoldings } from './vector.ts'

/**
 * The state of another box as the manifest (the signed list) of its bundle gives it, as far as the
 * box `me` may rely on it: its vector (the last entry that it holds of each feed, which is the list
 * of entries of one box, one epoch and one space), the values (`hollow`) and files (`lacks`) that
 * it asks for, and the boxes that it accepts (`takes`). The next bundle for that box is made
 * against this state.
 *
 * Shape   `network`: the bundle’s network section, for paired boxes, once it was opened. `to`: the
 *         one box that can open it; without `to`, every paired box can.
 * Law     The network vector (`after`) and the accepted boxes (`takes`) count only when the section
 *         is encrypted for `me` alone, because `after` of a section for several boxes leaves their
 *         own feeds out. Otherwise the network vector is empty, as of a box that holds nothing.
 *         Missing values and files are asked of every reader. `lacks` and `takes` are absent when
 *         there is none.
 */
export function manifestState(
  { manifest, network }: Pick<Bundle, 'manifest' | 'network'>,
  me: string,
): PeerHoldings {
  const { commons } = manifest
  const own = network?.to === me ? network : undefined
  // Keys are names of feeds, and a feed has one space: no key is in both sections.
  const lacks = { ...commons.lacks, ...network?.lacks }
  return {
    commons: commons.after,
    network: own?.after ?? {},
    hollow: { ...commons.hollow, ...network?.hollow },
    ...(Object.keys(lacks).length > 0 ? { lacks } : {}),
    ...(own?.takes ? { takes: own.takes } : {}),
  }
}
