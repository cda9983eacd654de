import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { tempFolder } from '../../tests/support/folders.ts'
import { copyFrom, isFolder, keysIn, newsOn, putOn } from './drives.ts'

test(
  'keys are what is mounted where drives are put; their names may hold spaces; the rest of ' +
    'the machine is none',
  () => {
    const mounts = [
      '22 1 179:2 / / rw,noatime shared:1 - ext4 /dev/root rw',
      '60 22 8:1 / /media/pi/CLE\\040BLEUE rw,nosuid shared:33 - vfat /dev/sda1 rw',
      '61 22 8:17 / /run/media/anais/USB rw shared:34 - exfat /dev/sdb1 rw',
      '62 22 8:33 / /mnt/cle ro shared:35 - vfat /dev/sdc1 ro',
      '63 22 0:24 / /run/user/1000 rw shared:36 - tmpfs tmpfs rw',
      '64 22 8:2 / /mnt/cle/dessous rw shared:37 - ext4 /dev/sda2 rw',
      '65 22 8:3 / /media/usb0 rw shared:38 - vfat /dev/sdd1 rw',
      '',
    ].join('\n')
    assert.deepEqual(keysIn(mounts), [
      '/media/pi/CLE BLEUE',
      '/media/usb0',
      '/mnt/cle',
      '/run/media/anais/USB',
    ])
  },
)

test(
  'news on a key are the files at its top that end in .cocote, newest first: no folder, no ' +
    'link, nothing hidden',
  async () => {
    const key = tempFolder()
    for (const [name, at] of [
      ['vieilles.cocote', 1],
      ['recentes.COCOTE', 3],
      ['._recentes.cocote', 4],
      ['photo.jpg', 5],
    ] as const) {
      writeFileSync(join(key, name), name)
      utimesSync(join(key, name), at, at)
    }
    mkdirSync(join(key, 'dossier.cocote'))
    symlinkSync('/etc/hostname', join(key, 'lien.cocote'))
    assert.deepEqual(
      (await newsOn(key)).map(({ name }) => name),
      ['recentes.COCOTE', 'vieilles.cocote'],
    )
  },
)

test('what is put on a key is whole, or not there; a key pulled out is said to be gone', async () => {
  const [here, key] = [join(tempFolder(), 'ici'), tempFolder()]
  writeFileSync(here, 'des nouvelles')
  await putOn(here, join(key, 'nouvelles.cocote'))
  assert.equal(readFileSync(join(key, 'nouvelles.cocote'), 'utf8'), 'des nouvelles')
  mkdirSync(join(key, 'pris.cocote'))
  await assert.rejects(putOn(here, join(key, 'pris.cocote')))
  assert.deepEqual(
    readdirSync(key).sort(),
    ['nouvelles.cocote', 'pris.cocote'],
    'nothing half written',
  )
  rmSync(key, { recursive: true })
  const works = [
    () => putOn(here, join(key, 'a.cocote')),
    () => newsOn(key),
    () => copyFrom(join(key, 'a.cocote'), `${here}.2`),
    () => isFolder(key),
  ]
  for (const work of works) await assert.rejects(work, { name: 'KeyFault', code: 'gone' })
  await assert.rejects(isFolder(here), { name: 'KeyFault', code: 'gone' }, 'a file is no folder')
})

const CHILD = `
  const { putOn } = await import(process.argv[1])
  const said = async to => putOn(process.argv[2], to).then(() => 'put', error => error.code)
  console.log(JSON.stringify([await said('/mnt/small/a.cocote'), await said('/mnt/shut/a.cocote')]))
`
const MOUNTED =
  'mount -t tmpfs tmpfs /mnt && mkdir /mnt/small /mnt/shut && mount -t tmpfs -o size=64k ' +
  'tmpfs /mnt/small && mount -t tmpfs -o ro tmpfs /mnt/shut'
const mayMount = spawnSync('unshare', ['--mount', 'sh', '-c', MOUNTED]).status === 0

test('a key that is full, and one that is locked, are told apart', {
  skip: !mayMount && 'nothing may be mounted here',
}, () => {
  const here = join(tempFolder(), 'ici')
  writeFileSync(here, 'x'.repeat(100_000))
  const keys = fileURLToPath(new URL('./drives.ts', import.meta.url))
  const run = `${MOUNTED} && exec "$@"`
  const args = [
    '--mount',
    'sh',
    '-c',
    run,
    'sh',
    process.execPath,
    '--input-type=module',
    '-e',
    CHILD,
    keys,
    here,
  ]
  const child = spawnSync('unshare', args, { encoding: 'utf8' })
  assert.deepEqual(JSON.parse(child.stdout || '[]'), ['full', 'shut'], child.stderr)
})
