import { brick } from '../../contract/brick.ts'
import { commands } from './commands.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import { reportPages } from './pages-report.ts'
import { requestPages } from './pages-requests.ts'
import { prints } from './prints.ts'
import { councilAnswer, difficulty, goalStory, keptReport, request } from './records.ts'
import { slots } from './slots.ts'

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
