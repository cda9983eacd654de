import type {
  NoticeCalled,
  NoticeKept,
  NoticeSeen,
  Publishes,
} from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { rowsBy } from '../../../contract/tables.ts'
import { ownJson } from '../../../core/narrow.ts'
import { isGroupOrder } from '../../../text/amounts.ts'
import { momentDays } from './rides/days-agreed.ts'
import { rideFull, rideOver } from './rides/full.ts'
import { rideDriven, rideOf, ridesDriven } from './rides/read-rides.ts'
import { rideHourOf, rideNow } from './rides/ride-now.ts'
import { sayDays, sayHours, sayWay } from './rides/said.ts'
import { offersWords } from './words-kept.ts'

/** The notices, for other bricks; their authors are known in this box alone. */

const KINDS = ['offer', 'need'] as const
type Kind = (typeof KINDS)[number]
const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** What one asks before getting in; as long as a line. */
function rideSaid(row: Row): string {
  const [ride, words] = [rideOf(row), offersWords.fr]
  const hours = {
    rideAt: text(row['rideAt']),
    rideBack: row['rideBack'] === 1,
    rideBackAt: text(row['rideBackAt']),
  }
  const more = [sayHours(hours, 'fr', words), sayWay(ride, words)]
  return sayDays(ride, { lang: 'fr', today: '' }, words, more)
}

/** A group order that chose no way is one of several, as its words say. */
function modeOf(row: Row): string | null {
  if (row['hand'] === 1) return text(row['mode']) ?? 'hand'
  return text(row['mode']) ?? (isGroupOrder(text(row['title']) ?? '') ? 'share' : null)
}

const noticeIn = (row: Row, type: Kind): NoticeSeen => ({
  id: String(row['id']),
  type,
  title: text(row['title']) ?? '',
  who: text(row['who']),
  commune: text(row['commune']),
  mode: modeOf(row),
  reach: text(row['reach']),
  relay: text(row['relay']),
  amount: text(row['amount']),
  isClosed: row['state'] === 'closed',
  comesBack: text(row['rideDays']) !== null,
  ride: row['mode'] === 'ride' ? rideSaid(row) : null,
  author: text(row['author']),
  keyedBy: text(row['writer']),
  partsDeclined: ownJson<readonly string[]>(text(row['partsDeclined']) ?? '[]'),
  partsAgreed: ownJson<readonly string[]>(text(row['partsAgreed']) ?? '[]'),
  isKeyedByKeeper: row['typedBy'] === 'keeper',
})
function noticesSeen(read: Reader, ids: readonly string[]): readonly NoticeSeen[] {
  const found: NoticeSeen[] = []
  for (const type of KINDS) {
    if (found.length === ids.length) break
    const rows = rowsBy(type, 'id', ids, () =>
      rowsBy(`${type}_home`, 'id', ids, () =>
        read.all(
          `SELECT shown.*, kept.author AS author, kept.keyedBy AS writer, kept._by AS typedBy
           FROM ${type} AS shown LEFT JOIN ${type}_home AS kept ON kept.id = shown.id
           WHERE shown.id IN (SELECT value FROM json_each(?)) AND shown.removed IS NOT 1`,
          JSON.stringify(ids),
        ),
      ),
    )
    found.push(...rows.map(row => noticeIn(row, type)))
  }
  return found
}
const noticeSeen = (read: Reader, id: string): NoticeSeen | undefined => noticesSeen(read, [id])[0]

const noticesCalled = (read: Reader, ids: readonly string[]): readonly NoticeCalled[] =>
  ids.flatMap(id =>
    KINDS.flatMap(type => [
      ...read.homeHistory(type, id),
      ...read.history(type, id, 'whole'),
    ]).flatMap(({ field, value }) => {
      const said = text(value)
      return said !== null && (field === 'who' || field === 'reach') ? [{ field, said }] : []
    }),
  )

