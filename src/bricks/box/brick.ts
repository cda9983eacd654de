import { brick } from '../../contract/brick.ts'
import { bagCommands } from './model/kit-bag/commands.ts'
import { bag, bagThing } from './model/kit-bag/records.ts'
import { bagPages } from './pages/kit-bag/pages.ts'
import { bagPrints } from './pages/kit-bag/prints.ts'
import { pages } from './pages/pages.ts'
import { papersPage } from './pages/papers/page.ts'
import { paperPrints } from './pages/papers/prints.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** *La borne*: the machine that holds the page, for whoever keeps it: how it feels, what it needs, what to do with it. */
export const box = brick({
  name: 'box',
  records: [bag, bagThing],
  nobodys: ['kit-bag', 'bag-thing'],
  commands: bagCommands,
  pages: [...pages, papersPage, ...bagPages],
  prints: [...paperPrints, ...bagPrints],
  slots,
  words: { fr, en },
})
