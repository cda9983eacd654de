import { withoutReachOnceOver } from '../contract/records/once-over.ts'
import { LEAVES, STANDS, tableOf } from '../contract/tables.ts'
import type { MadeField } from '../core/made.ts'
import { type RecordType, spaceOf } from '../core/schema.ts'
import { dayOfMoment } from '../text/days.ts'
import type { PageSource } from '../web/pages/kit.ts'
import { type DataLicence, type Licences, licencesOf } from './licence.ts'

/**
 * One record of the commons, as the data say it: what is joined stands once, and links lead to what
 * shows.
 */
export type DataRow = Readonly<{
  id: string
  fields: Readonly<Record<string, unknown>>
  licence: DataLicence
}>

/** How many rows are read at once: no reader holds a transaction between two pages. */
const PAGE = 500

/** The types that are given as data: those with pages of their own, in the commons. */
export const setsIn = (source: PageSource): readonly (RecordType & { path: string })[] =>
  [...source.types.values()].filter(
    (type): type is RecordType & { path: string } =>
      type.path !== undefined && (type.space ?? 'commons') === 'commons',
  )

/** The fields that keepers made for a type and that the commons holds. */
export const madeShown = (source: PageSource, type: RecordType): readonly MadeField[] =>
  source.read.madeFields(type.name).filter(one => one.space === 'commons')

/**
 * Every record of a type, a page at a time.
 *
 * Law     the commons only (law 6), without what is read here alone: a field that stays here, or
 *         that is no longer asked, is in no row.
 */
export function* rowsOnce(
  source: PageSource,
  type: RecordType,
  licences: Licences = licencesOf(source),
): Generator<DataRow> {
  const own = Object.entries(type.fields).filter(([, field]) => spaceOf(type, field) === 'commons')
  const made = madeShown(source, type).map(one => one.id)
  for (let after = ''; ; ) {
    const page = source.read.list(type, {
      where: `id > ? AND ${LEAVES}`,
      with: [after],
      order: 'id',
      limit: PAGE,
    })
    for (const found of page) {
      const row: Readonly<Record<string, unknown>> & Readonly<{ id: string }> =
        withoutReachOnceOver(type, found, dayOfMoment(source.now()))
      const held = source.read.made(type.name, row.id)
      const values = [
        ...own.map(([name]) => [name, row[name]] as const),
        ...made.map(id => [id, held[id]] as const),
      ]
      const fields = Object.fromEntries(
        values.filter(([, value]) => value !== null && value !== undefined),
      )
      yield { id: row.id, fields, licence: licences.of(type, fields) }
    }
    if (page.length < PAGE) return
    after = page.at(-1)!.id
  }
}

/** What is said of a set without reading it: how many, since when, under which licences. */
export type SetSaid = Readonly<{
  type: RecordType & { path: string }
  count: number
  last: number
  licences: readonly Counted[]
}>
type Counted = Readonly<{ licence: DataLicence; count: number }>

export function setSaid(source: PageSource, type: RecordType & { path: string }): SetSaid {
  const table = tableOf(type.name, 'commons')
  const all = source.read.all(
    `SELECT count(*) AS count, max(_wall) AS last FROM "${table}" WHERE ${STANDS} AND ${LEAVES}`,
  )[0]
  return {
    type,
    count: Number(all?.['count'] ?? 0),
    last: Number(all?.['last'] ?? 0),
    licences: countedBy(source, type),
  }
}

/**
 * By licence, the most frequent first. Only what decides of it is read: who says it, and in which
 * notes.
 */
function countedBy(source: PageSource, type: RecordType): readonly Counted[] {
  const licences = licencesOf(source)
  const by = new Map<string, { licence: DataLicence; count: number }>()
  for (const { fields, count } of groupsOf(source, type, licences.deciding(type))) {
    const licence = licences.of(type, fields)
    const held = by.get(licence.said) ?? { licence, count: 0 }
    held.count += count
    by.set(licence.said, held)
  }
  return [...by.values()].sort((a, b) => b.count - a.count)
}

function groupsOf(source: PageSource, type: RecordType, names: readonly string[]) {
  const columns = names.map(name => `"${name}"`).join(', ')
  const group = columns === '' ? '' : ` GROUP BY ${columns}`
  const rows = source.read.all(
    `SELECT ${columns === '' ? '' : `${columns}, `}count(*) AS _n ` +
      `FROM "${tableOf(type.name, 'commons')}" WHERE ${STANDS} AND ${LEAVES}${group}`,
  )
  return rows.map(row => ({
    fields: Object.fromEntries(names.map(name => [name, row[name] ?? null])),
    count: Number(row['_n']),
  }))
}
