import '../../tests/support/light-seals.ts'
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type TestContext, test } from 'node:test'
import { cocote } from '../../tests/support/command-line.ts'
import {
  bring,
  close,
  NOON,
  recordId,
  rowsIn,
  sampleBricks,
  tempFolder,
  within,
} from '../../tests/support/folders.ts'
import type { OpenEngine } from '../../tests/support/open-engine.ts'
import { openEngine } from '../../tests/support/open-engine.ts'
import { backupTo } from '../backup/backup.ts'
import { fits, makeReady } from '../cli/verbs/version-running.ts'
import { type Brick, brick } from '../contract/brick.ts'
import { recordType } from '../core/schema.ts'
import { storeFile } from '../files/files.ts'
import { openBox, openFolder, placesIn } from '../files/folder.ts'
import { codesLeft, openLocal, sessionOf, startSession } from '../files/local.ts'
import { newCodes } from '../web/session/keeper.ts'

/** The same engine one version later, with a record type that this one does not know. */
const later = recordType({
  name: 'later-thing',
  title: 'title',
  fields: { title: { kind: 'text', required: true }, day: { kind: 'day' } },
})
const words = {
  types: {
    'later-thing': {
      one: 'x',
      many: 'x',
      add: 'x',
      fields: { title: { label: 'T' }, day: { label: 'D' } },
    },
  },
}
const LATER: Brick = brick({
  name: 'later',
  records: [later],
  commands: [],
  pages: [],
  words: { fr: words, en: words },
})
const KNOWN =
  sampleBricks.flatMap(one => one.records).find(one => one.name === 'place') ??
  sampleBricks.flatMap(one => one.records)[0]!
const PICTURED = sampleBricks
  .flatMap(one => one.records)
  .find(
    ({ space, fields }) =>
      space !== 'home' &&
      Object.values(fields).some(({ kind, unasked }) => kind === 'files' && !unasked),
  )
const titled = (type: { title?: string | undefined }): string => type.title ?? 'title'

function withLater<T>(folder: string, work: (engine: OpenEngine) => T): T {
  openFolder(folder)
  const engine = openEngine([...sampleBricks, LATER], openBox(folder), placesIn(folder))
  try {
    return work(engine)
  } finally {
    close(engine)
  }
}
const entriesIn = (folder: string): readonly unknown[] =>
  within(folder, ({ log }) =>
    log.sql.all('SELECT hex(hash) AS h FROM entry ORDER BY id').map(row => row['h']),
  )

test(
  'law 3: what a newer version wrote in a type that is not known here is kept through the way ' +
    'back, and shows again on the way forth',
  () => {
    const folder = tempFolder()
    within(folder, engine =>
      bring(engine, { type: KNOWN.name, id: recordId(1), fields: { [titled(KNOWN)]: 'Le four' } }),
    )
    withLater(folder, engine => {
      bring(engine, {
        type: 'later-thing',
        id: recordId(2),
        fields: { title: 'Plus tard', day: '2027-01-05' },
      })
      bring(engine, { type: KNOWN.name, id: recordId(3), fields: { [titled(KNOWN)]: 'Le lavoir' } })
    })
    const written = entriesIn(folder)
    assert.equal(fits(folder), true)
    makeReady(folder, () => undefined)
    // The older version goes on: the tables are made again, with what both know.
    assert.deepEqual(
      rowsIn(folder, KNOWN.name.replaceAll('-', '_')).map(
        row => (row as Readonly<Record<string, unknown>>)[titled(KNOWN)],
      ),
      ['Le four', 'Le lavoir'],
    )
    within(folder, engine =>
      bring(engine, {
        type: KNOWN.name,
        id: recordId(4),
        fields: { [titled(KNOWN)]: 'Le pressoir' },
      }),
    )
    assert.deepEqual(entriesIn(folder).slice(0, written.length), written)
    const shown = withLater(folder, ({ tables }) =>
      tables.sql.all('SELECT title, day FROM later_thing').map(row => ({ ...row })),
    )
    assert.deepEqual(shown, [{ title: 'Plus tard', day: '2027-01-05' }])
  },
)

test(
  'local.db only gains tables: those of a newer version stay, and sessions and codes ' +
    'hold on both sides',
  () => {
    const { local: file } = placesIn(tempFolder())
    const before = openLocal(file)
    newCodes(before)
    const session = startSession(before, true, NOON)
    before.db.exec(
      'CREATE TABLE later(key TEXT PRIMARY KEY, value TEXT); INSERT INTO later VALUES (1, 2)',
    )
    before.db.close()
    const back = openLocal(file)
    assert.equal(codesLeft(back), 10)
    assert.ok(sessionOf(back, session, NOON))
    assert.deepEqual(
      back.sql.all('SELECT key, value FROM later').map(row => ({ ...row })),
      [{ key: '1', value: '2' }],
    )
    assert.deepEqual(back.secret, before.secret)
    back.db.close()
  },
)

/** As a later version leaves it: the format of the log raised. */
function raised(folder: string): void {
  const db = new DatabaseSync(placesIn(folder).log)
  db.exec('PRAGMA user_version = 99')
  db.close()
}

test(
  'a log of a later format does not fit; the copy from before comes back, and is what a start ' +
    'opens',
  async (t: TestContext) => {
    const folder = tempFolder()
    within(folder, engine =>
      bring(engine, { type: KNOWN.name, id: recordId(1), fields: { [titled(KNOWN)]: 'Le four' } }),
    )
    const file = join(tempFolder(), 'backup')
    const made = await cocote(t, 'backup', file, '--plain', '--without-files', '--data', folder)
    assert.equal(made.code, 0, made.err)
    raised(folder)
    assert.equal(fits(folder), false)
    assert.equal((await cocote(t, 'box', 'fits', '--data', folder)).code, 3)
    const back = await cocote(t, 'restore', file, '--data', folder)
    assert.equal(back.code, 0, back.err)
    assert.equal((await cocote(t, 'box', 'fits', '--data', folder)).code, 0)
    assert.equal((await cocote(t, 'box', 'ready', '--data', folder)).code, 0)
    assert.equal(rowsIn(folder, KNOWN.name.replaceAll('-', '_')).length, 1)
  },
)

test('a backup without its files holds the rest; one with them holds them all', {
  skip: PICTURED === undefined,
}, async () => {
  const folder = tempFolder()
  const photo = Buffer.from('a photo')
  const [field] = Object.entries(PICTURED!.fields).find(([, { kind }]) => kind === 'files')!
  within(folder, engine => {
    const ref = storeFile(folder, 'commons', photo, { name: 'four.png', type: 'image/png' })
    bring(engine, {
      type: PICTURED!.name,
      id: recordId(1),
      fields: { [titled(PICTURED!)]: 'Le four', [field]: [ref] },
    })
  })
  const of = { folder, seal: undefined, version: '0', now: new Date(NOON) }
  const sizes: number[] = []
  for (const withoutFiles of [true, false])
    sizes.push((await backupTo({ ...of, file: join(tempFolder(), 'b'), withoutFiles })).bytes)
  assert.ok(sizes[1]! - sizes[0]! > photo.length, String(sizes))
})
