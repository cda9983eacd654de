import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import type { NetworkInterfaceInfo } from 'node:os'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { cocote } from '../../../tests/support/command-line.ts'
import { withCommunes } from '../../../tests/support/communes.ts'
import { bring, recordId, within } from '../../../tests/support/folders.ts'
import { testAll, testOnce } from '../../../tests/support/pass.ts'
import { pattern } from '../../core/pattern.ts'
import '../../../tests/support/light-seals.ts'
import { bricks } from '../../app/bricks.ts'
import { keepBackupKey } from '../../backup/backup-key.ts'
import { placesIn } from '../../files/folder.ts'
import { heavyFile } from '../../files/large-files.ts'
import { openLocal } from '../../files/local.ts'
import { addressHere, portHere } from './address.ts'
import { addArgs, fieldsOf, lookedAt, PROFILE, type RunProgram, runHere } from './wifi.ts'

const COCOTE = fileURLToPath(new URL('../../../bin/cocote', import.meta.url))
const root = mkdtempSync(join(tmpdir(), 'cocote-evening-test-'))
/** Without the brick that makes it there is no card. */
const hasCard = bricks.some(brick => brick.prints?.some(print => print.kind === 'comptoir'))
/** A film of the shelf, and the type that names it; absent without that brick. */
const FILM = randomBytes(400_000)
const SHELF = bricks.flatMap(brick => brick.records).find(({ name }) => name === 'shelf-file')
const begun: ChildProcess[] = []
after(() => {
  for (const one of begun) one.kill('SIGKILL')
  rmSync(root, { recursive: true, force: true })
})

/** A NetworkManager that answers what it is told to, and writes down what it was asked. */
function standIn(
  answers: Readonly<Record<string, string>> = {},
): Readonly<{ path: string; asked: () => readonly string[] }> {
  const folder = mkdtempSync(join(root, 'bin-'))
  const log = join(folder, 'asked')
  const cases = Object.entries({
    '*general*': 'echo running:enabled:enabled',
    '*"device status"*':
      'echo "wlp2s0:wifi:connected:11aa"; echo "lo:loopback:connected (externally):22bb"',
    '*"device show"*': 'echo WIFI-PROPERTIES.AP:yes',
    ...answers,
  })
  const script =
    `#!/bin/sh\necho "$*" >>${log}\ncase "$*" ` +
    `in\n${cases.map(([when, does]) => `${when}) ${does} ;;`).join('\n')}\nesac\n`
  writeFileSync(join(folder, 'nmcli'), script)
  chmodSync(join(folder, 'nmcli'), 0o755)
  return {
    path: folder,
    asked: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
  }
}
const saying =
  (out: Readonly<Record<string, string>>, code = 0): RunProgram =>
  async (_command, args) => {
    const found = Object.entries(out).find(([words]) => args.join(' ').includes(words))
    return found ? { code, out: found[1], err: '' } : { code: 1, out: '', err: '' }
  }

testOnce(
  'the Wi-Fi is looked at: no manager, no radio, one that is off, one that opens nothing, one ' +
    'that can',
  async () => {
    const can = {
      general: 'running:enabled:enabled\n',
      'device status': 'wlp2s0:wifi:connected:11aa\n',
      'device show': 'WIFI-PROPERTIES.AP:yes\n',
    }
    assert.deepEqual(await lookedAt(async () => ({ code: 127, out: '', err: '' })), {
      can: false,
      why: 'noManager',
    })
    assert.deepEqual(await lookedAt(saying({ ...can, general: 'not running:unknown:unknown\n' })), {
      can: false,
      why: 'noManager',
    })
    assert.deepEqual(
      await lookedAt(saying({ ...can, 'device status': 'eth0:ethernet:connected:33cc\n' })),
      { can: false, why: 'noRadio' },
    )
    assert.deepEqual(await lookedAt(saying({ ...can, general: 'running:enabled:disabled\n' })), {
      can: false,
      why: 'off',
    })
    assert.deepEqual(await lookedAt(saying({ ...can, 'device show': 'WIFI-PROPERTIES.AP:no\n' })), {
      can: false,
      why: 'noAp',
    })
    assert.deepEqual(await lookedAt(saying(can)), { can: true, device: 'wlp2s0', was: '11aa' })
    assert.deepEqual(
      await lookedAt(saying({ ...can, 'device status': 'wlp2s0:wifi:disconnected:\n' })),
      {
        can: true,
        device: 'wlp2s0',
        was: undefined,
      },
    )
  },
)

