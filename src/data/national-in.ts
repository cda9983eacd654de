import { randomBytes } from 'node:crypto'
import { broughtTable } from '../contract/records/own-records.ts'
import { tableOf } from '../contract/tables.ts'
import { longestOf } from '../core/form/fit.ts'
import type { Input } from '../core/form/input.ts'
import { placeKey } from '../core/form/typed.ts'
import { ID_SHAPE, idFrom } from '../core/id.ts'
import type { Lang } from '../core/lang.ts'
import type { RecordType, Value } from '../core/schema.ts'
import { fieldsFrom } from '../engine/fields.ts'
import type { BroughtRecord } from '../engine/records/bring.ts'
import { OWN } from '../engine/records/model.ts'
import { wordedRefusal } from '../engine/worded.ts'
import { dayOfMoment } from '../text/days.ts'
import type { PageSource } from '../web/pages/kit.ts'
import { knownFrom, type MediationContext } from './mediation.ts'
import {
  isService,
  type Lieu,
  type NationalColumn,
  nationalPhone,
  saidOf,
  TYPOLOGIES,
} from './national.ts'
import { rowsOnce } from './sets.ts'

/** What the schema requires of every line: a table with these columns is that list. */
const REQUIRED = ['id', 'pivot', 'nom', 'commune', 'code_postal', 'adresse', 'date_maj'] as const
export const isNational = (headers: readonly string[]): boolean =>
  REQUIRED.every(one => headers.includes(one))

type Fields = Readonly<Record<string, Value>>
/**
 * Where computers stand, new or known already. `own`: what the box itself knows of it; `fields`:
 * with what the lines read so far say.
 */
type Host = Readonly<{ type: 'place' | 'actor'; id: string; own: Fields; fields: Fields }>
/**
 * A place of the list as this house writes it: its computers, tied to where they stand. `host`:
 * what this line says of that place and the box did not know. `left`: columns that it has no field
 * for.
 */
export type NationalRecords = Readonly<{
  access: BroughtRecord
  host: BroughtRecord
  left: readonly NationalColumn[]
}>
/** `there`: this box has it, or had it. `elsewhere`: of a commune that is not this page's. */
export type LineRead = 'there' | 'elsewhere' | Readonly<{ refused: string }> | NationalRecords
type Of = Readonly<{
  source: PageSource
  ground: MediationContext
  lang: Lang
  communes: ReadonlySet<string>
}>
export type National = Readonly<{
  read: (line: Lieu) => LineRead
  /** The records of these lines: where they stand, each once, then what is there. */
  brought: (lines: readonly NationalRecords[]) => readonly BroughtRecord[]
}>

/**
 * One reading of a whole line, `/donnees/lieux-de-mediation.csv` the other way round: lines come in
 * order, since one may stand where an earlier one does.
 *
 * Law     brought twice writes nothing twice: a line is there when its id is (removed ones too,
 *         but not those of a table that was undone), or its number with its name. What the house
 *         would not give back of a line is said in `left`, column by column; nothing is dropped in
 *         silence.
 */
