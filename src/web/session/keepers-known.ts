import type { Reader } from '../../contract/reader.ts'
import { keeperAct, keeperRecord } from '../../contract/records/own-records.ts'
import { tableOf } from '../../contract/tables.ts'
import { idFrom } from '../../core/id.ts'

/** The names of the people who keep this page, and which of them wrote: for keepers alone. */

const [ACTS, NAMES] = [tableOf(keeperAct.name, 'home'), tableOf(keeperRecord.name, 'home')]

/** The name of the keeper with this record. */
export const nameOfKeeper = (read: Pick<Reader, 'one'>, id: string): string | undefined =>
  read.one(keeperRecord, id, 'home')?.name ?? undefined

/** The people who kept the page and stopped, whose name was not erased. */
export const pastKeepers = (
  read: Pick<Reader, 'list'>,
): readonly Readonly<{ id: string; name: string; until: string }>[] =>
  read
    .list(keeperRecord, { where: 'until IS NOT NULL AND name IS NOT NULL', order: 'until' }, 'home')
    .map(({ id, name, until }) => ({ id, name: name ?? '', until: until ?? '' }))

/**
 * The acts of one time that name a record, with their keepers. The id of an act is of the time of
 * its turn, so the key of the table finds the few acts of that time among one for each turn.
 */
export const ACTS_OF_WRITE = `SELECT k.name FROM "${ACTS}" AS act JOIN "${NAMES}" AS k
  ON k.id = act.keeper WHERE act.id >= ? AND act.id < ?
  AND k.name IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(act.records) WHERE value = ?)`
/** The name of the keeper whose turn wrote this record at that time (`keeper-act`). */
export const keeperWhoWrote = (
  read: Pick<Reader, 'all'>,
  record: string,
  on: number,
): string | undefined =>
  read.all(ACTS_OF_WRITE, firstOf(on), firstOf(on + 1), record).map(({ name }) => String(name))[0]
const firstOf = (ms: number): string => idFrom(ms, new Uint8Array(10))
