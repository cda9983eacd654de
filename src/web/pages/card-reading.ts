import { isShownByCard, type Who } from '../../contract/permission.ts'
import type { WholeReader } from '../../contract/reader.ts'
import type { PageSource } from './kit.ts'

/**
 * The reader of people who hold a card. It reads what is shown to them inside `around` alone.
 * `has`: whether anything may be shown so.
 */
export type CardReading = Readonly<{
  read: WholeReader
  around: <T>(work: () => T) => T
  has: () => boolean
}>

/** The sources of people who hold a card, made once each. */
const cardSources = new WeakMap<PageSource, PageSource>()
function cardSourceOf(source: PageSource, { read }: CardReading): PageSource {
  const known = cardSources.get(source) ?? { ...source, read }
  cardSources.set(source, known)
  return known
}

/**
 * Makes something of what this visit may read.
 *
 * Law     one way for every page: whoever does not come here reads what everybody reads.
 */
export function readingFor<T>(
  source: PageSource,
  visit: Readonly<{ by: Who; private: boolean }>,
  work: (source: PageSource) => T,
): T {
  const { byCard } = source
  return byCard && isShownByCard(visit) && byCard.has()
    ? byCard.around(() => work(cardSourceOf(source, byCard)))
    : work(source)
}
