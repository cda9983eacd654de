import { wordsOf } from '../core/letters/words.ts'
import type { RecordType } from '../core/schema.ts'
import { type Field, SPACES, type Space } from '../core/schema.ts'
import { readBy } from '../core/tracking.ts'
import type { Reader } from './reader.ts'

/**
 * Names of tables, and conditions of SQL that every query of records needs: without removed and
 * joined ones, without those that stay here, under a theme. Bricks and the house put them into
 * their own SELECTs.
 */

/** The field `removed`, which every record may have: removing a record is a write like others. */
export const REMOVED: Field = { kind: 'yesNo', unasked: true, unsearched: true }

/**
 * The name of a type's table in a space: `access_point`, `access_point_home`. A type's name comes
 * from code only, so it may stand in SQL.
 */
export const tableOf = (type: string, space: Space): string =>
  type.replaceAll('-', '_') + (space === 'commons' ? '' : `_${space}`)

/**
 * Whether there is a table for this type, or for a type in a space (`deal_home`). A brick that was
 * taken out leaves none. The types are known without a question to SQLite.
 */
export function hasTable({ types }: Pick<Reader, 'types'>, type: string): boolean {
  const known = tablesOfTypes.get(types) ?? new Set([...types.keys()].flatMap(tablesOfType))
  tablesOfTypes.set(types, known)
  return known.has(type.replaceAll('-', '_'))
}
const tablesOfTypes = new WeakMap<Reader['types'], ReadonlySet<string>>()
const tablesOfType = (type: string): readonly string[] => SPACES.map(space => tableOf(type, space))

/**
 * Runs work whose statements read of this table nothing but the rows with one of these values: what
 * is made of them is kept until one of them is written (`core/tracking.ts`).
 *
 * Errors  throws where neither a key nor an index of the table begins with this column.
 */
export const rowsBy = <T>(
  table: string,
  column: string,
  values: readonly unknown[],
  work: () => T,
): T => readBy(`tables.${table}`, column, values, work)

/**
 * SQL order of names as a French reader looks for them: *Élodie* before *Ninon*, whatever the
 * capitals and accents.
 */
export const inAlphabet = (column: string): string => `alphabetical(${column}), ${column}`
/** SQL: a name as letters over a list sort it, without capitals, accents or its first article. */
export const byLetter = (column: string): string => `lettered(${column})`

/**
 * SQL condition on a table of the commons or of titles: leaves out records that are joined with
 * another one and show under its id.
 */
export const UNJOINED = 'id NOT IN (SELECT id FROM joined WHERE shown <> id)'
/** SQL condition on a type’s table: the records that the page shows, each once. */
export const STANDS = `removed IS NOT 1 AND ${UNJOINED}`
/** SQL condition: the records whose last writing is of this box. */
export const OWN = "_box IS (SELECT value FROM mark WHERE key = 'box')"
/**
 * SQL condition on a type’s table with its values: the records of the territory of this page.
 *
 * Shape   `communes`: the INSEE codes of the territory; none for a type that has no commune.
 * Law     a record of another box that says no commune is of that box’s territory.
 */
export const ofTerritory = (
  communes: readonly string[] = [],
): Readonly<{ where: string; with: readonly string[] }> =>
  communes.length === 0
    ? { where: OWN, with: [] }
    : {
        where: `(commune IN (SELECT value FROM json_each(?)) OR commune IS NULL AND ${OWN})`,
        with: [JSON.stringify(communes)],
      }
/**
 * SQL condition on a table of the commons: the records that may leave this box
 * (projection/here.ts).
 */
export const LEAVES = 'id NOT IN (SELECT id FROM here)'
/**
 * SQL condition: records of this theme, or of a theme joined with it. It takes the theme’s id
 * twice.
 */
export const UNDER_THEME = `EXISTS (SELECT 1 FROM json_each(themes) WHERE value = ?
  OR value IN (SELECT id FROM joined WHERE shown = (SELECT shown FROM joined WHERE id = ?)))`

/** SQL condition: the records in which words begin as those of `wordsAsked`, which it takes. */
export const WITH_WORDS = `id IN (SELECT doc.id FROM search JOIN doc ON doc.n = search.rowid
  WHERE search MATCH ?)`
/** The words typed above a list, for `WITH_WORDS`; a plural finds the singular. Empty: none. */
export const wordsAsked = (text: string): string =>
  wordsOf(text)
    .slice(0, 8)
    .map(word => `"${word.length > 3 ? word.replace(/[sx]$/, '') : word}"*`)
    .join(' ')

/** The records of a type that are in use still: those that are not retired. */
export const inUse = ({ retired }: Pick<RecordType, 'retired'>): Readonly<{ where?: string }> =>
  retired === undefined ? {} : { where: `"${retired}" IS NOT 1` }
