import '../../../../tests/support/light-seals.ts'
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { pdf } from '../../../../tests/faults/shelving.ts'
import { cocote } from '../../../../tests/support/command-line.ts'
import { withCommunes } from '../../../../tests/support/communes.ts'
import { copyDemo } from '../../../../tests/support/demo-folder.ts'
import { tempFolder } from '../../../../tests/support/folders.ts'
import { testAll, testOnce } from '../../../../tests/support/pass.ts'
import { bricks } from '../../../app/bricks.ts'
import { backupTo } from '../../../backup/backup.ts'
import { checkFolder } from '../../../backup/check.ts'
import { restoreFrom } from '../../../backup/restore.ts'
import { exportTo } from '../../../data/export.ts'
import { writeSite } from '../../../data/site.ts'
import { sweepFiles } from '../../../files/files.ts'
import { heavyIn } from '../../../files/large-files.ts'
import { heavyBricks } from './intake.ts'

const skip = heavyBricks(bricks).length === 0 ? 'no brick here takes heavy files' : false
const now = new Date()
const demo = async (): Promise<string> => {
  const folder = join(tempFolder(), 'box')
  await copyDemo(folder)
  return folder
}
const save = (folder: string, file: string, heavy: boolean) =>
  backupTo({ folder, file, seal: undefined, version: '0', now, heavy })
const restore = (folder: string, file: string) =>
  restoreFrom({ folder, file, passphrase: async () => '', forgettings: [], bricks, now })
const namesIn = (file: string): readonly string[] => Object.keys(unzipSync(readFileSync(file)))

testOnce(
  'a backup leaves the shelf where it is unless it is asked for; check names what is not ' +
    'there, and hurts nothing',
  {
    skip,
  },
  async () => {
    const folder = await demo()
    const [light, whole] = ['light.zip', 'whole.zip'].map(name => join(tempFolder(), name)) as [
      string,
      string,
    ]
    await save(folder, light, false)
    await save(folder, whole, true)
    assert.deepEqual(
      namesIn(light).filter(name => name.startsWith('heavy/')),
      [],
    )
    assert.equal(namesIn(whole).filter(name => name.startsWith('heavy/')).length, 3)
    assert.deepEqual(pickedFrom(await checkFolder(folder, bricks)), [0, 0])
    const [elsewhere, other] = [tempFolder(), tempFolder()]
    await restore(elsewhere, light)
    assert.deepEqual(pickedFrom(await checkFolder(elsewhere, bricks)), [0, 3])
    await restore(other, whole)
    assert.deepEqual(pickedFrom(await checkFolder(other, bricks)), [0, 0])
  },
)
const pickedFrom = ({
  hurts,
  heavyGone,
}: Readonly<{ hurts: readonly unknown[]; heavyGone: number }>) => [hurts.length, heavyGone]

testOnce(
  'put back over the same box, a backup without the shelf leaves the one that is there in its ' +
    'place',
  {
    skip,
  },
  async () => {
    const folder = await demo()
    const file = join(tempFolder(), 'light.zip')
    await save(folder, file, false)
    const { aside } = await restore(folder, file)
    assert.ok(aside && !existsSync(join(aside, 'heavy')))
    assert.deepEqual(pickedFrom(await checkFolder(folder, bricks)), [0, 0])
  },
)

testOnce('bytes that were changed on the disk are named', { skip }, async () => {
  const folder = await demo()
  writeFileSync(heavyIn(folder)[0]!, 'other')
  const { hurts } = await checkFolder(folder, bricks)
  assert.deepEqual(
    hurts.map(hurt => hurt.what),
    ['fileOther'],
  )
})

