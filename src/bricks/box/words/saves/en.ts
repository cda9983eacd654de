import { countedEn as counted } from '../../../../text/counting.ts'
import type { fr } from './fr.ts'

export const en: typeof fr = {
  box: 'The box',
  title: 'Back up and take away',
  lead: 'A box may fall, drown or be stolen. A backup kept elsewhere gives everything back.',
  elsewhere: 'This page opens only at the box itself, or over https: what leaves by it is private.',
  save: 'Make a backup',
  saveLead:
    'All that this box holds, in one sealed file. Only your passphrase opens it: the box ' +
    'asks for it, and does not keep it.',
  saveLeadOfSeveral:
    'All that this box holds, in one sealed file. The passphrase of each person who keeps the ' +
    'page opens it: the box asks for yours, and does not keep it.',
  saveNotYet: names => `It does not open yet with that of ${names}, until they next enter.`,
  saveNow: 'Make the backup',
  passphrase: 'Your passphrase',
  wrongPassphrase: 'This is not the right passphrase. Nothing is done.',
  busy: 'Too many tries at once. Wait a moment and try again.',
  take: 'Take everything away in one file',
  takeLead:
    'For LibreOffice or Excel, and to open the same page elsewhere: a ZIP file, with ' +
    'instructions inside.',
  takePrivate: 'With what is private: telephones, notices that wait, meetings. It needs a code.',
  takeNow: 'Prepare the file',
  code: 'One of the ten codes of your sheet',
  wrongCode: 'This code is not good, or was used. Nothing is done.',
  already: 'A file is being prepared already. Wait until it is ready.',
  codeIfPrivate: 'One of the ten codes of your sheet, only for what is private',
  codes: 'The codes',
  codesLeft: (n: number) =>
    n === 0 ? 'No code is left.' : `${counted(n, 'code was', 'codes were')} not used yet.`,
  codesLead: 'Ten new codes replace the old ones, which are worth nothing any more.',
  needsCode: 'It needs a code that was not used; without any, do it at the box itself.',
  codeHere: 'Your passphrase of today, or one of your ten codes',
  atMachine: 'You are at the box: your passphrase is enough.',
  wrongCodeHere:
    'That is neither your passphrase nor one of your codes that was not used. Nothing is done.',
  codesNew: 'Make ten new codes',
  another: 'Another passphrase',
  anotherLead:
    'The old one will be worth nothing, and all other visits end. Backups that were made ' +
    'before keep the old one.',
  anotherField: 'The new passphrase',
  anotherHint:
    'At least twelve letters: four words at random are easy to remember. It is shown, so ' +
    'that nobody mistypes it.',
  anotherTaken:
    'Another keeper of the page has that passphrase: choose one of your own. Nothing is changed.',
  anotherShort: 'The passphrase is too short: at least twelve letters. Nothing is changed.',
  anotherNow: 'Change the passphrase',
  anotherDone: 'It is changed. The new passphrase holds from now on.',
  doing: percent => `The file is being prepared: ${percent}%. This page reloads by itself.`,
  ready: { backup: 'The backup is ready.', export: 'The file is ready.' },
  kept: {
    backup: 'It stays here for half an hour. Keep it elsewhere than on this box.',
    export: 'It stays here for half an hour.',
  },
  onlyOne:
    'If you prepare another one, or if something is erased for good, this file leaves the box.',
  forgotten: {
    backup:
      'The backup that waited here is erased: something was erased for good since, and it ' +
      'could still hold it. Make a new one.',
    export:
      'The file that waited here is erased: something was erased for good since, and it ' +
      'could still hold it. Prepare a new one.',
  },
  missing: n => `${counted(n, 'photo or file was', 'photos or files were')} not there.`,
  hurtFiles: n =>
    n === 1
      ? 'One photo or file is damaged on the card. It is in the backup as it is; all the rest ' +
        'is whole there.'
      : `${n} photos or files are damaged on the card. They are in the backup as they are; ` +
        'all the rest is whole there.',
  hurtKeep: 'Keep an older backup too: it may have them whole.',
  download: size => `Save (${size})`,
  hurt: n =>
    `The log is damaged (${counted(n, 'fault', 'faults')}): nothing is done, and your ` +
    'earlier backups remain the good ones. Put the last one back.',
  full: 'There is no room left on the box to prepare this file.',
  failed: reference => `It did not work (reference ${reference}). Try again.`,
  before: 'What the box held before a backup was put back',
  beforeLead:
    'The box put it beside, and did not erase it. What was forgotten since is still in it: ' +
    'once the page is as it should be, erase it.',
  beforeOne: (day, size) => `Put beside on ${day}: ${size}.`,
  beforeAsk:
    'I saw that all is there on the page: what was put beside may be erased. This can’t be undone.',
  beforeTick: 'Tick the box first: this can’t be undone. Nothing is done.',
  beforeNow: 'Erase what was put beside',
  beforeDone: 'What was put beside is erased from the box.',
  fileName: { backup: 'backup', export: 'everything', private: 'PRIVATE-everything' },
}
