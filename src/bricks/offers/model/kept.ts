import type { MemberPlaced, UsualWay } from '../../../contract/published.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { oncePerStatement } from '../../../contract/speaker.ts'
import { hasTable } from '../../../contract/tables.ts'
import { holdsPhone, seeking } from '../../../text/sought-numbers.ts'

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
  if (ids.length === 0 || !hasTable(read, 'confirmation')) return []
  const some = ids.slice(0, MOST_READ)
  const all = read
    .all(
      `SELECT * FROM confirmation WHERE id IN (${some.map(() => '?').join(', ')}) ` +
        'AND removed IS NOT 1 ORDER BY id DESC',
      ...some,
    )
    .map(saidSo)
  return oncePerStatement(all).slice(0, MOST_SAID)
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

/**
 * Whether the telephone by which somebody is to be reached is hidden here: what is shown then says
 * it not.
 */
export function isHiddenHere(read: Reader, reach: unknown): boolean {
  if (typeof reach !== 'string') return false
  const hidden = read.all(
    "SELECT number FROM hidden_number_home WHERE state = 'hidden' AND removed IS NOT 1",
  )
  const sought = seeking(...hidden.map(row => String(row['number'] ?? '')))
  return sought !== undefined && holdsPhone(reach, sought)
}

/** The name of a member of this box; empty when the box knows no such member. */
export const memberName = (read: Reader, id: string): string =>
  read.published.memberName?.(id) ?? ''

/**
 * The members in whose name somebody may write: anybody for the keeper (`me` unknown), for a relay
 * those who chose it.
 */
export const spokenForBy = (read: Reader, me: string | undefined): readonly MemberPlaced[] =>
  read.published.spokenForBy?.(me) ?? []

/** How a member is reached as a rule, as this box knows it. */
export const usualWay = (read: Reader, me: string): UsualWay | undefined =>
  read.published.usualWay?.(me)

/** The commune that this box keeps of a member. */
export const communeOf = (read: Reader, me: string): string | undefined =>
  read.published.memberCommune?.(me)

/**
 * The commune that a member gave in their newest notice: the form of the next one has it chosen.
 * Where a ride begins says nothing of where its driver lives.
 */
export function communeGiven(read: Reader, me: string): string | undefined {
  const [newest] = ['offer', 'need']
    .filter(type => hasTable(read, `${type}_home`))
    .flatMap(type =>
      read.all(
        `SELECT own.id, coalesce(shown.commune, own.commune) AS commune FROM ${type}_home AS own
         LEFT JOIN "${type}" AS shown ON shown.id = own.id WHERE own.author = ?
         AND coalesce(shown.mode, own.mode) IS NOT 'ride' AND own.removed IS NOT 1
         ORDER BY own.id DESC LIMIT 1`,
        me,
      ),
    )
    .sort((a, b) => (String(a['id']) < String(b['id']) ? 1 : -1))
  return text(newest?.['commune']) ?? undefined
}

/** The telephone by which this box knows a member, if any. */
export const ownPhone = (read: Reader, me: string): string | undefined =>
  read.published.memberPhone?.(me)
