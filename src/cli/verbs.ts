import { setFlagsFromString } from 'node:v8'
import { harvestVerb } from '../bricks/harvest/server/verb.ts'
import { shelfVerb } from '../bricks/shelf/server/verb.ts'
import type { Verb, VerbOption } from '../contract/verb.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import {
  BOX,
  CHECKED,
  DELIVERED,
  EXPORTED,
  IMPORTED,
  MET,
  RESTORED,
  VERSION,
} from './json-shapes.ts'
import { type VerbPath, wordsOf } from './words/help.ts'

/** A verb of this table: its name is the last word of its path. */
const own = (path: VerbPath, rest: Omit<Verb, 'name' | 'words'>): Verb => ({
  name: path.split(' ').at(-1)!,
  words: wordsOf(path),
  ...rest,
})

const on: VerbOption = {}
const needed = (option: VerbOption): VerbOption => ({ ...option, isNeeded: true })
const file: VerbOption = { value: 'file' }
const folder: VerbOption = { value: 'folder' }
const name: VerbOption = { value: 'name' }
const box: VerbOption = { value: 'box' }
const port: VerbOption = { value: 'port' }
const number: VerbOption = { value: 'number' }
const seconds: VerbOption = { value: 'seconds' }
const day: VerbOption = { value: 'day' }
const PASSPHRASE = { 'passphrase-file': file }
const LANGS = ['fr', 'en']
const ARCHS = ['x64', 'arm64']
const arch: VerbOption = { choices: ARCHS }
const SIGNED = {
  out: needed(folder),
  key: file,
  arch: { ...arch, many: true },
  as: number,
  from: number,
}
const BELIEVED = { keys: folder, arch, older: on, new: on }

const COURIER: readonly Verb[] = [
  own('courier pack', {
    options: { out: needed(file), for: box, since: file },
    json: { file: 'text', for: 'text?', entries: 'number', bytes: 'number' },
    run: async () => (await import('./verbs/pack.ts')).pack,
  }),
  own('courier deliver', {
    arguments: [{ value: 'file' }],
    options: { receipt: file, yes: on },
    json: DELIVERED,
    run: async () => (await import('./verbs/deliver.ts')).deliver,
  }),
  own('courier meet', {
    arguments: [{ value: 'address' }],
    options: { for: box, yes: on },
    json: MET,
    run: async () => (await import('./verbs/meet.ts')).meetVerb,
  }),
]

const decided = async () => (await import('./verbs/box.ts')).decided
const BOXES: readonly Verb[] = [
  own('box show', {
    json: { box: 'text', words: 'text', boxes: 'list', dismissalsAsked: 'list' },
    run: async () => (await import('./verbs/box.ts')).show,
  }),
  own('box pair', {
    arguments: [{ value: 'box' }],
    options: { called: name, off: on },
    json: BOX,
    run: async () => (await decided()).pair,
  }),
  own('box accept', {
    arguments: [{ value: 'box' }],
    options: { off: on },
    json: BOX,
    run: async () => (await decided()).accept,
  }),
  own('box pause', {
    arguments: [{ value: 'box' }],
    options: { off: on },
    json: BOX,
    run: async () => (await decided()).pause,
  }),
  own('box dismiss', {
    arguments: [{ value: 'box' }],
    options: { off: on },
    json: BOX,
    run: async () => (await decided()).dismiss,
  }),
]

const versions = async () => (await import('./verbs/versions.ts')).VERSION_VERBS
const VERSIONS: readonly Verb[] = [
  own('box release', {
    boxless: true,
    options: { ...SIGNED, ...PASSPHRASE },
    json: { file: 'text', ...VERSION },
    run: async () => (await versions()).release,
  }),
  own('box kit', {
    boxless: true,
    options: {
      ...SIGNED,
      suite: { ...name, many: true },
      trust: { ...file, many: true },
      whose: name,
      ...PASSPHRASE,
    },
    json: {
      folder: 'text',
      files: 'number',
      bytes: 'number',
      version: 'text',
      archs: 'list',
      suites: 'list',
      keys: 'list',
    },
    run: async () => (await versions()).kit,
  }),
  own('box signing-key', {
    boxless: true,
    arguments: [{ value: 'file' }],
    options: { whose: name, ...PASSPHRASE },
    json: { file: 'text', public: 'text', key: 'text', words: 'text' },
    run: async () => (await versions())['signing-key'],
  }),
  own('box verify', {
    boxless: true,
    arguments: [{ value: 'file' }],
    options: BELIEVED,
    json: { file: 'text', ...VERSION },
    run: async () => (await versions()).verify,
  }),
  own('box unpack', {
    boxless: true,
    arguments: [{ value: 'file' }],
    options: { out: needed(folder), ...BELIEVED },
    json: { file: 'text', folder: 'text', ...VERSION },
    run: async () => (await versions()).unpack,
  }),
  own('box versions', {
    boxless: true,
    arguments: [{ value: 'folder' }],
    options: BELIEVED,
    json: [
      {
        name: 'text',
        file: 'text',
        size: 'number',
        fault: 'text?',
        version: 'text?',
        arch: 'text?',
      },
    ],
    run: async () => (await versions()).versions,
  }),
  own('box fetch', {
    boxless: true,
    arguments: [{ value: 'address' }],
    options: { out: needed(folder), ...BELIEVED, 'allow-local': on },
    json: { file: 'text', ...VERSION },
    run: async () => (await versions()).fetch,
  }),
  own('box fits', { isHidden: true, mayExit3: true, run: async () => (await versions()).fits }),
  own('box ready', { isHidden: true, run: async () => (await versions()).ready }),
  own('box answers', {
    isHidden: true,
    options: { number: needed(number), wait: seconds, stay: seconds },
    run: async () => (await versions()).answers,
  }),
]

