import type { Command } from '../../../contract/command.ts'
import type { fr } from '../words/fr.ts'
import { answer } from './answer/answer.ts'
import { noteCall } from './answer/by-phone.ts'
import { giveNumber } from './number.ts'
import { partCommands } from './part-declined.ts'
import { partingCommands } from './parting.ts'
import { propose, proposeIn } from './propose.ts'
import { reportCommands } from './reports.ts'
import { keepRide } from './ride-kept.ts'
import { see, toldByPhone } from './seeing.ts'
import { goBack, stopAsking } from './taking-back.ts'
import { talkingCommands } from './talking.ts'
import { toAllCommands } from './to-all.ts'

export const commands: readonly Command<typeof fr>[] = [
  propose,
  proposeIn,
  answer,
  noteCall,
  goBack,
  see,
  toldByPhone,
  stopAsking,
  ...talkingCommands,
  ...partingCommands,
  ...reportCommands,
  ...toAllCommands,
  keepRide,
  giveNumber,
  ...partCommands,
]
