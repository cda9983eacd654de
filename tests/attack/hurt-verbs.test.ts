import assert from 'node:assert/strict'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { VERBS } from '../../src/cli/verbs.ts'
import { placesIn } from '../../src/files/folder.ts'
import { hashLightly } from '../../src/web/session/keeper.ts'
import { cases, testAll } from '../support/pass.ts'
import { box, cocote, temp } from './hurt-box.ts'

process.env['COCOTE_PASSPHRASE'] = 'quatre chaises au soleil'
hashLightly()

describe('each verb on a file that is none of its own', () => {
  const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(20_000, 7)])
  const HURTS: Readonly<Record<string, (file: string) => void>> = {
    empty: file => writeFileSync(file, ''),
    'cut in half': file => truncateSync(file, Math.floor(statSync(file).size / 2)),
    'cut in its head': file => truncateSync(file, 60),
    'a folder': file => {
      rmSync(file)
      mkdirSync(file)
    },
    'a picture': file => writeFileSync(file, PNG),
    'another program’s': file => {
      rmSync(file)
      const db = new DatabaseSync(file)
      db.exec('CREATE TABLE bookmarks(url)')
      db.close()
    },
    gone: file => rmSync(file),
  }
  /**
   * One line of each verb that reads a box's folder. `to`: a folder of its own for what it makes.
   */
  const LINES: Readonly<Record<string, (to: string) => readonly (readonly string[])[]>> = {
    serve: () => [['serve', '--port', '0', '--tls-port', '0']],
    rebuild: () => [['rebuild']],
    check: () => [['check']],
    backup: to => [
      ['backup', join(to, 'b'), '--plain'],
      ['backup', join(to, 'h'), '--plain', '--hurt'],
    ],
    restore: () => [['restore', whole]],
    export: to => [
      ['export', join(to, 'e.zip')],
      ['export', '--site', join(to, 'site')],
    ],
    import: () => [['import', exported]],
    keeper: () => [['keeper']],
    fill: () => [['fill', '--records', '5']],
    box: () => [
      ['box', 'show'],
      ['box', 'pair', 'Boën'],
    ],
    print: to => [['print', 'comptoir', '--out', join(to, 'p.pdf')]],
    evening: to => [['evening', '--port', '0', '--tls-port', '0', '--json', '--key', to]],
    courier: to => [
      ['courier', 'pack', '--out', join(to, 'c')],
      ['courier', 'deliver', bundle],
    ],
    shelf: () => [['shelf', 'list']],
  }
  /** It reads no box. */
  const APART = ['harvest']
  const away = temp()
  const [whole, exported, bundle] = ['sail.cocote-sauvegarde', 'sail.zip', 'sail.cocote'].map(
    name => join(away, name),
  ) as [string, string, string]
  /** Nothing of it serves on: these verbs open a page where the log and the key are whole. */
  const OPENS = new Set(['serve', 'evening'])
  const FILES = ['log.db', 'box.key', 'tables.db', 'local.db', 'box.crt']

  let base = ''
  it('is tried on every verb', async t => {
    assert.deepEqual([...Object.keys(LINES), ...APART].sort(), VERBS.map(verb => verb.name).sort())
    const folder = box()
    base = folder
    assert.equal((await cocote(t, 'keeper', '--data', folder)).status, 0)
    assert.equal((await cocote(t, 'backup', whole, '--plain', '--data', folder)).status, 0)
    assert.equal((await cocote(t, 'export', exported, '--data', folder)).status, 0)
    assert.equal((await cocote(t, 'courier', 'pack', '--out', bundle, '--data', folder)).status, 0)
  })

  const all = FILES.flatMap(file =>
    Object.keys(HURTS).flatMap(how =>
      Object.entries(LINES)
        .filter(
          ([verb]) =>
            !OPENS.has(verb) || file === 'log.db' || (file === 'box.key' && how !== 'gone'),
        )
        .map(([verb]) => ({ file, how, verb })),
    ),
  )
  // A prime step: verbs, hurts and files all come up.
  for (const { file, how, verb } of cases(all, Infinity, 13))
    it(`${file} ${how}: ${verb} says a plain sentence, and nothing that was there is lost`, async t => {
      const [folder, to] = [temp(), temp()]
      cpSync(base, folder, { recursive: true })
      const hurt = join(folder, file)
      HURTS[how]!(hurt)
      const log =
        file === 'log.db' || !existsSync(placesIn(folder).log)
          ? undefined
          : readFileSync(placesIn(folder).log)
      const key = file === 'box.key' ? undefined : readFileSync(placesIn(folder).key, 'utf8')
      for (const line of LINES[verb]!(to)) {
        const { status, text } = await cocote(t, ...line, '--data', folder)
        assert.doesNotMatch(
          text,
          /node:internal|\bat .*\.ts:\d|^\s*\w*Error:/m,
          `${line[0]}: ${text}`,
        )
        if (
          file === 'log.db' &&
          !['restore', 'keeper'].includes(verb) &&
          !line.includes('--hurt')
        ) {
          assert.notEqual(status, 0, `${line.join(' ')}: ${text}`)
          assert.match(text, /cocote (check|restore)/, `${line.join(' ')}: what to do`)
        }
        if (status !== 0) assert.match(text, /\p{Ll} \p{Ll}/u, 'a sentence')
        assert.equal(existsSync(join(folder, 'lock')), false, 'no lock is left')
      }
      if (verb === 'restore') assert.equal((await cocote(t, 'check', '--data', folder)).status, 0)
      else if (key !== undefined) assert.equal(readFileSync(placesIn(folder).key, 'utf8'), key)
      if (log && ['check', 'backup', 'export', 'rebuild', 'keeper'].includes(verb))
        assert.ok(
          readFileSync(placesIn(folder).log).subarray(0, log.length).equals(log),
          'the log is not written',
        )
    })
})

