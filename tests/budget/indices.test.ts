import assert from 'node:assert/strict'
import { cpSync, rmSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { shapeOf } from '../../src/engine/shape.ts'
import { close, makeBox, openCounted, openPages, RECORDS } from './box.ts'
import { drawFrom } from './chance.ts'
import { Count } from './count.ts'
import { ACTS } from './turns.ts'

/** The first addresses that a keeper finds, one a shape: ids apart. */
const MOST_PAGES = 80
async function textsOfPages(folder: string): Promise<readonly string[]> {
  const pages = openPages(folder)
  const [known, next] = [new Set<string>(), ['/', '/tenir', '/chercher?q=broyeur+ouvert+samedi']]
  const shape = (path: string): string => path.replace(/[0-9A-HJKMNP-TV-Z]{26}/g, 'ID')
  try {
    for (let path = next.shift(); path && known.size < MOST_PAGES; path = next.shift()) {
      if (known.has(shape(path))) continue
      known.add(shape(path))
      const body = await pages.ask(path, 'keeper').catch(() => Buffer.alloc(0))
      for (const [, to = ''] of body.toString('utf8').matchAll(/href="(\/[^"#]*)/g))
        next.push(to.replaceAll('&amp;', '&'))
    }
    return pages.count.texts()
  } finally {
    pages.close()
  }
}

async function textsOfTurns(folder: string): Promise<readonly string[]> {
  const copy = `${folder}-indices`
  const count = new Count()
  for (const act of ACTS) {
    cpSync(folder, copy, { recursive: true })
    const engine = openCounted(copy, count)
    try {
      drawFrom(4)
      await (await act.before(engine))()
    } finally {
      close(engine)
      rmSync(copy, { recursive: true, force: true })
    }
  }
  return count.texts()
}

/** Why an index stands that none of these pages and turns asks. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['commons filter', 'a list is filtered by it'],
  ['commons link', 'pages of few records read it backwards; it holds records with one only'],
  ['commons hours', 'a search of a day'],
  ['commons names', 'a list of names in order, of records in one state'],
  ['home link', 'a card, a letter, an erasure; it holds records with one only'],
  ['home filter', 'a record that shows by card stands in its list'],
  ['home cards', 'a visit with a card'],
  ['taken until', 'the sheet of a day'],
  ['freed thing', 'a booking of a time that others wait for'],
  ['hand_word record', 'a booking that is written again'],
  ['unit_line_home used', 'the year of a shared thing: what each used'],
])
const { types } = shapeOf(bricks)
function reasonOf(index: string): string | undefined {
  const [table = '', name = ''] = index.split(' ')
  const space = table.endsWith('_home') ? 'home' : 'commons'
  const type = types.find(one => one.name.replaceAll('-', '_') === table.replace(/_home$/, ''))
  const field = type?.fields[name]
  const ofField = field?.filter ? 'filter' : (field?.kind ?? '')
  const kind = name === 'cards' ? name : index.includes(' by name') ? 'names' : ofField
  return REASONS.get(index) ?? REASONS.get(`${space} ${kind}`)
}
/** The indices that no plan of these statements names. */
function unnamed(db: DatabaseSync, texts: readonly string[]): readonly string[] {
  const plans = texts.flatMap(text => {
    try {
      return db
        .prepare(`EXPLAIN QUERY PLAN ${text}`)
        .all()
        .map(row => String(row['detail']))
    } catch {
      // It asks the log, or something that has no plan.
      return []
    }
  })
  return db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
    .all()
    .map(row => String(row['name']))
    .filter(name => !plans.some(plan => plan.includes(` INDEX ${name} (`) || plan.endsWith(name)))
}

test('each index of the tables is named by a plan of pages and turns, or has its reason', async t => {
  const { folder, end } = makeBox(RECORDS)
  t.after(end)
  const texts = [...(await textsOfPages(folder)), ...(await textsOfTurns(folder))]
  const engine = openCounted(folder)
  t.after(() => close(engine))
  const { db } = engine.tables
  const left = unnamed(db, texts)
  t.diagnostic(`${texts.length} statements; indices that none names: ${left.join(', ')}`)
  const idle = (names: readonly string[]) => names.filter(name => !reasonOf(name))
  assert.deepEqual(idle(left), [])
  db.exec('CREATE INDEX "offer detail" ON offer(detail)')
  assert.deepEqual(idle(unnamed(db, texts)), ['offer detail'], 'a planted index is seen')
})
