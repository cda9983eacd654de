import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import fc from 'fast-check'
import { offers } from '../../src/bricks/offers/brick.ts'
import type { Who } from '../../src/contract/permission.ts'
import { runs, testAll } from '../support/pass.ts'
import { testBox } from '../support/test-box.ts'
import { testEngine } from '../support/test-engine.ts'
import { ACTS, worldOf } from './acts.ts'

/** One statement, as Node tells it, and whether the log's transaction is open. */
type Statement = Readonly<{ sql: string; isInside: boolean }>
async function traced(log: DatabaseSync, work: () => unknown): Promise<readonly Statement[]> {
  const all: Statement[] = []
  const note = (message: unknown): void => {
    const { sql } = message as Readonly<{ sql: string }>
    all.push({ sql, isInside: log.isTransaction })
  }
  subscribe('sqlite.db.query', note)
  try {
    await work()
  } finally {
    unsubscribe('sqlite.db.query', note)
  }
  return all
}
/** Matching finds notices by this table alone; a turn writes it and never reads it. */
const isMatching = ({ sql }: Statement): boolean =>
  /^\s*SELECT\b/i.test(sql) && /\bnotice_term\b/.test(sql)

const VISITS = { who: 'Yanis', reachBy: 'word', foundAt: 'aux Granges' }

testAll('law: no command runs matching while the durable transaction is open', async () => {
  using box = testBox()
  const [id, paul] = [box.welcome({ name: 'Nadia' }), box.welcome({ name: 'Paul' })]
  const [me, stranger] = [await box.memberOf(id), box.visitor('wifi')]
  const world = await worldOf(box.keeper, me, stranger, id, paul)
  const acts: Readonly<Record<string, () => unknown>> = {
    ...Object.fromEntries(Object.entries(ACTS).map(([name, act]) => [name, () => act(world)])),
    'a visitor offers': () =>
      stranger.post('/annonces/proposer', { ...VISITS, title: 'prête une remorque' }),
    'a visitor looks for': () =>
      stranger.post('/annonces/chercher', { ...VISITS, title: 'cherche une remorque' }),
    'the keeper looks for': () =>
      box.keeper.post('/annonces/chercher', { ...VISITS, title: 'cherche un étau' }),
  }
  let found = 0
  for (const [name, act] of Object.entries(acts)) {
    const all = await traced(box.engine.log.db, act)
    assert.ok(
      all.some(one => one.isInside),
      `${name}: a turn is taken`,
    )
    const inside = all.filter(one => one.isInside && isMatching(one))
    assert.deepEqual(inside, [], name)
    found += all.filter(isMatching).length
    box.later(60_000)
  }
  assert.ok(found > 0, 'matching runs, after the commit')
  assert.match((await stranger.get('/annonces')).text, /En attendant, voici ce qui pourrait/)
})

const THINGS = ['une remorque', 'un étau', 'du papier', 'des œufs', 'du bois', 'un vélo']
const said = fc.record({
  thing: fc.constantFrom(...THINGS),
  command: fc.constantFrom('offers.offer', 'offers.need'),
  by: fc.constantFrom<Who>('visitor', 'keeper'),
})

test('law: a notice asks the same of the transaction, whatever stands that would answer it', async () => {
  const answering = fc.array(fc.constantFrom(...THINGS), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(said, answering, async ({ thing, command, by }, stands) => {
      const counts = []
      for (const all of [['une girafe'], [thing, ...stands]]) {
        using box = testEngine({ bricks: [offers] })
        const type = command === 'offers.need' ? 'offer' : 'need'
        const verb = type === 'offer' ? 'prête' : 'cherche'
        const of = { who: 'Paul', reach: 'au local' }
        box.bringAll(...all.map(one => ({ type, fields: { ...of, title: `Paul ${verb} ${one}` } })))
        const title = `${command === 'offers.need' ? 'cherche' : 'prête'} ${thing}`
        // The id of a turn decides whether the kept answers are counted in it: none here ends in 0.
        const id = [box.newId(), box.newId()].find(one => !one.endsWith('0'))!
        const input = { ...VISITS, accord: 'voisins', title }
        const done = () => box.done(command, input, { by, id })
        const told = await traced(box.log.db, done)
        counts.push(told.filter(one => one.isInside).length)
      }
      assert.equal(counts[1], counts[0])
    }),
    runs(20, 200, 2_000),
  )
})
