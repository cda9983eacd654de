import { brick } from '../../contract/brick.ts'
import { SETTINGS } from './model/commands.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import type { fr } from './words/fr.ts'

/**
 * *La veilleuse*: a page for a screen in the bar, that turns slowly by itself through what the
 * other bricks give it.
 */
export const veilleuse = brick(model, {
  canRest: (words: typeof fr) => words.resting,
  pages,
  slots: {
    questions: (words: typeof fr) => words.questions,
    tools: (words: typeof fr) => [
      { href: SETTINGS, words: words.settings, under: 'box', about: words.toolAbout.screen },
    ],
  },
})
