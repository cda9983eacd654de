import type { MemberKnown, MemberRelay, Publishes, UsualWay } from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import { fold } from '../../../core/letters/words.ts'

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
  hasCome: text(row['cameOn']) !== null,
})
const KNOWN = 'SELECT id, name, keyedBy, cameOn FROM member_home'
/** All of them: a name that is not known would be left in a text that is told. */
const membersKnown = (read: Reader): readonly MemberKnown[] =>
  read.all(`${KNOWN} WHERE removed IS NOT 1 ORDER BY ${inAlphabet('name')}, id`).map(known)
const memberKnown = (read: Reader, id: string): MemberKnown | undefined =>
  read.all(`${KNOWN} WHERE id = ? AND removed IS NOT 1`, id).map(known)[0]
const memberName = (read: Reader, id: string): string =>
  text(read.all(`SELECT name FROM member_home WHERE id = ? AND ${HERE}`, id)[0]?.['name']) ?? ''

/**
 * How each member passes by somebody: the relay whom they chose, else the one whom *Passe par*
 * names, else the one who welcomed them. A name leads to a relay where nobody else here bears it.
 */
function relaysOfAll(read: Reader): ReadonlyMap<string, MemberRelay> {
  const relays = relaysNow(read)
  if (relays.length === 0) return new Map()
  const names = Map.groupBy(
    membersKnown(read).map(({ name }) => fold(name).trim()),
    name => name,
  )
  const ways = read.all(
    `SELECT m.id, m.through, m.keyedBy, min(c.relay) AS chosen FROM member_home AS m
       LEFT JOIN contact_home AS c
         ON c.member = m.id AND c.removed IS NOT 1 AND c.relay IS NOT NULL
     WHERE m.removed IS NOT 1 GROUP BY m.id`,
  )
  const called = (through: string | null): MemberRelay | undefined => {
    const name = fold(through ?? '').trim()
    const [one, other] = name === '' ? [] : relays.filter(relay => relay.names.includes(name))
    return other || (names.get(name)?.length ?? 0) > 1 ? undefined : one
  }
  return new Map(
    ways.flatMap(row => {
      const [id, chosen] = [String(row['id']), text(row['chosen'])]
      const found =
        relays.find(({ relay }) => relay === chosen) ??
        called(text(row['through'])) ??
        relays.find(({ member }) => member === text(row['keyedBy']))
      return found && found.member !== id ? [[id, found] as const] : []
    }),
  )
}
/** Those who accepted, with the names that they are called by, folded. */
const relaysNow = (
  read: Reader,
): readonly (MemberRelay & Readonly<{ names: readonly string[] }>)[] =>
  read
    .all(
      `SELECT relay_home.id, relay_home.member, relay.name, who.name AS called FROM relay_home
         JOIN relay ON relay.id = relay_home.id AND relay.removed IS NOT 1
         JOIN member_home AS who ON who.id = relay_home.member AND who.removed IS NOT 1
       WHERE relay_home.state = 'accepted' AND relay_home.removed IS NOT 1 ORDER BY relay_home.id`,
    )
    .map(row => ({
      relay: String(row['id']),
      member: String(row['member']),
      names: [row['name'], row['called']].flatMap(name => {
        const said = fold(text(name) ?? '').trim()
        return said === '' ? [] : [said]
      }),
    }))
const relaysFor = (read: Reader, members: readonly string[]): ReadonlyMap<string, MemberRelay> =>
  members.length === 0
    ? new Map()
    : new Map([...relaysOfAll(read)].filter(([id]) => members.includes(id)))

/**
 * A relay writes for those whom they welcomed, or who are reached through them: no other name is
 * told to a relay.
 */
function spokenForBy(read: Reader, relay: string | undefined) {
  const through = relay === undefined ? undefined : relaysOfAll(read)
  const isTheirs = (row: Row): boolean =>
    through === undefined ||
    row['keyedBy'] === relay ||
    through.get(String(row['id']))?.member === relay
  return read
    .all(
      `SELECT id, name, commune, keyedBy FROM member_home WHERE ${HERE}
       ORDER BY ${inAlphabet('name')}, id`,
    )
    .filter(isTheirs)
    .slice(0, MOST)
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
  relaysFor,
  usualWay,
  memberCommune,
  memberPhone,
} satisfies Publishes
