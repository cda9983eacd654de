import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RequestAsked } from '../../src/contract/box/boxes.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { recordId } from '../wire/boxes.ts'
import {
  answered,
  bring,
  bundleFor,
  carried,
  decided,
  engineOf,
  nameOf,
  paired,
  said,
  taken,
} from './engines.ts'

const titleIn = (engine: OpenEngine, id: string): unknown =>
  engine.read.all('SELECT title FROM need WHERE id = ? AND removed IS NOT 1', id)[0]?.['title']
const requests = (engine: OpenEngine): readonly RequestAsked[] => engine.read.boxes().requests()
const fleshOf = (engine: OpenEngine, word: string): number =>
  Number(
    engine.log.sql.get<{ n: number }>(
      "SELECT count(*) AS n FROM piece WHERE value LIKE '%' || ? || '%'",
      word,
    )!.n,
  )

/** Sail wrote a notice, Boën has it, and Boën's keeper erased it for good. */
async function askedByBoen(): Promise<{ sail: OpenEngine; boen: OpenEngine; id: string }> {
  const [sail, boen, id] = [engineOf(1), engineOf(2), recordId(1)]
  paired(sail, boen)
  assert.ok(bring(sail, 'need', id, { title: 'Un mot gênant' }).done)
  await carried(sail, boen)
  assert.equal(titleIn(boen, id), 'Un mot gênant')
  assert.ok(said(boen, 'forget', { type: 'need', id }).done)
  await carried(boen, sail)
  return { sail, boen, id }
}

test(
  'what a neighbour asks to forget of others’ words is gone there, still here, and waits for ' +
    'the keeper who sees what would go',
  async () => {
    const { sail, boen, id } = await askedByBoen()
    assert.deepEqual([fleshOf(boen, 'mot gênant'), fleshOf(sail, 'mot gênant')], [0, 1])
    assert.equal(titleIn(sail, id), 'Un mot gênant')
    const [one, ...others] = requests(sail)
    assert.deepEqual(others, [])
    assert.ok(one?.asks === 'forget' && one.by === nameOf(boen) && !one.refused)
    assert.deepEqual(
      one.what.map(({ type, record }) => [type, record]),
      [['need', id]],
    )
    assert.ok(one.what[0]!.fields.includes('title'))
  },
)

test('a yes erases it here by this box’s own request, and nothing waits any more', async () => {
  const { sail } = await askedByBoen()
  const answer = answered(sail, { id: requests(sail)[0]!.id, accept: true })
  assert.ok(answer.done && answer.forgot !== undefined)
  assert.equal(fleshOf(sail, 'mot gênant'), 0)
  assert.deepEqual(requests(sail), [])
  assert.deepEqual(
    sail.read.all('SELECT removed FROM need').map(row => row['removed']),
    [1],
  )
})

test('a no is kept, the words stay whatever comes again, and a yes may still come', async () => {
  const { sail, boen } = await askedByBoen()
  const { id } = requests(sail)[0]!
  assert.ok(answered(sail, { id, accept: false }).done)
  await carried(boen, sail)
  assert.deepEqual(
    requests(sail).map(one => one.refused),
    [true],
  )
  assert.equal(fleshOf(sail, 'mot gênant'), 1)
  assert.ok(answered(sail, { id, accept: true }).done)
  assert.equal(fleshOf(sail, 'mot gênant'), 0)
})

test(
  'a record that another box withdraws stays here until the keeper says yes, or puts it back ' +
    'for everybody',
  async () => {
    const [sail, boen] = [engineOf(1), engineOf(2)]
    paired(sail, boen)
    for (const n of [1, 2]) bring(sail, 'need', recordId(n), { title: `Besoin ${n}` })
    await carried(sail, boen)
    for (const n of [1, 2]) assert.ok(said(boen, 'remove', { type: 'need', id: recordId(n) }).done)
    await carried(boen, sail)
    const both = (engine: OpenEngine) => [1, 2].map(n => titleIn(engine, recordId(n)))
    assert.deepEqual(
      [both(boen), both(sail)],
      [
        [undefined, undefined],
        ['Besoin 1', 'Besoin 2'],
      ],
    )
    assert.equal(sail.read.all('SELECT id FROM leave').length, 2)
    assert.ok(said(sail, 'answerLeave', { type: 'need', id: recordId(1), accept: '1' }).done)
    assert.ok(said(sail, 'answerLeave', { type: 'need', id: recordId(2), accept: '0' }).done)
    assert.deepEqual(sail.read.all('SELECT id FROM leave'), [])
    await carried(sail, boen)
    assert.deepEqual(
      [both(boen), both(sail)],
      [
        [undefined, 'Besoin 2'],
        [undefined, 'Besoin 2'],
      ],
    )
  },
)

test('what a box forgets of its own words is gone everywhere at once, and nobody is asked', async () => {
  const [sail, boen, id] = [engineOf(1), engineOf(2), recordId(1)]
  paired(sail, boen)
  bring(sail, 'need', id, { title: 'Un mot gênant' })
  await carried(sail, boen)
  said(sail, 'forget', { type: 'need', id })
  await carried(sail, boen)
  assert.deepEqual([fleshOf(boen, 'mot gênant'), requests(boen)], [0, []])
})

