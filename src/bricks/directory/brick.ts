import { brick } from '../../contract/brick.ts'
import { commands } from './model/commands.ts'
import { accessPoint, actor, commune, confirmation, initiative, notSame, partnership, place, territory, theme } from './model/records.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** *Qui fait quoi*: the territory and its communes, who is there, the places, the projects, and what people say of them. */
export const directory = brick({
  name: 'directory',
  records: [territory, commune, theme, actor, place, initiative, accessPoint, partnership, confirmation, notSame],
  commands,
  pages,
  prints,
  slots,
  reads: ['event?', 'need?', 'offer?', 'meeting?', 'reference?', 'idea?', 'task?', 'voice?', 'member?'],
  grants: ['confirmation'],
  owners: { confirmation: { owner: 'member', keyedBy: 'keyedBy', keyedSays: ['toldTo'], signed: 'who' } },
  mends: { confirmation: { fields: ['says', 'said'], withdraws: true } },
  nobodys: ['territory', 'commune', 'theme', 'actor', 'place', 'initiative', 'access-point', 'partnership', 'not-same'],
  words: { fr, en },
})
