import { decidedOrder, toldOrder } from '../../../contract/letters/order.ts'
import { type Raise, raiseIn } from '../../../contract/part-raised.ts'
import type { MemberKnown, MemberRelay, NoticeSeen } from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { FieldsOf, RowOf } from '../../../core/schema.ts'
import { type DealAct, readActs } from './acts.ts'
import { withoutLate } from './answered.ts'
import { type BoxAway, boxesNamed, readsWordsThere } from './boxes.ts'
import { whenHeard } from './hour-told.ts'
import { askedIn, partSaid, partsStanding, stoodSaid } from './parts-standing.ts'
import { deal } from './records.ts'
import {
  AWAY,
  isUnderWay,
  keyOfName,
  type Party,
  type PartyStatement,
  type Says,
  type State,
  type TakeBackState,
} from './rules.ts'
import { slipsByAct } from './slip-days.ts'
import { type AgreedMoment, agreedOff, standsStill } from './stands.ts'
import { slipsOnPaper, voiceOf } from './voice.ts'

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
    /** Of a yes or a no between two boxes: the id of the act that it answers. */
    answers?: string | null
    judged?: string | null
    saidBy: string | null
    keyedBy: string | null
    undid?: TakeBackState | null
    /** The ids of the notices that this answer closed. */
    closed?: readonly string[]
  }>
/**
 * A deal with its people and all that they said. Of one that fell or was ended while another moment
 * was asked instead of the agreed one, `row` has the agreed one; of a ride that is off, with its
 * hour as it was told last.
 */