testOnce('fields of nmcli are parted by colons, and hold their own', () => {
  assert.deepEqual(fieldsOf('a:b\\:c:d\\\\'), ['a', 'b:c', 'd\\'])
})

testOnce('this machine is looked at as it is, with or without NetworkManager', async () => {
  const here = await lookedAt(runHere)
  assert.ok(here.can || ['noManager', 'noRadio', 'off', 'noAp'].includes(here.why))
  assert.equal((await runHere('cocote-no-such-program', [])).code, 127)
})

const offline = spawnSync('nmcli', ['--offline', '--version'], { encoding: 'utf8' }).status === 0
testOnce(
  'the real nmcli takes what opens the Wi-Fi: open to all, a profile of its own, the box’s ' +
    'own address',
  {
    skip: offline ? false : 'no nmcli here: its package network-manager brings it',
  },
  () => {
    const made = spawnSync('nmcli', ['--offline', ...addArgs('wlp2s0', 'Le bar, Sail')], {
      encoding: 'utf8',
    })
    assert.equal(made.status, 0, made.stderr)
    for (const line of [
      `id=${PROFILE}`,
      'mode=ap',
      'ssid=Le bar, Sail',
      'address1=10.10.10.10/24',
      'method=shared',
      'autoconnect=false',
    ])
      assert.ok(made.stdout.includes(line), `${line}\n${made.stdout}`)
    assert.doesNotMatch(made.stdout, /wifi-security/)
  },
)

testOnce(
  'the address that others read it under: the one that is shared, else the network’s, else ' +
    'none',
  () => {
    const at = (...all: readonly string[]) =>
      addressHere({
        x: all.map(
          address =>
            ({
              address,
              family: 'IPv4',
              internal: address.startsWith('127.'),
            }) as NetworkInterfaceInfo,
        ),
      })
    assert.equal(at('127.0.0.1'), undefined)
    assert.equal(at('127.0.0.1', '169.254.3.4'), undefined)
    assert.equal(at('192.168.1.20', '10.42.0.1'), '10.42.0.1')
    assert.equal(at('127.0.0.1', '192.168.1.20'), '192.168.1.20')
  },
)

testOnce('a port that is taken is left for the next', async () => {
  const free = await portHere([])
  assert.ok(free > 0)
  const { createServer } = await import('node:net')
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(0, '0.0.0.0', resolve))
  const { port } = taken.address() as { port: number }
  assert.notEqual(await portHere([port]), port)
  taken.close()
})

testOnce('a name that no Wi-Fi can bear is said, and --look opens nothing', async t => {
  for (const name of ['', 'x'.repeat(33), 'l’été\u0000', `${'x'.repeat(30)}'`])
    assert.equal((await cocote(t, 'evening', '--wifi', name)).code, 2, name)
  const folder = join(root, 'rien')
  const { code, out } = await cocote(t, 'evening', '--look', '--data', folder)
  assert.equal(code, 0)
  assert.ok(out.trim().length > 20)
  assert.equal(existsSync(folder), false)
})

