import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { actor } from '../../src/bricks/directory/model/records.ts'
import { AGREED_POINT } from '../../src/contract/records/agreed-point.ts'
import { tableOf } from '../../src/contract/tables.ts'
import type { Input } from '../../src/core/form/input.ts'
import { idFrom } from '../../src/core/id.ts'
import { dataRoutes } from '../../src/data/table-out.ts'
import { AGREES } from '../../src/engine/naming.ts'
import { shapeOf } from '../../src/engine/shape.ts'
import { row } from '../../src/log/log.ts'
import { pointsKeptBackIn } from '../../src/projection/kept-back.ts'
import { rebuild } from '../../src/projection/tables.ts'
import { hiddenIn } from '../support/browser.ts'
import { lacking } from '../support/folders.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { testBox } from '../support/test-box.ts'
import { NOON } from '../wire/boxes.ts'
import { packed } from './carry.ts'
import { bring, engineOf, paired, said, taken } from './engines.ts'

/** The point of a person shows once they agreed to it, whenever and wherever it was written. */

const skip = lacking('actor')
const id = (n: number): string => idFrom(NOON, Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, n))
const [LISON, CLUB, COLETTE] = [id(1), id(2), id(3)]
const at = (n: number) => [45.737123, (3970 + n) / 1000]

function village(): OpenEngine {
  const engine = engineOf(1)
  const people = [
    [LISON, { name: 'Lison', kind: 'person', point: at(1) }],
    [CLUB, { name: 'Le club', kind: 'association', point: at(2) }],
    [COLETTE, { name: 'Colette', kind: 'person', point: at(3), pointAgreed: at(3) }],
  ] as const
  for (const [record, fields] of people)
    assert.ok(bring(engine, AGREED_POINT.type, record, fields).done)
  return engine
}
const pointsOf = (engine: OpenEngine): readonly unknown[] =>
  [LISON, CLUB, COLETTE].map(
    one =>
      engine.tables.sql.get(
        `SELECT point FROM ${tableOf(AGREED_POINT.type, 'commons')} WHERE id = ?`,
        one,
      )?.['point'] ?? null,
  )
const shown = (...all: readonly boolean[]) =>
  all.map((is, i) => (is ? JSON.stringify(at(i + 1)) : null))
const carried = async (from: OpenEngine, to: OpenEngine) =>
  taken(to, await packed(from.log, { withheld: pointsKeptBackIn(from.log) }))
const flesh = (engine: OpenEngine): string =>
  JSON.stringify(engine.log.sql.all('SELECT value FROM piece'))

test('law 11: a stored point of a person is in no row, no version and no bundle before their ' +
  'yes, and comes back with it', { skip }, async () => {
  const [sail, boen] = [village(), engineOf(2)]
  paired(sail, boen)
  assert.deepEqual(pointsOf(sail), shown(false, true, true))
  const again = rebuild(':memory:', shapeOf(bricks), sail.log)
  assert.deepEqual(pointsOf({ ...sail, tables: again }), shown(false, true, true))
  const point = { type: 'actor', id: LISON, space: 'commons', field: 'point' } as const
  assert.deepEqual(sail.read.versions(point), [])
  const lines = sail.read.history('actor', LISON).filter(line => line.field === 'point')
  assert.ok(lines.every(line => line.value === null))
  await carried(sail, boen)
  assert.doesNotMatch(flesh(boen), /3\.971/)
  assert.match(flesh(boen), /3\.972.*3\.973/)
  // Another box can't agree for her.
  assert.ok(bring(boen, 'actor', LISON, { pointAgreed: at(1) }).done)
  await carried(boen, sail)
  assert.deepEqual(pointsOf(sail), shown(false, true, true))
  assert.equal(pointsKeptBackIn(sail.log).length, 1)
  assert.ok(bring(sail, 'actor', LISON, { pointAgreed: at(1) }).done)
  assert.deepEqual(pointsOf(sail), shown(true, true, true))
  await carried(sail, boen)
  assert.deepEqual(pointsOf(boen), shown(true, true, true))
})

test('a form that does not show the point leaves it in the log', { skip }, () => {
  const sail = village()
  const input = { type: 'actor', id: LISON, next: '/', name: 'Lison', kind: 'person' }
  const more = { address: '', 'point.lat': '', 'point.lon': '', summary: 'La laine' }
  assert.ok(said(sail, 'write', { ...input, ...more }).done)
  assert.match(flesh(sail), /3\.971/)
  assert.deepEqual(pointsOf(sail), shown(false, true, true))
})

