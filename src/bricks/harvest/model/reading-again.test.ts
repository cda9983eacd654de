import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { testBox } from '../../../../tests/support/test-box.ts'

const skip = lacking('decision', 'task', 'offer')

test('read again with another day, what was kept takes its new day, and what was typed stays', {
  skip,
}, () => {
  using box = testBox()
  const date = '2026-10-02'
  const of = box.bring('harvest', { title: 'Soirée', state: 'open', date, people: [] }, 'home')
  let from = 0
  const piece = (type: string, fields: Readonly<Record<string, string>>, more = {}) => {
    const held = box.bring(type, fields, 'home')
    from += 20
    const told = { of: type, piece: held, harvest: of, sentBy: 'harvest', state: 'kept' }
    const place = { certainty: 1, from, till: from + 10, person: false }
    box.bring('proposal', { ...told, ...place, ...more }, 'home')
    return { held, source: { from, to: from + 10 } }
  }
  const said = { title: 'On garde le four ouvert', on: date }
  const [kept, due] = [
    piece('decision', said),
    piece('task', { title: 'Balayer', dueDay: '2026-10-05' }),
  ]
  const typed = piece('task', { title: 'Peindre', dueDay: '2026-10-20' }, { byHand: true })
  const found = (one: typeof kept, kind: string, title: string, fields: object) => ({
    ...{ id: `c${one.source.from}`, kind, title, fields, private: false, source: one.source },
    ...{ certainty: 0.9, rule: 'any', ink: 'perhaps' },
  })
  const candidates = [
    found(kept, 'decision', said.title, { title: said.title, on: '2026-10-09' }),
    found(due, 'task', 'Balayer', { title: 'Balayer bien', dueDay: '2026-10-12' }),
    found(typed, 'task', 'Peindre', { title: 'Peindre', dueDay: '2026-10-27' }),
  ]
  const meeting = { title: 'Soirée', date: '2026-10-09', place: '', people: [] }
  const gathered = JSON.stringify({ found: { meeting, candidates, links: [] } })
  box.done('harvest.readAgain', { id: of, gathered })
  const day = (type: string, { held }: typeof kept): unknown => {
    const row = box.read.one(box.types.get(type)!, held, 'home')
    return row?.[type === 'task' ? 'dueDay' : 'on']
  }
  assert.equal(day('decision', kept), '2026-10-09')
  assert.equal(day('task', due), '2026-10-12')
  assert.equal(day('task', typed), '2026-10-20')
  assert.equal(box.read.one(box.types.get('task')!, due.held, 'home')?.['title'], 'Balayer')
})
