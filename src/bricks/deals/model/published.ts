import type { Publishes } from '../../../contract/published.ts'
import type {
  DealAgreed,
  DealKept,
  MomentAgreed,
  PartReply,
} from '../../../contract/published-deals.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { ownJson } from '../../../core/narrow.ts'
import { momentsOf } from './moments.ts'
import { isHandedOver, isPartAnswered, partsShown } from './part-judged.ts'
import { memberKnown, noticeFor, type WholeDeal, wholesFrom } from './read.ts'
import { deal } from './records.ts'
import { proposedOn } from './ride-now.ts'
import { readsWords } from './rules.ts'
import { DEALS } from './sides.ts'
import { slipThreads, threadsFor } from './slip-threads.ts'
import { deedsOf, noticesTold } from './told-beside.ts'

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

/** What another box decides is known here in part: only what is decided here is counted. */
const momentsAgreed = (
  read: Reader,
  notices: readonly string[],
  but = '',
): readonly MomentAgreed[] =>
  wholesFrom(
    read,
    read.list(
      deal,
      {
        where:
          'id IN (SELECT deal FROM deal_about WHERE notice IN (SELECT value FROM json_each(?))) ' +
          "AND state IN ('agreed', 'done', 'proposed') AND asked IS NOT 1 AND id <> ?",
        with: [JSON.stringify(notices), but],
        order: 'id',
      },
      'home',
    ),
  ).flatMap((whole): readonly MomentAgreed[] => {
    const { row, state, stands } = whole
    const about = row.about ?? []
    if (state === 'proposed')
      return stands ? [{ about, when: stands.when, on: stands.on ?? '', state: 'agreed' }] : []
    const isDone = state === 'done'
    return [{ about, when: row.when, on: proposedOn(whole), state: isDone ? 'done' : 'agreed' }]
  })

const MOST_ARRANGED = 500
const WHOLE = 'asked IS NOT 1 AND responses IS NULL AND about IS NOT NULL'
const noticesArranged = (read: Reader): readonly (readonly string[])[] => {
  const arranged = read.all(
    `SELECT about FROM deal_home WHERE state IN ('agreed', 'done') AND ${WHOLE} ` +
      'AND removed IS NOT 1 ORDER BY id DESC LIMIT ?',
    MOST_ARRANGED,
  )
  // What is agreed stands while another moment is asked instead.
  const moving = wholesFrom(
    read,
    read.list(deal, { where: `state = 'proposed' AND ${WHOLE} AND ${MOVING}` }, 'home'),
  ).filter(({ stands }) => stands !== undefined)
  return [...arranged.map(row => list(row, 'about')), ...moving.map(({ row }) => row.about ?? [])]
}
const MOVING = "id IN (SELECT deal FROM deal_answer_home WHERE says = 'other')"

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

const saidInThreads = (read: Reader, words: readonly string[]): readonly string[] =>
  words.length === 0
    ? []
    : read
        .all(
          `WITH slip(id) AS (SELECT value FROM json_each(?))
           SELECT id FROM slip WHERE id IN (
             SELECT slip FROM deal_answer_home WHERE slip IS NOT NULL AND removed IS NOT 1)
           OR EXISTS (SELECT 1 FROM deal_home WHERE slips IS NOT NULL AND removed IS NOT 1
             AND instr(slips, slip.id) > 0)`,
          JSON.stringify(words),
        )
        .map(row => String(row['id']))

/** What the keeper is told of a word is no answer to it. */
const lastInThreads = (read: Reader, words: readonly string[]): readonly string[] =>
  words.length === 0
    ? []
    : read
        .all(
          `SELECT said.slip FROM deal_answer_home AS said
           WHERE said.slip IN (SELECT value FROM json_each(?)) AND said.removed IS NOT 1
             AND NOT EXISTS (SELECT 1 FROM deal_answer_home AS next WHERE next.deal = said.deal
               AND next.id > said.id AND next.says <> 'insult' AND next.removed IS NOT 1)`,
          JSON.stringify(words),
        )
        .map(row => String(row['slip']))

const relayThrough = (read: Reader, member: string) =>
  read.published.relaysFor?.([member]).get(member)
/** Who hands a word over to the person of a notice, and so reads it. */
export const handsWordsTo = (read: Reader, notice: string): string | undefined => {
  const found = noticeFor(read, notice)
  if (!found) return undefined
  const isKeyed = found.keyedBy !== null && found.keyedBy !== found.author
  const uncome = found.author !== null && memberKnown(read, found.author)?.hasCome === false
  const through = uncome ? relayThrough(read, found.author) : undefined
  const isKeepers = uncome && found.isKeyedByKeeper
  const id = found.relay ?? through?.relay ?? null
  if (found.author !== null && id === null && !isKeyed && !isKeepers) return undefined
  const relay = id === null ? undefined : read.called(id)?.title
  return relay ?? memberKnown(read, found.keyedBy ?? '')?.name ?? ''
}

