import { countedEn as counted } from '../../text/counting.ts'
import type { fr } from './fr.ts'

/** Sentences about restores that failed, and about damaged backups. */
export const en: typeof fr = {
  restore: {
    doing: 'Restoring',
    done: (records: number, folder: string) =>
      `The backup is back in ${folder}: ${counted(records, 'item', 'items')} of the log.`,
    aside: (folder: string) => `What was there is not erased: it is put aside in ${folder}.`,
    forgotten: (count: number) =>
      `${counted(count, 'value', 'values')} forgotten since the backup ` +
      `${count > 1 ? 'were' : 'was'} forgotten again.`,
    salvaged: (count: number) =>
      'A log was damaged: what can still be read of it is taken, ' +
      `${counted(count, 'signed entry', 'signed entries')}.`,
    missing: (count: number, feed: string) =>
      `${counted(count, 'entry is', 'entries are')} missing from the feed ${feed}.`,
    values: (count: number) =>
      `${counted(count, 'value is', 'values are')} missing (a name, a text, a date): a ` +
      'neighbouring box that has them gives them back.',
    waiting: (count: number) =>
      `${counted(count, 'entry of another box comes', 'entries of other boxes come')} back ` +
      'at the next meeting.',
    filesGone: (names: readonly string[]) =>
      `${
        names.length > 1
          ? 'These photos or files are missing: they were damaged'
          : 'This photo or file is missing: it was damaged'
      } ` +
      `in the backup (${names.join(', ')}). All the rest is here. An older backup, or a ` +
      'neighbouring box, may have a whole copy.',
    lostForgettings:
      'The old log can’t be read: what was forgotten since the backup may have come back. ' +
      'If you keep its list, do it again with --forgettings.',
    notBackup: 'This file is not a backup of CoCoTe. Nothing was written.',
    wrongPassphrase:
      'This is not the right passphrase, or the file is damaged. Nothing was written.',
    damaged: 'This backup is damaged or cut. Take another copy of it. Nothing was written.',
    notEmpty: (folder: string) =>
      `The folder ${folder} is not empty. Give an empty one with --data; nothing was written.`,
    otherBox: (folder: string) =>
      `The folder ${folder} holds another box than the backup’s. Nothing was written.`,
    badForgettings: (file: string, line: number) =>
      `${file}, line ${line}: this is no list of forgettings. Nothing was written.`,
  },
  archive: {
    cut: () => 'This archive is cut: its end is missing. Copy it again. Nothing was written.',
    damaged: (part: string) =>
      `This archive is damaged${part === '' ? '' : ` (${part})`}. Copy it again. Nothing ` +
      'was written.',
    notZip: () => 'This file is not a ZIP archive. Nothing was written.',
    path: (part: string) =>
      `This archive wants to write outside its place (${part}): refused. Nothing was written.`,
    locked: (part: string) =>
      `This archive is locked with a password (${part}). Nothing was written.`,
    swollen: (part: string) =>
      `Unfolded, ${part} would be far too large: the archive is refused. Nothing was written.`,
    twice: (part: string) => `This archive holds ${part} twice: refused. Nothing was written.`,
  },
}
