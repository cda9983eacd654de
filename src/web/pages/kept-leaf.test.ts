import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testEngine } from '../../../tests/support/test-engine.ts'
import { bricks } from '../../app/bricks.ts'
import { html } from '../../contract/html.ts'
import { Kept } from '../../core/kept.ts'
import { note, PERSON, personIs } from '../../core/tracking.ts'
import { keptFor } from './kept-leaf.ts'
import { kitFor } from './kit.ts'

const made = (work: (me: string) => string) => {
  const kept = new Kept(100_000)
  return (me: string): string =>
    keptFor({
      kept,
      me,
      named: who => `leaf ${who}`,
      make: () => work(me),
      bytesOf: said => said.length,
    })
}

test('what asks nothing of which member reads is one for all of them', () => {
  const of = made(me => `made for ${me}`)
  assert.equal(of('nadia'), 'made for nadia')
  assert.equal(of('paul'), 'made for nadia')
})

test('what asks who reads is for them alone, and what asks of one is for all but them', () => {
  const own = made(me => {
    note(PERSON)
    return `made for ${me}`
  })
  assert.equal(own('nadia'), 'made for nadia')
  assert.equal(own('paul'), 'made for paul')
  assert.equal(own('nadia'), 'made for nadia')
  const but = made(me => {
    note(personIs('paul'))
    return me === 'paul' ? 'yours' : 'Paul’s'
  })
  assert.deepEqual(['paul', 'nadia', 'odette', 'paul'].map(but), [
    'yours',
    'Paul’s',
    'Paul’s',
    'yours',
  ])
  assert.deepEqual(
    ['nadia', 'paul'].map(
      made(me => {
        note(personIs('paul'))
        return me === 'paul' ? 'yours' : 'Paul’s'
      }),
    ),
    ['Paul’s', 'yours'],
  )
})

for (const kept of [undefined, new Kept(1_000_000)])
  test(`a form in a piece has the token of its visit, ${kept ? 'kept' : 'made anew'}`, () => {
    using box = testEngine({ bricks, ...(kept ? { kept } : {}) })
    const visit = { path: '/', lang: 'fr', by: 'neighbour', me: 'x', token: 'TOKEN' } as const
    const kit = kitFor(box.source, visit)
    assert.match(kit.piece('one', bare => html`${bare.form()}`).html, /TOKEN/)
  })
