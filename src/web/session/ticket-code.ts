import type { Fate } from '../../contract/fate.ts'
import { type Html, html } from '../../contract/html.ts'
import { keeperSaid } from '../../contract/keeper.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { pageOf } from '../../contract/records/page-of.ts'
import { isReadHere } from '../../contract/records/read-here.ts'
import { keeperName, sayFate } from '../../engine/records/fate.ts'
import { TICKET } from '../../engine/records/sent.ts'
import type { SentRecord } from '../../engine/records/sent-fate.ts'
import { formField } from '../../ui/field.ts'
import { mainButton } from '../../ui/post.ts'
import { refused, said } from '../../ui/say.ts'
import { plainWords } from '../records/words.ts'

/**
 * `page`: where it shows. `waits`: too many were guessed, it is not looked at for so long. Units:
 * ms.
 */
type Typed = Readonly<{ typed: string; fate?: Fate; page?: string; waits?: number }>
/**
 * One form; above it, what the code that was typed tells.
 *
 * Law     11: the words that a keeper gave as a reason are for who holds the ticket. A code that is
 *         said aloud may be heard, so it tells the state, whom to ask and that there is a
 *         reason, and leads to what everybody reads.
 */
export function codeLeaf(kit: Kit, { typed = '', fate, page, waits }: Partial<Typed> = {}): Leaf {
  const w = plainWords(kit.request.lang).ticket
  const isTold = typed.trim() !== ''
  const keeper = keeperSaid(kit.territory, keeperName(undefined, kit.request.lang))
  const search =
    isTold &&
    !fate &&
    waits === undefined &&
    html`
      <p>
        <a href="/chercher?${new URLSearchParams({ q: typed, mots: '1' }).toString()}">
          ${w.searchInstead(typed)}
        </a>
      </p>
    `
  const told = fate
    ? html`
      <div class="note" role="status">
        <p><b>${sayFate(withoutReason(fate), kit.territory, kit.request.lang)}</b></p>
      </div>
      ${fate.why !== undefined && html`<p>${w.reasonAtAddress}</p>`}
      ${ASKED.has(fate.state) && answerSaid(kit, fate, { typed, keeper })}
      ${
        fate.isNew && !ASKED.has(fate.state)
          ? html`<p>${w.newAtAddress(keeper, fate.isBetween)}</p>`
          : TOLD.has(fate.state) && html`<p>${w.readAtAddress(keeper, fate.isBetween)}</p>`
      }
      ${page !== undefined && html`<p><a href="${page}">${w.seeIt}</a></p>`}
      ${page !== undefined && html`<p>${w.byAddress(keeper)}</p>`}
    `
    : isTold &&
      refused(
        [{ sentence: waits === undefined ? w.unknown : w.stopped(waits), field: 'code' }],
        kit.request.lang,
      )
  const field = formField({
    id: 'f-code',
    label: w.code,
    hint: w.hint,
    input: { name: 'code', value: typed, maxlength: 100, autocomplete: 'off' },
  })
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        ${told}
        ${search}
        <p>${w.lead}</p>
        <form class="form" action="${TICKET}">
          ${field}
          <p class="acts">${mainButton(w.see)}</p>
        </form>
      </article>
    </div>
  `
  return { title: w.title, body }
}

/** How its holder answers; the keeper, to whom the code is said, notes a yes or a no. */
function answerSaid(
  { request }: Kit,
  { notedAt }: Fate,
  { typed, keeper }: Readonly<{ typed: string; keeper: string }>,
): Html {
  const w = plainWords(request.lang).ticket
  const query = new URLSearchParams({ code: typed }).toString()
  return request.by === 'keeper' && notedAt !== undefined
    ? html`<p class="acts"><a class="button" href="${notedAt}?${query}">${w.noteAnswer}</a></p>`
    : html`<p>${w.answerAtAddress(notedAt === undefined ? undefined : keeper)}</p>`
}

/** States in which its holder has an answer to give; and those in which there is a word to read. */
const ASKED: ReadonlySet<Fate['state']> = new Set(['proposed', 'doneAsked', 'tellAsked'])
const TOLD: ReadonlySet<Fate['state']> = new Set(['replied', 'agreed', 'late', 'fallen'])

/** Where everybody reads what was sent; undefined while it does not show. */
export function pageOfSent(
  read: Reader,
  { type, shownAs }: Pick<SentRecord, 'type' | 'shownAs'>,
): string | undefined {
  if (shownAs === null) return undefined
  return type.path !== undefined && isReadHere(read, type, shownAs)
    ? `${type.path}/${shownAs}`
    : pageOf(read, type, shownAs)
}

function withoutReason({ why, ...fate }: Fate): Fate {
  return why !== undefined && fate.state !== 'left' && fate.state !== 'off'
    ? { ...fate, correctionLeft: true }
    : fate
}
