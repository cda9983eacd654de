import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { fillEngine } from '../../src/dev/fill.ts'
import { newBox } from '../../src/log/box.ts'
import type { VersionEntry } from '../../src/release/chosen.ts'
import { publicLine } from '../../src/release/keys.ts'
import { unpackVersion, verifyContent } from '../../src/release/open.ts'
import { packVersion } from '../../src/release/pack.ts'
import { release } from '../../src/release/release.ts'
import { isArch } from '../../src/release/statement.ts'
import { tempFolder, within } from '../support/folders.ts'
import { CHANGE } from './change-world.ts'

const arch = process.arch
const key = newBox()
/** The page, as the unit has it: the guard, then the server; its port is the system's choice. */
const HAND = `#!/bin/sh
set -eu
case $1 in
start)
  if [ -f "$COCOTE_VAR/server" ] && kill -0 "$(cat "$COCOTE_VAR/server")" 2>/dev/null; then exit 0; fi
  "$CHANGE" --guard || true
  setsid "$COCOTE_OPT/current/bin/cocote" serve --data "$COCOTE_VAR/data" --port 0 --tls-port 0 >>"$COCOTE_VAR/log" 2>&1 </dev/null &
  echo $! >"$COCOTE_VAR/server" ;;
stop)
  [ -f "$COCOTE_VAR/server" ] || exit 0
  server=$(cat "$COCOTE_VAR/server")
  kill "$server" 2>/dev/null || true
  while kill -0 "$server" 2>/dev/null && ! grep -q '^State:.Z' "/proc/$server/status"; do sleep 0.1; done
  rm -f "$COCOTE_VAR/server" ;;
esac
`
/**
 * A version that knows its number and opens the data, then never serves. Its log may be of a later
 * format.
 */
async function dumb(file: string, version: string, ready: string): Promise<void> {
  const script = Buffer.from(
    `#!/bin/sh\ncase "$1 \${2:-}" in\n'--version ') echo ${version} ;;\n'box ready') ` +
      `${ready} ;;\n*) exit 1 ;;\nesac\n`,
  )
  const chosen: readonly VersionEntry[] = [
    { kind: 'folder', name: 'bin' },
    { kind: 'file', name: 'bin/cocote', isRun: true, size: script.length, bytes: script },
  ]
  await packVersion({
    file,
    chosen,
    about: { version, arch: arch as 'x64', from: '0.0.0', log: 1 },
    made: new Date(0),
    signer: key,
  })
}

