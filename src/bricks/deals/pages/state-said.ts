import { onDay } from '../../../text/days.ts'
import { newsFor } from '../model/news.ts'
import { isPartAgreed } from '../model/part-judged.ts'
import type { SaidOn, WholeDeal } from '../model/read.ts'
import { isNotThisTime } from '../model/ready-word.ts'
import { endOf, isReader, isWordAlone, saysDone } from '../model/rules.ts'
import { type DealWords, endSaid, unlessInsult, waitedSaid, wasMeeting, whoSays } from './say.ts'
import { isReadBy, type ThreadReader } from './view.ts'

/** Where a thread stands, in one line at its head. */

export function stateOf(whole: WholeDeal, request: ThreadReader, words: DealWords): string {
  const { row, state } = whole
  const takes = whole.takes !== undefined
  if (state === 'fallen')
    return [
      endSaid(whole, request, words),
      takes && words.part.stays,
      offSaid(whole, request, words),
    ]
      .filter(Boolean)
      .join(' ')
  if (state === 'talking' && takes)
    return isPartAgreed(whole) ? words.part.agreed : words.part.talking
  const no = state === 'talking' ? whole.said.findLast(isWordAlone) : undefined
  if (no && isNotThisTime(no)) return notThisTimeSaid(whole, no, request, words)
  if (state === 'talking' && whole.isDeclined) return words.part.notCounted
  if (state === 'done' && row.doneOn) {
    const day = onDay(row.doneOn, request.lang, request.today)
    const left = whole.parties.filter(({ key }) => !saysDone(whole.said, key))
    if (left.length === 0) return words.doneOn(day)
    const isMe = left.some(party => isReader(party, request))
    return words.saidDoneOn(day, isMe, request.private ? left.map(one => whoSays(one, words)) : [])
  }
  if (row.why === 'refused') return words.part.refused
  if (state === 'ended' && row.why === 'takenBack')
    return `${words.statesOne.ended} ${offSaid(whole, request, words) || words.agreedIsOff}`
  const when = unlessInsult(whole.row.when)
  const fallen = state === 'ended' && isReadBy(whole, request) && wasMeeting(whole, when)
  if (fallen) return `${words.statesOne.ended} ${words.meetingFalls(fallen)}`
  return waitedSaid(whole, request, words) ?? words.statesOne[state]
}

/** *Mathieu ne peut pas, cette fois*, where nothing was proposed. */
function notThisTimeSaid(
  { parties }: WholeDeal,
  { key }: SaidOn,
  who: ThreadReader,
  words: DealWords,
): string {
  const party = parties.find(one => one.key === key)
  if (!party || !who.private) return words.ends.refused
  return isReader(party, who) ? words.endsYou.refused : words.endsBy.refused(whoSays(party, words))
}

/** *« Jeudi 3 décembre » n’a plus lieu*, once the line of what is new says it no more. */
function offSaid(whole: WholeDeal, who: ThreadReader, words: DealWords): string {
  const isOff = whole.row.why === 'takenBack' || endOf(whole.said)?.is === 'failed'
  const when = isReadBy(whole, who) ? unlessInsult(whole.row.when) : null
  return isOff && when && newsFor(whole, who).length === 0 ? words.meetingFalls(when) : ''
}
