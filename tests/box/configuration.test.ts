import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { PATH } from './run.ts'

/**
 * What box/put-in-place makes of the answers, looked at by the programs that will read it, without
 * starting any of them.
 */
const env = { ...process.env, PATH, COCOTE_USER: 'root' }
const has = (program: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${program}`], { env }).status === 0
const without = (program: string): string | false =>
  has(program) ? false : `${program} is not here`
const folder = mkdtempSync(join(tmpdir(), 'cocote-conf-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const USUAL = {
  NAME: 'Borne de Sail',
  SSID: 'Borne de Sail',
  RADIO: 'wlan0',
  WIRED: 'no',
  COUNTRY: 'FR',
  CHANNEL: '6',
  ADDRESS: '10.10.10.10',
}
type Answers = Readonly<Record<keyof typeof USUAL, string>>
type Made = Readonly<{
  status: number | null
  said: string
  file: (name: string) => string
  at: string
}>
let count = 0
function made(answers: Partial<Answers> | string | Buffer): Made {
  const at = join(folder, String(++count))
  const conf = `${at}.conf`
  const linesOf = (some: Partial<Answers>) =>
    Object.entries({ ...USUAL, ...some }).map(([key, value]) => `${key}='${value}'\n`)
  writeFileSync(
    conf,
    typeof answers === 'string' || Buffer.isBuffer(answers) ? answers : linesOf(answers).join(''),
  )
  const ran = spawnSync('box/put-in-place', ['--to', at, conf], { encoding: 'utf8', env })
  return {
    status: ran.status,
    said: ran.stderr,
    at,
    file: name => readFileSync(join(at, name), 'utf8'),
  }
}

const ODD_NAMES = [
  'Café d’à côté',
  'Sail 🎉🥖',
  'x"; rm -rf / #',
  '$(touch TRAP) `touch TRAP`',
  '@RADIO@ | & \\1 \\n',
  '"; ssid2=evil',
  '#',
  '%s%n',
  '-e',
  '*',
  'ÀÉÎÕÜàéîõüç’«»œ'.slice(0, 16),
]

test('whatever a Wi-Fi is called, its name is only a name', () => {
  const usual = made({})
  for (const name of ODD_NAMES) {
    const { status, said, file } = made({ NAME: name, SSID: name })
    assert.equal(status, 0, `${name}: ${said}`)
    const [, hex = ''] = /^ssid2=([0-9a-f]+)$/m.exec(file('hostapd.conf')) ?? []
    assert.equal(Buffer.from(hex, 'hex').toString('utf8'), name)
    for (const other of ['dnsmasq.conf', 'nftables.conf', 'cocote.service'])
      assert.equal(file(other), usual.file(other), `${name} in ${other}`)
  }
  assert.ok(!existsSync('TRAP'))
})

test('no name of a template is left in what is made', () => {
  const { at } = made({})
  for (const name of globSync('*', { cwd: at }))
    assert.doesNotMatch(readFileSync(join(at, name), 'utf8'), /@[A-Z_]+@/, name)
})

const REFUSED: Readonly<Record<string, Partial<Answers> | string | Buffer>> = {
  'a Wi-Fi of 33 bytes': { SSID: 'é'.repeat(16).concat('x') },
  'a Wi-Fi without a name': { SSID: '' },
  'a bell': { SSID: 'Sail\u0007' },
  'a line that turns around': { NAME: 'Sail \u202e liaS' },
  'half a letter': Buffer.from("NAME='Sail'\nSSID='\xc3'\n", 'latin1'),
  'not all of them': "NAME='Sail'\n",
  'a second quote': "NAME='Sail' RADIO='x'\n",
  'no quote': 'NAME=Sail\n',
  'two kinds of quotes': 'NAME="Sail"\n',
  'another variable': "PATH='/tmp'\n",
  'a command': "NAME='Sail'; touch TRAP\n",
  'a radio that is a rule': { RADIO: 'wlan0" accept; #' },
  'a radio that is a path': { RADIO: '../../x' },
  'a radio of sixteen letters': { RADIO: 'abcdefghijklmnop' },
  'a country in small letters': { COUNTRY: 'fr' },
  'a channel of elsewhere': { CHANNEL: '14' },
  'a channel that is a sum': { CHANNEL: '1+1' },
  'an address out of bounds': { ADDRESS: '10.10.10.300' },
  'an address among those that are given': { ADDRESS: '10.10.10.60' },
  'an address in octal': { ADDRESS: '10.010.10.10' },
  'neither yes nor no': { WIRED: 'peut-être' },
}
for (const [what, answers] of Object.entries(REFUSED))
  test(`refused in one sentence, nothing made: ${what}`, () => {
    const { status, said, at } = made(answers)
    assert.notEqual(status, 0)
    assert.match(said, /^[^\n]{10,200}\n$/)
    assert.ok(!existsSync(at) && !existsSync('TRAP'))
  })

test('a typewriter’s apostrophe is the one of print; 32 bytes fit', () => {
  const twice = spawnSync(
    'sh',
    [
      '-c',
      `. box/answers.sh; answer NAME "  L'abreuvoir "; printf %s "$NAME"; fitting 'Été à ` +
        "Saint-Étienne-le-Molard là' 32",
    ],
    {
      encoding: 'utf8',
      env,
    },
  )
  assert.equal(twice.stdout, 'L’abreuvoirÉté à Saint-Étienne-le-Molar')
  assert.equal(made({ SSID: 'é'.repeat(16) }).status, 0)
})

