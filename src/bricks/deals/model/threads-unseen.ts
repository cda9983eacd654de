import type { Reader } from '../../../contract/reader.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { SENT_ALONE, type WholeDeal } from './read.ts'
import { keyOfName, type Party } from './rules.ts'
import { threadsHere } from './threads.ts'

/** A thread, in which who holds the ticket is `sent`, and every way in which they were reached. */
export type UnseenThread = Readonly<{ whole: WholeDeal; ways: readonly string[] }>

/**
 * The threads about what a visitor sent in which nobody reads by now that they are its person: the
 * notice is off the page, is read by card alone, or says another name. They take them back with
 * their ticket all the same.
 *
 * Law     10 and 11: of a text that was found on the page already, or that two sent, a ticket
 *         opens nothing.
 */
export function threadsUnseen(
  read: Reader,
  ticket: string,
  seen: readonly WholeDeal[],
): readonly UnseenThread[] {
  const sent = read.one(proposal, ticket, 'home')
  const { shownAs = null, piece = null } = sent ?? {}
  if (shownAs === null || piece === null || !isTheirsAlone(read, ticket, shownAs)) return []
  const known = new Set(seen.map(({ row }) => row.id))
  const others = threadsHere(read, shownAs).filter(({ row }) => !known.has(row.id))
  if (others.length === 0) return []
  const called = read.published.noticesCalled?.([piece, shownAs]) ?? []
  const of = (asked: 'who' | 'reach'): readonly string[] =>
    called.flatMap(({ field, said }) => (field === asked ? [said] : []))
  const keys = new Set(of('who').map(keyOfName))
  return others.flatMap(whole => {
    const theirs = whole.parties.filter(isNobodyHere)
    const named = theirs.filter(({ key }) => keys.has(key))
    const [holder, second] = named.length > 0 ? named : theirs
    if (!holder || second) return []
    const parties = whole.parties.map(one => (one === holder ? { ...one, sent: ticket } : one))
    return [{ whole: { ...whole, parties }, ways: of('reach') }]
  })
}

/** They have a name here, and neither a card nor another ticket. */
const isNobodyHere = ({ member, ticket, sent, away }: Party): boolean =>
  member === null && ticket === undefined && sent === undefined && away === undefined

const isTheirsAlone = (read: Reader, ticket: string, shownAs: string): boolean => {
  const where = `${SENT_ALONE} AND shownAs = ?`
  const [one, two] = read.list(proposal, { where, with: [shownAs], limit: 2 }, 'home')
  return one?.id === ticket && two === undefined
}
