import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexiconIn } from '../../../../bin/lexicon/lines.ts'
import { tried } from '../../../../bin/lexicon/tried.ts'

const { lines, faults } = lexiconIn()
const { failures, bare } = tried(lines)

test('no line of the lexicon is written wrongly', () => {
  assert.deepEqual(faults, [])
})

test('the example of each line is understood as its genre says', () => {
  const told = failures.map(([{ where, offer, need }, why]) =>
    [`${where}: ${offer} / ${need}`, ...why].join('\n  '),
  )
  assert.equal(told.join('\n'), '')
})

test('each line has an example, and no two have the same', () => {
  assert.deepEqual(
    bare.map(({ where }) => where),
    [],
  )
  const told = lines.flatMap(({ where, genre, offer, need }) =>
    genre === 'champ' ? [] : [[`${offer} / ${need}`, where] as const],
  )
  const first = new Map(told.toReversed())
  assert.deepEqual(
    told.filter(([example, where]) => first.get(example) !== where),
    [],
  )
})
