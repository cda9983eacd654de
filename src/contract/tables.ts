import type { Field, Space } from '../core/schema.ts'
import type { Reader } from './reader.ts'

/** Written on every record, by the house: an act of removing is a field like others. */
export const REMOVED: Field = { kind: 'yesNo', unasked: true, unsearched: true }

/**
 * The name of a type's table in a space: `access_point`, `access_point_home`. A type's name comes
 * from code only, so it may stand in SQL.
 */
export const tableOf = (type: string, space: Space): string =>
  type.replaceAll('-', '_') + (space === 'commons' ? '' : `_${space}`)

/**
 * Whether the table of a type is in this house, by the type's name or the table's: another brick
 * may have been taken out. Asked through a pragma, which looks the name up: `sqlite_master` has no
 * index, and a page that asks seventeen times steps over all of it.
 */
export const isThere = (read: Reader, type: string): boolean =>
  read.all('SELECT 1 FROM pragma_table_info(?) LIMIT 1', type.replaceAll('-', '_')).length > 0

/**
 * Of a table of the commons, or of titles: what shows under its own id, since what was joined shows
 * under another.
 */
export const UNJOINED = 'id NOT IN (SELECT id FROM joined WHERE shown <> id)'
/** Of a type's table: what stands on the page, once. */
export const STANDS = `removed IS NOT 1 AND ${UNJOINED}`
/** Of a table of the commons: what may leave this box (projection/here.ts). */
export const LEAVES = 'id NOT IN (SELECT id FROM here)'
/** Filed under a theme, or under one that is the same thing. Asks for its id twice. */
export const UNDER_THEME = `EXISTS (SELECT 1 FROM json_each(themes) WHERE value = ?
  OR value IN (SELECT id FROM joined WHERE shown = (SELECT shown FROM joined WHERE id = ?)))`
