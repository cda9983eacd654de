import { DOMParser } from 'linkedom'
import { refuseTangled } from './depth.ts'
import { MOST_ROWS } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** A thing by the names of what it says; undefined where the text is no such file. */
export type Things = readonly ReadonlyMap<string, string>[] | undefined

/** The features of a GeoJSON, the events of an iCalendar, the feeds of an OPML. Errors: `Unreadable` (`damaged`, `noRows`, `tooManyRows`, `tangled`). */
export function thingsIn(text: string): Things {
  const start = text.slice(0, 2_000).trimStart()
  const all = start.startsWith('{')
    ? features(text)
    : /^BEGIN:VCALENDAR/i.test(start)
      ? events(text)
      : /<opml[\s>]/i.test(start)
        ? feeds(text)
        : undefined
  if (all && all.length > MOST_ROWS) throw Unreadable.of('tooManyRows', { most: MOST_ROWS })
  if (all?.length === 0) throw Unreadable.of('noRows', {})
  return all
}

type Json = Readonly<Record<string, unknown>>
const object = (value: unknown): Json | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined

/** Source   RFC 7946: longitude stands first. Only a point says where a thing is; a shape says it to nobody in a table. */
function features(text: string): Things {
  let held: Json | undefined
  try {
    held = object(JSON.parse(text))
  } catch {
    throw Unreadable.of('damaged', {})
  }
  const list = held?.['type'] === 'FeatureCollection' ? held['features'] : undefined
  if (!Array.isArray(list)) throw Unreadable.of('damaged', {})
  return list.map(one => {
    const feature = object(one) ?? {}
    const said = Object.entries(object(feature['properties']) ?? {}).flatMap(([name, value]) => {
      const words = saidJson(value)
      return words === '' ? [] : [[name, words] as const]
    })
    const geometry = object(feature['geometry'])
    const at = geometry?.['type'] === 'Point' && Array.isArray(geometry['coordinates']) ? geometry['coordinates'] : []
    const where =
      typeof at[0] === 'number' && typeof at[1] === 'number'
        ? [['latitude', String(at[1])] as const, ['longitude', String(at[0])] as const]
        : []
    return new Map([...said, ...where])
  })
}

function saidJson(value: unknown): string {
  if (Array.isArray(value)) return value.map(saidJson).filter(Boolean).join(' ; ')
  if (typeof value === 'boolean') return value ? 'oui' : 'non'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Source   RFC 5545, 3.1 (a line goes on after a blank), 3.3.11, 3.6.1. Days and hours are the village's. */
function events(text: string): Things {
  const lines = text.replace(/\r?\n[ \t]/g, '').split(/\r?\n/)
  const all: Map<string, string>[] = []
  let open: string[] = []
  let one: Map<string, string> | undefined
  for (const line of lines) {
    const [, begin, name = ''] = /^(BEGIN|END):(\w+)/i.exec(line) ?? []
    if (begin?.toUpperCase() === 'BEGIN') {
      open = [...open, name.toUpperCase()]
      if (name.toUpperCase() === 'VEVENT') one = new Map()
    } else if (begin) {
      open = open.slice(0, -1)
      if (name.toUpperCase() === 'VEVENT' && one) all.push(one)
      if (name.toUpperCase() === 'VEVENT') one = undefined
    } else if (one && open.at(-1) === 'VEVENT') takeProperty(one, line)
  }
  return all.map(event => withoutLastMidnight(event))
}

const PROPERTY = /^([A-Za-z-]+)((?:;[^:;="]+=(?:"[^"]*"|[^:;"]*))*):(.*)$/
const AS: Readonly<Record<string, string>> = { SUMMARY: 'title', LOCATION: 'where', DESCRIPTION: 'detail', RRULE: 'recurs' }

function takeProperty(event: Map<string, string>, line: string): void {
  const [, name = '', params = '', value = ''] = PROPERTY.exec(line) ?? []
  const key = name.toUpperCase()
  const said = AS[key]
  if (said) event.set(said, key === 'RRULE' ? value : unescaped(value))
  else if (key === 'DTSTART' || key === 'DTEND') {
    const at = momentIn(value, /;TZID=(?:"([^"]+)"|([^;:]+))/i.exec(params)?.slice(1).find(Boolean))
    if (at) event.set(key === 'DTSTART' ? 'startsOn' : 'endsOn', at.day)
    if (at?.time) event.set(key === 'DTSTART' ? 'startsAt' : 'endsAt', at.time)
  }
}

const unescaped = (value: string): string =>
  value.replace(/\\([nN,;\\])/g, (_all, mark: string) => (mark.toLowerCase() === 'n' ? '\n' : mark))

/** Where the village's clock stands at that instant. An unknown zone is read as the village's own. */
function momentIn(value: string, zone: string | undefined): { day: string; time?: string } | undefined {
  const [, y, m, d, hour, minute, utc] = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z)?)?$/.exec(value) ?? []
  if (!y) return undefined
  const day = `${y}-${m}-${d}`
  if (hour === undefined) return { day }
  const told = { day, time: `${hour}:${minute}` }
  if (!utc && (zone === undefined || zone === 'Europe/Paris')) return told
  try {
    const here = Temporal.PlainDateTime.from(`${day}T${told.time}`)
      .toZonedDateTime(utc ? 'UTC' : zone!)
      .withTimeZone('Europe/Paris')
    return { day: here.toPlainDate().toString(), time: here.toPlainTime().toString({ smallestUnit: 'minute' }) }
  } catch {
    return told
  }
}

/** Whole days end on the day after in a calendar, on their last day here; what ends on the day it begins says only its hour. */
function withoutLastMidnight(event: Map<string, string>): Map<string, string> {
  const [from, to] = [event.get('startsOn'), event.get('endsOn')]
  if (from && to && !event.has('endsAt')) {
    const last = Temporal.PlainDate.from(to).subtract({ days: 1 }).toString()
    if (last > from) event.set('endsOn', last)
    else event.delete('endsOn')
  } else if (from !== undefined && from === to) event.delete('endsOn')
  return event
}

/** A feed is a reference: its page when it says one, else the feed itself. Source   OPML 2.0. */
function feeds(text: string): Things {
  refuseTangled(text, true)
  const document = new DOMParser().parseFromString(text, 'text/xml') as unknown as {
    getElementsByTagName: (name: string) => ArrayLike<{ getAttribute: (name: string) => string | null }>
  }
  return Array.from(document.getElementsByTagName('outline')).flatMap(one => {
    const said = (name: string): string => (one.getAttribute(name) ?? '').trim()
    const feed = said('xmlUrl')
    if (feed === '') return []
    const page = said('htmlUrl')
    const entries = [
      ['title', said('title') || said('text') || page || feed],
      ['url', page || feed],
      ['note', [said('description'), page === '' ? '' : feed].filter(Boolean).join('\n')],
    ] as const
    return [new Map(entries.filter(([, value]) => value !== ''))]
  })
}
