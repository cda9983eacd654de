import { html } from '../../../contract/html.ts'
import { keeperFor } from '../../../contract/keeper.ts'
import type { Leaf, PageContext } from '../../../contract/page.ts'
import { dayAfter, dayLong } from '../../../text/days.ts'
import { guard } from '../../../text/guard/guard.ts'
import { crumbs, reachBlock } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { type EventGone, goneOf } from '../model/read.ts'
import { event } from '../model/records.ts'
import type { fr } from '../words/fr.ts'

/** So long after its day an address still says that it was called off. */
const TOLD_DAYS = 31

/**
 * The address of a date that was taken off: people hold its poster. It says that the date does not
 * take place, and the idea of which it was a day.
 *
 * Law     Undefined for what was never shown, was shown by mistake, or is forgotten. A title that
 *         names or insults somebody is not told: they may be why the date was taken off.
 */
export function gonePage(
  id: string,
  { kit, read, words }: PageContext<typeof fr>,
): Leaf | undefined {
  const { lang, today } = kit.request
  const row: EventGone | undefined = goneOf(read, id)
  if (!row || row.day < dayAfter(today, -TOLD_DAYS)) return undefined
  const idea = row.idea === null ? undefined : kit.shown(event, 'idea', row.idea)
  const isTold = guard(row.title).length === 0
  const title = isTold ? words.gone.title(row.title) : words.gone.untitled
  const body = html`
    <div class="one">
      <article class="sheet agenda-side">
        ${crumbs([{ href: '/agenda', words: words.title }], lang)}
        <h1${isTold && TONGUE}>${title}</h1>
        <p><b>${words.gone.noLonger(dayLong(row.day, lang, today))}</b></p>
        ${idea && idea.html !== '' && html`<p>${words.otherDay} ${idea}</p>`}
        ${reachBlock({ how: keeperFor(kit, read, id) ?? words.keeper }, lang)}
      </article>
    </div>
  `
  return { title, body, current: '/agenda' }
}
