import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { noGround } from './ground.ts'
import { PATH, until } from './run.ts'

/**
 * What box/backup-to-key leaves on a key, and what it says. The sealed bytes themselves are
 * backup.test.ts's; here a program stands for it. The account `cocote` exists in a namespace of the
 * test alone.
 */
type Ground = Readonly<{
  key: string
  data: string
  updates: string
  run: string
  env: Readonly<Record<string, string>>
  /** What the program that stands for the server's says, line by line. */
  says: (...program: string[]) => void
  /** The script as the units run it, where the account exists. */
  asServer: (device?: string) => string
  kept: () => readonly string[]
  /** Runs it with the key that is a folder; what became of it, without when. */
  does: () => readonly string[]
  end: () => void
}>
const SERVER = 64_999
function ground(): Ground {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-key-'))
  const at = (name: string) => join(folder, name)
  for (const one of [
    'key',
    'var/data/files',
    'var/updates',
    'var/said',
    'run/said',
    'etc',
    'opt/current/bin',
  ])
    mkdirSync(at(one), { recursive: true })
  writeFileSync(at('etc/box.conf'), "NAME='Borne d’Écotay'\n")
  writeFileSync(at('var/data/log.db'), 'x')
  writeFileSync(at('var/data/backup.key'), 'x')
  writeFileSync(
    at('passwd'),
    `${readFileSync('/etc/passwd', 'utf8').replace(/^cocote:.*\n/m, '')}cocote:x:${SERVER}:` +
      `${SERVER}::/:/usr/sbin/nologin\n`,
  )
  writeFileSync(
    at('group'),
    `${readFileSync('/etc/group', 'utf8').replace(/^cocote:.*\n/m, '')}cocote:x:${SERVER}:\n`,
  )
  // The server's own user comes as far as its program.
  chownSync(at('var/updates'), SERVER, SERVER)
  for (const one of ['', 'var', 'opt', 'opt/current', 'opt/current/bin']) chmodSync(at(one), 0o755)
  const program = at('opt/current/bin/cocote')
  const says = (...lines: string[]) => {
    writeFileSync(program, ['#!/bin/sh', ...lines, ''].join('\n'))
    chmodSync(program, 0o755)
  }
  says('id -un', 'echo "$@"')
  const env = {
    PATH,
    COCOTE_KEY: at('key'),
    COCOTE_BOX: at('run'),
    COCOTE_VAR: at('var'),
    COCOTE_OPT: at('opt'),
    COCOTE_ETC: at('etc'),
  }
  const asServer = (device = ''): string =>
    `mount --bind ${at('passwd')} /etc/passwd && mount --bind ${at('group')} /etc/group && ` +
    `box/backup-to-key ${device}`
  const kept = (): readonly string[] =>
    readFileSync(at('var/said/backup'), 'utf8').trimEnd().split('\n').toSpliced(1, 1)
  return {
    key: at('key'),
    data: at('var/data'),
    updates: at('var/updates'),
    run: at('run'),
    env,
    says,
    asServer,
    kept,
    does: () => {
      for (const said of ['var/said/backup', 'run/said/backup']) rmSync(at(said), { force: true })
      spawnSync('unshare', ['--mount', 'sh', '-c', asServer()], { env, timeout: 30_000 })
      assert.deepEqual(
        readFileSync(at('run/said/backup'), 'utf8').trimEnd().split('\n').toSpliced(1, 1),
        kept(),
      )
      return kept()
    },
    end: () => rmSync(folder, { recursive: true, force: true }),
  }
}
const on = (name: string, story: (of: Ground) => void): void =>
  void test(name, { skip: noGround }, () => {
    const of = ground()
    try {
      story(of)
    } finally {
      of.end()
    }
  })
const SEALED = 'echo age-encryption.org/v1'
const saved = ({ key }: Ground): readonly string[] => readdirSync(join(key, 'sauvegardes')).sort()

