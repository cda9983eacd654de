import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engineOf } from '../../tests/exchange/engines.ts'
import { statementsIn } from '../../tests/support/statements.ts'
import { NOON } from '../../tests/wire/boxes.ts'
import type { HistoryLine } from '../contract/reader.ts'
import { withoutPastReach, withoutPastWords } from '../contract/records/past-reach.ts'
import { inOwnTransaction } from '../engine/transaction.ts'
import { append } from '../log/append.ts'

const ID = '01kc0000000000000000000001'

test('a value longer than its field is unreadable in the history too', () => {
  const engine = engineOf(1)
  // No form takes it: a neighbour's program may write it.
  for (const [n, title] of ['des palettes', 'a'.repeat(70_000), 'des planches'].entries())
    inOwnTransaction(engine, () =>
      append(
        engine.log,
        [
          {
            type: 'need',
            record: ID,
            space: 'commons',
            fields: { title: { value: title, over: [] } },
          },
        ],
        {
          now: NOON + n,
          sure: true,
          by: 'keeper',
        },
      ),
    )
  const titles = engine.read.history('need', ID, 'whole').filter(({ field }) => field === 'title')
  assert.deepEqual(
    titles.map(({ value }) => value),
    ['des planches', {}, 'des palettes'],
  )
})

test('only the newest versions of a long text are shown; an older one is told as a change', () => {
  const line = (value: string) => ({
    field: 'note',
    value,
    on: 0,
    sure: true,
    by: 'visitor',
    box: 'box',
  })
  const short = line('avant, au 06 98 76 54 32')
  const long = Array.from({ length: 30 }, (_, n) => line(`${n} ${'mot '.repeat(10_000)}`))
  const told = withoutPastReach([...long, line('au bar'), short], () => ({ kind: 'prose' }), {})
  assert.deepEqual(told[0], long[0])
  assert.deepEqual(told[29], { ...long[29]!, value: null, untold: true })
  assert.deepEqual(told[30], line('au bar'))
  assert.deepEqual(told[31], { ...short, value: null, untold: true })
})

test('former points, links, communes and units are told as a change; choices, days and numbers as they were', () => {
  const kinds = {
    point: 'point',
    runBy: 'link',
    themes: 'themes',
    commune: 'commune',
    hours: 'hours',
    weight: 'quantity',
    state: 'choice',
    since: 'day',
    posts: 'number',
    open: 'yesNo',
  } as const
  const values = {
    point: [45.737123, 3.971234],
    runBy: ['01kcabcdefghjkmnpqrstvwxyz'],
    themes: ['01kcabcdefghjkmnpqrstvwxyz'],
    commune: '42323',
    hours: 'Mo 09:00-12:00',
    weight: { amount: 2, unit: 'chez Zoé' },
    state: 'idea',
    since: '2026-05-01',
    posts: 3,
    open: true,
  }
  const lines: readonly HistoryLine[] = Object.entries(values).map(([field, value]) => ({
    field,
    value,
    on: 0,
    sure: true,
    by: 'keeper',
    box: 'box',
  }))
  const fieldIn = (name: string) => ({ kind: kinds[name as keyof typeof kinds] })
  assert.deepEqual(
    withoutPastWords(lines, fieldIn, {}).flatMap(one => (one.untold ? [] : [one.field])),
    ['state', 'since', 'posts', 'open'],
  )
  assert.deepEqual(withoutPastWords(lines, fieldIn, values), lines)
})

test('a long history asks no more of the tables than a short one', () => {
  const [short, long] = [2, 12].map(times => {
    const engine = engineOf(1)
    for (let n = 0; n < times; n++)
      inOwnTransaction(engine, () =>
        append(
          engine.log,
          [
            {
              type: 'need',
              record: ID,
              space: 'commons',
              fields: { title: { value: `${n} planches`, over: [] } },
            },
          ],
          { now: NOON + n, sure: true, by: 'keeper' },
        ),
      )
    return statementsIn(engine.tables.sql, () =>
      assert.equal(engine.read.history('need', ID).length, times),
    )
  })
  assert.equal(long, short)
})
