import type { Row } from '../../../../contract/reader.ts'
import { daysOffOf } from '../../../../core/calendar/days-off.ts'
import { nullPrototype } from '../../../../core/null-prototype.ts'
import { isPoint } from '../../../../core/place.ts'
import type { Point } from '../../../../core/schema.ts'
import { COUNTERPARTS, MODES } from '../modes.ts'
import { wayTold } from '../rides/ride.ts'
import { wordsQuoted } from '../subject.ts'
import type { SpokenRide } from './rides-alike.ts'
import type { SpokenNotice } from './spoken.ts'

/**
 * From rows of tables to what matching reads. A row may lack any column: one that this version does
 * not write yet, or that another brick's does not have.
 */
export type MatchSide = 'o' | 'n' | 't'
export type ComparedText = Readonly<{ side: MatchSide; title: string; more: readonly string[] }>

/**
 * What is matched, by record type: notices, and what the inventory holds, by its published columns.
 */
export const SIDES: Readonly<Record<string, ComparedText>> = nullPrototype({
  offer: { side: 'o', title: 'title', more: ['detail', 'amount'] },
  need: { side: 'n', title: 'title', more: ['detail', 'amount'] },
  place: { side: 't', title: 'name', more: ['description'] },
  actor: { side: 't', title: 'name', more: ['summary'] },
  initiative: { side: 't', title: 'title', more: ['summary'] },
  'access-point': { side: 't', title: 'name', more: ['help'] },
  event: { side: 't', title: 'title', more: ['detail'] },
})
export const THERE: readonly string[] = Object.keys(SIDES).filter(type => SIDES[type]?.side === 't')
export type Points = (commune: string) => Point | null

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
/** Several ids: as the table holds them (JSON) or as a schema decoded them; one id alone is one. */
export function idsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter(one => typeof one === 'string')
  const held = text(value)
  if (held === null) return []
  if (!held.startsWith('[')) return [held]
  const read: unknown = JSON.parse(held)
  return Array.isArray(read) ? read.filter(one => typeof one === 'string') : []
}
function pointIn(value: unknown): Point | null {
  const read: unknown =
    typeof value === 'string' && value.startsWith('[') ? JSON.parse(value) : value
  return isPoint(read) ? read : null
}

/** An older ride has its way in its sentence alone. */
function rideIn(row: Row): SpokenRide {
  const told = row['rideTo'] ? undefined : wayTold(text(row['title']) ?? '')
  const by = row['rideBy'] ? idsIn(row['rideBy']) : (told?.via ?? [])
  return {
    mode: 'ride',
    rideFrom: text(row['rideFrom']) ?? told?.from ?? null,
    rideTo: text(row['rideTo']) ?? told?.to ?? null,
    rideBy: by,
    rideDays: text(row['rideDays']),
    rideSince: text(row['rideSince']),
    rideNotSchool: row['rideNotSchool'] === 1 || row['rideNotSchool'] === true,
    rideNotHolidays: row['rideNotHolidays'] === 1 || row['rideNotHolidays'] === true,
    rideOff: idsIn(row['rideOff']),
    here: daysOffOf(text(row['commune'])),
    rideBack: row['rideBack'] === 1 || row['rideBack'] === true,
    until: text(row['until']),
  }
}

export function spokenFrom(
  kept: ComparedText,
  row: Row,
  points: Points = () => null,
): SpokenNotice {
  const commune = text(row['commune'])
  const side = ({ o: 'offer', n: 'need', t: 'there' } as const)[kept.side]
  const called = text(row[kept.title]) ?? ''
  return {
    id: String(row['id']),
    side,
    title: wordsQuoted(called, text(row['who'])) ?? called,
    called,
    more: kept.more.flatMap(name => text(row[name]) ?? []).join('. '),
    themes: idsIn(row['themes']),
    mode: MODES.find(mode => mode === row['mode']),
    hand: row['hand'] === 1 || row['hand'] === true,
    counterpart: COUNTERPARTS.find(one => one === row['counterpart']),
    against: text(row['against']),
    when: text(row['when']),
    until: text(row['until']),
    ride: row['mode'] === 'ride' && side !== 'there' ? rideIn(row) : undefined,
    commune,
    point: pointIn(row['point']) ?? (commune ? points(commune) : null),
    whose: {
      author: text(row['author']),
      who: text(row['who']),
      reach: text(row['reach']),
      from: side === 'there' ? [] : idsIn(row['from']),
    },
  }
}
