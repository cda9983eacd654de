import { decidedOrder, pendingActs, toldOrder } from '../../../contract/letters/order.ts'
import type { MemberKnown, NoticeSeen } from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { type Input, one as oneOf } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { FieldsOf, RowOf } from '../../../core/schema.ts'
import { type DealAct, readActs } from './acts.ts'
import { deal } from './records.ts'
import {
  type Actor,
  AWAY,
  goesOnce,
  isForKeeper,
  isHeldBy,
  isToBeTold,
  isWordAlone,
  keyOfName,
  type Party,
  type PartyStatement,
  possible,
  type Says,
  type State,
  speaksFor,
  type TakeBackState,
  takenBackBy,
  whyOf,
} from './rules.ts'

export type DealRow = RowOf<typeof deal>
/** What one party said, with its day and who wrote it down. */
export type SaidOn = PartyStatement &
  Readonly<{
    id: string
    on: string | null
    when: string | null
    where?: string | null
    /** Of a `word`, and the slip by which it is handed over. */
    said?: string | null
    slip?: string | null
    reports?: string | null
    judged?: string | null
    saidBy: string | null
    keyedBy: string | null
    undid?: TakeBackState | null
    /** The ids of the notices that this answer closed. */
    closed?: readonly string[]
  }>
/** A deal with its people and all that they said. */
export type WholeDeal = Readonly<{
  row: DealRow
  state: State
  parties: readonly Party[]
  said: readonly SaidOn[]
  notices: readonly NoticeSeen[]
}>

export const MOST = 500
/** Notices of the page that deals are about. */
export const noticesFor = (read: Reader, ids: readonly string[]): readonly NoticeSeen[] =>
  ids.length === 0 ? [] : (read.published.noticesSeen?.([...new Set(ids)]) ?? [])
export const noticeFor = (read: Reader, id: string): NoticeSeen | undefined =>
  noticesFor(read, [id])[0]
/** Everybody whom this box knows: to find their names, never to show them. */
export const membersKnown = (read: Reader): readonly MemberKnown[] =>
  read.published.membersKnown?.() ?? []
export const memberKnown = (read: Reader, id: string): MemberKnown | undefined =>
  read.published.memberKnown?.(id)

const stateOf = (row: DealRow): State => (row.state ?? 'proposed') as State

/** A deal that stands in this box, with its people and what they said. */
export function wholeOf(read: Reader, id: string): WholeDeal | undefined {
  const row = read.one(deal, id, 'home')
  return row && wholeFrom(read, row)
}
export const wholeFrom = (read: Reader, row: DealRow): WholeDeal => wholesFrom(read, [row])[0]!

/** A deal that is about to be written, whole: nothing is said in it yet. */
export const wholeNew = (read: Reader, id: string, fields: FieldsOf<typeof deal>): WholeDeal =>
  wholeFrom(read, { ...EMPTY_DEAL, ...fields, id })
// Each field of the type is null: nothing is written of it.
export const EMPTY_DEAL = Object.fromEntries(
  Object.keys(deal.fields).map(name => [name, null]),
) as unknown as DealRow

/** Several deals whole. The number of statements does not depend on how many there are. */
export function wholesFrom(read: Reader, rows: readonly DealRow[]): readonly WholeDeal[] {
  const answers = Map.groupBy(
    answersTo(
      read,
      rows.map(({ id }) => id),
    ),
    one => one.deal,
  )
  const about = rows.flatMap(row => row.about ?? [])
  const notices = new Map(noticesFor(read, about).map(one => [one.id, one]))
  const names = namesOf(read, [...new Set(rows.flatMap(row => row.parties ?? []))])
  const called = boxesCalled(read, rows)
  const sentBy = ticketsOf(read, [...notices.values()])
  return rows.map(row => {
    const own = answers.get(row.id) ?? []
    const said = row.box === null ? own : inOneOrder(row, own)
    const of = (row.about ?? []).flatMap(id => notices.get(id) ?? [])
    const away = row.box === null ? undefined : called(row.box)
    const people = partiesOf(row, { names, away })
    const parties = people.map(one => ({
      ...one,
      ...sentIn(row, one, of, sentBy),
      relays: one.away === undefined ? relaysOf(one.key, of, said) : [],
    }))
    return { row, state: stateOf(row), parties, said, notices: of }
  })
}

