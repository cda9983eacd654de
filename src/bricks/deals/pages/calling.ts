import { type Html, html } from '../../../contract/html.ts'
import { keeperNameOf } from '../../../contract/keeper.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { ToDoReader } from '../../../contract/to-do.ts'
import { actButton } from '../../../ui/post.ts'
import { unbroken } from '../../../ui/value.ts'
import { type Call, callFor } from '../model/calling.ts'
import { isAfterIt, keptAt } from '../model/carried-late.ts'
import { noticeNow } from '../model/news.ts'
import type { WholeDeal } from '../model/read.ts'
import { driverOf } from '../model/ride-now.ts'
import { endOf, isAskedOf, isReader, speaksFor } from '../model/rules.ts'
import { carriedBy } from '../model/slips.ts'
import { quotedIn, shortOf } from './news-said.ts'
import { calledOf, type DealWords, momentFor, unlessInsult, wasMeeting } from './say.ts'
import { carried, type DealThread, isReadBy, type ThreadReader } from './view.ts'

/** A call of a thread. */
export type ThreadCall = Readonly<{ whole: WholeDeal; call: Call }>
/** Of whom it is: one line of the first page says all that somebody has to hear. */
export const calledKey = ({ call: { party, phone } }: ThreadCall): string =>
  `${party.name}, ${phone ?? ''}`

/** *Appelez Ginette, 04 77…*, in a line of the first page; over http nobody is named. */
export function callSaid(
  [first, ...others]: readonly [ThreadCall, ...ThreadCall[]],
  whom: ToDoReader,
  words: DealWords,
): string {
  if (!whom.private) return words.callSome
  const all = [first, ...others].map(one => toSay(one.whole, one.call, whom, words))
  const { party, phone } = first.call
  const what = [...new Set(all)].join(words.thenSay)
  const who = calledOf(party, words)
  return phone === undefined
    ? words.callThrough(who, keeperNameOf(whom.territory()) ?? words.theKeeper, what)
    : words.callThem(who, phone, what)
}

/** *Dites-lui que « jeudi, 8 h » est annulé*: what the one who is called has to hear. */
export function toSay(
  whole: WholeDeal,
  { party, isNotice, word, isLate, when, leavesAt, isBack, isHourAlone, held }: Call,
  who: ThreadReader | ToDoReader,
  words: DealWords,
): string {
  const { state, said, notices, row, stands } = whole
  const thing = row.mode === 'ride' ? undefined : shortOf(quotedIn(notices[0]?.title ?? ''))
  const w = words.tellHer
  const isRead = isReadBy(whole, who)
  const moment = isRead ? momentFor({ ...whole, row: { ...row, when } }, who, words) : ''
  const driver = leavesAt === undefined ? undefined : driverOf(whole)
  const isYours = driver !== undefined && isReader(driver, who)
  const agreed = isRead ? unlessInsult(stands?.when ?? null) : null
  const leaves =
    leavesAt === undefined ? undefined : w.leaves(leavesAt, isBack ? 'back' : isYours, agreed)
  if (leaves && isHourAlone && (isRead || isNotice)) return leaves
  if (isNotice) {
    const now = noticeNow(whole) === '' ? w.noticeOff : w.notice(noticeSaid(notices[0]))
    return held === null ? now : words.stillAgreed(now, isRead ? unlessInsult(held) : null)
  }
  if (state === 'fallen')
    return row.why === null && endOf(said)?.is !== 'failed' ? w.no : w.off(moment, thing)
  if (state === 'ended') return w.off(wasMeeting(whole, moment) ?? '', thing)
  if (state === 'proposed') {
    const asked = isAskedOf(whole, party) ? w.asks(moment) : w.waits(moment)
    return leaves ? [asked, leaves].join(words.thenSay) : asked
  }
  const text = isRead ? unlessInsult(word?.said ?? null) : null
  if (text) return w.word(text)
  const late = whole.parties.find(one => one.key !== party.key)
  if (isLate) return w.late(late && !isReader(late, who) ? calledOf(late, words) : undefined)
  return state === 'agreed' ? w.agreed(moment) : w.some
}
/** Of a ride its days and hours, else its sentence. */
const noticeSaid = (notice: NoticeSeen | undefined): string =>
  notice?.ride ?? quotedIn(notice?.title ?? '')

/** The same at the head of the thread, with *C’est dit*. */
export function calling(thread: DealThread): Html | false {
  const { whole, who, at, kit, words } = thread
  const call = who.private ? callFor(whole, who, thread.read) : undefined
  if (!call) return false
  const whom = calledOf(call.party, words)
  const what = toSay(whole, call, who, words)
  const keeper = keeperNameOf(kit.territory) ?? words.theKeeper
  return html`
    <div class="note">
      <p>
        ${
          call.phone === undefined
            ? `${words.callThrough(whom, keeper, what)}.`
            : words.callHere(whom, unbroken(call.phone), what)
        }
      </p>
      ${actButton(kit.form(), `${at}/dit`, {
        look: 'inline no-print',
        hidden: { ...carried(thread), noticeAs: noticeNow(whole) },
        button: words.itIsTold,
      })}
    </div>
  `
}

/** Who never came by a card reads no thread: the other one reads who carries it to them. */
export function carrying({ whole, who, kit, read, words }: DealThread): Html | false {
  const isOpen = whole.state !== 'done' && whole.state !== 'ended'
  if (!isOpen || !isReadBy(whole, who) || callFor(whole, who, read)) return false
  const lines = whole.parties
    .filter(party => !speaksFor(who, party))
    .flatMap(party => {
      const by = carriedBy(whole, party, read)
      if (by === undefined) return []
      const named = by ?? keeperNameOf(kit.territory) ?? words.theKeeper
      const name = calledOf(party, words)
      const isLate = by === null && isAfterIt(read, whole, who.today)
      const moment = momentFor(whole, who, words)
      return [
        isLate
          ? html`<p><b>${words.carriedTooLate(name, named, keptAt(read), moment)}</b></p>`
          : html`<p>${words.carriedTo(name, named)}</p>`,
      ]
    })
  return lines.length > 0 && html`${lines}`
}
