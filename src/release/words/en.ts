import { nullPrototype } from '../../core/null-prototype.ts'
import { countedEn as counted } from '../../text/counting.ts'
import type { fr } from './fr.ts'

const fault: typeof fr.fault = {
  notVersion: () => 'This is no version file of CoCoTe.',
  newerFormat: () =>
    'This file is made for later boxes, in a way that this one can’t read. Take a version ' +
    'in between first.',
  malformed: () => 'This version file is badly made.',
  unsigned: () => 'Nobody signed this version: it does not go into a box that runs.',
  badSignature: () =>
    'The signature is not the right one: somebody changed this file, or it is damaged.',
  unknownKey: words =>
    `This version is signed by a key that this box does not know (five words: ${words}).`,
  otherArch: arch => `This version is for another kind of machine (${arch}).`,
  older: number =>
    `Version ${number} is older than the one here. To go back to it all the same, ask for ` +
    'it on purpose.',
  same: number => `This is already the version here (${number}).`,
  tooFar: number => `Go through version ${number} first, or a later one.`,
  swollen: () => 'This version file is beyond measure.',
  cut: () => 'This file did not arrive whole. Copy it again.',
  altered: () =>
    'This file is not the one that was signed: it was damaged on the way, or changed. Copy ' +
    'it again.',
  entry: () =>
    'This file holds something that a version never holds. Don’t use it, and tell whoever ' +
    'gave it to you.',
}

const returned: Readonly<Record<string, string>> = nullPrototype({
  silent: 'it did not answer, or fell silent.',
  data: 'it could not open the data.',
  backup: 'the copy of the data from before could not be made.',
  placed: 'its services could not be put on this machine.',
  starts: 'after three starts, it still did not answer.',
  cut: 'the power was cut during the change.',
  stopped: 'the change stopped before its end.',
})
const refusals: Readonly<Record<string, (said: string) => string>> = nullPrototype({
  ...fault,
  start: () => 'This version does not start on this machine.',
  packages: names =>
    `This machine lacks packages of Debian that this version needs (${names}): install it ` +
    'from a kit, or with a network (docs/box.md).',
  data: () =>
    'The version before can’t open today’s data. A backup of that time is put back by hand ' +
    '(docs/box.md).',
})

