import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import { actButton } from '../../../ui/post.ts'
import { SHARE_OUT } from '../model/commands-after.ts'
import { isClosed, type Notice } from '../model/rules.ts'
import { amountSaid, takenAs } from '../model/shared-out.ts'
import type { fr } from '../words/fr.ts'

/**
 * On its author's page, a sentence that says how much there is, not surely of the thing: in one
 * press each may say how much they take.
 */
export function askSharing(
  { kind, row }: Notice,
  kit: Kit,
  { sharing: w }: typeof fr,
): Html | false {
  if (isClosed(row) || row.amount !== null) return false
  const said = amountSaid(row.title ?? '', row.mode)
  if (!said || said.isSure) return false
  const button = w.act[takenAs(kind, row.mode)]
  return html`
    <div class="note no-print">
      <p>${w.asked(said.amount)}</p>
      ${actButton(kit.form(), SHARE_OUT, { hidden: { id: row.id }, button })}
    </div>
  `
}
