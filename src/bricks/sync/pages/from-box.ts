import { type LogToRead, ownBox } from '../../../log/log.ts'
import { marksIn } from '../../../sync/trust/marks.ts'
import type { plainWords } from '../../../web/records/words.ts'

/** Says where a write comes from: *ici*, or the other box by the name that it has here. What is known of boxes is read once. */
export function saidFrom({ log }: Readonly<{ log: LogToRead }>, w: ReturnType<typeof plainWords>): (box: string) => string {
  const here = ownBox(log)
  let marks: ReturnType<typeof marksIn> | undefined
  return box => {
    if (box === here) return w.fromHere
    marks ??= marksIn(log)
    const called = marks.get(box)?.called
    return called ? w.fromCalled(called) : w.fromOther(box.slice(0, 6))
  }
}