export const en: typeof fr = {
  noOut: 'Say in which folder: --out FOLDER.',
  nowhere: folder =>
    `There is nothing at ${folder}: if it is a key, it is not plugged in, or not open. A ` +
    'new folder is made in one that exists. Nothing is written.',
  badArch: typed =>
    `“${typed}” is no kind of machine that is known: x64 (a laptop) or arm64 (a Raspberry Pi).`,
  badName: typed => `“${typed}” is no version number: write it 1.4.0.`,
  badSuite: typed => `“${typed}” is no name of a Debian: write it trixie, or bookworm.`,
  packing: 'Version',
  reading: 'Reading',
  released: (file, size, signed) =>
    `${file}: ${size}, ${signed === '' ? 'not signed' : `signed ${signed}`}.`,
  unsignedNote:
    'Without --key, nobody signs this version: a box may be installed with it, but will ' +
    'never take it as an update.',
  missingPackage: folder => `A package of the project is missing (${folder}): run “npm ci” first.`,
  noPackage: name =>
    `The package ${name}, for the other kind of machine, could not be had: npm and the ` +
    'Internet are needed once. Nothing was written.',
  noRoom: (folder, size) => `The disk of ${folder} lacks ${size}. Make room; nothing was written.`,
  keyThere: file => `${file} is there already: a key is never written over. Give another name.`,
  keyMade: (file, words) =>
    `The key is made: ${file}, sealed with the passphrase, is given to nobody. ${file}.pub ` +
    `is given to each box. Its five words: ${words}.`,
  keyAsk: 'The key’s passphrase:',
  keyChoose: 'Choose the key’s passphrase:',
  notKey: file => `${file} is no signing key, or it is not the right passphrase.`,
  notPublic: file => `${file} is no public key: its name ends in .pub.`,
  good: (said, whose) =>
    `Version ${said.version} (${said.arch}), made on ${said.made.slice(0, 10)}, ` +
    `signed${whose === '' ? '' : ` by ${whose}`}: it may be put here.`,
  unpacked: (number, folder) => `Version ${number} is in ${folder}.`,
  folderThere: folder => `${folder} is there already. Give a folder that does not exist yet.`,
  none: folder => `There is no version of CoCoTe in ${folder}.`,
  found: (name, sentence) => `${name}: ${sentence}`,
  fault,
  outcome: ([what, ...about]) => {
    const [first = '', second = '', third = ''] = about
    switch (what) {
      case 'changed':
        return `Version ${first} took the place of ${second}, and answers.`
      case 'returned':
        return (
          `Version ${first} did not hold: ${returned[third] ?? returned['stopped']} Version ` +
          `${second} came back by itself. Nothing is lost.`
        )
      case 'refused':
        return `${refusals[first]?.(second) ?? 'This version is not taken.'} Nothing is changed.`
      case 'room':
        return (
          `The disk lacks ${first} MB to change the version. Make room, then begin again; ` +
          'nothing is changed.'
        )
      case 'busy':
        return 'A change of version is under way already: wait until it ends.'
      case 'nofile':
        return 'The version’s file is no longer there. Plug the key in again and begin again.'
      case 'nobefore':
        return 'There is no version before to go back to.'
      default:
        return 'The version could not be changed here. Call whoever installed the box.'
    }
  },
  coming: 'Download',
  fetched: (number, file) => `Version ${number} came: ${file}.`,
  preparing: 'Preparing',
  badSeconds: typed => `“${typed}” is no number of seconds (0 to 3600).`,
  answer: {
    silent: number => `Version ${number} does not answer, or fell silent.`,
    other: number => `Another version than ${number} answers.`,
    again: number => `Version ${number} fell, and was started again.`,
  },
  nothing: 'Nothing is changed.',
  kit: {
    debs: (suite, arch) => `Debian packages ${suite}, ${arch}`,
    noApt:
      'This machine is no Debian: the kit holds no packages of the system. Installing with ' +
      'it will need the Internet.',
    noDebs: (suite, arch) =>
      `The packages of Debian ${suite} (${arch}) could not be had: making a kit needs the ` +
      'Internet. This one is not whole: begin again.',
    noKey:
      'Without --key or --trust, boxes installed with this kit take no update before a key ' +
      'is put there (docs/box.md).',
    done: (folder, files, size) =>
      `The kit is in ${folder}: ${counted(files, 'file', 'files')}, ${size}. It installs ` +
      `without the Internet: sudo sh ${folder}/install.`,
    readme: of => `CoCoTe ${of.version}

WHAT IS HERE

All that it takes to make a small computer a village’s box, without the
Internet. Machines: ${of.archs}.
Systems: ${of.suites}.

WHAT TO DO

1. Plug this key into the machine, already installed with Debian
   or Raspberry Pi OS.
2. Open a terminal and write, with the key’s name instead of KEY:

       sudo sh /media/KEY/install

   If the key is not in /media: “lsblk” says what it is called
   (sda1 for instance), then

       sudo mount /dev/sda1 /mnt
       sudo sh /mnt/install

3. Answer the three questions. Nothing is changed before your yes.

To undo it all: sudo /etc/cocote/uninstall.

WHAT IS CHECKED

“install” first looks that nothing is damaged (sommes.txt).
${
  of.words.length === 0
    ? 'No signing key is in this kit: the box takes no updates before one is put\nthere.'
    : `Updates will have to be signed by:\n${of.words.map(one => `    ${one}`).join('\n')}`
}

If something resists, call whoever gave you this key.
`,
  },
}
