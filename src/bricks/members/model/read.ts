import { OWN_FIRST, type Reader, type Row } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { isThere } from '../../../contract/tables.ts'
import { fold } from '../../../core/letters/words.ts'
import type { RowOf } from '../../../core/schema.ts'
import { anyPhoneIn, isSamePhone } from '../../../text/phone.ts'
import type { fr } from '../words/fr.ts'
import { consent, contact, member, relay, word } from './records.ts'

export type MemberRow = RowOf<typeof member>
export type ContactRow = RowOf<typeof contact>
export type ConsentRow = RowOf<typeof consent>
export type RelayRow = RowOf<typeof relay>
export type WordRow = RowOf<typeof word>

const MOST = 500

/** Those who are here, by name. */
export const membersHere = (read: Reader): readonly MemberRow[] =>
  read.list(
    member,
    { where: "state IS NULL OR state <> 'left'", order: 'name COLLATE NOCASE, id', limit: MOST },
    'home',
  )

export const memberOf = (read: Reader, id: string): MemberRow | undefined =>
  read.one(member, id, 'home')

export const contactsOf = (read: Reader, id: string): readonly ContactRow[] =>
  read.list(contact, { where: 'member = ?', with: [id], order: 'id' }, 'home')

/** The telephones by which this box reaches them. */
export const numbersOf = (read: Reader, id: string): readonly string[] => [
  ...new Set(contactsOf(read, id).flatMap(row => (row.phone === null ? [] : [row.phone]))),
]

/** Everything that a member ever agreed to, newest first; what was taken back has its day. */
export const consentsOf = (read: Reader, id: string): readonly ConsentRow[] =>
  read.list(consent, { where: 'member = ?', with: [id], order: 'id DESC' }, 'home')

/** The agreement to a use that stands today. */
export const standing = (read: Reader, id: string, use: string): ConsentRow | undefined =>
  read.list(
    consent,
    {
      where: 'member = ? AND use = ? AND withdrawnOn IS NULL',
      with: [id, use],
      order: 'id DESC',
      limit: 1,
    },
    'home',
  )[0]

/** People through whom words pass, as everybody may read them. */
export const relaysShown = (read: Reader): readonly RelayRow[] =>
  read.list(relay, { order: 'name COLLATE NOCASE, id', limit: MOST })

/** Where a member stands as a relay: asked, accepted; what ended is left out. */
export const relaysOf = (read: Reader, id: string): readonly RelayRow[] =>
  read.list(
    relay,
    { where: "member = ? AND state IN ('asked', 'accepted')", with: [id], order: 'id' },
    'home',
  )

/** Every word of a list: those that a relay carries, or all for the keeper. */
export const wordsCarried = (read: Reader, me: string | undefined): readonly WordRow[] =>
  read.list(
    word,
    me === undefined ? { limit: MOST } : { where: 'carrier = ?', with: [me], limit: MOST },
    'home',
  )

/** What is still to be handed over: neither done, nor put aside. */
export const isToHand = ({ handedOn, aside }: Pick<WordRow, 'handedOn' | 'aside'>): boolean =>
  handedOn === null && aside === null

/** What a relay carries, or what the keeper answers for, that is not handed over. */
export const wordsToHand = (read: Reader, me: string | undefined): readonly WordRow[] =>
  read.list(
    word,
    {
      where: `handedOn IS NULL AND aside IS NULL${me === undefined ? '' : ' AND carrier = ?'}`,
      with: me === undefined ? [] : [me],
      limit: MOST,
    },
    'home',
  )

/** Words left for a member that they have not had yet. */
export const unreadBy = (read: Reader, me: string): number =>
  read.count(word, { where: 'member = ? AND handedOn IS NULL', with: [me] }, 'home')

/** Whether a member is asked to pass words on, and has not answered. */
export const askedToRelay = (read: Reader, me: string): number =>
  read.count(relay, { where: "member = ? AND state = 'asked'", with: [me] }, 'home')

