import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: 'A helping hand',
  lead:
    'For whoever counts neither hours nor euros: only how many times you helped, and how many ' +
    'times you were helped. You alone read it, and you erase it when you like.',
  begin: 'Count mine',
  since: day => `Since ${day}:`,
  ways: { gave: 'I helped', got: 'I was helped' },
  times: n => (n === 0 ? 'not yet' : n === 1 ? 'once' : `${n} times`),
  acts: { gave: 'I helped, once more', got: 'I was helped, once more' },
  stop: 'Count no more, and erase it',
  byCard: 'Sign in with your card: each counts only their own.',
  begunAlready: 'It is counted already.',
  begun: 'Counting begins today.',
  notBegun: 'Nothing is counted: begin first.',
  counted: 'Counted.',
  not: 'Not after all',
  less: 'Taken off.',
  stopped: 'It is erased, and nothing is counted any more.',
}
