import type { Reader, Row } from '../../core/brick.ts'
import type { RowOf } from '../../core/schema.ts'
import { consent, contact, member, relay } from './records.ts'

export type MemberRow = RowOf<typeof member>
export type ContactRow = RowOf<typeof contact>
export type ConsentRow = RowOf<typeof consent>
export type RelayRow = RowOf<typeof relay>

const MOST = 500

/** Those who are here, by name. */
export const membersHere = (read: Reader): readonly MemberRow[] =>
  read.list(member, { where: "state IS NULL OR state <> 'left'", order: 'name COLLATE NOCASE, id', limit: MOST }, 'home')

export const memberOf = (read: Reader, id: string): MemberRow | undefined => read.one(member, id, 'home')

export const contactsOf = (read: Reader, id: string): readonly ContactRow[] =>
  read.list(contact, { where: 'member = ?', with: [id], order: 'id' }, 'home')

/** Everything that a member ever agreed to, newest first; what was taken back has its day. */
export const consentsOf = (read: Reader, id: string): readonly ConsentRow[] =>
  read.list(consent, { where: 'member = ?', with: [id], order: 'id DESC' }, 'home')

/** The agreement to a use that stands today. */
export const standing = (read: Reader, id: string, use: string): ConsentRow | undefined =>
  read.list(consent, { where: 'member = ? AND use = ? AND withdrawnOn IS NULL', with: [id, use], order: 'id DESC', limit: 1 }, 'home')[0]

/** People through whom words pass, as everybody may read them. */
export const relaysShown = (read: Reader): readonly RelayRow[] => read.list(relay, { order: 'name, id', limit: MOST })

/** Other bricks' tables, read only where they are: this brick copes without them. */
export const isThere = (read: Reader, table: string): boolean =>
  read.all("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", table).length > 0

export type NoticeKept = Readonly<{ type: 'offer' | 'need'; id: string; title: string; state: string; reachBy: string | null }>

/** Notices of a member that the page shows, or showed: whose they are is known in this box alone. */
export function noticesOf(read: Reader, id: string): readonly NoticeKept[] {
  return (['offer', 'need'] as const)
    .filter(type => isThere(read, `${type}_home`))
    .flatMap(type =>
      read
        .all(
          `SELECT shown.id, shown.title, shown.state, shown.reachBy FROM ${type}_home AS kept JOIN ${type} AS shown ON shown.id = kept.id
           WHERE kept.author = ? AND shown.removed IS NOT 1 ORDER BY shown.id DESC`,
          id,
        )
        .map(row => noticeKept(type, row)),
    )
}

const noticeKept = (type: NoticeKept['type'], row: Row): NoticeKept => ({
  type,
  id: String(row['id']),
  title: String(row['title'] ?? ''),
  state: String(row['state'] ?? ''),
  reachBy: typeof row['reachBy'] === 'string' ? row['reachBy'] : null,
})
