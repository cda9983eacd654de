import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dotted } from '../../../ui/board.ts'
import { actButton } from '../../../ui/post.ts'
import { missingListed } from '../model/packed.ts'
import { poolsOf, type ThingRow } from '../model/read.ts'
import { PATH, thing } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { answer, askForm, timeAsked } from './answer.ts'
import { bookingForm } from './booking-form.ts'
import { dayList } from './days.ts'
import { keeping } from './keeping.ts'
import { mine } from './mine.ts'
import { nowSaid } from './now.ts'
import { LABELS, labelsPath, sheetPath } from './prints-thing.ts'
import { isShownNow, sees, upkeepSaid } from './reading.ts'
import { rulesSaid, SAID_AS_RULES } from './rules-said.ts'

type Words = typeof fr
type Context = PageContext<Words>
const DAYS = 14

/** A thing: the answer first, then its days, the form, its rules, and all that is known of it. */
export const onePage: Page<Words> = {
  path: `${PATH}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(thing, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const context = { kit, read, words }
    return kit.record(thing, row.id, {
      current: PATH,
      hide: SAID_AS_RULES,
      lead: lead(context, row),
      after: html`
        ${kitLinks(context, row)}
        ${papers(context, row)}
      `,
    })
  },
}

function lead(context: Context, row: ThingRow): Html {
  const { kit, read, words } = context
  const { request } = kit
  const asked = timeAsked(request, row)
  if (row.gone === true)
    return html`
      <p><b>${words.lentNoMore}</b></p>
      ${sees(kit, read, row) && kit.hostOf(row.id) === undefined && lendAgain(context, row)}
      ${sees(kit, read, row) && keeping(context, row)}
      ${mine(context, row)}
    `
  // The days of the list begin at midnight.
  const pools = poolsOf(read, row, { from: momentOf(request.today, '00:00') })
  const due = upkeepSaid(context, row)
  return html`
    <p class="lend-now"><b>${nowSaid(context, row, pools)}</b></p>
    ${notComplete(context, row)}
    ${due !== '' && html`<p><b>${due}</b></p>`}
    ${sees(kit, read, row) && keeping(context, row)}
    ${asked && answer(context, row, asked)}
    ${askForm(row, context)}
    ${row.condition !== 'repair' && dayList(context, row, { days: DAYS, pools })}
    <p class="acts no-print">
      <a href="${PATH}/${row.id}/semaine">${words.calendar.seeWeek}</a>
      <a href="${PATH}/${row.id}/mois">${words.calendar.seeMonth}</a>
      <a href="${PATH}/${row.id}.ics">${words.calendar.subscribe}</a>
    </p>
    ${mine(context, row)}
    ${rulesSaid(context, row)}
    ${
      isShownNow(kit, undefined) &&
      bookingForm(context, row, asked && 'times' in asked ? asked.times : {})
    }
  `
}

/** The way back, for who is in charge of what is lent no more. */
const lendAgain = ({ kit, words }: Context, { id }: ThingRow): Html =>
  actButton(kit.form(), `${PATH}/${id}/repreter`, { button: words.lendAgain })

/** The pieces of a kit that are missing, whoever had it. */
function notComplete({ read, words }: Context, row: ThingRow): Html | false {
  const missing = missingListed(read, row)
  return missing.length > 0 && html`<p>${words.notComplete(missing)}</p>`
}

/** Its sheet on paper; for who is in charge, its settings, its history and its labels. */
function papers({ kit, read, words }: Context, row: ThingRow): Html | false {
  const w = words.tending
  const isKept = sees(kit, read, row)
  const isHere = kit.hostOf(row.id) === undefined
  const link = (href: string, said: string): Html => html`<a href="${href}">${said}</a>`
  const links = [
    (row.sheet !== null || isKept) && link(sheetPath(row.id), w.printSheet),
    isKept && isHere && row.gone !== true && link(`${PATH}/${row.id}/regler`, w.setUp),
    isKept && link(`${PATH}/${row.id}/histoire`, w.history),
    isKept && labelsAct({ kit, read, words }, row),
  ].filter(one => one !== false)
  return links.length > 0 && html`<div class="acts no-print">${links}</div>`
}

/** Its labels; the keeper gives it a code to say aloud in the same act. */
function labelsAct({ kit, read, words }: Context, { id }: ThingRow): Html {
  const { printLabel } = words.tending
  return kit.request.by !== 'keeper' || codeSaid(read, id) !== undefined
    ? html`<a href="${labelsPath(id)}">${printLabel}</a>`
    : actButton(kit.form(), '/donner-un-code', {
        look: 'inline',
        hidden: { id, papier: LABELS, from: false },
        button: printLabel,
      })
}

/** The kit of which it is a part, and the parts of it that are lent alone. */
function kitLinks({ read, words }: Context, row: ThingRow): Html | false {
  const kitOf = row.partOf === null ? undefined : read.one(thing, row.partOf)
  const parts = read.list(thing, {
    where: 'partOf = ? AND gone IS NOT 1',
    with: [row.id],
    order: `${inAlphabet('title')}, id`,
  })
  if (!kitOf && parts.length === 0) return false
  const link = ({ id, title }: ThingRow): Html => html`<a href="${PATH}/${id}">${title}</a>`
  return html`
    <p>
      ${kitOf && html`${words.seeing.partOfKit} ${link(kitOf)}.`}
      ${
        parts.length > 0 && html`${words.seeing.partsOfKit}${words.colon}${dotted(parts.map(link))}`
      }
    </p>
  `
}
