import type { Reader, Row } from '../../../contract/reader.ts'
import { type ToDo, type ToDoReader, WAITS } from '../../../contract/to-do.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter } from '../../../text/days.ts'
import { thingOf } from '../model/read.ts'
import { PATH } from '../model/records-thing.ts'
import { type Span, spanOf, wallTimesIn } from '../model/span.ts'
import { firstWaiting } from '../model/waiting.ts'
import type { fr } from '../words/fr.ts'
import { askedQuery } from './stretch.ts'

/**
 * Days that borrowers gave back, for who is in charge: they may have planned to be there. The dates
 * of a series that one act gave back are told in one line.
 *
 * Shape   `rows`: as `bookedOfOwn` gives them.
 */
export function givenBackSaid(
  rows: readonly Row[],
  { whom, read, words }: Readonly<{ whom: ToDoReader; read: Reader; words: typeof fr }>,
): readonly ToDo[] {
  const { today } = whom
  const start = momentOf(today, '00:00')
  const coming = rows.flatMap(row => {
    const span = spanOf(wallTimesIn(row))
    return span && span.until > start ? [{ row, span }] : []
  })
  const acts = Map.groupBy(coming, ({ row }) => `${row['series'] ?? row['id']} ${row['freedAt']}`)
  return [...acts.values()].flatMap((all): readonly ToDo[] => {
    const [first] = all
    if (!first) return []
    const text = (of: string): string => String(first.row[of] ?? '')
    const [id, thing, title, name] = [text('id'), text('thing'), text('title'), text('name')]
    const href =
      first.row['booking'] === null
        ? `${PATH}/${thing}?${askedQuery(first.span)}#reponse`
        : `${PATH}/reservations/${id}`
    const spans = all.map(({ span }) => span)
    const next = spans.flatMap(span => nextWaiting(read, thing, span, today))
    const said = words.telling.givenBack({
      ...{ name, title, when: words.over.dates(spans, today) },
      ...{ isLate: all.some(({ row }) => row['late'] === 1), next: [...new Set(next)] },
    })
    const sentence = whom.private ? said : words.telling.givenBackOne
    return [{ n: 1, order: WAITS.PEOPLE, href, about: href, news: `rendu:${id}`, sentence }]
  })
}

/** Who waits for freed days and has the first say: read once, until something of it is written. */
const nextWaiting = (read: Reader, id: string, span: Span, today: string): readonly string[] =>
  read.keep(
    `lending first ${id} ${span.from} ${span.until} ${today}`,
    () => {
      const now = momentOf(dayAfter(today, 1), '00:00') - 1
      const row = thingOf(read, id)
      const first = row && firstWaiting(read, { now }, { row, span })
      return first?.row.name ? [first.row.name] : []
    },
    made => 2 * JSON.stringify(made).length + 2,
  )
