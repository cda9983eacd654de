import '../../tests/support/light-seals.ts'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { tempFolder } from '../../tests/support/folders.ts'
import { type Box, newBox } from '../log/box.ts'
import { Unreadable } from '../reading/unreadable.ts'
import type { VersionEntry } from './chosen.ts'
import { VersionFault, type VersionFaultCode } from './fault.ts'
import { versionsIn } from './found.ts'
import { newSigningKey, openSigningKey, trustedKeys } from './keys.ts'
import { unpackVersion, type VersionRequirements, verifyContent, verifyFront } from './open.ts'
import { inOrder, isVersion } from './order.ts'
import { packVersion } from './pack.ts'
import { stageAddress, stageFile } from './staged.ts'
import { FRONT, frontOf, type Statement, VERSION_FORMAT } from './statement.ts'
import { END, filling, headerOf, type TarEntry } from './tar.ts'

const MADE = new Date('2026-12-05T11:00:00Z')
const key = newBox()
const asked: VersionRequirements = {
  keys: [{ name: key.name, whose: 'Anaïs' }],
  arch: 'x64',
  current: '1.0.0',
}
const ABOUT = { version: '1.1.0', arch: 'x64', from: '0.9.0', log: 1 } as const

const text = (name: string, content: string, isRun = false): VersionEntry => {
  const bytes = Buffer.from(content, 'utf8')
  return { kind: 'file', name, isRun, size: bytes.length, bytes }
}
const LONG = `${'dossier/'.repeat(12)}${'n'.repeat(90)}.ts`
const folders = (name: string): readonly VersionEntry[] =>
  name
    .split('/')
    .slice(0, -1)
    .map((_, at, all) => ({ kind: 'folder', name: all.slice(0, at + 1).join('/') }))
const TREE: readonly VersionEntry[] = [
  { kind: 'folder', name: 'bin' },
  text('bin/cocote', '#!/bin/sh\necho 1.1.0\n', true),
  { kind: 'link', name: 'bin/node', to: '../node/node' },
  ...folders(LONG),
  text(LONG, 'long'),
  text('vide', ''),
  text('été.txt', 'x'.repeat(100_000)),
]

async function packed(of: Partial<Parameters<typeof packVersion>[0]> = {}): Promise<string> {
  const file = join(tempFolder(), 'cocote-1.1.0-x64.tar.gz')
  await packVersion({ file, chosen: TREE, about: ABOUT, made: MADE, signer: key, ...of })
  return file
}

/** A file that a stolen key signs, whatever it holds. */
function forged(
  entries: readonly (readonly [TarEntry | Buffer, Buffer?])[],
  said: Partial<Statement> = {},
  signer: Box = key,
): string {
  const blocks = entries.flatMap(([entry, bytes]) => [
    Buffer.isBuffer(entry) ? entry : headerOf(entry, 0),
    ...(bytes ? [bytes, filling(bytes.length)] : []),
  ])
  const body = gzipSync(Buffer.concat([...blocks, END]))
  const statement = {
    kind: 'cocote-version',
    format: VERSION_FORMAT,
    ...ABOUT,
    made: MADE.toISOString(),
    bytes: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
    unpacked: 1_000_000,
    entries: entries.length,
    ...said,
  } as const
  const file = join(tempFolder(), 'cocote-1.1.0-x64.tar.gz')
  writeFileSync(file, Buffer.concat([frontOf(statement, signer), body]))
  return file
}
const isFault =
  (code: VersionFaultCode, ...others: readonly VersionFaultCode[]) =>
  (error: unknown): boolean =>
    error instanceof VersionFault && [code, ...others].includes(error.code)

test('a packed version is accepted, and unpacks as it was: names, modes, links', async () => {
  const file = await packed()
  const said = await verifyContent(file, asked)
  assert.deepEqual([said.version, said.entries, said.key], ['1.1.0', TREE.length, key.name])
  const out = join(tempFolder(), 'v')
  await unpackVersion(file, said, out)
  for (const one of TREE) {
    const found = lstatSync(join(out, one.name))
    if (one.kind === 'file') {
      assert.deepEqual(readFileSync(join(out, one.name)), one.bytes)
      assert.equal((found.mode & 0o111) !== 0, one.isRun)
    } else assert.ok(one.kind === 'folder' ? found.isDirectory() : found.isSymbolicLink())
  }
})

