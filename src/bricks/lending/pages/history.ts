import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Lang } from '../../../core/lang.ts'
import { dayAfter, dayPlain, figure } from '../../../text/days.ts'
import { tickField } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { fieldId, mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { MENDED } from '../model/commands-thing.ts'
import { owedBy } from '../model/packed.ts'
import { type BookingRow, bookingOf, type ThingRow, timesIn } from '../model/read.ts'
import { booking, upkeep } from '../model/records-booking.ts'
import { PATH, thing } from '../model/records-thing.ts'
import { daysOf } from '../model/rules-who.ts'
import { meterOf, upkeepSeen } from '../model/upkeep.ts'
import type { fr } from '../words/fr.ts'
import { sees, upkeepSaid } from './reading.ts'

type Words = typeof fr
type Context = PageContext<Words>

/** So many turns and upkeeps are listed: those of some years. */
const MOST = 200

/** All that was done to a thing, and who had it, for who is in charge of it. It prints as it is. */
export const historyPage: Page<Words> = {
  path: `${PATH}/:id/histoire`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(thing, kit.request.params['id'] ?? '')
    if (!row || !sees(kit, read, row)) return undefined
    const context = { kit, read, words }
    const title = words.tending.historyOf(row.title ?? '')
    return {
      title,
      current: PATH,
      body: html`
        ${said(kit.request.said)}
        <div class="one">
          <article class="sheet thing-side">
            ${crumbs(
              [
                { href: PATH, words: words.menu },
                { href: `${PATH}/${row.id}`, words: row.title ?? '' },
              ],
              kit.request.lang,
            )}
            <h1>${title}</h1>
            ${dueSaid(context, row)}
            ${upkeeps(context, row)}
            ${row.gone !== true && kit.hostOf(row.id) === undefined && upkeepForm(context, row)}
            ${turns(context, row)}
          </article>
        </div>
      `,
    }
  },
}

/** Whether its upkeep is due, when it is next, and what its meter says. */
function dueSaid({ kit, read, words }: Context, row: ThingRow): Html {
  const { lang, today } = kit.request
  const w = words.tending
  const due = upkeepSaid({ kit, read, words }, row)
  const meter = row.meter === null ? null : meterOf(read, row.id)
  const seen = upkeepSeen(read, row, today)
  const isNext = due === '' && (seen.next !== null || seen.at !== null)
  const lines = [
    due,
    isNext && w.dueNext(seen, row.meter ?? '', today),
    meter !== null && w.meterAt(`${figure(meter, lang)}\u00a0${row.meter}`),
  ]
  return html`${lines.filter(Boolean).map(line => html`<p><b>${line}</b></p>`)}`
}

const ofThing = ({ id }: ThingRow, order: string) => ({
  ...{ where: 'thing = ?', with: [id], order, limit: MOST },
})

function upkeeps({ kit, read, words }: Context, row: ThingRow): Html {
  const w = words.tending
  const all = read.list(upkeep, ofThing(row, '"on" DESC, id DESC'), 'home')
  if (all.length === 0) return html`<h2>${w.upkeepDone}</h2><p>${w.noUpkeep}</p>`
  const columns = [w.columns.when, w.columns.what, w.columns.who, w.columns.meter]
  return html`
    <h2>${w.upkeepDone}</h2>
    ${table(
      columns,
      all.map(one => [
        dayPlain(one.on ?? '', kit.request.lang, kit.request.today),
        one.what ?? '',
        one.by ?? '',
        one.meter === null
          ? ''
          : `${figure(one.meter, kit.request.lang)} ${row.meter ?? ''}`.trim(),
      ]),
    )}
  `
}

