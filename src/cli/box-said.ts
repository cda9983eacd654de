import type { Boxes, BoxSeen } from '../contract/box/boxes.ts'
import type { Lang } from '../core/lang.ts'
import { dayAt } from '../files/clock.ts'
import { dayPlain } from '../text/days.ts'
import type { cliWords } from './words.ts'

type Words = ReturnType<typeof cliWords>
type Saying = Readonly<{ lang: Lang; w: Words; calledOf: (name: string) => string }>
const HOUR = 3_600_000

/** The lines of `box show`: this box, then each other one with its state indented under it. */
export function boxLines(
  { me, others }: Pick<Boxes, 'me' | 'others'>,
  saying: Saying,
): readonly string[] {
  const { w } = saying
  return [
    w.box.mine(me.name, me.words),
    ...(me.isForked ? [`  ${w.box.forkedHere}`] : []),
    ...others.flatMap(one => [
      `- ${w.box.line(one.called, statesOf(one, w), one.toGive)}`,
      ...moreOf(one, saying).map(line => `  ${line}`),
    ]),
  ]
}

const statesOf = ({ known, isPaused, isDismissed }: BoxSeen, { box }: Words): readonly string[] => [
  box.state[known],
  ...(isPaused ? [box.state.paused] : []),
  ...(isDismissed ? [box.state.dismissed] : []),
]

function moreOf(
  seen: BoxSeen,
  { lang, calledOf, w: { box, courier, meet } }: Saying,
): readonly string[] {
  const { called, words, heardAt, isSure, toTake, clockAheadMs } = seen
  return [
    called !== words && box.words(words),
    heardAt === null ? box.neverHeard : box.heard(dayPlain(dayAt(heardAt), lang, ''), isSure),
    toTake !== null && box.toTake(toTake),
    ...seen.aside.map(({ box: name, why, entries }) =>
      courier.aside[why](name === '' ? courier.several : calledOf(name), entries),
    ),
    seen.stopped > 0 && courier.stopped(seen.stopped),
    seen.isFull && box.much,
    clockAheadMs !== null &&
      Math.abs(clockAheadMs) >= HOUR &&
      meet.clock(called, clockAheadMs > 0, Math.round(Math.abs(clockAheadMs) / HOUR)),
    seen.isForked && courier.forked,
  ].filter(one => one !== false)
}
