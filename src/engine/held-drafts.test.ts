import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textsOf } from '../contract/records/guarded.ts'
import { recordType } from '../core/schema.ts'
import { guard } from '../text/guard/guard.ts'
import { HELD_REASONS, whyHeld } from './held-drafts.ts'

/** What a member writes waits by its words, never by ids in which chance wrote some. */

const notice = recordType({
  name: 'notice',
  title: 'title',
  fields: {
    title: { kind: 'text' },
    words: { kind: 'text', many: true },
    parts: { kind: 'text', many: true, codes: true },
  },
})
const why = (field: string, value: readonly string[]): readonly string[] =>
  whyHeld(
    {
      draft: { type: 'notice', record: '01kb3v7q9r8z4mrt7m2xw5t6ys', fields: { [field]: value } },
      type: notice,
      owner: undefined,
      wide: [[field, value]],
      beside: {},
      isTheirs: true,
      name: 'Rosa',
      hasNumber: () => false,
      guards: text => guard(text),
      led: '',
    },
    HELD_REASONS,
  ).why

test('an id that holds what looks like an insult or a number keeps nothing back', () => {
  const insult = ['01kb3v7q9r8z4fdp7m2xw5t6ys']
  const number = ['01m3257640712j9g3zhhp6hnz7 1']
  assert.deepEqual(why('words', insult), ['people'])
  assert.deepEqual(why('words', number), ['number'])
  for (const ids of [insult, number]) {
    assert.deepEqual(why('parts', ids), [])
    assert.deepEqual(textsOf({ parts: ids, words: ids }, notice), ids)
  }
})
