import { type Html, html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { sayTime } from '../../../text/days.ts'
import { actButton, post } from '../../../ui/post.ts'
import { sayRideNow } from '../../../ui/ride-now.ts'
import type { WholeDeal } from '../model/read.ts'
import { driverOf, isAskedToDrive, rideNowOf } from '../model/ride-now.ts'
import { calledOf, type DealWords, unlessInsult } from './say.ts'
import { answerToken, type DealThread, isReadBy, tokenOf } from './view.ts'

/** *Karim compte sur vous (« jeudi 10 ») : le trajet se fait-il encore ?* */
export function rideAskedSaid(
  whole: WholeDeal,
  who: Pick<Request, 'lang' | 'today'>,
  read: Reader,
  words: DealWords,
): string {
  const driver = driverOf(whole)
  const others = whole.parties.filter(({ key }) => key !== driver?.key)
  const names = words.and(others.map(party => calledOf(party, words)))
  return words.rideAsked(names, whenNow(whole, who, read, words))
}

/** What was agreed, with the hour at which the ride leaves by now, where that is another one. */
function whenNow(
  whole: WholeDeal,
  { lang, today }: Pick<Request, 'lang' | 'today'>,
  read: Reader,
  words: DealWords,
): string | null {
  const when = unlessInsult(whole.row.when)
  const at = rideNowOf(read, whole, today)?.at ?? null
  return when === null || at === null ? when : words.leavesAt(when, sayTime(at, lang))
}

/** What the ride of a thread says now, for a list: of its driver, what they are asked. */
export const rideLines = (
  whole: WholeDeal,
  request: Request,
  read: Reader,
  words: DealWords,
): readonly string[] =>
  isAskedToDrive(read, whole, request)
    ? [rideAskedSaid(whole, request, read, words)]
    : sayRideNow(rideNowOf(read, whole, request.today), request)

/**
 * *Se fait-il encore ?*: asked of the driver whose notice is closed, or rests on the day that was
 * agreed. Yes is a word, which the other reads; no calls it off.
 */
export function rideAsked(thread: DealThread): Html | false {
  const { whole, who, at, read, words } = thread
  if (!isReadBy(whole, who) || !isAskedToDrive(read, whole, who)) return false
  const driver = driverOf(whole)
  const place = whole.parties.findIndex(({ key }) => key === driver?.key)
  const when = whenNow(whole, who, read, words)
  const token = tokenOf(thread, place)
  return html`
    <div class="note no-print">
      <p><b>${rideAskedSaid(whole, who, read, words)}</b></p>
      <div class="acts">
        ${post(token, `${at}/mot`, {
          look: 'inline',
          hidden: { said: words.rideStands(when) },
          button: html`<button class="button">${words.rideYes}</button>`,
        })}
        ${actButton(answerToken(thread, place), `${at}/repondre`, {
          look: 'inline',
          hidden: { says: 'not' },
          button: words.rideNo,
        })}
      </div>
    </div>
  `
}
