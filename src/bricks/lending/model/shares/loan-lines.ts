import type { CommandContext } from '../../../../contract/command.ts'
import { type Draft, draft } from '../../../../contract/decision.ts'
import type { Reader, Row } from '../../../../contract/reader.ts'
import { fold } from '../../../../core/letters/words.ts'
import { nullPrototype } from '../../../../core/null-prototype.ts'
import type { RowOf } from '../../../../core/schema.ts'
import { dayOfMoment } from '../../../../text/days.ts'
import { thingOf } from '../read.ts'
import { PARTS } from './exact.ts'
import type { EngagementRow, PlanRow, UnitLineRow } from './read.ts'
import { engagement, sharePlan, unitLine } from './records.ts'

/**
 * The lines that the loans of a machine give its notebook: the meter as it left and came back is
 * keyed once, with the loan.
 */

/** A line of the notebook. `loan`: the booking that it comes from; absent of one that was keyed. */
export type NotebookRow = UnitLineRow & Readonly<{ loan?: string }>

/** What the meter of a thing counts, as a notebook counts it. */
const METER_OF: Readonly<Record<string, string>> = nullPrototype({ hour: 'h', km: 'km' })

/** The lines of a notebook that were keyed, by day, and by the meter within one. */
export const keyedLines = (read: Reader, plan: string): readonly UnitLineRow[] =>
  read.list(unitLine, { where: 'plan = ?', with: [plan], order: 'day, meterFrom, id' }, 'home')

/**
 * The lines of the loans of a year that came back with their meter.
 *
 * Law     A line that was keyed for the same hours, or for the same person and days without a
 *         meter, is not counted twice: the keyed one stands. A closed year has none: its closing
 *         wrote them as lines.
 */
export function loanLines(
  read: Reader,
  plan: PlanRow,
  keyed: () => readonly UnitLineRow[],
): readonly NotebookRow[] {
  const of = plan.thing === null ? undefined : thingOf(read, plan.thing)
  if (!of || plan.closedOn !== null || METER_OF[plan.unit ?? ''] !== of.meter) return []
  const loans = loansOf(read, plan)
  if (loans.length === 0) return []
  const people = read
    .list(engagement, { where: 'plan = ?', with: [plan.id], order: 'id' }, 'home')
    .filter(({ left }) => left !== true)
  const typed = keyed()
  return loans.flatMap(loan => {
    const line = lineOf(loan, plan, holderOf(loan, people))
    return typed.some(one => isSameTurn(one, line, loan)) ? [] : [line]
  })
}

/** A loan that came back: its days, its meter, and who had it. Units: parts. */
type MeteredLoan = Readonly<{
  id: string
  member: string | null
  name: string | null
  first: string
  last: string
  from: number
  to: number
}>

const loansOf = (read: Reader, { thing, firstOn, lastOn }: PlanRow): readonly MeteredLoan[] =>
  read
    .all(
      'SELECT booking.id, member, name, outAt, backAt, meterOut, meterBack FROM booking ' +
        'JOIN booking_home AS home ON home.id = booking.id WHERE booking.thing = ? ' +
        "AND booking.state = 'back' AND booking.removed IS NOT 1 AND meterOut IS NOT NULL " +
        'AND meterBack > meterOut AND backAt IS NOT NULL ORDER BY meterOut, booking.id',
      thing,
    )
    .map(loanIn)
    .filter(({ last }) => last >= (firstOn ?? '') && last <= (lastOn ?? ''))

function loanIn(row: Row): MeteredLoan {
  const text = (name: string): string | null =>
    typeof row[name] === 'string' && row[name] !== '' ? row[name] : null
  const back = dayOfMoment(Date.parse(String(row['backAt'])))
  const out = text('outAt')
  return {
    id: String(row['id']),
    member: text('member'),
    name: text('name'),
    first: out === null ? back : dayOfMoment(Date.parse(out)),
    last: back,
    from: partsOf(row['meterOut']),
    to: partsOf(row['meterBack']),
  }
}
const partsOf = (units: unknown): number => Math.round(Number(units) * PARTS)

/** Their part: by card, else the one part of that name without a card. */
function holderOf({ member, name }: MeteredLoan, people: readonly EngagementRow[]): string | null {
  const own = people.find(one => one.member !== null && one.member === member)
  if (own) return own.id
  const named = people.filter(
    one => one.member === null && one.who !== null && name !== null && fold(one.who) === fold(name),
  )
  return named.length === 1 ? named[0]!.id : null
}

const lineOf = (loan: MeteredLoan, plan: PlanRow, holder: string | null): NotebookRow => ({
  ...(EMPTY as NotebookRow),
  ...{ id: loan.id, loan: loan.id, thing: plan.thing, plan: plan.id, engagement: holder },
  ...{ day: loan.last, meterFrom: loan.from, meterTo: loan.to, parts: loan.to - loan.from },
})
const EMPTY = Object.fromEntries(Object.keys(unitLine.fields).map(name => [name, null])) as Omit<
  RowOf<typeof unitLine>,
  'id'
>

function isSameTurn(keyed: UnitLineRow, line: NotebookRow, loan: MeteredLoan): boolean {
  if (keyed.meterFrom !== null && keyed.meterTo !== null)
    return keyed.meterFrom < loan.to && loan.from < keyed.meterTo
  const day = keyed.day ?? ''
  const isTheirs = keyed.engagement !== null && keyed.engagement === line.engagement
  return isTheirs && day >= loan.first && day <= loan.last
}

/** These lines as lines of their own, before what they come from goes or the year is closed. */
export const writtenLines = (
  lines: readonly NotebookRow[],
  at: Pick<CommandContext, 'newId'>,
): readonly Draft[] =>
  lines
    .filter(({ loan }) => loan !== undefined)
    .map(({ thing, plan, engagement: holder, day, meterFrom, meterTo, parts }) =>
      draft(unitLine, at.newId(), {
        ...{ thing, plan, engagement: holder, day, meterFrom, meterTo, parts },
      }),
    )

/** The lines of these bookings stand on, once they are erased with their person. */
export const loansKept = (
  gone: ReadonlySet<string>,
  read: Reader,
  at: Pick<CommandContext, 'newId'>,
): readonly Draft[] =>
  read
    .list(sharePlan, { where: 'closedOn IS NULL', order: 'id' }, 'home')
    .filter(({ thing }) => thing !== null && !gone.has(thing))
    .flatMap(plan => {
      const lines = loanLines(read, plan, () => keyedLines(read, plan.id))
      return writtenLines(
        lines.filter(({ loan = '' }) => gone.has(loan)),
        at,
      )
    })
