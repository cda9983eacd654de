import type { MemberKnown, Publishes, UsualWay } from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { inAlphabet } from '../../../contract/tables.ts'

/**
 * The members of this box, for other bricks: each read is of `home`, and is shown to nobody wider
 * than its member agreed.
 */

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const MOST = 500
const HERE = "removed IS NOT 1 AND (state IS NULL OR state <> 'left')"

const known = (row: Row): MemberKnown => ({
  id: String(row['id']),
  name: text(row['name']) ?? '',
  keyedBy: text(row['keyedBy']),
})
/** All of them: a name that is not known would be left in a text that is told. */
const membersKnown = (read: Reader): readonly MemberKnown[] =>
  read
    .all(
      'SELECT id, name, keyedBy FROM member_home WHERE removed IS NOT 1 ' +
        `ORDER BY ${inAlphabet('name')}, id`,
    )
    .map(known)
const memberKnown = (read: Reader, id: string): MemberKnown | undefined =>
  read
    .all('SELECT id, name, keyedBy FROM member_home WHERE id = ? AND removed IS NOT 1', id)
    .map(known)[0]
const memberName = (read: Reader, id: string): string =>
  text(read.all(`SELECT name FROM member_home WHERE id = ? AND ${HERE}`, id)[0]?.['name']) ?? ''

const REACHED_THROUGH = `SELECT contact_home.member FROM contact_home
  JOIN relay_home ON relay_home.id = contact_home.relay
  WHERE relay_home.member = ? AND relay_home.state = 'accepted' AND relay_home.removed IS NOT 1
    AND contact_home.removed IS NOT 1`

/**
 * A relay writes for those whom they welcomed, or who chose to be reached through them: no other
 * name is told to a relay.
 */
function spokenForBy(read: Reader, relay: string | undefined) {
  const theirs = relay === undefined ? '' : `AND (keyedBy = ? OR id IN (${REACHED_THROUGH}))`
  return read
    .all(
      `SELECT id, name, commune FROM member_home WHERE ${HERE} ${theirs}
       ORDER BY ${inAlphabet('name')}, id LIMIT ?`,
      ...(relay === undefined ? [] : [relay, relay]),
      MOST,
    )
    .map(row => ({
      id: String(row['id']),
      name: text(row['name']) ?? '',
      commune: text(row['commune']),
    }))
}

function usualWay(read: Reader, member: string): UsualWay | undefined {
  const [row] = read.all(
    'SELECT how, phone, relay FROM contact_home WHERE member = ? AND removed IS NOT 1 ' +
      'ORDER BY id LIMIT 1',
    member,
  )
  if (!row) return undefined
  const [phone, relay] = [text(row['phone']), text(row['relay'])]
  const isAgreed =
    read.all(
      "SELECT 1 FROM consent_home WHERE member = ? AND use = 'phone-shown' " +
        'AND withdrawnOn IS NULL AND removed IS NOT 1 LIMIT 1',
      member,
    ).length > 0
  if (row['how'] === 'phone' && phone !== null && isAgreed) return { reachBy: 'phone', phone }
  const isThere =
    relay !== null &&
    read.all('SELECT 1 FROM relay WHERE id = ? AND removed IS NOT 1', relay).length > 0
  return row['how'] === 'relay' && isThere ? { reachBy: 'relay', relay } : { reachBy: 'word' }
}

const memberCommune = (read: Reader, member: string): string | undefined =>
  text(
    read.all('SELECT commune FROM member_home WHERE id = ? AND removed IS NOT 1', member)[0]?.[
      'commune'
    ],
  ) ?? undefined

const memberPhone = (read: Reader, member: string): string | undefined =>
  text(
    read.all(
      'SELECT phone FROM contact_home WHERE member = ? AND phone IS NOT NULL ' +
        'AND removed IS NOT 1 ORDER BY id LIMIT 1',
      member,
    )[0]?.['phone'],
  ) ?? undefined

const carrierOf = (read: Reader, relay: string): string | undefined =>
  text(read.all('SELECT member FROM relay_home WHERE id = ?', relay)[0]?.['member']) ?? undefined
const slipsHanded = (read: Reader, words: readonly string[]) =>
  read
    .all(
      `SELECT word.id, word.handedOn, word.seenOn, relay.name FROM word_home AS word
         LEFT JOIN relay ON relay.id = word.relay
       WHERE word.id IN (SELECT value FROM json_each(?)) AND word.handedOn IS NOT NULL`,
      JSON.stringify(words),
    )
    .map(row => ({
      id: String(row['id']),
      on: String(row['handedOn']),
      by: text(row['name']),
      isRead: row['seenOn'] === null,
    }))

export const published = {
  carrierOf,
  slipsHanded,
  memberName,
  memberKnown,
  membersKnown,
  spokenForBy,
  usualWay,
  memberCommune,
  memberPhone,
} satisfies Publishes
