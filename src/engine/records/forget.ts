import type { Command } from '../../contract/command.ts'
import type { Decision, Forgetting } from '../../contract/decision.ts'
import { message, type Say } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { pathOfRecord, typeAndIdIn } from '../../contract/records/drafts.ts'
import { harvest, proposal } from '../../contract/records/own-records.ts'
import { codesOf, wholeOf } from '../../contract/records/whole-proposal.ts'
import { one } from '../../core/form/input.ts'
import type { RecordType, RowOf } from '../../core/schema.ts'
import { OF_SHOWN_TYPE, shownTypes } from './refusing.ts'
import type { fr } from './words/fr.ts'

/**
 * The two commands by which the keeper erases for good: a record of the page with all from which it
 * was shown, and a text that waits or was refused. Each says what is to be forgotten; the turn adds
 * what goes along, and the log erases.
 */

type Words = typeof fr
const say: Say<Words> = message
type Types = () => ReadonlyMap<string, RecordType>

/** The commands of the keeper that erase for good. Their code is checked before the turn. */
export const forgetCommands = (types: Types): readonly Command<Words>[] => [
  forget(types),
  forgetSent,
  forgetLeftAside,
]

/**
 * The command `forget`: erases a record of the page, or one `field` of it, or with `past` all but
 * what shows; and the same in the sources from which it was shown.
 */
const forget = (types: Types): Command<Words> => ({
  name: 'forget',
  path: '/oublier',
  who: 'keeper',
  coded: true,
  decide: (input, read): Decision => {
    const found = typeAndIdIn(types, input, say)
    if ('refused' in found) return found
    if (found.id === '') return { refused: say('nothingThere') }
    const field = one(input, 'field')
    const past = one(input, 'past') === '1'
    const how = { ...(field === '' ? {} : { field }), ...(past ? { past } : {}) }
    // Joined records hold the same facts, so they go too.
    const all = read.joinedWith(found.id).map(record => ({ type: found.type.name, record }))
    const sources = all.flatMap(what => sourcesOf(read, what, how))
    const codes = field === '' && !past ? all.flatMap(({ record }) => codesOf(read, record)) : []
    const notes = all.map(({ record }) => notesOf(read, record)).find(page => page !== undefined)
    const after =
      field === '' && !past ? (found.type.path ?? '/') : pathOfRecord(found.type, found.id)
    return {
      drafts: [],
      forget: [...all.map(what => ({ ...what, ...how })), ...sources, ...codes],
      next: notes ?? after,
      said: {
        all: [
          past ? say('forgotPastSaid') : say('forgotSaid'),
          ...(notes === undefined ? [] : [say('notesSayIt')]),
        ],
      },
    }
  },
})

type Named = Readonly<{ type: string; record: string }>
/** What of a record is erased: all, a field, or the past alone. */
type How = Readonly<{ field?: string; past?: boolean }>

/**
 * The sources of a shown record in this box: a visitor’s text, a piece of notes, the heading of the
 * notes. With the past alone, their values that differ from the copy.
 */
function sourcesOf(read: Reader, copiedTo: Named, how: How): readonly Forgetting[] {
  const proposed = read.list(proposal, { where: 'shownAs = ?', with: [copiedTo.record] }, 'home')
  const pieces = proposed.flatMap(one =>
    one.of && one.piece ? [{ type: one.of, record: one.piece, ...how, copiedTo }] : [],
  )
  // An erased record has no ticket.
  const tickets =
    how.field === undefined && how.past !== true
      ? proposed.flatMap(one => codesOf(read, one.id))
      : []
  const fields = how.field === undefined ? HEAD : HEAD.filter(name => name === how.field)
  const heads = harvestsFor(read, copiedTo.record).flatMap(one =>
    fields.map(field => ({ type: harvest.name, record: one.id, ...how, field, copiedTo })),
  )
  return [...pieces, ...tickets, ...heads]
}

/** The fields that a meeting takes from its harvest. */
const HEAD: readonly string[] = ['title', 'date', 'where', 'commune', 'licence', 'author', 'url']
const harvestsFor = (read: Reader, meeting: string) =>
  read.list(harvest, { where: 'meeting = ?', with: [meeting] }, 'home')

/**
 * The address of the notes from which a record was shown, when this box has them: their raw text
 * still says it.
 */
function notesOf(read: Reader, shownAs: string): string | undefined {
  const from = read
    .list(proposal, { where: 'shownAs = ? AND harvest IS NOT NULL', with: [shownAs] }, 'home')
    .map(one => one.harvest ?? '')
  const all = [...from, ...harvestsFor(read, shownAs).map(one => one.id)]
  const notes = all.find(id => read.one(harvest, id, 'home') !== undefined)
  return notes && `/cueillette/${notes}?efface=1`
}

/**
 * The command `forgetSent`: erases a sent text that waits or was refused. A piece of notes has no
 * such command, because the notes would still name the person, without the guard (law 11): the
 * whole harvest is erased at once.
 */
const forgetSent: Command<Words> = {
  name: 'forgetSent',
  path: '/a-montrer/effacer',
  who: 'keeper',
  coded: true,
  decide: (input, read): Decision => {
    const waiting = read.one(proposal, one(input, 'id'), 'home')
    if (waiting?.sentBy !== 'visitor' && waiting?.sentBy !== 'member')
      return { refused: say('nothingThere') }
    if (waiting.state === 'shown' || waiting.shownAs !== null)
      return { refused: say('alreadyAnswered') }
    return {
      drafts: [],
      forget: wholeOf(read, waiting),
      next: '/a-montrer',
      said: say('erasedSaid'),
    }
  },
}

/**
 * The texts that were refused and never showed, 500 at most. What showed once stays: its page can
 * be put back.
 */
export const leftAside = (read: Reader): readonly RowOf<typeof proposal>[] =>
  read.list(
    proposal,
    {
      where:
        "state = 'refused' AND shownAs IS NULL AND changes IS NULL " +
        `AND sentBy IN ('visitor', 'member') AND ${OF_SHOWN_TYPE}`,
      with: [shownTypes(read)],
      order: 'id',
      limit: 500,
    },
    'home',
  )

/**
 * The command `forgetLeftAside`: erases all of them by one code. A page that shows another count is
 * an older one, and erases nothing.
 */
const forgetLeftAside: Command<Words> = {
  name: 'forgetLeftAside',
  path: '/a-montrer/effacer-tout',
  who: 'keeper',
  coded: true,
  decide: (input, read): Decision => {
    const all = leftAside(read)
    if (all.length === 0 || String(all.length) !== one(input, 'count'))
      return { refused: say('leftChanged') }
    return {
      drafts: [],
      forget: all.flatMap(left => wholeOf(read, left)),
      next: '/a-montrer',
      said: say('erasedSaid'),
    }
  },
}
