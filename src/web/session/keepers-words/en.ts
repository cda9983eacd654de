import type { fr } from './fr.ts'

export const en: typeof fr = {
  keep: 'Keep the page',
  title: 'Who keeps the page',
  lead:
    'When several people keep it, each has a passphrase and ten codes, and “What changed” says ' +
    'who did what, to you alone. These names never leave this box: for everybody else it is ' +
    '“the keeper of the page”.',
  nobody: 'no first name yet',
  you: '(you)',
  myName: 'My first name',
  save: 'Save',
  needsName: 'Write a first name.',
  nameFirst: 'Give your own first name first: it tells who does what.',
  named: 'Noted.',
  add: 'One more person',
  addLead:
    'With the person beside you: they choose their passphrase. When they enter, they find ten ' +
    'codes to print.',
  copies:
    'The passphrase of each of you opens the backups: those that one asks for, and those that ' +
    'the machine makes by itself.',
  copiesNotMine:
    'The backups of the machine do not open with your passphrase yet: they will from the next ' +
    'time you enter.',
  copiesNotTheirs:
    'The backups do not open with their passphrase yet: they will from the next time they enter.',
  name: 'Their first name',
  passphrase: 'Their passphrase',
  passphraseHint: 'Twelve letters at least, four words for example. It can be read here.',
  addAct: 'Add them',
  added: name => `${name} keeps the page with you.`,
  short: 'That passphrase is too short: at least twelve letters.',
  taken: 'Choose another passphrase: this one does not do.',
  tooMany: most => `${most} people at most keep a page.`,
  code: 'One of your ten codes',
  codeHere: 'Your own passphrase, or one of your ten codes',
  wrongCodeHere:
    'That is neither your passphrase nor one of your codes that was not used. Nothing is changed.',
  wrongCode: 'That is not one of your codes, or it was used. Nothing is changed.',
  end: 'Keeps the page no more',
  endLead:
    'Their passphrase and codes are void, their visits end at once. What they did stays, with ' +
    'their first name in the history. Their passphrase opens no backup that is made after; of ' +
    'those made before, one that they hold, yes.',
  past: 'Kept the page',
  until: day => `until ${day}`,
  eraseName: 'Erase their first name',
  eraseNameLead:
    'If they ask for it. The history will say “the person who keeps the page” of what they did. ' +
    'This cannot be undone.',
  ended: name => `${name} keeps the page no more.`,
  copiesWait:
    'This machine will make backups by itself again once one of you has entered with their ' +
    'passphrase.',
  last: 'This is the last keeper of the page: add another one first.',
  gone: 'This person keeps the page no more already.',
}
