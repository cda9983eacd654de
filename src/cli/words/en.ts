import type { LostWrite } from '../../contract/box/machine.ts'
import { countedEn as counted } from '../../text/counting.ts'
import { saySize } from '../../ui/sizes.ts'
import { courierWords } from './courier/en.ts'
import { evening } from './evening/en.ts'
import type { fr } from './fr.ts'

/** Sentences of the command line. */
export const en: typeof fr = {
  ready: (address: string, name: string) => `${name} is open: ${address}`,
  readyTls: (address: string, words: string) =>
    `The keeper signs in at ${address} (fingerprint: ${words}).`,
  demoPassphrase: (phrase: string) => `Passphrase of the demonstration: ${phrase}`,
  demoCodes: (codes: string) => `Ten codes for forgetting, each good once: ${codes}`,
  stopping: 'The page is closing.',
  openingCode: (address: string, code: string) =>
    `To open this page the first time from another device, go to ${address} and give this ` +
    `code: ${code}`,
  moved:
    'This folder comes from another machine or another card: what follows is written apart, ' +
    'so that nothing is written twice under one number. Do not open the page on the old one ' +
    'any more.',
  unwritable: (folder: string) =>
    `Can’t write in the folder ${folder}. Give another with --data, or the right to write there.`,
  locked: (folder: string) => `A box already runs on the folder ${folder}. Stop it first.`,
  missing: (folder: string) => `There is no box in the folder ${folder}.`,
  hurtKey: (folder: string) =>
    `The box’s key (${folder}/box.key) can’t be read. Put a backup back with “cocote ` +
    'restore”: without its key the box can’t sign what it writes.',
  hurtCertificate: (folder: string) =>
    `The box’s certificate (${folder}/box.crt and box.tls.key) is damaged. Put it back from ` +
    'a backup, or delete both files: another will be made, and its fingerprint will no ' +
    'longer be the one on the sheet.',
  localAside: (file: string) =>
    `local.db was damaged: it is put aside in ${file}, and another is made. It held only ` +
    'the passphrase, the codes and the cards; the page itself lost nothing.',
  keeperLost: (address: string) =>
    'The page is there and can be read, but nobody has its passphrase. Choose one on this ' +
    `machine: ${address}, or “cocote keeper” when the box is stopped. Putting a backup back ` +
    '(“cocote restore”) brings the former one, with the codes and the cards.',
  lostKey: (folder: string) =>
    `The box’s key (${folder}/box.key) is gone, and the log was written with it. Put a ` +
    'backup back with “cocote restore”: without its key the box would take another name, ' +
    'and its neighbours would no longer know it. Nothing was touched.',
  otherKey: (folder: string) =>
    `The box’s key (${folder}/box.key) is not the one that this log was written with. Put ` +
    'its own back (each backup holds it), or a backup with “cocote restore”. Nothing was ' +
    'touched.',
  mending: {
    tables:
      'tables.db is damaged or gone: the page closes for a moment, and makes it again from ' +
      'the log.',
    local: 'local.db is damaged or gone: the page closes for a moment, and makes another.',
  },
  lostLog: (folder: string) =>
    `The log (${folder}/log.db) is gone, or empty, and the rest of the box is still there. ` +
    'Nothing was touched. Put a backup back with “cocote restore”; to begin anew, give an ' +
    'empty folder.',
  newer:
    'These data were written by a newer version of the program. Update it; nothing was touched.',
  noRoomToMove: (bytes: number) =>
    `This version writes the log anew once, and there is no room: free ${saySize(bytes, 'en')}. ` +
    'Nothing was touched.',
  portTaken: (port: number, option: string) =>
    `Port ${port} is already taken. Choose another with --${option}.`,
  noFile: (file: string) => `Can’t read ${file}.`,
  badPort: (port: string) => `“${port}” is not a port number.`,
  notEmpty: (folder: string) =>
    `The folder ${folder} already holds a box: the demonstration wants an empty one.`,
  failed: (reference: string) => `Something went wrong (reference ${reference}).`,
  site: {
    done: (pages: number, to: string) =>
      `${pages} pages are in ${to}: any host or key can serve them as they are.`,
  },
  bytes: (n: number): string => saySize(n, 'en'),
  held: {
    hurt:
      'A data file is damaged. Run “cocote check” to know which; a backup is put back with ' +
      '“cocote restore”.',
    unread: (file: string) =>
      `${file} can’t be read: see that it is a file, that you may read it, and that the ` +
      'card is not worn. Nothing was touched.',
    disk:
      'The card or the disk reads badly. Stop the box, copy its folder elsewhere, then put a ' +
      'backup back on a new card.',
    hurtServed:
      'log.db is damaged. The page goes on, but keep your backups and don’t replace them: ' +
      '“cocote check” says what is damaged, and “cocote restore” puts back the last one ' +
      'that is whole.',
    unopened: 'Can’t open the data: check that you may read and write in this folder.',
    busy: 'The data are held by another program. Try again in a moment.',
    noKey: (file: string) =>
      `The box’s key (${file}) is missing or can’t be read: without it nothing is written ` +
      'in its name.',
    oneFile: (verb: string) => `Say which file: cocote ${verb} FILE.`,
    inBox: (file: string) =>
      `${file} is in a box’s own folder: writing there would damage it. Name another place; ` +
      'nothing has changed.',
    overRead: (file: string) =>
      `${file} is the very file to be read: give another name. Nothing has changed.`,
    unwritten: (file: string) =>
      `Can’t write ${file}. Check that its folder exists and that you may write there.`,
    oldTables:
      'The tables of this folder are another version’s: stop the box, start it again, then retry.',
  },
  passphrase: {
    ask: 'Passphrase:',
    choose: 'New passphrase:',
    again: 'Once more:',
    differ: 'The two are not the same. Start again.',
    short: (least: number) => `The passphrase is too short: at least ${least} letters.`,
    empty: 'The passphrase is empty.',
    givenUp: 'Given up: nothing changed.',
    noTerminal:
      'Nobody is there to type the passphrase: give it in COCOTE_PASSPHRASE, or in a file ' +
      'with --passphrase-file.',
  },
  rebuild: {
    doing: 'Tables',
    first:
      'The tables are being made again from the log; the page opens as soon as they are ready.',
    done: (records: number) =>
      `The tables are made again: ${counted(records, 'item', 'items')} of the log.`,
  },
  check: {
    stage: { entries: 'Log', heads: 'Values', tables: 'Tables', files: 'Files' },
    whole: (entries: number, values: number, files: number) =>
      `Nothing is hurt: ${counted(entries, 'entry', 'entries')} signed and chained, ` +
      `${counted(values, 'value', 'values')}, ${counted(files, 'file', 'files')}.`,
    hurt: (count: number) => `${counted(count, 'thing is hurt', 'things are hurt')}:`,
    more: (count: number) => `… and ${counted(count, 'other', 'others')}.`,
    hurtDo:
      'What to do: keep all your backups. “cocote restore” puts back the last whole one, ' +
      'and takes what still reads here. For tables.db, “cocote rebuild” is enough; for ' +
      'local.db, “cocote keeper”.',
    lapse: ({ what, entries }: Pick<LostWrite, 'what' | 'entries'>, day: string) =>
      `The card forgot what it said that it had written (seen ${day}): ${
        {
          ahead:
            `${counted(
              entries,
              'entry that the page showed was',
              'entries that the page showed were',
            )} ` + 'no longer in the log',
          taken: `another box gave back ${counted(entries, 'entry', 'entries')} of this one`,
          forked: 'one feed had two sequels; both are kept',
        }[what]
      }.`,
    formerLog: (file: string, size: string) =>
      `${file} (${size}) is the log of before, which this version wrote anew. Delete it when the ` +
      'page works well.',
    lapsesDo:
      'Nothing else is hurt for that. If nobody put back an old copy of the folder, this ' +
      'card lies: change it. What was shown comes back from the other boxes; what was in ' +
      'this box alone at that moment is lost.',
    tables: {
      same: 'The tables say the same as the log.',
      behind: 'The tables are a few turns behind the log and catch up: they say the same.',
      old: 'The tables are another version’s; they will be made again at the next start.',
      absent: 'There are no tables; they will be made at the next start.',
      ahead: 'The tables are ahead of the log.',
    },
    what: {
      key: ({ file }) => `the box’s key is missing, can’t be read, or is not this log’s: ${file}`,
      sqlite: ({ file, said }) => `${file}: ${said}`,
      gap: ({ feed, seq, count }) =>
        `${counted(count ?? 1, 'entry is', 'entries are')} missing from no. ${seq} of feed ${feed}`,
      bytes: ({ feed, seq }) => `entry ${seq} of feed ${feed}: its bytes changed`,
      unread: ({ feed, seq, said }) => `entry ${seq} of feed ${feed}: can’t be read (${said})`,
      prev: ({ feed, seq }) => `entry ${seq} of feed ${feed}: does not follow the one before`,
      signature: ({ feed, seq }) => `entry ${seq} of feed ${feed}: the signature is wrong`,
      last: ({ feed, seq }) => `feed ${feed}: does not end with entry ${seq} as it says`,
      flesh: ({ feed, seq, record, field }) =>
        `entry ${seq} of feed ${feed}: the value “${field}” of ${record ?? '?'} is not the ` +
        'one that was signed',
      fleshGone: ({ feed, seq, record, field }) =>
        `entry ${seq} of feed ${feed}: the value “${field}” of ${record} is missing and was ` +
        'not forgotten',
      fleshBack: ({ feed, seq, record, field }) =>
        `entry ${seq} of feed ${feed}: the value “${field}” of ${record} should be forgotten`,
      write: ({ feed, seq, record, field }) =>
        `entry ${seq} of feed ${feed}: “${field}” of ${record} is misfiled`,
      strays: ({ table, count }) =>
        `${counted(count ?? 0, 'row', 'rows')} of “${table}” come from no entry`,
      heads: ({ type, record, field }) =>
        `${type} ${record}: the value that counts for “${field}” is not the right one`,
      ahead: ({ file }) =>
        `${file} shows entries that the log no longer has: the log lost something`,
      row: ({ table, record }) =>
        `table ${table}: ${record === '' ? 'the number of rows' : record} differs from what ` +
        'the log gives',
      fileGone: ({ file, type, record }) => `the file ${file} is missing (${type} ${record})`,
      fileOther: ({ file, type, record }) =>
        `the file ${file} is not what it was (${type} ${record})`,
    },
  },
  backup: {
    hurtFiles: (names: readonly string[]) =>
      `Damaged on the card, and taken as it is: ${names.join(', ')}. The rest of the backup ` +
      'is whole. Keep an older backup: it may have these files whole.',
    doing: 'Backup',
    sealed: (file: string, size: string) =>
      `Sealed backup: ${file} (${size}). Without the passphrase nobody can read it, not even you.`,
    plain: (file: string, size: string) =>
      `Plain backup: ${file} (${size}). It holds all that is private, the box’s key and the ` +
      'hashes of your secrets: whoever has this file can read everything and pass for the ' +
      'box. Keep it locked away.',
    tooLarge:
      'Too large for a ZIP archive (over 4 GB, or over 65,000 files). Stop the box and copy ' +
      'its whole folder.',
    taken: (file: string) => `${file} is a folder: give a file’s name.`,
    hurt: (count: number) =>
      `The log is damaged (${counted(count, 'fault', 'faults')}). Nothing is written: keep ` +
      'the backups that you have. “cocote check” says what is damaged; “cocote restore” ' +
      'puts back the last whole backup, and what can still be read here. To make one all ' +
      'the same, with what can be read: --hurt.',
    plainForKeeper: '--plain and --for-keeper don’t go together: a backup is plain, or sealed.',
    noKey:
      'Nothing lets it be sealed without asking for a passphrase yet: “cocote keeper” ' +
      'prepares it, as the keeper chooses theirs.',
  },
  export: {
    doing: 'Export',
    done: (records: number, files: number, file: string) =>
      `${counted(records, 'record', 'records')} and ${counted(files, 'file', 'files')} are ` +
      `in ${file}.`,
    missingFiles: (count: number) =>
      `${counted(count, 'file was', 'files were')} missing on the disk and left out.`,
    badLang: (typed: string) => `“${typed}” is no known language: fr or en.`,
    askCode: 'One of the ten codes:',
    needsCode: 'To take out what is private, give one of the ten codes with --code.',
    badCode: 'This code is wrong, or was used already. Nothing was written.',
    codesLeft: (count: number) => `${counted(count, 'code is', 'codes are')} left.`,
  },
  import: {
    doing: 'Import',
    done: (records: number) => `${counted(records, 'record', 'records')} taken in.`,
    nothing: 'Everything was already there: nothing was written.',
    spared: (count: number) =>
      `${counted(count, 'value', 'values')} forgotten here ${count > 1 ? 'were' : 'was'} left out.`,
    notExport: 'This archive is no export of CoCoTe: there is no export.json. Nothing was written.',
    badJson: (part: string, why: string) => `${part} can’t be read (${why}). Nothing was written.`,
    badShape: (part: string) => `${part} is not shaped as an export. Nothing was written.`,
    unknownType: (type: string, part: string) =>
      `${part}: this box does not know “${type}”. Nothing was written.`,
    badId: (id: string, part: string) => `${part}: “${id}” is no id. Nothing was written.`,
    twice: (id: string, part: string) => `${part}: ${id} stands there twice. Nothing was written.`,
    otherType: (id: string, part: string) =>
      `${part}: ${id} is already in this box and of another kind. Nothing was written.`,
    unknownField: (field: string, id: string, part: string) =>
      `${part}, ${id}: this box does not know the field “${field}”. Nothing was written.`,
    misfit: (field: string, id: string, part: string) =>
      `${part}, ${id}: the value of “${field}” does not fit. Nothing was written.`,
    tooMany: (most: string) =>
      `This archive holds more than ${most} records: refused. Nothing was written.`,
    noFile: (hash: string, id: string) =>
      `The file ${hash} of ${id} is missing in the archive. Nothing was written.`,
    badFile: (part: string) => `${part} is not the file that its name says. Nothing was written.`,
    refused: (why: string) => `The box refused: ${why}`,
  },
  keeper: {
    done:
      'The new passphrase counts from the next sign-in; the old one and the old codes are ' +
      'worth nothing.',
    codes: 'Ten codes, each good once. Print them and put them away:',
    fingerprint: (words: string) => `The certificate’s fingerprint, in words: ${words}`,
    noCertificate: 'The box has no certificate yet: it will make it at its first start.',
  },
  fill: {
    doing: 'Filling',
    done: (records: number, seconds: number) =>
      `${counted(records, 'record', 'records')} written in ${seconds} s.`,
    noCount: 'Say how many records: cocote fill --records 2000.',
    badCount: (typed: string) => `“${typed}” is no number of records (1 to 1,000,000).`,
    badDay: (typed: string) => `“${typed}” is no day: write it 2026-12-05.`,
    noTypes: 'This box has none of the bricks that “fill” can fill.',
  },
  print: {
    which:
      'Say what to print: cocote print affichette ID --out FILE.pdf. “cocote print --list” ' +
      'names them all.',
    noOut: 'Say in which file: --out FILE.pdf.',
    noKind: (kind: string) => `“${kind}” is not printed: “cocote print --list” says what is.`,
    noId: (kind: string) =>
      `“${kind}” is printed of one thing at a time: add the end of its page’s address. For ` +
      `the page /annonces/01abc: cocote print ${kind} 01abc --out FILE.pdf.`,
    noOne: (kind: string) => `“${kind}” is one sheet: nothing is added after its name.`,
    noColumn: (unknown, known) =>
      `This list has no ${unknown.length === 1 ? 'column' : 'columns'} ` +
      `“${unknown.join('”, “')}”. It has: ${known.join(', ')}.`,
    card:
      'A card is printed from the page of its person, once: the box does not keep its words. ' +
      'If it is lost, make another.',
    notSetHere: (why: string) =>
      `This sheet could not be made, and nothing is lost. For whoever mends the software: ${why}`,
    done: (file: string, pages: number) => `${file}: ${counted(pages, 'page', 'pages')}.`,
    written: (file: string) => `${file} is written.`,
  },
  evening,
  ...courierWords,
  heavy: {
    notHere: n =>
      `${n === 1 ? 'One file of the shelf is' : `${n} files of the shelf are`} not on this ` +
      'disk. Nothing is hurt: a backup or an export takes them only when asked. Bring them ' +
      'again, or take their lines down.',
    left: (n, used) =>
      `The shelf stays on the box (${n === 1 ? '1 file' : `${n} files`}, ` +
      `${saySize(used, 'en')}): to take it as well, add --shelf.`,
  },
}
