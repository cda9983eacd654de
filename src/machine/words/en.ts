import type { fr } from './fr.ts'

/** What the computer that holds the page says of its disk and of its keys. */
export const en: typeof fr = {
  full: 'The disk is full. Nothing that was saved is lost; make room and try again.',
  /** Keys that are plugged in, and other folders of this machine. */
  drives: {
    which: 'Which key?',
    drive: (name, path) => `${name} (${path})`,
    noKey:
      'No key is plugged into this box. Plug it in and come back to this page, or write the ' +
      'folder where it is.',
    other: 'Or a folder of this machine',
    otherHint: 'In full, for example /media/key.',
    chooseOne: 'Say which key, or which folder.',
    wholePath: 'The folder is written in full, from “/”.',
    ownFolder: 'That is the folder of this box itself. Another one is needed.',
    faults: {
      gone:
        'The key is no longer there, or this folder does not exist. Plug it in again and ' +
        'start over: nothing is lost.',
      full: 'The key is full. Make some room on it and start over.',
      shut:
        'The key lets nothing be written, or read. Look at its little lock, or take another ' +
        'one.',
    },
  },
}