export function nationalReader(of: Of): National {
  const { source } = of
  const [access, ...hosts] = ['access-point', 'place', 'actor'].map(name => source.types.get(name)!)
  const keyOf = (siret: unknown, name: unknown): string =>
    `${String(siret ?? '').replace(/\s/g, '')} ${placeKey(String(name ?? ''))}`
  const here = new Set(
    [...rowsOnce(source, access!)].map(({ fields }) => keyOf(fields['siret'], fields['name'])),
  )
  const undone = undoneIn(source)
  const standing = hosts.flatMap(type =>
    [...rowsOnce(source, type)].map(
      row => ({ type: type.name, ...row, own: row.fields }) as unknown as Host,
    ),
  )
  const read = (line: Lieu): LineRead => {
    const code = communeOf(line, of)
    if (code === undefined) return 'elsewhere'
    const key = keyOf(line.pivot, line.nom)
    const isKnown = isHeld(source, access!.name, line.id ?? '')
    if (here.has(key) || (isKnown && !undone.has(line.id!))) return 'there'
    const fields = valuesOf(
      of,
      access!,
      accessInput(line, code, longestOf(access!.fields['help']!)),
    )
    if ('refused' in fields) return { refused: fields.refused }
    const host = hostFor(of, line, code, standing)
    if ('refused' in host) return host
    const { at, added } = host
    here.add(key)
    const id = ID_SHAPE.test(line.id ?? '') ? line.id! : fresh(source)
    const more = { place: at.id, ...unaskedOf(line, of.ground) }
    const brought = { type: access!.name, id, fields: { ...fields.fields, ...more } }
    return {
      access: brought,
      host: { type: at.type, id: at.id, fields: added },
      left: leftOf(line, of, brought, at.fields),
    }
  }
  const brought = (lines: readonly NationalRecords[]): readonly BroughtRecord[] => {
    // Of a line that is not written nothing is, nor what it says of the place that it shares with
    // another.
    const grown = new Map<string, BroughtRecord>()
    for (const { host } of lines)
      grown.set(host.id, { ...host, fields: { ...host.fields, ...grown.get(host.id)?.fields } })
    return [
      ...[...grown.values()].filter(({ fields }) => Object.keys(fields).length > 0),
      ...lines.map(({ access }) =>
        undone.has(access.id)
          ? { ...access, fields: { ...access.fields, removed: false } }
          : access,
      ),
    ]
  }
  return { read, brought }
}

const fresh = (source: PageSource): string => idFrom(source.now(), randomBytes(10))
/** Whether the box has a record of this type with this id, or had it. */
export const isHeld = ({ read }: PageSource, type: string, id: string): boolean =>
  ID_SHAPE.test(id) &&
  read.all(`SELECT 1 FROM "${tableOf(type, 'commons')}" WHERE id = ?`, id).length > 0
/** The records of tables that the keeper undid: another bring puts them back. */
const undoneIn = ({ read }: PageSource): ReadonlySet<string> =>
  new Set(
    read
      .all(
        `SELECT one.value AS id FROM "${tableOf(broughtTable.name, 'home')}" AS list,
          json_each(list.records) AS one WHERE list.removed = 1`,
      )
      .map(({ id }) => String(id)),
  )

/** By its code, else by its name; a page that names no commune takes every line. */
function communeOf({ code_insee, commune }: Lieu, { ground, communes }: Of): string | undefined {
  const named = [...ground.communes].find(
    ([, one]) => placeKey(String(one['name'] ?? '')) === placeKey(commune ?? ''),
  )?.[0]
  const code = code_insee || named || ''
  return communes.size === 0 || communes.has(code) ? code : undefined
}

const accessInput = (line: Lieu, commune: string, longest: number): Input => ({
  name: line.nom ?? '',
  commune,
  help:
    [line.presentation_detail, line.presentation_resume].find(
      said => said && said.length <= longest,
    ) ?? '',
  hours: line.horaires ?? '',
  phone: line.telephone ?? '',
  email: (line.courriels ?? '').split('|')[0]!,
  siret: line.pivot ?? '',
})

/** Where it stands. The postal code is the commune's to say, unless the commune has several. */
function hostInput(line: Lieu, commune: string, { ground }: Of): Input {
  const street = [line.adresse, line.complement_adresse].filter(Boolean).join(', ')
  const own = String(ground.communes.get(commune)?.['postalCodes'] ?? '').trim()
  const postal = line.code_postal ?? ''
  const kinds = (line.typologie ?? '').split('|').flatMap(code => KINDS.get(code) ?? [])
  return {
    name: line.structure_parente || line.nom || '',
    kind: kinds[0] ?? '',
    commune,
    address:
      postal === '' || own === postal || street.includes(postal) ? street : `${street}, ${postal}`,
    'point.lat': line.latitude ?? '',
    'point.lon': line.longitude ?? '',
    url: line.site_web ?? '',
  }
}
/** Of our kinds that share a word of the schema, the first. */
const KINDS = new Map(
  Object.entries(TYPOLOGIES)
    .toReversed()
    .map(([kind, code]) => [code, kind]),
)

