import { brick } from '../../contract/brick.ts'
import { commands } from './commands.ts'
import { gatherCommands } from './commands-gather.ts'
import { door } from './door.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { pages } from './pages.ts'
import { formPages } from './pages-forms.ts'
import { prints } from './prints.ts'
import { shelfFile, shelfFolder, shelfRoom } from './records.ts'
import { slots } from './slots.ts'

/** *Fichiers*: a shelf on this counter, of documents, music and films that may be taken away. Nothing of it leaves the box. */
export const shelf = brick({
  name: 'shelf',
  records: [shelfFolder, shelfFile, shelfRoom],
  commands: [...commands, ...gatherCommands],
  pages: [...formPages, ...pages],
  prints,
  slots,
  grants: ['shelf-file'],
  nobodys: ['shelf-folder', 'shelf-room'],
  owners: { 'shelf-file': { owner: 'member' } },
  reads: ['member?'],
  heavy: door,
  hereOnly: true,
  words: { fr, en },
})