testOnce(
  'no export for others and no private one holds a film',
  {
    skip,
  },
  async () => {
    const folder = await demo()
    for (const isPrivate of [false, true]) {
      const file = join(tempFolder(), 'e.zip')
      await exportTo({ folder, file, bricks, private: isPrivate, lang: 'fr', version: '0', now })
      assert.ok(
        !namesIn(file).some(
          name => /^files\/.*[0-9a-f]{64}/.test(name) || name.startsWith('heavy'),
        ),
        String(isPrivate),
      )
      assert.equal(
        namesIn(file).some(name => name.includes('shelf-file')),
        isPrivate,
      )
    }
  },
)

testAll('a copy for a host says nothing of the shelf', { skip }, async () => {
  const folder = await demo()
  const source = join(tempFolder(), 'site')
  withCommunes(folder)
  await writeSite({ bricks, folder, to: source, lang: 'fr' })
  for (const name of readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(one =>
    one.endsWith('.html'),
  ))
    assert.doesNotMatch(
      readFileSync(join(source, name), 'utf8'),
      /La râpée du Forez|Sur l’étagère/,
      name,
    )
})

testOnce(
  'what no line names is swept once it is young no more; what one names stays',
  {
    skip,
  },
  async t => {
    const folder = await demo()
    const unnamed = join(folder, 'heavy', 'cd'.repeat(32))
    writeFileSync(unnamed, 'nobody')
    const { openBox, placesIn } = await import('../../../files/folder.ts')
    const { openEngine } = await import('../../../engine/engine.ts')
    const engine = openEngine(bricks, openBox(folder), placesIn(folder))
    t.after(() => [engine.log.db, engine.tables.db].map(db => db.close()))
    sweepFiles(folder, engine.log.sql, Date.now())
    assert.ok(existsSync(unnamed), 'a turn may be on its way')
    sweepFiles(folder, engine.log.sql, Date.now() + 3_600_000)
    assert.ok(!existsSync(unnamed))
    assert.equal(heavyIn(folder).length, 3)
  },
)

testOnce(
  'the verb adds a folder’s files and renews a set; what it lacks is said with exit code 2',
  {
    skip,
  },
  async t => {
    const folder = await demo()
    const from = tempFolder()
    writeFileSync(join(from, 'avis.pdf'), pdf('avis'))
    writeFileSync(join(from, 'jeu.exe'), 'MZ')
    writeFileSync(
      join(from, 'etagere.json'),
      JSON.stringify([{ fichier: 'avis.pdf', titre: 'L’avis du maire', licence: 'CC BY' }]),
    )
    const listed = await cocote(t, 'shelf', 'list', '--data', folder)
    assert.match(listed.out, /Le choix de la saison/)
    for (const args of [
      ['shelf'],
      ['shelf', 'add', 'Vos musiques'],
      ['shelf', 'add', 'Le choix de la saison', from, '--licence', 'by'],
      ['shelf', 'add', 'Vos musiques', from, '--licence', 'nope'],
    ])
      assert.equal((await cocote(t, ...args, '--data', folder)).code, 2, args.join(' '))
    assert.equal(
      (await cocote(t, 'shelf', 'add', 'Nulle part', from, '--licence', 'by', '--data', folder))
        .code,
      1,
    )
    const added = await cocote(
      t,
      'shelf',
      'add',
      'vos musiques',
      from,
      '--licence',
      'public',
      '--data',
      folder,
    )
    assert.deepEqual(
      [added.code, /« jeu\.exe » n’est pas pris/.test(added.err.replaceAll('\u00a0', ' '))],
      [0, true],
      added.err,
    )
    const renewed = await cocote(
      t,
      'shelf',
      'add',
      'Le choix de la saison',
      from,
      '--licence',
      'public',
      '--season',
      'Printemps 2027',
      '--data',
      folder,
    )
    assert.match(
      renewed.out.replaceAll('\u00a0', ' '),
      /« Printemps 2027 » est en place : 1 fichier/,
    )
    assert.deepEqual(pickedFrom(await checkFolder(folder, bricks)), [0, 0])
    rmSync(from, { recursive: true })
  },
)
