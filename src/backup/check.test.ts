import assert from 'node:assert/strict'
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import {
  bring,
  recordId,
  sampleBricks,
  tempFolder,
  turn,
  within,
} from '../../tests/support/folders.ts'
import { cases, testOnce as test, testEach } from '../../tests/support/pass.ts'
import { deliver, fixedBox, openMemory, write } from '../../tests/wire/boxes.ts'
import { fillEngine } from '../dev/fill.ts'
import { inTransaction } from '../engine/transaction.ts'
import { storeFile } from '../files/files.ts'
import { placesIn } from '../files/folder.ts'
import { entriesAfter, lastSeqs, ownFeed } from '../log/log.ts'
import { showAll } from '../projection/tables.ts'
import { decideBox } from '../sync/trust/decisions.ts'
import { checkFolder } from './check.ts'
import type { HurtKind } from './check-log.ts'

/** A small box that has lived: many records, an edit, a forgetting, a file. */
function lived(): string {
  const folder = tempFolder()
  within(folder, engine => {
    fillEngine(engine, 40, '2026-12-05')
    bring(engine, {
      type: 'idea',
      id: recordId(1),
      fields: { title: 'Un four', detail: 'Le premier samedi.' },
    })
    bring(engine, { type: 'idea', id: recordId(1), fields: { title: 'Un four commun' } })
    bring(engine, { type: 'idea', id: recordId(2), fields: { title: 'À oublier' } })
    turn(engine, 'forget', { type: 'idea', id: recordId(2) })
    const notes = storeFile(folder, 'home', Buffer.from('Notes de la réunion'), {
      name: 'notes.txt',
      type: 'text/plain',
    })
    bring(engine, {
      type: 'meeting',
      id: recordId(3),
      fields: { title: 'Réunion', date: '2026-12-01', notes: [notes] },
    })
  })
  return folder
}
const sound = lived()
const copyOf = (folder: string): string => {
  const to = tempFolder()
  cpSync(folder, to, { recursive: true })
  return to
}
function inFile(file: string, sql: string): void {
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}

test('a box that has lived is whole, and looking at it changes nothing', async () => {
  const before = [placesIn(sound).log, placesIn(sound).tables].map(file => readFileSync(file))
  const found = await checkFolder(sound, sampleBricks)
  assert.deepEqual(found.hurts, [])
  assert.equal(found.tables, 'same')
  assert.equal(found.files, 1)
  assert.ok(found.entries > 5 && found.values > 100)
  assert.deepEqual(
    [placesIn(sound).log, placesIn(sound).tables].map(file => readFileSync(file)),
    before,
  )
})

testEach(
  'harms planted in a file are named: one in three in the short pass, then the rest',
  async t => {
    const log = (sql: string) => (folder: string) => inFile(placesIn(folder).log, sql)
    const tables = (sql: string) => (folder: string) => inFile(placesIn(folder).tables, sql)
    const ofIdea =
      `(SELECT min(entry) FROM write WHERE record = '${recordId(1)}' ` + "AND field = 'title')"
    const harms: readonly (readonly [string, HurtKind, (folder: string) => void])[] = [
      [
        'a byte of an entry',
        'bytes',
        log(`UPDATE entry SET bytes = bytes || ' ' WHERE id = ${ofIdea}`),
      ],
      [
        'a signature',
        'signature',
        log(`UPDATE entry SET signature = zeroblob(64) WHERE id = ${ofIdea}`),
      ],
      [
        'an entry that is no JSON',
        'unread',
        log(`UPDATE entry SET bytes = CAST('{' AS BLOB) WHERE id = ${ofIdea}`),
      ],
      ['an entry taken out', 'gap', log(`DELETE FROM entry WHERE id = ${ofIdea}`)],
      [
        'the last entry taken out',
        'last',
        log('DELETE FROM entry WHERE id = (SELECT max(id) FROM entry)'),
      ],
      [
        'a value changed',
        'flesh',
        log(
          "UPDATE flesh SET pieces = json_set(pieces, '$.title', substr(pieces ->> 'title', " +
            `1, 22) || '"Une scie"') WHERE entry = ${ofIdea}`,
        ),
      ],
      [
        'a value taken out',
        'fleshGone',
        log(`UPDATE flesh SET pieces = json_set(pieces, '$.title', NULL) WHERE entry = ${ofIdea}`),
      ],
      [
        'a forgotten value that is back',
        'fleshBack',
        log(`INSERT INTO forgotten SELECT entry, change, field FROM piece WHERE entry = ${ofIdea}`),
      ],
      ['a write that is not filed', 'write', log(`DELETE FROM wrote WHERE entry = ${ofIdea}`)],
      [
        'a write of no entry',
        'strays',
        log(`INSERT INTO wrote VALUES ('${recordId(9)}', (SELECT max(no) FROM what), 1, 0, NULL)`),
      ],
      [
        'a head that is not one',
        'heads',
        log(
          "UPDATE wrote SET past = iif(past IS NULL, ' title ', NULL) " +
            `WHERE record = '${recordId(1)}'`,
        ),
      ],
      [
        'a row changed',
        'row',
        tables(`UPDATE idea SET title = 'Autre' WHERE id = '${recordId(1)}'`),
      ],
      ['a row taken out', 'row', tables(`DELETE FROM need WHERE id = (SELECT min(id) FROM need)`)],
      [
        'a text of the search changed',
        'row',
        tables("UPDATE search SET title = 'autre' WHERE rowid = 1"),
      ],
      [
        'a link added',
        'row',
        tables(`INSERT INTO link VALUES ('${recordId(1)}', 'about', '${recordId(3)}', 'idea')`),
      ],
      ['tables ahead of the log', 'ahead', tables('UPDATE position SET seq = seq + 1')],
      ['an index of SQLite', 'sqlite', folder => scratch(placesIn(folder).tables)],
      [
        'a log that is no database',
        'sqlite',
        folder => writeFileSync(placesIn(folder).log, 'Bonjour '.repeat(2_000)),
      ],
      ['an empty log', 'sqlite', folder => writeFileSync(placesIn(folder).log, '')],
      ['a file changed', 'fileOther', folder => writeFileSync(notesIn(folder), 'autre chose')],
      ['a file taken out', 'fileGone', folder => rmSync(notesIn(folder))],
      ['the key taken out', 'key', folder => rmSync(placesIn(folder).key)],
      ['a key that is no key', 'key', folder => writeFileSync(placesIn(folder).key, 'clé')],
    ]
    for (const [said, kind, harm] of cases(harms, 3, 1))
      await t.test(said, async () => {
        const folder = copyOf(sound)
        harm(folder)
        const { hurts } = await checkFolder(folder, sampleBricks)
        assert.ok(
          hurts.some(hurt => hurt.what === kind),
          JSON.stringify(hurts.slice(0, 3)),
        )
      })
  },
)