const threadOf = (read: Reader, notice: string, member: string): string | undefined =>
  read
    .all(
      `SELECT deal.id FROM deal_home AS deal JOIN deal_about AS tie ON tie.deal = deal.id
       WHERE tie.notice = ? AND instr(deal.parties, ?) > 0 AND deal.removed IS NOT 1
         AND coalesce(deal.state, '') NOT IN ('done', 'ended') ORDER BY deal.id DESC LIMIT 1`,
      notice,
      member,
    )
    .map(row => `${DEALS}/${String(row['id'])}`)[0]

/** Who answers in another box: its letter names the answer, which that box wrote. */
const OF_ANOTHER_BOX = `SELECT said.id, max(deal.id) FROM response AS said
  JOIN deal_about AS tie ON tie.notice = said."to" JOIN deal_home AS deal ON deal.id = tie.deal
  JOIN json_each(deal.responses) AS part ON part.value = said.id
  WHERE said.id IN (SELECT value FROM json_each(?1)) AND deal.box = said._box
    AND deal.asked IS NOT 1 AND deal.removed IS NOT 1
  GROUP BY said.id`
const partThreads = (read: Reader, responses: readonly string[]): ReadonlyMap<string, string> =>
  responses.length === 0
    ? new Map()
    : new Map(
        read
          .all(
            `SELECT said.value AS said, max(part.deal) AS deal FROM json_each(?1) AS said
             JOIN deal_part AS part ON part.response = said.value OR part.response IN
               (SELECT piece FROM proposal_home WHERE shownAs = said.value)
             GROUP BY said.value
             UNION ALL ${OF_ANOTHER_BOX}`,
            JSON.stringify(responses),
          )
          .map(row => [String(row['said']), `${DEALS}/${String(row['deal'])}`]),
      )

const partsAnswered = (
  read: Reader,
  responses: readonly string[],
): ReadonlyMap<string, PartReply> => {
  const threads = [...partThreads(read, responses)].map(([part, path]) => ({
    part,
    id: path.slice(DEALS.length + 1),
  }))
  const rows = read.list(
    deal,
    {
      where: 'id IN (SELECT value FROM json_each(?))',
      with: [JSON.stringify(threads.map(({ id }) => id))],
      limit: threads.length,
    },
    'home',
  )
  const replies = new Map(wholesFrom(read, rows).map(whole => [whole.row.id, replyOf(whole)]))
  return new Map(
    threads.flatMap(({ id, part }) => {
      const reply = replies.get(id)
      return reply ? [[part, reply] as const] : []
    }),
  )
}
/** What a form that answers each of these parts carries of what its page shows. */
const partsShownOf = (
  read: Reader,
  notice: string,
  responses: readonly string[],
): ReadonlyMap<string, string> => {
  const found = responses.length === 0 ? undefined : noticeFor(read, notice)
  return found ? partsShown(read, found, responses) : new Map()
}
const replyOf = (whole: WholeDeal): PartReply | undefined =>
  isHandedOver(whole) ? 'handedOver' : isPartAnswered(whole) ? 'answered' : undefined

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

/** For the keeper's pages only. */
const dealsAbout = (read: Reader, notice: string): readonly DealKept[] =>
  wholesFrom(
    read,
    read.list(
      deal,
      {
        where:
          'id IN (SELECT deal FROM deal_about WHERE notice = ?1 ' +
          'OR notice IN (SELECT id FROM joined WHERE shown = ?1))',
        with: [notice],
        limit: MOST_ABOUT,
      },
      'home',
    ),
  ).map(dealKept)
const MOST_ABOUT = 20
const dealKept = ({ row, state, parties, said, notices }: WholeDeal): DealKept => ({
  path: `${DEALS}/${row.id}`,
  // The sentence that they wrote is theirs, as on the page of the thread.
  what: (readsWords({ by: 'keeper' }, parties) ? row.what : null) ?? notices[0]?.title ?? '',
  state,
  on: row.doneOn ?? said.at(-1)?.on ?? null,
  who: parties.map(({ name }) => name).filter(name => name !== ''),
  notices: notices.map(({ id, type, title }) => ({ id, type, title })),
})

export const published = {
  dealAgreed,
  momentsAgreed,
  noticesArranged,
  momentsOf,
  deedsOf,
  noticesTold,
  dealsAbout,
  dealingsOf,
  openDealsOf,
  dealsTelling,
  saidInThreads,
  lastInThreads,
  slipThreads,
  threadsFor,
  threadOf,
  partThreads,
  partsAnswered,
  partsShown: partsShownOf,
  handsWordsTo,
} satisfies Publishes
