import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { checkFolder } from '../../src/backup/check.ts'
import { openBox, openFolder, placesIn } from '../../src/files/folder.ts'
import { close } from '../support/folders.ts'
import { openEngine } from '../support/open-engine.ts'
import { BOXES, frozenSaid, frozenVersions, openFrozen } from './open.ts'

for (const version of frozenVersions())
  for (const box of BOXES)
    it(`${box}, as ${version} left it, is whole before it is opened and after`, async t => {
      const folder = openFrozen(version, box)
      t.after(() => rmSync(folder, { recursive: true, force: true }))
      assert.deepEqual((await checkFolder(folder, bricks)).hurts, [])
      openFolder(folder)
      close(openEngine(bricks, openBox(folder), placesIn(folder)))
      assert.deepEqual((await checkFolder(folder, bricks)).hurts, [])
    })

/** What both boxes of 0.1.0 show of what `said.json` names. */
const TITLES = {
  shown: 'Marcel prête sa bétonnière',
  mine: 'Nadia prête son échelle',
  meeting: 'Les idées',
  idea: 'Un four à pain commun',
  boen: 'Rosa descend à Sail mercredi matin, une place',
}
describe('what 0.1.0 left', () => {
  for (const [box, welcomed] of [
    ['sail', ['Nadia', 'Odile', 'Paul']],
    ['boen', []],
  ] as const)
    it(`${box} reads by its titles and its members`, () => {
      const folder = openFrozen('0.1.0', box)
      openFolder(folder)
      const engine = openEngine(bricks, openBox(folder), placesIn(folder))
      const rows = engine.tables.sql.all<{ id: string; title: string }>('SELECT id, title FROM doc')
      const titles = new Map(rows.map(({ id, title }) => [id, title]))
      const { ids } = frozenSaid('0.1.0')
      for (const [name, title] of Object.entries(TITLES))
        assert.equal(titles.get(ids[name]!), title, name)
      const names = engine.tables.sql.all<{ name: string }>('SELECT name FROM member_home')
      assert.deepEqual(names.map(({ name }) => name).toSorted(), welcomed)
      close(engine)
      rmSync(folder, { recursive: true })
    })

  for (const box of BOXES)
    it(`${box} holds the themes and the communes of both boxes, and two versions of one notice`, () => {
      const folder = openFrozen('0.1.0', box)
      const db = new DatabaseSync(placesIn(folder).log, { readOnly: true })
      const held = (type: string) =>
        db.prepare('SELECT count(DISTINCT record) AS n FROM write WHERE type = ?').get(type)?.['n']
      const heads = db.prepare(
        "SELECT count(*) AS n FROM write WHERE record = ? AND field = 'title' AND head = 1",
      )
      assert.deepEqual(
        [held('theme'), held('commune'), heads.get(frozenSaid('0.1.0').ids['boen']!)?.['n']],
        [60, 6, 2],
      )
      db.close()
      rmSync(folder, { recursive: true })
    })

  it('the same person is in the same idea twice by her card, and twice as a visitor', () => {
    const folder = openFrozen('0.1.0', 'sail')
    const db = new DatabaseSync(placesIn(folder).log, { readOnly: true })
    const said = "SELECT count(*) AS n FROM flesh WHERE field = 'firstName' AND value = ?"
    assert.ok(Number(db.prepare(said).get('"Nadia"')?.['n']) >= 4)
    db.close()
    rmSync(folder, { recursive: true })
  })
})
