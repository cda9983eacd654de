import type { Kit } from '../../contract/kit.ts'
import type { Request } from '../../contract/request.ts'
import { type LogToRead, ownBox } from '../../log/log.ts'
import { peerMarksIn } from '../../sync/trust/marks.ts'
import { dayOfMoment, onDay } from '../../text/days.ts'
import { plainWords } from './words.ts'

/** Names the origin of a write: *ici*, or the other box by its name here. Boxes are read once. */
export function saidFrom(
  { log }: Readonly<{ log: LogToRead }>,
  w: ReturnType<typeof plainWords>,
): (box: string) => string {
  const here = ownBox(log)
  let marks: ReturnType<typeof peerMarksIn> | undefined
  return box => {
    if (box === here) return w.fromHere
    marks ??= peerMarksIn(log)
    const called = marks.get(box)?.called
    return called ? w.fromCalled(called) : w.fromOther(box.slice(0, 6))
  }
}

/**
 * *le 12 novembre, la personne qui tient la page, depuis Boën*; *vers* when that box's clock was
 * not sure.
 */
export const whenAndWho = (
  source: Readonly<{ log: LogToRead }>,
  { lang, today }: Pick<Request, 'lang' | 'today'>,
  { on, sure, by, box }: Parameters<Kit['whenAndWho']>[0],
): string => {
  const w = plainWords(lang)
  return (
    `${onDay(dayOfMoment(on), lang, today, sure)}, ${w.writer(by)}, ` +
    `${saidFrom(source, w)(box)}`
  )
}
