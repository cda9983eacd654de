import type {
  SlipAbout,
  SlipThread,
  StandingThread,
  ThreadNow,
} from '../../../contract/published-deals.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dayAfter } from '../../../text/days.ts'
import { datesIn } from '../../../text/harvest/dates.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import { type DealReader, meetingCounts, openDealsOf, uncomeIn, WITHOUT_SCREEN } from './awaited.ts'
import { MOST, type SaidOn, type WholeDeal, wholesFrom } from './read.ts'
import { deal } from './records.ts'
import { proposedOn, rideNowOf } from './ride-now.ts'
import {
  isAskedOf,
  isProposing,
  isReader,
  isWordAlone,
  notesWordOf,
  type Party,
  readsWords,
  speaksFor,
  talksFor,
} from './rules.ts'
import { DEALS } from './sides.ts'
import { forWhomOf, isMove } from './slips.ts'

/** Where threads stand, beside what is handed over to who has no screen. */

/** See `Published.slipThreads`. */
export function slipThreads(
  read: Reader,
  slips: readonly SlipAbout[],
  who: DealReader,
): ReadonlyMap<string, SlipThread> {
  if (slips.length === 0) return new Map()
  const ids = JSON.stringify([...new Set(slips.map(({ about }) => about))])
  const where = 'id IN (SELECT value FROM json_each(?))'
  const all = wholesFrom(read, read.list(deal, { where, with: [ids] }, 'home'))
  const byId = new Map(all.map(whole => [whole.row.id, whole]))
  return new Map(
    slips.flatMap(({ id, about }) => {
      const whole = byId.get(about)
      return whole ? [[id, slipThread(read, whole, { id, who })] as const] : []
    }),
  )
}

function slipThread(
  read: Reader,
  whole: WholeDeal,
  { id, who }: Readonly<{ id: string; who: DealReader }>,
): SlipThread {
  const { parties, said } = whole
  const act = said.find(({ slip }) => slip === id)
  const to = act && parties.find(({ key }) => key !== act.key)
  const isLast = act !== undefined && said.findLast(({ says }) => says !== 'insult') === act
  const isTold = readsWords(who, parties) || isMomentOnSlip(whole, act)
  return {
    ...threadNow(read, whole, { to, isTold, today: who.today }),
    isNoted: to !== undefined && (speaksFor(who, to) || (isLast && notesWordOf(who, to))),
    isLast,
    isLatest: act !== undefined && said.slice(said.indexOf(act) + 1).every(isWordAlone),
  }
}
/** Whether the moment that stands was said on a slip that the same hands carry, or carried. */
function isMomentOnSlip({ said }: WholeDeal, act: SaidOn | undefined): boolean {
  const since = said.findLastIndex(isProposing)
  return said.slice(Math.max(0, since)).some(one => one.slip && one.key === act?.key && isMove(one))
}

/** `isTold`: its own words may be read. */
type Telling = Readonly<{ to: Party | undefined; isTold: boolean; today: string }>
function threadNow(read: Reader, whole: WholeDeal, { to, isTold, today }: Telling): ThreadNow {
  const { row, state, notices } = whole
  const isStanding = isTold && (state === 'proposed' || state === 'agreed')
  return {
    path: `${DEALS}/${row.id}`,
    title: (isTold ? row.what : null) ?? notices[0]?.title ?? null,
    state,
    moment: isStanding ? [row.when, row.where].filter(Boolean).join(', ') || null : null,
    ride: isStanding ? rideNowOf(read, whole, today) : undefined,
    isAsked: to !== undefined && isAskedOf(whole, to),
    counts: meetingCounts(whole, read, today),
  }
}

/** See `Published.threadsFor`. */
export const threadsFor = (read: Reader, who: DealReader): readonly StandingThread[] =>
  standing(read, who)
    .filter(whole => !isPast(whole, who.today))
    .flatMap(whole => {
      const { parties } = whole
      const to = parties.find(party => talksFor(who, party) && !isReader(party, who))
      if (!to) return []
      const now = threadNow(read, whole, { to, isTold: true, today: who.today })
      const others = parties.flatMap(({ key, name }) => (key === to.key || !name ? [] : [name]))
      const whom = { member: to.member, name: to.name, forWhom: forWhomOf(whole, to) }
      return [{ ...now, whom, others }]
    })

function standing(read: Reader, who: DealReader): readonly WholeDeal[] {
  const all =
    who.by === 'keeper'
      ? wholesFrom(read, read.list(deal, carriedOf(read), 'home'))
      : openDealsOf(read, who.me ?? '', who.today)
  return all.filter(({ state }) => state === 'agreed' || state === 'proposed')
}
const carriedOf = (read: Reader) => ({
  where: `state IN ('agreed', 'proposed') AND ${WITHOUT_SCREEN}`,
  with: [uncomeIn(read)],
  order: 'id',
  limit: MOST,
})

/** Units  days: of an agreement whose day nobody reads for sure, so long after its last word. */
const STANDS_DAYS = 31
/** Whether the day of an agreement is past; of one that comes again, never. */
function isPast(whole: WholeDeal, today: string): boolean {
  if (whole.state !== 'agreed') return false
  const said = plainOf(whole.row.when ?? '')
  if (/(?<![a-z])(?:chaque|tous les|toutes les)(?![a-z])/.test(said)) return false
  const days = datesIn(said, { day: proposedOn(whole) }).filter(({ sure }) => sure)
  if (days.length > 0) return days.every(({ day, until = day }) => until < today)
  return (whole.said.at(-1)?.on ?? today) < dayAfter(today, -STANDS_DAYS)
}
