import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brick } from '../../src/contract/brick.ts'
import { html } from '../../src/contract/html.ts'
import { testEngine } from './test-engine.ts'

const words = { types: {} }
const heard = brick({
  name: 'heard',
  records: [],
  commands: [],
  pages: [
    {
      path: '/heard',
      show: ({ request }) => ({
        title: '',
        body: html`${request.private ? 'whole' : 'what anybody may hear'}`,
      }),
    },
  ],
  words: { fr: words, en: words },
})

test('a test sees what a page shows where nobody listens, and what it shows by http', () => {
  using box = testEngine({ bricks: [heard] })
  assert.equal(box.page('/heard'), 'whole')
  assert.equal(box.page('/heard', { private: false }), 'what anybody may hear')
})
