import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NOON } from '../../tests/wire/boxes.ts'
import { brick } from '../contract/brick.ts'
import type { CommandContext } from '../contract/command.ts'
import { type Draft, draft } from '../contract/decision.ts'
import type { Role } from '../contract/permission.ts'
import { recordType } from '../core/schema.ts'
import { marksOf } from './marked.ts'
import type { Engine } from './turn.ts'
import { NotGranted } from './waiting.ts'

/** The box notes beside a turn what its author may not write, and nothing that others read. */

const yes = recordType({
  name: 'yes',
  title: 'title',
  fields: { title: { kind: 'text' }, told: { kind: 'yesNo', space: 'home' } },
})
const other = recordType({ name: 'other', title: 'title', fields: { title: { kind: 'text' } } })

function marking(mark: Draft, by: Role | 'box') {
  const stub = brick({
    name: 'stub',
    records: [yes],
    commands: [],
    marks: { to: ['yes'], decide: () => [mark] },
    pages: [],
    words: { fr: { types: {} }, en: { types: {} } },
  })
  const engine = { bricks: [stub], read: {} } as unknown as Engine
  const at = { by, now: NOON } as unknown as CommandContext
  return (decided: Readonly<{ drafts: readonly Draft[]; forget?: readonly never[] }>) =>
    marksOf(engine, decided, at)
}
const told = draft(yes, 'other', { told: true })
const spoken = draft(yes, 'other', { title: 'vu' })
const turn = { drafts: [draft(yes, 'mine', { title: 'Paul' })] }

test('what stays in this box is noted beside anybody’s turn, and beside one that it is about alone', () => {
  for (const by of ['visitor', 'neighbour', 'keeper'] as const)
    assert.deepEqual(marking(told, by)(turn), [told])
  assert.deepEqual(marking(told, 'visitor')({ drafts: [draft(other, 'x', { title: 'vu' })] }), [])
  assert.deepEqual(marking(told, 'box')(turn), [], 'a letter notes nothing')
})

test('what others read is noted beside a turn of the keeper alone, and no record of another brick', () => {
  for (const by of ['visitor', 'neighbour'] as const) {
    assert.throws(() => marking(spoken, by)(turn), NotGranted)
    assert.throws(() => marking({ ...told, fields: { removed: true } }, by)(turn), NotGranted)
  }
  assert.deepEqual(marking(spoken, 'keeper')(turn), [spoken])
  assert.throws(() => marking(draft(other, 'x', { title: 'vu' }), 'keeper')(turn), NotGranted)
})
