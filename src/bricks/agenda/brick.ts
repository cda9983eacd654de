import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { slots } from './pages/slots.ts'

/** *Agenda*: what is to come, by day, what comes back unfolded. The keeper writes it by the plain form. */
export const agenda = brick({
  ...model,
  pages,
  slots,
})
