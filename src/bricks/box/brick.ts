import { brick } from '../../contract/brick.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { bagCommands } from './kit-bag/commands.ts'
import { bagPages } from './kit-bag/pages.ts'
import { bagPrints } from './kit-bag/prints.ts'
import { bag, bagThing } from './kit-bag/records.ts'
import { pages } from './pages.ts'
import { papersPage } from './papers/page.ts'
import { paperPrints } from './papers/prints.ts'
import { slots } from './slots.ts'

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
