import type { CommandContext } from '../../../contract/command.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hasTable } from '../../../contract/tables.ts'
import { fold } from '../../../core/letters/words.ts'
import { type DealRow, keyOfNotice, MOST, type WholeDeal, wholeFrom, wholesFrom } from './read.ts'
import { deal } from './records.ts'
import { goesOnce, mayTalk, type Party, talksFor } from './rules.ts'
import type { DealSide } from './sides.ts'

/** The deals of a person or of a notice, and what they leave to others. */

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

/** The deals about a notice; a parameter of its id follows. */
export const ABOUT = 'id IN (SELECT deal FROM deal_about WHERE notice = ?)'
/** Those about this notice that are as `where` says, the newest first. */
const rowsWhere = (read: Reader, notice: string, where: string): readonly DealRow[] =>
  read.list(deal, { where: `${ABOUT} AND ${where}`, with: [notice], limit: MOST }, 'home')
const threadsWhere = (read: Reader, notice: string, where: string): readonly WholeDeal[] =>
  wholesFrom(read, rowsWhere(read, notice, where))
const GOES_ON = "coalesce(state, '') NOT IN ('done', 'ended')"

/** Those that this box decides. */
export const threadsHere = (read: Reader, notice: string): readonly WholeDeal[] =>
  threadsWhere(read, notice, 'asked IS NOT 1')

/** Those of this box in which something is proposed or agreed. */
export const threadsStanding = (read: Reader, notice: string): readonly WholeDeal[] =>
  threadsWhere(read, notice, `box IS NULL AND ${STANDING}`)
const STANDING = "state IN ('proposed', 'agreed')"

/** Those of this box between these two that nobody ended. */
export const threadsAbout = (
  read: Reader,
  notice: string,
  both: readonly Readonly<{ key: string }>[],
): readonly WholeDeal[] =>
  threadsWhere(read, notice, `box IS NULL AND ${GOES_ON}`).filter(
    ({ parties }) =>
      parties.length === both.length &&
      both.every(({ key }) => parties.some(one => one.key === key)),
  )

/** The threads of these two that this person may speak in: a namesake has one of their own. */
export const ownThreads = (
  read: Reader,
  { id }: NoticeSeen,
  [from, to]: readonly [DealSide, DealSide],
  at: CommandContext,
): readonly WholeDeal[] =>
  threadsAbout(read, id, [from, to]).filter(whole => talksFor(at, partyOf(whole, from)))

export const partyOf = ({ parties }: WholeDeal, { key }: DealSide): Party =>
  parties.find(party => party.key === key)!

/**
 * Those about a notice of another box that somebody here asked for and nobody ended. A namesake has
 * one of their own: who acts takes those in which they speak for that party.
 */
export const threadsAsked = (
  read: Reader,
  notice: string,
  { key }: Readonly<{ key: string }>,
): readonly WholeDeal[] =>
  threadsWhere(read, notice, `asked IS 1 AND ${GOES_ON}`).filter(
    ({ parties, said }) => mayTalk(said) && parties.some(party => party.key === key),
  )

/** Deals under way that came from this notice. */
export const openAbout = (read: Reader, notice: string): readonly DealRow[] =>
  rowsWhere(read, notice, STANDING)

/** Whether somebody who asked for it was told that it is somebody else's. */
export const hasRefused = (read: Reader, notice: string): boolean =>
  read.count(
    deal,
    { where: `${ABOUT} AND state = 'fallen' AND why = 'taken'`, with: [notice] },
    'home',
  ) > 0

const OF_ALL = ' UNION ALL SELECT 1 FROM response WHERE "to" = ?1 AND removed IS NOT 1'
/** A notice as far as it says whether it goes to one person. */
type NoticeMode = Pick<NoticeSeen, 'id' | 'mode'>
/**
 * The notices of a thread, those too that are not shown to who acts: on the Wi-Fi, a notice that is
 * read by card. Its thread says how it goes.
 */
export const noticesOf = ({ row, notices }: WholeDeal): readonly NoticeMode[] =>
  (row.about ?? []).map(id => notices.find(notice => notice.id === id) ?? { id, mode: row.mode })

/** Whether a notice goes to one person. Of one that is shared out, each takes a part. */
export const goesToOne = (read: Reader, { id, mode }: NoticeMode): boolean =>
  goesOnce(mode) &&
  read.all(
    'SELECT 1 FROM deal_about AS about JOIN deal_part AS part ON part.deal = about.deal ' +
      `WHERE about.notice = ?1${hasTable(read, 'response') ? OF_ALL : ''} LIMIT 1`,
    id,
  ).length === 0

/**
 * Whether what goes once, of this thread, has gone to somebody already in another one. `asks`: what
 * is proposed, or who proposes now. Its giver decides: what they propose once they know that
 * somebody else has it is not taken.
 */
export const isTakenFor = (
  read: Reader,
  whole: WholeDeal,
  asks?: Readonly<{ key: string; id?: string }>,
): boolean =>
  noticesOf(whole).some(notice => {
    const giver = whole.notices.find(({ id }) => id === notice.id)
    if (!asks || !giver || keyOfNotice(giver) !== asks.key)
      return isTaken(read, notice, whole.row.id)
    return asks.id !== undefined && isTaken(read, notice, whole.row.id, asks.id)
  })
/**
 * Whether what goes once has gone to somebody already, in another deal than this one. `since`: by a
 * yes that came after this act.
 */
export function isTaken(read: Reader, notice: NoticeMode, but: string, since = ''): boolean {
  if (!goesToOne(read, notice)) return false
  const others = rowsWhere(read, notice.id, `asked IS NOT 1 AND ${GOES_TO_SOMEBODY}`).filter(
    ({ id }) => id !== but,
  )
  if (since === '' && others.some(({ state }) => state !== 'proposed')) return true
  // What is agreed stands while another moment is asked instead.
  const isGone = ({ row, said, stands }: WholeDeal): boolean =>
    row.state === 'proposed'
      ? stands !== undefined
      : said.some(({ says, id }) => says === 'yes' && id > since)
  return wholesFrom(read, others).some(isGone)
}
const GOES_TO_SOMEBODY = "state IN ('agreed', 'done', 'proposed')"

/**
 * Whether this party is agreed already with somebody else on one of these notices, at the same
 * words of *quand*.
 */
export function isAgreedTwice(read: Reader, whole: WholeDeal, { key }: Party): boolean {
  const { row } = whole
  const at = fold(row.when ?? '').trim()
  const agreed = (notice: string) =>
    openAbout(read, notice).filter(one => one.state === 'agreed' && one.id !== row.id)
  const isThen = (one: DealRow): boolean =>
    fold(one.when ?? '').trim() === at &&
    wholeFrom(read, one).parties.some(party => party.key === key)
  return at !== '' && noticesOf(whole).some(({ id }) => agreed(id).some(isThen))
}

/** The threads in which these answers were said, the newest first. */
export function threadsOfParts(read: Reader, responses: readonly string[]): readonly WholeDeal[] {
  if (responses.length === 0) return []
  const where =
    'id IN (SELECT deal FROM deal_part WHERE response IN (SELECT value FROM json_each(?)))'
  const rows = read.list(deal, { where, with: [JSON.stringify(responses)] }, 'home')
  return wholesFrom(read, rows)
}
