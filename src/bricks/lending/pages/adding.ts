import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import { wholeRow } from '../../../contract/records/whole-row.ts'
import type { Slots } from '../../../contract/slots.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import {
  FIRST,
  FIRST_LIMITS,
  readNarrower,
  SETTINGS,
  thingMadeFrom,
} from '../model/commands-thing.ts'
import type { ThingRow } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { sees } from './reading.ts'

type Words = typeof fr
type Context = PageContext<Words>

export const ADD = `${PATH}/nouveau`

/** *Prêter une chose*: few fields, and the rest folded. */
export const addPage: Page<Words> = {
  path: ADD,
  who: 'neighbour',
  show: (kit, read, words): Leaf => {
    const { request } = kit
    const w = words.tending
    const given = {
      ...FIRST_LIMITS,
      commune: (request.me && read.published.memberCommune?.(request.me)) || null,
    }
    const body = html`
      <div class="one">
        <article class="sheet thing-side">
          ${crumbs([{ href: PATH, words: words.menu }], request.lang)}
          <h1>${w.add}</h1>
          ${mistakeIn(request)}
          <p>${w.addLead}</p>
          ${post(kit.form(), ADD, {
            files: true,
            unchecked: true,
            fields: html`
              ${kit.fields(thing, given, FIRST)}
              <details class="more-fields"${request.again !== undefined && html` open`}>
                <summary>${w.addMore}</summary>
                ${kit.fields(thing, given, SETTINGS.what.slice(FIRST.length))}
              </details>
              ${folds({ kit, read, words }, given)}
            `,
            button: mainButton(w.addButton),
          })}
        </article>
      </div>
    `
    return { title: w.add, body, current: PATH }
  },
}

/** The page on which who is in charge of a thing sets it. */
export const setUpPage: Page<Words> = {
  path: `${PATH}/:id/regler`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(thing, kit.request.params['id'] ?? '')
    if (!row || row.gone === true || !sees(kit, read, row)) return undefined
    const w = words.tending
    return {
      title: `${w.setUp}${words.colon}${row.title}`,
      current: PATH,
      body: html`
        <div class="one">
          <article class="sheet thing-side">
            ${crumbs(
              [
                { href: PATH, words: words.menu },
                { href: `${PATH}/${row.id}`, words: row.title ?? '' },
              ],
              kit.request.lang,
            )}
            <h1>${w.setUp}</h1>
            ${mistakeIn(kit.request)}
            <p>${w.setUpLead}</p>
            ${settingsForm({ kit, read, words }, row)}
          </article>
        </div>
      `,
    }
  },
}

/** The first settings in sight, the others under their heads: open where one of them is wrong. */
function settingsForm({ kit, read, words }: Context, row: ThingRow): Html {
  const w = words.tending
  const given = wholeRow(read, thing, row)
  return post(kit.form({ type: thing.name, id: row.id }), `${PATH}/${row.id}/regler`, {
    files: true,
    unchecked: true,
    fields: html`
      ${kit.fields(thing, given, SETTINGS.what)}
      ${folds({ kit, read, words }, given)}
    `,
    button: mainButton(w.setUpButton),
  })
}

/** The settings under their heads. */
const folds = (
  { kit, words }: Context,
  given: Readonly<Record<string, unknown>>,
): readonly Html[] =>
  HEADS.map(
    head => html`
      <details class="more-fields"${kit.request.again !== undefined && html` open`}>
        <summary>${words.tending.heads[head]}</summary>
        ${kit.fields(thing, given, SETTINGS[head])}
      </details>
    `,
  )
const HEADS = ['inside', 'whom', 'share', 'against', 'upkeep'] as const

/** On the page of a notice that lends: the thing that was made of it, or the act that makes one. */
export const onNotice: NonNullable<Slots<Words>['onRecord']> = (kit, read, words, { type, id }) => {
  if (type.name !== 'offer') return undefined
  const made = thingMadeFrom(read, id)
  const w = words.tending
  if (made !== undefined)
    return html`<p class="no-print"><a href="${PATH}/${made}">${w.seeThing}</a></p>`
  const seen = kit.request.by === 'visitor' ? undefined : read.published.noticeSeen?.(id)
  const isTheirs = kit.request.isMe(seen?.author ?? seen?.keyedBy)
  const isLent = seen?.mode != null && ['lend', 'share', 'rent'].includes(seen.mode)
  if (!isLent || seen.isClosed || !(isTheirs || kit.request.by === 'keeper')) return undefined
  const narrow = readNarrower(read, id, isTheirs)
  if (narrow) return html`<p class="where no-print">${w[narrow]}</p>`
  return html`
    <div class="no-print">
      ${actButton(kit.form(), `${PATH}/annonce/${id}`, { button: w.fromNotice })}
      <p class="where">${w.fromNoticeSaid}</p>
    </div>
  `
}
