import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import { guardWords, whySaid } from '../../contract/records/guard-words.ts'
import { findingsText } from '../../contract/records/guarded.ts'
import type { Request } from '../../contract/request.ts'
import { one } from '../../core/form/input.ts'
import { AGREES, agreementsOf } from '../../engine/naming.ts'
import { tick } from '../../ui/field.ts'
import { fieldId } from '../../ui/say.ts'
import type { PageSource } from '../pages/kit.ts'

/** The field of the tick in the form of this record, where several forms of a page have one. */
const fieldOf = (id: string): string => `${AGREES}-${id}`

/** The field to which a refusal for want of a tick leads; none for another refusal. */
export const agreementField = ({ again }: Pick<Request, 'again'>): string =>
  again?.field === AGREES ? fieldOf(one(again.input, 'id')) : ''

/**
 * The tick beside a button that shows what somebody else wrote: the keeper says that the people
 * agree whom the text names. Nothing, where it names nobody.
 *
 * Shape   `isTold`: the page says the words elsewhere. `id`: what the form sends as `id`.
 */
export function agreementTick(
  source: Pick<PageSource, 'bricks' | 'read' | 'types'>,
  { again, lang }: Pick<Request, 'again' | 'lang'>,
  { draft, shows, id = draft.record, isTold = false }: Parameters<Kit['agreement']>[0],
): Html | false {
  const found = agreementsOf(source, draft, shows)
  if (found.length === 0) return false
  const g = guardWords(lang)
  const isWrong = again?.field === AGREES && one(again.input, 'id') === id
  const field = fieldId(fieldOf(id))
  return html`
    <div class="field${isWrong && ' wrong'}">
      ${isWrong && html`<p class="error">${again.refused}</p>`}
      ${!isWrong && !isTold && html`<p>${g.saysOf(whySaid(found, lang))}</p>`}
      ${tick({ id: field, name: AGREES, value: findingsText(found), words: g.personAgrees })}
    </div>
  `
}