/** Groups of the list of verbs, in the order of `cocote --help`. */
export const GROUPS: Readonly<Record<string, readonly Verb[]>> = nullPrototype({
  page: [
    own('serve', {
      options: {
        port: { ...port, default: '4280' },
        'tls-port': { ...port, default: '4243' },
        host: { value: 'address', default: '127.0.0.1' },
        name: { ...name, many: true },
        demo: on,
        'allow-local': on,
        captive: on,
      },
      json: { address: 'text', keeperAddress: 'text?', fingerprint: 'text?', openingCode: 'text?' },
      run: async () => {
        // What a start reads stays: to look for garbage meanwhile finds little (verbs/serve.ts).
        setFlagsFromString('--heap-growing-percent=200')
        return (await import('./verbs/serve.ts')).serveVerb
      },
    }),
    own('evening', {
      options: {
        hotspot: on,
        wifi: { ...name, default: 'CoCoTe' },
        port,
        'tls-port': { ...port, default: '4243' },
        card: { ...file, default: 'carte-du-comptoir.pdf' },
        print: on,
        key: folder,
        for: box,
        look: on,
        ...PASSPHRASE,
      },
      json: { address: 'text', wifi: 'text', opened: 'boolean', card: 'text?' },
      run: async () => (await import('./verbs/evening.ts')).evening,
    }),
    own('print', {
      arguments: [
        { value: 'print', isOptional: true },
        { value: 'id', isOptional: true },
      ],
      options: {
        list: on,
        out: file,
        format: { choices: ['a4', 'a5', 'court', 'long'] },
        since: day,
        day,
        col: { value: 'list' },
        wifi: name,
        open: on,
      },
      json: { file: 'text?', pages: 'number?', bytes: 'number?', prints: 'list?' },
      run: async () => (await import('./verbs/print.ts')).print,
    }),
    harvestVerb,
    shelfVerb,
  ],
  neighbours: [
    own('courier', { subcommands: COURIER }),
    own('box', {
      subcommands: [
        ...BOXES.map(act => ({ ...act, group: 'boxes' as const })),
        ...VERSIONS.map(act => ({ ...act, group: 'versions' as const })),
      ],
    }),
  ],
  keep: [
    own('backup', {
      arguments: [{ value: 'file' }],
      options: {
        plain: on,
        'for-keeper': on,
        'without-files': on,
        shelf: on,
        hurt: on,
        ...PASSPHRASE,
      },
      json: { file: 'text', bytes: 'number', sealed: 'boolean', hurt: 'list', shelfLeft: 'number' },
      run: async () => (await import('./verbs/backup.ts')).backup,
    }),
    own('restore', {
      arguments: [{ value: 'file' }],
      options: { forgettings: file, ...PASSPHRASE },
      json: RESTORED,
      run: async () => (await import('./verbs/restore.ts')).restore,
    }),
    own('check', {
      mayExit3: true,
      json: CHECKED,
      run: async () => (await import('./verbs/check.ts')).check,
    }),
    own('rebuild', {
      json: { records: 'number' },
      run: async () => (await import('./verbs/rebuild.ts')).rebuildVerb,
    }),
    own('keeper', {
      options: PASSPHRASE,
      json: { codes: 'list', fingerprint: 'text?' },
      run: async () => (await import('./verbs/keeper.ts')).keeper,
    }),
    own('export', {
      arguments: [{ value: 'file', isOptional: true }],
      options: {
        site: folder,
        private: on,
        shelf: on,
        code: { value: 'code' },
        lang: { choices: LANGS, default: 'fr' },
      },
      json: EXPORTED,
      run: async () => (await import('./verbs/export.ts')).exportVerb,
    }),
    own('import', {
      arguments: [{ value: 'file' }],
      json: IMPORTED,
      run: async () => (await import('./verbs/import.ts')).importVerb,
    }),
  ],
  workshop: [
    own('fill', {
      options: { records: needed({ value: 'count' }), day },
      json: { records: 'number', seconds: 'number' },
      run: async () => (await import('./verbs/fill.ts')).fill,
    }),
  ],
})

/** Every verb that may be typed first. */
export const VERBS: readonly Verb[] = Object.values(GROUPS).flat()
