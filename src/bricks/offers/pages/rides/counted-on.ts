import { type Html, html } from '../../../../contract/html.ts'
import type { PageContext } from '../../../../contract/page.ts'
import { actButton } from '../../../../ui/post.ts'
import { isRide } from '../../model/rides/dates.ts'
import { countsOn } from '../../model/rides/ride-now.ts'
import { isClosed, type Notice } from '../../model/rules.ts'
import type { fr } from '../../words/fr.ts'

/** Where a driver says that they take nobody else: who counts on them reads that it stands. */
const FULL = '/arrangements/trajet-complet'

/** *2 personnes comptent sur ce trajet*: a number, no name. Undefined where nobody does. */
export function countedSaid(
  { kind, row }: Notice,
  { kit, read, words }: PageContext<typeof fr>,
): string | undefined {
  if (kind !== 'offer' || !isRide(row) || isClosed(row)) return undefined
  const count = countsOn(read, row.id, kit.request.today)
  return count > 0 ? words.rides.countedOn(count) : undefined
}

/**
 * The same for who may correct or end it. Its author may take nobody else, and keep them. False
 * where nobody counts on it.
 */
export function countedOn(
  notice: Notice,
  context: PageContext<typeof fr>,
  isMine: boolean,
): Html | false {
  const said = countedSaid(notice, context)
  const full =
    isMine &&
    actButton(context.kit.form(), FULL, {
      look: 'inline no-print',
      hidden: { annonce: notice.row.id },
      button: context.words.rides.full,
    })
  return said !== undefined && html`<p class="no-print"><b>${said}</b></p>${full}`
}
