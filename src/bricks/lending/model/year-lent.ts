import type { Reader, Row } from '../../../contract/reader.ts'
import { chargesStanding } from '../../../contract/records/charge.ts'
import { inAlphabet, OWN } from '../../../contract/tables.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { fold } from '../../../core/letters/words.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import { reachOf } from '../../../text/phone.ts'
import { missingListed } from './packed.ts'
import { type ThingRow, timesIn } from './read.ts'
import { request } from './records-booking.ts'
import { thing } from './records-thing.ts'
import type { Span } from './span.ts'
import { upkeepsToDo } from './upkeep.ts'

/**
 * What became of the things of this box in a time: numbers, and no word of who had them.
 *
 * Nothing is written when somebody is refused: a turn that refuses writes nothing, and most people
 * read *pris* on a calendar and ask for nothing. Who asked to wait is counted, and who was said no
 * to while the thing was taken.
 */

/**
 * Those who answer for a thing.
 *
 * Shape   `names`: of those who agreed that it is said, with the day since which they are in
 *         charge. `unnamed`: how many others are in charge, its owner among them.
 */
export type InChargeOf = Readonly<{
  names: readonly Readonly<{ name: string; since: string }>[]
  unnamed: number
}>
/**
 * A thing in a time.
 *
 * Shape   `loans`: how many times somebody had it, days that were booked and have come included.
 *         `days`: on how many days somebody had one. `people`: how many different people.
 *         `taken`: said no to while it was taken. `waited`: who waited for it.
 *         `missing`: pieces of its packing list. `isDue`: its upkeep.
 */
export type ThingYear = Readonly<{
  row: ThingRow
  loans: number
  days: number
  people: number
  taken: number
  waited: number
  missing: readonly string[]
  isDue: boolean
  inCharge: InChargeOf
}>

/** Under so many people, a number would tell of somebody (docs/decisions/0019). */
export const FEWEST = 3
/** A thing that so many found taken is asked for and never free. */
export const isNeverFree = ({ taken, waited }: Pick<ThingYear, 'taken' | 'waited'>): boolean =>
  taken + waited >= FEWEST

/** The days of a year until today, both included; all of them where it is over. */
export const daysOfYear = (year: string, today: string): DaysCounted => ({
  from: `${year}-01-01`,
  to: [`${year}-12-31`, today].toSorted()[0]!,
})
/** Two days, both included. */
export type DaysCounted = Readonly<{ from: string; to: string }>

/** The things of this box, by the alphabet, each with what became of it between two days. */
export function yearLent(read: Reader, days: DaysCounted, today: string): readonly ThingYear[] {
  const span = spanOfDays(days)
  const byThing = Map.groupBy(loansIn(read, span), ({ of }) => of)
  const inCharge = inChargeOfAll(read, today)
  const dueNow = upkeepsToDo(read, today).filter(({ isSoon }) => !isSoon)
  const due = new Set(dueNow.map(({ row }) => row.id))
  const unmet = unmetIn(read, days)
  return thingsHere(read).map(row => {
    const had = byThing.get(row.id) ?? []
    return {
      row,
      loans: had.length,
      days: daysHad(had, span).size,
      people: new Set(had.flatMap(({ person }) => person ?? [])).size,
      ...(unmet.get(row.id) ?? { taken: 0, waited: 0 }),
      missing: missingListed(read, row),
      isDue: due.has(row.id),
      inCharge: inCharge(row.id),
    }
  })
}

/**
 * All of it in three numbers: times that somebody had a thing, different people who are known here,
 * things that were asked for and never free.
 */
export function lentInAll(
  read: Reader,
  days: DaysCounted,
): Readonly<{ loans: number; people: number; neverFree: number }> {
  const { from, until } = spanOfDays(days)
  const [all] = read.all(`SELECT count(*) AS n ${LOANS}`, from, until)
  const people = read.all(`SELECT DISTINCT member, phone, name ${LOANS}`, from, until)
  const personOf = peopleTold(read)
  const known = new Set(thingsHere(read).map(({ id }) => id))
  const unmet = [...unmetIn(read, days)].filter(([id]) => known.has(id))
  return {
    loans: Number(all?.['n'] ?? 0),
    people: new Set(people.flatMap(row => personOf(row) ?? [])).size,
    neverFree: unmet.filter(([, one]) => isNeverFree(one)).length,
  }
}

const spanOfDays = ({ from, to }: DaysCounted): Span => ({
  from: momentOf(from, '00:00'),
  until: momentOf(dayAfter(to, 1), '00:00'),
})

/** The things of this box that are lent, and who is in charge of each. */
export const thingsInCharge = (
  read: Reader,
  today: string,
): readonly Readonly<{ row: ThingRow; inCharge: InChargeOf }>[] => {
  const inCharge = inChargeOfAll(read, today)
  return thingsHere(read).map(row => ({ row, inCharge: inCharge(row.id) }))
}
export const isWithoutCharge = ({ names, unnamed }: InChargeOf): boolean =>
  names.length + unnamed === 0

