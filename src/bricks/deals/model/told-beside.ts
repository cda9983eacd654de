import type { NoticeSeen } from '../../../contract/published.ts'
import type { NoticeDeed } from '../../../contract/published-deals.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { fold } from '../../../core/letters/words.ts'
import { saysHowToReach } from '../../../text/reaching.ts'
import { keyOfNotice, noticesFor, type WholeDeal, wholesFrom } from './read.ts'
import { deal, deed } from './records.ts'
import { AWAY, isTellingNamed } from './rules.ts'

/**
 * A deed beside the notice that it came from. The deal stays where it was made; the deed holds the
 * notices beside which all of its people let it stand, so that every box ties the two.
 */

/**
 * The notices of a deal beside which its deed may stand. `who`: the names that the deed tells.
 *
 * Law     11: a person of the notice said that they may be named. Of a deal that another box
 *         decides, the notice is of somebody there.
 */
export const besideWhich = (
  { row, notices, said }: Pick<WholeDeal, 'row' | 'notices' | 'said'>,
  who: string | null,
): readonly NoticeSeen[] =>
  notices.filter(notice => {
    const key = keyOfNotice(notice)
    const isAgreed = key === undefined || isTellingNamed(said, row.asked === true ? AWAY : key)
    return isAgreed && namesNobodyElse(notice, who)
  })

/**
 * Whether a deed under these names says no more of the person of a notice than both say already: it
 * names the person who signed the notice; or the notice is nobody's, and says no number.
 */
function namesNobodyElse(
  { who, author, reach }: Pick<NoticeSeen, 'who' | 'author' | 'reach'>,
  told: string | null,
): boolean {
  if (who === null) return author === null && !saysHowToReach(reach ?? '')
  return namesIn(told ?? '').includes(namesIn(who))
}

/** *Anna, Jean et Rosa*, between marks: *Jean* is in it; *Jeanne* and *Jean-Paul* are not. */
const namesIn = (who: string): string => `|${fold(who).split(BETWEEN_NAMES).join('|')}|`
const BETWEEN_NAMES = / *,(?: *(?:et|and) )? *| (?:et|and|&) /

/** The deeds that may stand beside these notices. */
export function deedsOf(read: Reader, notices: readonly string[]): readonly NoticeDeed[] {
  const own = read.all(
    'SELECT id FROM joined WHERE shown IN (SELECT value FROM json_each(?))',
    JSON.stringify(notices),
  )
  const asked = JSON.stringify([...notices, ...own.map(row => String(row['id']))])
  return tied(read, [
    ...read.all(
      `SELECT to_id AS own, from_id AS deed FROM link
       WHERE to_id IN (SELECT value FROM json_each(?)) AND from_type = 'deed' AND field = 'about'
       ORDER BY from_id LIMIT ${MOST_TIES}`,
      asked,
    ),
    ...read.all(
      `SELECT tie.notice AS own, deal.deed, deal.id AS deal FROM deal_about AS tie
       JOIN deal_home AS deal ON deal.id = tie.deal
       WHERE tie.notice IN (SELECT value FROM json_each(?)) AND deal.deed IS NOT NULL
         AND deal.removed IS NOT 1 ORDER BY deal.id LIMIT ${MOST_TIES}`,
      asked,
    ),
  ])
}

/** The notices beside which a deed may stand. */
export function noticesTold(read: Reader, told: string): readonly string[] {
  const asked = JSON.stringify(read.joinedWith(told))
  const ties = tied(read, [
    ...read.all(
      `SELECT to_id AS own, from_id AS deed FROM link
       WHERE from_id IN (SELECT value FROM json_each(?)) AND from_type = 'deed'
         AND field = 'about' ORDER BY to_id LIMIT ${MOST_OF_ONE}`,
      asked,
    ),
    ...read.all(
      `SELECT tie.notice AS own, deal.deed, deal.id AS deal FROM deal_home AS deal
       JOIN deal_about AS tie ON tie.deal = deal.id
       WHERE deal.deed IN (SELECT value FROM json_each(?)) AND deal.removed IS NOT 1
         ORDER BY tie.notice LIMIT ${MOST_OF_ONE}`,
      asked,
    ),
  ])
  return [...new Set(ties.map(({ notice }) => notice))]
}
const MOST_TIES = 200
const MOST_OF_ONE = 20

/**
 * Those of these ties that everybody may read. `deal`: the tie is known by a deal of this box.
 * The number of statements does not depend on how many there are.
 */
function tied(read: Reader, ties: readonly Row[]): readonly NoticeDeed[] {
  if (ties.length === 0) return []
  const of = (name: string): readonly string[] => [
    ...new Set(ties.flatMap(row => (row[name] ? [String(row[name])] : []))),
  ]
  const shown = shownAs(read, [...of('own'), ...of('deed')])
  const deeds = new Map(
    listed(read, deed, [...new Set(of('deed').map(shown))]).map(row => [row.id, row]),
  )
  const notices = new Map(noticesFor(read, of('own')).map(one => [one.id, one]))
  const wholes = new Map(
    wholesFrom(read, listed(read, deal, of('deal'), 'home')).map(one => [one.row.id, one]),
  )
  const isTold = ({ own, deal: by }: Row, who: string | null): boolean => {
    const notice = notices.get(String(own))
    if (!notice) return false
    if (!by) return namesNobodyElse(notice, who)
    const whole = wholes.get(String(by))
    return whole !== undefined && besideWhich(whole, who).some(({ id }) => id === notice.id)
  }
  const found = ties.flatMap(row => {
    const told = deeds.get(shown(String(row['deed'])))
    return told && isTold(row, told.who)
      ? [[`${shown(String(row['own']))} ${told.id}`, told.id] as const]
      : []
  })
  return [...new Map(found)].map(([key, told]) => ({ notice: key.split(' ')[0]!, deed: told }))
}

/** Under which id each of these records shows. */
function shownAs(read: Reader, ids: readonly string[]): (id: string) => string {
  const rows = read.all(
    'SELECT id, shown FROM joined WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
  const shown = new Map(rows.map(row => [String(row['id']), String(row['shown'])]))
  return id => shown.get(id) ?? id
}

const listed = <T extends typeof deal | typeof deed>(
  read: Reader,
  type: T,
  ids: readonly string[],
  space?: 'home',
) =>
  read.list(
    type,
    {
      where: 'id IN (SELECT value FROM json_each(?))',
      with: [JSON.stringify(ids)],
      order: 'id',
      limit: ids.length,
    },
    space,
  )
