import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { checkFolder } from '../../src/backup/check.ts'
import { shapeOf } from '../../src/engine/shape.ts'
import { openBox, placesIn } from '../../src/files/folder.ts'
import { newEpoch, openLog } from '../../src/log/log.ts'
import { salvageInto } from '../../src/log/salvage.ts'
import { PAGE } from '../../src/log/sqlite.ts'
import { openTables } from '../../src/projection/tables.ts'
import { openFrozen } from '../frozen/open.ts'
import { cases } from '../support/pass.ts'

/** What pages show of a log: every record, by its title. */
function shownOf(folder: string): ReadonlyMap<string, string> {
  const log = openLog(placesIn(folder).log, openBox(folder))
  const tables = openTables(placesIn(folder).tables, shapeOf(bricks), log)
  const rows = tables.sql.all<{ type: string; id: string; title: string }>(
    'SELECT type, id, title FROM doc',
  )
  tables.db.close()
  log.db.close()
  return new Map(rows.map(({ type, id, title }) => [`${type} ${id}`, title]))
}

test('law: whatever page of a log is hurt, a salvage is whole, and what is not there is said', async t => {
  const whole = openFrozen('0.1.0', 'sail')
  t.after(() => rmSync(whole, { recursive: true }))
  const box = openBox(whole)
  const bytes = readFileSync(placesIn(whole).log)
  const before = shownOf(whole)
  const pages = Math.floor(bytes.length / PAGE)
  const most = { gone: 0, resaid: 0 }
  const all = Array.from({ length: pages }, (_, page) => page)
  for (const page of cases(all, 29, 5)) {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-salvage-'))
    const hurt = join(folder, 'hurt')
    writeFileSync(
      hurt,
      bytes.map((byte, at) => (Math.floor(at / PAGE) === page ? byte ^ 0x5a : byte)),
    )
    writeFileSync(placesIn(folder).key, readFileSync(placesIn(whole).key))
    const log = newEpoch(openLog(placesIn(folder).log, box))
    const { missing, values, waiting, resaid } = salvageInto(log, hurt)
    log.db.close()
    const after = shownOf(folder)
    // Files are not the log's.
    const hurts = (await checkFolder(folder, bricks)).hurts.filter(
      ({ what }) => what !== 'fileGone',
    )
    assert.deepEqual(hurts, [], `page ${page}`)
    const gone = [...before].filter(([id, title]) => after.get(id) !== title)
    if (missing.size === 0 && waiting === 0 && values === 0)
      assert.deepEqual(gone, [], `page ${page}`)
    most.gone = Math.max(most.gone, gone.length)
    most.resaid = Math.max(most.resaid, resaid)
    rmSync(folder, { recursive: true })
  }
  t.diagnostic(JSON.stringify(most))
})
