import type { VerbWords } from '../../../contract/verb.ts'
import type { fr } from './fr.ts'

const BOX = 'The box: its whole name, its five words in quotes, or what it is called here.'
const OFF = 'Undoes it instead of doing it.'
const KEY = 'The key that signs, made by “cocote box signing-key”.'
const KEYS = 'The folder of the keys to trust, in .pub. Otherwise: /etc/cocote/keys.'
const ARCH = 'The kind of machine: x64 or arm64. Otherwise: this one.'
const ARCHS = `${ARCH} The option may be repeated.`
const AS = 'The number that the version bears. Otherwise: the project’s own.'
const FROM = 'The oldest version that may go to this one at once.'
const OLDER = 'Takes a version older than the one here.'
const NEW = 'Nothing runs here yet: any version may be the first.'
const VERSION_FILE = 'The file of the version.'

/**
 * Help of `box`: boxes that are known, versions of the program, and the acts that its own scripts
 * call.
 */
export const en: Readonly<Record<keyof typeof fr, VerbWords>> = {
  box: {
    about: 'says which boxes to believe; makes and checks versions',
    more: 'Each act has its help: “cocote box pair --help”.',
    examples: ['box show', 'box pair --help'],
  },
  'box show': {
    about: 'says which boxes are known, and what waits',
    examples: ['box show', 'box show --json --data ~/sail'],
  },
  'box pair': {
    about: 'recognises a box, in person',
    more:
      'The two keepers read five words aloud to each other: each must read the same at the ' +
      'other’s.',
    arguments: [BOX],
    options: { called: 'The name by which this box is spoken of here.', off: OFF },
    examples: ['box pair "babab cebad difeg fohih gujuj" --called Boën', 'box pair Boën --off'],
  },
  'box accept': {
    about: 'believes a box that another introduced',
    arguments: [BOX],
    options: { off: OFF },
    examples: ['box accept Boën', 'box accept Boën --off'],
  },
  'box pause': {
    about: 'takes nothing more from a box, for a while',
    arguments: [BOX],
    options: { off: OFF },
    examples: ['box pause Boën', 'box pause Boën --off'],
  },
  'box dismiss': {
    about: 'sends a box away; with --off, that is undone',
    arguments: [BOX],
    options: { off: OFF },
    examples: ['box dismiss Boën', 'box dismiss Boën --off'],
  },
  'box release': {
    about: 'makes the file of a version',
    options: {
      out: 'The folder to put in what is made.',
      key: `${KEY} Without it, a box that runs will not take this version.`,
      arch: ARCHS,
      as: AS,
      from: FROM,
    },
    examples: ['box release --out /media/key --key signing-key --arch arm64'],
  },
  'box kit': {
    about: 'makes a key that installs a box without a network',
    options: {
      out: 'The folder to fill: that of the USB key.',
      key: KEY,
      arch: ARCHS,
      as: AS,
      from: FROM,
      suite:
        'The box’s Debian, trixie or bookworm. Otherwise: the one here. The option may be ' +
        'repeated.',
      trust: 'One more .pub key that the box will trust. The option may be repeated.',
      whose: 'The name of who signs, which the box tells whoever keeps it.',
    },
    examples: ['box kit --out /media/key --key signing-key --arch arm64'],
  },
  'box signing-key': {
    about: 'makes the key that signs versions',
    arguments: ['The file to write; its public half is written beside it, as .pub.'],
    options: { whose: 'The name of who signs, which the box tells whoever keeps it.' },
    examples: ['box signing-key signing-key --whose "Anaïs and Malo"'],
  },
  'box verify': {
    about: 'says whether a version may be put here',
    more:
      'With --json, a version that is refused is told as JSON too: {"fault": the reason, ' +
      '"said": what it names}.',
    arguments: [VERSION_FILE],
    options: { keys: KEYS, arch: ARCH, older: OLDER, new: NEW },
    examples: ['box verify cocote-1.4.0-arm64.tar.gz --arch arm64'],
  },
  'box unpack': {
    about: 'opens a version into a new folder, if it is good',
    arguments: [VERSION_FILE],
    options: { out: 'The new folder to fill.', keys: KEYS, arch: ARCH, older: OLDER, new: NEW },
    examples: ['box unpack cocote-1.4.0-x64.tar.gz --out ~/cocote-1.4.0 --new'],
  },
  'box versions': {
    about: 'says which versions a folder holds',
    arguments: ['The folder, such as that of a key.'],
    options: { keys: KEYS, arch: ARCH, older: OLDER, new: NEW },
    examples: ['box versions /media/key'],
  },
  'box fetch': {
    about: 'fetches a version from an address',
    arguments: ['The address of the file of the version.'],
    options: {
      out: 'The folder to put the file in.',
      keys: KEYS,
      arch: ARCH,
      older: OLDER,
      new: NEW,
      'allow-local':
        'Lets an address of this machine or of the network here be taken; otherwise it is refused.',
    },
    examples: ['box fetch https://box.example/cocote-1.4.0-x64.tar.gz --out ~/versions'],
  },
  'box fits': {
    about: 'says whether this version opens this folder, and touches nothing',
    more: 'Called by the change of version. 3: the folder is another version’s.',
    examples: ['box fits --data ~/sail'],
  },
  'box ready': {
    about: 'opens this folder as a start does, and closes it',
    more: 'Called by the change of version: whatever would keep the page shut is seen here.',
    examples: ['box ready --data ~/sail'],
  },
  'box answers': {
    about: 'waits until a version answers on this machine',
    more: 'Called by the change of version.',
    options: {
      number: 'The version that must answer on this machine.',
      wait: 'How many seconds to wait for the first answer. Otherwise: 60.',
      stay: 'How many seconds it must then answer without falling. Otherwise: 30.',
    },
    examples: ['box answers --number 1.4.0 --wait 60 --stay 30'],
  },
}
