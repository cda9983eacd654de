import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { getRequestListener } from '@hono/node-server'
import { HOST } from '../../tests/support/browser.ts'
import { copyDemo } from '../../tests/support/demo-folder.ts'
import { testBox } from '../../tests/support/test-box.ts'
import { serve } from '../app/serve.ts'
import { Kept } from '../core/kept.ts'
import { placesIn } from '../files/folder.ts'
import { keepingPages } from './pages/page-cache.ts'
import { askFirstPages } from './warming.ts'

const never = (error: unknown): never => assert.fail(String(error))

test('a first page is asked, then one page of each shape behind its links', async () => {
  const asked: string[] = []
  const listener: RequestListener = (request, response) => {
    asked.push(`${request.headers.host} ${request.url}`)
    response.end(
      ['annonces', 'annonces/01m8rda4m0zwt6e6jdmngqne8j', 'annonces/01m8rda4m0zwt6e6jdmngqne8k']
        .map(path => `<a class="one" href="/${path}?de=1">${path}</a>`)
        .join('') +
        '<a href="/imprimer/annuaire">imprimer</a><a href="https://exemple.org/">loin</a>',
    )
  }
  const isPage = (path: string): boolean => !path.startsWith('/imprimer')
  await askFirstPages(listener, { isPage, report: never })
  assert.deepEqual(asked, [
    'localhost /',
    'localhost /chercher?q=pain',
    'localhost /annonces',
    'localhost /annonces/01m8rda4m0zwt6e6jdmngqne8j',
  ])
})

test('a fault of a first page is told, and nobody waits for a page that never comes', async () => {
  for (const listener of [
    (_, response) => response.destroy(),
    () => undefined,
  ] satisfies readonly RequestListener[]) {
    const told: unknown[] = []
    const report = (error: unknown): unknown => told.push(error)
    await askFirstPages(listener, { isPage: () => true, report, longestMs: 100 })
    assert.equal(told.length, 1)
  }
})

/** Every row of a file, and how many it ever changed. */
const rowsOf = (db: DatabaseSync): unknown => {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  const changed = db.prepare('SELECT total_changes() AS n').get()
  return [changed, ...tables.map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()])]
}

test('a box that asks its own pages writes nothing, and caches no answer', async () => {
  using box = testBox()
  box.territory()
  await box.visitor().get('/')
  let made = 0
  const listener: RequestListener = (request, response) => {
    made++
    request.headers.host = HOST
    return getRequestListener(box.app.fetch)(request, response)
  }
  const kept = keepingPages(listener, {
    kept: new Kept(1_000_000),
    now: () => 0,
    around: () => '',
  })
  const files = [box.engine.log.db, box.engine.tables.db, box.local.db]
  const before = files.map(rowsOf)
  await askFirstPages(kept, { isPage: () => true, report: never })
  const first = made
  assert.ok(first > 5, `${first} pages were asked`)
  await askFirstPages(kept, { isPage: () => true, report: never })
  assert.equal(made, 2 * first)
  assert.deepEqual(files.map(rowsOf), before)
  assert.deepEqual(box.faults, [])
})

test('an empty box opens its door warm, and tells no fault', async () => {
  const data = mkdtempSync(join(tmpdir(), 'cocote-warm-'))
  const faults: string[] = []
  const onFault = (_: string, stack: string): unknown => faults.push(stack)
  const of = { data, port: 0, tlsPort: undefined, host: '127.0.0.1', names: [], onFault }
  const served = await serve(of)
  try {
    assert.equal((await fetch(served.address, { redirect: 'manual' })).status, 303)
    assert.deepEqual(faults, [])
  } finally {
    await served.close()
    rmSync(data, { recursive: true })
  }
})

test('the table of communes is there before the door opens', async () => {
  const data = mkdtempSync(join(tmpdir(), 'cocote-warm-'))
  await copyDemo(data)
  const table = placesIn(data).communes
  rmSync(table, { force: true })
  const of = { data, port: 0, tlsPort: undefined, host: '127.0.0.1', names: [] }
  const served = await serve(of)
  try {
    assert.ok(existsSync(table))
  } finally {
    await served.close()
    rmSync(data, { recursive: true })
  }
})