test('law 11: a point of a person that differs from the agreed one shows nowhere, whoever ' +
  'wrote it', { skip }, async () => {
  const [sail, boen] = [village(), engineOf(2)]
  paired(sail, boen)
  await carried(sail, boen)
  // A box that corrects the point has no yes for it: neither here, nor where it wrote.
  assert.ok(bring(boen, 'actor', COLETTE, { point: at(4) }).done)
  assert.deepEqual(pointsOf(boen), shown(false, true, false))
  // The bundle of an older program brings it all the same.
  await taken(sail, await packed(boen.log))
  assert.match(flesh(sail), /3\.974/)
  assert.deepEqual(pointsOf(sail), shown(false, true, false))
  const again = rebuild(':memory:', shapeOf(bricks), sail.log)
  assert.deepEqual(pointsOf({ ...sail, tables: again }), shown(false, true, false))
  for (const field of ['point', 'pointAgreed']) {
    const of = { type: 'actor', id: COLETTE, space: 'commons', field } as const
    assert.deepEqual(sail.read.versions(of), [])
  }
  assert.deepEqual(sail.read.conflicts(), [])
  const told = JSON.stringify(sail.read.history('actor', COLETTE))
  assert.doesNotMatch(told, /3\.97[34]/)
  // What was agreed to is no longer where she is, and does not leave either.
  const third = engineOf(3)
  paired(sail, third)
  await carried(sail, third)
  assert.doesNotMatch(flesh(third), /3\.97[134]/)
  assert.ok(bring(sail, 'actor', COLETTE, { point: at(3), pointAgreed: at(3) }).done)
  assert.deepEqual(pointsOf(sail), shown(false, true, true))
  await carried(sail, third)
  assert.deepEqual(pointsOf(third), shown(false, true, true))
})

test('law 11: two boxes that wrote apart show the agreed point of a person, or none', {
  skip,
}, async () => {
  const [sail, boen] = [village(), engineOf(2)]
  paired(sail, boen)
  await carried(sail, boen)
  assert.ok(bring(boen, 'actor', COLETTE, { point: at(4) }).done)
  assert.ok(bring(sail, 'actor', COLETTE, { point: at(5), pointAgreed: at(5) }).done)
  await taken(sail, await packed(boen.log))
  const of = { type: 'actor', id: COLETTE, space: 'commons', field: 'point' } as const
  assert.deepEqual(
    sail.read.versions(of).map(one => one.value),
    [at(5)],
  )
  assert.equal(pointsOf(sail)[2], JSON.stringify(at(5)))
  assert.deepEqual(sail.read.conflicts(), [])
  const third = engineOf(3)
  paired(sail, third)
  await carried(sail, third)
  assert.doesNotMatch(flesh(third), /3\.974/)
})

test('law 11: a point that was emptied asks again, even when the same one comes back', {
  skip,
}, () => {
  const sail = village()
  const input = { type: 'actor', id: COLETTE, next: '/', name: 'Colette', kind: 'person' }
  assert.ok(said(sail, 'write', { ...input, 'point.lat': '', 'point.lon': '' }).done)
  for (const n of [6, 3]) {
    assert.ok(bring(sail, 'actor', COLETTE, { point: at(n) }).done)
    assert.deepEqual(pointsOf(sail), shown(false, true, false))
  }
})

const BODY = { kind: 'informal-group', name: 'Lison' }
test('law 11: a person who becomes a body shows no point that was kept back', {
  skip,
}, async () => {
  const [sail, boen] = [village(), engineOf(2)]
  paired(sail, boen)
  await carried(sail, boen)
  const input = { type: 'actor', id: LISON, next: '/', ...BODY }
  assert.ok(said(sail, 'write', { ...input, 'point.lat': '', 'point.lon': '' }).done)
  assert.deepEqual(pointsOf(sail), shown(false, true, true))
  // The point itself is emptied, so that forgetting what she was does not bring it back.
  assert.equal(row(sail.log, 'actor', LISON, 'commons').get('point')?.shown?.value, null)
  // Another box that says so brings none back either.
  const other = village()
  paired(other, boen)
  assert.ok(bring(boen, 'actor', LISON, { kind: 'informal-group' }).done)
  await carried(boen, other)
  assert.equal(other.read.called(LISON)?.title, 'Lison')
  assert.deepEqual(pointsOf(other), shown(false, true, true))
  assert.deepEqual(pointsKeptBackIn(other.log).length, 1)
  // A body that never was a person shows its own.
  assert.ok(bring(sail, 'actor', CLUB, { kind: 'informal-group', point: at(2) }).done)
  assert.deepEqual(pointsOf(sail), shown(false, true, true))
})