/**
 * The tickets of shown notices that visitors sent, by the notice.
 *
 * Law     only a notice whose author nobody here is. A text that was found on the page already is
 *         another person's: its ticket opens nothing of it.
 */
function ticketsOf(read: Reader, notices: readonly NoticeSeen[]): ReadonlyMap<string, string> {
  const ids = notices.filter(one => one.author === null && one.who !== null).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const where =
    "sentBy = 'visitor' AND stoodThere IS NOT 1 AND changes IS NULL " +
    'AND shownAs IN (SELECT value FROM json_each(?))'
  const all = read.list(proposal, { where, with: [JSON.stringify(ids)] }, 'home')
  // Two who sent one notice are not told apart.
  return new Map(
    [...Map.groupBy(all, one => one.shownAs ?? '')].flatMap(([notice, [first, second]]) =>
      first && !second ? [[notice, first.id] as const] : [],
    ),
  )
}
/** The ticket of a party by their own notice, of a thread of this box. */
function sentIn(
  { box }: DealRow,
  party: Omit<Party, 'relays'>,
  notices: readonly NoticeSeen[],
  tickets: ReadonlyMap<string, string>,
): Readonly<{ sent?: string }> {
  if (box !== null || party.member !== null || party.ticket !== undefined) return {}
  const [own, second] = notices.filter(one => keyOfNotice(one) === party.key)
  const sent = own && !second ? tickets.get(own.id) : undefined
  return sent === undefined ? {} : { sent }
}

/** What was said here of these deals, oldest first. */
const answersTo = (
  read: Reader,
  deals: readonly string[],
): readonly (SaidOn & Readonly<{ deal: string }>)[] =>
  deals.length === 0
    ? []
    : read
        .all(
          `SELECT id, deal, member, name, says, named, thanks, "when", "where", said, slip, reports,
             judged, story, "on", saidBy, keyedBy, undid, closed
           FROM deal_answer_home WHERE deal IN (SELECT value FROM json_each(?))
             AND removed IS NOT 1 ORDER BY id`,
          JSON.stringify(deals),
        )
        .map(one => ({
          id: String(one['id']),
          deal: String(one['deal']),
          key: textIn(one, 'member') ?? keyOfName(textIn(one, 'name') ?? ''),
          says: (textIn(one, 'says') ?? 'keep') as Says,
          named: one['named'] === 1,
          thanks: textIn(one, 'thanks'),
          when: textIn(one, 'when'),
          where: textIn(one, 'where'),
          said: textIn(one, 'said'),
          slip: textIn(one, 'slip'),
          reports: textIn(one, 'reports'),
          judged: textIn(one, 'judged'),
          story: textIn(one, 'story'),
          on: textIn(one, 'on'),
          saidBy: textIn(one, 'saidBy'),
          keyedBy: textIn(one, 'keyedBy'),
          undid: textIn(one, 'undid') as TakeBackState | null,
          closed: ownJson<readonly string[]>(textIn(one, 'closed') ?? '[]'),
        }))
const textIn = (row: Row, name: string): string | null =>
  typeof row[name] === 'string' ? row[name] : null

/** The names of these members: of one or two, nobody else's file is read. */
function namesOf(read: Reader, members: readonly string[]): ReadonlyMap<string, string> {
  const all = members.length > FEW_MEMBERS ? membersKnown(read) : []
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const left = members.filter(id => !names.has(id)).flatMap(id => memberKnown(read, id) ?? [])
  for (const { id, name } of left) names.set(id, name)
  return names
}
const FEW_MEMBERS = 2

/** How the other boxes of these deals are called. */
function boxesCalled(read: Reader, rows: readonly DealRow[]): (name: string) => string {
  if (rows.every(({ box }) => box === null)) return () => ''
  const called = new Map(read.boxes().others.map(one => [one.name, one.called]))
  return name => called.get(name) ?? ''
}

type PartyNames = Readonly<{ names: ReadonlyMap<string, string>; away: string | undefined }>
const partiesOf = (row: DealRow, { names, away }: PartyNames): readonly Omit<Party, 'relays'>[] => [
  ...(row.parties ?? []).map(member => ({ key: member, member, name: names.get(member) ?? '' })),
  ...(row.names ?? []).map(name => ({ key: keyOfName(name), member: null, name })),
  ...(row.visitor === null
    ? []
    : [{ key: keyOfName(row.visitor), member: null, name: row.visitor, ticket: row.id }]),
  ...(away === undefined ? [] : [{ key: AWAY, member: null, name: row.guest ?? '', away }]),
]

