import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { wholeOf } from '../../../contract/records/whole-proposal.ts'
import { one } from '../../../core/form/input.ts'
import { type RowOf, typeFor } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { OF_ITS_OWN } from './own.ts'
import { piecesOf } from './pieces.ts'

type Words = typeof fr
const say: Say<Words> = message

/** The tick by which what is shown of the notes leaves the page with them. */
export const SHOWN_TOO = 'affiche'

/** What came from these notes and is on the page, its meeting with it. */
export function shownFrom(
  read: Reader,
  { id, meeting }: Pick<RowOf<typeof harvest>, 'id' | 'meeting'>,
): readonly Draft[] {
  const notes = typeFor(read.types, 'notes')
  const all = [
    ...piecesOf(read, id).flatMap(({ of, shownAs, state, stoodThere }) =>
      state === 'shown' && stoodThere !== true ? [[of, shownAs] as const] : [],
    ),
    [notes?.name, meeting] as const,
  ]
  const ids = new Map(all.map(([type, record]) => [record, type]))
  return [...ids].flatMap(([record, name]): readonly Draft[] => {
    const type = read.types.get(name ?? '')
    return type && record && read.one(type, record)
      ? [{ type: type.name, record, fields: { removed: true } }]
      : []
  })
}

/**
 * `forgetHarvest`: the notes, their file, every piece, the names and the codes. What is shown of it
 * stays on the page, or is taken off it with a tick.
 */
export const forgetHarvest: Command<typeof fr> = {
  ...OF_ITS_OWN,
  coded: true,
  name: 'forgetHarvest',
  path: '/cueillette/effacer',
  who: 'keeper',
  decide: (input, read): Decision => {
    const of = read.one(harvest, one(input, 'id'), 'home')
    if (!of) return { refused: say('nothingThere') }
    const pieces = piecesOf(read, of.id).flatMap(one => wholeOf(read, one))
    const off = one(input, SHOWN_TOO) === '1' ? shownFrom(read, of) : []
    return {
      drafts: off,
      forget: [...pieces, { type: harvest.name, record: of.id }],
      next: '/cueillette',
      said:
        off.length > 0
          ? { all: [say('erasedSaid'), say('takenOffToo', off.length)] }
          : say('erasedSaid'),
    }
  },
}
