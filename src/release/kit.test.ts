import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { getuid } from 'node:process'
import { test } from 'node:test'
import { cocote } from '../../tests/support/command-line.ts'
import { tempFolder } from '../../tests/support/folders.ts'
import { newBox } from '../log/box.ts'
import type { VersionEntry } from './chosen.ts'
import { packageNames, suiteHere } from './debian.ts'
import { beginKit, endKit, putFile } from './kit.ts'
import { packVersion } from './pack.ts'
import { ROOT } from './version-here.ts'

const file = (name: string, content: string, isRun = false): VersionEntry => {
  const bytes = Buffer.from(content, 'utf8')
  return { kind: 'file', name, isRun, size: bytes.length, bytes }
}

test(
  'a kit is whole once its checksums are there; made again, it keeps others’ files and ' +
    'deletes its own old ones',
  async () => {
    const [folder, from] = [tempFolder(), tempFolder()]
    for (const name of ['a.deb', 'b.deb']) writeFileSync(join(from, name), name)
    writeFileSync(join(folder, 'photo.jpg'), 'mine')
    const before = beginKit(folder)
    for (const name of ['a.deb', 'b.deb'])
      await putFile(join(from, name), join(folder, 'debs/trixie', name))
    await endKit(folder, ['debs/trixie/a.deb', 'debs/trixie/b.deb'], before)
    assert.equal(
      spawnSync('sha256sum', ['--check', '--strict', 'sommes.txt'], { cwd: folder }).status,
      0,
    )
    // Cut on its way: no sums, half a file.
    const again = beginKit(folder)
    assert.equal(existsSync(join(folder, 'sommes.txt')), false)
    writeFileSync(join(folder, 'debs/trixie/c.deb.new'), 'half')
    writeFileSync(join(folder, 'cocote-1.0.0-x64.tar.gz.new'), 'half')
    const third = beginKit(folder)
    assert.deepEqual([...again], ['debs/trixie/a.deb', 'debs/trixie/b.deb'])
    assert.equal(third.size, 0)
    await endKit(folder, ['debs/trixie/a.deb'], again)
    assert.deepEqual(readdirSync(folder, { recursive: true }).sort(), [
      'debs',
      'debs/trixie',
      'debs/trixie/a.deb',
      'photo.jpg',
      'sommes.txt',
    ])
  },
)

test('sums that name a file outside the kit take nothing away', async () => {
  const folder = join(tempFolder(), 'kit')
  const outside = join(folder, '../outside')
  mkdirSync(folder)
  writeFileSync(outside, 'x')
  const hash = '0'.repeat(64)
  writeFileSync(
    join(folder, 'sommes.txt'),
    `${hash}  ../outside\n${hash}  ${outside}\n${hash}  debs/../../outside\n`,
  )
  await endKit(folder, [], beginKit(folder))
  assert.equal(existsSync(outside), true)
})

test('which Debian this is; Ubuntu, though like it, is none', () => {
  const debian = 'ID=debian\nVERSION_CODENAME=trixie\n'
  const here = suiteHere(debian)
  assert.ok(here === 'trixie' || here === undefined)
  assert.equal(
    suiteHere('ID=raspbian\nID_LIKE=debian\nVERSION_CODENAME=bookworm\n'),
    here && 'bookworm',
  )
  for (const other of [
    'ID=fedora\n',
    'ID=ubuntu\nID_LIKE=debian\nUBUNTU_CODENAME=noble\nVERSION_CODENAME=noble\n',
    '',
  ])
    assert.equal(suiteHere(other), undefined)
  assert.ok(packageNames(ROOT).includes('hostapd'))
})

const isRoot = getuid?.() === 0
const hasDpkg = spawnSync('dpkg', ['--print-architecture']).status === 0
test('what starts a kit looks at its sums, takes the version for this machine, and gives the ' +
  'hand to what installs', {
  skip: !(isRoot && hasDpkg) && 'needs root and dpkg',
}, async () => {
  const folder = join(tempFolder(), 'clé de Malo')
  const before = beginKit(folder)
  const about = { version: '1.1.0', arch: process.arch as 'x64', from: '0.0.0', log: 1 }
  const installs =
    'here=$(dirname "$0")/..; ls "$here"; cat "$here/cles/a.pub"; echo "with $*"; exit 7\n'
  const name = `cocote-1.1.0-${process.arch}.tar.gz`
  const chosen = [
    { kind: 'folder', name: 'box' } as const,
    file('box/install', installs, true),
    file('package.json', '{}'),
  ]
  await packVersion({
    file: join(folder, name),
    chosen,
    about,
    made: new Date(0),
    signer: newBox(),
  })
  mkdirSync(join(folder, 'cles'))
  writeFileSync(join(folder, 'cles/a.pub'), 'key\n')
  await putFile(join(ROOT, 'box/kit-install'), join(folder, 'install'))
  const run = () =>
    spawnSync('sh', [join(folder, 'install'), '--yes', 'two words'], { encoding: 'utf8' })
  const left = () => readdirSync('/var/tmp').filter(one => one.startsWith('cocote-kit.'))
  // Of a machine where another was cut on its way, these stay.
  const had = left()
  const unfinished = run()
  assert.equal(unfinished.status, 1)
  assert.match(unfinished.stderr, /n’est pas entier/)
  await endKit(folder, [name, 'cles/a.pub', 'install'], before)
  const done = run()
  assert.equal(done.status, 7, done.stderr)
  assert.match(
    done.stdout,
    /^box\ncles\ncocote-1\.1\.0\.tar\.gz\npackage\.json\nkey\nwith --yes two words$/m,
  )
  assert.deepEqual(left(), had)
  const version = join(folder, name)
  const bytes = readFileSync(version)
  bytes[4_110] = bytes[4_110]! ^ 1
  for (const harm of [() => writeFileSync(version, bytes), () => rmSync(version)]) {
    harm()
    const hurt = run()
    assert.equal(hurt.status, 1)
    assert.match(hurt.stderr, /abîmé/)
  }
  const rest = beginKit(folder)
  await endKit(folder, ['cles/a.pub', 'install'], rest)
  assert.match(run().stderr, /pas pour cette sorte de machine/)
})

test('a key that is not there is said, and no folder is made in its place', async t => {
  const folder = tempFolder()
  for (const verb of ['kit', 'release'])
    for (const out of [
      join(folder, 'cle', 'kit'),
      '/media/cocote-no-such-key',
      '/media/nobody/cocote-no-such-key',
      '/run/media/nobody/cle',
    ]) {
      const { code, err } = await cocote(t, 'box', verb, '--out', out)
      assert.equal(code, 1)
      assert.ok(err.includes(out) && /pas branchée|not plugged in/.test(err), err)
      assert.equal(existsSync(out), false)
    }
  assert.deepEqual(readdirSync(folder), [])
})
