import type { Kit } from '../../contract/kit.ts'
import { communesKnown } from '../../contract/records/ground.ts'
import type { PageSource } from './kit.ts'

/**
 * Names communes for every page: as the page’s own territory does, else another box’s record, else
 * the list of all communes.
 */
export function communeNamer(
  source: Pick<PageSource, 'read' | 'types' | 'communeNamed'>,
  territory: Kit['territory'],
): Kit['communeNamed'] {
  const own = new Map(
    territory?.communes
      .filter(({ code, name }) => name !== '' && name !== code)
      .map(({ code, name }) => [code, name]),
  )
  let brought: ReadonlyMap<string, string> | undefined
  const named = (): ReadonlyMap<string, string> =>
    new Map(
      communesKnown(source.read, source.types)
        .flatMap(({ code, name }) => (name === '' ? [] : [[code, name] as const]))
        .toReversed(),
    )
  return code => own.get(code) ?? (brought ??= named()).get(code) ?? source.communeNamed?.(code)
}