export const wordsFor = (read: Reader, id: string): readonly WordRow[] =>
  read.list(word, { where: 'member = ?', with: [id], limit: MOST }, 'home')

/** From whom a word is, as this box knows it: nobody checks a name that was signed without a card. What came before that was noted says its name alone. */
export function signedOf(
  { sender, signedBy, writer }: WordRow,
  read: Reader,
  words: typeof fr,
): string {
  const signed = sender ?? ''
  if (signedBy === 'visitor') return words.signedByNobody(signed)
  if (signedBy !== 'card') return words.from(signed)
  const card = writer === null ? undefined : memberOf(read, writer)?.name
  if (!card) return words.signedByGone(signed)
  return isSameName(signed, card) ? words.from(signed) : words.signedByCard(signed, card)
}

/** Who answers for the page, as the territory says it. */
export function keptBy(read: Reader): string | undefined {
  if (!isThere(read, 'territory')) return undefined
  return (
    text(
      read.all(
        `SELECT keptBy FROM territory WHERE removed IS NOT 1 ORDER BY ${OWN_FIRST} LIMIT 1`,
      )[0]?.['keptBy'],
    ) ?? undefined
  )
}

const KINDS = ['offer', 'need'] as const
const kindsThere = (read: Reader): readonly (typeof KINDS)[number][] =>
  KINDS.filter(type => isThere(read, `${type}_home`))
const hasColumn = (read: Reader, table: string, column: string): boolean =>
  read.all('SELECT 1 FROM pragma_table_info(?) WHERE name = ?', table, column).length > 0
const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** `isShown`: on the page today. `isWaiting`: the keeper has not read it yet. `why`: what the keeper told its author when they took it off. */
export type NoticeKept = Readonly<{
  type: 'offer' | 'need'
  id: string
  title: string
  reach: string | null
  reachBy: string | null
  isShown: boolean
  isWaiting: boolean
  /** Read on this box's pages, and not in the villages around. */
  isHere: boolean
  why: string | null
}>

/** Notices of a member, on the page or taken off it, newest first: whose they are is known in this box alone. */
export function noticesOf(read: Reader, id: string): readonly NoticeKept[] {
  return kindsThere(read).flatMap(type => {
    // What was put back since, and taken off by its author, was not taken off for that.
    const off = `EXISTS (SELECT 1 FROM taken_off WHERE id = kept.id AND type = '${type}')`
    const why = hasColumn(read, `${type}_home`, 'hiddenWhy')
      ? `iif(${off}, kept.hiddenWhy, NULL)`
      : 'NULL'
    const here = hasColumn(read, `${type}_home`, 'shownHere') ? 'kept.shownHere' : 'NULL'
    const waiting = isThere(read, 'proposal_home')
      ? "EXISTS (SELECT 1 FROM proposal_home WHERE piece = kept.id AND state = 'waiting' AND removed IS NOT 1)"
      : '0'
    return read
      .all(
        `SELECT kept.id, coalesce(shown.title, kept.title) AS title, shown.reach, shown.reachBy, shown.id IS NOT NULL AND shown.removed IS NOT 1 AS isShown, ${here} AS isHere, ${why} AS why, ${waiting} AS isWaiting
         FROM ${type}_home AS kept LEFT JOIN ${type} AS shown ON shown.id = kept.id
         WHERE kept.author = ? AND (kept.removed IS NOT 1 OR ${here} = 1) ORDER BY kept.id DESC`,
        id,
      )
      .map(row => noticeKept(type, row))
  })
}

const noticeKept = (type: NoticeKept['type'], row: Row): NoticeKept => ({
  type,
  id: String(row['id']),
  title: String(row['title'] ?? ''),
  reach: text(row['reach']),
  reachBy: text(row['reachBy']),
  isShown: row['isShown'] === 1,
  isWaiting: row['isWaiting'] === 1,
  isHere: row['isHere'] === 1,
  why: text(row['why']),
})

