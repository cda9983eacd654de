import type { BrickModel } from '../../contract/brick.ts'
import type { Reader } from '../../contract/reader.ts'
import { proposal } from '../../contract/records/own-records.ts'
import { isSameName } from '../../contract/speaker.ts'
import { tableOf } from '../../contract/tables.ts'
import type { RecordType } from '../../core/schema.ts'
import { headById, type LogToRead } from '../../log/log.ts'
import { ownerIn, ownerValue, owns } from '../owner-in.ts'
import { firstEntry, isSigning } from '../signed.ts'

/**
 * Finds everything in this box that is a member’s: the one enumeration for *give me my data* and
 * *forget me*, over every record type of every brick. A *proposal* is the record by which a text
 * waits for the keeper; `shownAs` and `changes` name the record that shows the text, when the text
 * is new and when it is a correction. This file only reads.
 */

/** The sources of the search: those of an engine, or of a page’s connection. */
export type BelongingScope = Readonly<{
  bricks: readonly BrickModel[]
  types: ReadonlyMap<string, RecordType>
  read: Reader
  log: LogToRead
}>
/** A record, by its type and its id. */
export type OwnedRecord = Readonly<{ type: string; record: string }>
/** A field of another person’s record that names the member. */
export type OwnedField = OwnedRecord & Readonly<{ field: string }>
/**
 * The belongings of a member.
 *
 * Shape   `called`: their name in their own record. `whole`: their records. `parts`: fields of
 *         other people’s records that name them. `wrote`: the ids in the log of the entries that
 *         were written under their card.
 */
export type Belonging = Readonly<{
  called: string | undefined
  whole: readonly OwnedRecord[]
  parts: readonly OwnedField[]
  wrote: readonly number[]
}>

/**
 * Everything in this box that is a member’s. `/moi/tout.json` gives it to them, and forgetting
 * deletes it.
 *
 * Law     It enumerates every record type of every brick: records that a brick says are theirs
 *         (`owners`); records that their card wrote first (`signs`, or an owned type without an
 *         owner); records that somebody else wrote in their name, when nobody else here has that
 *         name; the records shown from these; and every link to them elsewhere.
 *         Each type of a brick is in `owners`, `signs` or `nobodys`
 *         (tests/attack/forgetting.test.ts).
 */
export function belongingOf(where: BelongingScope, member: string): Belonging {
  const wrote = entriesBy(where.log, member)
  const own = [
    ...ownedBy(where, member),
    ...signedBy(where, member, wrote),
    ...saidForThem(where, member),
  ]
  const whole = distinct([
    ...own,
    ...own.flatMap(one => [...shownFrom(where, one), ...saidOf(where, one)]),
  ])
  const taken = new Set(whole.map(keyOf))
  const parts = partsOf(where, member).filter(one => !taken.has(keyOf(one)))
  return {
    called: calledIn(where, member),
    whole,
    parts: [...parts, ...parts.flatMap(one => shownPart(where, one))],
    wrote,
  }
}

/**
 * The member’s name: the title of their own record, also of one that was removed. Undefined when
 * no such title is here.
 */
function calledIn({ types, bricks, read }: BelongingScope, member: string): string | undefined {
  const own = [...types.values()].find(type => ownerIn({ bricks }, type.name)?.owner === 'id')
  const row: Row | undefined = own && read.one(own, member, 'home')
  const title = own && row?.[own.title]
  return typeof title === 'string' ? title : undefined
}

const keyOf = ({ type, record }: OwnedRecord): string => `${type} ${record}`
const distinct = (all: readonly OwnedRecord[]): readonly OwnedRecord[] => [
  ...new Map(all.map(one => [keyOf(one), one])).values(),
]

type Row = Readonly<Record<string, unknown>>
/** Rows whose field names the member, removed ones included: their words are still in this box. */
const rowsIn = (
  { read }: BelongingScope,
  type: RecordType,
  field: string,
  member: string,
): readonly Row[] =>
  read.all(`SELECT * FROM "${tableOf(type.name, 'home')}" WHERE instr("${field}", ?) > 0`, member)

/** Whether a link column names the member: as an id, or in a JSON list of ids. */
const names = (value: unknown, member: string): boolean =>
  value === member ||
  (typeof value === 'string' && value.startsWith('[') && owns(JSON.parse(value), member))

function ownedBy(where: BelongingScope, member: string): readonly OwnedRecord[] {
  return [...where.types.values()].flatMap(type => {
    const owner = ownerIn(where, type.name)?.owner
    if (owner === undefined) return []
    const rows = rowsIn(where, type, owner, member).filter(row => names(row[owner], member))
    return rows.map(row => ({ type: type.name, record: String(row['id']) }))
  })
}

/** Records that their card wrote first, and that have no other owner. */
function signedBy(
  where: BelongingScope,
  member: string,
  wrote: readonly number[],
): readonly OwnedRecord[] {
  const all = wrote.flatMap(entry =>
    where.log.sql.all<{ type: string; record: string }>(
      'SELECT DISTINCT type, record FROM changed WHERE entry = ?',
      entry,
    ),
  )
  return distinct(all).filter(
    one => isSigned(where, one, member) && wrote.includes(firstEntry(where.log, one) ?? Number.NaN),
  )
}

/**
 * Whether the first writer of a record owns it: by its type, or because no owner is named in it and
 * this member did not key it for somebody else.
 */
