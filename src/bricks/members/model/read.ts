import type { NoticeKept, NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isSameName } from '../../../contract/speaker.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import { fold } from '../../../core/letters/words.ts'
import { ownJson } from '../../../core/narrow.ts'
import type { RowOf } from '../../../core/schema.ts'
import { anyPhoneIn, isSamePhone } from '../../../text/phone.ts'
import type { fr } from '../words/fr.ts'
import { published } from './published.ts'
import { consent, contact, member, relay, word } from './records.ts'
import { isUnseen, TOO_LATE_DAYS } from './rules.ts'

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
    { where: "state IS NULL OR state <> 'left'", order: `${inAlphabet('name')}, id`, limit: MOST },
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

/** Names of the members whom one of these telephones reaches, each once. */
export function namesByNumber(read: Reader, numbers: readonly string[]): readonly string[] {
  if (numbers.length === 0) return []
  const kept = read.list(contact, { where: 'phone IS NOT NULL', order: 'id', limit: MOST }, 'home')
  const isTheirs = (phone: string): boolean => numbers.some(one => isSamePhone(one, phone))
  const ids = kept.flatMap(row => (row.phone !== null && isTheirs(row.phone) ? [row.member] : []))
  return membersHere(read).flatMap(({ id, name }) =>
    name !== null && ids.includes(id) ? [name] : [],
  )
}

/** Everything that a member ever agreed to, newest first; what was taken back has its day. */
export const consentsOf = (read: Reader, id: string): readonly ConsentRow[] =>
  read.list(consent, { where: 'member = ?', with: [id], order: 'id DESC' }, 'home')

/** The agreement to a use that stands today. */
export const standingConsent = (read: Reader, id: string, use: string): ConsentRow | undefined =>
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
  read.list(relay, { order: `${inAlphabet('name')}, id`, limit: MOST })

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

/**
 * What a relay carries, or what the keeper answers for, that is not handed over, the oldest first.
 */
export const wordsToHand = (read: Reader, me: string | undefined): readonly WordRow[] =>
  read.list(
    word,
    {
      where: `handedOn IS NULL AND aside IS NULL${me === undefined ? '' : ' AND carrier = ?'}`,
      with: me === undefined ? [] : [me],
      order: 'id',
      limit: MOST,
    },
    'home',
  )

/**
 * Words left for a member that they have not had yet, the oldest first. Whoever left one that was
 * put aside reads that it was not handed over: it is offered to nobody.
 */
export const unreadBy = (read: Reader, me: string): readonly WordRow[] =>
  outOfThreads(
    read,
    read.list(
      word,
      {
        where: 'member = ? AND handedOn IS NULL AND aside IS NULL',
        with: [me],
        order: 'id',
        limit: MOST_UNREAD,
      },
      'home',
    ),
  )
const MOST_UNREAD = 50

/** Words that a member left, newest first. */
export const wordsLeftBy = (read: Reader, me: string): readonly WordRow[] =>
  read.list(word, { where: 'writer = ?', with: [me], order: 'id DESC', limit: MOST_UNREAD }, 'home')

/** Those of these words that are read nowhere else: what is said in a thread is read there. */
function outOfThreads(read: Reader, all: readonly WordRow[]): readonly WordRow[] {
  const said = inThreads(read, all)
  return all.filter(row => !said.has(row.id))
}
/** The ids of those that are read in a thread, whoever hands them over or does not. */
export const inThreads = (read: Reader, all: readonly Pick<WordRow, 'id'>[]): ReadonlySet<string> =>
  new Set(all.length > 0 ? read.published.saidInThreads?.(all.map(row => row.id)) : [])

/**
 * The ids of those of these words that the keeper does not read: said in a thread, and with a relay
 * who hands them over. What a relay has not seen for a week falls to the keeper.
 *
 * Law     11: who has a relay has somebody to read to them.
 */
export function readByRelays(
  read: Reader,
  all: readonly WordRow[],
  today: string,
): ReadonlySet<string> {
  const carried = all.filter(row => row.carrier !== null && !isUnseen(row, today, TOO_LATE_DAYS))
  if (carried.length === 0) return new Set()
  const relays = read.list(relay, { where: "state = 'accepted'", limit: MOST }, 'home')
  const members = new Set(relays.map(({ member }) => member))
  return inThreads(
    read,
    carried.filter(({ carrier }) => members.has(carrier)),
  )
}

/** Whether a member is asked to pass words on, and has not answered. */
export const askedToRelay = (read: Reader, me: string): number =>
  read.count(relay, { where: "member = ? AND state = 'asked'", with: [me] }, 'home')

/** Words left for a member, but those that were put aside before they had them. */
export const wordsFor = (read: Reader, id: string): readonly WordRow[] =>
  outOfThreads(
    read,
    read.list(
      word,
      {
        where: 'member = ? AND (aside IS NULL OR handedOn IS NOT NULL)',
        with: [id],
        limit: MOST,
      },
      'home',
    ),
  )

/** Somebody without a card signed it, as they like. */
export const isUnchecked = ({ signedBy }: WordRow): boolean => signedBy === 'visitor'

/**
 * From whom a word is, as this box knows it: nobody checks a name that was signed without a card.
 * What came before that was noted says its name alone.
 */
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

/** Notices of a member, on the page or taken off it, newest first. */
export const noticesOf = (read: Reader, id: string): readonly NoticeKept[] =>
  read.published.noticesOf?.(id) ?? []

/**
 * Notices of the page that show a telephone which their person ticked, or typed as a way to reach
 * them.
 */
