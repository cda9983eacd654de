import { type EventDate, onItsDate } from '../core/calendar/event-dates.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import type { Point, RecordType } from '../core/schema.ts'
import { dayAfter } from '../text/days.ts'
import type { DataRow } from './sets.ts'

/**
 * What is needed to say a record in the words of schema.org: `at` the address of its page, `told` a
 * value in words.
 */
export type LinkedOf = Readonly<{
  at: (id: string) => string | undefined
  told: (field: string, value: unknown) => string
  point: Point | undefined
  /** Of what comes once its changed date, of a series the next ones. */
  dates: readonly EventDate[]
  /** Of what is lent: whether somebody has it now. */
  isTaken?: boolean
}>

const ACTORS: Readonly<Record<string, string>> = nullPrototype({
  person: 'Person',
  company: 'LocalBusiness',
  'public-body': 'GovernmentOrganization',
})
const TYPES: Readonly<Record<string, string>> = nullPrototype({
  place: 'Place',
  initiative: 'Project',
  event: 'Event',
  theme: 'DefinedTerm',
  meeting: 'Report',
  offer: 'Offer',
  need: 'Demand',
  voice: 'Quotation',
  reference: 'CreativeWork',
  idea: 'CreativeWork',
  decision: 'CreativeWork',
  task: 'PlanAction',
  'access-point': 'Service',
  thing: 'Product',
})
const typeOf = (type: RecordType, fields: DataRow['fields']): string =>
  type.name === 'actor'
    ? (ACTORS[String(fields['kind'])] ?? 'Organization')
    : (TYPES[type.name] ?? 'Thing')

/** Our fields that hold what schema.org calls otherwise; the first that a record has is said. */
const SAID: Readonly<Record<string, readonly string[]>> = nullPrototype({
  description: ['summary', 'description', 'detail', 'help', 'note', 'saying'],
  telephone: ['phone'],
  email: ['email'],
  url: ['url'],
  keywords: ['themes'],
  datePublished: ['date', 'on'],
  author: ['author', 'name'],
})
const LINKS: Readonly<Record<string, string>> = nullPrototype({
  parentOrganization: 'partOf',
  member: 'runBy',
  location: 'place',
  isBasedOn: 'notedAt',
})
/** The hours that schema.org reads: days and times, nothing else of OpenStreetMap's. */
const PLAIN_HOURS =
  /^(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su))* \d\d:\d\d-\d\d:\d\d(?:; ?|$))+$/

/**
 * A record as schema.org says it; what it has no word for stays in the JSON and the CSV. Source
 * schema.org 29.
 */
export function linkedOf(type: RecordType, row: DataRow, of: LinkedOf): string {
  const { id, fields, licence } = row
  const told = (name: string): string | undefined =>
    fields[name] === undefined ? undefined : of.told(name, fields[name])
  const out: Record<string, unknown> = {
    '@type': typeOf(type, fields),
    '@id': of.at(id),
    name: told(type.title),
  }
  for (const [word, names] of Object.entries(SAID)) {
    const name = names.find(one => fields[one] !== undefined && one !== type.title)
    if (name) out[word] = told(name)
  }
  for (const [word, name] of Object.entries(LINKS)) {
    const links = [fields[name] ?? []].flat().map(one => of.at(String(one)))
    const known = links.filter(one => one !== undefined).map(one => ({ '@id': one }))
    if (known.length > 0) out[word] = known.length === 1 ? known[0] : known
  }
  const address = { streetAddress: told('address'), addressLocality: told('commune') }
  if (address.streetAddress ?? address.addressLocality)
    out['address'] = { '@type': 'PostalAddress', addressCountry: 'FR', ...address }
  if (of.point)
    out['geo'] = { '@type': 'GeoCoordinates', latitude: of.point[0], longitude: of.point[1] }
  if (PLAIN_HOURS.test(String(fields['hours'] ?? '')))
    out['openingHours'] = String(fields['hours']).split(/; ?/).filter(Boolean)
  Object.assign(out, datesOf(fields, of.dates))
  if (type.name === 'thing') out['offers'] = lentOffer(fields, of.isTaken === true)
  if (licence.said !== '') out['license'] = licence.said
  return JSON.stringify(out)
}

/**
 * That something is lent, whether it can be had now, and for how much.
 *
 * Source  schema.org: availability; GoodRelations: LeaseOut.
 */
function lentOffer(fields: Fields, isTaken: boolean): Readonly<Record<string, unknown>> {
  const cents = fields['feeCents']
  const isOff = isTaken || fields['condition'] === 'repair' || fields['gone'] === true
  return {
    '@type': 'Offer',
    businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
    availability: `https://schema.org/${isOff ? 'OutOfStock' : 'InStock'}`,
    ...(typeof cents === 'number' ? { price: cents / 100, priceCurrency: 'EUR' } : {}),
  }
}

type Fields = DataRow['fields']
const moment = (day: unknown, time: unknown): string =>
  time ? `${String(day)}T${String(time)}` : String(day)

/**
 * When it takes place. What comes once says its own date, with what became of it; a series says
 * its next ones, each as an event of its own.
 *
 * Source  schema.org: eventStatus, previousStartDate, subEvent.
 */
function datesOf(fields: Fields, dates: readonly EventDate[]): Readonly<Record<string, unknown>> {
  const { startsOn, startsAt, endsOn, endsAt } = fields
  if (!startsOn) return endsOn ? { endDate: moment(endsOn, endsAt) } : {}
  const [only] = dates
  if (only && dates.length === 1 && only.of === startsOn && !fields['recurs'])
    return dateSaid(fields, only)
  const day = String(startsOn)
  const whole = { startDate: moment(startsOn, startsAt), ...endSaid(fields, day, endsOn ?? day) }
  if (dates.length === 0) return whole
  const subEvent = dates.map(date => ({ '@type': 'Event', ...dateSaid(fields, date) }))
  return { ...whole, subEvent }
}

/** The end, when one is said: on its last day, or after midnight. */
function endSaid(fields: Fields, day: string, lastDay: unknown): Readonly<{ endDate?: string }> {
  const { startsAt, endsAt } = fields
  if (!endsAt) return lastDay === day ? {} : { endDate: moment(lastDay, undefined) }
  const isNext = lastDay === day && Boolean(startsAt) && String(endsAt) <= String(startsAt)
  return { endDate: moment(isNext ? dayAfter(day, 1) : lastDay, endsAt) }
}

function dateSaid(fields: Fields, date: EventDate): Readonly<Record<string, string>> {
  const text = (name: string): string | null => (fields[name] as string | undefined) ?? null
  const { startsAt, endsAt } = onItsDate(
    { startsAt: text('startsAt'), endsAt: text('endsAt') },
    date,
  )
  const [start, was] = [moment(date.day, startsAt), moment(date.of, fields['startsAt'])]
  const status = date.cancelled ? 'EventCancelled' : start === was ? undefined : 'EventRescheduled'
  return {
    startDate: start,
    ...endSaid({ startsAt, endsAt }, date.day, date.lastDay),
    ...(status ? { eventStatus: `https://schema.org/${status}` } : {}),
    ...(start === was ? {} : { previousStartDate: was }),
  }
}
