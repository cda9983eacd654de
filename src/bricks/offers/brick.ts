import { brick } from '../../contract/brick.ts'
import { commands } from './model/commands.ts'
import { spokenTerms } from './model/projection.ts'
import { need, offer } from './model/records.ts'
import { loop, notIt } from './model/records-matching.ts'
import { turnedTitle } from './model/title.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** A relay who stops takes their name, their place and their hours with them. */
const OWNED = {
  owner: 'author',
  keyedBy: 'keyedBy',
  keyedSays: ['toldTo'],
  signed: 'who',
  named: { by: 'relay', fields: ['reach', 'reachBy', 'relay'] },
} as const

/** All that was said in it but how its person is reached: that goes by agreements. */
const MENDED = {
  fields: ['title', 'detail', 'amount', 'when', 'where', 'commune', 'themes', 'until', 'against'],
  withdraws: true,
} as const

/** *Annonces*: what is offered and what is wanted, said as sentences by anybody, shown once the keeper has read them. */
export const offers = brick({
  name: 'offers',
  records: [offer, need, notIt, loop],
  commands,
  pages,
  prints,
  projections: [spokenTerms],
  slots,
  reads: [
    'territory?',
    'theme?',
    'confirmation?',
    'member?',
    'relay?',
    'place?',
    'actor?',
    'initiative?',
    'access-point?',
    'event?',
    'meeting?',
  ],
  grants: ['offer', 'need'],
  owners: {
    offer: OWNED,
    need: OWNED,
    'not-it': { owner: 'author' },
    loop: { owner: 'parties' },
  },
  mends: { offer: { ...MENDED, turned: turnedTitle('offer') }, need: { ...MENDED, turned: turnedTitle('need') } },
  words: { fr, en },
})
