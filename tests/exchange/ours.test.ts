import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { actor, territory } from '../../src/bricks/directory/model/records.ts'
import { offer } from '../../src/bricks/offers/model/records.ts'
import { OWN_FIRST } from '../../src/contract/reader.ts'
import { inOwnTransaction } from '../../src/engine/transaction.ts'
import { shownOf } from '../../src/engine/weigh.ts'
import { append } from '../../src/log/append.ts'
import { showAll } from '../../src/projection/tables.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { runs, testOnce } from '../support/pass.ts'
import { runBatch } from '../support/turns.ts'
import { NOON, recordId } from '../wire/boxes.ts'
import { bring, carried, engineOf, paired } from './engines.ts'

/** What a paired box may change of what was written here, and what waits for the keeper. */
const TERRITORY = {
  name: 'Sail et alentours',
  keptBy: 'Anaïs, au local le mercredi',
  village: '42195',
  communes: ['42195'],
  licence: 'none',
}
const CALLED = recordId(900)
const MALLORY = '06 00 00 00 00'

async function met(): Promise<{ sail: OpenEngine; mallory: OpenEngine }> {
  const [sail, mallory] = [engineOf(1), engineOf(2)]
  paired(sail, mallory)
  bring(sail, 'territory', CALLED, TERRITORY)
  bring(sail, 'offer', recordId(1), {
    title: 'Paulette prête sa scie',
    who: 'Paulette',
    reach: 'au bar, le mardi',
  })
  bring(sail, 'actor', recordId(2), { name: 'Le comité', phone: '04 77 00 00 00' })
  bring(mallory, 'offer', recordId(3), {
    title: 'Nadia prête une échelle',
    who: 'Nadia',
    reach: 'à Boën',
  })
  await carried(sail, mallory)
  await carried(mallory, sail)
  return { sail, mallory }
}
const pageOf = ({ read }: OpenEngine) => read.list(territory, { order: OWN_FIRST, limit: 1 })[0]

testOnce(
  'a paired box that writes our page’s name and keeper, and how to reach ours, changes ' +
    'nothing here; it waits',
  async () => {
    const { sail, mallory } = await met()
    bring(mallory, 'territory', CALLED, { name: 'Page volée', keptBy: `Mallory, ${MALLORY}` })
    bring(mallory, 'offer', recordId(1), { who: 'Mallory', reach: MALLORY, detail: 'Scie à ruban' })
    bring(mallory, 'actor', recordId(2), { phone: MALLORY, email: 'm@exemple.fr' })
    await carried(mallory, sail)
    const page = pageOf(sail)!
    assert.deepEqual([page.id, page.name, page.keptBy], [CALLED, TERRITORY.name, TERRITORY.keptBy])
    const notice = sail.read.one(offer, recordId(1))!
    assert.deepEqual(
      [notice.who, notice.reach, notice.detail],
      ['Paulette', 'au bar, le mardi', 'Scie à ruban'],
    )
    assert.deepEqual(
      [sail.read.one(actor, recordId(2))!.phone, sail.read.one(actor, recordId(2))!.email],
      ['04 77 00 00 00', null],
    )
    assert.equal(sail.read.search('Mallory', ['offer', 'actor', 'territory'], 10).hits.length, 0)
    assert.ok(
      sail.read.history('offer', recordId(1)).every(({ value }) => value !== MALLORY),
      'nor in the history',
    )
    assert.deepEqual(
      sail.read
        .theirs()
        .map(({ id, field }) => `${id} ${field}`)
        .toSorted(),
      [
        `${recordId(1)} reach`,
        `${recordId(1)} who`,
        `${recordId(2)} email`,
        `${recordId(2)} phone`,
        `${CALLED} keptBy`,
        `${CALLED} name`,
      ].toSorted(),
    )
  },
)

function chooses(engine: OpenEngine, value: unknown): void {
  const of = { type: 'offer', id: recordId(1), space: 'commons' as const, field: 'reach' }
  const version = engine.read.versions(of).find(one => one.value === value)!.name
  const shown = shownOf(engine.log, { type: 'offer', id: recordId(1) })
  const input = { ...of, version, from: '/bornes' }
  const asked = {
    brick: 'sync',
    command: 'settle',
    input,
    by: 'keeper' as const,
    id: `choice${String(value)}`,
    lang: 'fr' as const,
    shown,
  }
  const [answer] = runBatch(engine, [asked], {
    now: () => NOON + 1e9,
    sure: true,
    today: () => '2026-12-15',
  })
  assert.ok(answer!.done, JSON.stringify(answer))
}

