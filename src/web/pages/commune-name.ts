import type { Ask } from '../../contract/page.ts'
import { communesKnown } from '../../contract/records/ground.ts'
import type { Site } from './ask.ts'

/**
 * How every page names a commune: as the page's own territory does, else as a record says it that
 * another box brought, else by the list of all of them. A territory may name a commune of which no
 * record came: its code is no name.
 */
export function communeNamer(
  site: Pick<Site, 'read' | 'types' | 'communeNamed'>,
  territory: Ask['territory'],
): Ask['communeNamed'] {
  const own = new Map(
    territory?.communes
      .filter(({ code, name }) => name !== '' && name !== code)
      .map(({ code, name }) => [code, name]),
  )
  let brought: ReadonlyMap<string, string> | undefined
  const named = (): ReadonlyMap<string, string> =>
    new Map(
      communesKnown(site.read, site.types)
        .flatMap(({ code, name }) => (name === '' ? [] : [[code, name] as const]))
        .toReversed(),
    )
  return code => own.get(code) ?? (brought ??= named()).get(code) ?? site.communeNamed?.(code)
}
