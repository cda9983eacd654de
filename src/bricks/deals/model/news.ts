import type { WholeDeal } from './read.ts'
import { type Actor, isForKeeper, isUnderWay, type Party, speaksFor } from './rules.ts'

/** To whom something of a thread is news. */

/**
 * For whom somebody is told: themselves, and those for whom they write; the keeper, those whom
 * nobody else can tell.
 */
export const isToldTo = (who: Actor, party: Party): boolean =>
  who.by === 'keeper' ? isForKeeper(party) : speaksFor(who, party)

/**
 * The places of this person, and of those for whom they write, to whom the last word of the other
 * side is news.
 */
export const newsFor = (whole: WholeDeal, who: Actor): readonly string[] => [
  ...new Set([...unseenFor(whole, who), ...changedFor(whole, who)]),
]
/** The same, of what was said alone. */
export const unseenFor = ({ row, parties }: WholeDeal, who: Actor): readonly string[] =>
  (row.unseen ?? []).filter(place => {
    const party = parties[Number(place)]
    return party !== undefined && isToldTo(who, party)
  })

/** Its notice as it is now: its sentence, empty once closed; undefined where it is not read. */
export const noticeNow = ({ notices: [notice] }: WholeDeal): string | undefined =>
  notice && (notice.isClosed ? '' : notice.title)
/**
 * The places to which it is news that the notice of a thread under way is worded otherwise, or
 * over: that of who answered it.
 */
export const changedFor = (whole: WholeDeal, who: Actor): readonly string[] => {
  const { row, state, parties, said } = whole
  const now = noticeNow(whole)
  const isSame = row.noticeAs === null || now === undefined || row.noticeAs === now
  if (isSame || !isUnderWay(state)) return []
  const place = parties.findIndex(({ key }) => key === said[0]?.key)
  const party = parties[place]
  return party && isToldTo(who, party) ? [String(place)] : []
}

/** To whom what a party says is news: everybody here but them, and but who writes it down. */
export const toldNext = (
  parties: readonly Party[],
  of: Party,
  me: string | undefined,
): readonly string[] =>
  parties.flatMap((party, place) =>
    party.key === of.key || party.away !== undefined || (me !== undefined && party.member === me)
      ? []
      : [String(place)],
  )
