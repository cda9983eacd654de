import type { BrickTables } from '../../../contract/brick.ts'
import { helpCounter } from './counter/records.ts'
import { handLine, handSheet } from './handing/records.ts'
import { saidWord } from './handing/said-words.ts'
import { booking, request, series, upkeep } from './records-booking.ts'
import { thing } from './records-thing.ts'
import { shareTypes, usedIndex } from './shares/records.ts'
import { taken } from './taken.ts'

/** All the records of the brick. Their tables are made from the log. */
export const tables: BrickTables = {
  records: [
    thing,
    booking,
    request,
    series,
    upkeep,
    handSheet,
    handLine,
    ...shareTypes,
    helpCounter,
  ],
  projections: [taken, saidWord, usedIndex],
}