test('any tar opens it: the statement in front is no file of it', async () => {
  const file = await packed()
  assert.equal(spawnSync('gzip', ['-t', file]).status, 0)
  const { stdout } = spawnSync('tar', ['-tzf', file], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  const names = stdout.trim().split('\n')
  assert.deepEqual(
    names.map(name => name.replace(/\/$/, '')),
    TREE.map(({ name }) => name),
  )
})

test('the same tree, moment and key give the same bytes', async () => {
  const [one, two] = [await packed(), await packed()]
  assert.deepEqual(readFileSync(one), readFileSync(two))
})

test(
  'a key that is not known, no signature, another machine, an older version, the same, one ' +
    'too far: each is refused',
  async () => {
    const file = await packed()
    const with_ = (more: Partial<VersionRequirements>) => () =>
      verifyFront(file, { ...asked, ...more })
    assert.throws(with_({ keys: [] }), isFault('unknownKey'))
    assert.throws(with_({ arch: 'arm64' }), isFault('otherArch'))
    assert.throws(with_({ current: '1.1.0' }), isFault('same'))
    assert.throws(with_({ current: '1.1.0', older: true }), isFault('same'))
    assert.throws(with_({ current: '1.2.0' }), isFault('older'))
    assert.equal(verifyFront(file, { ...asked, current: '1.2.0', older: true }).version, '1.1.0')
    assert.throws(with_({ current: '0.8.0' }), isFault('tooFar'))
    assert.equal(verifyFront(file, { ...asked, current: undefined }).version, '1.1.0')
    const unsigned = await packed({ signer: undefined })
    assert.throws(() => verifyFront(unsigned, asked), isFault('unsigned'))
  },
)

test('a changed byte, a cut, or bytes after the end are found', async () => {
  const file = await packed({ chosen: [text('a', 'b')] })
  const whole = readFileSync(file)
  const odd = join(tempFolder(), 'odd.tar.gz')
  for (let at = 0; at < whole.length; at += at < 900 || at >= FRONT ? 1 : 97) {
    const bytes = Buffer.from(whole)
    bytes[at] = bytes[at]! ^ 1
    writeFileSync(odd, bytes)
    const fault = await verifyContent(odd, asked).then(
      () => undefined,
      error => error,
    )
    assert.ok(
      fault === undefined ? isInFilling(whole, at) : fault instanceof VersionFault,
      `byte ${at}: ${fault}`,
    )
  }
  for (let length = 0; length < whole.length; length += 61) {
    writeFileSync(odd, whole.subarray(0, length))
    await assert.rejects(verifyContent(odd, asked), isFault('cut', 'notVersion'), `${length} bytes`)
  }
  writeFileSync(odd, Buffer.concat([whole, Buffer.from('x')]))
  await assert.rejects(verifyContent(odd, asked), isFault('altered'))
})
/**
 * Past the signature the front is only filled; gzip’s tenth byte names a system. Nobody reads
 * either.
 */
const isInFilling = (whole: Buffer, at: number): boolean =>
  at === 9 || (at < FRONT && at >= whole.indexOf('C0', 0, 'latin1'))

test('an archive signed by a stolen key still writes nothing outside, and leaves nothing', async () => {
  const outside = join(tempFolder(), 'outside')
  mkdirSync(outside)
  const file = (name: string): readonly [TarEntry, Buffer] => [
    { kind: 'file', name, isRun: false, size: 1 },
    Buffer.from('x'),
  ]
  const odd = (kind: string): readonly [Buffer] => {
    const block = headerOf({ kind: 'file', name: 'odd', isRun: false, size: 0 }, 0)
    block.write(kind, 156, 'latin1')
    block.write('        ', 148, 'latin1')
    block.write(
      `${block
        .reduce((sum, byte) => sum + byte, 0)
        .toString(8)
        .padStart(6, '0')}\0 `,
      148,
      'latin1',
    )
    return [block]
  }
  const cases: Readonly<Record<string, readonly (readonly [TarEntry | Buffer, Buffer?])[]>> = {
    'up and out': [file('../x')],
    'from the root': [file(`${outside}/x`)],
    'up in the middle': [[{ kind: 'folder', name: 'a' }], file('a/../../x')],
    'a point': [file('./x')],
    'a name with a backslash': [file('a\\b')],
    'a name with a line': [file('a\nb')],
    'through a link': [[{ kind: 'link', name: 'a', to: 'b' }], file('a/x')],
    'through a link to outside': [[{ kind: 'link', name: 'a', to: outside }], file('a/x')],
    'a link to outside': [[{ kind: 'link', name: 'a', to: '../../etc/passwd' }]],
    'a link from the root': [[{ kind: 'link', name: 'a', to: '/etc/passwd' }]],
    'a link that climbs out on its way': [
      [{ kind: 'folder', name: 'a' }],
      [{ kind: 'link', name: 'a/b', to: '../../a/b' }],
    ],
    'a name twice': [file('x'), file('x')],
    'a folder that did not come': [file('a/x')],
    'a hard link': [odd('1')],
    'a device': [odd('3')],
    'a pipe': [odd('6')],
    'an extension': [odd('x')],
    'a name that is too long': [file(`${'n'.repeat(99)}`), [{ kind: 'folder', name: '' }]],
  }
  for (const [name, entries] of Object.entries(cases)) {
    const bad = forged(entries)
    const said = await verifyContent(bad, asked)
    const parent = tempFolder()
    await assert.rejects(unpackVersion(bad, said, join(parent, 'v')), isFault('entry'), name)
    assert.deepEqual([readdirSync(parent), readdirSync(outside)], [[], []], name)
  }
})

test(
  'a statement that lies about what unpacks, how many, how large; a bomb: stopped before it ' +
    'fills anything',
  async () => {
    const zeros = Buffer.alloc(5_000_000)
    const bomb: readonly (readonly [TarEntry, Buffer])[] = [
      [{ kind: 'file', name: 'x', isRun: false, size: zeros.length }, zeros],
    ]
    const taken = async (file: string): Promise<void> =>
      unpackVersion(file, await verifyContent(file, asked), join(tempFolder(), 'v'))
    await assert.rejects(taken(forged(bomb)), isFault('swollen'))
    await assert.rejects(taken(forged(bomb, { unpacked: 6_000_000, entries: 2 })), isFault('entry'))
    const one: readonly (readonly [TarEntry])[] = [
      [{ kind: 'folder', name: 'a' }],
      [{ kind: 'folder', name: 'b' }],
    ]
    await assert.rejects(taken(forged(one, { entries: 1 })), isFault('swollen'))
    for (const said of [{ unpacked: 2 ** 40 }, { entries: 10 ** 9 }, { bytes: 2 ** 40 }])
      assert.throws(
        () => verifyFront(forged(one, said), asked),
        isFault('swollen'),
        JSON.stringify(said),
      )
    for (const said of [
      { version: '../x' },
      { bytes: -1 },
      { sha256: 'x' },
      { arch: 'mips' as 'x64' },
      { made: 'hier' },
    ])
      assert.throws(
        () => verifyFront(forged(one, said), asked),
        isFault('malformed'),
        JSON.stringify(said),
      )
    assert.throws(() => verifyFront(forged(one, { format: 2 }), asked), isFault('newerFormat'))
    const short = forged([
      [{ kind: 'file', name: 'x', isRun: false, size: 4_000 }, Buffer.from('short')],
    ])
    await assert.rejects(taken(short), isFault('cut', 'entry'))
  },
)

test('bytes that are no version file never do more than be refused', async () => {
  const file = join(tempFolder(), 'cocote-9.9.9-x64.tar.gz')
  const whole = readFileSync(await packed({ chosen: [text('a', 'b')] }))
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat({ max: whole.length }),
      async (bytes, at) => {
        writeFileSync(file, Buffer.concat([whole.subarray(0, at), bytes]))
        await assert.rejects(verifyContent(file, { ...asked, keys: [] }), VersionFault)
      },
    ),
    { numRuns: 200 },
  )
})

