import assert from 'node:assert/strict'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { shapeOf } from '../../tests/crawl/walk.ts'
import { copyDemo } from '../../tests/support/demo-folder.ts'
import { at, testOnce } from '../../tests/support/pass.ts'
import { watchedReads } from '../../tests/support/watched-reads.ts'
import { tableOf } from '../contract/tables.ts'
import { openReading } from '../engine/engine.ts'
import { placesIn } from '../files/folder.ts'
import { openLocal, startSession } from '../files/local.ts'
import { pageSourceOver } from '../web/pages/page-source.ts'
import { toPrint } from '../web/print/prints.ts'
import { copyRoutes } from '../web/served.ts'
import { createWebServer } from '../web/server.ts'
import { bricks } from './bricks.ts'

const folder = mkdtempSync(join(tmpdir(), 'cocote-reads-'))
await copyDemo(folder)
const reading = openReading(placesIn(folder))
const local = openLocal(':memory:')
local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', 'passphrase', 'set')
after(() => {
  reading.close()
  local.db.close()
  rmSync(folder, { recursive: true })
})
const NOW = Date.now()
const today = Temporal.Now.plainDateISO('Europe/Paris').toString()
const clock = { now: () => NOW, sure: true, today: () => today }
const plain = pageSourceOver(bricks, reading, { secret: local.secret, clock })
/** The tables that each brick read of others. */
const met = new Map<string, Set<string>>()
const source = {
  ...plain,
  read: watchedReads(plain, reading.tables.db, (brick, table) =>
    met.set(brick, (met.get(brick) ?? new Set()).add(table)),
  ),
}
const idsOf = (table: string): readonly string[] =>
  reading.tables
    .all<{ id: string }>(`SELECT id FROM "${table}" WHERE removed IS NOT 1 ORDER BY id LIMIT 3`)
    .map(({ id }) => id)

const faults: unknown[] = []
const app = createWebServer({
  source,
  local,
  turn: () => Promise.reject(new Error('no turn is taken here')),
  waiting: () => 0,
  hosts: () => new Set(['localhost']),
  tlsPort: () => undefined,
  port: () => 80,
  version: '',
  report: error => String(faults.push(error)),
  look: { look: '/look.css' },
  extra: copyRoutes,
})

const MOST = at(1, 6, 6)
const LINK = /href="(\/[^"#]*)"/g
/** Follows the links from the first page and from the keeper's, so many of each shape. */
async function walked(who?: string): Promise<number> {
  const headers = {
    host: 'localhost',
    'accept-language': 'fr',
    ...(who ? { cookie: `tenue=${startSession(local, true, NOW, who)}` } : {}),
  }
  const env = { incoming: { socket: { remoteAddress: '127.0.0.1' }, headers } }
  const asked = new Set<string>()
  const shapes = new Map<string, number>()
  const queue = ['/', '/tenir', '/moi']
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const shape = shapeOf(path)
    const had = shapes.get(shape) ?? 0
    if (asked.has(path) || had >= MOST || path.includes('langue=')) continue
    asked.add(path)
    shapes.set(shape, had + 1)
    const answer = await app.request(`http://localhost${path}`, { headers }, env)
    const text = await answer.text()
    for (const [, href = ''] of text.matchAll(LINK)) queue.push(href.replaceAll('&amp;', '&'))
  }
  return shapes.size
}

const member = source.types.has('member') ? idsOf('member_home') : []
for (const who of [undefined, 'keeper', ...member.slice(0, 1)])
  test(
    'every page that ' +
      `${who === undefined ? 'a visitor' : who === 'keeper' ? 'the keeper' : 'a member'} comes ` +
      'to reads what its brick names, and no more',
    async t => {
      const shapes = await walked(who)
      t.diagnostic(`${shapes} shapes of addresses`)
      assert.deepEqual(faults.splice(0).map(String), [])
      assert.ok(shapes > 60, `${shapes} shapes of addresses`)
    },
  )