for (const [whose, value] of [
  ['ours', 'au bar, le mardi'],
  ['theirs', MALLORY],
] as const)
  testOnce(
    `the keeper keeps ${whose}: it shows, nothing waits any more, and it holds on the other ` +
      'box',
    async () => {
      const { sail, mallory } = await met()
      bring(mallory, 'offer', recordId(1), { reach: MALLORY })
      await carried(mallory, sail)
      chooses(sail, value)
      assert.equal(sail.read.one(offer, recordId(1))!.reach, value)
      assert.deepEqual(sail.read.theirs(), [])
      await carried(sail, mallory)
      assert.equal(mallory.read.one(offer, recordId(1))!.reach, value)
      assert.deepEqual([sail.read.conflicts(), mallory.read.conflicts()], [[], []])
    },
  )

testOnce('a form that saves another field of ours settles nothing unseen', async () => {
  const { sail, mallory } = await met()
  bring(mallory, 'offer', recordId(1), { reach: MALLORY })
  await carried(mallory, sail)
  const shown = shownOf(sail.log, { type: 'offer', id: recordId(1) }, offer)
  const fields = {
    title: 'Paulette prête sa scie à ruban',
    who: 'Paulette',
    reach: 'au bar, le mardi',
  }
  const input = { records: JSON.stringify([{ type: 'offer', id: recordId(1), fields }]) }
  const asked = {
    brick: 'plain',
    command: 'bring',
    input,
    by: 'keeper' as const,
    id: 'another',
    lang: 'fr' as const,
    shown,
  }
  const [answer] = runBatch(sail, [asked], {
    now: () => NOON + 1e9,
    sure: true,
    today: () => '2026-12-15',
  })
  assert.ok(answer!.done, JSON.stringify(answer))
  assert.equal(sail.read.theirs().length, 1)
  assert.equal(sail.read.one(offer, recordId(1))!.reach, 'au bar, le mardi')
})

testOnce('what was born elsewhere shows what its boxes say, as ever', async () => {
  const { sail, mallory } = await met()
  bring(mallory, 'offer', recordId(3), { reach: 'à la mairie de Boën' })
  await carried(mallory, sail)
  assert.equal(sail.read.one(offer, recordId(3))!.reach, 'à la mairie de Boën')
  assert.deepEqual(sail.read.theirs(), [])
})

testOnce('an early clock makes no record another’s', async () => {
  const { sail } = await met()
  const early = engineOf(3)
  paired(sail, early)
  const fields = {
    title: { value: 'Mallory prête une scie', over: [] },
    reach: { value: MALLORY, over: [] },
  }
  inOwnTransaction(early, () =>
    append(early.log, [{ type: 'offer', record: recordId(1), space: 'commons', fields }], {
      now: 0,
      sure: true,
      by: 'keeper',
    }),
  )
  await carried(early, sail)
  assert.equal(
    sail.read.homeOf('offer', recordId(1)),
    early.log.box.name,
    'by its stamp, it was first',
  )
  assert.equal(sail.read.one(offer, recordId(1))!.reach, 'au bar, le mardi')
})

test('law 2: lived through or made again, the same is ours', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(fc.boolean(), fc.constantFrom('who', 'reach', 'title'), fc.nat(3), fc.boolean()),
        { maxLength: 12 },
      ),
      async acts => {
        const { sail, mallory } = await met()
        for (const [isOurs, field, n, isCarried] of acts) {
          bring(isOurs ? sail : mallory, 'offer', recordId(1), { [field]: `n° ${n}` })
          if (isCarried) await carried(isOurs ? sail : mallory, isOurs ? mallory : sail)
        }
        await carried(mallory, sail)
        const rows = (engine: OpenEngine) =>
          ['offer', 'theirs', 'conflict', 'doc'].map(table =>
            engine.tables.sql.all(`SELECT * FROM ${table} ORDER BY 1, 2, 3`),
          )
        const lived = rows(sail)
        inOwnTransaction(sail, () =>
          showAll(sail.tables, sail.log, [
            { type: 'offer', record: recordId(1), space: 'commons' },
          ]),
        )
        assert.deepEqual(rows(sail), lived)
        const own = acts.filter(([isOurs, field]) => isOurs && field === 'reach').at(-1)
        assert.equal(
          sail.read.one(offer, recordId(1))!.reach,
          own ? `n° ${own[2]}` : 'au bar, le mardi',
        )
        for (const engine of [sail, mallory]) engine.log.db.close()
      },
    ),
    runs(4, 12),
  )
})