describe('a photo that is hurt', () => {
  const at = (folder: string): string => {
    for (const space of ['commons', 'network', 'home']) {
      const place = join(placesIn(folder).files, space)
      for (const hash of existsSync(place) ? readdirSync(place) : []) return join(place, hash)
    }
    throw new Error('no file in this box')
  }
  const HURTS: Readonly<Record<string, (file: string) => void>> = {
    'has other bytes': file => writeFileSync(file, 'rien'),
    'is of no byte': file => writeFileSync(file, ''),
    'is a folder': file => {
      rmSync(file)
      mkdirSync(file)
    },
  }
  for (const [how, hurt] of cases(Object.entries(HURTS), Infinity, 1))
    it(`${how}: the backup names it, and what still reads is put back, which names it too`, async t => {
      const folder = box()
      const photo = at(folder)
      hurt(photo)
      const [file, to] = [join(temp(), 'b'), join(temp(), 'new')]
      const made = await cocote(t, 'backup', file, '--plain', '--data', folder)
      assert.equal(made.status, 0, made.text)
      assert.ok(made.text.includes(basename(photo)), made.text)
      const back = await cocote(t, 'restore', file, '--data', to)
      assert.equal(back.status, 0, back.text)
      if (how !== 'is a folder') assert.ok(back.text.includes(basename(photo)), back.text)
      assert.equal(
        existsSync(photo.replace(folder, to)),
        false,
        'nothing stands under a hash that it has not',
      )
      assert.match((await cocote(t, 'check', '--data', to)).text, new RegExp(basename(photo)))
    })

  testAll(
    'in a plain backup that was hurt itself is taken from the folder, where it is whole',
    async t => {
      const folder = box()
      const photo = at(folder)
      const bytes = readFileSync(photo)
      const file = join(temp(), 'b')
      assert.equal((await cocote(t, 'backup', file, '--plain', '--data', folder)).status, 0)
      const archive = readFileSync(file)
      const from = archive.indexOf(bytes.subarray(0, 64))
      assert.ok(from > 0)
      archive[from + 40]! ^= 0x5a
      writeFileSync(file, archive)
      const elsewhere = join(temp(), 'new')
      const alone = await cocote(t, 'restore', file, '--data', elsewhere)
      assert.equal(alone.status, 0, alone.text)
      assert.ok(alone.text.includes(basename(photo)), alone.text)
      const back = await cocote(t, 'restore', file, '--data', folder)
      assert.equal(back.status, 0, back.text)
      assert.ok(!back.text.includes(basename(photo)), back.text)
      assert.ok(readFileSync(photo).equals(bytes))
      assert.equal((await cocote(t, 'check', '--data', folder)).status, 0)
    },
  )
})

describe('a backup that is refused', () => {
  testAll('leaves nothing: neither the folder, nor a lock in one that was there', async t => {
    const away = temp()
    const odd = join(away, 'photo.png')
    writeFileSync(odd, 'rien de tel')
    const inside = join(away, 'deep', 'new')
    for (const verb of ['restore', 'import']) {
      assert.equal((await cocote(t, verb, odd, '--data', inside)).status, 1, verb)
      assert.deepEqual(readdirSync(away), ['photo.png'], verb)
      const theirs = temp()
      writeFileSync(join(theirs, 'courses.txt'), 'du pain')
      assert.equal((await cocote(t, verb, odd, '--data', theirs)).status, 1, verb)
      assert.deepEqual(readdirSync(theirs), ['courses.txt'], verb)
    }
  })
})
