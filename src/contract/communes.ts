import type { Point } from '../core/schema.ts'
import type { Kit } from './kit.ts'
import type { Reader } from './reader.ts'
import { hasTable, STANDS } from './tables.ts'

/**
 * A commune of the territory, as maps and figures want it.
 *
 * Shape   `contour`: GeoJSON geometry as text. `population`: 0 where nobody knows it.
 */
export type DrawnCommune = Readonly<{
  code: string
  name: string
  point: Point | null
  contour: string | null
  population: number
}>

/**
 * The communes of the territory in its order, with what INSEE and IGN say of each: the same list
 * while nothing of it changes, so that what is drawn of it is kept with it. A brick that calls it
 * reads the table `commune`.
 */
export function communesDrawn(
  { territory }: Pick<Kit, 'territory'>,
  read: Reader,
): readonly DrawnCommune[] {
  const rows = new Map(
    hasTable(read, 'commune')
      ? read
          .all(`SELECT code, contour, population FROM commune WHERE ${STANDS} ORDER BY id DESC`)
          .map(row => [row['code'], row])
      : [],
  )
  const now = (territory?.communes ?? []).map(({ code, name, point }): DrawnCommune => {
    const row = rows.get(code)
    const contour = row?.['contour']
    return {
      code,
      name,
      point,
      contour: typeof contour === 'string' && contour !== '' ? contour : null,
      population: Number(row?.['population'] ?? 0),
    }
  })
  if (now.length !== last.length || !now.every((one, i) => isSame(one, last[i]!))) last = now
  return last
}
/** The last list that was asked for. A contour is a long text, and compared only as one. */
let last: readonly DrawnCommune[] = []
const isSame = (a: DrawnCommune, b: DrawnCommune): boolean =>
  a.code === b.code &&
  a.name === b.name &&
  a.population === b.population &&
  a.point?.[0] === b.point?.[0] &&
  a.point?.[1] === b.point?.[1] &&
  a.contour === b.contour

/**
 * The village of a thing, as a line of a list says it: its commune, unless it is that of this box.
 * Of a thing that came from another box and says no commune, the name of that box.
 */
export function villageOf(
  { territory, communeNamed, hostOf }: Pick<Kit, 'territory' | 'communeNamed' | 'hostOf'>,
  { id, commune }: Readonly<{ id: string; commune: string | null }>,
): string {
  if (commune === null) return hostOf(id)?.called ?? ''
  return commune === territory?.village ? '' : (communeNamed(commune) ?? '')
}
