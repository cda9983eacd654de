import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TurnAsked } from '../../engine/turn.ts'
import { LAST_ROOM, leavingRoom } from './last-room.ts'

test('the last room on a disk is the keeper’s; a disk that says nothing of itself stops nobody', async () => {
  const by = async (who: TurnAsked['by'], free: number | undefined): Promise<boolean> => {
    const turn = leavingRoom(
      () => Promise.resolve({ done: true }),
      '/',
      () => free,
    )
    const answer = await turn({
      brick: 'wall',
      command: 'write',
      input: {},
      by: who,
      id: '1',
      lang: 'fr',
    })
    if (!answer.done) assert.deepEqual(answer, { done: false, failed: { is: 'full' } })
    return answer.done
  }
  for (const free of [0, LAST_ROOM - 1])
    assert.deepEqual(
      [await by('visitor', free), await by('neighbour', free), await by('keeper', free)],
      [false, false, true],
    )
  for (const free of [LAST_ROOM, undefined])
    assert.deepEqual([await by('visitor', free), await by('keeper', free)], [true, true])
})