on(
  'the server’s own user reads, root writes; whole, then named; the five last stay, by ' +
    'number and not by date',
  of => {
    of.says(SEALED, 'id -un', 'id -Gn', 'echo "$@"')
    for (let i = 1; i <= 7; i++) {
      const [done, key, name] = of.does()
      assert.deepEqual([done, key], ['ok', 'saved'])
      assert.match(
        name!,
        new RegExp(`^borne-d-ecotay-0000${i}-\\d{4}-\\d\\d-\\d\\d\\.cocote-sauvegarde$`),
      )
    }
    assert.deepEqual(
      saved(of).map(name => name.slice(15, 20)),
      ['00003', '00004', '00005', '00006', '00007'],
    )
    const [head, user, groups, asked] = readFileSync(
      join(of.key, 'sauvegardes', saved(of)[0]!),
      'utf8',
    ).split('\n')
    assert.deepEqual(
      [head, user, groups, asked],
      ['age-encryption.org/v1', 'cocote', 'cocote', `backup - --for-keeper --data ${of.data}`],
    )
  },
)

on('another box’s backups, and what else is on the key, are left', of => {
  of.says(SEALED)
  mkdirSync(join(of.key, 'sauvegardes'))
  const others = [
    'borne-de-boen-00001-2026-01-01.cocote-sauvegarde',
    'photo.jpg',
    'borne-d-ecotay-x.cocote-sauvegarde',
  ]
  for (const name of others) writeFileSync(join(of.key, 'sauvegardes', name), 'x')
  for (let i = 0; i < 6; i++) of.does()
  for (const name of others) assert.ok(saved(of).includes(name), name)
  assert.equal(saved(of).length, others.length + 5)
})

on('a backup that fails, or that is not sealed, leaves nothing and is said', of => {
  of.says(SEALED, 'echo "Le disque est plein." >&2', 'exit 1')
  assert.deepEqual(of.does(), ['no', 'failed', 'Le disque est plein.'])
  of.says('echo PK in clear')
  assert.deepEqual(of.does(), ['no', 'failed'])
  assert.deepEqual(saved(of), [])
  rmSync(join(of.data, 'backup.key'))
  assert.deepEqual(of.does(), ['no', 'notReady'])
})

on(
  'versions that a key brings are put where the page lists them, once, by the server’s own ' +
    'user; what only looks like one is not',
  of => {
    of.says(SEALED)
    writeFileSync(join(of.key, 'cocote-0.2.0-arm64.tar.gz'), 'a version')
    writeFileSync(join(of.key, 'cocote-0.2 0.tar.gz'), 'x')
    writeFileSync(join(of.key, 'photo.tar.gz'), 'x')
    symlinkSync('/etc/shadow', join(of.key, 'cocote-9.9.9-arm64.tar.gz'))
    mkdirSync(join(of.key, 'cocote-8.8.8-arm64.tar.gz'))
    assert.equal(of.does()[1], 'saved')
    assert.deepEqual(readdirSync(of.updates), ['cocote-0.2.0-arm64.tar.gz'])
    const file = join(of.updates, 'cocote-0.2.0-arm64.tar.gz')
    assert.deepEqual([readFileSync(file, 'utf8'), statSync(file).uid], ['a version', SERVER])
    writeFileSync(join(of.key, 'cocote-0.2.0-arm64.tar.gz'), 'another of that name')
    of.does()
    assert.equal(readFileSync(file, 'utf8'), 'a version')
  },
)

