import { OWN_FIRST, type Reader, type Row } from '../../../contract/reader.ts'
import { lastOfEach } from '../../../contract/speaker.ts'
import { isThere } from '../../../contract/tables.ts'
import { holdsPhone, seeking } from '../../../text/phone.ts'

/** Who answers for the page, as the territory says it. */
export function keptBy(read: Reader): string | undefined {
  if (!isThere(read, 'territory')) return undefined
  const [row] = read.all(
    `SELECT keptBy FROM territory WHERE removed IS NOT 1 ORDER BY ${OWN_FIRST} LIMIT 1`,
  )
  const said = row?.['keptBy']
  return typeof said === 'string' && said !== '' ? said : undefined
}

/** Their names, without where and when they are found: said inside a sentence. */
export const keeperNamed = (read: Reader): string | undefined => keptBy(read)?.split(',')[0]?.trim()

export type SaidSo = Readonly<{
  says: string
  who: string | null
  toldTo?: string | null
  withWhom: string | null
  said: string | null
  on: string | null
}>
const MOST_SAID = 5
const MOST_READ = 100

/** What people said of a record since, newest first. */
export function saidOf(read: Reader, id: string): readonly SaidSo[] {
  const ids = read.pointing(id, 'confirmation').map(one => one.id)
  if (ids.length === 0 || !isThere(read, 'confirmation')) return []
  const some = ids.slice(0, MOST_READ)
  const all = read
    .all(
      `SELECT * FROM confirmation WHERE id IN (${some.map(() => '?').join(', ')}) AND removed IS NOT 1 ORDER BY id DESC`,
      ...some,
    )
    .map(saidSo)
  return lastOfEach(all).slice(0, MOST_SAID)
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
const saidSo = (row: Row): SaidSo => ({
  says: text(row['says']) ?? 'yes',
  who: text(row['who']),
  toldTo: text(row['toldTo']),
  withWhom: text(row['withWhom']),
  said: text(row['said']),
  on: text(row['on']),
})

/** Whether the telephone by which somebody is to be reached is hidden here: what is shown then says it not. */
export function isHiddenHere(read: Reader, reach: unknown): boolean {
  if (typeof reach !== 'string' || !isThere(read, 'hidden_number_home')) return false
  const hidden = read.all(
    "SELECT number FROM hidden_number_home WHERE state = 'hidden' AND removed IS NOT 1",
  )
  const sought = seeking(...hidden.map(row => String(row['number'] ?? '')))
  return sought !== undefined && holdsPhone(reach, sought)
}

/** How a member of this box is called; empty when the box knows no such member. */
export function memberName(read: Reader, id: string): string {
  if (!isThere(read, 'member_home')) return ''
  const [row] = read.all(
    "SELECT name FROM member_home WHERE id = ? AND removed IS NOT 1 AND (state IS NULL OR state <> 'left')",
    id,
  )
  return text(row?.['name']) ?? ''
}

export type MemberKnown = Readonly<{ id: string; name: string }>
const MOST_MEMBERS = 500

const REACHED_THROUGH = `SELECT contact_home.member FROM contact_home JOIN relay_home ON relay_home.id = contact_home.relay
  WHERE relay_home.member = ? AND relay_home.state = 'accepted' AND relay_home.removed IS NOT 1 AND contact_home.removed IS NOT 1`

/**
 * Those in whose name somebody may write: anybody for the keeper (`me` unknown); for a relay, whom they welcomed, or who chose to be
 * reached through them. Nobody else’s name is told to a relay.
 */
export function spokenForBy(read: Reader, me: string | undefined): readonly MemberKnown[] {
  if (!isThere(read, 'member_home')) return []
  const hasRelays = isThere(read, 'contact_home') && isThere(read, 'relay_home')
  const theirs =
    me === undefined ? '' : `AND (keyedBy = ?${hasRelays ? ` OR id IN (${REACHED_THROUGH})` : ''})`
  const values = me === undefined ? [] : hasRelays ? [me, me] : [me]
  return read
    .all(
      `SELECT id, name FROM member_home WHERE removed IS NOT 1 AND (state IS NULL OR state <> 'left') ${theirs} ORDER BY name LIMIT ?`,
      ...values,
      MOST_MEMBERS,
    )
    .map(row => ({ id: String(row['id']), name: text(row['name']) ?? '' }))
}

/**
 * How a member is reached as a rule, as this box knows it: a telephone only if they agreed that it is shown; of a way that can't be said
 * so, a word. Undefined of whom nothing is kept.
 */
export type Usual = Readonly<{
  reachBy: 'phone' | 'relay' | 'word'
  phone?: string
  relay?: string
}>
export function usualWay(read: Reader, me: string): Usual | undefined {
  if (!isThere(read, 'contact_home')) return undefined
  const [row] = read.all(
    'SELECT how, phone, relay FROM contact_home WHERE member = ? AND removed IS NOT 1 ORDER BY id LIMIT 1',
    me,
  )
  if (!row) return undefined
  const [phone, relay] = [text(row['phone']), text(row['relay'])]
  const agreed =
    isThere(read, 'consent_home') &&
    read.all(
      "SELECT 1 FROM consent_home WHERE member = ? AND use = 'phone-shown' AND withdrawnOn IS NULL AND removed IS NOT 1 LIMIT 1",
      me,
    ).length > 0
  if (row['how'] === 'phone' && phone !== null && agreed) return { reachBy: 'phone', phone }
  const stands =
    relay !== null &&
    isThere(read, 'relay') &&
    read.all('SELECT 1 FROM relay WHERE id = ? AND removed IS NOT 1', relay).length > 0
  return row['how'] === 'relay' && stands ? { reachBy: 'relay', relay } : { reachBy: 'word' }
}

/** Where the person of a notice is found, to hand them a word: it stays with what they sent, whatever that was shown as. */
export function foundAtOf(read: Reader, type: 'offer' | 'need', id: string): string | undefined {
  const sent = isThere(read, 'proposal_home')
    ? ' OR id IN (SELECT piece FROM proposal_home WHERE shownAs = ? AND removed IS NOT 1)'
    : ''
  const [row] = read.all(
    `SELECT foundAt FROM ${type}_home WHERE foundAt IS NOT NULL AND (id = ?${sent})`,
    ...(sent === '' ? [id] : [id, id]),
  )
  return text(row?.['foundAt']) ?? undefined
}

/** The commune that this box keeps of a member. */
export function communeOf(read: Reader, me: string): string | undefined {
  if (!isThere(read, 'member_home')) return undefined
  return (
    text(
      read.all('SELECT commune FROM member_home WHERE id = ? AND removed IS NOT 1', me)[0]?.[
        'commune'
      ],
    ) ?? undefined
  )
}

/** The telephone by which this box knows a member, if any. */
export function ownPhone(read: Reader, me: string): string | undefined {
  if (!isThere(read, 'contact_home')) return undefined
  const [row] = read.all(
    'SELECT phone FROM contact_home WHERE member = ? AND phone IS NOT NULL AND removed IS NOT 1 ORDER BY id LIMIT 1',
    me,
  )
  return text(row?.['phone']) ?? undefined
}
