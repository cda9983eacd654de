import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paced } from './paced.ts'

test(
  'many that go on together take a round of the loop each, in their order, and leave room ' +
    'between',
  async () => {
    const inTurn = paced()
    const order: string[] = []
    const all = ['a', 'b', 'c', 'd'].map(async name => {
      await inTurn()
      order.push(name)
    })
    let rounds = 0
    const other = (): void => {
      order.push('page')
      if (++rounds < 3) setImmediate(other)
    }
    setImmediate(other)
    await Promise.all(all)
    assert.deepEqual(
      order.filter(one => one !== 'page'),
      ['a', 'b', 'c', 'd'],
    )
    assert.ok(order.indexOf('page') < order.indexOf('b'), order.join(' '))
    assert.ok(
      order.filter((one, i) => one === 'page' && i < order.indexOf('d')).length >= 2,
      order.join(' '),
    )
  },
)
