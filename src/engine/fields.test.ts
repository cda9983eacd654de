import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openEngine } from '../../tests/support/open-engine.ts'
import { brick } from '../contract/brick.ts'
import type { Input } from '../core/form/input.ts'
import { recordType } from '../core/schema.ts'
import { newBox } from '../log/box.ts'
import { fieldsFrom } from './fields.ts'

const thing = recordType({
  name: 'thing',
  title: 'title',
  path: '/choses',
  fields: {
    title: { kind: 'text', required: true },
    from: { kind: 'link', to: ['thing'] },
    day: { kind: 'day' },
    near: { kind: 'link', to: ['thing'], many: true },
  },
})
const fields = {
  title: { label: 'Titre' },
  from: { label: 'De' },
  day: { label: 'Jour' },
  near: { label: 'Près de' },
}
const words = { types: { thing: { one: 'chose', many: 'choses', add: 'Ajouter', fields } } }
const things = brick({
  name: 'things',
  records: [thing],
  commands: [],
  pages: [],
  words: { fr: words, en: words },
})

test('a refused form lists all its faults, lost links included, in the order of the form', () => {
  const engine = openEngine([things], newBox())
  const refused = (input: Input): readonly (string | undefined)[] => {
    const found = fieldsFrom({
      bricks: [things],
      read: engine.read,
      type: thing,
      input,
      today: '2026-11-24',
    })
    return 'fields' in found ? [] : [found.field, ...(found.others ?? []).map(one => one.field)]
  }
  const nowhere = '0'.repeat(26)
  assert.deepEqual(refused({ title: '', from: nowhere, day: '31/2/2026', near: nowhere }), [
    'title',
    'from',
    'day',
    'near',
  ])
  assert.deepEqual(refused({ title: 'x', from: nowhere, day: '', near: nowhere }), ['from', 'near'])
  assert.deepEqual(refused({ title: 'x', from: 'Chez Malo', day: '31/2/2026' }), ['from', 'day'])
  assert.deepEqual(refused({ title: 'x', day: '31/1/2026' }), [])
})
