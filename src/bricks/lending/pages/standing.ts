import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { WAIT } from '../model/commands-book.ts'
import { type RequestRow, type ThingRow, timesIn } from '../model/read.ts'
import { PATH } from '../model/records-thing.ts'
import { type RequestStanding, standingOf } from '../model/standing.ts'
import type { fr } from '../words/fr.ts'
import { othersHave } from './elsewhere.ts'
import { askedQuery } from './stretch.ts'

type Context = PageContext<typeof fr>

/** How a request of days to come stands now; undefined where it stands as it was written. */
export function standingNow(row: RequestRow, { kit, read }: Context): RequestStanding | undefined {
  const { now, today } = kit.request
  const isPast = (timesIn(row)?.until ?? 0) <= now
  return isPast ? undefined : standingOf(read, { now, today }, row)
}

/** The same as a sentence. */
export function standingSaid(stands: RequestStanding, { kit, words }: Context): string {
  if (stands.is === 'overtaken') return words.ticket.overtaken(stands.isClosed)
  return stands.until === null
    ? words.seeing.isFree
    : words.seeing.keptForYou(words.ends(stands.until, kit.request.today))
}

/** Where its page answers these days: to take them, or to see what else there is. */
export function standingLink(row: RequestRow, stands: RequestStanding, { words }: Context): Html {
  const span = timesIn(row)
  const href = `${PATH}/${row.thing}${span ? `?${askedQuery(span)}` : ''}#reponse`
  const said = stands.is === 'freed' ? words.bookIt : words.ticket.seeOthers
  return html`<p class="no-print"><a href="${href}">${said}</a></p>`
}

/** What next, where others have the days: the next time, the waiting list, who else has one. */
export function whatNext(
  { row, of, stands }: Readonly<{ row: RequestRow; of: ThingRow; stands: RequestStanding }>,
  context: Context,
): Html | false {
  const span = timesIn(row)
  if (stands.is !== 'overtaken' || !span) return false
  const { words, kit } = context
  const { next } = stands
  const at = `${PATH}/${of.id}`
  return html`
    <ul>
      ${
        next !== null &&
        html`
          <li>
            <a href="${at}?${askedQuery(next)}#reponse">
              ${words.nextTime(next, kit.request.today)}</a>
          </li>
        `
      }
      <li>
        <a href="${at}?${askedQuery(span)}&amp;${WAIT}=1#demander">${words.seeing.waitFor}</a>
      </li>
      ${othersHave(context, of, span).map(
        ({ href, said }) => html`<li><a href="${href}">${said}</a></li>`,
      )}
    </ul>
  `
}
