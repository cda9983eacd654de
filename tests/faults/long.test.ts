import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as after } from 'node:timers/promises'
import { bricks } from '../../src/app/bricks.ts'
import { cliWords } from '../../src/cli/words.ts'
import { type RecordType, spaceOf } from '../../src/core/schema.ts'
import { typesOf } from '../../src/engine/shape.ts'
import { placesIn } from '../../src/files/folder.ts'
import { at, testAll } from '../support/pass.ts'
import { COCOTE, kill, serving } from './serving.ts'
import { type Answer, acknowledges, ask, bring, turnOf, withKeeper } from './turns.ts'
import { inspect } from './whole.ts'

const LINES = at(2_500, 5_000, 20_000)
/** Whatever bricks the house has: one type of which a table of one column says enough. */
const type = [...typesOf(bricks).values()].find(one => one.path && isSaidByTitle(one))
const skip = type ? false : 'no type here is said by its title alone'
function isSaidByTitle(one: RecordType): boolean {
  const required = Object.entries(one.fields).filter(([, field]) => field.required)
  const title = one.fields[one.title]
  return (
    title?.kind === 'text' &&
    spaceOf(one, title) === 'commons' &&
    required.every(([name]) => name === one.title)
  )
}

/** A keeper's table, sent and written in one post. */
function sendTable(address: string, cookie: string): Promise<Answer | undefined> {
  const rows = [
    type!.title,
    ...Array.from({ length: LINES }, (_, i) => `ligne ${i + 1} du tableau`),
  ].join('\r\n')
  const part = (head: string, text: string): string =>
    `--limite\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`
  const body =
    `${part('name="genre"', type!.name)}${part('name="act"', 'write')}` +
    `${part('name="fichier"; filename="table.csv"', rows)}--limite--\r\n`
  return ask(address, '/apporter-un-tableau', {
    body,
    cookie,
    type: 'multipart/form-data; boundary=limite',
  })
}

async function recordsAt(address: string): Promise<number> {
  const answer = await ask(address, '/sante')
  return (JSON.parse(answer!.body) as { records: number }).records
}
/** Some lines are on the page, and not all. */
async function begun(address: string): Promise<void> {
  for (let records = 0; records === 0; records = await recordsAt(address)) await after(5)
  assert.ok((await recordsAt(address)) < LINES, 'the table came in one piece')
}
function box(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-long-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test(`while a table of ${LINES} lines comes in, a page and a turn are answered before it ends`, {
  skip,
}, async t => {
  const folder = box(t)
  const cookie = await withKeeper(folder)
  const server = serving(folder)
  t.after(() => kill(server))
  const address = await server.ready
  const order: string[] = []
  const noted = <T>(name: string, answer: Promise<T>): Promise<T> =>
    answer.finally(() => order.push(name))
  const table = noted('table', sendTable(address, cookie))
  await begun(address)
  const mine = turnOf(1, 1)
  assert.ok(acknowledges(await noted('turn', bring(address, cookie, mine)), mine))
  assert.equal((await noted('page', ask(address, type!.path!)))?.status, 200)
  const written = await table
  assert.deepEqual([written?.status, written?.location], [303, type!.path])
  assert.deepEqual(order, ['turn', 'page', 'table'])
  assert.ok((await recordsAt(address)) >= LINES)
})

test('a plug pulled while a table comes in: the next start finishes it, pages being answered ' +
  'meanwhile', {
  skip,
}, async t => {
  const folder = box(t)
  const cookie = await withKeeper(folder)
  const server = serving(folder)
  const address = await server.ready
  const table = sendTable(address, cookie)
  await begun(address)
  await kill(server)
  assert.equal(await table, undefined, 'nobody was told that it is there')
  const next = serving(folder)
  t.after(() => kill(next))
  const again = await next.ready
  assert.ok((await recordsAt(again)) < LINES, 'the port waited for the whole table')
  for (let records = 0; records < LINES; records = await recordsAt(again)) await after(10)
  await kill(next, 'SIGTERM')
  assert.deepEqual(inspect(folder).faults, [])
})

testAll(
  'tables that must be made again are said on the terminal before the door opens',
  async t => {
    const folder = box(t)
    await withKeeper(folder)
    const filled = spawnSync(
      COCOTE,
      ['fill', '--records', '1500', '--day', '2026-12-05', '--data', folder],
      { encoding: 'utf8' },
    )
    assert.equal(filled.status, 0, filled.stderr)
    for (const said of [false, true]) {
      if (said) rmSync(placesIn(folder).tables)
      const server = serving(folder)
      t.after(() => kill(server))
      await server.ready
      assert.deepEqual(
        server.said().includes(cliWords('fr').rebuild.first) ||
          server.said().includes(cliWords('en').rebuild.first),
        said,
        server.said(),
      )
      assert.equal(await kill(server, 'SIGTERM'), 0)
    }
  },
)
