import { type BoxSeen, type EntriesNotTaken, isBelieved } from '../../../contract/box/boxes.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { dayOfMoment, span } from '../../../text/days.ts'
import { isUpToDate, oddClock } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { latelyAt } from './say.ts'

type Words = typeof fr
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** All that is known of a box, a sentence each: nothing says *up to date* but what it signed. */
export function statesOf(
  seen: BoxSeen,
  request: Request,
  read: Reader,
  words: Words,
): readonly string[] {
  const { others } = read.boxes()
  const calledOf = (name: string): string =>
    others.find(one => one.name === name)?.called ?? words.aBox
  const presenters = words.and(seen.introducedBy.map(calledOf))
  return [
    words.known[seen.known](presenters),
    ...(seen.isPaused ? [words.isPaused] : []),
    ...(seen.isDismissed ? [words.isDismissed] : []),
    ...(seen.isForked ? [words.isForked] : []),
    ...(seen.isHidden ? [words.isHidden] : []),
    ...(seen.introducedHere === null ? [] : [words.isIntroduced]),
    heard(seen, request, words),
    ...(isBelieved(seen) ? [carried(seen, words)] : []),
    ...seen.aside.map(({ box, why, entries }) =>
      asideSaid({ box, why, entries }, seen, calledOf, words),
    ),
    ...(seen.stopped > 0 ? [words.stopped(seen.stopped)] : []),
    ...(seen.isFull ? [words.much] : []),
    ...clock(seen, request, words),
  ]
}

/** Of a box that has the yes by now, what was left before only lacks its file. */
function asideSaid(
  { box, why, entries }: EntriesNotTaken,
  seen: BoxSeen,
  calledOf: (name: string) => string,
  words: Words,
): string {
  if (why === 'unknown' && box === seen.name && isBelieved(seen)) return words.asideAgain(entries)
  return words.aside[why](box === '' ? words.several : calledOf(box), entries)
}

/**
 * What a file says is as old as the file, not as its coming; the day that an odd clock gave it is
 * nobody's.
 */
function heard(seen: BoxSeen, request: Request, words: Words): string {
  const { heardAt, madeAt, isSure, isMet, toGive } = seen
  if (heardAt === null) return words.neverHeard
  const day = latelyAt(heardAt, request, words, isSure)
  if (isMet) return toGive === null ? words.heard(day) : words.heardSaying(day)
  if (toGive === null) return words.fileCame(day)
  return words.fileSaying(
    day,
    madeAt === null || oddClock(seen) ? undefined : latelyAt(madeAt, request, words),
  )
}

function carried(seen: BoxSeen, words: Words): string {
  if (seen.toGive === null || seen.toTake === null) return words.notKnownYet
  return isUpToDate(seen) ? words.upToDate : words.toCarry(seen.toGive, seen.toTake)
}

/**
 * A clock of another year is said by its year, which is what one sees; nearer ones by how far they
 * are.
 */
function clock(seen: BoxSeen, request: Request, words: Words): readonly string[] {
  const odd = oddClock(seen)
  if (!odd) return []
  const year = dayOfMoment(odd.at).slice(0, 4)
  if (year !== dayOfMoment(odd.at - odd.ms).slice(0, 4) && Math.abs(odd.ms) > 30 * DAY_MS)
    return [words.clockSays(year)]
  const far = Math.abs(odd.ms)
  const by =
    far < 2 * DAY_MS
      ? words.hours(Math.round(far / HOUR_MS))
      : span(Math.round(far / DAY_MS), request.lang)
  return [odd.ms > 0 ? words.clockAhead(by) : words.clockBehind(by)]
}
