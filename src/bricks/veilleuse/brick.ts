import { brick } from '../../contract/brick.ts'
import { commands, SETTINGS } from './model/commands.ts'
import { watch } from './model/records.ts'
import { pages } from './pages/pages.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** *La veilleuse*: a page for a screen in the bar, that turns slowly by itself through what the other bricks give it. */
export const veilleuse = brick({
  name: 'veilleuse',
  records: [watch],
  nobodys: ['watch'],
  commands,
  pages,
  slots: { tools: (words: typeof fr) => [{ href: SETTINGS, words: words.settings, under: 'box' }] },
  words: { fr, en },
})
