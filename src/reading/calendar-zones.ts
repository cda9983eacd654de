import { occurrences } from '../core/calendar/recurrence.ts'
import { isDay } from '../core/form/fit.ts'

/** Days and hours of a calendar file, by the village's clock. */

/** A property of a calendar: its name, its parameters, its value. */
export const PROPERTY = /^([A-Za-z-]+)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$/

/** One of the two times of a zone: from when on, and minutes ahead of UTC. */
type Observance = Readonly<{ startsOn: string; at: string; recurs?: string; ahead: number }>
/** So many times of one zone are read. */
const MOST_OBSERVANCES = 40
/** The zones that a file defines, by their names. */
export type Zones = ReadonlyMap<string, readonly Observance[]>

/**
 * The zones of a file whose names are of its program alone: *Romance Standard Time*, *custom*.
 *
 * Source   RFC 5545, 3.6.5.
 */
export function zonesIn(lines: readonly string[]): Zones {
  const zones = new Map<string, Observance[]>()
  let [id, said]: [string, Map<string, string> | undefined] = ['', undefined]
  for (const line of lines) {
    const [, name = '', , value = ''] = PROPERTY.exec(line) ?? []
    const key = name.toUpperCase()
    const isTime = /^(?:STANDARD|DAYLIGHT)$/i.test(value)
    if (key === 'TZID') id = value
    else if (key === 'BEGIN' && isTime) said = new Map()
    else if (key === 'END' && isTime && said) {
      const all = zones.get(id) ?? []
      if (all.length < MOST_OBSERVANCES) all.push(...observanceOf(said))
      zones.set(id, all)
      said = undefined
    } else said?.set(key, value)
  }
  return zones
}

function observanceOf(said: ReadonlyMap<string, string>): readonly Observance[] {
  const [, y, m, d, hour, minute] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)/.exec(said.get('DTSTART') ?? '') ?? []
  const [, sign, hours, minutes] = /^([-+])(\d\d)(\d\d)/.exec(said.get('TZOFFSETTO') ?? '') ?? []
  if (!y || !hours) return []
  const ahead = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
  const recurs = said.get('RRULE')
  const day = `${y}-${m}-${d}`
  return isDay(day)
    ? [{ startsOn: day, at: `${hour}:${minute}`, ahead, ...(recurs ? { recurs } : {}) }]
    : []
}

/** When a time of a zone began, as `2026-03-29T02:00`, and its minutes ahead of UTC. */
type Change = Readonly<{ from: string; ahead: number }>
const changes = new WeakMap<readonly Observance[], Map<number, readonly Change[]>>()

/** The changes of a zone up to the end of a year, from the year before it on; in order. */
function changesOf(zone: readonly Observance[], year: number): readonly Change[] {
  const known = changes.get(zone) ?? new Map<number, readonly Change[]>()
  changes.set(zone, known)
  const held = known.get(year)
  if (held) return held
  const all = zone.flatMap(one => {
    const days = occurrences(one, `${year - 1}-01-01`, `${year}-12-31`, 5)
    // A time that began before, and does not come back, goes on.
    const began = days.length === 0 && one.startsOn <= `${year}-12-31` ? [one.startsOn] : days
    return began.map(day => ({ from: `${day}T${one.at}`, ahead: one.ahead }))
  })
  const sorted = all.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  known.set(year, sorted)
  return sorted
}

/** Minutes ahead of UTC at a local moment: those of the time that began last. */
function aheadAt(zone: readonly Observance[], day: string, time: string): number {
  const all = changesOf(zone, Number(day.slice(0, 4)))
  return (all.findLast(({ from }) => from <= `${day}T${time}`) ?? all[0])?.ahead ?? 0
}

/** A zone of the world by its name, also inside a longer one, as *custom_Europe/Paris*. */
const worldZone = (zone: string): string =>
  /(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/.*$/.exec(
    zone,
  )?.[0] ?? zone

/**
 * Where the village's clock stands at that instant. An unknown zone is read as the village's own.
 */
export function momentIn(
  value: string,
  zone: string | undefined,
  zones: Zones,
): { day: string; time?: string } | undefined {
  const [, y, m, d, hour, minute, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(value) ?? []
  if (!y) return undefined
  const day = `${y}-${m}-${d}`
  if (hour === undefined) return { day }
  const told = { day, time: `${hour}:${minute}` }
  if (!utc && (zone === undefined || zone === 'Europe/Paris')) return told
  try {
    const moment = Temporal.PlainDateTime.from(`${day}T${told.time}`)
    const here = instantIn(moment, utc ? 'UTC' : zone!, zones).toZonedDateTimeISO('Europe/Paris')
    return {
      day: here.toPlainDate().toString(),
      time: here.toPlainTime().toString({ smallestUnit: 'minute' }),
    }
  } catch {
    return told
  }
}

/** Errors   RangeError: neither the world nor the file knows this zone. */
function instantIn(moment: Temporal.PlainDateTime, zone: string, zones: Zones): Temporal.Instant {
  try {
    return moment.toZonedDateTime(worldZone(zone)).toInstant()
  } catch (error) {
    const own = zones.get(zone)
    if (!own?.length || !(error instanceof RangeError)) throw error
    const [day = '', time = ''] = moment.toString({ smallestUnit: 'minute' }).split('T')
    return moment
      .subtract({ minutes: aheadAt(own, day, time) })
      .toZonedDateTime('UTC')
      .toInstant()
  }
}
