import { brick } from '../../contract/brick.ts'
import { recipeCommands, recipePages, recipePrints } from './animation/pages.ts'
import { recipe } from './animation/recipes.ts'
import { commands } from './commands.ts'
import { formCommands } from './commands-forms.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { pages } from './pages.ts'
import { formPages } from './pages-forms.ts'
import { prints } from './prints.ts'
import { edition, editionLine, paperAnswer, paperForm } from './records.ts'
import { slots } from './slots.ts'

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
