import type { fr } from './fr.ts'

export const en: typeof fr = {
  code: 'The box’s code',
  codeHint: 'A word and four digits, shown in the window where the box was started.',
  wrongCode:
    'That is not the code. Look at the window where the box was started, or open this page ' +
    'at the box itself.',
  tooManyCodes: 'Too many tries. Open this page at the box itself, or wait an hour.',
  alreadyOpening:
    'Somebody is opening this page right now. Nothing of what you wrote is kept: wait a ' +
    'minute and reload.',
}
