import { stripsOf } from '../../bricks/harvest/model/people.ts'
import type { KeptBy } from '../../bricks/harvest/model/showing.ts'
import { agreementPrint } from '../../bricks/harvest/pages/print-agreement.ts'
import { type Brick, brick } from '../../contract/brick.ts'
import { arrival, code, harvest, hiddenNumber, letter, proposal } from '../../contract/own-records.ts'
import type { RecordType } from '../../core/schema.ts'
import { mendOf } from '../../engine/mending.ts'
import { ownerIn } from '../../engine/owner-in.ts'
import { type Alike, plainCommands } from '../../engine/records/commands.ts'
import { letterAnswered } from '../../engine/records/letter-answered.ts'
import { sentCommands } from '../../engine/records/sent.ts'
import { territoryOf } from '../../engine/territory.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { mineCommands } from './mine.ts'
import { listPrint } from './print-list.ts'
import { plainSlots } from './waits.ts'

/** All of them may write a record of any brick; of their forms, `/ecrire` alone has no guard of its own. */
const OF_ANY = { writesAny: true } as const
const ASKING = { guardsItself: true } as const

/** The house's own brick: what it can do with any record, of the types of these bricks and its own. */
export function plainBrick(bricks: readonly Brick[]): Brick {
  const own = [proposal, harvest, code, letter, arrival, hiddenNumber]
  let types: ReadonlyMap<string, RecordType> | undefined
  const known = () => (types ??= new Map([...own, ...bricks.flatMap(one => one.records)].map(type => [type.name, type])))
  const alike: Alike = (type, fields, read) => bricks.flatMap(one => one.slots?.alike?.(type, fields, read) ?? [])
  const keptBy: KeptBy = read => territoryOf(bricks, read)?.keptBy ?? ''
  const mending = mineCommands(known, type => mendOf(bricks, type))
  const commands = [
    ...plainCommands(known, alike, keptBy, type => ownerIn({ bricks }, type)?.owner),
    ...mending,
    ...sentCommands({ bricks, types: known }),
  ].map(command => ({ ...command, ...OF_ANY, ...(command.name === 'write' ? {} : ASKING) }))
  const owners = { letter: { owner: 'about', box: 'box' } }
  return brick({
    name: 'plain',
    records: own,
    commands,
    letters: [letterAnswered],
    owners,
    nobodys: [proposal, harvest, code, arrival, hiddenNumber].map(one => one.name),
    pages: [],
    slots: { ...plainSlots(bricks), strips: (name, read) => stripsOf(read, read.types, name) },
    prints: [listPrint(known, bricks), agreementPrint(known)],
    words: { fr, en },
  })
}