/** Notices of the page that show a telephone which their person ticked, or typed as a way to reach them. */
export const noticesAtPhone = (read: Reader, id: string): readonly NoticeKept[] =>
  noticesOf(read, id).filter(
    one =>
      one.isShown && (one.reachBy === 'phone' || (one.reach !== null && anyPhoneIn(one.reach))),
  )

/** Notices by which one is reached through this relay, shown or kept here: each says the relay’s name, place and hours in words. */
export const noticesThrough = (
  read: Reader,
  id: string,
): readonly Readonly<{ type: string; id: string; space?: 'home' }>[] =>
  kindsThere(read).flatMap(type => [
    ...read
      .all(`SELECT id FROM ${type} WHERE relay = ? AND id NOT IN (SELECT id FROM here)`, id)
      .map(row => ({ type, id: String(row['id']) })),
    ...read
      .all(`SELECT id FROM ${type}_home WHERE relay = ?`, id)
      .map(row => ({ type, id: String(row['id']), space: 'home' as const })),
  ])

/** What a word may be about: a notice of the page, who it is from, and in this box alone whose it is. */
export type About = Readonly<{
  id: string
  title: string
  who: string | null
  relay: string | null
  author: string | null
}>
export function noticeAbout(read: Reader, id: string): About | undefined {
  for (const type of kindsThere(read)) {
    const row = read.all(
      `SELECT shown.id, shown.title, shown.who, shown.relay, kept.author FROM ${type} AS shown LEFT JOIN ${type}_home AS kept ON kept.id = shown.id
       WHERE shown.id = ? AND shown.removed IS NOT 1`,
      id,
    )[0]
    if (row)
      return {
        id,
        title: String(row['title'] ?? ''),
        who: text(row['who']),
        relay: text(row['relay']),
        author: text(row['author']),
      }
  }
  return undefined
}

/** Where the person of a notice said that they are found, to be handed a word: for who keeps the page. */
export function foundAtOf(read: Reader, about: string): string | undefined {
  for (const type of kindsThere(read)) {
    if (!hasColumn(read, `${type}_home`, 'foundAt')) continue
    const sent = isThere(read, 'proposal_home')
      ? ' OR id IN (SELECT piece FROM proposal_home WHERE shownAs = ? AND removed IS NOT 1)'
      : ''
    const [row] = read.all(
      `SELECT foundAt FROM ${type}_home WHERE foundAt IS NOT NULL AND (id = ?${sent})`,
      ...(sent === '' ? [about] : [about, about]),
    )
    if (row) return text(row['foundAt']) ?? undefined
  }
  return undefined
}

/** Members of one name, of whom a word may be for any. */
export const sameNamed = (read: Reader, name: string): readonly MemberRow[] => {
  const wanted = fold(name).trim()
  return membersHere(read).filter(row => fold(row.name ?? '').trim() === wanted)
}

/** Who asks of a deal: one of its people, who writes for them, or the keeper. */
type Asker = Readonly<{ by: string; me?: string }>
/** A word to somebody with whom it is agreed: only for who is in that deal. `place`: which of its people, as their page gives it. */
export function partnerIn(
  read: Reader,
  id: string,
  place: string,
  { by, me }: Asker,
): Partner | undefined {
  if (!isThere(read, 'deal_home') || !/^\d$/.test(place)) return undefined
  const [row] = read.all(
    "SELECT id, what, parties, names, keyedBy FROM deal_home WHERE id = ? AND state IN ('agreed', 'done') AND removed IS NOT 1",
    id,
  )
  const list = (name: string): readonly string[] =>
    JSON.parse(String(row?.[name] ?? '[]')) as readonly string[]
  if (
    !row ||
    (by !== 'keeper' &&
      (me === undefined || ![...list('parties'), ...list('keyedBy')].includes(me)))
  )
    return undefined
  const [members, at] = [list('parties'), Number(place)]
  const known = members[at]
  if (known === me && known !== undefined) return undefined
  const who =
    known === undefined
      ? list('names')[at - members.length]
      : (memberOf(read, known)?.name ?? undefined)
  return who === undefined
    ? undefined
    : { id, place, title: String(row['what'] ?? ''), who, member: known ?? null }
}
export type Partner = Readonly<{
  id: string
  place: string
  title: string
  who: string
  member: string | null
}>

