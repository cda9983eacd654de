import { decidedOrder, toldOrder } from '../../../contract/letters/order.ts'
import type { MemberKnown, NoticeSeen } from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { FieldsOf, RowOf } from '../../../core/schema.ts'
import { type DealAct, readActs } from './acts.ts'
import { withoutLate } from './answered.ts'
import { type BoxAway, boxesNamed } from './boxes.ts'
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
import { proposalsHanded, voiceOf } from './voice.ts'

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
/** A deal with its people and all that they said. */
export type WholeDeal = Readonly<{
  row: DealRow
  state: State
  parties: readonly Party[]
  said: readonly SaidOn[]
  notices: readonly NoticeSeen[]
  /** Its notice is read by card alone, and not by who reads this. */
  isApart?: true
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
  const boxNamed = boxesOf(read, rows)
  const sentBy = ticketsOf(read, [...notices.values()])
  const partBy = ticketsOfParts(read, rows)
  const handed = proposalsHanded(read, [...answers.values()].flat())
  return rows.map(row => {
    const own = answers.get(row.id) ?? []
    const said = row.box === null ? own : inOneOrder(row, own)
    const of = (row.about ?? []).flatMap(id => notices.get(id) ?? [])
    const box = row.box === null ? undefined : boxNamed(row.box)
    const away = box?.called
    const people = partiesOf(row, { names, away, ticket: partBy(row) })
    const parties = people.map(one => {
      const party = {
        ...one,
        ...sentIn(row, one, of, sentBy),
        relays: one.away === undefined ? relaysOf(one.key, of, said) : [],
      }
      const notice = of.find(seen => keyOfNotice(seen) === one.key)
      return { ...party, ...voiceOf(party, notice, { state: stateOf(row), said }, handed) }
    })
    const isCutOff = box?.isRecognised === false && { isCutOff: true as const }
    const whole = { row, state: stateOf(row), parties, said, notices: of, ...isCutOff }
    return isApart(read, whole) ? { ...whole, isApart: true } : whole
  })
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

/** The names of these members: of one or two, nobody else's file is read. */
function namesOf(read: Reader, members: readonly string[]): ReadonlyMap<string, string> {
  const all = members.length > FEW_MEMBERS ? membersKnown(read) : []
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const left = members.filter(id => !names.has(id)).flatMap(id => memberKnown(read, id) ?? [])
  for (const { id, name } of left) names.set(id, name)
  return names
}
const FEW_MEMBERS = 2

/** The other boxes of these deals. */
const boxesOf = (read: Reader, rows: readonly DealRow[]): ((name: string) => BoxAway) =>
  rows.every(({ box }) => box === null)
    ? name => ({ name, called: '', isRecognised: false })
    : boxesNamed(read)

type PartyNames = Readonly<{
  names: ReadonlyMap<string, string>
  away: string | undefined
  ticket: string
}>
const partiesOf = (
  row: DealRow,
  { names, away, ticket }: PartyNames,
): readonly Omit<Party, 'relays'>[] => [
  ...(row.parties ?? []).map(member => ({ key: member, member, name: names.get(member) ?? '' })),
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
function inOneOrder(row: DealRow, own: readonly SaidOn[]): readonly SaidOn[] {
  if (row.asked === true && row.said === null) return own
  const acts = readActs(row.said) ?? []
  const slips = slipsByAct(row)
  const shown = (act: DealAct): SaidOn => ({ ...awayAct(act), slip: slips.get(act.id) ?? null })
  const heard = row.heard ?? []
  return row.asked === true
    ? withoutLate(toldOrder(own, acts, { heard, shown }), [...heard, ...acts.map(({ id }) => id)])
    : decidedOrder(own, acts, shown)
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
  const own = said.filter(one => one.key === key)
  if (own.some(one => one.saidBy === 'self' || one.saidBy === 'ticket')) return []
  const wrote = [...notices.filter(one => keyOfNotice(one) === key), ...own].map(one => one.keyedBy)
  return [...new Set(wrote.filter(one => one !== null && one !== key))] as readonly string[]
}
