import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { faultsIn } from './check-rooms.ts'
import { ROOMS, roomOf } from './rooms.ts'

function planted(files: Readonly<Record<string, string>>): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return faultsIn(folder)
}

/** A file of a room, `n` of its kind. */
const fileOf = (room: string, n: string): string => {
  const [top = '', part] = room.split('/')
  if (top === 'seeds') return `seeds/${n}.ts`
  if (top !== 'bricks') return `src/${top}/${n}.ts`
  return part ? `src/bricks/x/${part}/${n}.ts` : `src/bricks/x/${n}.ts`
}
const faultsOf = (from: string, to: string): number => {
  const [here, there] = [fileOf(from, 'a'), fileOf(to, 'b')]
  return planted({
    [here]: `import { b } from '${relative(dirname(here), there).replace(/^(?!\.)/, './')}'`,
    [there]: 'export const b = 1',
  }).length
}

test('each room imports what its row says, and nothing else', () => {
  const rooms = [...Object.keys(ROOMS), 'seeds']
  for (const from of Object.keys(ROOMS)) {
    assert.equal(roomOf(fileOf(from, 'a')), from)
    for (const to of rooms.filter(one => one !== from))
      assert.equal(faultsOf(from, to), ROOMS[from]?.rooms.includes(to) ? 0 : 1, `${from} → ${to}`)
  }
})
test('each room imports the packages of its row, and node modules where its row says so', () => {
  for (const [name, room] of Object.entries(ROOMS)) {
    const file = fileOf(name, 'a')
    for (const one of room.packages)
      assert.deepEqual(planted({ [file]: `import '${one}'` }), [], `${name} → ${one}`)
    assert.equal(
      planted({ [file]: "import 'a-package-of-nobody'" }).length,
      room.packages.includes('*') ? 0 : 1,
      name,
    )
    assert.equal(planted({ [file]: "import 'node:fs'" }).length, room.node ? 0 : 1, name)
  }
})
test('what the floors promise holds in the table', () => {
  const may = (room: string) => ROOMS[room]?.rooms ?? []
  assert.deepEqual(may('core'), [])
  for (const below of [
    'core',
    'text',
    'contract',
    'log',
    'projection',
    'files',
    'sync',
    'engine',
  ]) {
    const above = may(below).filter(one => /^(?:web|ui|bricks|app|cli|dev)/.test(one))
    assert.deepEqual(above, [], `${below} decides and writes: it shows nothing`)
  }
  for (const room of Object.keys(ROOMS))
    assert.ok(!may(room).includes('cli'), `${room}: the command line is imported by nobody`)
  for (const room of ['words', 'model', 'pages']) {
    assert.deepEqual(
      may(`bricks/${room}`).filter(one => !/^(?:core|text|contract|ui|bricks\/\w+)$/.test(one)),
      [],
      room,
    )
  }
})
test('a floor that imports one above it is named', () => {
  assert.equal(
    planted({
      'src/core/a.ts': "import { b } from '../log/b.ts'",
      'src/log/b.ts': 'export const b = 1',
    }).length,
    1,
  )
})
test('core imports no node module, however it is written', () => {
  assert.equal(
    planted({ 'src/core/a.ts': "import { readFileSync } from 'node:fs'\nawait import('node:net')" })
      .length,
    2,
  )
  assert.equal(
    planted({
      'src/core/a.cjs': "exports.a = () => require('node:fs')\nexports.b = () => require('hono')",
    }).length,
    2,
  )
})
test('law 5: core that asks the machine for the time or for chance is named, however it asks', () => {
  const asks = [
    'Date.now()',
    'new Date()',
    'new Date',
    'Date()',
    'Math.random()',
    'performance.now()',
    'Temporal.Now.instant()',
  ]
  const draws = ['crypto.randomUUID()', 'globalThis.crypto.getRandomValues(a)', 'setTimeout(a)']
  for (const said of [...asks, ...draws]) {
    assert.equal(planted({ 'src/core/a.ts': `export const b = ${said}` }).length, 1, said)
    assert.deepEqual(planted({ 'src/app/a.ts': `export const b = ${said}` }), [], said)
  }
  const given =
    'export const b = (at: Date) => [new Date(at), Date.UTC(2026), isDate(at)] // ' +
    'Date.now() is given'
  assert.deepEqual(planted({ 'src/core/a.ts': given }), [])
})
test('a brick may not import another brick, nor the door', () => {
  const files = {
    'src/bricks/x/pages/a.ts':
      "import { b } from '../../y/pages/b.ts'\nimport { w } from " +
      "'../../../web/w.ts'\nimport { f } from './f.ts'",
    'src/bricks/x/pages/f.ts': '',
    'src/bricks/y/pages/b.ts': '',
    'src/web/w.ts': '',
  }
  assert.equal(planted(files).length, 2)
})
test('a package that is not of its floor is named', () => {
  assert.equal(
    planted({ 'src/ui/a.ts': "import { Hono } from 'hono'\nimport { geoPath } from 'd3-geo'" })
      .length,
    1,
  )
})
test('a circle of imports is named, one of types alone is not', () => {
  assert.equal(
    planted({
      'src/core/a.ts': "import { b } from './b.ts'",
      'src/core/b.ts': "import { a } from './a.ts'",
    }).length,
    1,
  )
  assert.equal(
    planted({
      'src/core/a.ts': "import { b } from './b.ts'",
      'src/core/b.ts': "import type { A } from './a.ts'",
    }).length,
    0,
  )
})
test('quotes in a comment or a sentence are no import', () => {
  assert.deepEqual(
    planted({
      'src/core/a.ts':
        "// import { x } from 'hono'\n/* import y from 'node:fs' */\nexport const said = " +
        "'import nothing'",
    }),
    [],
  )
})
test(
  'a floor below the bricks that names a record type of theirs is named, however it asks for ' +
    'it',
  () => {
    const records =
      "export const a = recordType({\n  name: 'spare-part',\n})\nexport const b = " +
      "recordType({ name: 'relay' })"
    const said = (file: string, text: string) =>
      planted({ 'src/bricks/x/model/records.ts': records, [file]: text }).length
    assert.equal(
      said('src/web/records/a.ts', "export const a = { type: 'spare-part', fields: {} }"),
      1,
    )
    assert.equal(
      said(
        'src/projection/a.ts',
        "export const a = 'SELECT id FROM spare_part_home WHERE removed IS NOT 1'",
      ),
      1,
    )
    assert.equal(
      said('src/core/a.ts', "export const a = (types: Map<string, 1>) => types.has('relay')"),
      1,
    )
    assert.equal(
      said('src/core/a.ts', "export type Role = 'visitor' | 'relay' // not a 'spare-part'"),
      0,
    )
    assert.equal(said('src/text/harvest/a.ts', "export const a = 'spare-part'"), 0)
    assert.equal(said('src/app/a.ts', "export const a = 'spare-part'"), 0)
  },
)
test('the house itself has each line in its room', () => {
  assert.deepEqual(faultsIn('.'), [])
})
