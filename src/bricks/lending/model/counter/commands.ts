import type { Command } from '../../../../contract/command.ts'
import { type Decision, draft } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { one } from '../../../../core/form/input.ts'
import type { RowOf } from '../../../../core/schema.ts'
import type { fr } from '../../words/fr.ts'
import { helpCounter } from './records.ts'

/** A member counts how many times they helped and were helped; or counts no more. */

type Words = typeof fr
const say: Say<Words> = message
export const COUNTER = '/coups-de-main'
/** Helped, and was helped. */
export const WAYS = ['gave', 'got'] as const
export type HelpWay = (typeof WAYS)[number]

/** The counter of a member; undefined while they did not ask for one. */
export const counterOf = (read: Reader, member: string): RowOf<typeof helpCounter> | undefined =>
  read.list(helpCounter, { where: 'member = ?', with: [member], order: 'id', limit: 1 }, 'home')[0]

const begin: Command<Words> = {
  name: 'beginCounting',
  path: COUNTER,
  who: 'neighbour',
  private: true,
  decide: (_input, read, at): Decision => {
    if (at.me === undefined) return { refused: say('counter.byCard') }
    if (counterOf(read, at.me)) return { refused: say('counter.begunAlready') }
    const fields = { member: at.me, since: at.today, gave: 0, got: 0 }
    return {
      drafts: [draft(helpCounter, at.newId(), fields)],
      next: COUNTER,
      said: say('counter.begun'),
    }
  },
}

const count: Command<Words> = {
  name: 'countHelp',
  path: `${COUNTER}/un`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const counter = at.me === undefined ? undefined : counterOf(read, at.me)
    const way = WAYS.find(known => known === one(input, 'way'))
    if (!counter || !way) return { refused: say('counter.notBegun') }
    const isLess = one(input, 'moins') !== ''
    const n = Math.max(0, (counter[way] ?? 0) + (isLess ? -1 : 1))
    return {
      drafts: [draft(helpCounter, counter.id, { [way]: n })],
      next: COUNTER,
      said: isLess ? say('counter.less') : say('counter.counted'),
      ...(isLess
        ? {}
        : {
            undo: { path: `${COUNTER}/un`, input: { way, moins: '1' }, words: say('counter.not') },
          }),
    }
  },
}

const stop: Command<Words> = {
  name: 'stopCounting',
  path: `${COUNTER}/fin`,
  who: 'neighbour',
  private: true,
  decide: (_input, read, at): Decision => {
    const counter = at.me === undefined ? undefined : counterOf(read, at.me)
    if (!counter) return { refused: say('counter.notBegun') }
    return {
      drafts: [],
      forget: [{ type: helpCounter.name, record: counter.id }],
      next: COUNTER,
      said: say('counter.stopped'),
    }
  },
}

export const counterCommands: readonly Command<Words>[] = [begin, count, stop]
