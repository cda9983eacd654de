import type { DealAgreed, DealKept, NoticeDeed, Publishes } from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { fold } from '../../../core/letters/words.ts'
import { ownJson } from '../../../core/narrow.ts'
import { saysHowToReach } from '../../../text/reaching.ts'
import { keyOfNotice, noticeFor, type WholeDeal, wholeOf } from './read.ts'
import { deed } from './records.ts'
import { isTellingNamed } from './rules.ts'
import { DEALS } from './sides.ts'

/**
 * The deals of this box, for other bricks: they stay here, and each of their people may read them.
 */

const list = (row: Row, name: string): readonly string[] =>
  ownJson<readonly string[]>(String(row[name] ?? '[]'))
const agreed = (row: Row): DealAgreed => ({
  what: String(row['what'] ?? ''),
  parties: list(row, 'parties'),
  names: list(row, 'names'),
  keyedBy: list(row, 'keyedBy'),
})
const dealAgreed = (read: Reader, id: string): DealAgreed | undefined =>
  read
    .all(
      'SELECT what, parties, names, keyedBy FROM deal_home WHERE id = ? ' +
        "AND state IN ('agreed', 'done') AND removed IS NOT 1",
      id,
    )
    .map(agreed)[0]

const THEIRS = [
  ['deal', 'instr(parties, ?) > 0'],
  ['deal-answer', 'member = ?'],
  ['deed', 'instr(parties, ?) > 0'],
] as const
const dealingsOf = (read: Reader, member: string) =>
  THEIRS.flatMap(([type, where]) =>
    read
      .all(
        `SELECT id FROM ${type.replace('-', '_')}_home WHERE removed IS NOT 1 AND ${where}`,
        member,
      )
      .map(row => ({ type, id: String(row['id']) })),
  )

const openDealsOf = (read: Reader, member: string): number =>
  Number(
    read.all(
      'SELECT count(*) AS n FROM deal_home WHERE removed IS NOT 1 ' +
        "AND state IN ('proposed', 'agreed') AND instr(parties, ?) > 0",
      member,
    )[0]?.['n'],
  )

const dealsTelling = (read: Reader, member: string) =>
  read
    .all(
      `SELECT deal.id, deal.deed IS NOT NULL AS told FROM deal_home AS deal
       JOIN deal_answer_home AS said ON said.id = (
         SELECT max(one.id) FROM deal_answer_home AS one WHERE one.deal = deal.id AND one.member = ?
           AND one.says IN ('tell', 'keep') AND one.removed IS NOT 1)
       WHERE deal.removed IS NOT 1 AND instr(deal.parties, ?) > 0 AND said.says = 'tell'`,
      member,
      member,
    )
    .map(row => ({ deal: String(row['id']), told: row['told'] === 1 }))

const ABOUT = `deal_about AS tie JOIN deal_home AS deal ON deal.id = tie.deal
  LEFT JOIN joined ON joined.id = tie.notice`

/**
 * What was told of deals about these notices. A notice shows its person, and a deed those who
 * agreed to be named: the page ties the two when it names the same person, or nobody.
 */
function deedsOf(read: Reader, notices: readonly string[]): readonly NoticeDeed[] {
  const asked = JSON.stringify(notices)
  return read
    .all(
      `SELECT coalesce(joined.shown, tie.notice) AS notice, tie.notice AS own, deal.id, deal.deed
       FROM ${ABOUT} WHERE (tie.notice IN (SELECT value FROM json_each(?1)) OR tie.notice IN
         (SELECT id FROM joined WHERE shown IN (SELECT value FROM json_each(?1))))
       AND deal.deed IN (SELECT id FROM doc) AND deal.removed IS NOT 1 ORDER BY deal.id LIMIT 200`,
      asked,
    )
    .flatMap(row =>
      isTied(read, String(row['id']), String(row['own']))
        ? { notice: String(row['notice']), deed: String(row['deed']) }
        : [],
    )
}

/** The notices from which a deed came, by the same rule. */
const noticesTold = (read: Reader, told: string): readonly string[] =>
  read
    .all(
      `SELECT coalesce(joined.shown, tie.notice) AS notice, tie.notice AS own, deal.id
       FROM ${ABOUT} WHERE deal.deed = ? AND deal.removed IS NOT 1 ORDER BY tie.notice LIMIT 20`,
      told,
    )
    .flatMap(row =>
      isTied(read, String(row['id']), String(row['own'])) ? String(row['notice']) : [],
    )

function isTied(read: Reader, id: string, about: string): boolean {
  const whole = wholeOf(read, id)
  const notice = noticeFor(read, about)
  if (!whole || !notice) return false
  const key = keyOfNotice(notice)
  if (key === undefined) return !saysHowToReach(notice.reach ?? '')
  const party = whole.parties.find(one => one.key === key)
  if (!party || party.name === '' || !isTellingNamed(whole.said, key)) return false
  return namesIn(read.one(deed, whole.row.deed ?? '')?.who ?? '').includes(namesIn(party.name))
}

/** *Anna, Jean et Rosa*, between marks: *Jean* is in it; *Jeanne* and *Jean-Paul* are not. */
const namesIn = (who: string): string => `|${fold(who).split(BETWEEN_NAMES).join('|')}|`
const BETWEEN_NAMES = / *,(?: *(?:et|and) )? *| (?:et|and|&) /

/** For the keeper's pages only. */
const dealsAbout = (read: Reader, notice: string): readonly DealKept[] =>
  read
    .all(
      `SELECT DISTINCT deal.id FROM ${ABOUT} WHERE (tie.notice = ?1 OR joined.shown = ?1)
        AND deal.removed IS NOT 1 ORDER BY deal.id DESC LIMIT 20`,
      notice,
    )
    .flatMap(row => wholeOf(read, String(row['id'])) ?? [])
    .map(dealKept)
const dealKept = ({ row, state, parties, said }: WholeDeal): DealKept => ({
  path: `${DEALS}/${row.id}`,
  what: row.what ?? '',
  state,
  on: row.doneOn ?? said.at(-1)?.on ?? null,
  who: parties.map(({ name }) => name).filter(name => name !== ''),
})

export const published = {
  dealAgreed,
  deedsOf,
  noticesTold,
  dealsAbout,
  dealingsOf,
  openDealsOf,
  dealsTelling,
} satisfies Publishes