function turns({ kit, read, words }: Context, row: ThingRow): Html {
  const w = words.tending
  const { today } = kit.request
  const all = read
    .all(
      'SELECT id FROM booking WHERE thing = ? AND removed IS NOT 1 ' +
        "AND state IN ('back', 'out', 'noShow', 'cancelled') " +
        'ORDER BY startsOn DESC, id DESC LIMIT ?',
      row.id,
      MOST,
    )
    .flatMap(one => bookingOf(read, String(one['id'])) ?? [])
  if (all.length === 0) return html`<h2>${w.turns}</h2><p>${w.noTurn}</p>`
  const year = dayAfter(today, -365)
  const had = all.filter(
    one => (one.state === 'back' || one.state === 'out') && (one.startsOn ?? '') >= year,
  )
  const days = had.reduce((sum, one) => sum + daysHad(one), 0)
  const columns = [w.columns.when, w.columns.who, w.columns.how]
  return html`
    <h2>${w.turns}</h2>
    <p>${w.turnsCount(had.length, days)}</p>
    ${table(
      columns,
      all.map(one => {
        const span = timesIn(one)
        return [
          span ? words.when(span, today) : (one.startsOn ?? ''),
          one.name ?? '',
          happened(one, row.meter ?? '', { kit, read, words }),
        ]
      }),
    )}
  `
}

/** How many days a booking was, from its hand-out to its return. */
function daysHad(row: BookingRow): number {
  const span = timesIn(row)
  const [out, back] = [row.outAt, row.backAt].map(at => (at === null ? NaN : Date.parse(at)))
  if (span === undefined) return 0
  const from = Number.isNaN(out) ? span.from : out!
  return daysOf({ from, until: Math.max(from + 1, Number.isNaN(back) ? span.until : back!) })
}

/** How it went: its state, with what was noted as it went out and came back. */
function happened(row: BookingRow, unit: string, { kit, words }: Context): string {
  const moment = (at: string | null): string | false =>
    at !== null && words.moment(Date.parse(at), kit.request.today)
  const owed = owedBy(row)
  return [
    kit.told(booking, 'state', row.state),
    row.state === 'back' && moment(row.backAt),
    owed.length > 0 && words.notComplete(owed),
    row.late === true && words.wasLate,
    row.stateOut,
    row.damaged === true ? words.wasBroken(row.stateBack ?? '') : row.stateBack,
    meterSaid(row, unit, kit.request.lang),
    row.why !== null && words.whySaid(row),
  ]
    .filter(Boolean)
    .join(', ')
}

/** What its meter counted on a turn: *125 h → 134 h\u00a0: 9 h*, or the one that was noted. */
function meterSaid({ meterOut, meterBack }: BookingRow, unit: string, lang: Lang): string {
  const said = (n: number): string => `${figure(n, lang)}\u00a0${unit}`.trim()
  const [out, back] = [meterOut, meterBack].map(n => (n === null ? undefined : said(n)))
  return meterOut !== null && meterBack !== null
    ? `${out} → ${back}\u00a0: ${said(meterBack - meterOut)}`
    : (back ?? out ?? '')
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): Html => html`
  <div class="table">
    <table>
      <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(
          ([first, ...cells]) =>
            html`
              <tr>
                <th scope="row">${first}</th>
                ${cells.map(cell => html`<td>${cell}</td>`)}
              </tr>
            `,
        )}
      </tbody>
    </table>
  </div>
`

function upkeepForm({ kit, words }: Context, row: ThingRow): Html {
  const w = words.tending
  const { request } = kit
  const fields = ['on', 'what', 'by', ...(row.meter === null ? [] : ['meter'])]
  const given = { on: request.today, by: request.called ?? null }
  return html`
    <details class="no-print" id="entretien"${request.again !== undefined && html` open`}>
      <summary>${w.noteUpkeep}</summary>
      ${mistakeIn(request)}
      ${post(kit.form(), `${PATH}/${row.id}/entretien`, {
        unchecked: true,
        fields: html`
          ${kit.fields(upkeep, given, fields)}
          ${
            row.condition === 'repair' &&
            tickField({ id: fieldId(MENDED), name: MENDED, words: w.mendedTick })
          }
        `,
        button: mainButton(w.noteUpkeep),
      })}
    </details>
  `
}
