import type { Reader } from '../../../contract/reader.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import type { ThingRow } from './read.ts'
import { MOST_RULE_DAYS, thing } from './records-thing.ts'
import { PARTS } from './shares/exact.ts'

/** The days of a rule, as far as a calendar goes. */
export const ruleDays = (days: number): number =>
  Math.min(Math.max(0, Math.round(days)), MOST_RULE_DAYS)

/**
 * Where the upkeep of a thing stands.
 *
 * Shape   `since`: since when it is due: a day, null by its meter, undefined when it is not due.
 *         `next`: the day on which it comes by time. `at`: what its meter says as it comes by use.
 */
export type UpkeepSeen = Readonly<{
  since: string | null | undefined
  next: string | null
  meter: number | null
  at: number | null
  /** It is not due, and comes within some days, or within a fifth of its use. */
  isSoon: boolean
}>
/** Units   days before an upkeep that comes by time. */
const SOON_DAYS = 14
type UpkeepRules = Pick<ThingRow, 'id' | 'upkeepDays' | 'upkeepUnits'>

/**
 * Time counts from its last upkeep, or from its first day here; use from what its meter said then,
 * or at first: a machine may come second-hand.
 */
export function upkeepSeen(
  read: Reader,
  { id, upkeepDays, upkeepUnits }: UpkeepRules,
  today: string,
): UpkeepSeen {
  if (upkeepDays === null && upkeepUnits === null)
    return { since: undefined, next: null, meter: null, at: null, isSoon: false }
  const [last] = read.all(
    'SELECT "on", (SELECT meter FROM upkeep_home WHERE thing = ?1 AND removed IS NOT 1 ' +
      'AND meter IS NOT NULL ORDER BY "on" DESC, id DESC LIMIT 1) AS meter ' +
      'FROM upkeep_home WHERE thing = ?1 AND removed IS NOT 1 ' +
      'ORDER BY "on" DESC, id DESC LIMIT 1',
    id,
  )
  const from = typeof last?.['on'] === 'string' ? last['on'] : firstDay(read, id)
  const next =
    upkeepDays !== null && from !== undefined ? dayAfter(from, ruleDays(upkeepDays)) : null
  const { first, most: meter } =
    upkeepUnits === null ? { first: null, most: null } : readingsOf(read, id)
  const before = typeof last?.['meter'] === 'number' ? last['meter'] : (first ?? 0)
  const at = upkeepUnits === null ? null : before + upkeepUnits
  const isByMeter = at !== null && (meter ?? 0) >= at
  const since = next !== null && next <= today ? next : isByMeter ? null : undefined
  const isNear = at !== null && (meter ?? 0) >= at - (upkeepUnits ?? 0) / 5
  const isSoon =
    since === undefined && (isNear || (next !== null && next <= dayAfter(today, SOON_DAYS)))
  return { since, next, meter, at, isSoon }
}

/** Since when the upkeep of a thing is due; see `UpkeepSeen`. */
export const upkeepDue = (read: Reader, rules: UpkeepRules, today: string): UpkeepSeen['since'] =>
  upkeepSeen(read, rules, today).since

/** A thing whose upkeep is due, or soon. */
export type UpkeepToDo = Readonly<{ row: ThingRow; isSoon: boolean }>

/** The things whose upkeep is due or soon; kept until one is set, used or looked after. */
export const upkeepsToDo = (read: Reader, today: string): readonly UpkeepToDo[] =>
  read.keep(
    `lending upkeep due ${today}`,
    () =>
      read
        .list(thing, {
          where: '(upkeepDays IS NOT NULL OR upkeepUnits IS NOT NULL) AND gone IS NOT 1',
          order: 'id',
          limit: MOST,
        })
        .flatMap(row => {
          const { since, isSoon } = upkeepSeen(read, row, today)
          return since !== undefined || isSoon ? [{ row, isSoon }] : []
        }),
    made => 2 * JSON.stringify(made).length,
  )
const MOST = 100

/** A notebook reads the meter of its thing when both count alike: not hectares beside hours. */
const COUNTS_ALIKE = "thing.meter = CASE plan.unit WHEN 'hour' THEN 'h' WHEN 'km' THEN 'km' END"

/** The day on which a thing was first written, as far as its box knew the day. */
function firstDay(read: Reader, id: string): string | undefined {
  const written = read.written(id)
  return written?.sure === true ? dayOfMoment(written.first) : undefined
}

/** The most that the meter of a thing said, as far as anybody noted it. */
export const meterOf = (read: Reader, id: string): number | null => readingsOf(read, id).most

/** The first and the most that its meter said: of its loans, its upkeeps, its shared notebook. */
function readingsOf(read: Reader, id: string): Readonly<Record<'first' | 'most', number | null>> {
  const [row] = read.all(
    'SELECT min(start) AS first, max(until) AS most FROM (' +
      'SELECT coalesce(home.meterOut, home.meterBack) AS start, ' +
      'coalesce(home.meterBack, home.meterOut) AS until FROM booking ' +
      'JOIN booking_home AS home ON home.id = booking.id ' +
      'WHERE booking.thing = ?1 AND booking.removed IS NOT 1 ' +
      'UNION ALL SELECT meter, meter FROM upkeep_home WHERE thing = ?1 AND removed IS NOT 1 ' +
      `UNION ALL SELECT line.meterFrom / ${PARTS}.0, line.meterTo / ${PARTS}.0 ` +
      'FROM unit_line_home AS line ' +
      'JOIN share_plan_home AS plan ON plan.id = line.plan JOIN thing ON thing.id = line.thing ' +
      'WHERE line.thing = ?1 AND line.removed IS NOT 1 AND plan.removed IS NOT 1 ' +
      `AND ${COUNTS_ALIKE} ` +
      `UNION ALL SELECT plan.meterStart / ${PARTS}.0, plan.meterStart / ${PARTS}.0 ` +
      'FROM share_plan_home AS plan JOIN thing ON thing.id = plan.thing ' +
      `WHERE plan.thing = ?1 AND plan.removed IS NOT 1 AND ${COUNTS_ALIKE})`,
    id,
  )
  const said = (name: string): number | null => (typeof row?.[name] === 'number' ? row[name] : null)
  return { first: said('first'), most: said('most') }
}

/** What the meter of a thing said before a moment: turns after it say nothing of a late line. */
export function meterBefore(read: Reader, id: string, moment: string): number | null {
  const [row] = read.all(
    'SELECT max(CASE WHEN home.backAt <= ?2 THEN coalesce(home.meterBack, home.meterOut) ' +
      'WHEN home.outAt < ?2 THEN home.meterOut END) AS meter FROM booking ' +
      'JOIN booking_home AS home ON home.id = booking.id ' +
      'WHERE booking.thing = ?1 AND booking.removed IS NOT 1',
    id,
    moment,
  )
  return typeof row?.['meter'] === 'number' ? row['meter'] : null
}
