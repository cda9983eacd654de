import type { Command, Decision, Reader } from '../../core/brick.ts'
import { one } from '../../core/input.ts'
import type { fr } from './fr.ts'
import { HERE } from './pages-stack.ts'
import { hereOnly } from './read-evening.ts'
import { need, offer } from './records.ts'
import type { Notice } from './rules.ts'

type Words = typeof fr
const found = (read: Reader, id: string): Notice | undefined => hereOnly(read).find(one => one.row.id === id)

/** Its person now agrees to the villages around: what they said is written in the commons, and nothing of the slip stays beside. */
const showAround: Command<Words> = {
  name: 'showAround',
  path: `${HERE}/afficher`,
  who: 'keeper',
  private: true,
  decide: (input, read, at, words): Decision => {
    const notice = found(read, one(input, 'id'))
    if (!notice) return { refused: words.nothingThere }
    const { id, hangsHere, shownHere, hiddenWhy, ...said } = notice.row
    // A number that somebody had hidden would be lost by copying what is left.
    if (said.reach === null) return { refused: words.stack.decideFirst }
    const fields = Object.fromEntries(Object.entries({ ...said, spread: 'around' }).filter(([, value]) => value !== null))
    const type = notice.kind === 'offer' ? offer : need
    return {
      drafts: [{ type: type.name, record: at.newId(), fields }],
      forget: [{ type: type.name, record: id }],
      next: HERE,
      said: words.shownNow,
    }
  },
}

/** Taken off the board: nothing of it stays in this box. */
const takeDown: Command<Words> = {
  name: 'takeDown',
  path: `${HERE}/decrocher`,
  who: 'keeper',
  private: true,
  decide: (input, read, _at, words): Decision => {
    const notice = found(read, one(input, 'id'))
    if (!notice) return { refused: words.nothingThere }
    const { row, kind } = notice
    return { drafts: [], forget: [{ type: kind, record: row.id }], next: HERE, said: words.stack.takenDown }
  },
}

/** Its author takes it off the pages of this box; it stays theirs. */
const takeBackHere: Command<Words> = {
  name: 'takeBackHere',
  path: `${HERE}/reprendre`,
  who: 'neighbour',
  decide: (input, read, at, words): Decision => {
    const notice = found(read, one(input, 'id'))
    if (!notice || at.me === undefined || notice.row.author !== at.me) return { refused: words.nothingThere }
    const fields = { shownHere: false, hangsHere: false }
    return { drafts: [{ type: notice.kind, record: notice.row.id, fields, space: 'home' }], next: '/moi', said: words.stack.takenDown }
  },
}

export const hereCommands: readonly Command<Words>[] = [showAround, takeDown, takeBackHere]
