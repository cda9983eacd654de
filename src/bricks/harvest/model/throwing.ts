import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { code, harvest, proposal } from '../../../contract/records/own-records.ts'
import { one } from '../../../core/form/input.ts'
import type { RowOf } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { OF_ITS_OWN } from './own.ts'
import { piecesOf } from './pieces.ts'

/**
 * *Jeter ces notes*: a page of notes of which nothing was shown is put out of the way by one press,
 * and taken up again by another. Nothing is erased; the press that erases asks for a code
 * (`forgetting.ts`).
 */

type Words = typeof fr
const say: Say<Words> = message
export const THROW = '/cueillette/jeter'
export const TAKE_UP = '/cueillette/reprendre'

/** Whether something of these notes is on the page, or a strip of theirs came back. */
export const isTakenFrom = (
  read: Reader,
  of: Pick<RowOf<typeof harvest>, 'id' | 'meeting'>,
): boolean =>
  of.meeting !== null ||
  piecesOf(read, of.id).some(
    piece =>
      piece.state === 'shown' ||
      (piece.person === true && ['yes', 'unnamed', 'no'].includes(piece.why ?? '')),
  )

const markedAll = (read: Reader, id: string, removed: boolean): readonly Draft[] => {
  const was = removed ? 'removed IS NOT 1' : 'removed = 1'
  const pieces = read.all(`SELECT id FROM proposal_home WHERE harvest = ? AND ${was}`, id)
  const codes = read.all(
    `SELECT id FROM code_home WHERE ${was} AND opens IN
      (SELECT id FROM proposal_home WHERE harvest = ?)`,
    id,
  )
  const marked =
    (type: string) =>
    (row: (typeof pieces)[number]): Draft => ({
      type,
      record: String(row['id']),
      fields: { removed },
      space: 'home',
    })
  return [
    { type: harvest.name, record: id, fields: { removed }, space: 'home' },
    ...pieces.map(marked(proposal.name)),
    ...codes.map(marked(code.name)),
  ]
}

const throwAway: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'throwAway',
  path: THROW,
  who: 'keeper',
  decide: (input, read): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: say('nothingThere') }
    if (isTakenFrom(read, of)) return { refused: say('throwing.wasShown') }
    return {
      drafts: markedAll(read, of.id, true),
      next: '/cueillette',
      said: say('throwing.thrown'),
      undo: { path: TAKE_UP, input: { id: of.id }, words: say('undo.undo') },
    }
  },
}

/** A page of notes that was thrown away. */
export type ThrownNotes = Readonly<{ id: string; title: string }>
/** Those that were thrown away, in the order in which they were brought, the last first. */
export const thrownIn = (read: Reader): readonly ThrownNotes[] =>
  read
    .all('SELECT id, title FROM harvest_home WHERE removed = 1 ORDER BY id DESC LIMIT 500')
    .map(row => ({ id: String(row['id']), title: String(row['title'] ?? '') }))

const takeUp: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'takeUpNotes',
  path: TAKE_UP,
  who: 'keeper',
  decide: (input, read): Decision => {
    const id = one(input, 'id')
    const thrown = read.all('SELECT 1 FROM harvest_home WHERE id = ? AND removed = 1', id)
    if (thrown.length === 0) return { refused: say('nothingThere') }
    return {
      drafts: markedAll(read, id, false),
      next: `/cueillette/${id}`,
      said: say('throwing.takenUp'),
    }
  },
}

export const throwingCommands: readonly Command<Words>[] = [throwAway, takeUp]
