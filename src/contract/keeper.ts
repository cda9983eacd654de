import type { Kit } from './kit.ts'
import type { Reader } from './reader.ts'
import type { Territory } from './territory.ts'

/**
 * How pages and prints call the keeper, the person or people who answer for the page. The territory
 * holds, as the keeper typed them, their name (`keptBy`) and how to reach them (`reach`). A name
 * may end with a place after a comma: *Anaïs et Malo, au local le mercredi*.
 */

type Kept = Pick<Territory, 'keptBy' | 'reach'>

/**
 * The keeper’s name, then how to reach them. With a `reach`, the name ends before its first comma.
 */
export const keeperParts = ({ keptBy, reach }: Kept): readonly string[] =>
  (reach ? [keptBy.split(',')[0]!, reach] : [keptBy]).filter(part => part !== '')

/** The keeper’s name and how to reach them, as one phrase; `otherwise` without both. */
export const keeperSaid = (territory: Kept | undefined, otherwise: string): string =>
  (territory ? keeperParts(territory).join(', ') : '') || otherwise

/** The keeper’s name and place. A brick that asks has `keeper` in its `reads`. */
export const keptBy = (read: Reader): string | undefined =>
  read.published.keeper?.()?.keptBy || undefined

/**
 * The keeper’s name without the place, for the middle of a sentence: *Anaïs et Malo*, from *Anaïs
 * et Malo, au local le mercredi*. With the place, *read by them at the hall on Wednesday* would
 * promise a day.
 */
export const keeperNameOf = (
  territory: Pick<Territory, 'keptBy'> | undefined,
): string | undefined => territory?.keptBy.split(',')[0]?.trim() || undefined

/** The same, of this box. A brick that asks has `keeper` in its `reads`. */
export const keeperNamed = (read: Reader): string | undefined =>
  keeperNameOf(read.published.keeper?.())

/**
 * Whom to ask about a record: whoever keeps the box where it was written, and this box’s keeper for
 * a record of this box. Undefined where nobody is named.
 */
export function keeperFor(
  { hostOf }: Pick<Kit, 'hostOf'>,
  read: Reader,
  id: string,
): string | undefined {
  const host = hostOf(id)
  if (host !== undefined) return keeperParts(host).join(', ') || host.called
  const own = read.published.keeper?.()
  return (own && keeperParts(own).join(', ')) || undefined
}