test('a box that is dismissed elsewhere is dismissed here by the keeper’s yes alone; a no is kept', async () => {
  const [sail, boen, bad] = [engineOf(1), engineOf(2), engineOf(3)]
  paired(sail, boen)
  paired(boen, bad, 'Chalmazel', 'Boën')
  paired(sail, bad, 'Chalmazel')
  bring(bad, 'need', recordId(3), { title: 'Un bienfait' })
  await carried(bad, sail)
  assert.ok(decided(boen, { name: nameOf(bad), dismissed: true, tellOthers: true }).done)
  await carried(boen, sail)
  const [one] = requests(sail)
  assert.ok(one?.asks === 'dismiss' && one.box === nameOf(bad) && one.by === nameOf(boen))
  assert.ok(answered(sail, { id: one.id, accept: false }).done)
  assert.deepEqual(
    requests(sail).map(({ refused }) => refused),
    [true],
  )
  bring(bad, 'need', recordId(4), { title: 'Un autre' })
  await carried(bad, sail)
  assert.equal(titleIn(sail, recordId(4)), 'Un autre')
  assert.ok(answered(sail, { id: one.id, accept: true }).done)
  bring(bad, 'need', recordId(5), { title: 'Un de trop' })
  const report = await carried(bad, sail)
  assert.equal([...report.aside.values()][0]?.why, 'dismissed')
  assert.deepEqual(
    [titleIn(sail, recordId(4)), titleIn(sail, recordId(5))],
    ['Un autre', undefined],
  )
})

test(
  'all that a box wrote since an arrival is hidden, the tables like a rebuild, and shown ' +
    'again when trust is given back',
  async () => {
    const [sail, bad] = [engineOf(1), engineOf(3)]
    paired(sail, bad, 'Chalmazel')
    bring(sail, 'need', recordId(1), { title: 'Un établi' })
    await carried(sail, bad)
    bring(bad, 'need', recordId(2), { title: 'Un bienfait' })
    await carried(bad, sail)
    bring(bad, 'need', recordId(3), { title: 'Une réclame' })
    bring(bad, 'need', recordId(1), { title: 'Une autre réclame' })
    await carried(bad, sail)
    const all = () => [1, 2, 3].map(n => titleIn(sail, recordId(n)))
    assert.deepEqual(all(), ['Une autre réclame', 'Un bienfait', 'Une réclame'])
    const [last] = sail.read.boxes().others[0]!.arrivals
    assert.equal(last?.entries, 2)
    assert.ok(decided(sail, { name: nameOf(bad), dismissed: true, hideSince: last!.at }).done)
    assert.deepEqual(all(), ['Un établi', 'Un bienfait', undefined])
    assert.ok(sail.read.boxes().others[0]!.isHidden)
    assert.equal(sail.read.search('réclame', ['need']).hits.length, 0)
    assert.ok(decided(sail, { name: nameOf(bad), dismissed: false }).done)
    assert.deepEqual(all(), ['Une autre réclame', 'Un bienfait', 'Une réclame'])
  },
)

test('nobody but a keeper decides of boxes, whatever a brick lets through', () => {
  const [sail, boen] = [engineOf(1), engineOf(2)]
  for (const input of [
    { boxes: JSON.stringify([{ name: nameOf(boen), paired: true }]) },
    { requests: JSON.stringify([{ id: '1.0', accept: true }]) },
  ]) {
    const answer = said(sail, 'keeping.boldly', input, 'visitor')
    assert.ok(!answer.done && 'failed' in answer)
  }
  assert.deepEqual(sail.read.boxes().others, [])
})

test(
  'what another box would only leave aside is not carried to it again, nor counted; its ' +
    'keeper’s yes brings it',
  async () => {
    const [sail, boen, usson] = [engineOf(1), engineOf(2), engineOf(3)]
    paired(sail, boen)
    paired(boen, usson, 'Usson', 'Boën')
    bring(usson, 'need', recordId(1), { title: 'Un pressoir' })
    bring(boen, 'need', recordId(2), { title: 'Un établi' })
    await carried(usson, boen)
    const meet = async (): Promise<number> => {
      await taken(boen, await bundleFor(sail, boen))
      const { aside } = await taken(sail, await bundleFor(boen, sail))
      await taken(boen, await bundleFor(sail, boen))
      return [...aside.values()].reduce((sum, one) => sum + one.entries, 0)
    }
    await meet()
    assert.equal(await meet(), 0, 'nothing comes to be left aside')
    const toGive = () => boen.read.boxes().others.find(one => one.name === nameOf(sail))?.toGive
    assert.equal(toGive(), 0)
    decided(sail, { name: nameOf(usson), paired: true, called: 'Usson' })
    await meet()
    assert.equal(titleIn(sail, recordId(1)), 'Un pressoir')
  },
)
