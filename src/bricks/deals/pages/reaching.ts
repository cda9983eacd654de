import { type Html, html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { hasTable } from '../../../contract/tables.ts'
import { reachBlock } from '../../../ui/sheet.ts'
import { keyOfNotice, type WholeDeal } from '../model/read.ts'
import type { Party } from '../model/rules.ts'
import { calledOf, type DealWords } from './say.ts'

/**
 * Once it is agreed: how the others are reached, and a word to each of them.
 *
 * Law     11: of who wrote the notice, what the notice says to everybody; of who proposed, the
 *         telephone that they gave for this, where nobody listens. Nothing of anybody's own file.
 */
export function reaching(
  whole: WholeDeal,
  request: Request,
  read: Reader,
  words: DealWords,
): Html | false {
  const { row, state, parties } = whole
  if (state !== 'agreed' && state !== 'done') return false
  const others = parties
    .map((party, place) => ({ party, place }))
    .filter(({ party }) => party.member === null || party.member !== request.me)
  const block = ({ party, place }: (typeof others)[number]): Html | false => {
    const how = howOf(whole, party, request)
    const canWrite = party.away === undefined && hasTable(read, 'word_home')
    const who = request.private ? calledOf(party, words) : undefined
    const word =
      canWrite &&
      html`
        <p class="acts no-print">
          <a class="button" href="/mot?arrangement=${row.id}&amp;a=${place}">
            ${who === undefined ? words.leaveWord : words.leaveWordTo(who)}
          </a>
        </p>
      `
    return (
      (how !== undefined || canWrite) &&
      html`${how !== undefined && reachBlock({ who: who ?? null, how }, request.lang)}${word}`
    )
  }
  return html`${others.map(block)}`
}

/** What the notice says to everybody; of who proposed, what they gave. */
function howOf(
  { row, parties, notices }: WholeDeal,
  party: Party,
  request: Pick<Request, 'private'>,
): string | undefined {
  const own = notices.find(notice => keyOfNotice(notice) === party.key)
  if (own) return own.reach ?? undefined
  const isProposer = row.asked !== true && (party.away !== undefined || party === parties[0])
  return isProposer && request.private ? (row.phone ?? undefined) : undefined
}
