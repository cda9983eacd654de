import { brick } from '../../contract/brick.ts'
import { commands } from './model/commands.ts'
import { gatherCommands } from './model/commands-gather.ts'
import { door } from './model/door.ts'
import { shelfFile, shelfFolder, shelfRoom } from './model/records.ts'
import { pages } from './pages/pages.ts'
import { formPages } from './pages/pages-forms.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

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