test('the project itself goes from one version to the next, and comes back from one that never ' +
  'serves', {
  skip: !isArch(arch) && `no version is made for ${arch}`,
}, async t => {
  if (!isArch(arch)) return
  const folder = tempFolder()
  const [opt, vari] = [join(folder, 'opt'), join(folder, 'var')]
  const [data, keys] = [join(vari, 'data'), join(folder, 'etc/keys')]
  for (const place of [join(opt, 'versions'), join(vari, 'updates'), join(vari, 'said'), keys])
    mkdirSync(place, { recursive: true })
  writeFileSync(join(keys, 'a.pub'), publicLine({ name: key.name, whose: 'Anaïs' }))
  const { file } = await release({ out: join(vari, 'updates'), arch, signer: key, named: '1.1.0' })
  const old = join(opt, 'versions/1.0.0')
  await unpackVersion(
    file,
    await verifyContent(file, { keys: [{ name: key.name, whose: '' }], arch }),
    old,
  )
  const json = join(old, 'package.json')
  writeFileSync(json, readFileSync(json, 'utf8').replace('"1.1.0"', '"1.0.0"'))
  symlinkSync('versions/1.0.0', join(opt, 'current'))
  within(data, engine => fillEngine(engine, 30, '2026-12-05'))
  const hand = join(folder, 'hand')
  writeFileSync(hand, HAND, { mode: 0o755 })
  const env = {
    ...process.env,
    COCOTE_OPT: opt,
    COCOTE_VAR: vari,
    COCOTE_ETC: join(folder, 'etc'),
    COCOTE_BOX: join(folder, 'run'),
    COCOTE_RESTART: hand,
    COCOTE_USER: 'nobody-of-that-name',
    COCOTE_WAIT: '60',
    COCOTE_STAY: '2',
    COCOTE_MDNS: '0',
    CHANGE,
  }
  t.after(() => {
    spawnSync(hand, ['stop'], { env })
    rmSync(folder, { recursive: true, force: true })
  })
  const change = (...args: readonly string[]) =>
    spawnSync(CHANGE, args, { env: { ...env }, encoding: 'utf8' })
  const health = async (): Promise<Readonly<Record<string, unknown>>> => {
    for (let turn = 0; ; turn++) {
      try {
        const address = readFileSync(join(data, 'address'), 'utf8')
        return (await (await fetch(`${address}/sante`)).json()) as Readonly<Record<string, unknown>>
      } catch (error) {
        if (turn > 300) throw error
        await wait(200)
      }
    }
  }
  spawnSync(hand, ['start'], { env })
  const before = await health()
  assert.equal(before['version'], '1.0.0')

  const done = change(file)
  assert.equal(done.status, 0, done.stderr)
  assert.match(done.stdout, /^ok\n\d+\nchanged\n1\.1\.0\n1\.0\.0$/m)
  const after = await health()
  assert.deepEqual(
    [after['version'], after['entries'], after['records']],
    ['1.1.0', before['entries'], before['records']],
  )
  assert.equal(readlinkSync(join(opt, 'previous')), 'versions/1.0.0')

  env.COCOTE_WAIT = '3'
  const silent = join(vari, 'updates', `cocote-1.2.0-${arch}.tar.gz`)
  await dumb(silent, '1.2.0', 'exit 0')
  const back = change(silent)
  assert.match(back.stdout, /^no\n\d+\nreturned\n1\.2\.0\n1\.1\.0\nsilent$/m, back.stderr)
  assert.deepEqual(
    [(await health())['version'], (await health())['entries']],
    ['1.1.0', before['entries']],
  )
  assert.deepEqual(readdirSync(join(opt, 'versions')).sort(), ['1.0.0', '1.1.0'])

  const later = join(vari, 'updates', `cocote-2.0.0-${arch}.tar.gz`)
  const raise =
    `const db = new (require('node:sqlite').DatabaseSync)('${join(data, 'log.db')}'); ` +
    "db.exec('PRAGMA user_version = 99'); db.close()"
  await dumb(later, '2.0.0', `exec ${process.execPath} -e "${raise}"`)
  const restored = change(later)
  assert.match(restored.stdout, /^no\n\d+\nreturned\n2\.0\.0\n1\.1\.0\nsilent$/m, restored.stderr)
  assert.deepEqual(
    [(await health())['version'], (await health())['entries']],
    ['1.1.0', before['entries']],
  )
  const aside = readdirSync(data).filter(name => name.startsWith('avant-restauration-'))
  assert.equal(aside.length, 1)
  assert.ok(existsSync(join(data, aside[0]!, 'log.db')))

  const same = join(vari, 'updates', `cocote-1.1.0-${arch}.tar.gz`)
  assert.equal(existsSync(same), false, 'what was put there for the change is gone with it')
  await dumb(same, '1.1.0', 'exit 0')
  assert.match(change(same).stdout, /refused\nsame\n1\.1\.0/)
  const older = join(vari, 'updates', `cocote-1.0.5-${arch}.tar.gz`)
  await dumb(older, '1.0.5', 'exit 0')
  assert.match(change(older).stdout, /refused\nolder\n1\.0\.5/)
  assert.equal(existsSync(older), true)
  assert.match(change(older, '--older').stdout, /returned\n1\.0\.5/)
  assert.equal((await health())['version'], '1.1.0')
})