test('versions in their order, a trial before what it tries', () => {
  const sorted = [
    '0.9.9',
    '1.0.0-1',
    '1.0.0-essai',
    '1.0.0-essai.2',
    '1.0.0-essai.10',
    '1.0.0',
    '1.0.1',
    '1.10.0',
    '2.0.0',
  ]
  assert.deepEqual([...sorted].reverse().sort(inOrder), sorted)
  for (const odd of [
    '',
    '1',
    '1.0',
    'v1.0.0',
    '1.0.0+x',
    '1.0.0-',
    '../1.0.0',
    '1.0.0 ',
    '99999.0.0',
  ])
    assert.equal(isVersion(odd), false, odd)
})

test('a signing key is encrypted; other files in a folder of keys are ignored', async () => {
  const folder = tempFolder()
  const file = join(folder, 'cle')
  const box = await newSigningKey(file, 'Anaïs et Malo', 'quatre mots au hasard')
  assert.doesNotMatch(readFileSync(file, 'latin1'), /PRIVATE KEY/)
  assert.equal(statSync(file).mode & 0o077, 0)
  assert.equal((await openSigningKey(file, 'quatre mots au hasard')).name, box.name)
  await assert.rejects(openSigningKey(file, 'quatre autres mots ici'))
  writeFileSync(join(folder, '._cle.pub'), '\0\0')
  writeFileSync(join(folder, 'vide.pub'), '')
  mkdirSync(join(folder, 'dossier.pub'))
  assert.deepEqual(trustedKeys(folder), [{ name: box.name, whose: 'Anaïs et Malo' }])
  assert.deepEqual(trustedKeys(join(folder, 'absent')), [])
})

