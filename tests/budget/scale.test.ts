import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { Statements } from '../../src/log/sqlite.ts'
import { makeBox } from './box.ts'
import { Count, counted } from './count.ts'
import { type Asked, faultsOf, measureScale } from './scale.ts'

const boxes = { small: makeBox(400), large: makeBox(1_600) }
const all = await measureScale({ small: boxes.small.folder, large: boxes.large.folder })
for (const { end } of Object.values(boxes)) end()

test('a page costs what it shows, whatever the size of the territory', t => {
  const { faults, mayGoDown } = faultsOf(all)
  for (const said of mayGoDown) t.diagnostic(said)
  assert.equal(faults.length, 0, `\n${faults.join('\n')}`)
})

/** What a page asks of a table of so many notices. */
function askedOf(notices: number, ask: (sql: Statements) => unknown): Asked {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE notice(id INTEGER PRIMARY KEY, place INTEGER, title TEXT)')
  db.exec('CREATE INDEX place ON notice(place)')
  for (let id = 0; id < notices; id++)
    db.prepare('INSERT INTO notice VALUES (?, ?, ?)').run(id, id % 20, `n ${id}`)
  const count = new Count()
  ask(new Statements(counted(db, count)))
  db.close()
  const { statements, rows, steps, scanned } = count
  return { statements, rows, steps, scanned, seen: count.most('steps') }
}
const faultsIn = (ask: (sql: Statements) => unknown): string =>
  faultsOf(
    [{ name: '/planted', small: askedOf(400, ask), large: askedOf(1_600, ask) }],
    {},
  ).faults.join('\n')

test('planted: what no index finds, what is counted whole, and one question a line are seen', () => {
  const newest = 'SELECT * FROM notice ORDER BY id DESC LIMIT 30'
  assert.equal(
    faultsIn(sql => sql.all(newest)),
    '',
  )
  const unindexed = faultsIn(sql => sql.all("SELECT id FROM notice WHERE title = 'n 7'"))
  assert.match(unindexed, /\/planted: steps is [\d,]+, above [\d,]+/)
  assert.match(unindexed, /\/planted: scanned is 1,599, above 100/)
  assert.match(
    faultsIn(sql => sql.all('SELECT count(*) FROM notice WHERE place > 0 AND length(title) > 3')),
    /steps is [\d,]+, above/,
  )
  const eachLine = faultsIn(sql => {
    for (const { id } of sql.all<{ id: number }>(newest))
      sql.get('SELECT title FROM notice WHERE id = ?', id)
  })
  assert.match(eachLine, /\/planted: statements is 31, above 25/)
})

test('planted: an exception for nothing is a fault', () => {
  const asked = askedOf(400, sql => sql.get('SELECT 1'))
  const pages = [{ name: '/planted', small: asked, large: asked }]
  assert.match(
    faultsOf(pages, { '/gone': { steps: 9, why: 'x' } }).faults.join(),
    /no page is called \/gone/,
  )
  assert.match(
    faultsOf(pages, { '/planted': { steps: 9, why: 'x' } }).faults.join(),
    /needs no exception for steps/,
  )
})