/** Zeroes in the middle of a file: pages that SQLite no longer understands. */
function scratch(file: string): void {
  const bytes = readFileSync(file)
  bytes.fill(0, 8_192, 8_192 + 40_960)
  writeFileSync(file, bytes)
}
const notesIn = (folder: string): string => {
  const hash = within(folder, ({ tables }) =>
    String(tables.sql.get('SELECT notes FROM meeting_home')?.['notes']),
  )
  return join(placesIn(folder).files, 'home', (JSON.parse(hash) as { hash: string }[])[0]!.hash)
}

test('a log where the keeper hides what another box wrote is whole', async () => {
  const folder = copyOf(sound)
  within(folder, engine => {
    const other = openMemory(fixedBox(2))
    for (const feed of lastSeqs(engine.log).keys())
      if (feed.endsWith('.commons'))
        for (const signed of entriesAfter(engine.log, feed, 0, 1_000)) deliver(other, signed)
    write(other, { type: 'idea', record: recordId(1), fields: { title: 'Écrit par-dessus' } })
    for (const signed of entriesAfter(other, ownFeed(other, 'commons'), 0))
      deliver(engine.log, signed)
    inTransaction(engine, () =>
      showAll(
        engine.tables,
        engine.log,
        decideBox(engine.log, { name: other.box.name, dismissed: true, hideSince: 0 }),
      ),
    )
  })
  assert.deepEqual((await checkFolder(folder, sampleBricks)).hurts, [])
})

test('the other box’s key is not this log’s', async () => {
  const folder = copyOf(sound)
  cpSync(placesIn(lived()).key, placesIn(folder).key)
  const { hurts } = await checkFolder(folder, sampleBricks)
  assert.deepEqual(hurts.filter(hurt => hurt.what === 'key').length, 1)
})

test('tables a few turns behind, as after a crash, are no harm: they catch up', async () => {
  const folder = copyOf(sound)
  const old = readFileSync(placesIn(folder).tables)
  within(folder, engine =>
    bring(engine, { type: 'idea', id: recordId(7), fields: { title: 'Après' } }),
  )
  writeFileSync(placesIn(folder).tables, old)
  const found = await checkFolder(folder, sampleBricks)
  assert.deepEqual(found.hurts, [])
  assert.equal(found.tables, 'behind')
})

test('tables of another program’s version are no harm, nor is their absence', async () => {
  const folder = copyOf(sound)
  assert.equal((await checkFolder(folder, sampleBricks.slice(1))).tables, 'old')
  rmSync(placesIn(folder).tables)
  const found = await checkFolder(folder, sampleBricks)
  assert.equal(found.tables, 'absent')
  assert.deepEqual(found.hurts, [])
})

test('a check leaves no file behind', async () => {
  const folder = copyOf(sound)
  writeFileSync(join(folder, 'check-999999999.work.held'), 'private')
  await checkFolder(folder, sampleBricks)
  const { readdirSync } = await import('node:fs')
  assert.deepEqual(
    readdirSync(folder).filter(name => name.startsWith('check-')),
    [],
  )
})