export const noticesAtPhone = (read: Reader, id: string): readonly NoticeKept[] =>
  noticesOf(read, id).filter(
    one =>
      one.isShown && (one.reachBy === 'phone' || (one.reach !== null && anyPhoneIn(one.reach))),
  )

/**
 * Notices by which one is reached through this relay, shown or kept here: each says the relay’s
 * name, place and hours in words.
 */
export const noticesThrough = (
  read: Reader,
  id: string,
): readonly Readonly<{ type: string; id: string; space?: 'home' }>[] =>
  read.published.noticesThrough?.(id) ?? []

/** A notice that a word may be about. */
export const noticeAbout = (read: Reader, id: string): NoticeSeen | undefined =>
  read.published.noticeSeen?.(id)

/** Members of one name, of whom a word may be for any. */
export const sameNamed = (read: Reader, name: string): readonly MemberRow[] => {
  const wanted = fold(name).trim()
  return membersHere(read).filter(row => fold(row.name ?? '').trim() === wanted)
}

/** Members whose first name alone is this: *Huguette* for *Huguette Roux*. */
export const sameFirstNamed = (read: Reader, name: string): readonly MemberRow[] => {
  const wanted = fold(name).trim()
  return membersHere(read).filter(
    row =>
      fold(row.name ?? '')
        .trim()
        .split(' ')[0] === wanted,
  )
}

/** Whether several members bear this name, folded. */
export const isSameNamed = (read: Reader, name: string): boolean => sameNamed(read, name).length > 1

/** Who asks of a deal: one of its people, who writes for them, or the keeper. */
type Asker = Readonly<{ by: string; me?: string }>
/**
 * A word to somebody with whom it is agreed: only for who is in that deal. `place`: which of its
 * people, as their page gives it.
 */
export function partnerIn(
  read: Reader,
  id: string,
  place: string,
  { by, me }: Asker,
): Partner | undefined {
  const deal = /^\d$/.test(place) ? read.published.dealAgreed?.(id) : undefined
  const isTheirs = (member: string): boolean =>
    [...(deal?.parties ?? []), ...(deal?.keyedBy ?? [])].includes(member)
  if (!deal || (by !== 'keeper' && (me === undefined || !isTheirs(me)))) return undefined
  const [members, at] = [deal.parties, Number(place)]
  const known = members[at]
  if (known === me && known !== undefined) return undefined
  const who =
    known === undefined
      ? deal.names[at - members.length]
      : (memberOf(read, known)?.name ?? undefined)
  return who === undefined ? undefined : { id, place, title: deal.what, who, member: known ?? null }
}
export type Partner = Readonly<{
  id: string
  place: string
  title: string
  who: string
  member: string | null
}>

/** Whom one answers: whoever left this word for who reads, or had it left by a member. */
export function replyTo(read: Reader, id: string, { me }: Pick<Asker, 'me'>): ReplyTo | undefined {
  const row = id === '' || me === undefined ? undefined : read.one(word, id, 'home')
  const writer = row?.member === me && row?.writer ? memberOf(read, row.writer) : undefined
  if (!row || !writer || writer.state === 'left') return undefined
  const signed = row.sender ?? ''
  if (signed === '' || isSameName(signed, writer.name ?? ''))
    return { id: row.id, who: writer.name ?? '', member: writer.id }
  const through = relaysOf(read, writer.id).find(({ state }) => state === 'accepted')
  // Who wrote it down for somebody else and hands over no words tells them.
  if (!through) return { id: row.id, who: signed, member: writer.id }
  const theirs = published.spokenForBy(read, writer.id).filter(({ name }) => isCalled(name, signed))
  const member = theirs.length === 1 ? theirs[0]!.id : null
  return { id: row.id, who: signed, member, relay: through.id }
}
/**
 * Who reads the answer to a word: whoever signed it. `relay`: they had it written by somebody who
 * passes words on, and hands over the answer.
 */
export type ReplyTo = Readonly<{
  id: string
  who: string
  member: string | null
  relay?: string
}>
/** Whether a member is called so, by the whole name or by the first name alone. */
export const isCalled = (name: string, called: string): boolean =>
  isSameName(name, called) || isSameName(name.split(' ')[0] ?? '', called)

/** The deals, answers and deeds of a member: each is a record of theirs. */
export const dealingsOf = (
  read: Reader,
  id: string,
): readonly Readonly<{ type: string; id: string }>[] => read.published.dealingsOf?.(id) ?? []

/** Whether a telephone of theirs is hidden, because somebody said that it is their own. */
export function isNumberHidden(read: Reader, id: string): boolean {
  const own = contactsOf(read, id).flatMap(row => (row.phone === null ? [] : [row.phone]))
  const hidden = read.all(
    "SELECT number FROM hidden_number_home WHERE state = 'hidden' AND removed IS NOT 1",
  )
  return hidden.some(row => own.some(number => isSamePhone(number, String(row['number'] ?? ''))))
}

/**
 * Since which day a number of a notice is hidden, because somebody said that it is theirs; the
 * notices of one member.
 */
export function hiddenSince(
  read: Reader,
  notices: readonly Readonly<{ id: string }>[],
): ReadonlyMap<string, string> {
  if (notices.length === 0) return new Map()
  const rows = read.all(
    `SELECT stood, "on" FROM hidden_number_home WHERE state = 'hidden' AND removed IS NOT 1 ` +
      'ORDER BY id',
  )
  const own = new Set(notices.map(one => one.id))
  return new Map(
    rows.flatMap(row =>
      ownJson<readonly string[]>(String(row['stood'] ?? '[]'))
        .filter(id => own.has(id))
        .map(id => [id, String(row['on'] ?? '')] as const),
    ),
  )
}
