import { html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Fate } from '../../contract/slots.ts'
import { sayFate } from '../../engine/records/fate.ts'
import { TICKET } from '../../engine/records/sent.ts'
import { formField } from '../../ui/field.ts'
import { mainButton } from '../../ui/post.ts'
import { refused, said } from '../../ui/say.ts'
import { plainWords } from '../records/words.ts'

/** `waits`: too many were guessed, it is not looked at for so long. Units: ms. */
type Typed = Readonly<{ typed: string; fate?: Fate; waits?: number }>
/**
 * One form; above it, what the code that was typed tells.
 *
 * Law     11: the words that a keeper gave as a reason are for who holds the ticket. A code that is
 *         said aloud may be heard, so it tells the state and whom to ask.
 */
export function codeLeaf(kit: Kit, { typed = '', fate, waits }: Partial<Typed> = {}): Leaf {
  const w = plainWords(kit.request.lang).ticket
  const isTold = typed.trim() !== ''
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

function withoutReason({ why, ...fate }: Fate): Fate {
  return why !== undefined && fate.state !== 'left' && fate.state !== 'off'
    ? { ...fate, correctionLeft: true }
    : fate
}