on(
  'a version is copied off the key only if it is later than the one that runs, and not the ' +
    'one that the box came back from',
  of => {
    of.says(SEALED)
    const opt = of.env['COCOTE_OPT']!
    mkdirSync(join(opt, 'versions'))
    renameSync(join(opt, 'current'), join(opt, 'versions/1.10.0'))
    symlinkSync('versions/1.10.0', join(opt, 'current'))
    symlinkSync('versions/1.11.0', join(opt, 'previous'))
    const later = ['1.10.1', '1.12.0-essai', '2.0.0']
    for (const number of ['1.9.0', '1.10.0', '1.10.0-essai', '1.11.0', ...later])
      writeFileSync(join(of.key, `cocote-${number}-arm64.tar.gz`), 'a version')
    // What a cut left of another.
    writeFileSync(join(of.updates, 'cocote-1.9.9-arm64.tar.gz.part'), 'half')
    assert.equal(of.does()[1], 'saved')
    assert.deepEqual(
      readdirSync(of.updates).sort(),
      later.map(number => `cocote-${number}-arm64.tar.gz`),
    )
  },
)

on('a link on the key leads root nowhere', of => {
  of.says(SEALED)
  const precious = join(of.run, 'precious')
  mkdirSync(precious)
  symlinkSync(precious, join(of.key, 'sauvegardes'))
  assert.deepEqual(of.does(), ['no', 'oddKey'])
  writeFileSync(join(of.run, 'opening-code'), 'eau 78 80\n')
  symlinkSync(join(precious, 'x'), join(of.key, 'ouvrir-la-page.txt'))
  assert.deepEqual(of.does(), ['no', 'oddKey'])
  assert.deepEqual(readdirSync(precious), [])
})

on('before its first opening, the key gets the code that opens the page', of => {
  writeFileSync(join(of.run, 'opening-code'), 'eau 78 80\n')
  writeFileSync(join(of.run, 'fingerprint'), 'bujaf gapuk dilab zimas dujam kozis\n')
  assert.deepEqual(of.does(), ['ok', 'codeGiven'])
  assert.match(
    readFileSync(join(of.key, 'ouvrir-la-page.txt'), 'utf8'),
    /10\.10\.10\.10\/ouvrir\r\nCode : eau 78 80\r\n.*bujaf/,
  )
  assert.ok(!existsSync(join(of.key, 'sauvegardes')))
})

test('a key that was there when the machine was switched on waits for the page, and gets the code', {
  skip: noGround,
}, async () => {
  const of = ground()
  try {
    rmSync(join(of.data, 'backup.key'))
    const child = spawn('unshare', ['--mount', 'sh', '-c', of.asServer('/dev/sdz1')], {
      env: of.env,
      stdio: 'ignore',
    })
    const gone = new Promise(resolve => child.on('close', resolve))
    await until('the key to be seen', () => existsSync(join(of.run, '../var/said/.backup.lock')))
    writeFileSync(join(of.run, 'opening-code'), 'eau 78 80\n')
    await gone
    assert.deepEqual(of.kept(), ['ok', 'codeGiven'])
    assert.match(readFileSync(join(of.key, 'ouvrir-la-page.txt'), 'utf8'), /eau 78 80/)
    // A page that has opened, with nothing to seal a backup with, is waited for no longer.
    rmSync(join(of.run, 'opening-code'))
    writeFileSync(join(of.run, 'fingerprint'), 'sept mots\n')
    spawnSync('unshare', ['--mount', 'sh', '-c', of.asServer('/dev/sdz1')], {
      env: of.env,
      timeout: 30_000,
    })
    assert.deepEqual(of.kept(), ['no', 'notReady'])
  } finally {
    of.end()
  }
})

/** Why no key can be made of a file here; false where it can. */
const noLoop = (() => {
  if (noGround) return noGround
  const can =
    spawnSync('sh', ['-c', 'command -v losetup mkfs.ext4 && test -b "$(losetup -f)"'], {
      env: { PATH },
    }).status === 0
  return can ? false : 'this machine gives no loop devices'
})()

/**
 * A key of this name, as long as the story lasts; `runs` runs something in a namespace whose mounts
 * are nobody else's.
 */
