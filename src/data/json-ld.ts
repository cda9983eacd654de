import { nullPrototype } from '../core/null-prototype.ts'
import type { Point, RecordType } from '../core/schema.ts'
import type { DataRow } from './sets.ts'

/**
 * What is needed to say a record in the words of schema.org: `at` the address of its page, `told` a
 * value in words.
 */
export type LinkedOf = Readonly<{
  at: (id: string) => string | undefined
  told: (field: string, value: unknown) => string
  point: Point | undefined
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
  Object.assign(out, datesOf(fields))
  if (licence.said !== '') out['license'] = licence.said
  return JSON.stringify(out)
}

function datesOf(fields: DataRow['fields']): Readonly<Record<string, string>> {
  const moment = (day: unknown, time: unknown) =>
    time ? `${String(day)}T${String(time)}` : String(day)
  const start = fields['startsOn'] && { startDate: moment(fields['startsOn'], fields['startsAt']) }
  const end = fields['endsOn'] ?? (fields['endsAt'] ? fields['startsOn'] : undefined)
  return { ...(start || {}), ...(end ? { endDate: moment(end, fields['endsAt']) } : {}) }
}
