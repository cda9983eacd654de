import { keeperParts } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import { relaysKnown } from '../model/reach.ts'
import type { Notice } from '../model/rules.ts'

/**
 * Where the one is to whom a word is left, of a notice that says *laissez un mot à Simone*:
 * *Simone : au local, 04 77 00 00 00*. Undefined for any other notice, and where nobody knows.
 */
export function wordWay({ row }: Notice, kit: Kit, read: Reader): string | undefined {
  if (row.reachBy !== 'word' || !row.reach) return undefined
  if (row.relay) {
    const relay = relaysKnown(read).find(one => one.id === row.relay)
    const at = [relay?.where, relay?.when].filter(Boolean).join(', ')
    return relay && at !== '' ? `${relay.name}\u00a0: ${at}` : undefined
  }
  const { keptBy, reach } = kit.hostOf(row.id) ?? kit.territory ?? { keptBy: '', reach: null }
  const [name = '', ...at] = keeperParts({ keptBy, reach }).join(', ').split(/,\s*/)
  // A word that was left to somebody who keeps the page no more is not theirs.
  return name !== '' && at.length > 0 && row.reach.includes(name)
    ? `${name}\u00a0: ${at.join(', ')}`
    : undefined
}
