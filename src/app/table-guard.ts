import type { Finding } from '../core/guard/guard.ts'
import type { RecordType } from '../core/schema.ts'
import { type Html, html } from '../ui/html.ts'
import { guardWords } from '../web/plain/guard-words.ts'
import { type Guard, guardOf, heldIn } from '../web/plain/guarded.ts'
import { whySaid } from '../web/plain/review-group.ts'
import type { Visit } from '../web/visit.ts'
import type { Web } from '../web/web.ts'
import type { Good, Met } from './table-said.ts'
import { appWords } from './words.ts'

/** Lines of a table that say something of somebody: left out until the keeper says that those people agree. */

const MOST_SHOWN = 40
const TEXTS: ReadonlySet<string> = new Set(['text', 'prose'])
export type SaysOf = ReadonlyMap<number, readonly Finding[]>
/** What the form answers when the people of these lines agree. */
export const AGREED = 'accord'

export function saysOf(web: Web, type: RecordType, good: readonly Good[]): SaysOf {
  const guards: Guard = guardOf(web.site.read, web.site.types)
  // A telephone, an address or a site that has a field of its own is what such a list is for; the street of a place too.
  const texts = { ...type, fields: Object.fromEntries(Object.entries(type.fields).filter(([, field]) => TEXTS.has(field.kind))) }
  const isTold = ({ kind, said }: Finding): boolean => kind !== 'home' || !/^\d/.test(said)
  const found = good.map(row => [row.line, heldIn(row.read.fields, texts, guards).filter(isTold)] as const)
  return new Map(found.filter(([, all]) => all.length > 0))
}

export function saysOfPart(visit: Visit, said: SaysOf, met: readonly Met[], agreed: boolean): Html | false {
  const lines = met.flatMap(({ row, known }) => (known === 'there' ? [] : [[row.line, said.get(row.line) ?? []] as const]))
  const held = lines.filter(([, all]) => all.length > 0)
  if (held.length === 0) return false
  const [w, g] = [appWords(visit.lang).table, guardWords(visit.lang)]
  const list = held.slice(0, MOST_SHOWN).map(([line, all]) => html`<li>${w.line(line)} ${whySaid(all, visit.lang)}</li>`)
  const more = held.length > MOST_SHOWN && html`<p>${w.andMore(held.length - MOST_SHOWN)}</p>`
  return html`<h2>${g.tableHeld(held.length)}</h2><p>${g.tableLead}</p><ul>${list}</ul>${more}<div class="field"><label class="tick"><input type="checkbox" name="${AGREED}" value="yes"${agreed && html` checked`}> ${g.peopleAgree}</label></div>`
}
