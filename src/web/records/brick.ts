import { agreementCommands } from '../../bricks/harvest/model/agreement.ts'
import { gatherCommands } from '../../bricks/harvest/model/gather.ts'
import { stripsOf } from '../../bricks/harvest/model/people.ts'
import type { KeptBy } from '../../bricks/harvest/model/showing.ts'
import { mend } from '../../bricks/harvest/pages/piece.ts'
import { agreementPrint } from '../../bricks/harvest/pages/print-agreement.ts'
import { type Brick, brick } from '../../contract/brick.ts'
import { OWN_RECORDS } from '../../contract/own-records.ts'
import type { RecordType } from '../../core/schema.ts'
import { guarded } from '../../engine/guarded-slots.ts'
import { ownerIn } from '../../engine/owner-in.ts'
import { ownModel } from '../../engine/records/model.ts'
import { territoryOf } from '../../engine/territory.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { listPrint } from './print-list.ts'
import { plainSlots } from './waits.ts'

/** All that a house serves: the bricks of its list, and the house's own. */
export const wholeBricks = (bricks: readonly Brick[]): readonly Brick[] => [plainBrick(bricks), ...bricks].map(guarded)

/** The house's own brick: its model (engine/records/model.ts), with its pages, prints and slots. */
export function plainBrick(bricks: readonly Brick[]): Brick {
  let types: ReadonlyMap<string, RecordType> | undefined
  const known = () => (types ??= new Map([...OWN_RECORDS, ...bricks.flatMap(one => one.records)].map(type => [type.name, type])))
  const keptBy: KeptBy = read => territoryOf(bricks, read)?.keptBy ?? ''
  const whose = (type: string): string | undefined => ownerIn({ bricks }, type)?.owner
  const others = [...gatherCommands(known, keptBy), ...agreementCommands(known, keptBy, whose), mend(known)].map(
    command => ({ ...command, writesAny: true, guardsItself: true }) as const,
  )
  const model = ownModel(bricks)
  return brick({
    ...model,
    commands: [...model.commands, ...others],
    pages: [],
    slots: { ...plainSlots(bricks), strips: (name, read) => stripsOf(read, read.types, name) },
    prints: [listPrint(known, bricks), agreementPrint(known)],
    words: { fr, en },
  })
}
