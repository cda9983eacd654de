import type { fr } from './fr.ts'

export const en: typeof fr = {
  noMoment: 'Give the day and the time, for example 25/11/2026 and 14:32.',
  wrongYear: 'That can’t be a date here. Look at the year.',
  goesBack: 'Things are written here at a later date. Check; if that is the time, tick the box.',
  clockSet: 'The time is set.',
  clockNotSet: key =>
    `The box could not set its time (${key}). Switch it off, switch it on, try again.`,
  clockNetwork:
    'The box takes the time from the network, and that is not the one you give. If the ' +
    'network is wrong, unplug the cable, switch the box off and on again, and try once more.',
  notDone: key =>
    `It could not be done (${key}). Try again; if that lasts, call whoever installed the box.`,
  sayYes: 'Tick the box: the page stops for everybody.',
  offTitle: 'The box switches off',
  offSays: [
    'Wait a minute, until its light blinks no more. Only then, unplug it.',
    'To switch it on again, unplug it and plug it in. The page comes back by itself.',
  ],
  backupDone: 'The backup is on the key.',
  backupGoesOn:
    'The backup is being made. Leave the key where it is; open this page again in a few ' +
    'minutes, it will say whether it is done.',
  backupNotDone: 'The backup is not made. This page says why, below.',
  noRoom:
    'There is not enough room on the card for this version. Take away photos or files, and ' +
    'try again.',
  goneVersion: 'That version is no longer there. Plug the key in again, and choose again.',
  updateTitle: 'The version changes',
  updateSays: [
    'The page stops and comes back by itself, within a minute or two. Unplug nothing.',
    'If the new version does not answer, the old one comes back alone. The page of the box ' +
      'will say what happened.',
  ],
  nobodyDoes: {
    absent: 'This machine is not an installed box: that is done in the settings of the computer.',
    late:
      'The box does not answer. Try again in a minute; if that lasts, call whoever installed ' +
      'it.',
  },
}