/** What no form asks: the schema's own services, and whose list it was. */
const unaskedOf = (line: Lieu, { source }: MediationContext): Fields => {
  const services = (line.services ?? '').split('|').filter(isService)
  return {
    ...(services.length > 0 ? { services } : {}),
    ...(line.source && line.source !== source ? { source: line.source } : {}),
  }
}

/**
 * As a form reads it; a value that a form refuses is left out, and so said, unless the record can't
 * be without it.
 */
function valuesOf(
  { source, lang }: Of,
  type: RecordType,
  typed: Input,
): Readonly<{ fields: Fields }> | Readonly<{ refused: string }> {
  const input = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
  for (;;) {
    const read = fieldsFrom({
      bricks: source.bricks,
      read: source.read,
      type,
      input,
      today: source.today(source.now()),
    })
    if (!('refused' in read)) return read
    const wrong = Object.keys(input).filter(name => name.split('.')[0] === read.field)
    if (wrong.length === 0 || type.fields[read.field ?? '']?.required)
      return { refused: wordedRefusal(source, { brick: OWN, lang }, read).refused }
    for (const name of wrong) delete input[name]
  }
}

/**
 * Where this line stands, if the box or an earlier line has it by that name in that commune:
 * `added` is what the box lacks of it.
 */
function hostFor(
  of: Of,
  line: Lieu,
  commune: string,
  standing: Host[],
): Readonly<{ at: Host; added: Fields }> | Readonly<{ refused: string }> {
  const input = hostInput(line, commune, of)
  const type = input['kind'] === 'association' ? 'actor' : 'place'
  const read = valuesOf(of, of.source.types.get(type)!, input)
  if ('refused' in read) return read
  const name = placeKey(String(read.fields['name'] ?? ''))
  const named = standing.filter(
    one => placeKey(String(one.fields['name'] ?? '')) === name && one.fields['kind'] !== 'person',
  )
  // One that says no commune may be any of that name: it is this one only where it is alone.
  const alone = named.length === 1 && !named[0]!.fields['commune'] ? named[0] : undefined
  const found = named.find(one => one.fields['commune'] === commune) ?? alone
  const at = found ? standing.indexOf(found) : -1
  const known: Host = found ?? { type, id: fresh(of.source), own: {}, fields: {} }
  const names = Object.keys(of.source.types.get(known.type)!.fields)
  const added = Object.fromEntries(
    Object.entries(read.fields).filter(([one]) => names.includes(one) && !known.own[one]),
  )
  const host: Host = { ...known, fields: { ...added, ...known.fields } }
  standing[at < 0 ? standing.length : at] = host
  return { at: host, added }
}

/** The columns whose words this house would not give back. */
function leftOf(
  line: Lieu,
  { source, ground }: Of,
  { id, fields }: BroughtRecord,
  at: Fields,
): readonly NationalColumn[] {
  const given = saidOf(knownFrom({ id, fields, at, ground, day: dayOfMoment(source.now()) }))
  const parts = (said: string): string => said.split('|').toSorted().join('|')
  const isGiven = (column: NationalColumn, said: string): boolean => {
    const back = given[column] ?? ''
    if (column === 'commune') return placeKey(back) === placeKey(said)
    if (column === 'telephone') return back === nationalPhone(said)
    if (column === 'latitude' || column === 'longitude') return Number(back) === Number(said)
    if (column === 'adresse' || column === 'complement_adresse')
      return (given.adresse ?? '').includes(said)
    return parts(back) === parts(said)
  }
  return (Object.entries(line) as [NationalColumn, string][]).flatMap(([column, said]) =>
    said === '' || isGiven(column, said) ? [] : [column],
  )
}
