import { brick } from '../../contract/brick.ts'
import { commands } from './model/commands.ts'
import { councilAnswer, difficulty, goalStory, keptReport, request } from './model/records.ts'
import { reportPages } from './pages/pages-report.ts'
import { requestPages } from './pages/pages-requests.ts'
import { prints } from './pages/prints.ts'
import { slots } from './pages/slots.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

/** *Diagnostic*: what exists, what is missing, what is asked of those who decide, and what they answered. */
export const diagnosis = brick({
  name: 'diagnosis',
  records: [request, councilAnswer, difficulty, goalStory, keptReport],
  nobodys: ['request', 'council-answer', 'difficulty', 'goal-story', 'kept-report'],
  commands,
  pages: [...reportPages, ...requestPages],
  prints,
  slots,
  reads: [
    'territory?',
    'commune?',
    'theme?',
    'place?',
    'actor?',
    'access-point?',
    'confirmation?',
    'meeting?',
    'voice?',
    'idea?',
    'need?',
    'deed?',
    'initiative?',
    'event?',
    'code?',
  ],
  words: { fr, en },
})
