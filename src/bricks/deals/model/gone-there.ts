import type { CommandContext } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import type { Sender } from '../../../contract/letter.ts'
import { sharedWith } from '../../../contract/letters/order.ts'
import type { Reader } from '../../../contract/reader.ts'
import { actsText, readActs } from './acts.ts'
import { type DealRow, type WholeDeal, wholeFrom } from './read.ts'
import { deal } from './records.ts'
import { AWAY, isUnderWay, type Party, SAYS } from './rules.ts'
import { slipsGone } from './slip-days.ts'
import { forgotten } from './telling.ts'
import { wordsLeftHere } from './words-left.ts'

/**
 * What goes here when the other box forgot its letters about a thread.
 *
 * Law     10: nothing of the other side stays; what was said here stays, without their name or
 *         their number.
 */

/** Everybody of this side. */
export const toldHere = (parties: readonly Party[]): readonly string[] =>
  parties.flatMap((party, place) => (party.away === undefined ? [String(place)] : []))

/**
 * The other box forgot the words that it had said; what was agreed, done and told by an older
 * letter stands. Where words alone were said, all of it is gone.
 */
export function wordsGone(read: Reader, at: CommandContext): Decision {
  const row = at.letter && sharedWith(read, deal, at.letter)
  if (!row || !at.letter) return { drafts: [] }
  if (!stillSays(read, at.letter)) return goneWith(read, at)
  // An act of this side is only named there: what it says is of here.
  const kept = (readActs(row.said) ?? []).filter(
    ({ says, yours }) => yours === true || SAYS.includes(says),
  )
  const isSame = row.said === null || row.said === actsText(kept)
  const fields = [...(isSame ? [] : (['said'] as const)), 'slips', ...proposedThere(row)] as const
  return {
    drafts: isSame ? [] : [draft(deal, row.id, { said: actsText(kept) })],
    forget: [
      ...fields
        .filter(name => row[name] !== null)
        .map(field => ({ type: deal.name, record: row.id, field, alone: true })),
      ...slipsGone(row),
    ],
  }
}
/** Whether a letter without words stands that the same box wrote of the same deal. */
const stillSays = (read: Reader, { box, about }: Pick<Sender, 'box' | 'about'>): boolean =>
  read.all(
    'SELECT 1 FROM arrival_home WHERE "from" = ? AND about = ? AND state = \'done\' ' +
      "AND command IN ('says', 'told') LIMIT 1",
    box,
    about,
  ).length > 0

/**
 * The other box forgot what it had said of a deal: so does this one, and what was still open is so
 * no more.
 */
export function goneWith(read: Reader, at: CommandContext): Decision {
  const row = at.letter && sharedWith(read, deal, at.letter)
  if (!row) return { drafts: [] }
  const whole = wholeFrom(read, row)
  const fields = goneWithThem(whole).filter(name => row[name] !== null)
  const isOpen = isUnderWay(row.state)
  const ended = isOpen ? endedThere(whole) : {}
  const untold = row.deed !== null && row.asked !== true ? { deed: null } : {}
  const news = isOpen ? { unseen: toldHere(whole.parties), lived: at.lived() } : {}
  const gone = Object.fromEntries(fields.map(field => [field, null]))
  const left = wordsLeftHere({ ...whole, row: { ...row, ...gone } }, read)
  return {
    drafts: [draft(deal, row.id, { ...ended, ...news, ...untold, ...left.moment }), ...left.drafts],
    forget: [
      ...[...fields, ...Object.keys(left.moment)].map(field => ({
        ...{ type: deal.name, record: row.id, field },
      })),
      ...left.forget,
      ...slipsGone(row),
      ...('deed' in untold ? forgotten(row.deed ?? '', read) : []),
    ],
  }
}

/** Words alone are over; what was asked is taken back, or does not happen. */
function endedThere({ row, state, notices }: WholeDeal) {
  if (state === 'talking') return { state: 'ended' } as const
  const isThere = notices.some(({ isClosed }) => !isClosed)
  const why = row.asked !== true ? 'takenBack' : isThere ? 'ended' : 'gone'
  return { state: 'fallen', why } as const
}

/**
 * What goes with the other side: their name, their words, the times and places that they proposed,
 * a sentence or a number that they asked with. A notice that went too leaves no sentence of it in a
 * thread that began by a word about it.
 */
function goneWithThem({ row, said, notices }: WholeDeal): readonly (keyof DealRow)[] {
  const all = ['guest', 'said', 'slips', 'handed', 'responses', ...proposedThere(row)] as const
  if (row.asked !== true) return [...all, 'phone', 'what']
  if (notices.length > 0) return all
  const isByWord = said.find(({ key }) => key !== AWAY)?.says === 'word'
  return [...all, 'noticeAs', ...(isByWord ? (['what'] as const) : [])]
}
/** A field keeps what stood in it before: it goes where one of its values came from there. */
function proposedThere({ asked, said }: DealRow): readonly ('when' | 'where')[] {
  const acts = (readActs(said) ?? []).filter(({ yours }) => yours !== true)
  // Who asks by a yes says the first time and place beside it.
  const isAsking = asked !== true && acts[0]?.says === 'yes'
  return (['when', 'where'] as const).filter(name => isAsking || acts.some(act => act[name]))
}