/** Whether a notice stands, and is read by card alone. */
const standsByCard = (read: Reader, id: string): boolean =>
  KINDS.some(
    type =>
      read.all(
        `SELECT 1 FROM ${type}_home WHERE id = ? AND shownByCard = 1 AND removed IS NOT 1`,
        id,
      ).length > 0,
  )

const noticesOf = (read: Reader, member: string): readonly NoticeKept[] =>
  KINDS.flatMap(type => {
    // A notice that was put back, and that its author then took off, was not taken off for that.
    const why =
      `iif(EXISTS (SELECT 1 FROM taken_off WHERE id = kept.id AND type = '${type}'), ` +
      'kept.hiddenWhy, NULL)'
    const waits =
      "EXISTS (SELECT 1 FROM proposal_home WHERE piece = kept.id AND state = 'waiting' AND " +
      'removed IS NOT 1)'
    return read
      .all(
        `SELECT kept.id, coalesce(shown.title, kept.title) AS title, shown.reach, shown.reachBy,
           shown.id IS NOT NULL AND shown.removed IS NOT 1 AS isShown, kept.shownHere AS isHere,
           kept.shownByCard AS isByCard,
           ${why} AS why, ${waits} AS isWaiting
         FROM ${type}_home AS kept LEFT JOIN ${type} AS shown ON shown.id = kept.id
         WHERE kept.author = ?
           AND (kept.removed IS NOT 1 OR kept.shownHere = 1 OR kept.shownByCard = 1)
           ORDER BY kept.id DESC`,
        member,
      )
      .map(row => noticeKept(type, row))
  })
const noticeKept = (type: Kind, row: Row): NoticeKept => ({
  type,
  id: String(row['id']),
  title: String(row['title'] ?? ''),
  reach: text(row['reach']),
  reachBy: text(row['reachBy']),
  isShown: row['isShown'] === 1,
  isWaiting: row['isWaiting'] === 1,
  isHere: row['isHere'] === 1,
  isByCard: row['isByCard'] === 1,
  why: text(row['why']),
})

const noticesThrough = (read: Reader, relay: string) =>
  KINDS.flatMap(type => [
    ...read
      .all(`SELECT id FROM ${type} WHERE relay = ? AND id NOT IN (SELECT id FROM here)`, relay)
      .map(row => ({ type, id: String(row['id']) })),
    ...read
      .all(`SELECT id FROM ${type}_home WHERE relay = ?`, relay)
      .map(row => ({ type, id: String(row['id']), space: 'home' as const })),
  ])

/** It stays with what the person sent, whatever that was shown as. */
export function foundAtOf(
  read: Reader,
  id: string,
  kinds: readonly Kind[] = KINDS,
): string | undefined {
  for (const type of kinds) {
    const [row] = read.all(
      `SELECT foundAt FROM ${type}_home WHERE foundAt IS NOT NULL AND (id = ?1 ` +
        'OR id IN (SELECT piece FROM proposal_home WHERE shownAs = ?1 AND removed IS NOT 1))',
      id,
    )
    if (row) return text(row['foundAt']) ?? undefined
  }
  return undefined
}

const MOST_NAMES = 100
/** What everybody reads on them: nothing says who has a card. */
const noticeNames = (read: Reader, today: string): readonly string[] => [
  ...new Set(
    read
      .all(
        `${KINDS.map(
          type =>
            `SELECT id, who FROM ${type} WHERE removed IS NOT 1 AND who IS NOT NULL ` +
            "AND (until IS NULL OR until >= ?1) AND (state IS NULL OR state <> 'closed')",
        ).join(' UNION ALL ')} ORDER BY id DESC LIMIT ${MOST_NAMES}`,
        today,
      )
      .flatMap(row => text(row['who']) ?? []),
  ),
]

export const published = {
  ridesDriven,
  rideDriven,
  rideNow,
  rideHourOf,
  momentDays,
  rideFull,
  rideOver,
  noticeNames,
  noticeSeen,
  noticesSeen,
  noticesCalled,
  standsByCard,
  noticesOf,
  noticesThrough,
  foundAtOf,
} satisfies Publishes