testOnce('every print reads what its brick names, and no more', () => {
  const request = { by: 'keeper', lang: 'fr', private: true } as const
  const ids = bricks.flatMap(brick =>
    brick.records.flatMap(({ name, space }) => idsOf(tableOf(name, space ?? 'commons'))),
  )
  for (const { kind, ofOne } of bricks.flatMap(brick => brick.prints ?? []))
    for (const id of ofOne ? ids : [undefined]) toPrint(source, kind, id, request)
})

const sourceOf = (name: string): string =>
  globSync(`src/bricks/${name}/{model,pages,server}/**/*.ts`)
    .filter(file => !file.endsWith('.test.ts') && !file.endsWith('model/model.ts'))
    .map(file => readFileSync(file, 'utf8'))
    .join('\n')

/**
 * A page that no record of the demonstration comes to may read it all the same: in its SQL, or by
 * the name of the type.
 */
const isSaid = (table: string, source: string): boolean =>
  new RegExp(`\\b(FROM|JOIN) ${table}\\b|'${table.replaceAll('_', '-')}'`).test(source)

testOnce('a brick names no table of its own, and none that it does not read', () => {
  const owners = new Map(
    bricks.flatMap(brick =>
      brick.records.flatMap(({ name }) => [
        [tableOf(name, 'commons'), brick.name] as const,
        [tableOf(name, 'home'), brick.name] as const,
      ]),
    ),
  )
  // The guard of what people write reads every proper name, in a turn of the brick that asks it.
  const guarded = new Set(
    bricks.flatMap(brick =>
      brick.records.filter(type => type.proper).map(({ name }) => tableOf(name, 'commons')),
    ),
  )
  const idle = bricks.flatMap(({ name, reads, opens }) => [
    ...(reads?.tables ?? [])
      .filter(table => !reads?.everyType || !guarded.has(table))
      .filter(table => owners.has(table) && !met.get(name)?.has(table))
      .filter(table => !isSaid(table, sourceOf(name)))
      .map(table => `${name} reads ${table} nowhere`),
    ...(opens ?? [])
      .filter(table => owners.get(table) !== name)
      .map(table => `${name} opens ${table}, which is not its own`),
  ])
  assert.deepEqual(idle, [])
})

testOnce('a brick asks for each published read that it names', () => {
  const idle = bricks.flatMap(({ name, reads }) => {
    const sources = sourceOf(name)
    const isAsked = (read: string): boolean =>
      sources.includes(`published.${read}?.(`) ||
      (read === 'keeper' && /\bkeptBy\(|\bkeeperNamed\(/.test(sources)) ||
      (read === 'memberName' && /\b(?:chargesStanding|namedOver)\(/.test(sources)) ||
      (['keeper', 'spokenForBy'].includes(read) && /\basksForCard\(/.test(sources))
    return (reads?.published ?? [])
      .filter(read => !isAsked(read))
      .map(read => `${name} asks for ${read} nowhere`)
  })
  assert.deepEqual(idle, [])
})

testOnce('the server part of a brick reads by the reader of its brick', () => {
  const WHOLE = /\b(?:read|tables)\.(?:all|get|one|list|count|storedTitle|published)\b/g
  const AS = /\bread\.as\('(\w+)'\)/g
  const files = globSync('src/bricks/*/server/**/*.ts').filter(file => !file.endsWith('.test.ts'))
  const faults = files.flatMap(file => {
    const source = readFileSync(file, 'utf8')
    const brick = file.split('/')[2]
    return [
      ...[...source.matchAll(WHOLE)].map(([found]) => `${file}: ${found}`),
      ...[...source.matchAll(AS)]
        .filter(([, name]) => name !== brick)
        .map(([found]) => `${file}: ${found}`),
    ]
  })
  assert.ok(files.length > 20)
  assert.deepEqual(faults, [])
})
