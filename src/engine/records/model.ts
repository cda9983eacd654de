import { type BrickModel, modelsOf } from '../../contract/brick.ts'
import { charge } from '../../contract/records/charge.ts'
import { letter, OWN_RECORDS } from '../../contract/records/own-records.ts'
import type { RecordType } from '../../core/schema.ts'
import { ownerIn } from '../owner-in.ts'
import type { StripsFor } from './asked-off.ts'
import { type FindAlike, ownCommands } from './commands.ts'
import { letterAnswered } from './letter-answered.ts'
import { mineCommands } from './mine.ts'
import { puttingAwayCommands } from './putting-away.ts'
import { sentCommands } from './sent-commands.ts'
import { ownTongues } from './words.ts'

/**
 * The engine’s own brick, `plain`: the commands that work on a record of any brick (write, remove,
 * forget, show, import), and the record types of the house (proposals, codes, letters). The brick
 * is made from the models of the other bricks, whose types its commands know.
 * `web/records/brick.ts` adds its pages.
 */

/** The name of the engine’s own brick. It is on the wire too: letters are answered to it. */
export const OWN = 'plain'

/**
 * The engine’s own commands write a record of any brick. All but `write`, and those that show what
 * others wrote, guard their texts themselves: the turn does not ask whether a person whom they name
 * agreed (`naming.ts`).
 */
const OF_ANY = { writesAny: true } as const
const ASKING = { ...OF_ANY, guardsItself: true } as const

/** The model of this brick, for the records of these models. */
export function ownModel(models: readonly BrickModel[]): BrickModel {
  let types: ReadonlyMap<string, RecordType> | undefined
  const known = () =>
    (types ??= new Map(
      [...OWN_RECORDS, ...models.flatMap(one => one.records)].map(type => [type.name, type]),
    ))
  const alike: FindAlike = (type, fields, read) =>
    models.flatMap(one => one.slots?.alike?.(type, fields, read) ?? [])
  const strips: StripsFor = (name, read) =>
    models.flatMap(one => one.slots?.strips?.(name, read) ?? [])
  const commands = [
    ...ownCommands(known, alike, type => ownerIn({ bricks: models }, type)?.owner, strips),
    ...mineCommands(known, models),
    ...sentCommands({ bricks: models, types: known }),
    ...puttingAwayCommands(models.map(({ name }) => name)),
  ]
  const [own] = modelsOf([
    {
      name: OWN,
      records: OWN_RECORDS,
      commands: commands.map(command => ({
        ...command,
        ...(command.name === 'write' || command.showsOthers ? OF_ANY : ASKING),
      })),
      letters: [letterAnswered],
      owners: {
        [letter.name]: { owner: 'about', box: 'box' },
        [charge.name]: { owner: 'person' },
      },
      nobodys: OWN_RECORDS.map(({ name }) => name).filter(
        name => name !== letter.name && name !== charge.name,
      ),
      words: ownTongues,
    },
  ])
  return own!
}
