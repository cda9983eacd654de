import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lexiconIn } from '../../../../bin/lexicon/lines.ts'
import { tried } from '../../../../bin/lexicon/tried.ts'

/** Lines that stood before lines had examples. This number only falls. */
const WITHOUT = 361

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

test('a new line has an example', () => {
  assert.ok(bare.length <= WITHOUT, `${bare.length} lines have no example: ${WITHOUT} may`)
})
