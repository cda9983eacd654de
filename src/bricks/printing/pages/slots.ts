import { html } from '../../../contract/html.ts'
import type { Slots } from '../../../contract/slots.ts'
import { RECIPES } from '../model/animation/commands.ts'
import { SHEET } from '../model/commands.ts'
import { PAPERS } from '../model/commands-forms.ts'
import { editions } from '../model/read.ts'
import type { fr } from '../words/fr.ts'

export const slots: Slots<typeof fr> = {
  questions: words => words.questions,
  tools: words => [
    { href: SHEET, words: words.title, under: 'paper', about: words.toolAbout.sheet, week: 30 },
    { href: PAPERS, words: words.papers, under: 'paper', about: words.toolAbout.papers },
    { href: RECIPES, words: words.animation.title, under: 'paper', about: words.toolAbout.recipes },
  ],
  firstSteps: (words, read) => [
    { order: 30, href: SHEET, words: words.firstStep, isDone: editions(read, 1).length > 0 },
  ],
  today: (_ask, read, words) =>
    editions(read, 1).length > 0 ? [html`<a href="${SHEET}">${words.today}</a>`] : [],
}
