import { type Html, html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import { reachBlock } from '../../../ui/sheet.ts'
import { keyOfNotice, type WholeDeal } from '../model/read.ts'
import { proposedOn } from '../model/ride-now.ts'
import { isCancelling, isForKeeper, isReader, isWordAlone, type Party } from '../model/rules.ts'
import { writesReach } from '../model/slips.ts'
import { calledOf } from './say.ts'
import { type DealThread, isReadBy } from './view.ts'

/**
 * *Pour se joindre*: how the others are reached, as each of them agreed to.
 *
 * Law     11: of who wrote the notice, what the notice says to everybody, and of who shows their
 *         number to everybody, that number, both once it is agreed, and still when that is called
 *         off; of who has no card, what their notice says is read while a moment is proposed too.
 *         Of who proposed, the telephone that they gave for this, once it is agreed, and until the
 *         day is past when that is called off: the other one has it, and has still to call. Of
 *         who answered a notice without a card, what they wrote to its person. The keeper who
 *         carries a word to somebody reads at once what their notice says. All of it where nobody
 *         listens. Of the own file of who never came by a card, its telephone, for the keeper who
 *         carries words to them and for their relay; nothing else of anybody's file.
 */
export function reaching(thread: DealThread): Html | false {
  const { whole, who, words } = thread
  const blocks = whole.parties
    .filter(party => !isReader(party, who))
    .flatMap(party => {
      const how = howOf(thread, party)
      const name = who.private ? calledOf(party, words) : null
      return how === undefined ? [] : [reachBlock({ who: name, how }, who.lang)]
    })
  return blocks.length > 0 && html`${blocks}`
}

function howOf({ whole, who, read }: DealThread, party: Party): string | undefined {
  const { row, state, notices, said } = whole
  if (writesReach(whole, party))
    return isReadBy(whole, who) && state !== 'ended' ? (row.reach ?? undefined) : undefined
  const own = notices.find(notice => keyOfNotice(notice) === party.key)
  // The keeper, who carries a word to who has nobody else, reads how.
  const isCarried = who.by === 'keeper' && isForKeeper(party)
  const isTheirRelay = who.by === 'relay' && isRelayOf(who.me, party, read)
  // What was agreed and is off has still to be told, by what they show to everybody.
  const last = said.findLast(one => !isWordAlone(one))
  const isOff = state === 'fallen' && last !== undefined && isCancelling(said, last)
  // Who has no card is asked by the number that their notice shows.
  if (state === 'proposed' && party.member === null && own?.reach && isReadBy(whole, who))
    return own.reach
  if (state !== 'agreed' && state !== 'done' && !isCarried && !isOff && !isTheirRelay)
    return undefined
  if (own?.reach) return own.reach
  if (!isReadBy(whole, who)) return undefined
  const isProposer =
    !(isOff && isPast(whole, read, who.today)) &&
    row.asked !== true &&
    (party.away !== undefined || party.key === said[0]?.key)
  const carries = isCarried || isTheirRelay ? phoneKept(party, read) : undefined
  const shown = party.member === null ? undefined : read.published.usualWay?.(party.member)?.phone
  return (isProposer ? row.phone : null) ?? shown ?? carries
}
/** Whether each day of what is off is past. */
function isPast(whole: WholeDeal, read: Reader, today: string): boolean {
  const said = { when: whole.row.when ?? '', on: proposedOn(whole) }
  const days = read.published.momentDays?.(said) ?? []
  return days.length > 0 && days.every(day => day < today)
}
/** Through whom a member without a screen is reached: a relay who only wrote for them is not. */
const isRelayOf = (me: string | undefined, { noScreen, member }: Party, read: Reader): boolean =>
  noScreen === true &&
  member !== null &&
  me !== undefined &&
  read.published.relaysFor?.([member]).get(member)?.member === me
const phoneKept = ({ member }: Party, read: Reader): string | undefined =>
  member === null ? undefined : read.published.memberPhone?.(member)
