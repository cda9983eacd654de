import { type Html, html } from '../../../contract/html.ts'
import { keeperParts } from '../../../contract/keeper.ts'
import type { PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { namedOver } from '../../../contract/records/charge.ts'
import type { Territory } from '../../../contract/territory.ts'
import { dotted } from '../../../ui/board.ts'
import type { ThingRow } from '../model/read.ts'
import { thing } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'

type Of = Pick<ThingRow, 'id' | 'who' | 'reach'>
/**
 * Whom to ask about a thing.
 *
 * Shape   `names`: who is in charge. `reach`: how they are reached. `keeper`: the name of the
 *         keeper and how they are reached, where nothing says it of who is in charge.
 */
export type Whom = Readonly<{ names: readonly string[]; reach: string; keeper: string }>
type Kept = Readonly<{ today: string; keeper: Pick<Territory, 'keptBy' | 'reach'> | undefined }>

export function whomOf(read: Reader, of: Of, { today, keeper }: Kept): Whom {
  const names = of.who === null ? namedOver(read, of.id, today) : [of.who]
  const reach = of.reach ?? ''
  return { names, reach, keeper: reach === '' && keeper ? keeperParts(keeper).join(', ') : '' }
}

/** Whom to ask: the end of a page of a booking or of a request. */
export function whomToAsk(of: Of, { kit, read, words }: PageContext<typeof fr>): Html | false {
  const host = kit.hostOf(of.id)
  const at = { today: kit.request.today, keeper: host ?? kit.territory }
  const { names, reach, keeper } = whomOf(read, of, at)
  const how = [reach, keeper].map(one => one && kit.shown(thing, 'reach', one))
  const all = [...names, ...how].filter(Boolean)
  return all.length > 0 && html`<p>${words.ticket.whom} ${dotted(all)}</p>`
}
