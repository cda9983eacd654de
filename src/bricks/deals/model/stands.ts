import type { Reader } from '../../../contract/reader.ts'
import { bornAt } from '../../../core/id.ts'
import type { DealRow, SaidOn, WholeDeal } from './read.ts'
import { deal } from './records.ts'
import { beforeMove, isProposing, type Party, withoutMovesBack } from './rules.ts'

/**
 * A moment that is agreed, and its place.
 *
 * Units   `since`: when it was proposed, in milliseconds since 1970.
 */
export type AgreedMoment = Readonly<
  Pick<DealRow, 'when' | 'where'> & { on: string | null; since: number }
>

/**
 * The moment that is agreed and stands while another one is asked instead; undefined where none is.
 */
export function standsStill(
  row: DealRow,
  parties: readonly Pick<Party, 'key'>[],
  said: readonly SaidOn[],
  read: Reader,
): AgreedMoment | undefined {
  const before = row.state === 'proposed' ? beforeMove(parties, said) : undefined
  return before && momentOf(row, parties, before, said, read)
}

/**
 * The agreed moment that fell while another one was asked instead: whoever counted on it hears of
 * it, and not of the one that nobody agreed to. Undefined where none was asked.
 *
 * Shape   `said`: with what ended it.
 */
export function agreedOff(
  row: DealRow,
  parties: readonly Pick<Party, 'key'>[],
  said: readonly SaidOn[],
  read: Reader,
): AgreedMoment | undefined {
  const asked = said.findLastIndex(isProposing)
  const end = said.findIndex(({ says }, at) => at > asked && (says === 'not' || says === 'end'))
  const stood = end < 0 ? said : said.slice(0, end)
  const before = beforeMove(parties, stood)
  return before && momentOf(row, parties, before, stood, read)
}

/** The moment that was agreed, as it was asked. `said`: with the one asked instead. */
function momentOf(
  row: DealRow,
  parties: readonly Pick<Party, 'key'>[],
  before: readonly SaidOn[],
  said: readonly SaidOn[],
  read: Reader,
): AgreedMoment {
  const act = askedBy({ parties, said: before })
  const since = bornAt(lastProposal({ parties, said: before })?.id ?? row.id)
  if (act) return { when: act.when, where: act.where ?? null, on: act.on, since }
  // In a thread of a version before this one the first proposal stands in the record alone: it is
  // the value before.
  const lines = read.homeHistory(deal.name, row.id)
  const former = (name: 'when' | 'where'): string | null => {
    const value = lines.find(one => one.field === name && one.value !== row[name])?.value
    return typeof value === 'string' ? value : null
  }
  const where = former('where') ?? row.where
  return { when: former('when'), where, on: said[0]?.on ?? null, since }
}

type Acts = Readonly<{ parties: readonly Pick<Party, 'key'>[]; said: readonly SaidOn[] }>
/** The act that asked the moment which stands, without those that were asked and refused. */
export const lastProposal = ({ parties, said }: Acts): SaidOn | undefined =>
  withoutMovesBack(parties, said).findLast(isProposing)
/**
 * The same, or the first yes, which says the time as the form asks; undefined where that one says
 * none, as in an older version.
 */
export const askedBy = ({ parties, said }: Acts): SaidOn | undefined =>
  lastProposal({ parties, said }) ??
  withoutMovesBack(parties, said).find(({ says, when }) => says === 'yes' && when !== null)

/**
 * Of a no to another moment than the agreed one: who asked that moment took it back, or the other
 * one keeps what is agreed. Undefined for any other no.
 */
export function keepsBy(
  { parties, said }: Pick<WholeDeal, 'parties' | 'said'>,
  no: SaidOn,
): 'stays' | 'keeps' | undefined {
  const earlier = said.slice(0, said.indexOf(no))
  if (no.says !== 'no' || beforeMove(parties, earlier) === undefined) return undefined
  return lastProposal({ parties, said: earlier })?.key === no.key ? 'stays' : 'keeps'
}
