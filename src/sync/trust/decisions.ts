import { type BoxDecided, calledLine } from '../../contract/box/boxes.ts'
import type { Log, LogToRead, Touched } from '../../log/log.ts'
import { noteFilled, noteMissingOf } from '../../log/missing-values.ts'
import { quarantineBeyond } from '../../log/quarantine.ts'
import { believedSeqs } from './arrivals.ts'
import { type Mark, peerMark, peerMarksIn, setPeerMark } from './marks.ts'
import { introductionsIn } from './spoken.ts'
import type { Trust } from './trust.ts'

/**
 * Stores what the keeper decides about another box (pair, accept, pause, dismiss), and reads all
 * decisions as the `Trust` that every way in asks. A decision stands in the *mark* of its box,
 * beside the log; no bundle carries it.
 */

/**
 * Stores a decision. `called`: the name that the keeper gives the box. Returns the records that the
 * tables must project again: those of entries that a dismissal hides (puts in *quarantine*), or no
 * longer hides. Runs inside a transaction.
 */
export function decideBox(
  log: Log,
  { name, called, paired, accepted, refused, paused, dismissed, hideSince }: BoxDecided,
): readonly Touched[] {
  // False is written as an absent key.
  const given = (value: boolean | undefined): true | undefined => value || undefined
  const isCalled = calledLine(called)
  const believed = dismissed ? believedSeqs(log, name, hideSince) : undefined
  setPeerMark(log, name, {
    ...(isCalled === '' ? {} : { called: isCalled }),
    ...(paired === undefined ? {} : { paired: given(paired) }),
    ...(accepted === undefined ? {} : { accepted: given(accepted), refused: undefined }),
    ...(refused === undefined ? {} : { refused: given(refused) }),
    ...(paused === undefined ? {} : { paused: given(paused) }),
    ...(dismissed === undefined ? {} : { dismissed: believed }),
  })
  if (dismissed === undefined) return []
  const touched = quarantineBeyond(log, name, believed)
  // No entry came, so tables that missed this would not see it by the last entries: the count
  // tells them to be made again.
  if (touched.length > 0) noteFilled(log)
  // Values that its later writes replaced may show again, or show no more.
  noteMissingOf(log, touched)
  return touched
}

/**
 * Notes that the keeper refuses, or no longer refuses, the request of `by` to dismiss `box`. Runs
 * inside a transaction.
 */
export function refuseDismissal(
  log: Log,
  { by, box }: Readonly<{ by: string; box: string }>,
  refused: boolean,
): void {
  const others = (peerMark(log, box)?.dismissalsRefused ?? []).filter(one => one !== by)
  setPeerMark(log, box, { dismissalsRefused: refused ? [...others, by] : others })
}

/** The boxes that this box believes, from its keeper’s marks and the introductions in the log. */
export function trustOf(log: LogToRead, me: string): Trust {
  const marks = [...peerMarksIn(log)]
  const those = (is: (mark: Mark) => boolean | undefined) =>
    new Set(marks.filter(([, mark]) => is(mark) === true).map(([name]) => name))
  return {
    me,
    paired: those(mark => mark.paired),
    accepted: those(mark => mark.accepted),
    paused: those(mark => mark.paused),
    dismissed: new Map(
      marks.flatMap(([name, { dismissed }]) => (dismissed ? [[name, dismissed] as const] : [])),
    ),
    introductions: introductionsIn(log),
  }
}
