import type { Command } from '../../../contract/command.ts'
import type { fr } from '../words/fr.ts'
import { afterCommands } from './commands-after.ts'
import { hereCommands } from './commands-here.ts'
import { matchingCommands } from './commands-matching.ts'
import { photoCommands } from './commands-photos.ts'
import { keySlip } from './commands-slips.ts'
import { spreadCommands } from './commands-spread.ts'
import { ask, propose } from './commands-write.ts'

export const commands: readonly Command<typeof fr>[] = [
  propose,
  ask,
  keySlip,
  ...hereCommands,
  ...spreadCommands,
  ...afterCommands,
  ...photoCommands,
  ...matchingCommands,
]
