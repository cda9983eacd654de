import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { pages } from './pages/pages.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'

/** *L’aide*: how to keep the page, in the box and on paper. */
export const help = brick(model, { pages, prints, slots, hereOnly: true })
