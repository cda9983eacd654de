import { OWN_FIRST } from '../contract/reader.ts'
import type { Lang } from '../core/lang.ts'
import { itemsOf } from '../core/narrow.ts'
import { type Point, type RecordType, typeFor } from '../core/schema.ts'
import { csvCell } from '../text/csv-cell.ts'
import { dayOfMoment } from '../text/days.ts'
import type { PageSource } from '../web/pages/kit.ts'
import { type InclusionWhy, inclusionOf } from './inclusion.ts'
import { COLUMNS, type KnownAccessPlace, lieuOf, type NationalRejection } from './national.ts'
import { rowsOnce } from './sets.ts'
import { dataWords } from './words.ts'

/** A place that a file leaves out, and why. */
export type LeftOut = Readonly<{
  id: string
  name: string
  why: readonly (NationalRejection | InclusionWhy)[]
}>
type Fields = Readonly<Record<string, unknown>>

const TYPE = 'access-point'
export const hasComputers = (source: PageSource): boolean => source.types.has(TYPE)

/**
 * Every place with public computers: its own fields, then what its place, or who runs that, says.
 */
function* knownIn(source: PageSource): Generator<KnownAccessPlace> {
  const type = source.types.get(TYPE)
  if (!type) return
  const ground = groundIn(source)
  for (const { id, fields } of rowsOnce(source, type))
    yield knownFrom({
      id,
      fields,
      at: hostOf(source, type, fields),
      ground,
      day: dayOfMoment(source.read.written(id)?.last ?? 0),
    })
}

/** The page's own name, and the communes that it knows, by their codes. */
export type MediationContext = Readonly<{ source: string; communes: ReadonlyMap<string, Fields> }>
export function groundIn(source: PageSource): MediationContext {
  const [page, ground] = (['page', 'ground'] as const).map(one => typeFor(source.types, one))
  const name = page && source.read.list(page, { order: OWN_FIRST, limit: 1 })[0]?.['name']
  const communes = new Map(
    (ground ? source.read.list(ground) : []).map(one => [String(one['code']), one]),
  )
  return { source: String(name ?? 'CoCoTe'), communes }
}

type Standing = Readonly<{
  id: string
  fields: Fields
  at: Fields | undefined
  ground: MediationContext
  day: string
}>
/** What is known of computers from their own record and from where they stand. */
export function knownFrom({ id, fields, at, ground, day }: Standing): KnownAccessPlace {
  const text = (name: string): string => String(fields[name] ?? at?.[name] ?? '').trim()
  const commune = text('commune')
  return {
    id,
    name: String(fields['name'] ?? ''),
    siret: text('siret'),
    commune,
    communeName: String(ground.communes.get(commune)?.['name'] ?? ''),
    postalCodes: String(ground.communes.get(commune)?.['postalCodes'] ?? ''),
    address: text('address'),
    point: (at?.['point'] ?? undefined) as Point | undefined,
    phone: text('phone'),
    email: text('email'),
    url: text('url'),
    hours: text('hours'),
    help: String(fields['help'] ?? ''),
    computers: Number(fields['computers'] ?? 0),
    services: itemsOf<string>(fields['services']),
    isDoubtful: fields['toConfirm'] === true,
    placeKind: String(at?.['kind'] ?? ''),
    parent: at && at['name'] !== fields['name'] ? String(at['name'] ?? '') : '',
    source: String(fields['source'] ?? ground.source),
    day,
  }
}

/**
 * The place, or who runs it, that computers are at. A person's own house, telephone and number are
 * no public place's.
 */
function hostOf(source: PageSource, type: RecordType, fields: Fields): Fields | undefined {
  for (const name of type.fields['place']?.to ?? []) {
    const to = source.types.get(name)
    const host = to && source.read.one(to, String(fields['place'] ?? ''))
    if (host && host['kind'] !== 'person') return host
  }
  return undefined
}

/** `/donnees/lieux-de-mediation.csv`: the national schema's own columns, commas, UTF-8. */
export function lieux(
  source: PageSource,
): Readonly<{ csv: string; leftOut: readonly LeftOut[]; count: number }> {
  const lines = [COLUMNS.join(',')]
  const leftOut: LeftOut[] = []
  for (const known of knownIn(source)) {
    const made = lieuOf(known)
    if ('why' in made) leftOut.push({ id: known.id, name: known.name, why: made.why })
    // A number, a price and a telephone stay what they are: a program reads this file, and `+33…`
    // is no formula to it.
    else lines.push(COLUMNS.map(column => csvCell(made.lieu[column] ?? '', 'number')).join(','))
  }
  return { csv: `${lines.join('\r\n')}\r\n`, leftOut, count: lines.length - 1 }
}

/** `/donnees/data-inclusion-structures.json` and `-services.json`. */
export function inclusion(source: PageSource, lang: Lang = 'fr') {
  const w = dataWords(lang).data
  const structures: unknown[] = []
  const services: unknown[] = []
  const leftOut: LeftOut[] = []
  for (const known of knownIn(source)) {
    const made = inclusionOf(known, known.computers > 0 ? w.computers(known.computers) : '')
    if ('why' in made) leftOut.push({ id: known.id, name: known.name, why: made.why })
    else {
      structures.push(made.structure)
      services.push(made.service)
    }
  }
  return { structures, services, leftOut }
}
