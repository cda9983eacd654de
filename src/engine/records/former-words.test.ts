import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HistoryLine } from '../../contract/reader.ts'
import type { Guard } from '../../contract/records/guarded.ts'
import type { RecordType } from '../../core/schema.ts'
import { guard } from '../../text/guard/guard.ts'
import { formerWords } from './former-words.ts'

const type: RecordType = {
  name: 'need',
  space: 'commons',
  title: 'title',
  fields: {
    title: { kind: 'text' },
    detail: { kind: 'prose' },
    note: { kind: 'text', space: 'home' },
  },
}
const guards: Guard = text => guard(text)
const line = (field: string, box: string, value: unknown): HistoryLine => ({
  field,
  value,
  on: 0,
  sure: true,
  by: 'keeper',
  box,
})
const left = (field: string, now: string, lines: readonly HistoryLine[] = []) =>
  formerWords(
    { type, before: { [field]: 'Odette Marchand, 06 39 98 41 07' }, fields: { [field]: now } },
    guards,
    { history: () => lines, box: 'here' },
  )

test('words that this box wrote and corrects stay here; those of another box travel', () => {
  const own = line('title', 'here', 'Odette Marchand, 06 39 98 41 07')
  assert.equal(left('title', 'chez une voisine', [own]), 'here')
  const theirs = line('title', 'there', 'Odette Marchand, 06 39 98 41 07')
  assert.equal(left('title', 'chez une voisine', [own, theirs]), 'carried')
  assert.equal(left('title', 'chez une voisine', [own, line('detail', 'there', 'bonjour')]), 'here')
  assert.equal(left('title', 'chez une voisine', [line('title', 'there', undefined)]), 'here')
  for (const [box, where] of [
    ['here', 'here'],
    ['there', 'carried'],
  ] as const)
    assert.equal(left('detail', 'chez une voisine', [line('detail', box, 'Odette')]), where)
})

test('nothing is told when no such words go, or when nobody else ever had them', () => {
  assert.equal(left('title', 'demain, Odette Marchand, 06 39 98 41 07'), undefined)
  assert.equal(left('note', 'chez une voisine'), undefined)
})
