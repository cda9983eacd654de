import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openEngine } from '../../tests/support/open-engine.ts'
import { runBatch } from '../../tests/support/turns.ts'
import { firstIdOf, idFrom } from '../core/id.ts'
import { recordType } from '../core/schema.ts'
import { newBox } from '../log/box.ts'
import { brick } from './brick.ts'
import { type Counting, counted } from './counted.ts'

const NOW = Date.parse('2026-12-05T09:00:00Z')
let drawn = 0
const idAt = (day: string): string =>
  idFrom(
    Date.parse(`${day}T12:00:00Z`),
    Uint8Array.from({ length: 10 }, (_, i) => (i === 9 ? drawn++ : 0)),
  )

const tool = recordType({
  name: 'tool',
  title: 'title',
  path: '/outils',
  fields: {
    title: { kind: 'text' },
    commune: { kind: 'commune' },
    themes: { kind: 'themes', to: ['subject'] },
    posts: { kind: 'number' },
    on: { kind: 'day' },
  },
})
const subject = recordType({ name: 'subject', title: 'title', fields: { title: { kind: 'text' } } })
const words = { one: 'x', many: 'x', add: 'x', fields: {} }
const said = { types: { tool: words, subject: words } }
const stub = brick({
  name: 'stub',
  records: [tool, subject],
  commands: [],
  pages: [],
  words: { fr: said, en: said },
})

type Made = Readonly<{ type: string; id: string; fields: object }>
function houseWith(all: readonly Made[]) {
  const engine = openEngine([stub], newBox())
  const turn = (command: string, input: Record<string, string | readonly string[]>) =>
    runBatch(
      engine,
      [{ brick: 'plain', command, input, by: 'keeper', id: idAt('2026-12-05'), lang: 'fr' }],
      {
        now: () => NOW,
        sure: true,
        today: () => '2026-12-05',
      },
    )[0]!
  assert.equal(turn('bring', { records: JSON.stringify(all) }).done, true)
  const count = (more: Partial<Counting> = {}) =>
    counted(engine.read, {
      id: 'tools',
      words: 'outils',
      counts: 'things',
      table: 'tool',
      ...more,
    }).map(one => [one.commune ?? one.theme ?? '', one.value])
  return { turn, count }
}

const [wood = '', timber = ''] = [idAt('2026-01-01'), idAt('2026-01-01')]
const TOOLS: readonly Made[] = [
  { type: 'subject', id: wood, fields: { title: 'bois' } },
  { type: 'subject', id: timber, fields: { title: 'charpente' } },
  {
    type: 'tool',
    id: idAt('2026-03-01'),
    fields: { title: 'scie', commune: '42195', themes: [wood], posts: 2, on: '2026-11-01' },
  },
  {
    type: 'tool',
    id: idAt('2026-06-01'),
    fields: {
      title: 'rabot',
      commune: '42019',
      themes: [wood, timber],
      posts: 3,
      on: '2026-02-01',
    },
  },
  { type: 'tool', id: idAt('2026-09-01'), fields: { title: 'échelle' } },
]

test('the whole is counted once, then each commune and each theme; a sum adds up its column', () => {
  const { count } = houseWith(TOOLS)
  assert.deepEqual(count(), [['', 3]])
  assert.deepEqual(count({ by: ['commune'] }), [
    ['', 3],
    ['42019', 1],
    ['42195', 1],
  ])
  assert.deepEqual(
    count({ by: ['themes'] }).toSorted(),
    [
      ['', 3],
      [wood, 2],
      [timber, 1],
    ].toSorted(),
  )
  assert.deepEqual(count({ sum: 'posts', by: ['commune'] }), [
    ['', 5],
    ['42019', 3],
    ['42195', 2],
  ])
})

test('from a day on, a record counts by its own day, or else by the day of its first write', () => {
  const { count } = houseWith(TOOLS)
  assert.deepEqual(count({ since: '2026-06-01' }), [['', 2]])
  assert.deepEqual(count({ since: '2026-06-01', on: 'on' }), [['', 1]])
  assert.ok(
    firstIdOf('2026-06-01') < idAt('2026-06-01') && firstIdOf('2026-06-02') > idAt('2026-06-01'),
  )
})

test('a withdrawn record is not counted, joined records count once, and joined themes count together', () => {
  const { count, turn } = houseWith(TOOLS)
  const joined = (...these: readonly string[]) =>
    turn('bring', {
      records: JSON.stringify([{ type: 'join', id: idAt('2026-12-05'), fields: { these } }]),
    })
  const [saw = '', plane = ''] = TOOLS.slice(2).map(one => one.id)
  assert.equal(joined(saw, plane).done, true)
  assert.deepEqual(count(), [['', 2]])
  assert.equal(joined(wood, timber).done, true)
  assert.equal(count({ by: ['themes'] }).length, 2)
  turn('remove', { type: 'tool', id: TOOLS[4]!.id })
  assert.deepEqual(count(), [['', 1]])
})
