import { occurrences } from '../core/calendar/recurrence.ts'
import { isDay } from '../core/form/fit.ts'

/** Days and hours of a calendar file, by the village's clock. */

/** A property of a calendar: its name, its parameters, its value. */
export const PROPERTY = /^([A-Za-z-]+)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$/

/** One of the two times of a zone: from when on, and minutes ahead of UTC. */
type Observance = Readonly<{ startsOn: string; at: string; recurs?: string; ahead: number }>
/** The zones that a file defines, by their names. */
export type Zones = ReadonlyMap<string, readonly Observance[]>

/**
 * The zones of a file whose names are of its program alone: *Romance Standard Time*, *custom*.
 *
 * Source   RFC 5545, 3.6.5.
 */
export function zonesIn(lines: readonly string[]): Zones {
  const zones = new Map<string, readonly Observance[]>()
  let [id, said]: [string, Map<string, string> | undefined] = ['', undefined]
  for (const line of lines) {
    const [, name = '', , value = ''] = PROPERTY.exec(line) ?? []
    const key = name.toUpperCase()
    const isTime = /^(?:STANDARD|DAYLIGHT)$/i.test(value)
    if (key === 'TZID') id = value
    else if (key === 'BEGIN' && isTime) said = new Map()
    else if (key === 'END' && isTime && said) {
      zones.set(id, [...(zones.get(id) ?? []), ...observanceOf(said)])
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

/** Minutes ahead of UTC at a local moment: those of the time that began last. */
function aheadAt(zone: readonly Observance[], day: string, time: string): number {
  const year = Number(day.slice(0, 4))
  const begun = zone.map(one => {
    const days = occurrences(one, `${year - 1}-01-01`, day, 5).map(on => `${on}T${one.at}`)
    const last = days.findLast(on => on <= `${day}T${time}`)
    return { ahead: one.ahead, from: last ?? (one.startsOn <= day ? one.startsOn : '') }
  })
  return begun.toSorted((a, b) => (a.from < b.from ? -1 : 1)).at(-1)?.ahead ?? 0
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
