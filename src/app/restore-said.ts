import { BadArchive } from '../exchange/unzip.ts'
import { NotRestored, type Restored } from './restore.ts'
import { NotOpened, SealBroken } from './seal-file.ts'
import type { appWords } from './words.ts'

type Words = ReturnType<typeof appWords>
type Said = Readonly<{ folder: string; restore: Words['restore']; archive: Words['archive'] }>

/** Why a backup was not put back, in a sentence; undefined for what is no fault of the file. */
export function restoreFault(error: unknown, { folder, restore, archive }: Said): string | undefined {
  if (error instanceof NotRestored)
    return error.code === 'notEmpty' || error.code === 'otherBox' ? restore[error.code](folder) : restore[error.code]
  if (error instanceof BadArchive) return archive[error.code](error.part)
  if (error instanceof NotOpened) return restore.wrongPassphrase
  return error instanceof SealBroken ? restore.damaged : undefined
}

/** What a hurt log gave, and what is missing of it: nobody must find out later. */
export function salvagedSaid(all: Restored['salvaged'], w: Words['restore']): readonly string[] {
  return all.flatMap(({ taken, resaid, missing, values, waiting }) => [
    w.salvaged(taken + resaid),
    ...[...missing].map(([feed, count]) => w.missing(count, feed)),
    ...(values > 0 ? [w.values(values)] : []),
    ...(waiting > 0 ? [w.waiting(waiting)] : []),
  ])
}
