import { dayPlain } from '../../../text/days.ts'
import { periodOf, type ReportPart, type ReportSource, whoKeeps } from './seen.ts'

/** How it is made, what it does not say, who answers for it, what is kept, what it costs. */
export function method(seen: ReportSource): ReportPart {
  const { words: w, kit } = seen
  const who = whoKeeps(kit)
  return {
    id: 'methode',
    title: w.methodTitle,
    says: [
      w.methodHow(periodOf(seen)),
      w.methodLimits,
      w.methodPeople,
      w.methodCompared(
        seen.before ? dayPlain(seen.before.on, kit.request.lang, kit.request.today) : undefined,
      ),
      w.methodKept,
      w.methodCost,
      ...(who ? [w.methodWho(who)] : []),
    ],
    said: [who],
    source: w.methodSources,
  }
}
