import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { noGround } from './ground.ts'
import { PATH } from './run.ts'

/**
 * Where box/install stops, and what it says before it begins. It is run for real, in a namespace
 * where what must not be changed can't be: /etc, /opt and /var are covered by a layer that goes
 * with the test.
 */
type Ran = Readonly<{ status: number | null; said: string; changed: readonly string[] }>
type Of = Readonly<{
  before?: string
  args?: readonly string[]
  stubs?: Readonly<Record<string, string>>
  env?: Readonly<Record<string, string>>
  answers?: string
}>

function install(of: Of): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-refused-'))
  try {
    const bin = join(folder, 'bin')
    mkdirSync(bin)
    for (const [name, script] of Object.entries(of.stubs ?? {})) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`)
      chmodSync(join(bin, name), 0o755)
    }
    writeFileSync(
      join(folder, 'os'),
      'PRETTY_NAME="Debian GNU/Linux 13 ' +
        '(trixie)"\nID=debian\nVERSION_ID="13"\nVERSION_CODENAME=trixie\n',
    )
    writeFileSync(join(folder, 'answers'), of.answers ?? '')
    const layers = ['etc', 'opt', 'var'].map(
      name =>
        `mkdir -p ${folder}/l/${name} ${folder}/l/${name}.work; mount -t overlay overlay -o ` +
        `lowerdir=/${name},upperdir=${folder}/l/${name},workdir=${folder}/l/${name}.work ` +
        `/${name}`,
    )
    const lines = [
      'set -e',
      `mount -t tmpfs tmpfs ${folder}/layers`,
      ...layers.map(line => line.replaceAll(`${folder}/l/`, `${folder}/layers/`)),
      `mount --bind ${folder}/os /etc/os-release`,
      of.before ?? ':',
      `export PATH=${bin}:${PATH}`,
      `box/install ${(of.args ?? ['--yes']).join(' ')} </dev/null && code=0 || code=$?`,
      `(cd ${folder}/layers && find etc opt var -type f | sed "s/^/changed /")`,
      'exit $code',
    ]
    mkdirSync(join(folder, 'layers'))
    const ran = spawnSync('unshare', ['--mount', '--net', 'sh', '-c', lines.join('\n')], {
      encoding: 'utf8',
      env: { PATH, ANSWERS: join(folder, 'answers'), FOLDER: folder, ...of.env },
      timeout: 60_000,
    })
    const out = `${ran.stdout}${ran.stderr}`.split('\n')
    return {
      status: ran.status,
      said: out.filter(line => !line.startsWith('changed ')).join('\n'),
      changed: out.filter(line => line.startsWith('changed ')),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
const NAMED = { COCOTE_NAME: 'Borne de Sail', COCOTE_RADIO: 'wlan7' }

const REFUSED: Readonly<Record<string, readonly [Of, RegExp]>> = {
  'without root': [{ stubs: { id: 'echo 1000' } }, /Il faut être root : sudo box\/install/],
  'on another system': [
    {
      before:
        'printf "ID=fedora\\nVERSION_ID=44\\nPRETTY_NAME=\\"Fedora Linux 44\\"\\n" >$FOLDER/os',
    },
    /Ce système \(Fedora Linux 44\) n’est pas de ceux/,
  ],
  'on an old Debian': [
    { before: 'printf "ID=debian\\nVERSION_ID=11\\n" >$FOLDER/os' },
    /Debian 12 ou 13/,
  ],
  'in 32 bits': [{ stubs: { dpkg: 'echo armhf' } }, /« armhf » ; il faut un système 64 bits/],
  'on a small disk': [
    { before: 'mount -t tmpfs -o size=100M tmpfs /opt' },
    /Il reste 100 Mo sur le disque qui porte \/opt ; il en faut 1200/,
  ],
  'with an answer that is none': [{ env: { COCOTE_WIRED: 'parfois' } }, /répondez oui ou non/],
  'with a file that is none': [
    { args: ['--yes', '--answers', '/nowhere'] },
    /Il n’y a pas de fichier \/nowhere/,
  ],
  'with a file that would be a command': [
    { args: ['--yes', '--answers', '$ANSWERS'], answers: "NAME='x'; reboot\n" },
    /ne se lit pas/,
  ],
  'with an option of elsewhere': [{ args: ['--force'] }, /L’option --force n’existe pas/],
  'where a person is called cocote': [
    { before: 'echo "cocote:x:1001:1001::/home/cocote:/bin/sh" >>/etc/passwd' },
    /Un compte « cocote » existe déjà/,
  ],
  'where the house’s network has the same addresses': [
    {
      before: 'ip link add eth7 type veth peer name far && ip address add 10.10.10.44/24 dev eth7',
      env: NAMED,
    },
    /Le réseau de eth7 \(10\.10\.10\.44\/24\) a les mêmes adresses/,
  ],
}
for (const [what, [of, sentence]] of Object.entries(REFUSED))
  test(`nothing is installed ${what}, and it is said`, { skip: noGround }, () => {
    const { status, said, changed } = install(of)
    assert.notEqual(status, 0)
    assert.match(said, sentence)
    assert.deepEqual(
      changed.filter(line => !/passwd$/.test(line)),
      [],
    )
  })

test('--show says all that would be changed, and changes nothing; who may not be asked gets the ' +
  'defaults', {
  skip: noGround,
}, () => {
  const { status, said, changed } = install({
    args: ['--show', '--answers', '$ANSWERS'],
    answers: "NAME='L’abreuvoir'\nRADIO='wlan7'\n",
  })
  assert.deepEqual([status, changed], [0, []], said)
  for (const part of [
    '« L’abreuvoir », ouvert, sans mot de passe (radio wlan7',
    'http://10.10.10.10',
    'compte',
    '/opt/cocote',
    '/etc/cocote/uninstall » défait tout',
    'n’est pas là aujourd’hui',
  ])
    assert.ok(said.includes(part), `${part} in ${said}`)
})

test('three questions on a terminal, each with its answer ready; a wrong one is asked again', {
  skip: noGround || (!existsSync('/usr/bin/script') && 'script is not here'),
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-asked-'))
  try {
    const typed = ["L'abreuvoir", 'wlan 0', 'wlan0', 'peut-être', 'oui', 'non']
      .map(line => `sleep 0.3; echo "${line}"`)
      .join('; ')
    writeFileSync(join(folder, 'os'), 'ID=debian\nVERSION_ID=13\n')
    const inside =
      `mount --bind ${folder}/os /etc/os-release; mount -t tmpfs tmpfs /var/lib; (sleep 1; ` +
      `${typed}) | script -qec box/install /dev/null`
    const ran = spawnSync('unshare', ['--mount', '--net', 'sh', '-c', inside], {
      encoding: 'utf8',
      env: { PATH, HOME: '/root' },
      timeout: 30_000,
    })
    const said = ran.stdout.replaceAll('\r', '')
    for (const part of [
      '1. Comment s’appelle la borne ?',
      '2. Quelle radio',
      'La radio se nomme comme',
      '3. La page se lit-elle',
      'répondez oui ou non',
      'la page se lit aussi',
      '« L’abreuvoir »',
      'Continuer ?',
      'Rien n’est changé.',
    ])
      assert.ok(said.includes(part), `${part} in ${said}`)
    assert.ok(
      !existsSync('/etc/cocote/box.conf') ||
        !readFileSync('/etc/cocote/box.conf', 'utf8').includes('abreuvoir'),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
