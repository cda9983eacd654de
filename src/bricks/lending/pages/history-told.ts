import type { PageContext } from '../../../contract/page.ts'
import type { Lang } from '../../../core/lang.ts'
import { dayAfter, dayOfMoment, dayPlain, daysBetween, figure } from '../../../text/days.ts'
import { missingListed, owedBy } from '../model/packed.ts'
import { type BookingRow, bookingOf, type ThingRow, timesIn } from '../model/read.ts'
import { upkeep } from '../model/records-booking.ts'
import { isRoom } from '../model/records-thing.ts'
import { daysOf } from '../model/rules-who.ts'
import { meterOf, upkeepSeen } from '../model/upkeep.ts'
import type { fr } from '../words/fr.ts'
import { stateSaid, upkeepSaid } from './reading.ts'

/** What the history of a thing says, on its page and on its paper. */

type Context = PageContext<typeof fr>

/** So many turns and upkeeps are listed: those of some years. */
const MOST = 200

/** The address of the history on paper. */
export const HISTORY = 'histoire-a-preter'
export const historyPath = (id: string): string => `/imprimer/${HISTORY}/${id}`

/** Its upkeep, due or to come, what its meter says, and the pieces that are missing. */
export function historyLines({ kit, read, words }: Context, row: ThingRow): readonly string[] {
  const { lang, today } = kit.request
  const w = words.tending
  const due = upkeepSaid({ kit, read, words }, row)
  const meter = row.meter === null ? null : meterOf(read, row.id)
  const seen = upkeepSeen(read, row, today)
  const isNext = due === '' && (seen.next !== null || seen.at !== null)
  const missing = missingListed(read, row)
  return [
    due,
    isNext ? w.dueNext(seen, row.meter ?? '', today) : '',
    meter === null ? '' : w.meterAt(`${figure(meter, lang)}\u00a0${row.meter}`),
    missing.length === 0 ? '' : words.notComplete(missing),
  ].filter(Boolean)
}

const ofThing = ({ id }: ThingRow, order: string) => ({
  ...{ where: 'thing = ?', with: [id], order, limit: MOST },
})

/** A table of the history: its heads, then its rows. */
type Told<T> = Readonly<{ heads: readonly string[]; rows: readonly T[] }>

/** The upkeeps, the last one first. `isPaper`: who did it is named as paper may name them. */
export function upkeepsTold(
  { kit, read, words }: Context,
  row: ThingRow,
  isPaper = false,
): Told<readonly string[]> {
  const w = words.tending
  const { lang, today } = kit.request
  const all = read.list(upkeep, ofThing(row, '"on" DESC, id DESC'), 'home')
  const by = (id: string, who: string | null): string =>
    isPaper ? kit.onPaper({ type: upkeep.name, id, who, reach: null }).who : (who ?? '')
  return {
    heads: [w.columns.when, w.columns.what, w.columns.who, w.columns.meter],
    rows: all.map(one => [
      dayPlain(one.on ?? '', lang, today),
      one.what ?? '',
      by(one.id, one.by),
      one.meter === null ? '' : `${figure(one.meter, lang)}\u00a0${row.meter ?? ''}`.trim(),
    ]),
  }
}

/** One turn of a thing: its booking, and what its row says. */
type TurnTold = Readonly<{ id: string; cells: readonly string[] }>

/** The turns of a thing, the last one first, and how many they were within a year. */
export function turnsTold(
  context: Context,
  row: ThingRow,
  isPaper = false,
): Told<TurnTold> & Readonly<{ count: string }> {
  const { kit, read, words } = context
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
  const year = dayAfter(today, -365)
  const had = all.filter(
    one => (one.state === 'back' || one.state === 'out') && (one.startsOn ?? '') >= year,
  )
  const days = had.reduce((sum, one) => sum + daysHad(one), 0)
  const when = (one: BookingRow): string => {
    const span = timesIn(one)
    return span ? words.when(span, today) : (one.startsOn ?? '')
  }
  return {
    heads: [w.columns.when, w.columns.who, w.columns.how],
    count: w.turnsCount(had.length, days),
    rows: all.map(one => ({
      id: one.id,
      cells: [when(one), whoHad(one, isPaper), happened(one, row, { isPaper, context })],
    })),
  }
}

/**
 * Who had it: as they agreed. While it is with them, or a piece of it, who is in charge reads it on
 * the page.
 */
const whoHad = (row: BookingRow, isPaper: boolean): string =>
  row.named === true || (!isPaper && (row.state === 'out' || owedBy(row).length > 0))
    ? (row.name ?? '')
    : ''

/** How many days a booking was, from its hand-out to its return. */
function daysHad(row: BookingRow): number {
  const span = timesIn(row)
  const [out, back] = [row.outAt, row.backAt].map(at => (at === null ? NaN : Date.parse(at)))
  if (span === undefined) return 0
  const from = Number.isNaN(out) ? span.from : out!
  return daysOf({ from, until: Math.max(from + 1, Number.isNaN(back) ? span.until : back!) })
}

/** How it went, with what was noted. Why a rule was passed may tell who: not on paper. */
function happened(
  row: BookingRow,
  of: ThingRow,
  { isPaper, context }: Readonly<{ isPaper: boolean; context: Context }>,
): string {
  const { kit, words } = context
  const moment = (at: string | null): string | false =>
    at !== null && words.moment(Date.parse(at), kit.request.today)
  const owed = owedBy(row)
  const late = row.state === 'back' && !isRoom(of) ? daysLate(row) : 0
  return [
    stateSaid(row.state, of, context),
    row.state === 'back' && moment(row.backAt),
    late > 0 && words.tending.daysLate(late),
    owed.length > 0 && words.tending.lacking(owed),
    row.late === true && words.wasLate,
    row.stateOut,
    row.damaged === true ? words.wasBroken(row.stateBack ?? '') : row.stateBack,
    meterSaid(row, of.meter ?? '', kit.request.lang),
    row.why !== null && !isPaper && words.whySaid(row),
  ]
    .filter(Boolean)
    .join(', ')
}

/** How many days after its last one it came back. A room is nobody's to bring back. */
function daysLate(row: BookingRow): number {
  const span = timesIn(row)
  const back = row.backAt === null ? NaN : Date.parse(row.backAt)
  if (span === undefined || Number.isNaN(back)) return 0
  return Math.max(0, daysBetween(dayOfMoment(span.until - 1), dayOfMoment(back)))
}

/** What its meter counted on a turn: *125 h → 134 h\u00a0: 9 h*, or the one that was noted. */
function meterSaid({ meterOut, meterBack }: BookingRow, unit: string, lang: Lang): string {
  const said = (n: number): string => `${figure(n, lang)}\u00a0${unit}`.trim()
  const [out, back] = [meterOut, meterBack].map(n => (n === null ? undefined : said(n)))
  return meterOut !== null && meterBack !== null
    ? `${out} → ${back}\u00a0: ${said(meterBack - meterOut)}`
    : (back ?? out ?? '')
}
