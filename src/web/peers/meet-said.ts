import { isTrusted } from '../../contract/box/boxes.ts'
import { wordsOfBox } from '../../log/sayable.ts'
import type { NoAnswer } from '../../sync/session/call.ts'
import type { SessionReport } from '../../sync/session/report.ts'
import type { peerWords } from './words.ts'

type Words = Pick<ReturnType<typeof peerWords>, 'meet' | 'refusals'>
const HOUR = 3_600_000

/** The sentences about a session: first its result, then what a person can do. */
export function meetingSaid(met: SessionReport, me: string, { meet: w }: Words): readonly string[] {
  const { called, took, gave, known, knownThere, clockAheadMs, stopped } = met
  const [isKnown, isKnownThere] = [isTrusted(known), isTrusted(knownThere)]
  const asideHere = took.aside.reduce((sum, { entries }) => sum + entries, 0)
  const asideThere = Object.values(gave.aside).reduce((sum, entries) => sum + entries, 0)
  const isDecided = gave.aside['paused'] !== undefined || gave.aside['dismissed'] !== undefined
  const passed = [
    took.entries > 0 ? w.took(called, took.entries) : isKnown && w.tookNothing(called),
    gave.entries > 0
      ? w.gave(called, gave.entries)
      : isKnown && isKnownThere && w.gaveNothing(called),
  ]
  const isEven = stopped === null && isKnown && isKnownThere && met.toGive === 0 && met.toTake === 0
  return [
    ...passed,
    isEven && w.even,
    !isKnown && w.unknownHere(called, met.words),
    !isKnownThere && w.unknownThere(called, wordsOfBox(me)),
    isKnown && asideHere > 0 && w.asideHere(asideHere),
    isKnownThere && asideThere > 0 && w.asideThere(called, asideThere, isDecided),
    took.faulty > 0 && w.faultyFeeds(took.faulty),
    took.isFull && w.tooMuchHere,
    gave.isFull && w.tooMuchThere(called),
    clockAheadMs !== null &&
      Math.abs(clockAheadMs) >= HOUR &&
      w.clock(called, clockAheadMs > 0, Math.round(Math.abs(clockAheadMs) / HOUR)),
    stopped !== null && stoppedSaid(stopped, w),
  ].filter(one => one !== false)
}

const stoppedSaid = (stopped: string, w: Words['meet']): string =>
  (Object.hasOwn(w.stopped, stopped) ? w.stopped[stopped as keyof typeof w.stopped] : undefined) ??
  w.stopped.else

/** Why nothing came of it. */
export function noAnswerSaid(
  { code, why }: Pick<NoAnswer, 'code' | 'why'>,
  typed: string,
  { meet: w, refusals }: Words,
): string {
  const refusal = Object.hasOwn(refusals, why)
    ? refusals[why as keyof typeof refusals]
    : refusals.failed
  return w.none[code](typed.slice(0, 200), code === 'refused' ? refusal : why)
}
