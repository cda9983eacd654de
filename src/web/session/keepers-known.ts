import type { Reader } from '../../contract/reader.ts'
import { keeperAct, keeperRecord } from '../../contract/records/own-records.ts'

import { tableOf } from '../../contract/tables.ts'

/** The names of the people who keep this page, and which of them wrote: for keepers alone. */

const [ACTS, NAMES] = [tableOf(keeperAct.name, 'home'), tableOf(keeperRecord.name, 'home')]

/** The name of the keeper with this record. */
export const nameOfKeeper = (read: Pick<Reader, 'one'>, id: string): string | undefined =>
  read.one(keeperRecord, id, 'home')?.name ?? undefined

/** The name of the keeper whose turn wrote this record at that time (`keeper-act`). */
export const keeperWhoWrote = (
  read: Pick<Reader, 'all'>,
  record: string,
  on: number,
): string | undefined =>
  read
    .all(
      `SELECT k.name FROM "${ACTS}" AS act JOIN "${NAMES}" AS k ON k.id = act.keeper
        WHERE act._wall = ? AND EXISTS (SELECT 1 FROM json_each(act.records) WHERE value = ?)`,
      on,
      record,
    )
    .map(({ name }) => String(name))[0]
