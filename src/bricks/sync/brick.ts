import { brick } from '../../contract/brick.ts'
import { commands } from './model/commands.ts'
import { requestCommands } from './model/commands-requests.ts'
import { pages } from './pages/pages.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** *Nouvelles*: what other boxes wrote and somebody carried here; for the keeper, each box and what is to be done of it. */
export const sync = brick({ name: 'sync', records: [], commands: [...commands, ...requestCommands], pages, slots, words: { fr, en } })