let made: Promise<string> | undefined
/** A folder with a village and a film, and what seals its backups. It is copied. */
const filled = (): Promise<string> => (made ??= fill(join(root, 'box')))
async function fill(folder: string): Promise<string> {
  const ref = {
    hash: createHash('sha256').update(FILM).digest('hex'),
    name: 'film.mp4',
    type: 'video/mp4',
    size: FILM.length,
  }
  within(folder, engine => {
    bring(engine, { type: 'territory', id: recordId(2), fields: { name: 'Sail', keptBy: 'Anaïs' } })
    if (SHELF)
      bring(engine, {
        type: SHELF.name,
        id: recordId(1),
        fields: { title: 'Un film', file: [ref] },
        space: 'home',
      })
  })
  withCommunes(folder)
  await keepBackupKey(folder, { salt: '', passphrase: 'quatre mots pour la cle' })
  openLocal(placesIn(folder).local).db.close()
  return folder
}
/** One evening in a process of its own, on a copy of the folder, with a key of its own. */
type Going = Readonly<{
  process: ChildProcess
  said: () => string
  gone: Promise<number | string>
  folder: string
  key: string
  card: string
}>
async function evening(path: string, ...args: readonly string[]): Promise<Going> {
  const here = mkdtempSync(join(root, 'soiree-'))
  const [folder, key] = [join(here, 'box'), join(here, 'key')]
  const isLookedAt = args.includes('--wifi') || args.includes('--json')
  // There is no such form: nothing is typeset where no test reads it.
  const card = join(here, isLookedAt ? 'carte.pdf' : 'carte.html')
  cpSync(await filled(), folder, { recursive: true })
  mkdirSync(key)
  const env = {
    ...process.env,
    PATH: `${path}${delimiter}${process.env['PATH']}`,
    COCOTE_KEYS: key,
    COCOTE_MDNS: '0',
    LANG: 'fr_FR.UTF-8',
    LC_ALL: '',
  }
  const all = [
    'evening',
    '--data',
    folder,
    '--port',
    '0',
    '--tls-port',
    '0',
    '--card',
    card,
    ...args,
  ]
  const child = spawn(COCOTE, all, { stdio: ['ignore', 'pipe', 'pipe'], env })
  begun.push(child)
  let text = ''
  child.stdout.on('data', part => void (text += part))
  child.stderr.on('data', part => void (text += part))
  const gone = new Promise<number | string>(resolve =>
    child.on('close', (code, signal) => resolve(signal ?? code ?? -1)),
  )
  return {
    process: child,
    said: () => text.replace(/[\u00a0\u202f]/g, ' '),
    gone,
    folder,
    key,
    card,
  }
}
async function until(is: () => boolean, said: () => string): Promise<void> {
  for (const end = Date.now() + 40_000; Date.now() < end; await setTimeout(100)) if (is()) return
  assert.fail(said())
}
const isOpen = (one: Going) => () =>
  /La page se lit à/.test(one.said()) || /"address"/.test(one.said())
const closing = [
  `connection down ${PROFILE}`,
  `connection delete ${PROFILE}`,
  'connection up uuid 11aa',
]

testOnce(
  'an evening: the Wi-Fi opens, its straight quote curled, the page answers, the card is made; ' +
    'Ctrl-C closes it and writes all on the key',
  async () => {
    const manager = standIn()
    const one = await evening(manager.path, '--hotspot', '--wifi', " L'Escale ")
    await until(isOpen(one), one.said)
    assert.match(one.said(), /Le Wi-Fi « L’Escale » est ouvert/)
    assert.match(one.said(), /La page se lit à http:\/\/10\.10\.10\.10/)
    if (hasCard) assert.equal(readFileSync(one.card, 'latin1').slice(0, 5), '%PDF-')
    else assert.match(one.said(), /à la main/)
    // What the shelf holds is a part of everything.
    mkdirSync(placesIn(one.folder).heavy, { recursive: true })
    writeFileSync(heavyFile(one.folder, createHash('sha256').update(FILM).digest('hex')), FILM)
    const asked = manager.asked()
    assert.ok(asked.includes(addArgs('wlp2s0', 'L’Escale').join(' ')), asked.join('\n'))
    const address = readFileSync(placesIn(one.folder).address, 'utf8')
    assert.equal((await fetch(address)).status, 200)
    one.process.kill('SIGINT')
    assert.equal(await one.gone, 0, one.said())
    assert.deepEqual(manager.asked().slice(-3), closing)
    const written = readdirSync(one.key).sort()
    assert.equal(written.length, 2, one.said())
    assert.match(
      written.join(' '),
      /^soiree-\d{4}-\d\d-\d\d\.cocote soiree-\d{4}-\d\d-\d\d\.cocote-sauvegarde$/,
    )
    assert.equal(statSync(join(one.key, written[1]!)).size > FILM.length, SHELF !== undefined)
    assert.match(
      one.said(),
      pattern('s')`
        les nouvelles pour qui les emporte.*tout, scellé par la phrase de passe.*
        Le Wi-Fi est refermé
      `,
    )
  },
)