/**
 * What both sides said, in the order of the box that decides; what it has not read yet comes last.
 */
function inOneOrder(row: DealRow, own: readonly SaidOn[]): readonly SaidOn[] {
  const acts = readActs(row.said) ?? []
  return row.asked === true
    ? toldOrder(own, acts, { heard: row.heard ?? [], shown: awayAct })
    : decidedOrder(own, acts, awayAct)
}
/** What was said on the other side. A report that came by a letter is one that a keeper judged. */
export const awayAct = (one: DealAct): SaidOn => ({
  ...one,
  key: AWAY,
  saidBy: null,
  keyedBy: null,
  ...(one.says === 'insult' ? { judged: 'hidden' } : {}),
})

/**
 * The last thing that was asked of the box that decides, while it is not known to have read it. A
 * word asks nothing.
 */
export const asksNow = (whole: Pick<WholeDeal, 'row' | 'said'>): SaidOn | undefined =>
  onTheWay(whole).findLast(act => !isWordAlone(act))
/** What was said here, words too, and is not known to be read there. */
export const onTheWay = ({ row, said }: Pick<WholeDeal, 'row' | 'said'>): readonly SaidOn[] =>
  row.asked === true
    ? pendingActs(
        said.filter(({ key }) => key !== AWAY),
        row.heard,
      )
    : []
export const isPending = (whole: WholeDeal): boolean => asksNow(whole) !== undefined

/**
 * What a party may say now: while something is on its way to the box that decides, only that it is
 * dropped. One whose other left has nobody to answer.
 */
export function mayBeSaid(whole: WholeDeal, key: string): readonly Says[] {
  if (whole.parties.length < 2) return []
  const all = possible(whole.state, whole.said, key)
  // What was asked first, and was not answered, is not dropped: it is asked no more, and goes.
  if (isPending(whole)) return whole.state === 'proposed' && whole.row.toldAt !== null ? ['no'] : []
  const isByTicket = whole.parties.some(
    party => party.key === key && (party.ticket ?? party.sent) !== undefined,
  )
  return awaitsTelling(whole) && !isByTicket ? ['tell', 'keep'] : all
}

/**
 * Everybody agreed that it be told, the last of them by a letter or a ticket: somebody whom this
 * box knows reads it, and says yes once more.
 */
export const awaitsTelling = ({ row, state, parties, said }: WholeDeal): boolean =>
  state === 'done' && row.asked !== true && row.deed === null && isToBeTold(parties, said)

/**
 * Who speaks: the party whose place the form gives, since a name is not for every connection; else
 * oneself, by one's card or one's ticket.
 */
export function partyIn({ parties }: WholeDeal, input: Input, who: Actor): Party | undefined {
  const place = oneOf(input, 'party')
  if (place !== '') return /^\d$/.test(place) ? parties[Number(place)] : undefined
  return parties.find(
    party => (party.member !== null && party.member === who.me) || isHeldBy(party, who.ticket),
  )
}

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
const UNDER_WAY: ReadonlySet<State> = new Set(['talking', 'proposed', 'agreed'])
/**
 * The places to which it is news that the notice of a thread under way is worded otherwise, or
 * over: that of who answered it.
 */
