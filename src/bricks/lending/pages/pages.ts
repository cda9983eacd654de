import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import { dotted, notice } from '../../../ui/board.ts'
import { missingOfThing } from '../model/packed.ts'
import { poolsOf, sharingOf, type ThingRow } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import { freedom } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { bookingForm } from './booking-form.ts'
import { dayList, isOverdue } from './days.ts'
import { keeping } from './keeping.ts'
import { mine } from './mine.ts'
import { sees } from './reading.ts'

type Words = typeof fr
type Context = PageContext<Words>
const DAYS = 14

const list: Page<Words> = {
  path: PATH,
  show: (kit, read, words): Leaf =>
    kit.list(thing, row => line(row, { kit, read, words }), {
      title: words.menu,
      lead: html`${words.lead}`,
      current: PATH,
      wanted: { where: 'gone IS NOT 1', order: 'title, id' },
      empty: html`${words.empty}`,
    }),
}

const line = (row: ThingRow, context: Context): Html =>
  notice({
    title: row.title ?? '',
    href: `${PATH}/${row.id}`,
    where: dotted([
      context.kit.shown(thing, 'commune', row.commune),
      row.where,
      nowSaid(context, row),
    ]),
  })

/** Whether it is free now, and until when. */
function nowSaid({ kit, read, words }: Context, row: ThingRow): string {
  const { now, today } = kit.request
  if (row.gone === true) return words.lentNoMore
  if (row.condition === 'repair') return words.rules.repair
  const pools = poolsOf(read, row, now)
  const found = freedom({ from: now, until: now + 1 }, pools, sharingOf(row, now))
  if (isOverdue(pools, now)) return words.notBack([])
  if (!found.free) return words.takenNow
  return found.until === null ? words.freeNow : words.freeUntil(words.moment(found.until, today))
}

const onePage: Page<Words> = {
  path: `${PATH}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(thing, kit.request.params['id'] ?? '')
    const context = { kit, read, words }
    return (
      row &&
      kit.record(thing, row.id, {
        current: PATH,
        lead: html`
          <p><b>${nowSaid(context, row)}</b></p>
          ${notComplete(context, row)}
          ${row.gone !== true && dayList(context, row, DAYS)}
        `,
        after: html`
          ${mine(context, row)}
          ${row.gone !== true && bookingForm(context, row)}
          ${sees(kit, read, row) && keeping(context, row)}
        `,
      })
    )
  },
}

/** The pieces of a kit that are missing, whoever had it. */
function notComplete({ read, words }: Context, { id, pieces }: ThingRow): Html | false {
  if (pieces === null) return false
  const missing = missingOfThing(read, id).map(({ thing }) => thing)
  return missing.length > 0 && html`<p>${words.notComplete(missing)}</p>`
}

export const pages: readonly Page<Words>[] = [list, onePage]
