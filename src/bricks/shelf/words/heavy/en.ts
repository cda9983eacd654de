import { saySize } from '../../../../ui/sizes.ts'
import type { fr } from './fr.ts'

const size = (bytes: number): string => saySize(bytes, 'en')

export const en: typeof fr = {
  tooLarge: most =>
    `This is too heavy: a file here holds at most ${size(most)}. Nothing was taken. For ` +
    'more, ask whoever keeps the page.',
  oneTooLarge: (name, most) => `“${name}” is too heavy: at most ${size(most)} a file here.`,
  title: 'Take from a USB key',
  shelf: 'Files',
  lead:
    'Plug the key into the box. All its files that may stand on the shelf are taken, those of ' +
    'its folders too; the others are named at the end.',
  noFolder: 'Make a folder on the shelf first.',
  intoWhich: 'Into which folder',
  licence: 'Under which licence',
  licenceHint: 'For files of which the list says nothing.',
  choose: 'Choose…',
  season: 'Season, if it is a set to be renewed',
  seasonHint:
    'With “Winter 2026”, all that is in the folder is replaced at once. Nothing written: ' +
    'the files are added.',
  keepOld: 'Keep the former set in a folder of its own',
  take: 'Take these files',
  list: 'The list, if there is one',
  listMeans:
    'At the top of the key, “etagere.csv” or “etagere.json” says of each file: file, title, ' +
    'author, licence, source, description. A library prepares one for ten villages.',
  taking: 'Files on their way',
  takingNow: (done, total) =>
    total === 0
      ? 'Looking at the key.'
      : `${done} of ${total} are taken. Nothing is on the shelf yet: all will be there at once.`,
  leaveKey: 'Leave the key plugged in. This page reads itself again.',
  lookAgain: 'Look now',
  whichFolder: 'Say into which folder.',
  whichSeason: 'This folder is a season’s set: say of which season this one is.',
  whichLicence: 'Choose a licence for the files of which the list says nothing.',
  badList: 'The key’s list can’t be read: a CSV or JSON file of six columns. Nothing was changed.',
  pulledOut:
    'The key could not be read to its end. Nothing was changed: plug it in again and start over.',
  notFinished: 'This could not be written. Nothing was changed.',
  tooMany: most => `The key has more than ${most} files: only the first are taken.`,
  noRoom: name => `There is no room left on the shelf for “${name}”.`,
  noSuchFolder: (named, all) =>
    `There is no folder “${named}” on the shelf. ` +
    `${all === '' ? 'Make one on the page.' : `There are: ${all}.`}`,
  noSuchLicence: all => `Give a licence with --licence: ${all}.`,
  gone: 'This file is no longer on this box',
  goneDo:
    'Its line stayed and it did not: a backup or an export takes them only when asked. Tell ' +
    'whoever keeps the page; they can bring it again, or take the line down.',
}
