import type { BoxName } from './box.ts'
import type { ReaderName } from './roles.ts'
import type { Most } from './walk.ts'

/**
 * Who reads each box, and how far. The first two read all that they reach; the others show what is
 * theirs, and the other language. Of the box that the short pass reads, one reader shows both.
 */
const ALL: Most = { plain: 40, asked: 6, prints: 12 }
const SOME: Most = { plain: 2, asked: 1, prints: 1 }
const MANY: Most = { plain: 6, asked: 2, prints: 2 }

export const READERS: Readonly<Record<BoxName, readonly (readonly [ReaderName, Most])[]>> = {
  demo: [
    ['keeper.https.fr', ALL],
    ['visitor.wifi.fr', ALL],
    ['member.https.en', SOME],
  ],
  filled: [
    ['keeper.https.fr', MANY],
    ['visitor.wifi.fr', MANY],
  ],
  lived: [
    ['keeper.https.fr', ALL],
    ['visitor.wifi.fr', ALL],
    ['member.https.fr', ALL],
    ['member.wifi.en', SOME],
    ['relay.wifi.fr', SOME],
    ['visitor.wifi.en', SOME],
    ['keeper.here.en', SOME],
  ],
}

/** Who presses the buttons, in the order of the readers. */
export const PRESSING: readonly ReaderName[] = [
  'visitor.wifi.fr',
  'member.https.fr',
  'member.https.en',
  'keeper.https.fr',
]

/** What no link leads to, or what people ask by a form. */
export const ASKED: readonly string[] = [
  '/chercher?q=pain',
  '/chercher?q=bois%20de%20chauffage',
  '/chercher?q=zzzz',
  '/annonces?q=v%C3%A9lo&genre=propose',
  '/annonces?page=2',
  '/annonces?page=9999',
  '/nouvelles/emporter',
  '/nouvelles/recu',
  '/entrer/carte/ABCD',
  '/billet?code=zzzz-zzzz',
  '/accord?code=papier%2012%2034',
  '/imprimer/rien',
  '/cette-page-n-est-pas-la',
  '/Annonces/',
  '/tour-4-12.css',
]