export type WholeDeal = Readonly<{
  row: DealRow
  state: State
  parties: readonly Party[]
  said: readonly SaidOn[]
  notices: readonly NoticeSeen[]
  /** Its notice is read by card alone, and not by who reads this. */
  isApart?: true
  /** What is agreed and stands while another moment is asked instead. */
  stands?: AgreedMoment
  /** How much of the notice one of them takes, as their answers stand: *20 kg*. */
  takes?: string
  /** How much they ask in all, of which `takes` is agreed; whether that was declined. */
  asks?: string
  raise?: Exclude<Raise, undefined>
  /** What they said last was declined by the notice's person. */
  isDeclined?: true
  /** The id of the answer that says how much, where they take some or were declined. */
  part?: string
  /** The other box reads words, so that it moves what was agreed. */
  movesThere?: true
  /** The box that shares it is recognised no more: no letter goes there. */
  isCutOff?: true
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

/** Of a part that the keeper does not keep, nothing goes on: kept again, it stands as before. */
const stateOf = ({ state, why }: DealRow): State =>
  why === 'refused' && state !== 'done' ? 'ended' : ((state ?? 'proposed') as State)

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
const EMPTY_DEAL = Object.fromEntries(
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
  const members = membersOf(read, [...new Set(rows.flatMap(row => row.parties ?? []))])
  const relayBy = relaysOfUncome(read, members)
  const boxNamed = boxesOf(read, rows)
  const movesThere = ({ box, state }: DealRow): boolean =>
    box !== null && state === 'agreed' && readsWordsThere(read, box)
  const sentBy = ticketsOf(read, [...notices.values()])
  const partBy = ticketsOfParts(read, rows)
  const standing = partsStanding(
    read,
    rows.flatMap(({ responses }) => responses ?? []),
  )
  const handed = slipsOnPaper(read, [...answers.values()].flat())
  return rows.map(row => {
    const own = answers.get(row.id) ?? []
    const of = (row.about ?? []).flatMap(id => notices.get(id) ?? [])
    const box = row.box === null ? undefined : boxNamed(row.box)
    const away = box?.called
    const people = partiesOf(row, { members, away, ticket: partBy(row) })
    const said = row.box === null ? own : inOneOrder(row, own, people)
    const parties = people.map(one => {
      const wrote = one.away === undefined ? relaysOf(one.key, of, said) : []
      const by = wrote.length > 0 ? undefined : relayIn(row, one, said, relayBy)
      const party = {
        ...one,
        ...sentIn(row, one, of, sentBy),
        relays: by ? [by.member] : wrote,
        ...(by ? { through: by.relay } : {}),
      }
      const notice = of.find(seen => keyOfNotice(seen) === one.key)
      return { ...party, ...voiceOf(party, notice, { state: stateOf(row), said }, handed) }
    })
    const isCutOff = box?.isRecognised === false && { isCutOff: true as const }
    const stands = standsStill(row, parties, said, read)
    const state = stateOf(row)
    const isOver = state === 'fallen' || state === 'ended'
    const off = isOver ? (agreedOff(row, parties, said, read) ?? row) : row
    const when = isOver ? whenHeard({ row, parties, said, notices: of }, off.when, read) : row.when
    const whole = {
      ...{ row: isOver ? { ...row, when, where: off.where } : row },
      ...{ state, parties, said, notices: of, ...isCutOff },
      ...(stands ? { stands } : {}),
      ...(movesThere(row) ? { movesThere: true as const } : {}),
      ...takenIn(row, of, standing),
    }
    return isApart(read, whole) ? { ...whole, isApart: true } : whole
  })
}

/** How much one of its people takes: what they said last stands. */
function takenIn(
  { responses }: DealRow,
  notices: readonly NoticeSeen[],
  standing: ReadonlyMap<string, Row>,
): Pick<WholeDeal, 'takes' | 'isDeclined' | 'part' | 'asks' | 'raise'> {
  const isOff = (id: string): boolean => notices.some(one => one.partsDeclined.includes(id))
  const left = (responses ?? []).filter(id => standing.has(id) && !isOff(id))
  const part = left.at(-1)
  const row = standing.get(part ?? '')
  if (part !== undefined && row !== undefined) {
    const takes = partSaid(row) ?? ''
    const judged = notices.map(one => raiseIn([part], askedIn(row), one))
    const raise = judged.length > 0 && !judged.includes(undefined) ? judged[0] : undefined
    return raise ? { takes: stoodSaid(row), part, asks: takes, raise } : { takes, part }
  }
  const declined = responses?.findLast(isOff)
  return declined === undefined ? {} : { isDeclined: true, part: declined }
}

/** Asked only of what was seen before: it is rare that a notice under way is not there any more. */
const isApart = (read: Reader, { row, state, notices }: WholeDeal): boolean =>
  notices.length === 0 &&
  (row.noticeAs ?? '') !== '' &&
  isUnderWay(state) &&
  (row.about ?? []).some(id => read.published.standsByCard?.(id))

/**
 * The tickets of shown notices that visitors sent, by the notice.
 *
 * Law     only a notice whose author nobody here is. A text that was found on the page already is
 *         another person's: its ticket opens nothing of it.
 */
function ticketsOf(read: Reader, notices: readonly NoticeSeen[]): ReadonlyMap<string, string> {
  const ids = notices.filter(one => one.author === null && one.who !== null).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const where = `${SENT_ALONE} AND shownAs IN (SELECT value FROM json_each(?))`
  const all = read.list(proposal, { where, with: [JSON.stringify(ids)] }, 'home')
  // Two who sent one notice are not told apart.
  return new Map(
    [...Map.groupBy(all, one => one.shownAs ?? '')].flatMap(([notice, [first, second]]) =>
      first && !second ? [[notice, first.id] as const] : [],
    ),
  )
}
/** What a visitor sent that was not found on the page already. */
export const SENT_ALONE = "sentBy = 'visitor' AND stoodThere IS NOT 1 AND changes IS NULL"
/**
 * The ticket of who began a thread without a card: its own; that of the answer, where they began it
 * by saying how much they take.
 */
function ticketsOfParts(read: Reader, rows: readonly DealRow[]): (row: DealRow) => string {
  const begun = rows.filter(({ visitor, responses }) => visitor !== null && responses !== null)
  if (begun.length === 0) return ({ id }) => id
  const where = "sentBy = 'visitor' AND piece IN (SELECT value FROM json_each(?))"
  const all = read.list(
    proposal,
    { where, with: [JSON.stringify(begun.flatMap(({ responses }) => responses ?? []))] },
    'home',
  )
  const byPiece = new Map(all.map(one => [one.piece, one.id]))
  return ({ id, responses }) =>
    (responses ?? []).map(piece => byPiece.get(piece)).find(one => one !== undefined) ?? id
}
/** The ticket of a party by their own notice, of a thread that this box decides. */
function sentIn(
  { asked }: DealRow,
  party: Omit<Party, 'relays'>,
  notices: readonly NoticeSeen[],
  tickets: ReadonlyMap<string, string>,
): Readonly<{ sent?: string }> {
  const isKnown = party.member !== null || party.ticket !== undefined
  if (asked === true || isKnown || party.away !== undefined) return {}
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
             answers, judged, story, "on", saidBy, keyedBy, undid, closed
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
          answers: textIn(one, 'answers'),
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

/** These members as this box knows them: of one or two, nobody else's file is read. */
function membersOf(read: Reader, ids: readonly string[]): ReadonlyMap<string, MemberKnown> {
  const all = ids.length > FEW_MEMBERS ? membersKnown(read) : []
  const known = new Map(all.map(one => [one.id, one]))
  const left = ids.filter(id => !known.has(id)).flatMap(id => memberKnown(read, id) ?? [])
  for (const one of left) known.set(one.id, one)
  return known
}
const FEW_MEMBERS = 2

/** The relays of those of these members who never came by a card. */
function relaysOfUncome(
  read: Reader,
  members: ReadonlyMap<string, MemberKnown>,
): ReadonlyMap<string, MemberRelay> {
  const uncome = [...members.values()].flatMap(({ id, hasCome }) => (hasCome ? [] : [id]))
  return (uncome.length > 0 ? read.published.relaysFor?.(uncome) : undefined) ?? new Map()
}
/** The relay by whom a party is reached, who writes in this thread; none once they spoke. */
function relayIn(
  { keyedBy }: DealRow,
  { key, member }: Pick<Party, 'key' | 'member'>,
  said: readonly SaidOn[],
  relayBy: ReadonlyMap<string, MemberRelay>,
): MemberRelay | undefined {
  const relay = relayBy.get(member ?? '')
  const isTheirs = relay !== undefined && (keyedBy ?? []).includes(relay.member)
  return isTheirs && !hasSpoken(key, said) ? relay : undefined
}
const hasSpoken = (key: string, said: readonly SaidOn[]): boolean =>
  said.some(one => one.key === key && (one.saidBy === 'self' || one.saidBy === 'ticket'))

/** The other boxes of these deals. */
const boxesOf = (read: Reader, rows: readonly DealRow[]): ((name: string) => BoxAway) =>
  rows.every(({ box }) => box === null)
    ? name => ({ name, called: '', isRecognised: false })
    : boxesNamed(read)

type PartyNames = Readonly<{
  members: ReadonlyMap<string, MemberKnown>
  away: string | undefined
  ticket: string
}>
const partiesOf = (
  row: DealRow,
  { members, away, ticket }: PartyNames,
): readonly Omit<Party, 'relays'>[] => [
  ...(row.parties ?? []).map(id => {
    const known = members.get(id)
    const noScreen = known?.hasCome === false && { noScreen: true as const }
    return { key: id, member: id, name: known?.name ?? '', ...noScreen }
  }),
  ...(row.names ?? []).map(name => ({ key: keyOfName(name), member: null, name })),
  ...(row.visitor === null
    ? []
    : [{ key: keyOfName(row.visitor), member: null, name: row.visitor, ticket }]),
  ...(away === undefined ? [] : [{ key: AWAY, member: null, name: row.guest ?? '', away }]),
]

/**
 * What both sides said, in the order of the box that decides; what it has not read yet comes last.
 * Where that box forgot what it told, what was said here stays.
 */
function inOneOrder(
  row: DealRow,
  own: readonly SaidOn[],
  people: readonly Pick<Party, 'key'>[],
): readonly SaidOn[] {
  if (row.asked === true && row.said === null) return own
  const acts = readActs(row.said) ?? []
  const slips = slipsByAct(row)
  const shown = (act: DealAct): SaidOn => ({ ...awayAct(act), slip: slips.get(act.id) ?? null })
  if (row.asked !== true) return decidedOrder(own, acts, shown)
  const heard = row.heard ?? []
  const known = [...heard, ...acts.map(({ id }) => id)]
  return withoutLate(people, toldOrder(own, acts, { heard, shown }), known)
}
/** What was said on the other side. A report that came by a letter is one that a keeper judged. */
export const awayAct = (one: DealAct): SaidOn => ({
  ...one,
  key: AWAY,
  saidBy: null,
  keyedBy: null,
  ...(one.says === 'insult' ? { judged: 'hidden' } : {}),
})

/** Who the notice belongs to, as a party. */
export const keyOfNotice = ({ author, who }: NoticeSeen): string | undefined =>
  author ?? (who === null ? undefined : keyOfName(who))

/** Those who wrote for a party: its notice, or an answer. Who spoke for themselves needs nobody. */
function relaysOf(
  key: string,
  notices: readonly NoticeSeen[],
  said: readonly SaidOn[],
): readonly string[] {
  if (hasSpoken(key, said)) return []
  // Who noted what they heard by voice writes for nobody else.
  const own = said.filter(one => one.key === key && one.saidBy !== 'caller')
  const wrote = [...notices.filter(one => keyOfNotice(one) === key), ...own].map(one => one.keyedBy)
  return [...new Set(wrote.filter(one => one !== null && one !== key))] as readonly string[]
}
