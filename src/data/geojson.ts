import type { Point, RecordType } from '../core/schema.ts'
import type { PageSource } from '../web/pages/kit.ts'
import type { DataRow } from './sets.ts'

/** The type whose point a record may bear: itself, or what it links to as its place. */
const PLACE = 'place'
const hasPoint = (type: RecordType | undefined): boolean => type?.fields['point']?.kind === 'point'

/**
 * Whether records of this type stand somewhere: at a point of their own, or at a place that has
 * one.
 */
export const isPlaced = (source: PageSource, type: RecordType): boolean =>
  hasPoint(type) ||
  (type.fields[PLACE]?.kind === 'link' &&
    (type.fields[PLACE].to ?? []).some(name => hasPoint(source.types.get(name))))

/**
 * Where a record stands: its own point, else its place's. The middle of a commune is no place: it
 * is not said here.
 */
export function pointOf(
  source: PageSource,
  type: RecordType,
  fields: DataRow['fields'],
): Point | undefined {
  if (fields['point']) return fields['point'] as Point
  for (const name of type.fields[PLACE]?.to ?? []) {
    const place = source.types.get(name)
    const found =
      place && hasPoint(place)
        ? source.read.one(place, String(fields[PLACE] ?? ''))?.['point']
        : undefined
    if (found) return found as Point
  }
  return undefined
}

/**
 * One record as a feature; `properties` are said by the caller. Source RFC 7946, 3.2: longitude
 * first, no place is null.
 */
export function featureOf(
  id: string,
  point: Point | undefined,
  properties: Readonly<Record<string, unknown>>,
): string {
  const geometry = point ? { type: 'Point', coordinates: [point[1], point[0]] } : null
  return JSON.stringify({ type: 'Feature', id, geometry, properties })
}
