import { type BoxDecided, calledLine } from '../../contract/box/boxes.ts'
import { type Log, type LogToRead, noteFilled, type Touched } from '../../log/log.ts'
import { quarantineBeyond } from '../../log/quarantine.ts'
import { believedOf } from './arrivals.ts'
import { type Mark, peerMark, peerMarksIn, setPeerMark } from './marks.ts'
import { introductionsIn } from './spoken.ts'
import type { Trust } from './trust.ts'

/**
 * A keeper's decision, on the mark of that box. Must stand inside a transaction.
 *
 * Returns what the tables must show again: what a dismissal hides, or what it hid.
 */
export function decideBox(
  log: Log,
  { name, called, paired, accepted, refused, paused, dismissed, hideSince }: BoxDecided,
): readonly Touched[] {
  // What is no more is no line in the mark.
  const given = (value: boolean | undefined): true | undefined => value || undefined
  const isCalled = calledLine(called)
  const believed = dismissed ? believedOf(log, name, hideSince) : undefined
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
  // Positions do not move: tables that missed this are made again.
  if (touched.length > 0) noteFilled(log)
  return touched
}

/**
 * What that box says of another is refused here, or may be said yes to again. Must stand inside a
 * transaction.
 */
export function refuseDismissal(
  log: Log,
  { by, box }: Readonly<{ by: string; box: string }>,
  refused: boolean,
): void {
  const held = (peerMark(log, box)?.dismissalsRefused ?? []).filter(one => one !== by)
  setPeerMark(log, box, { dismissalsRefused: refused ? [...held, by] : held })
}

/** Whom this box believes: its keeper's marks, and the introductions that wait for them. */
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
