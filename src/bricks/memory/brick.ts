import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'

/** *Le fil*: what was said, and what became of it, from the notes to those who decide. */
export const memory = brick(model, {
  canRest: words => words.resting,
  pages,
  prints,
  slots,
})
