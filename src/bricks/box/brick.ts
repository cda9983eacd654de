import { brick } from '../../core/brick.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { pages } from './pages.ts'
import { papersPage } from './papers/page.ts'
import { paperPrints } from './papers/prints.ts'
import { slots } from './slots.ts'

/** *La borne*: the machine that holds the page, for whoever keeps it: how it feels, what it needs, what to do with it. */
export const box = brick({
  name: 'box',
  records: [],
  commands: [],
  pages: [...pages, papersPage],
  prints: paperPrints,
  slots,
  words: { fr, en },
})
