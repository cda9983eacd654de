import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { slots } from './pages/slots.ts'

/**
 * *Le mur*: sentences that anybody writes for everybody here, and that the box forgets by itself
 * after the time that its keeper chose.
 */
export const wall = brick(model, { canRest: words => words.resting, pages, slots, hereOnly: true })
