import type { Command } from '../../../contract/command.ts'
import type { Decision } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { hereOnly } from './read-evening.ts'
import { need, offer } from './records.ts'
import type { Notice } from './rules.ts'
import { HERE } from './stack.ts'

type Words = typeof fr
const say: Say<Words> = message
const found = (read: Reader, id: string): Notice | undefined =>
  hereOnly(read).find(one => one.row.id === id)

/**
 * Its person now agrees to the villages around: what they said is written in the commons, and
 * nothing of the slip stays beside.
 */
const showAround: Command<Words> = {
  name: 'showAround',
  path: `${HERE}/afficher`,
  who: 'keeper',
  showsOthers: true,
  private: true,
  decide: (input, read, at): Decision => {
    const notice = found(read, one(input, 'id'))
    if (!notice) return { refused: say('nothingThere') }
    const { id, hangsHere, shownHere, shownByCard, hiddenWhy, ...said } = notice.row
    // A number that somebody had hidden would be lost by copying what is left.
    if (said.reach === null) return { refused: say('stack.decideFirst') }
    const fields = Object.fromEntries(
      Object.entries({ ...said, spread: 'around' }).filter(([, value]) => value !== null),
    )
    const type = notice.kind === 'offer' ? offer : need
    const shown = { type: type.name, record: at.newId() }
    return {
      drafts: [{ ...shown, fields }],
      forget: [{ type: type.name, record: id, copiedTo: shown }],
      next: HERE,
      said: say('shownNow'),
    }
  },
}

/** Off the board and the pages, until it is put back. */
const takeDown: Command<Words> = {
  name: 'takeDown',
  path: `${HERE}/decrocher`,
  who: 'keeper',
  private: true,
  decide: (input, read): Decision => {
    const notice = found(read, one(input, 'id'))
    if (!notice) return { refused: say('nothingThere') }
    const { row, kind } = notice
    return {
      drafts: [{ type: kind, record: row.id, fields: { removed: true }, space: 'home' }],
      next: HERE,
      said: say('stack.takenDown'),
      undo: { path: `${HERE}/remettre`, input: { id: row.id }, words: say('undo') },
    }
  },
}

/** What was taken down hangs and is read again. */
const hangAgain: Command<Words> = {
  name: 'hangAgain',
  path: `${HERE}/remettre`,
  who: 'keeper',
  private: true,
  decide: (input, read): Decision => {
    const id = one(input, 'id')
    const kind = (['offer', 'need'] as const).find(type => takenDown(read, type, id))
    if (!kind) return { refused: say('nothingThere') }
    return {
      drafts: [{ type: kind, record: id, fields: { removed: false }, space: 'home' }],
      next: HERE,
      said: say('stack.hangsAgain'),
    }
  },
}
/** By the keeper: what its author took back is theirs to put back. */
const takenDown = (read: Reader, type: 'offer' | 'need', id: string): boolean =>
  read.all(
    `SELECT 1 FROM ${type}_home WHERE id = ? AND removed = 1 AND (hangsHere = 1 OR shownHere = 1 ` +
      'OR shownByCard = 1)',
    id,
  ).length > 0 && read.versions({ type, id, space: 'home', field: 'removed' })[0]?.by === 'keeper'

/** Its author takes it off the pages of this box; it stays theirs, and they put it back. */
const takeBackHere: Command<Words> = {
  name: 'takeBackHere',
  path: `${HERE}/reprendre`,
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const notice = found(read, one(input, 'id'))
    if (!notice || at.me === undefined || notice.row.author !== at.me)
      return { refused: say('nothingThere') }
    return {
      drafts: [
        { type: notice.kind, record: notice.row.id, fields: { removed: true }, space: 'home' },
      ],
      next: '/moi',
      said: say('stack.takenDown'),
      undo: {
        path: '/moi/remettre',
        input: { type: notice.kind, id: notice.row.id },
        words: say('undo'),
      },
    }
  },
}

export const hereCommands: readonly Command<Words>[] = [
  showAround,
  takeDown,
  hangAgain,
  takeBackHere,
]
