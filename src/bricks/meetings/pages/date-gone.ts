import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, PageContext } from '../../../contract/page.ts'
import { capital } from '../../../text/capital.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs, reachBlock } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { type DateToTell, dateSet, datesToTell } from '../model/date-told.ts'
import { keeperOf, reachesOf } from '../model/read.ts'
import { datesToSay } from './date-news.ts'
import { errandsOn } from './errands.ts'
import type { MeetingWords } from './say.ts'

/**
 * A date that was taken off, for the keeper and a relay who have to tell somebody of it. To a relay
 * over http it tells no title.
 */
export function dateGone(id: string, context: PageContext<MeetingWords>): Leaf | undefined {
  const { kit, read, words } = context
  const errands = errandsOn(id, context)
  if (kit.request.by !== 'keeper' && !errands) return undefined
  const those =
    kit.request.by === 'keeper'
      ? datesToTell(read, { of: 'keeper' }).filter(({ event }) => event === id)
      : []
  const called = those[0]?.title ?? dateSet(read, id)?.title
  const isHeard = kit.request.by !== 'keeper' && !kit.request.private
  const title = isHeard ? words.dates.isOff : called
  if (called === undefined || title === undefined || (those.length === 0 && !errands))
    return undefined
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet agenda-side">
        ${crumbs([{ href: '/agenda', words: words.dates.label }], kit.request.lang)}
        <h1${!isHeard && TONGUE}>${isHeard ? capital(title) : title}</h1>
        ${mistakeIn(kit.request)}
        ${errands && reachBlock({ how: keeperOf(read, words) }, kit.request.lang)}
        ${errands}
        ${datesToSay(
          { id },
          those.map(({ answer }) => ({ id: answer })),
          context,
        )}
        ${those.length > 0 && whomToTell(those, context)}
      </article>
    </div>
  `
  return { title, body, current: '/agenda' }
}

/** *Zoé : au bar*: how each is reached. */
function whomToTell(
  those: readonly DateToTell[],
  { read, words }: PageContext<MeetingWords>,
): Html {
  const reaches = reachesOf(
    read,
    those.map(({ answer }) => answer),
  )
  return html`
    <h2>${words.toTell}</h2>
    <ul class="notices">
      ${those.map(
        ({ answer, name }) =>
          html`<li>${name}${words.colon}${reaches.get(answer) ?? words.noWay}</li>`,
      )}
    </ul>
  `
}
