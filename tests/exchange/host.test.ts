import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import { inOwnTransaction } from '../../src/engine/transaction.ts'
import { newBox } from '../../src/log/box.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { lacking, lackingBrick } from '../support/folders.ts'
import { openEngine } from '../support/open-engine.ts'
import { statementsIn } from '../support/statements.ts'
import { testBox } from '../support/test-box.ts'
import { NOON, recordId } from '../wire/boxes.ts'
import { packed } from './carry.ts'
import { bring } from './engines.ts'
import { arrives } from './met.ts'

test(
  'a place that came from Boën says so, and leads to whoever keeps that box, never to our ' +
    'keeper',
  async () => {
    using box = testBox()
    const own = { village: '42195', communes: ['42195'], licence: 'none' }
    box.bring('territory', { ...own, name: 'Sail', keptBy: 'Émilie et Renaud' })
    const ours = box.bring('place', { name: 'Le local de Sail' })
    const boen = openEngine(bricks, newBox())
    bring(boen, 'territory', recordId(1), {
      ...own,
      name: 'Boën',
      keptBy: 'Nadia, à la médiathèque',
      reach: '04 77 24 00 00',
    })
    bring(boen, 'place', recordId(2), { name: 'La médiathèque' })
    inOwnTransaction(box.engine, () =>
      decideBox(box.log, { name: boen.log.box.name, paired: true, called: 'Boën' }),
    )
    await arrives(box.engine, await packed(boen.log, { for: [box.log.box.name] }), NOON)
    const visitor = box.visitor('wifi')
    const { text: said } = await visitor.get(`/annuaire/lieux/${recordId(2)}`)
    assert.match(said, /Venu de la borne de Boën/)
    assert.match(said.split('Écrit')[0]!, /Nadia 04 77 24 00 00|Nadia · 04 77 24 00 00/)
    assert.doesNotMatch(said.split('Écrit')[0]!.split('La médiathèque').at(-1)!, /Émilie/)
    const here = await visitor.get(`/annuaire/lieux/${ours}`)
    assert.doesNotMatch(here.text, /Venu de/)
    assert.match(here.text, /Émilie et Renaud/)
  },
)

test('the thread of an idea of Boën says that it came from there, and sends to whoever keeps that box', {
  skip: lacking('idea') || lackingBrick('memory'),
}, async () => {
  using box = testBox()
  const own = { village: '42195', communes: ['42195'], licence: 'none' }
  box.bring('territory', { ...own, name: 'Sail', keptBy: 'Émilie et Renaud' })
  const boen = openEngine(bricks, newBox())
  const kept = { keptBy: 'Nadia', reach: 'à la médiathèque' }
  bring(boen, 'territory', recordId(1), { ...own, name: 'Boën', ...kept })
  bring(boen, 'idea', recordId(2), { title: 'Un four à Boën' })
  inOwnTransaction(box.engine, () =>
    decideBox(box.log, { name: boen.log.box.name, paired: true, called: 'Boën' }),
  )
  await arrives(box.engine, await packed(boen.log, { for: [box.log.box.name] }), NOON)
  const { text } = await box.visitor('wifi').get(`/fil/${recordId(2)}`)
  assert.match(text, /venu de la borne de Boën/)
  assert.match(text, /Nadia, à la médiathèque/)
})

test('a list asks once whether another box wrote here, and once who keeps it', {
  skip: lacking('offer'),
}, async () => {
  using box = testBox()
  const own = { village: '42195', communes: ['42195'], licence: 'none' }
  box.bring('territory', { ...own, name: 'Sail', keptBy: 'Émilie et Renaud' })
  const offer = (n: number) => ({ title: `Une scie ${n}`, who: 'Paul', reach: 'au local' })
  const asks = (): number => {
    const kit = box.kit('/annonces')
    const ids = box.read.all('SELECT id FROM offer').map(row => String(row['id']))
    return statementsIn(box.log.sql, () => ids.map(id => kit.hostOf(id)))
  }
  for (let n = 0; n < 12; n++) box.bring('offer', offer(n))
  assert.ok(asks() <= 2, 'nothing but its own')
  const boen = openEngine(bricks, newBox())
  bring(boen, 'territory', recordId(1), { ...own, name: 'Boën', keptBy: 'Nadia', reach: 'ici' })
  for (let n = 0; n < 12; n++) bring(boen, 'offer', recordId(2 + n), offer(n))
  inOwnTransaction(box.engine, () =>
    decideBox(box.log, { name: boen.log.box.name, paired: true, called: 'Boën' }),
  )
  await arrives(box.engine, await packed(boen.log, { for: [box.log.box.name] }), NOON)
  const kit = box.kit('/annonces')
  assert.equal(kit.hostOf(recordId(5))?.keptBy, 'Nadia')
  const before = asks()
  for (let n = 12; n < 24; n++) bring(boen, 'offer', recordId(2 + n), offer(n))
  await arrives(box.engine, await packed(boen.log, { for: [box.log.box.name] }), NOON + 1)
  assert.ok(asks() - before <= 2 * 12, 'of each more, the entry that wrote it first')
})