const thingsHere = (read: Reader): readonly ThingRow[] =>
  read.list(thing, { where: `gone IS NOT 1 AND ${OWN}`, order: `${inAlphabet('title')}, id` })

/** Somebody's time with a thing. `person`: the same word for one person, never shown. */
type Loan = Span & Readonly<{ of: string; person: string | undefined }>

/** What is booked and has come counts as lent: nobody hands out a room. */
const LOANS =
  'FROM taken JOIN booking ON booking.id = taken.booking ' +
  'JOIN thing ON thing.id = taken.thing AND thing.gone IS NOT 1 AND thing.removed IS NOT 1 ' +
  `AND thing.${OWN} LEFT JOIN booking_home AS home ON home.id = taken.booking ` +
  "WHERE (until_ms > ?1 OR is_out = 1) AND from_ms < ?2 AND booking.state <> 'closed'"

function loansIn(read: Reader, { from, until }: Span): readonly Loan[] {
  const rows = read.all(
    `SELECT taken.thing, from_ms, until_ms, is_out, member, phone, name ${LOANS}`,
    from,
    until,
  )
  const personOf = peopleTold(read)
  return rows.map(row => ({
    of: String(row['thing']),
    from: Number(row['from_ms']),
    // What should be back and is not is still with them.
    until: row['is_out'] === 1 ? Math.max(until, Number(row['until_ms'])) : Number(row['until_ms']),
    person: personOf(row),
  }))
}

/**
 * One person by their card, by a telephone, or by name where nothing else is known; undefined of
 * who is forgotten, or had it through another box.
 */
function peopleTold(read: Reader): (row: Row) => string | undefined {
  const members = new Map<string, string>()
  const phoneOf = (member: string): string => {
    const known = members.get(member) ?? read.published.memberPhone?.(member) ?? ''
    members.set(member, known)
    return known
  }
  return row => {
    const [member, phone, name] = ['member', 'phone', 'name'].map(key => String(row[key] ?? ''))
    const said = (member && phoneOf(member)) || phone || ''
    return (said && reachOf(said)) || member || fold(name ?? '') || undefined
  }
}

/** The days, of a time, on which somebody had one of these. */
function daysHad(loans: readonly Span[], { from, until }: Span): ReadonlySet<string> {
  const days = new Set<string>()
  for (const loan of loans) {
    const last = dayOfMoment(Math.max(loan.from, Math.min(loan.until, until) - 1))
    for (let day = dayOfMoment(Math.max(loan.from, from)); day <= last; day = dayAfter(day, 1))
      days.add(day)
  }
  return days
}

type Unmet = Readonly<{ taken: number; waited: number }>
/** Those who asked for each thing, and for whom it was taken. */
function unmetIn(read: Reader, { from, to }: DaysCounted): ReadonlyMap<string, Unmet> {
  const rows = read.list(
    request,
    {
      where:
        "(waited = 1 OR state = 'waiting' OR state = 'refused') AND asked IS NOT 1 " +
        'AND substr(askedAt, 1, 10) BETWEEN ? AND ?',
      with: [from, to],
      order: 'id',
    },
    'home',
  )
  const byThing = Map.groupBy(rows, row => row.thing ?? '')
  return new Map(
    [...byThing].map(([id, all]) => {
      const isWaiting = (row: (typeof rows)[number]): boolean =>
        row.waited === true || row.state === 'waiting'
      const taken = all.filter(row => !isWaiting(row) && wasTaken(read, id, timesIn(row)))
      return [id, { taken: taken.length, waited: all.filter(isWaiting).length }]
    }),
  )
}

const wasTaken = (read: Reader, id: string, span: Span | undefined): boolean =>
  span !== undefined &&
  read.all(
    'SELECT 1 FROM taken WHERE thing = ? AND until_ms > ? AND from_ms < ? LIMIT 1',
    id,
    span.from,
    span.until,
  ).length > 0

function inChargeOfAll(read: Reader, today: string): (thing: string) => InChargeOf {
  const charges = chargesStanding(read, today)
  const rows = read.all('SELECT id, owner FROM thing_home WHERE owner IS NOT NULL')
  const owners = new Map(rows.map(row => [String(row['id']), String(row['owner'])]))
  const nameOf = (member: string): string => read.published.memberName?.(member) ?? ''
  return id => {
    const all = charges.get(id) ?? []
    const names = all.flatMap(({ person, named, since }) =>
      named === true && person ? [{ name: nameOf(person), since: since ?? '' }] : [],
    )
    const owner = owners.get(id)
    const isOwned =
      owner !== undefined && nameOf(owner) !== '' && !all.some(({ person }) => person === owner)
    return { names, unnamed: all.length - names.length + (isOwned ? 1 : 0) }
  }
}
