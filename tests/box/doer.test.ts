import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { PATH } from './run.ts'

/**
 * Root's one hand (box/doer), asked by whoever may have taken the server over. What would change
 * this machine (its clock, its power) is stood for by programs that only note how they were called.
 */
const skip =
  process.getuid?.() !== 0
    ? 'the doer is root’s'
    : existsSync('/run/systemd/timesync/synchronized') &&
      'the network gives this machine the time, which no person then sets'
const NOBODY = 65_534
const NOON = Date.UTC(2026, 10, 25, 11)

type Ground = Readonly<{
  asks: string
  said: string
  run: string
  called: () => readonly string[]
  does: () => number | null
  outcome: (name: string) => readonly string[] | undefined
  stub: (name: string, script?: string) => void
  updates: string
  end: () => void
}>
function ground(): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-doer-'))
  const [run, bin, opt, lib] = ['run', 'bin', 'opt', 'var'].map(name => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ]
  for (const one of [
    run,
    join(run, 'asks'),
    join(run, 'said'),
    bin,
    opt,
    join(lib, 'updates'),
    join(lib, 'said'),
  ])
    mkdirSync(one, { recursive: true })
  const notes = join(folder, 'called')
  const write = (file: string, script: string) => {
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
  }
  // Only what sets is stood for: `date +%s` stays the machine's.
  const noting = (name: string) => `echo "${name} $*" >>"${notes}"`
  write(join(bin, 'date'), `case "$*" in *-s*) ${noting('date')} ;; *) exec /bin/date "$@" ;; esac`)
  for (const name of ['hwclock', 'systemctl', 'poweroff']) write(join(bin, name), noting(name))
  write(join(opt, 'change-version'), noting('change-version'))
  const env = { PATH: `${bin}:${PATH}`, COCOTE_BOX: run, COCOTE_VAR: lib, COCOTE_OPT: opt }
  return {
    asks: join(run, 'asks'),
    said: join(run, 'said'),
    run,
    updates: join(lib, 'updates'),
    called: () => (existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n') : []),
    does: () =>
      spawnSync('box/doer', ['--once'], { env, timeout: 20_000, encoding: 'utf8' }).status,
    outcome: name => {
      const file = join(run, 'said', name)
      return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : undefined
    },
    stub: (name, script) => write(join(bin, name), script ?? noting(name)),
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}
const on = (name: string, story: (of: Ground) => void): void =>
  void test(name, { skip }, () => {
    const of = ground()
    try {
      story(of)
    } finally {
      of.end()
    }
  })

on('the clock is set to the second, and it is known that a person did', of => {
  writeFileSync(join(of.asks, 'clock'), `${NOON}\n`)
  assert.equal(of.does(), 0)
  assert.equal(of.called()[0], `date -u -s @${NOON / 1000}`)
  const [first, when, ...rest] = of.outcome('clock')!
  assert.deepEqual([first, rest], ['ok', ['set', String(NOON)]])
  assert.match(when!, /^\d{13}$/)
  assert.ok(existsSync(join(of.run, 'clock-set')) && readdirSync(of.asks).length === 0)
})

const BAD_TIMES: Readonly<Record<string, string>> = {
  nothing: '',
  'no number': 'demain',
  'a sum': '1764068400000+1',
  'a command': '$(touch TRAP)',
  'an option': '--set=2030',
  1969: '-1000',
  1970: '0000000000000',
  '2025, before any box asked': String(Date.UTC(2025, 11, 31)),
  2100: String(Date.UTC(2100, 0, 1)),
  2200: String(Date.UTC(2200, 0, 1)),
  'seconds instead of milliseconds': String(NOON / 1000),
  'a number that no shell can count': '9'.repeat(60),
  'a number, then more': `${NOON} 1`,
}
for (const [what, content] of Object.entries(BAD_TIMES))
  on(`no clock is set: ${what}`, of => {
    writeFileSync(join(of.asks, 'clock'), content)
    assert.equal(of.does(), 0)
    assert.deepEqual(
      [of.called(), of.outcome('clock')?.[0], of.outcome('clock')?.[2]],
      [[], 'no', 'badTime'],
    )
    assert.ok(!existsSync(join(of.run, 'clock-set')) && !existsSync('TRAP'))
  })

const ODD: Readonly<Record<string, (file: string) => void>> = {
  'a link to a file of root’s': file => symlinkSync('/etc/shadow', file),
  'a link to nothing': file => symlinkSync('/nowhere', file),
  'a folder that is full': file => {
    mkdirSync(file)
    writeFileSync(join(file, 'x'), String(NOON))
  },
  'a pipe': file => void spawnSync('mkfifo', [file]),
  'a file of ten megabytes': file => writeFileSync(file, '1'.repeat(10_000_000)),
  'a second name of another file': file => {
    writeFileSync(`${file}.other`, String(NOON))
    linkSync(`${file}.other`, file)
  },
  'somebody else’s file': file => {
    writeFileSync(file, String(NOON))
    chownSync(file, NOBODY, NOBODY)
  },
}
for (const [what, plant] of Object.entries(ODD))
  on(`what is no plain question is taken away, and nothing is done: ${what}`, of => {
    for (const name of ['clock', 'off', 'update', 'backup']) plant(join(of.asks, name))
    assert.equal(of.does(), 0)
    assert.deepEqual(of.called(), [])
    for (const name of ['clock', 'off', 'update', 'backup']) {
      assert.deepEqual([of.outcome(name)?.[0], of.outcome(name)?.slice(2)], ['no', ['odd']], name)
      assert.throws(() => lstatSync(join(of.asks, name)))
    }
    assert.match(readFileSync('/etc/shadow', 'utf8'), /^root:/)
  })

on('only a version that stands where versions are put is taken', of => {
  const ask = (content: string): readonly [string | undefined, number] => {
    writeFileSync(join(of.asks, 'update'), content)
    of.does()
    return [of.outcome('update')?.[2], of.called().length]
  }
  writeFileSync(join(of.updates, 'v2.tar.gz'), 'x')
  writeFileSync(join(of.run, 'v3.tar.gz'), 'x')
  symlinkSync(join(of.run, 'v3.tar.gz'), join(of.updates, 'v3.tar.gz'))
  mkdirSync(join(of.updates, 'v4'))
  for (const bad of [
    '',
    '/etc/passwd',
    `${of.updates}/../said`,
    `${of.updates}/`,
    `${of.updates}/.v2`,
    `${of.updates}/v3.tar.gz`,
    `${of.updates}/v4`,
    `${of.updates}/gone`,
    `${of.updates}/v2.tar.gz; touch TRAP`,
    `${of.updates}//v2.tar.gz`,
  ])
    assert.deepEqual(ask(bad), ['badPath', 0], bad)
  ask(`${of.updates}/v2.tar.gz\n`)
  ask(`${of.updates}/v2.tar.gz\nolder\n`)
  ask(`${of.updates}/v2.tar.gz\n--force\n`)
  const plain = `change-version ${of.updates}/v2.tar.gz`
  assert.deepEqual(of.called(), [plain, `${plain} --older`, plain])
})

on('a folder of answers that is not root’s is not written in', of => {
  writeFileSync(join(of.asks, 'clock'), String(NOON))
  renameSync(of.said, `${of.said}.real`)
  const trap = join(of.run, 'trap')
  mkdirSync(trap)
  symlinkSync(trap, of.said)
  assert.notEqual(of.does(), 0)
  rmSync(of.said)
  mkdirSync(of.said)
  chownSync(of.said, NOBODY, NOBODY)
  assert.notEqual(of.does(), 0)
  assert.deepEqual([readdirSync(trap), readdirSync(of.said), of.called()], [[], [], []])
})

on('a link that was left where the clock’s mark goes is replaced, not followed', of => {
  const precious = join(of.run, 'precious')
  writeFileSync(precious, 'as it was')
  symlinkSync(precious, join(of.run, 'clock-set'))
  writeFileSync(join(of.asks, 'clock'), String(NOON))
  of.does()
  assert.equal(readFileSync(precious, 'utf8'), 'as it was')
  assert.ok(lstatSync(join(of.run, 'clock-set')).isFile())
})

on('what nobody knows how to do is left, and the clock that refuses is said', of => {
  writeFileSync(join(of.asks, 'format'), 'yes')
  writeFileSync(join(of.asks, '.clock.tmp'), String(NOON))
  writeFileSync(join(of.asks, 'clock'), String(NOON))
  of.stub('date', 'case "$*" in *-s*) exit 1 ;; *) exec /bin/date "$@" ;; esac')
  of.does()
  assert.deepEqual(of.outcome('clock')?.slice(2), ['notSet'])
  assert.ok(existsSync(join(of.asks, 'format')) && !existsSync(join(of.run, 'clock-set')))
})

on('power goes off by systemd alone, and where it does not run it is said', of => {
  writeFileSync(join(of.asks, 'off'), '')
  of.does()
  const here = existsSync('/run/systemd/system')
  assert.deepEqual(
    [of.outcome('off')?.[2], of.called()],
    here ? ['going', ['systemctl --no-block poweroff']] : ['notHere', []],
  )
})

on('with no key, the backup says so; nothing asked, nothing said', of => {
  of.does()
  assert.deepEqual(
    readdirSync(of.said).filter(name => !name.startsWith('.')),
    [],
  )
  writeFileSync(join(of.asks, 'backup'), '')
  of.does()
  assert.deepEqual(of.outcome('backup')?.slice(2), ['noKey'])
})
