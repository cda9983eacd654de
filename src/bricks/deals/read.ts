import type { Reader, Row } from '../../core/brick.ts'
import type { RowOf } from '../../core/schema.ts'
import { deal, dealAnswer } from './records.ts'
import { isForKeeper, keyOfName, type Party, possible, type Said, type State } from './rules.ts'

export type DealRow = RowOf<typeof deal>
/** What one party said, with its day and who wrote it down. */
export type SaidOn = Said & Readonly<{ on: string | null; saidBy: string | null; keyedBy: string | null }>
/** A deal with its people and all that they said. */
export type Whole = Readonly<{
  row: DealRow
  state: State
  parties: readonly Party[]
  said: readonly SaidOn[]
  notices: readonly NoticeSeen[]
}>

const MOST = 500
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Other bricks' tables, read only where they are: this brick copes without them. */
export const isThere = (read: Reader, table: string): boolean =>
  read.all("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table).length > 0

/** A notice as a deal needs it; `author` and `keyedBy` are known in this box alone. */
export type NoticeSeen = Readonly<{
  id: string
  title: string
  who: string | null
  commune: string | null
  mode: string | null
  isClosed: boolean
  author: string | null
  keyedBy: string | null
}>

export function noticeFor(read: Reader, id: string): NoticeSeen | undefined {
  for (const type of ['offer', 'need'] as const) {
    if (!isThere(read, type)) continue
    const [row] = read.all(`SELECT * FROM ${type} WHERE id = ? AND removed IS NOT 1`, id)
    if (row) return noticeSeen(row, read.all(`SELECT author, keyedBy FROM ${type}_home WHERE id = ?`, id)[0])
  }
  return undefined
}

const noticeSeen = (row: Row, kept: Row | undefined): NoticeSeen => ({
  id: String(row['id']),
  title: text(row['title']) ?? '',
  who: text(row['who']),
  commune: text(row['commune']),
  mode: text(row['mode']) ?? (row['hand'] === 1 ? 'hand' : null),
  isClosed: row['state'] === 'closed',
  author: text(kept?.['author']),
  keyedBy: text(kept?.['keyedBy']),
})

export type Known = Readonly<{ id: string; name: string; keyedBy: string | null }>
const known = (row: Row): Known => ({ id: String(row['id']), name: text(row['name']) ?? '', keyedBy: text(row['keyedBy']) })

/** Everybody whom this box knows: to find their names, never to show them. */
export const membersKnown = (read: Reader): readonly Known[] =>
  isThere(read, 'member_home')
    ? read.all(`SELECT id, name, keyedBy FROM member_home WHERE removed IS NOT 1 ORDER BY name COLLATE NOCASE, id LIMIT ${MOST}`).map(known)
    : []
export function memberKnown(read: Reader, id: string): Known | undefined {
  if (!isThere(read, 'member_home')) return undefined
  return read.all('SELECT id, name, keyedBy FROM member_home WHERE id = ? AND removed IS NOT 1', id).map(known)[0]
}

const stateOf = (row: DealRow): State => (row.state ?? 'proposed') as State

/** A deal that stands in this box, with its people and what they said. */
export function wholeOf(read: Reader, id: string): Whole | undefined {
  const row = read.one(deal, id, 'home')
  return row && wholeFrom(read, row)
}

export function wholeFrom(read: Reader, row: DealRow): Whole {
  const said = read.list(dealAnswer, { where: 'deal = ?', with: [row.id], order: 'id' }, 'home').map(
    (one): SaidOn => ({
      key: one.member ?? keyOfName(one.name ?? ''),
      says: (one.says ?? 'keep') as SaidOn['says'],
      named: one.named === true,
      thanks: one.thanks,
      on: one.on,
      saidBy: one.saidBy,
      keyedBy: one.keyedBy,
    }),
  )
  const notices = (row.about ?? []).flatMap(about => noticeFor(read, about) ?? [])
  const party = (key: string, member: string | null, name: string): Party => ({ key, member, name, relays: relaysOf(key, notices, said) })
  const parties = [
    ...(row.parties ?? []).map(member => party(member, member, memberKnown(read, member)?.name ?? '')),
    ...(row.names ?? []).map(name => party(keyOfName(name), null, name)),
  ]
  return { row, state: stateOf(row), parties, said, notices }
}

/** Who the notice belongs to, as a party. */
export const keyOfNotice = ({ author, who }: NoticeSeen): string | undefined => author ?? (who === null ? undefined : keyOfName(who))

/** Those who wrote for a party: its notice, or an answer. Who spoke for themselves needs nobody. */
function relaysOf(key: string, notices: readonly NoticeSeen[], said: readonly SaidOn[]): readonly string[] {
  const own = said.filter(one => one.key === key)
  if (own.some(one => one.saidBy === 'self')) return []
  const wrote = [...notices.filter(one => keyOfNotice(one) === key), ...own].map(one => one.keyedBy)
  return [...new Set(wrote.filter(one => one !== null && one !== key))] as readonly string[]
}

/** The deals of a member, theirs or those that they wrote down; of the keeper, all. Newest first. */
export function dealsOf(read: Reader, me: string | undefined): readonly DealRow[] {
  if (me === undefined) return read.list(deal, { limit: MOST }, 'home')
  return read.list(deal, { where: 'instr(parties, ?) > 0 OR instr(keyedBy, ?) > 0', with: [me, me], limit: MOST }, 'home')
}

/** Deals under way that came from this notice. */
export const openAbout = (read: Reader, notice: string): readonly DealRow[] =>
  read.list(deal, { where: "instr(about, ?) > 0 AND state IN ('proposed', 'agreed')", with: [notice], limit: MOST }, 'home')

/** How many deals wait for an answer that the keeper alone can ask for. */
export const waitingForKeeper = (read: Reader): number =>
  read
    .list(deal, { where: "state = 'proposed'", limit: MOST }, 'home')
    .map(row => wholeFrom(read, row))
    .filter(({ state, parties, said }) => parties.some(party => isForKeeper(party) && possible(state, said, party.key).includes('yes')))
    .length

/** How many deals were done in each way. */
export const doneByMode = (read: Reader): ReadonlyMap<string, number> =>
  new Map(
    read
      .all(`SELECT mode AS what, count(*) AS n FROM deal_home WHERE removed IS NOT 1 AND state = 'done' GROUP BY mode`)
      .map(row => [String(row['what'] ?? ''), Number(row['n'])]),
  )