testOnce(
  'a laptop that kills it at once has its Wi-Fi closed all the same, and its own network back',
  async () => {
    const manager = standIn()
    const one = await evening(manager.path, '--hotspot')
    await until(isOpen(one), one.said)
    one.process.kill('SIGKILL')
    assert.equal(await one.gone, 'SIGKILL')
    await until(
      () => manager.asked().slice(-3).join() === closing.join(),
      () => manager.asked().join('\n'),
    )
  },
)

testAll(
  'a Wi-Fi that does not open is undone and said; the evening goes on, with three lines to ' +
    'share it by hand',
  async () => {
    const manager = standIn({
      '*"connection up cocote-soiree"*':
        'echo "Error: Connection activation failed: no secrets" >&2; exit 4',
    })
    const one = await evening(manager.path, '--hotspot')
    await until(isOpen(one), one.said)
    assert.match(
      one.said(),
      pattern()`
        n’a pas pu s’ouvrir \(Connection activation failed: no secrets\)\. Rien n’est changé\.
        \n1\. .*\n2\. .*CoCoTe.*\n3\.${' '}
      `,
    )
    assert.deepEqual(manager.asked().slice(-3), closing)
    one.process.kill('SIGTERM')
    assert.equal(await one.gone, 0, one.said())
  },
)

testAll('the Wi-Fi stays as it is unless the option asks to open it', async () => {
  const manager = standIn()
  const one = await evening(manager.path, '--json')
  await until(isOpen(one), one.said)
  one.process.kill('SIGINT')
  assert.equal(await one.gone, 0, one.said())
  assert.ok(
    manager.asked().every(line => line.startsWith('-t -f ')),
    manager.asked().join('\n'),
  )
  const [open, written] = one
    .said()
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Record<string, unknown>)
  assert.deepEqual(
    [open?.['opened'], open?.['wifi'], open?.['card']],
    [false, 'CoCoTe', hasCard ? one.card : undefined],
  )
  assert.equal(written?.['key'], one.key)
  assert.ok(Number(written?.['bytes']) > 0 && Number(written?.['entries']) > 0)
})

testAll(
  'without NetworkManager three lines say how to share the Wi-Fi; without a key, how to write ' +
    'it later',
  async () => {
    const nothing = mkdtempSync(join(root, 'bin-'))
    writeFileSync(join(nothing, 'nmcli'), '#!/bin/sh\nexit 127\n')
    chmodSync(join(nothing, 'nmcli'), 0o755)
    const one = await evening(nothing)
    rmSync(one.key, { recursive: true })
    await until(isOpen(one), one.said)
    assert.match(one.said(), /NetworkManager n’y est pas.*\n1\. .*\n2\. .*\n3\. /)
    one.process.kill('SIGINT')
    assert.equal(await one.gone, 1)
    assert.match(one.said(), new RegExp(`Il n’y a pas de clé à ${one.key}`))
    assert.equal(existsSync(dirname(one.key)), true)
  },
)
