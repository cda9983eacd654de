import { brick } from '../../contract/brick.ts'
import { commands, SETTINGS } from './commands.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { pages } from './pages.ts'
import { watch } from './records.ts'

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
