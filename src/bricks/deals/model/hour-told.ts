import type { Reader } from '../../../contract/reader.ts'
import { bornAt } from '../../../core/id.ts'
import { hoursIn } from '../../../text/harvest/dates.ts'
import { plainOf } from '../../../text/harvest/mask.ts'
import type { SaidOn, WholeDeal } from './read.ts'
import { deal } from './records.ts'
import { lastProposal } from './stands.ts'
import { bothTongues } from './words-kept.ts'

/**
 * The hour that whoever counts on a ride has in mind: the agreed one, or one of the ride’s that
 * they were told since. A moment of their own, at another hour than the ride’s, is theirs.
 */

/** What goes with an hour, behind it: *8 heures et demie*, *8:30 am*. */
const REST =
  /^\s?(?:et (?:demie?|quart)|moins (?:le )?[\p{L}\d]+|du (?:matin|soir)|[ap]\.?m\b\.?)/iu

/** A moment with this hour instead of its own; behind it, where it says none. */
export function withHour(when: string, hour: string): string {
  const told = hoursIn(plainOf(when))
  if (!told) return `${when}, ${hour}`
  return `${when.slice(0, told.from)}${hour}${when.slice(told.to).replace(REST, '')}`
}
/** A text without any hour in figures. */
export function withoutHours(text: string): string {
  const told = hoursIn(plainOf(text))
  return told ? withoutHours(`${text.slice(0, told.from)}${text.slice(told.to)}`) : text
}
const hourIn = (text: string): string | undefined => allHoursIn(text)[0]
function allHoursIn(text: string): readonly string[] {
  const told = hoursIn(plainOf(text))
  return told ? [text.slice(told.from, told.to), ...allHoursIn(text.slice(told.to))] : []
}
/** Of a notice as it is read, the hours of its ride: there, then back. */
const rideHoursIn = (notice: string): readonly string[] =>
  allHoursIn(notice.split(' · ').at(-1) ?? '')
/** Whether two readings of a notice say one hour of the way back. */
export const isSameBack = (notice: string, before: string): boolean =>
  rideHoursIn(notice).at(-1) === rideHoursIn(before).at(-1)

/**
 * Whether a word is the box’s own, that a ride has changed. Its `when` is the hour, where that one
 * changed.
 */
export const isRideWord = ({ says, said, when }: SaidOn): boolean =>
  says === 'word' &&
  when !== null &&
  bothTongues().some(words => said === words.rideMoved || said === words.rideLeaves(when))

type Thread = Pick<WholeDeal, 'row' | 'parties' | 'said' | 'notices'>

/** When what stands in a thread was asked, in milliseconds since 1970. */
export const askedAt = (whole: Omit<Thread, 'notices'>): number =>
  bornAt(lastProposal(whole)?.id ?? whole.row.id)

/** The ride on offer of a thread; where none of its notices is one, what is off the page. */
export function rideIn({ row, notices }: Pick<Thread, 'row' | 'notices'>): string | undefined {
  const shown = notices.find(one => one.type === 'offer' && one.ride !== null)
  const off = (row.about ?? []).find(id => notices.every(one => one.id !== id))
  return shown?.id ?? off
}

/** Whether the hour of a moment that was agreed is the ride’s own: else it moves with no notice. */
export const isHourOfRide = (read: Reader, whole: Thread, when: string, since?: number): boolean =>
  hourOf(read, whole, when, since) !== undefined

/** Of which way the hour of a moment is; undefined where it is not the ride’s own. */
function hourOf(
  read: Reader,
  whole: Thread,
  when: string,
  since = askedAt(whole),
): 'there' | 'back' | undefined {
  const ride = rideIn(whole)
  return ride === undefined ? undefined : read.published.rideHourOf?.(ride, { when, since })
}
type Standing = Pick<WholeDeal, 'stands'> & Thread
/** Whether people agreed on the hour of the way back. */
export function isHourBack(read: Reader, whole: Standing): boolean {
  const { row, stands } = whole
  const when = (stands ?? row).when
  return when !== null && hourOf(read, whole, when, stands?.since) === 'back'
}

/**
 * Whether each moment that stands in a thread has an hour which its notice does not move: one of
 * its own, or that of the way back where the notice says it as before, `isBackSame`.
 */
export function isHourApart(
  read: Reader,
  whole: Standing,
  { isBackSame }: Readonly<{ isBackSame: boolean }>,
): boolean {
  const { row, stands } = whole
  const moments = [{ when: row.when, since: undefined }, ...(stands ? [stands] : [])]
  return moments.every(({ when, since }) => {
    const of = when === null ? 'there' : hourOf(read, whole, when, since)
    return of === undefined || (of === 'back' && isBackSame)
  })
}

/**
 * A moment of a thread, with the hour of its ride that was told last to who counts on it; as it is
 * where they were told no other one.
 *
 * Law     what calls a ride off names no hour that its hearer never heard.
 */
export function whenHeard(whole: Thread, when: string | null, read: Reader): string | null {
  if (when === null || whole.row.mode !== 'ride') return when
  const hour = hourSaid(whole, read) ?? hourSeen(whole, when, read)
  return hour !== undefined && isHourOfRide(read, whole, when) ? withHour(when, hour) : when
}

/** By a word of the box that they read, were told or handed. */
function hourSaid(thread: Thread, read: Reader): string | undefined {
  const { said } = thread
  const from = said.indexOf(lastProposal(thread) ?? said[0]!)
  const words = said.filter((one, at) => at > from && isRideWord(one))
  return hourIn(heardOf(thread, words, read).at(-1)?.when ?? '')
}
/** Those of some words that their other side read, was told or handed. */
export function heardOf(thread: Thread, words: readonly SaidOn[], read: Reader): readonly SaidOn[] {
  const slips = words.flatMap(({ slip }) => slip ?? [])
  const handed = slips.length === 0 ? [] : (read.published.slipsHanded?.(slips) ?? [])
  return words.filter(
    word => handed.some(({ id }) => id === word.slip) || isSeen(thread, word, read),
  )
}
/**
 * Its other side said something since, or saw it. Who saw that the ride is off was told that alone.
 */
function isSeen({ row, parties, said }: Thread, word: SaidOn, read: Reader): boolean {
  const since = said.slice(said.indexOf(word))
  const off = since.findLast(({ says }) => says === 'not' || says === 'end')
  const seen = [...(row.seenTo ?? []), ...(off ? seenFormerly(row.id, read) : [])]
  return parties.some(
    ({ key }, place) =>
      key !== word.key &&
      since.some(one => one.key === key || (one !== off && seen.includes(`${place}:${one.id}`))),
  )
}
/** How far each had read, before what they read last. */
const seenFormerly = (id: string, read: Reader): readonly string[] =>
  read
    .homeHistory(deal.name, id)
    .flatMap(({ field, value }) => (field === 'seenTo' && isTexts(value) ? value : []))
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value)

/** By the notice that they answered, as they saw it last since the moment was asked. */
function hourSeen(thread: Thread, when: string, read: Reader): string | undefined {
  const { row } = thread
  const hours = rideHoursIn(row.noticeAs ?? '')
  const hour = hours[hourOf(read, thread, when) === 'back' ? 1 : 0]
  if (hour === undefined || hour === hourIn(when)) return undefined
  const lines = read.homeHistory(deal.name, row.id).filter(({ field }) => field === 'noticeAs')
  const isSince = lines.length > 1 && (lines[0]?.on ?? 0) > askedAt(thread)
  return isSince ? hour : undefined
}
