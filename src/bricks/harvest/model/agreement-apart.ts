import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { proposal } from '../../../contract/records/own-records.ts'
import { one } from '../../../core/form/input.ts'
import { wordsOf } from '../../../core/letters/words.ts'
import { CIVILITIES } from '../../../text/named-fr.ts'
import type { fr } from '../words/fr.ts'
import { joined, OF_ITS_OWN } from './own.ts'
import { knownName, MERGED, type Someone, someoneOf, UNASKED } from './people.ts'
import { piecesOf, tieRead } from './pieces.ts'

/**
 * Who gets a strip of agreement, and who gets none: somebody whom the keeper does not ask, and two
 * people whom the notes say in one breath.
 */

type Words = typeof fr
const say: Say<Words> = message
type Piece = ReturnType<typeof piecesOf>[number]

/**
 * The names that a name holds: *Emma et Hugo* are two people, who answer each for themselves. A
 * couple (*M. et Mme Gonin*) stays as it is said.
 */
export function namesTogether(name: string): readonly string[] {
  const parts = name.split(/\s*(?:,|&|\+|(?<!\p{L})(?:et|and)(?!\p{L}))\s*/u).filter(Boolean)
  const isName = (part: string): boolean =>
    /^\p{Lu}/u.test(part) && wordsOf(part).some(word => !CIVILITIES.has(word) && word.length > 1)
  return parts.length > 1 && parts.every(isName) ? parts : []
}

/** Somebody of a strip that has not come back. */
const awaitedIn = (read: Reader, id: string): Someone | undefined => {
  const piece = read.one(proposal, id, 'home')
  const someone = piece?.person === true ? someoneOf(read, read.types, piece) : undefined
  return someone?.first.state === 'waiting' || someone?.first.state === 'kept' ? someone : undefined
}

/**
 * *Pas de bande pour cette personne*, and the way back: nobody asks her, so nobody waits for her
 * answer. Her name stays out of everything that shows, as before.
 */
const asking = (name: string, path: string, isAsked: boolean): Command<Words> => ({
  ...OF_ITS_OWN,
  name,
  path,
  who: 'keeper',
  decide: (input, read): Decision => {
    const someone = awaitedIn(read, one(input, 'id'))
    if (!someone) return { refused: say('nothingThere') }
    return {
      drafts: someone.pieces.map(piece =>
        proposalChange(piece.id, { why: isAsked ? null : UNASKED }),
      ),
      next: `/cueillette/${someone.first.harvest}/accord`,
      said: say(isAsked ? 'agreement.askedSaid' : 'agreement.unaskedSaid', knownName(someone.name)),
    }
  },
})
export const UNASK = '/cueillette/sans-bande'
export const ASK = '/cueillette/avec-bande'

/** Two people said in one breath become two, each tied to what the notes say of both. */
const tellNames: Command<Words> = {
  ...OF_ITS_OWN,
  name: 'tellNames',
  path: '/cueillette/chacun-la-sienne',
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const someone = awaitedIn(read, one(input, 'id'))
    const names = someone ? namesTogether(someone.name) : []
    if (!someone || names.length === 0) return { refused: say('nothingThere') }
    // Ids sort as the names are said.
    const ids = names.map(() => at.newId()).sort()
    const fresh = names.map((name, i) => ({ name, record: at.newId(), proposed: ids[i]! }))
    return {
      drafts: joined([
        ...fresh.flatMap(one => personDrafts(read, someone.first, one)),
        ...tiedToEach(
          read,
          someone,
          fresh.map(one => one.record),
        ),
        ...someone.pieces.map(piece => proposalChange(piece.id, { state: 'refused', why: MERGED })),
      ]),
      next: `/cueillette/${someone.first.harvest}/accord`,
      said: say('agreement.eachOne', names),
    }
  },
}
export const TELL_NAMES = tellNames.path

type Fresh = Readonly<{ name: string; record: string; proposed: string }>
/** One of them, from the same words of the notes. */
function personDrafts(
  read: Reader,
  from: Piece,
  { name, record, proposed }: Fresh,
): readonly Draft[] {
  const type = read.types.get(from.of ?? '')
  if (!type) return []
  const { of, harvest, from: start, till, certainty, minor, ties } = from
  const told = { of, harvest, from: start, till, certainty, minor, ties }
  const fields = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null))
  return [
    {
      type: type.name,
      record,
      fields: { ...type.person, [type.title]: name },
      space: 'home',
    },
    {
      type: proposal.name,
      record: proposed,
      fields: {
        ...fields,
        piece: record,
        sentBy: 'harvest',
        state: 'waiting',
        person: true,
        byHand: true,
      },
    },
  ]
}

/** What led to both leads to each. */
function tiedToEach(read: Reader, someone: Someone, records: readonly string[]): readonly Draft[] {
  const own = new Set(someone.pieces.map(piece => piece.piece))
  return piecesOf(read, someone.first.harvest ?? '').flatMap((piece): readonly Draft[] => {
    const ties = piece.ties ?? []
    const each = ties.flatMap(tie => {
      const { rel, to } = tieRead(tie)
      return own.has(to) ? records.map(record => `${rel}:${record}`) : [tie]
    })
    return each.length > ties.length ? [proposalChange(piece.id, { ties: each })] : []
  })
}

export const apartCommands: readonly Command<Words>[] = [
  asking('unask', UNASK, false),
  asking('ask', ASK, true),
  tellNames,
]
