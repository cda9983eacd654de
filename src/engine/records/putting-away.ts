import type { Command } from '../../contract/command.ts'
import type { Decision } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { putAway } from '../../contract/records/own-records.ts'
import { one } from '../../core/form/input.ts'
import type { fr } from './words/fr.ts'

/**
 * The commands by which the keeper puts a brick (a part of the program) away in this box, and takes
 * it up again. The server then answers without it (`web/put-away.ts`, docs/decisions/0052).
 */

type Words = typeof fr
const say: Say<Words> = message

/** The address of the page that lists the bricks. */
export const BRICKS = '/tenir/briques'
/** The names of these commands: after one of them the server looks again. */
export const PUTTING_AWAY: ReadonlySet<string> = new Set(['putAway', 'takeUp'])

/** The names of the bricks that the keeper put away in this box. */
export const awayIn = (read: Pick<Reader, 'list'>): ReadonlySet<string> =>
  new Set(read.list(putAway, {}, 'home').flatMap(({ brick }) => brick ?? []))

/** The command `putAway`: `known` says which bricks there are. */
const putAwayCommand = (known: ReadonlySet<string>): Command<Words> => ({
  name: 'putAway',
  path: `${BRICKS}/ranger`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const brick = one(input, 'brick')
    if (!known.has(brick)) return { refused: say('bricks.unknown') }
    if (awayIn(read).has(brick)) return { drafts: [], next: BRICKS, said: say('bricks.away') }
    return {
      drafts: [
        {
          type: putAway.name,
          record: at.newId(),
          fields: { brick, on: at.today },
          space: 'home',
        },
      ],
      next: BRICKS,
      said: say('bricks.away'),
      undo: { path: `${BRICKS}/ressortir`, input: { brick }, words: say('undo.undo') },
    }
  },
})

const takeUp: Command<Words> = {
  name: 'takeUp',
  path: `${BRICKS}/ressortir`,
  who: 'keeper',
  decide: (input, read): Decision => {
    const brick = one(input, 'brick')
    const all = read.list(putAway, { where: 'brick = ?', with: [brick] }, 'home')
    return {
      drafts: all.map(({ id }) => ({
        type: putAway.name,
        record: id,
        fields: { removed: true },
        space: 'home',
      })),
      next: BRICKS,
      said: say('bricks.up'),
    }
  },
}

export const puttingAwayCommands = (names: readonly string[]): readonly Command<Words>[] => [
  putAwayCommand(new Set(names)),
  takeUp,
]
