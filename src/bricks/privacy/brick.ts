import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { hidingPages } from './pages/hiding.ts'
import { keepingPages } from './pages/keeping.ts'
import { slots } from './pages/slots.ts'

/**
 * Who keeps the page and what is kept, the register and the accessibility statement to print;
 * *C'est mon numéro : le cacher*.
 */
export const privacy = brick(model, { pages: [...hidingPages, ...keepingPages], slots })