function isSigned(where: BelongingScope, { type, record }: OwnedRecord, member: string): boolean {
  if (where.bricks.some(brick => brick.nobodys?.includes(type))) return false
  if (isSigning(where.bricks, type)) return true
  const owner = ownerIn(where, type)
  if (!owner) return false
  const row = where.read.all(`SELECT * FROM "${tableOf(type, 'home')}" WHERE id = ?`, record)[0]
  const of = (field: string | undefined): unknown => ownerValue(row, field) ?? null
  return (of(owner.owner) === null || of(owner.owner) === '[]') && !names(of(owner.keyedBy), member)
}

/**
 * Records that another card wrote in the member’s name, unless another member has the same name.
 */
function saidForThem(where: BelongingScope, member: string): readonly OwnedRecord[] {
  const { types, bricks, read } = where
  const called = calledIn(where, member)
  if (called === undefined || sameNamed(where, called).some(id => id !== member)) return []
  return [...types.values()].flatMap(type => {
    const { owner, keyedBy, signed } = ownerIn({ bricks }, type.name) ?? {}
    if (owner === undefined || keyedBy === undefined || signed === undefined) return []
    const keyed = read.all(
      `SELECT id FROM "${tableOf(type.name, 'home')}" WHERE "${keyedBy}" IS NOT NULL ` +
        `AND coalesce("${owner}", '[]') = '[]'`,
    )
    return keyed
      .map(row => String(row['id']))
      .filter(id => isNamed([read.one(type, id), read.one(type, id, 'home')], signed, called))
      .map(record => ({ type: type.name, record }))
  })
}
const isNamed = (rows: readonly (Row | undefined)[], signed: string, called: string): boolean =>
  rows.some(row => isSameName(row?.[signed], called))

/** The ids of all members with this name. */
function sameNamed({ types, bricks, read }: BelongingScope, called: string): readonly string[] {
  const own = [...types.values()].find(type => ownerIn({ bricks }, type.name)?.owner === 'id')
  if (!own) return []
  const rows = read.all(
    `SELECT id, "${own.title}" AS name FROM "${tableOf(own.name, 'home')}" WHERE removed IS NOT 1`,
  )
  return rows.filter(row => isSameName(row['name'], called)).map(row => String(row['id']))
}

/** The proposal of a record, and the record that it was shown as. */
function shownFrom(where: BelongingScope, { type, record }: OwnedRecord): readonly OwnedRecord[] {
  return proposalsOf(where, record).flatMap(({ id, shownAs, changes }) => [
    { type: proposal.name, record: id },
    ...(shownAs === null || changes !== null ? [] : [{ type, record: shownAs }]),
  ])
}
/** Records about this record, which mean nothing without it. */
const saidOf = (where: BelongingScope, { type: of, record }: OwnedRecord): readonly OwnedRecord[] =>
  [...where.types.values()].flatMap(type => {
    const link = ownerIn(where, type.name)?.of
    if (link === undefined || !(type.fields[link]?.to ?? []).includes(of)) return []
    return rowsIn(where, type, link, record).map(row => ({
      type: type.name,
      record: String(row['id']),
    }))
  })

/** The same field in the records that show this waiting record. */
const shownPart = (where: BelongingScope, part: OwnedField): readonly OwnedField[] =>
  shownAsOf(where, part.record).map(record => ({ ...part, record }))

/** The records that show this waiting record: its copy, or the record that it corrects. */
export const shownAsOf = (
  where: Pick<BelongingScope, 'types' | 'read'>,
  piece: string,
): readonly string[] =>
  proposalsOf(where, piece).flatMap(({ shownAs, changes }) => shownAs ?? changes ?? [])

const proposalsOf = ({ types, read }: Pick<BelongingScope, 'types' | 'read'>, piece: string) =>
  types.has(proposal.name) ? read.list(proposal, { where: 'piece = ?', with: [piece] }, 'home') : []

/**
 * The links to the member in other people’s records, with the fields that say in words who keyed
 * the record.
 */
function partsOf(where: BelongingScope, member: string): readonly OwnedField[] {
  return [...where.types.values()].flatMap(type => {
    const owner = ownerIn(where, type.name)
    const links = Object.entries(type.fields).filter(
      ([name, { kind, to }]) =>
        kind === 'link' && (to ?? []).includes('member') && name !== owner?.owner,
    )
    return links.flatMap(([name]) => {
      const says = name === owner?.keyedBy ? [name, ...(owner.keyedSays ?? [])] : [name]
      const rows = rowsIn(where, type, name, member).filter(row => names(row[name], member))
      return rows.flatMap(row =>
        says.map(field => ({ type: type.name, record: String(row['id']), field })),
      )
    })
  })
}

/**
 * The entries of this box that their card wrote. Other boxes’ words about an id are not believed.
 */
function entriesBy(log: LogToRead, member: string): readonly number[] {
  const said = Buffer.from(`"by":${JSON.stringify(member)}`)
  const rows = log.sql.all<{ id: number }>(
    'SELECT id FROM entry WHERE instr(bytes, ?) > 0 ORDER BY id',
    said,
  )
  const own = new Set(
    log.sql.all<{ name: string }>('SELECT name FROM feed WHERE own = 1').map(feed => feed.name),
  )
  return rows.flatMap(({ id }) => {
    const entry = headById(log, id)?.head
    return entry?.by === member && own.has(entry.feed) ? [id] : []
  })
}
