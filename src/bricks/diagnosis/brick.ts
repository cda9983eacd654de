import { brick } from '../../contract/brick.ts'
import { model } from './model/model.ts'
import { communePages } from './pages/pages-commune.ts'
import { reportPages } from './pages/pages-report.ts'
import { requestPages } from './pages/pages-requests.ts'
import { prints } from './pages/prints.ts'
import { communePrint } from './pages/prints-commune.ts'
import { slots } from './pages/slots.ts'

/**
 * *Diagnostic*: what exists, what is missing, what is asked of those who decide, and what they
 * answered.
 */
export const diagnosis = brick(model, {
  canRest: words => words.resting,
  pages: [...reportPages, ...communePages, ...requestPages],
  prints: [...prints, communePrint],
  slots,
})
