import type { Reader, Row } from '../../../contract/reader.ts'
import { oncePerStatement } from '../../../contract/speaker.ts'
import { hasTable, inAlphabet, rowsBy, STANDS, tableOf } from '../../../contract/tables.ts'
import type { RecordType, RowOf } from '../../../core/schema.ts'
import {
  accessPoint,
  actor,
  commune,
  confirmation,
  initiative,
  notSame,
  place,
  theme,
} from './records.ts'
import { type DuplicateCandidate, pairKey, toldApartFrom } from './rules.ts'

/**
 * Records that may be looked for twice, newest first: enough for a territory, little enough for a
 * page.
 */
const MOST_COMPARED = 1_000

export type Confirmation = RowOf<typeof confirmation>

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ')

/**
 * Rows of another brick's type that point at a record by one of these fields, newest first, as
 * SQLite holds them.
 */
export function pointedBy(
  read: Reader,
  id: string,
  type: string,
  fields: readonly string[],
): readonly Row[] {
  if (!hasTable(read, type)) return []
  const ids = read
    .pointing(id, type)
    .filter(one => fields.includes(one.field))
    .map(one => one.id)
  if (ids.length === 0) return []
  const table = type.replaceAll('-', '_')
  return rowsBy(table, 'id', ids, () =>
    read.all(
      `SELECT * FROM "${table}" WHERE id IN (${marks(ids)}) AND ${STANDS} ORDER BY id DESC`,
      ...ids,
    ),
  )
}

/** Records of this brick that point at another by a field, newest first. */
export function pointing<T extends RecordType>(
  read: Reader,
  id: string,
  { type, field }: Readonly<{ type: T; field: string }>,
  order = 'id DESC',
): readonly RowOf<T>[] {
  const ids = read
    .pointing(id, type.name)
    .filter(one => one.field === field)
    .map(one => one.id)
  return ids.length === 0
    ? []
    : rowsBy(tableOf(type.name, 'commons'), 'id', ids, () =>
        read.list(type, { where: `id IN (${marks(ids)})`, with: ids, order }),
      )
}

/** What was said of a record, newest first. */
export const saidOf = (read: Reader, id: string): readonly Confirmation[] =>
  oncePerStatement(
    pointing(read, id, { type: confirmation, field: 'about' }, `coalesce("on", '') DESC, id DESC`),
  )

/** What this member said of it already, shown or waiting: saying it again corrects it. */
export function saidBy(read: Reader, about: string, me: string): string | undefined {
  const these = new Set(read.joinedWith(about))
  return read
    .list(confirmation, { where: 'member = ?', with: [me], order: 'id DESC' }, 'home')
    .find(row => these.has(read.one(confirmation, row.id)?.about ?? row.about ?? ''))?.id
}

/** Pairs that a person told apart. */
export const toldApart = (read: Reader): ReadonlySet<string> =>
  new Set(
    read
      .list(notSame, {}, 'home')
      .flatMap(row => (row.these?.length === 2 ? [pairKey(row.these[0]!, row.these[1]!)] : [])),
  )

/** CROSS JOIN keeps SQLite from reading every place: meetings and confirmations are few. */
const FROM_MEETINGS = `SELECT commune FROM meeting WHERE removed IS NOT 1 AND chat IS NOT 1
  UNION SELECT it.commune FROM meeting AS m CROSS JOIN place AS it ON it.id = m.place
    WHERE m.removed IS NOT 1 AND it.removed IS NOT 1`
const confirmedIn = (table: string): string =>
  `SELECT it.commune FROM confirmation AS c CROSS JOIN ${table} AS it ON it.id = c.about ` +
  'WHERE c.removed IS NOT 1 AND it.removed IS NOT 1'

/**
 * Communes already visited: a meeting was held there, or something there was talked about with
 * someone who knows.
 */
export function visited(read: Reader): readonly string[] {
  const parts = [
    ...(hasTable(read, 'meeting') ? [FROM_MEETINGS] : []),
    ...['place', 'actor', 'access_point', 'initiative'].map(confirmedIn),
  ]
  return read
    .all(
      `SELECT DISTINCT commune FROM (${parts.join(' UNION ')}) WHERE commune IS NOT NULL ` +
        'ORDER BY commune',
    )
    .map(row => String(row['commune']))
}

