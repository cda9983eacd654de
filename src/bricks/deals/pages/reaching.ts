import { type Html, html } from '../../../contract/html.ts'
import { reachBlock } from '../../../ui/sheet.ts'
import { keyOfNotice } from '../model/read.ts'
import { isForKeeper, isReader, type Party } from '../model/rules.ts'
import { writesReach } from '../model/slips.ts'
import { calledOf } from './say.ts'
import { type DealThread, isReadBy } from './view.ts'

/**
 * *Pour se joindre*: how the others are reached, as each of them agreed to.
 *
 * Law     11: of who wrote the notice, what the notice says to everybody, and of who shows their
 *         number to everybody, that number, both once it is agreed; of who proposed, the telephone
 *         that they gave for this, once it is agreed too. Of who answered a notice without a card,
 *         what they wrote to its person. The keeper who carries a word to somebody reads at once
 *         what their notice says. All of it where nobody listens; nothing else of anybody's
 *         own file.
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
  if (state !== 'agreed' && state !== 'done' && !isCarried) return undefined
  if (own?.reach) return own.reach
  if (!isReadBy(whole, who)) return undefined
  const isProposer = row.asked !== true && (party.away !== undefined || party.key === said[0]?.key)
  const shown = party.member === null ? undefined : read.published.usualWay?.(party.member)?.phone
  return (isProposer ? row.phone : null) ?? shown
}