/** What a member arranged with others, what they said of it and what of it is told: each a record that is theirs. */
export function dealingsOf(
  read: Reader,
  id: string,
): readonly Readonly<{ type: string; id: string }>[] {
  if (!isThere(read, 'deal_home')) return []
  const asked = [
    ['deal', 'instr(parties, ?) > 0'],
    ['deal-answer', 'member = ?'],
    ['deed', 'instr(parties, ?) > 0'],
  ] as const
  return asked.flatMap(([type, where]) =>
    read
      .all(`SELECT id FROM ${type.replace('-', '_')}_home WHERE removed IS NOT 1 AND ${where}`, id)
      .map(row => ({ type, id: String(row['id']) })),
  )
}

/** How many of their deals are proposed or agreed. */
export const openDealsOf = (read: Reader, id: string): number =>
  isThere(read, 'deal_home')
    ? Number(
        read.all(
          "SELECT count(*) AS n FROM deal_home WHERE removed IS NOT 1 AND state IN ('proposed', 'agreed') AND instr(parties, ?) > 0",
          id,
        )[0]?.['n'],
      )
    : 0

/** Deals of which this member's last word is that they may be told, and whether they are. */
export function dealsTelling(
  read: Reader,
  id: string,
): readonly Readonly<{ deal: string; told: boolean }>[] {
  if (!isThere(read, 'deal_home')) return []
  return read
    .all(
      `SELECT deal.id, deal.deed IS NOT NULL AS told FROM deal_home AS deal
       JOIN deal_answer_home AS said ON said.id = (
         SELECT max(one.id) FROM deal_answer_home AS one WHERE one.deal = deal.id AND one.member = ? AND one.says IN ('tell', 'keep') AND one.removed IS NOT 1)
       WHERE deal.removed IS NOT 1 AND instr(deal.parties, ?) > 0 AND said.says = 'tell'`,
      id,
      id,
    )
    .map(row => ({ deal: String(row['id']), told: row['told'] === 1 }))
}

/** Whether a telephone of theirs is hidden, because somebody said that it is their own. */
export function isNumberHidden(read: Reader, id: string): boolean {
  if (!isThere(read, 'hidden_number_home')) return false
  const own = contactsOf(read, id).flatMap(row => (row.phone === null ? [] : [row.phone]))
  const hidden = read.all(
    "SELECT number FROM hidden_number_home WHERE state = 'hidden' AND removed IS NOT 1",
  )
  return hidden.some(row => own.some(number => isSamePhone(number, String(row['number'] ?? ''))))
}

/** Since which day a number of a notice is hidden, because somebody said that it is theirs; the notices of one member. */
export function hiddenSince(
  read: Reader,
  notices: readonly Readonly<{ id: string }>[],
): ReadonlyMap<string, string> {
  if (notices.length === 0 || !isThere(read, 'hidden_number_home')) return new Map()
  const rows = read.all(
    `SELECT stood, "on" FROM hidden_number_home WHERE state = 'hidden' AND removed IS NOT 1 ORDER BY id`,
  )
  const own = new Set(notices.map(one => one.id))
  return new Map(
    rows.flatMap(row =>
      (JSON.parse(String(row['stood'] ?? '[]')) as readonly string[])
        .filter(id => own.has(id))
        .map(id => [id, String(row['on'] ?? '')] as const),
    ),
  )
}
