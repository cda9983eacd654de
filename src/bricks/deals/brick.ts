import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { slots } from './pages/slots.ts'

/**
 * *Arrangements*: what neighbours agreed to do, whether it was done, and what of it they all agree
 * to tell.
 */
export const deals = brick(model, {
  canRest: words => words.resting,
  pages,
  slots,
})
