import { brick } from '../../contract/brick.ts'
import { commands } from './model/commands.ts'
import { formCommands } from './model/commands-forms.ts'
import { edition, editionLine, paperAnswer, paperForm } from './model/records.ts'
import { recipeCommands, recipePages, recipePrints } from './pages/animation/pages.ts'
import { recipe } from './pages/animation/recipes.ts'
import { pages } from './pages/pages.ts'
import { formPages } from './pages/pages-forms.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** *Sur papier*: the sheet of the week, slips that come back, evenings to lead. */
export const printing = brick({
  name: 'printing',
  records: [edition, editionLine, paperForm, paperAnswer, recipe],
  nobodys: ['edition', 'edition-line', 'paper-form', 'paper-answer', recipe.name],
  commands: [...commands, ...formCommands, ...recipeCommands],
  pages: [...pages, ...formPages, ...recipePages],
  prints: [...prints, ...recipePrints],
  slots,
  reads: [
    'territory?',
    'offer?',
    'need?',
    'event?',
    'idea?',
    'meeting?',
    'place?',
    'actor?',
    'access-point?',
    'confirmation?',
    'code?',
    'request?',
    'council-answer?',
  ],
  words: { fr, en },
})
