import { type Brick, brick } from '../../contract/brick.ts'
import { OWN_RECORDS } from '../../contract/records/own-records.ts'
import type { RecordType } from '../../core/schema.ts'
import { withGuardedSlots } from '../../engine/guarded-slots.ts'
import { withOwnReader } from '../../engine/published.ts'
import { ownModel } from '../../engine/records/model.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { listPrint } from './print-list.ts'
import { plainSlots } from './waits.ts'

/** The bricks to serve: those of the list, and the engine’s own. */
export const wholeBricks = (bricks: readonly Brick[]): readonly Brick[] =>
  withOwnBrick(bricks.map(withOwnReader)).map(withGuardedSlots)
const withOwnBrick = (bricks: readonly Brick[]): readonly Brick[] => [plainBrick(bricks), ...bricks]

/**
 * The engine’s own brick: its model (`engine/records/model.ts`), with its pages, prints and slots.
 */
export function plainBrick(bricks: readonly Brick[]): Brick {
  let types: ReadonlyMap<string, RecordType> | undefined
  const known = () =>
    (types ??= new Map(
      [...OWN_RECORDS, ...bricks.flatMap(one => one.records)].map(type => [type.name, type]),
    ))
  return brick({
    ...ownModel(bricks),
    pages: [],
    slots: plainSlots(bricks),
    prints: [listPrint(known, bricks)],
    words: { fr, en },
  })
}
