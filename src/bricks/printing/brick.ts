import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { recipePages, recipePrints } from './pages/animation/pages.ts'
import { pages } from './pages/pages.ts'
import { formPages } from './pages/pages-forms.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'

/** *Sur papier*: the sheet of the week, slips that come back, evenings to lead. */
export const printing = brick(model, {
  canRest: words => words.resting,
  pages: [...pages, ...formPages, ...recipePages],
  prints: [...prints, ...recipePrints],
  slots,
})
