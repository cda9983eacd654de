import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { slots } from './pages/slots.ts'

/** *Nouvelles*: what other boxes wrote and somebody carried here; for the keeper, each box and what is to be done of it. */
export const sync = brick({
  ...model,
  pages,
  slots,
})