test(
  'the files of a key are listed, newest first, with number or fault; other files are ' +
    'left out',
  async () => {
    const folder = tempFolder()
    for (const version of ['1.1.0', '1.2.0', '0.5.0'])
      await packed({
        file: join(folder, `cocote-${version}-x64.tar.gz`),
        about: { ...ABOUT, version },
      })
    await packed({
      file: join(folder, 'cocote-1.3.0-x64.tar.gz'),
      about: { ...ABOUT, version: '1.3.0' },
      signer: newBox(),
    })
    truncateSync(join(folder, 'cocote-1.2.0-x64.tar.gz'), FRONT + 100)
    writeFileSync(join(folder, 'photo.jpg'), 'x')
    assert.deepEqual(
      versionsIn(folder, asked).map(({ said, fault }) => [said?.version, fault?.code]),
      [
        ['1.3.0', 'unknownKey'],
        ['1.2.0', 'cut'],
        ['1.1.0', undefined],
        ['0.5.0', 'older'],
      ],
    )
    assert.deepEqual(versionsIn(join(folder, 'absent'), asked), [])
    assert.equal(existsSync(join(folder, 'photo.jpg')), true)
  },
)

test(
  'a version comes off a key, or from an address, to wait for root’s hand: one at a time, and ' +
    'none that is refused',
  async () => {
    const updates = join(tempFolder(), 'updates')
    const file = await packed()
    const { file: staged } = await stageFile(file, updates, asked)
    assert.deepEqual(readFileSync(staged), readFileSync(file))
    // What was being copied, by the page or off a key, and was cut.
    for (const cut of ['new', 'part'])
      writeFileSync(join(updates, `cocote-9.9.9-x64.tar.gz.${cut}`), 'half')
    const next = await packed({ about: { ...ABOUT, version: '1.2.0' } })
    const server = createServer((_ask, answer) => void answer.end(readFileSync(next)))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/derniere`
    try {
      await assert.rejects(
        stageAddress(at, updates, { ...asked, keys: [] }, { allowLocal: true }),
        isFault('unknownKey'),
      )
      const whole = readdirSync(updates).filter(name => !name.startsWith('cocote-9.9.9'))
      assert.deepEqual(whole, ['cocote-1.1.0-x64.tar.gz'])
      await assert.rejects(stageAddress(at, updates, asked, {}), Unreadable)
      const { said } = await stageAddress(at, updates, asked, { allowLocal: true })
      assert.equal(said.version, '1.2.0')
      assert.deepEqual(readdirSync(updates), ['cocote-1.2.0-x64.tar.gz'])
    } finally {
      server.close()
    }
  },
)
