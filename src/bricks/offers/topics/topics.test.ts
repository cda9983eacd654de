import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeOf } from '../../../../bin/lexicon/tried.ts'
import { topicLines } from '../../../../bin/topics/lines.ts'
import { levelOf, meet } from '../pages/matching.ts'

/** So many traps are still fallen into. This number only falls. */
const TRAPPED = 24

const level = (offer: string, need: string) =>
  levelOf(meet(noticeOf('offer', offer), noticeOf('need', need), []))

const { traps } = topicLines()

test('two sentences that share words and speak of two things are not brought together', () => {
  const wrong = traps.filter(({ offerSaid, needSaid }) => level(offerSaid, needSaid) === 'answers')
  const told = wrong.map(one => `${one.where}: ${one.offerSaid} / ${one.needSaid}`).join('\n')
  assert.ok(wrong.length <= TRAPPED, `${wrong.length} of ${traps.length}:\n${told}`)
})
