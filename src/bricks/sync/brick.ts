import { brick } from '../../contract/brick.ts'
import { commands } from './commands.ts'
import { requestCommands } from './commands-requests.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { pages } from './pages.ts'
import { slots } from './slots.ts'

/** *Nouvelles*: what other boxes wrote and somebody carried here; for the keeper, each box and what is to be done of it. */
export const sync = brick({ name: 'sync', records: [], commands: [...commands, ...requestCommands], pages, slots, words: { fr, en } })
