import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { editProse, proseState } from '../../src/core/prose.ts'
import { shapeOf } from '../../src/engine/shape.ts'
import { admitAny } from '../../src/log/branch.ts'
import { entriesAfter, type Log, lastSeqs, row } from '../../src/log/log.ts'
import { missingValuesIn } from '../../src/log/missing-values.ts'
import { fieldValue, proseUpdate } from '../../src/projection/prose-update.ts'
import { openTables } from '../../src/projection/tables.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { engineOver } from '../support/open-engine.ts'
import { testBox } from '../support/test-box.ts'
import {
  deliver,
  entryIn,
  everything,
  fixedBox,
  inside,
  NOON,
  openMemory,
  write,
} from '../wire/boxes.ts'
import { bring, engineOf, said } from './engines.ts'
import { carried, met } from './met.ts'
import { Place } from './place.ts'

const ID = '01kc0000000000000000000001'
const textIn = (engine: OpenEngine, id = ID): string =>
  String(
    (
      engine.read.one(engine.types.get('place')!, id) as
        | Readonly<Record<string, unknown>>
        | undefined
    )?.['description'],
  )

test(
  'two keepers of two boxes edited one text apart: both edits are there after a bundle, the ' +
    'same on both boxes',
  async () => {
    const [sail, boen] = [testBox(), testBox()]
    const [anais, malo] = [sail.keeper, boen.keeper]
    const id = sail.bring('place', { name: 'Le café', kind: 'other' })
    const path = `/annuaire/lieux/${id}/modifier`
    await anais.fill(await anais.get(path), '/ecrire', {
      description: 'Une salle. Des chaises. Un poêle.',
    })
    await met(sail.engine, boen.engine, NOON)
    await anais.fill(await anais.get(path), '/ecrire', {
      description: 'Une grande salle. Des chaises. Un poêle.',
    })
    await malo.fill(await malo.get(path), '/ecrire', {
      description: 'Une salle. Des chaises. Un poêle. Le bois est à porter.',
    })
    await met(sail.engine, boen.engine, NOON)
    for (const box of [sail, boen]) {
      assert.equal(
        textIn(box.engine, id),
        'Une grande salle. Des chaises. Un poêle. Le bois est à porter.',
      )
      assert.match(
        (await box.visitor().get(`/annuaire/lieux/${id}`)).text,
        /Une grande salle\. Des chaises\. Un poêle\. Le bois est à porter\./,
      )
      assert.deepEqual(box.read.conflicts(), [])
    }
  },
)

test('two people who opened one form and saved a minute apart both find their sentences', async () => {
  using box = testBox()
  const [anais, malo] = [await box.keeperAt('here'), await box.keeperAt('here')]
  const id = box.bring('place', { name: 'Le café', kind: 'other' })
  const path = `/annuaire/lieux/${id}/modifier`
  await anais.fill(await anais.get(path), '/ecrire', { description: 'On plante samedi.' })
  const [hers, his] = [await anais.get(path), await malo.get(path)]
  assert.equal(
    (await anais.fill(hers, '/ecrire', { description: 'On plante samedi. Venez à dix heures.' }))
      .status,
    303,
  )
  box.later(60_000)
  assert.equal(
    (await malo.fill(his, '/ecrire', { description: 'Bonjour. On plante samedi.' })).status,
    303,
  )
  assert.match(
    (await anais.get(`/annuaire/lieux/${id}`)).text,
    /Bonjour\. On plante samedi\. Venez à dix heures\./,
  )
})

/**
 * The same card in a second machine: key, epoch and all that was written; the house that starts on
 * it is another start.
 */
function cloned(engine: OpenEngine): OpenEngine {
  const copy = openMemory(engine.log.box)
  const log: Log = { ...copy, epoch: engine.log.epoch }
  inside(log, () => void log.sql.run("UPDATE mark SET value = ? WHERE key = 'epoch'", log.epoch))
  for (const feed of lastSeqs(engine.log).keys())
    for (const signed of entriesAfter(engine.log, feed, 0, 100_000))
      inside(log, () => admitAny(log, entryIn(signed), signed))
  return engineOver(bricks, log, openTables(':memory:', shapeOf(bricks), log))
}

test(
  'a text written on both sides of a cloned card is the same text on both, whole, and on a ' +
    'third box',
  async () => {
    const one = engineOf(1)
    bring(one, 'place', ID, { name: 'Le café', kind: 'other' })
    const write = (engine: OpenEngine, description: string): void => {
      const answer = said(engine, 'write', {
        type: 'place',
        id: ID,
        name: 'Le café',
        kind: 'other',
        description,
      })
      assert.ok(answer.done, JSON.stringify(answer))
    }
    write(one, 'Une salle.')
    const two = cloned(one)
    assert.equal(textIn(two), 'Une salle.')
    for (const n of [1, 2, 3]) {
      write(one, `${textIn(one)} Ici ${n}.`)
      write(two, `Là-bas ${n}. ${textIn(two)}`)
    }
    const third = engineOf(3)
    await met(one, two, NOON)
    await carried(two, third, NOON)
    await carried(one, third, NOON)
    const whole = 'Là-bas 3. Là-bas 2. Là-bas 1. Une salle. Ici 1. Ici 2. Ici 3.'
    for (const engine of [one, two, third]) assert.equal(textIn(engine), whole)
  },
)

test(
  'law 10: what a base let go of stays forgotten in a backup from before it, though the base is ' +
    'lost; the text is empty there alone',
  () => {
    const STORY = { type: 'need', record: ID } as const
    const here = new Place(openMemory(fixedBox(1)), { clock: NOON, client: 1 })
    const there = openMemory(fixedBox(2))
    const story = (log: Log) => row(log, 'need', ID, 'commons').get('story')!
    const names = (log: Log) => story(log).heads.map(head => head.name)
    const updates = (log: Log) => story(log).heads.map(head => proseUpdate(head.value)!)
    const text = (log: Log) => fieldValue({ kind: 'prose' }, story(log))
    const yjs = (update: Uint8Array) => ({ yjs: Buffer.from(update).toString('base64') })
    const edit = (log: Log, client: number, held: readonly Uint8Array[], wanted: string): void => {
      const update = editProse(held, held, wanted, { client, other: client })!
      write(log, { ...STORY, fields: { story: yjs(update) }, over: [] })
    }
    const took = (log: Log, from: Log): void => {
      for (const signed of everything(from).flat()) deliver(log, signed)
    }
    edit(there, 2, [], 'Je cherche des palettes.')
    took(here.log, there)
    const whole = 'Je cherche des palettes. Le 04 77 00 00 00.'
    edit(here.log, 1, updates(here.log), whole)
    took(there, here.log)
    here.backUp()
    write(here.log, {
      type: 'base',
      record: ID,
      fields: { 'need.story': yjs(proseState(updates(here.log))) },
      over: names(here.log),
    })
    assert.equal(names(here.log).length, 1)
    assert.equal(text(here.log), whole)

    here.restore(2, false, work => work())
    took(here.log, there)
    assert.deepEqual(
      story(here.log).heads.map(head => head.value),
      [undefined, undefined],
    )
    assert.deepEqual(
      missingValuesIn(here.log, () => true),
      {},
    )
    took(there, here.log)
    assert.deepEqual(names(there), names(here.log))
    assert.equal(text(here.log), null)
    assert.equal(text(there), whole)
  },
)