test('law 11: to forget the past of somebody leaves no point that was kept back, and no former ' +
  'agreement', { skip }, async () => {
  const [sail, boen] = [village(), engineOf(2)]
  paired(sail, boen)
  await carried(sail, boen)
  assert.ok(bring(boen, 'actor', LISON, { kind: 'informal-group' }).done)
  await carried(boen, sail)
  assert.ok(bring(sail, 'actor', COLETTE, { point: at(4), pointAgreed: at(4) }).done)
  for (const id of [LISON, COLETTE]) {
    assert.ok(said(sail, 'forget', { type: 'actor', id, past: '1' }).done)
  }
  assert.doesNotMatch(flesh(sail), /3\.97[13]/)
  assert.deepEqual(pointsOf(sail), [null, JSON.stringify(at(2)), JSON.stringify(at(4))])
  assert.ok(said(sail, 'forget', { type: 'actor', id: COLETTE, field: 'point' }).done)
  assert.doesNotMatch(flesh(sail), /3\.974/)
  assert.equal(sail.read.called(COLETTE)?.title, 'Colette')
})

test('the keeper gives a body that was a person its point, and a person another one', {
  skip,
}, async () => {
  using box = testBox()
  box.territory()
  const of = box.bring('actor', { name: 'Lison', kind: 'person', point: at(1) })
  const point = (): unknown => box.engine.read.one(actor, of)?.point ?? null
  const write = async (more: Input): Promise<void> => {
    const form = await box.keeper.get(`/annuaire/acteurs/${of}/modifier`)
    const vu = hiddenIn(form.body, 'vu').replaceAll('&quot;', '"')
    const sent = { type: 'actor', id: of, name: 'Lison', kind: 'person', vu, ...more }
    const asked = await box.keeper.post('/ecrire', sent)
    if (asked.status === 303) return
    const seen = hiddenIn(asked.body, AGREES).replaceAll('&quot;', '"')
    assert.equal((await box.keeper.post('/ecrire', { ...sent, [AGREES]: seen })).status, 303)
  }
  const placed = (n: number): Input => {
    const [lat, lon] = at(n).map(one => String(one).replace('.', ','))
    return { 'point.lat': lat!, 'point.lon': lon! }
  }
  for (const n of [1, 2, 3]) {
    await write(placed(n))
    assert.deepEqual(point(), at(n))
  }
  await write({ kind: 'informal-group', ...placed(3) })
  assert.deepEqual(point(), at(3))
  await write({ kind: 'informal-group', ...placed(4) })
  assert.deepEqual(point(), at(4))
})

test('law 11: nobody reads a point that was stored before people were asked, until the keeper ' +
  'ticks that very point', { skip }, async () => {
  using box = testBox({
    routes: (app, server, engine) => dataRoutes(app, server, engine.tables.sql),
  })
  box.territory()
  const of = box.bring('actor', { name: 'Lison', kind: 'person', point: at(1) })
  const visitor = box.visitor()
  const forms = ['csv', 'json', 'geojson'].map(form => `/donnees/actor.${form}`)
  const paths = [
    `/annuaire/acteurs/${of}`,
    `/annuaire/acteurs/${of}/changements`,
    '/carte',
    ...forms,
  ]
  const read = async (): Promise<string> =>
    (await Promise.all(paths.map(path => visitor.get(path)))).map(one => one.body).join('\n')
  const before = await read()
  assert.match(before, /Lison/)
  assert.doesNotMatch(before, /737123|3[.,]971/)
  const form = { type: 'actor', id: of, name: 'Lison', kind: 'person' }
  const sent = { ...form, 'point.lat': '45,737123', 'point.lon': '3,971' }
  const asked = await box.keeper.post('/ecrire', sent)
  assert.match(asked.text, /« 45\.737123, 3\.971 », un chez-soi/)
  const ticked = { [AGREES]: hiddenIn(asked.body, AGREES).replaceAll('&quot;', '"') }
  assert.equal((await box.keeper.post('/ecrire', { ...sent, ...ticked })).status, 303)
  assert.match(await read(), /45\.737123/)
})
