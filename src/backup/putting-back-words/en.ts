import type { fr } from './fr.ts'

export const en: typeof fr = {
  title: 'Put a backup back',
  lead:
    'The file is first read whole while the page is open: if it is damaged, it is said here ' +
    'and nothing changes. Then the page closes for a minute or two, and comes back as it was ' +
    'that day.',
  thenSecrets: 'The passphrase and the ten codes are again those of that day. Keep them at hand.',
  oneAlone:
    'If the box that this backup comes from still runs, turn it off and leave it off: with ' +
    'two boxes of the same five words, the others no longer know which to believe.',
  already: 'A backup is being read already. Wait until it is.',
  replaces: 'What is here today is not erased: it is put beside, in the folder of the box.',
  file: 'The backup file',
  passphrase: 'The passphrase of that backup',
  passphraseHint: 'That of a person who kept the page that day. Empty if the file is in clear.',
  button: 'Put this backup back',
  link: 'I have a backup to put back',
  atMachine: 'A backup is put back at the box itself: open this page on it.',
  noFile: 'Choose the backup file.',
  reading: 'The backup is being put back',
  readingLead: 'The page is closed meanwhile. Keep this window open: it reloads by itself.',
  done: 'The backup is put back',
  doneLead: records =>
    records === 1
      ? 'The page is back, with one thing of the log.'
      : `The page is back, with ${records} things of the log.`,
  enter: 'The passphrase and the codes are again those of that day: sign in with that passphrase.',
  undone: 'The backup is not put back',
  nothing: 'No backup was put back.',
  failed: reference => `The box did not manage it (reference ${reference}). Nothing changed.`,
}
