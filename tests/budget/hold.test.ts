import assert from 'node:assert/strict'
import { test } from 'node:test'
import { held, lowered, raised, raisedInSilence, recordFigures, recordWith } from './hold.ts'

const figures = (figure: number) =>
  new Map([['page home: rows', { figure, seen: ['7 × SELECT * FROM offer'] }]])
const TABLE = { 'page home: rows': 100 }

test('a figure may equal its budget and not pass it; well below, it is only said', () => {
  assert.deepEqual(held('page', figures(100), TABLE), { faults: [], mayGoDown: [] })
  assert.match(
    held('page', figures(101), TABLE).faults[0] ?? '',
    /is 101, above its budget of 100: find what grew, or raise it .*\n.*7 × SELECT/,
  )
  assert.deepEqual(held('page', figures(95), TABLE).mayGoDown, [])
  assert.match(held('page', figures(94), TABLE).mayGoDown[0] ?? '', /may go down/)
})

test('a figure without a budget is a fault, and a budget that nothing measures', () => {
  assert.match(held('page', figures(100), {}).faults[0] ?? '', /has no budget/)
  assert.match(held('page', new Map(), TABLE).faults[0] ?? '', /nothing measures page home: rows/)
  assert.deepEqual(held('turn', new Map(), TABLE).faults, [])
})

test('budgets are written downwards only', () => {
  assert.deepEqual(lowered(TABLE, figures(120)), TABLE)
  assert.deepEqual(lowered(TABLE, figures(60)), { 'page home: rows': 60 })
})

test('a budget that was raised has its line in the decision record', () => {
  const record =
    '| page | rows |\n|---|---|\n| home | 1,100 |\n\n| budget | to | what it bought ' +
    '|\n|---|---|---|\n| page home: rows | 1,200 | a map |\n'
  assert.deepEqual(recordFigures(record.split('\n\n')[0]), { 'page home: rows': 1_100 })
  assert.deepEqual(recordFigures(record), { 'page home: rows': 1_200 })
  assert.equal(raisedInSilence({ 'page home: rows': 1_201 }, recordFigures(record)).length, 1)
  assert.deepEqual(raisedInSilence(), [])
})

test('what is raised together is one row, after those that stand there', () => {
  assert.deepEqual(raised(TABLE, figures(100)), {})
  assert.deepEqual(raised({}, figures(120)), {})
  assert.deepEqual(raised(TABLE, figures(1_200)), { 'page home: rows': 1_200 })
  const record = '| budget | to | what it bought |\n|---|---|---|\n| a | 1 | b |\n\n## Sources\n'
  const more = { 'page home: rows': 1_200, "serve's writer: lines": 7 }
  const now = recordWith(record, more, 'a brick of $& seeds')
  assert.match(
    now,
    /\| b \|\n\| page home: rows<br>serve's writer: lines \| 1,200<br>7 \| a .* \$& seeds \|\n\n##/,
  )
  assert.deepEqual(recordFigures(now), { a: 1, ...more })
})
