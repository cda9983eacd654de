import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'

/** *Questions posées*: what the keeper asked one named person, and what that person answered. */
export const asking = brick(model, { canRest: words => words.resting, pages, prints, slots })
