import { html } from '../../../../contract/html.ts'
import type { Slots } from '../../../../contract/slots.ts'
import { thing } from '../../model/records-thing.ts'
import { sharesPath } from '../../model/shares/commands-year.ts'
import { engagementsOf, plansOf } from '../../model/shares/read.ts'
import { isOwnPart, readsAccounts } from '../../model/shares/rights.ts'
import type { fr } from '../../words/fr.ts'

/** On the page of a thing: the way to what it costs, for who keeps it or has a part in it. */
export const sharesOnThing: NonNullable<Slots<typeof fr>['onRecord']> = (
  { request, hostOf },
  read,
  words,
  { type, id },
) => {
  if (type.name !== thing.name || request.by === 'visitor' || !request.private) return undefined
  const plans = plansOf(read, id)
  const keeps = readsAccounts(request, read, id)
  const isTheirs = plans.some(plan =>
    engagementsOf(read, plan.id).some(part => isOwnPart(request, part)),
  )
  const opens = keeps && (plans.length > 0 || hostOf(id) === undefined)
  if (!opens && !isTheirs) return undefined
  const w = words.shares
  return html`
    <div class="part no-print">
      ${plans.length === 0 && html`<p>${w.onThing}</p>`}
      <p><a href="${sharesPath(id)}">${w.toShares}</a></p>
    </div>
  `
}
