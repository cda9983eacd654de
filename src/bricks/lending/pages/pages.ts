import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import { dotted, notice } from '../../../ui/board.ts'
import { inTongue } from '../../../ui/tongue.ts'
import { KEYING, SHEET } from '../model/handing/paths.ts'
import { poolsOfAll, type ThingRow } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import type { Pool } from '../model/rules.ts'
import { thingsOf } from '../model/turns.ts'
import type { fr } from '../words/fr.ts'
import { ADD } from './adding.ts'
import { thingPages } from './beside.ts'
import { bookingPage } from './booking.ts'
import { sheetPages } from './handing/sheet-page.ts'
import { MINE } from './my-things.ts'
import { nowSaid } from './now.ts'
import { onePage } from './one.ts'
import { seriesPage } from './series.ts'

type Words = typeof fr

const list: Page<Words> = {
  path: PATH,
  show: (kit, read, words): Leaf => {
    let pools: ReadonlyMap<string, readonly Pool[]> | undefined
    return kit.list(
      thing,
      (row, rows) => {
        pools ??= poolsOfAll(read, rows, kit.request.now)
        return line(row, pools.get(row.id) ?? [], { kit, read, words })
      },
      {
        title: words.menu,
        lead: html`${words.lead}`,
        adds: ADD,
        acts: listActs({ kit, read, words }),
        current: PATH,
        wanted: { where: 'gone IS NOT 1', order: `${inAlphabet('title')}, id` },
        empty: html`${words.empty}`,
      },
    )
  },
}

/** To lend something; what one booked; and for who is in charge of things, their papers. */
function listActs({ kit, read, words }: PageContext<Words>): Html {
  const { request } = kit
  if (request.by === 'visitor') return html``
  const isInCharge = request.private && thingsOf(read, request).length > 0
  return html`
    ${
      request.me !== undefined &&
      html`
        <a class="button" href="${ADD}">${words.tending.add}</a>
        <a class="button quiet" href="${MINE}">${words.calendar.mine}</a>
      `
    }
    ${
      isInCharge &&
      html`
        <a class="button quiet" href="${SHEET}">${words.handing.title}</a>
        <a class="button quiet" href="${KEYING}">${words.handing.keyIt}</a>
        <a class="button quiet" href="${PATH}/semaine">${words.calendar.allWeek}</a>
      `
    }
  `
}

/** A thing of a list: whether it is free, then where it is. */
const line = (row: ThingRow, pools: readonly Pool[], context: PageContext<Words>): Html =>
  notice({
    title: row.title ?? '',
    href: `${PATH}/${row.id}`,
    where: html`<b>${nowSaid(context, row, pools)}</b>`,
    excerpt: dotted([
      context.kit.shown(thing, 'commune', row.commune),
      row.where && inTongue(row.where, context.kit.request.lang),
    ]),
  })

export const pages: readonly Page<Words>[] = [
  list,
  bookingPage,
  seriesPage,
  ...sheetPages,
  ...thingPages,
  onePage,
]
