import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { groupsOf, type Reviewed } from './gathering.ts'

const KINDS = [
  'initiative',
  'need',
  'offer',
  'reference',
  'idea',
  'place',
  'actor',
  'event',
  'access-point',
  'voice',
  'task',
  'decision',
]
const AFTER = ['project', 'rest', 'voice', 'doing', 'people']

test('every piece stands once, projects first, then the rest, voices, what to do, people', () => {
  const one = fc.record({
    kind: fc.constantFrom(...KINDS),
    person: fc.boolean(),
    to: fc.array(fc.nat(12), { maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), given => {
      const pieces = given.map(
        ({ kind, person, to }, at): Reviewed => ({
          id: `p${at}`,
          piece: `${at}`,
          kind: person ? 'actor' : kind,
          person,
          ties: to.map(other => ({ rel: 'about', to: `${other}` })),
        }),
      )
      const groups = groupsOf(pieces)
      const standing = groups.flatMap(group => group.pieces.map(piece => piece.id))
      assert.deepEqual([...standing].sort(), pieces.map(piece => piece.id).sort())
      const order = groups.map(group => AFTER.indexOf(group.name))
      assert.deepEqual(
        order,
        [...order].sort((a, b) => a - b),
      )
      for (const group of groups.filter(group => group.name !== 'people'))
        assert.ok(group.pieces.every(piece => !piece.person))
      for (const { head, pieces: all } of groups.filter(group => group.head))
        assert.ok(
          all[0] === head &&
            all.every(piece => !['voice', 'task', 'decision'].includes(piece.kind)),
        )
    }),
  )
})
