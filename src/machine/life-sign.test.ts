import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as later } from 'node:timers/promises'
import { tellInstaller } from '../files/run-folder.ts'
import { lifeSign, signEveryMs } from './life-sign.ts'

const WATCHED = { NOTIFY_SOCKET: '/run/systemd/notify', WATCHDOG_USEC: '60000' }

test('outside systemd nothing is said', async () => {
  const said: string[] = []
  const sign = lifeSign({ WATCHDOG_USEC: '6000' }, state => said.push(state))
  sign.starting()
  sign.ready(() => Promise.resolve())
  await later(20)
  sign.stopping()
  assert.deepEqual(said, [])
})

test('signs come while the writer answers, and end when it answers no more', async () => {
  const said: string[] = []
  let isStuck = false
  let asked = 0
  const sign = lifeSign(WATCHED, state => said.push(state))
  sign.ready(() => {
    asked++
    return isStuck ? new Promise(() => undefined) : Promise.resolve()
  })
  while (said.length < 3) await later(5)
  assert.deepEqual(said.slice(0, 3), ['READY=1', 'WATCHDOG=1', 'WATCHDOG=1'])
  isStuck = true
  await later(15)
  const [before, askedBefore] = [said.length, asked]
  await later(60)
  assert.equal(said.length, before)
  assert.ok(asked <= askedBefore + 1)
  sign.stopping()
  assert.equal(said.at(-1), 'STOPPING=1')
})

test('a long start asks for more time, seldom', () => {
  const said: string[] = []
  let now = 0
  const sign = lifeSign(
    WATCHED,
    state => said.push(state),
    () => now,
  )
  for (const at of [0, 1_000, 19_999, 20_000, 30_000]) {
    now = at
    sign.starting()
  }
  assert.deepEqual(said, ['EXTEND_TIMEOUT_USEC=120000000', 'EXTEND_TIMEOUT_USEC=120000000'])
})

test('signs are six in the time that systemd waits; none when it waits for another process', () => {
  assert.equal(signEveryMs({ WATCHDOG_USEC: '180000000' }), 30_000)
  assert.equal(signEveryMs({ WATCHDOG_USEC: '180000000', WATCHDOG_PID: '7' }, 7), 30_000)
  for (const env of [
    {},
    { WATCHDOG_USEC: '0' },
    { WATCHDOG_USEC: 'x' },
    { WATCHDOG_USEC: '180000000', WATCHDOG_PID: '7' },
  ])
    assert.equal(signEveryMs(env, 8), undefined)
})

test(
  'a real server says that it is ready and lives, by the program that systemd brings, and ' +
    'leaves the code where root reads it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-sign-'))
    const [bin, run, heard] = [join(folder, 'bin'), join(folder, 'run'), join(folder, 'heard')]
    for (const one of [bin, run]) mkdirSync(one)
    writeFileSync(join(bin, 'systemd-notify'), `#!/bin/sh\necho "$@" >>"${heard}"\n`)
    chmodSync(join(bin, 'systemd-notify'), 0o755)
    const env = {
      ...process.env,
      ...{ PATH: `${bin}${delimiter}${process.env['PATH']}`, COCOTE_BOX: run, COCOTE_MDNS: '0' },
      ...{ NOTIFY_SOCKET: join(folder, 'nobody'), WATCHDOG_USEC: '6000000' },
    }
    // Each line is written by a program of its own: one may overtake another.
    const args = ['serve', '--data', join(folder, 'data'), '--port', '0', '--tls-port', '0']
    const server = spawn('bin/cocote', args, { env, stdio: 'ignore' })
    try {
      const lines = () => (existsSync(heard) ? readFileSync(heard, 'utf8').trim().split('\n') : [])
      // Who installs takes these words for *ready*: the page answers as soon as they are there.
      for (let i = 0; i < 6_000 && !existsSync(join(run, 'fingerprint')); i++) await later(5)
      assert.equal(
        (await fetch(`${readFileSync(join(folder, 'data', 'address'), 'utf8')}/sante`)).status,
        200,
      )
      for (let i = 0; i < 300 && lines().filter(line => line === 'WATCHDOG=1').length < 2; i++)
        await later(100)
      assert.deepEqual(lines().slice(0, 3).sort(), ['READY=1', 'WATCHDOG=1', 'WATCHDOG=1'])
      assert.match(readFileSync(join(run, 'opening-code'), 'utf8'), /^\p{L}.*\d\d\s\d\d\n$/u)
      assert.equal(statSync(join(run, 'opening-code')).mode & 0o777, 0o600)
      assert.match(readFileSync(join(run, 'fingerprint'), 'utf8'), /^(\p{L}+ ){5}\p{L}+\n$/u)
      server.kill('SIGTERM')
      await new Promise(resolve => server.once('exit', resolve))
      assert.ok(!existsSync(join(run, 'opening-code')) && !existsSync(join(run, 'fingerprint')))
      for (let i = 0; i < 50 && !lines().includes('STOPPING=1'); i++) await later(100)
      assert.ok(lines().includes('STOPPING=1'))
    } finally {
      server.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

test(
  'once the page has its keeper the code is gone; a run folder that is not there keeps no ' +
    'page shut',
  () => {
    const run = mkdtempSync(join(tmpdir(), 'cocote-run-'))
    const faults: unknown[] = []
    const told = tellInstaller(run, { words: 'six mots', code: 'eau 78 80' }, error =>
      faults.push(error),
    )
    told.opened()
    assert.ok(!existsSync(join(run, 'opening-code')) && existsSync(join(run, 'fingerprint')))
    rmSync(run, { recursive: true })
    tellInstaller(run, { words: 'six mots', code: 'eau 78 80' }, error => faults.push(error)).end()
    assert.equal(faults.length, 1)
  },
)
