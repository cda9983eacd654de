import type { Bundle } from './bundle.ts'
import type { Known } from './vector.ts'

/**
 * What the box that made a bundle says that it holds and asks for, as the box `me` may know it.
 *
 * Law     of the network, what it holds is told only to the one box that it sealed for; so is whose entries it takes. What it asks for again
 *         is asked of whoever reads it. What it says nothing of is left out.
 */
export function saidIn(
  { manifest, network }: Pick<Bundle, 'manifest' | 'network'>,
  me: string,
): Known {
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