const COMPARED = { place, actor, initiative, 'access-point': accessPoint, theme } as const
export type Compared = DuplicateCandidate &
  Readonly<{ street: string | null; commune: string | null }>

/** What the communes of this page are called. */
export const communesNamed = (read: Reader): readonly string[] =>
  read.list(commune).flatMap(row => row.name ?? [])

/** Records of one type as the rules of likeness compare them, newest first. */
export function candidates(read: Reader, type: keyof typeof COMPARED): readonly Compared[] {
  const rows = read.list(COMPARED[type], {
    limit: MOST_COMPARED,
  }) as readonly Readonly<Record<string, unknown>>[]
  const names = communesNamed(read)
  return rows.map(row => ({
    id: String(row['id']),
    name: String(row[COMPARED[type].title] ?? ''),
    told: toldApartFrom(String(row[COMPARED[type].title] ?? ''), names),
    commune: (row['commune'] as string | null) ?? null,
    point: (row['point'] as DuplicateCandidate['point']) ?? null,
    street: (row['address'] as string | null) ?? null,
  }))
}

/** A project without a way of its own is reached as the first of those who run it is. */
export function runnersReach(
  row: RowOf<typeof initiative>,
  read: Reader,
): Readonly<{ reach?: string | null; phone?: string | null; email?: string | null }> {
  const all = (row.runBy ?? []).flatMap(id => read.one(actor, id) ?? [])
  return all.find(one => one.reach || one.phone || one.email) ?? {}
}

export type BorneTheme = Readonly<{ id: string; label: string }>
/** The themes that lead somewhere, by name: borne by a record, or wider than one that is. */
export function themesKnown(read: Reader, most: number): readonly BorneTheme[] {
  const themes = themesRead(read)
  const byId = new Map(themes.map(one => [one.id, one]))
  const used = new Set<string>()
  const use = (id: string | null): void => {
    if (id === null || used.has(id)) return
    used.add(id)
    use(byId.get(id)?.wider ?? null)
  }
  for (const { id, shown, isBorne } of themes)
    if (isBorne) {
      use(id)
      use(shown)
    }
  return themes
    .filter(({ id, shown, isRemoved }) => used.has(id) && !isRemoved && (shown ?? id) === id)
    .slice(0, most)
}

const UNDER = "field = 'themes'"
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
/**
 * Every theme, and whether a record bears it. Of each theme one record that bears it is looked for
 * first. Then these records alone are read, and all of a theme without one: a record that comes
 * under a theme changes nothing here where another bears it already.
 */
function themesRead(read: Reader) {
  // `by` is only where to look: it is read below.
  const themes = rowsBy('link', 'from_id', [], () =>
    read.all(
      `SELECT id, label, wider, removed, (SELECT shown FROM joined WHERE id = theme.id) AS shown,
        (SELECT from_id FROM link WHERE to_id = theme.id AND ${UNDER} LIMIT 1) AS by
        FROM theme ORDER BY ${inAlphabet('label')}, id`,
    ),
  )
  const witnesses = [...new Set(themes.flatMap(row => text(row['by']) ?? []))]
  const borne = rowsBy('link', 'from_id', witnesses, () =>
    read.all(
      `SELECT to_id FROM link WHERE from_id IN (SELECT value FROM json_each(?)) AND ${UNDER}`,
      JSON.stringify(witnesses),
    ),
  )
  const known = new Set(borne.map(row => row['to_id']))
  const others = themes.map(row => String(row['id'])).filter(id => !known.has(id))
  const late = rowsBy('link', 'to_id', others, () =>
    read.all(
      `SELECT to_id FROM link WHERE to_id IN (SELECT value FROM json_each(?)) AND ${UNDER}`,
      JSON.stringify(others),
    ),
  )
  for (const row of late) known.add(row['to_id'])
  return themes.map(row => ({
    id: String(row['id']),
    label: String(row['label'] ?? ''),
    wider: text(row['wider']),
    shown: text(row['shown']),
    isRemoved: row['removed'] === 1,
    isBorne: known.has(row['id']),
  }))
}