function plugged(
  label: string,
  story: (
    device: string,
    runs: (script: string, env?: Readonly<Record<string, string>>) => string,
  ) => void,
): void {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-loop-'))
  const image = join(folder, 'key.img')
  const sh = (script: string, env: Readonly<Record<string, string>> = {}) => {
    const ran = spawnSync('unshare', ['--mount', 'sh', '-c', script], {
      encoding: 'utf8',
      env: { PATH, ...env },
      timeout: 30_000,
    })
    return `${ran.stdout}${ran.stderr}`.trim()
  }
  const device = sh(
    `truncate -s 16M ${image} && mkfs.ext4 -q -F -L '${label}' ${image} && losetup -f ` +
      `--show ${image}`,
  )
  try {
    assert.match(device, /^\/dev\/loop\d+$/)
    story(device, (script, env) => sh(`mount -t tmpfs tmpfs /media && ${script}`, env))
  } finally {
    spawnSync('losetup', ['-d', device], { env: { PATH } })
    rmSync(folder, { recursive: true, force: true })
  }
}

test('a key appears where the page looks for keys, with nothing of it to run or to follow, and ' +
  'goes', {
  skip: noLoop,
}, () => {
  plugged('../../etc', (device, runs) => {
    const name = device.slice('/dev/'.length)
    const said = runs(
      `box/mount-key ${name}; findmnt -rno TARGET,OPTIONS -S ${device}; box/mount-key ` +
        `${name}; findmnt -rno TARGET -S ${device}`,
    )
    const [first = '', again, ...rest] = said.split('\n')
    assert.match(first, /^\/media\/cocote\/etc rw,/)
    for (const option of ['nosuid', 'nodev', 'noexec', 'nosymfollow'])
      assert.ok(first.split(/[ ,]/).includes(option), option)
    assert.deepEqual([again, rest], ['/media/cocote/etc', []])
    assert.equal(
      runs(
        `box/mount-key ${name}; box/mount-key --off ${name}; ls /media/cocote; findmnt -rno ` +
          `TARGET -S ${device}`,
      ),
      '',
    )
  })
})

test('the key of backups is not put there; what is no key neither', { skip: noLoop }, () => {
  plugged('COCOTE', (device, runs) => {
    assert.equal(runs(`box/mount-key ${device.slice('/dev/'.length)}; ls /media`), '')
    assert.match(runs('box/mount-key ../etc/passwd; ls /media'), /^mount-key/)
    assert.match(runs('box/mount-key null; ls /media'), /n’est pas une clé/)
  })
})

test('a real drive is written, taken off, and read again; one of another name gets nothing', {
  skip: noLoop,
}, () => {
  const of = ground()
  try {
    of.says(SEALED, 'head -c 100000 /dev/zero')
    plugged('COCOTE', (device, runs) => {
      const { COCOTE_KEY: _, ...given } = of.env
      // Nothing is said of a key that is still mounted.
      const bin = join(of.run, 'bin')
      mkdirSync(bin)
      writeFileSync(
        join(bin, 'umount'),
        `#!/bin/sh\n[ ! -e ${of.env['COCOTE_VAR']}/said/backup ] || : >${bin}/told\nexec ` +
          '/bin/umount "$@"\n',
        { mode: 0o755 },
      )
      const env = { ...given, PATH: `${bin}:${PATH}` }
      assert.equal(
        runs(`${of.asServer(`${device}`)}; ls /run/cocote-backup`, env).replace(/^ls: .*/m, ''),
        '',
      )
      assert.equal(of.kept()[1], 'saved')
      assert.ok(!existsSync(join(bin, 'told')))
      assert.match(
        runs(`mount ${device} /mnt && cd /mnt/sauvegardes && wc -c *`),
        /^100022 borne-d-ecotay-00001-.*\.cocote-sauvegarde$/,
      )
    })
    plugged('PHOTOS', (device, runs) => {
      const { COCOTE_KEY: _, ...env } = of.env
      runs(of.asServer(device), env)
      assert.deepEqual(of.kept(), ['no', 'noKey'])
    })
  } finally {
    of.end()
  }
})
