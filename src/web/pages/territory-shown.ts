import type { Brick } from '../../contract/brick.ts'
import type { Reader } from '../../contract/reader.ts'
import type { Territory } from '../../contract/territory.ts'
import { territoryOf } from '../../engine/territory.ts'

type Lately = Readonly<{ version: string; territory: Territory | undefined }>
const lately = new WeakMap<Reader, Lately>()

/** Changes with each write that the tables get. */
export const versionOf = (read: Reader): string =>
  Object.values(
    read.all('SELECT data_version, total_changes() AS own FROM pragma_data_version')[0] ?? {},
  ).join(' ')

/**
 * The territory for pages, read again only after a write. Not for a turn: a batch that is rolled
 * back would leave a wrong value.
 */
export function territoryShown(bricks: readonly Brick[], read: Reader): Territory | undefined {
  const version = versionOf(read)
  const held = lately.get(read)
  if (held?.version === version) return held.territory
  const territory = territoryOf(bricks, read)
  lately.set(read, { version, territory })
  return territory
}