test('dnsmasq reads what is made', { skip: without('dnsmasq') }, () => {
  for (const answers of [{}, { ADDRESS: '192.168.77.1', RADIO: 'wlx00c0ca97' }]) {
    const ran = spawnSync('dnsmasq', ['--test', '-C', join(made(answers).at, 'dnsmasq.conf')], {
      encoding: 'utf8',
      env,
    })
    assert.equal(ran.status, 0, ran.stderr)
  }
  assert.match(
    made({ ADDRESS: '192.168.77.1' }).file('dnsmasq.conf'),
    /^dhcp-range=192\.168\.77\.50,192\.168\.77\.200,/m,
  )
})

test('nft takes what is made', {
  skip: without('nft') || (process.getuid?.() !== 0 && 'nft -c needs root'),
}, () => {
  for (const answers of [{}, { WIRED: 'yes' }, { RADIO: 'none', WIRED: 'yes' }]) {
    const ran = spawnSync('nft', ['-c', '-f', join(made(answers).at, 'nftables.conf')], {
      encoding: 'utf8',
      env,
    })
    assert.equal(ran.status, 0, ran.stderr)
  }
  assert.match(
    made({}).file('nftables.conf'),
    /iifname != \{ "lo", "wlan0" \} tcp dport \{ 80, 443 \} reject/,
  )
  assert.doesNotMatch(made({ WIRED: 'yes' }).file('nftables.conf'), /iifname !=/)
  // One telephone's sixty-fifth connection is dropped, before the page's door is open to anybody.
  const [counted, opened] = [
    'add @held4 { ip saddr ct count over 64 } drop',
    'tcp dport { 80, 443 } accept',
  ].map(rule => made({}).file('nftables.conf').indexOf(rule))
  assert.ok(counted! > 0 && counted! < opened!)
})

test('hostapd understands each line of what is made, and of a wrong one says so', {
  skip: without('hostapd'),
}, () => {
  const heard = (file: string) =>
    spawnSync('hostapd', [file], { encoding: 'utf8', env, timeout: 5_000 }).stdout
  const { at, file } = made({ SSID: 'Café 🎉' })
  assert.doesNotMatch(heard(join(at, 'hostapd.conf')), /Line \d+|errors? found/)
  const wrong = join(at, 'wrong.conf')
  writeFileSync(wrong, `${file('hostapd.conf')}ap_isolat=1\n`)
  assert.match(heard(wrong), /Line \d+|errors? found/)
})

test('systemd understands each unit', { skip: without('systemd-analyze') }, () => {
  const { at } = made({})
  const units = globSync('cocote*', { cwd: at }).map(unit => join(at, unit))
  assert.equal(units.length, globSync('box/units/*').length)
  const ran = spawnSync('systemd-analyze', ['verify', '--man=no', ...units], {
    encoding: 'utf8',
    env,
  })
  // What they run is not installed where this is tested.
  const odd = ran.stderr
    .split('\n')
    .filter(line => line !== '' && !/is not executable: No such file or directory$/.test(line))
  assert.deepEqual(
    odd.filter(line => line.includes('cocote')),
    [],
  )
})

/** 0 is shut, 10 wide open. */
const OPEN_AT_MOST: Readonly<Record<string, number>> = {
  'cocote.service': 2.5,
  'cocote-names.service': 4.5,
  'cocote-wifi.service': 5,
  'cocote-check.service': 4,
}
test('what is exposed of each service stays small', { skip: without('systemd-analyze') }, () => {
  const { at } = made({})
  for (const [unit, most] of Object.entries(OPEN_AT_MOST)) {
    const args = ['security', '--offline=true', `--threshold=${most * 10}`, join(at, unit)]
    const ran = spawnSync('systemd-analyze', args, {
      encoding: 'utf8',
      env: { ...env, SYSTEMD_PAGER: '' },
    })
    assert.equal(ran.status, 0, ran.stdout.split('\n').slice(-3).join('\n') + ran.stderr)
  }
})

test('the units run what the version holds', () => {
  for (const unit of globSync('box/units/*.service'))
    for (const [, program = ''] of readFileSync(unit, 'utf8').matchAll(
      /^Exec\w+=[-+]*\/opt\/cocote\/current\/(\S+)/gm,
    ))
      assert.ok(existsSync(program) || existsSync(join('box', program)), `${unit}: ${program}`)
})

test('shell that shellcheck understands', { skip: without('shellcheck') }, () => {
  const scripts = globSync('box/*').filter(
    file =>
      statSync(file).isFile() &&
      (readFileSync(file, 'utf8').startsWith('#!/bin/sh') || file.endsWith('.sh')),
  )
  const ran = spawnSync('shellcheck', ['-x', ...scripts], { encoding: 'utf8', env })
  assert.equal(ran.stdout, '')
})
