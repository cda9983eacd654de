import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { hasTable } from '../../../contract/tables.ts'
import { fold } from '../../../core/letters/words.ts'
import { type DealRow, MOST, type WholeDeal, wholeFrom, wholesFrom } from './read.ts'
import { deal } from './records.ts'
import { goesOnce, mayTalk, type Party } from './rules.ts'

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

/** The threads about this notice that are as `where` says, the newest first. */
const threadsWhere = (read: Reader, notice: string, where: string): readonly WholeDeal[] =>
  wholesFrom(
    read,
    read.list(
      deal,
      {
        where: `id IN (SELECT deal FROM deal_about WHERE notice = ?) AND ${where}`,
        with: [notice],
        limit: MOST,
      },
      'home',
    ),
  )
const GOES_ON = "coalesce(state, '') NOT IN ('done', 'ended')"

/** Those that this box decides. */
export const threadsHere = (read: Reader, notice: string): readonly WholeDeal[] =>
  threadsWhere(read, notice, 'asked IS NOT 1')

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
  read.list(
    deal,
    {
      where: "instr(about, ?) > 0 AND state IN ('proposed', 'agreed')",
      with: [notice],
      limit: MOST,
    },
    'home',
  )

/** Whether somebody who asked for it was told that it is somebody else's. */
export const hasRefused = (read: Reader, notice: string): boolean =>
  read.count(
    deal,
    { where: "instr(about, ?) > 0 AND state = 'fallen' AND why = 'taken'", with: [notice] },
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

/** Whether what goes once, of this thread, has gone to somebody already in another one. */
export const isTakenFor = (read: Reader, whole: WholeDeal): boolean =>
  noticesOf(whole).some(notice => isTaken(read, notice, whole.row.id))
/** Whether what goes once has gone to somebody already, in another deal than this one. */
export function isTaken(read: Reader, notice: NoticeMode, but: string): boolean {
  if (!goesToOne(read, notice)) return false
  const where = "instr(about, ?) > 0 AND state IN ('agreed', 'done') AND asked IS NOT 1 AND id <> ?"
  return read.count(deal, { where, with: [notice.id, but] }, 'home') > 0
}

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
