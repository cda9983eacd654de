import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { actButton } from '../../../ui/post.ts'
import { note } from '../../../ui/say.ts'
import { RESPREAD, SPREADS, type SpreadCode, spreadNow } from '../model/commands-spread.ts'
import type { Notice } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

/** Who reads a notice: told on its page, and changed there by its author. */

type Words = typeof fr
const CODES = Object.keys(SPREADS) as readonly SpreadCode[]

/** What the form calls each choice, the narrowest first. */
export const spreadLabels = (words: Words): Readonly<Record<SpreadCode, string>> => ({
  carte: words.whoSees.card,
  ...words.spreads,
  ici: words.whoSees.everybody,
})

/** Above a notice that only people who hold a card read. */
export const cardNote = (kit: Kit, id: string, words: Words): Html | false =>
  kit.isByCard(id) && note(words.whoSees.note)

/** Its author's way to another choice. A keeper alone shows it less far. */
export function whoSees(
  { row: { id } }: Notice,
  isMine: boolean,
  { kit, read, words }: Readonly<{ kit: Kit; read: Reader; words: Words }>,
): Html | false {
  if (!isMine && kit.request.by !== 'keeper') return false
  const now = spreadNow(read, id)
  const others = CODES.filter(one => one !== now && (isMine || one === 'carte'))
  if (others.length === 0) return false
  const w = words.whoSees
  return html`
    <details class="no-print">
      <summary>${w.change}</summary>
      <p>${w.now(spreadLabels(words)[now])}</p>
      <div class="acts">
        ${others.map(to =>
          actButton(kit.form(), RESPREAD, {
            look: 'inline',
            hidden: { id, accord: to },
            button: w.to[to],
          }),
        )}
      </div>
      ${now === 'voisins' && html`<p class="hint">${w.narrowedOnly}</p>`}
    </details>
  `
}

/** For who is signed in where others listen: some notices are not on this list. */
export const readElsewhere = (request: Request, words: Words): Html | false =>
  !request.private &&
  request.me !== undefined &&
  html`<p class="where">${words.whoSees.elsewhere}</p>`
