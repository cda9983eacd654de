import type { Kit } from '../../../../contract/kit.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { isDay } from '../../../../core/form/fit.ts'
import { one } from '../../../../core/form/input.ts'
import { blankWords, daySheet, type PlaceSheet } from '../../model/handing/day-sheet.ts'
import type { ThingRow } from '../../model/read.ts'
import { thingsOf } from '../../model/turns.ts'
import { sees } from '../reading.ts'

/** The things that the reader of a page is in charge of, where names may be shown. */
export const thingsKept = (kit: Kit, read: Reader): readonly ThingRow[] =>
  kit.request.private ? thingsOf(read, kit.request) : []

/** The day that an address names; today where it names none. */
export const dayAsked = ({ request }: Kit): string => {
  const day = one(request.query, 'jour')
  return isDay(day) ? day : request.today
}

/** A part of the sheet, with the words of its blank lines. */
export type PreparedPlace = PlaceSheet & Readonly<{ blanks: readonly string[] }>

/** The sheet of the day that the address names, as its reader may see it. */
export function sheetAsked(kit: Kit, read: Reader): readonly PreparedPlace[] {
  const { now, by } = kit.request
  const day = dayAsked(kit)
  const keeps = (row: ThingRow): boolean => sees(kit, read, row)
  const isTheirs = (who: string | null): boolean =>
    who === null ? by === 'keeper' : kit.request.isMe(who)
  return daySheet(read, { day, now, keeps }).map(part => ({
    ...part,
    blanks: blankWords(read, { day, place: part.place }, isTheirs),
  }))
}