export const changedFor = (whole: WholeDeal, who: Actor): readonly string[] => {
  const { row, state, parties, said } = whole
  const now = noticeNow(whole)
  const isSame = row.noticeAs === null || now === undefined || row.noticeAs === now
  if (isSame || !UNDER_WAY.has(state)) return []
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

/**
 * The last answer, when this person may take it back: it closed the deal here, or made it agreed,
 * and nothing followed. That somebody else was told no because of a yes, or that the other left, is
 * something that followed.
 */
export function takesBack(
  whole: WholeDeal,
  who: Actor,
  read: Reader,
): Readonly<{ answer: SaidOn; state: State; party: Party; undid: TakeBackState }> | undefined {
  const { row, parties } = whole
  const found =
    row.asked === true || whyOf(row.why) !== null || parties.length < 2
      ? undefined
      : takenBackBy(whole.state, whole.said)
  const party = found && parties.find(({ key }) => key === found.key)
  const answer = found && whole.said[found.at]
  if (!found || !answer || !party || !speaksFor(who, party)) return undefined
  const isFollowed = found.undid === 'yes' && whole.notices.some(({ id }) => hasRefused(read, id))
  return isFollowed ? undefined : { answer, state: found.state, party, undid: found.undid }
}

/** Whether somebody who asked for it was told that it is somebody else's. */
const hasRefused = (read: Reader, notice: string): boolean =>
  read.count(
    deal,
    { where: "instr(about, ?) > 0 AND state = 'fallen' AND why = 'taken'", with: [notice] },
    'home',
  ) > 0

/** Whether what goes once has gone to somebody already, in another deal than this one. */
export function isTaken(read: Reader, notice: NoticeSeen, but: string): boolean {
  if (!goesOnce(notice.mode)) return false
  const where = "instr(about, ?) > 0 AND state IN ('agreed', 'done') AND asked IS NOT 1 AND id <> ?"
  return read.count(deal, { where, with: [notice.id, but] }, 'home') > 0
}

/**
 * Whether this party is agreed already with somebody else on one of these notices, at the same
 * words of *quand*.
 */
export function isAgreedTwice(read: Reader, { row, notices }: WholeDeal, { key }: Party): boolean {
  const at = fold(row.when ?? '').trim()
  const agreed = (notice: string) =>
    openAbout(read, notice).filter(one => one.state === 'agreed' && one.id !== row.id)
  const isThen = (one: DealRow): boolean =>
    fold(one.when ?? '').trim() === at &&
    wholeFrom(read, one).parties.some(party => party.key === key)
  return at !== '' && notices.some(({ id }) => agreed(id).some(isThen))
}

/**
 * Whether this person closes an open notice with a deal: its author, who keyed it, or the keeper.
 * What comes back each week goes on after one time of it.
 */
export const mayClose = (notice: NoticeSeen, who: Actor): boolean =>
  !notice.isClosed && !notice.comesBack && decidesOf(notice, who)
/** The same people open it again. */
export const mayReopen = (notice: NoticeSeen, who: Actor): boolean =>
  notice.isClosed && decidesOf(notice, who)
const decidesOf = ({ author, keyedBy }: NoticeSeen, { by, me }: Actor): boolean =>
  by === 'keeper' || (me !== undefined && (author === me || keyedBy === me))

/** Who the notice belongs to, as a party. */
export const keyOfNotice = ({ author, who }: NoticeSeen): string | undefined =>
  author ?? (who === null ? undefined : keyOfName(who))

/** Those who wrote for a party: its notice, or an answer. Who spoke for themselves needs nobody. */
function relaysOf(
  key: string,
  notices: readonly NoticeSeen[],
  said: readonly SaidOn[],
): readonly string[] {
  const own = said.filter(one => one.key === key)
  if (own.some(one => one.saidBy === 'self' || one.saidBy === 'ticket')) return []
  const wrote = [...notices.filter(one => keyOfNotice(one) === key), ...own].map(one => one.keyedBy)
  return [...new Set(wrote.filter(one => one !== null && one !== key))] as readonly string[]
}

/**
 * The deals of a member, theirs or those that they wrote down; of the keeper, all. Newest first.
 */
export function dealsOf(read: Reader, me: string | undefined): readonly DealRow[] {
  if (me === undefined) return read.list(deal, { limit: MOST }, 'home')
  return read.list(
    deal,
    { where: 'instr(parties, ?) > 0 OR instr(keyedBy, ?) > 0', with: [me, me], limit: MOST },
    'home',
  )
}

/** The threads about this notice between these two that nobody ended, the newest first. */
export const threadsAbout = (
  read: Reader,
  notice: string,
  both: readonly Readonly<{ key: string }>[],
): readonly WholeDeal[] =>
  wholesFrom(
    read,
    read.list(
      deal,
      {
        where:
          'id IN (SELECT deal FROM deal_about WHERE notice = ?) AND box IS NULL ' +
          "AND coalesce(state, '') NOT IN ('done', 'ended')",
        with: [notice],
        limit: MOST,
      },
      'home',
    ),
  ).filter(whole => isBetween(whole, both))
export const isBetween = (
  { parties }: WholeDeal,
  both: readonly Readonly<{ key: string }>[],
): boolean =>
  parties.length === both.length && both.every(({ key }) => parties.some(one => one.key === key))

/** Deals under way that came from this notice. */
export const openAbout = (read: Reader, notice: string): readonly DealRow[] =>
  read.list(
    deal,
    {
      where: "instr(about, ?) > 0 AND state IN ('proposed', 'agreed')",
      with: [notice],
      limit: MOST,
    },
    'home',
  )
