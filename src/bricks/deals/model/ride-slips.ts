import type { DecideContext } from '../../../contract/command.ts'
import { type Draft, draft } from '../../../contract/decision.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import { hasTable } from '../../../contract/tables.ts'
import { isTime } from '../../../core/form/fit.ts'
import { sayTime } from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'
import { heardOf, isHourApart, isHourBack, isRideWord } from './hour-told.ts'
import { toldNext } from './news.ts'
import { keyOfNotice, type WholeDeal } from './read.ts'
import { deal, dealAnswer } from './records.ts'
import { type Party, spokeByTicket } from './rules.ts'
import { answerDraft, sideOf } from './sides.ts'
import { handedIn, slipToOthers } from './slips.ts'
import { threadsStanding } from './threads.ts'
import { mayUnwrite } from './voice.ts'

/**
 * The slips of a ride that goes at another hour, on another day or by another way: who counts on it
 * and has no screen is told by whoever hands words over to them. What it says now is read from its
 * notice when the slip is shown.
 */

type Of = DecideContext<typeof fr>
const OFFER = 'offer'
const WAY = ['rideFrom', 'rideTo', 'rideBy'] as const
const DAYS = ['rideDays', 'rideSince', 'rideOff', 'until'] as const
const HOURS = ['rideAt', 'rideBackAt'] as const

/**
 * What a turn adds to the threads of the rides that it changes. To those who agreed on an hour of
 * their own, the hour of the notice is no change; nor that of the way there to those who agreed on
 * the way back.
 */
export const rideSlips = (drafts: readonly Draft[], of: Of): readonly Draft[] =>
  drafts.flatMap(({ type, record, fields }) => {
    const moved = type === OFFER ? movedIn(record, fields, of.read) : []
    if (moved.length === 0) return []
    const hours = moved.filter(name => HOURS.some(hour => hour === name))
    return threadsStanding(of.read, record).flatMap(whole => {
      const isBackSame = !hours.includes('rideBackAt')
      const isApart = hours.length > 0 && isHourApart(of.read, whole, { isBackSame })
      if (isApart && hours.length === moved.length) return []
      return slipIn(whole, isApart ? {} : hourIn(fields, isHourBack(of.read, whole)), of)
    })
  })

function movedIn(id: string, fields: Draft['fields'], read: Reader): readonly string[] {
  const now = hasTable(read, OFFER) ? rideRow(read, id) : undefined
  return now === undefined
    ? []
    : [...WAY, ...DAYS, ...HOURS].filter(name => name in fields && !isSame(fields[name], now[name]))
}
const rideRow = (read: Reader, id: string): Row | undefined =>
  read.all(`SELECT ${[...WAY, ...DAYS, ...HOURS].join(', ')} FROM ${OFFER} WHERE id = ?`, id)[0]
/** A field of several values stands in its table as JSON. */
const isSame = (said: unknown, kept: unknown): boolean =>
  (Array.isArray(said) ? JSON.stringify(said) : (said ?? null)) === (kept ?? null)

/**
 * Once: the slip that waits already leads to what the ride says when it is handed over. Who reads
 * it on a screen, or is telephoned, has the word; who answered the ride itself reads that its
 * notice changed.
 */
function slipIn(whole: WholeDeal, { hour, isBack }: Hour, of: Of): readonly Draft[] {
  const { row, parties, notices, said } = whole
  const ride = notices.find(({ type, ride }) => type === OFFER && ride !== null)
  const driver = parties.find(({ key }) => ride !== undefined && key === keyOfNotice(ride))
  if (!driver) return []
  const word = of.words.rideMoved
  const handed = handedIn(whole, of.read)
  const waiting = said.filter(one => one.said === word && one.slip && !handed.has(one.id))
  // What somebody else wrote of another hour stays: this hour has a slip of its own.
  const own = waiting.filter(one => mayUnwrite(of.at, driver, one))
  const waits = (hour === undefined ? waiting : own).length > 0
  const slip = waits ? undefined : slipToOthers(whole, driver, word, of)
  const isBegun = said[0]?.key === driver.key
  // The slip that waits will be read with this hour.
  if (waits && hour !== undefined) return own.map(({ id }) => draft(dealAnswer, id, { when: hour }))
  if (!slip && (waits || !isBegun)) return []
  // A slip reads the hour when it is shown; that of the way back stands beside the word.
  const now = slip || isBack || hour === undefined ? word : of.words.rideLeaves(hour)
  const carried = slip ? { slip: slip.record } : {}
  const act = { says: 'word', said: now, when: hour ?? word, ...carried } as const
  // Who holds a ticket reads it there too.
  const unseen = toldNext(parties, driver, of.at.me).filter(
    place => !slip || spokeByTicket(parties[Number(place)]!),
  )
  return [
    answerDraft(row.id, sideOf(driver), act, of.at),
    draft(deal, row.id, { lived: of.at.lived(), ...(unseen.length > 0 ? { unseen } : {}) }),
    ...(slip ? [slip] : []),
  ]
}

/** The hour that a draft writes, as it is said; none where it changes none. */
type Hour = Readonly<{ hour?: string; isBack?: boolean }>
function hourIn({ rideAt, rideBackAt }: Draft['fields'], isBack: boolean): Hour {
  const at = isBack ? rideBackAt : rideAt
  return isTime(at) ? { hour: sayTime(at, 'fr'), isBack } : {}
}

/** What called a ride off took its change along: it is carried again once the ride is not off. */
export function rideWordAgain(whole: WholeDeal, party: Party, of: Of): readonly Draft[] {
  const word = whole.said.findLast(one => one.key === party.key && isRideWord(one))
  if (!word || word.slip || !mayUnwrite(of.at, party, word)) return []
  if (heardOf(whole, [word], of.read).length > 0) return []
  const slip = slipToOthers(whole, party, of.words.rideMoved, of)
  return slip ? [draft(dealAnswer, word.id, { slip: slip.record }), slip] : []
}
