import { type Html, html } from '../../../contract/html.ts'
import type { Reader } from '../../../contract/reader.ts'
import { actButton } from '../../../ui/post.ts'
import { PART } from '../model/part-declined.ts'
import {
  isHandedOver,
  isPartAnswered,
  noticeAgreeing,
  noticeAnswered,
  partsShown,
} from '../model/part-judged.ts'
import { keyOfNotice, type WholeDeal } from '../model/read.ts'
import { mayBeSaid } from '../model/saying.ts'
import { calledOf } from './say.ts'
import { carried, type DealThread, isReadBy, type ThreadReader } from './view.ts'

/** Whether an answer to the part is awaited, and the yes to a moment gives none. */
const isPartAwaited = ({ whole, who, read }: DealThread): boolean =>
  whole.raise === 'asked' || (!isPartAnswered(whole) && !isAgreedByYes(whole, who, read))
/** Whether the notice's person answers the part by their yes to the moment. */
export const isAgreedByYes = (whole: WholeDeal, who: ThreadReader, read: Reader): boolean => {
  const notice = isReadBy(whole, who) ? noticeAgreeing(whole, who, read) : undefined
  const own = notice && keyOfNotice(notice)
  return own !== undefined && mayBeSaid(whole, own).includes('yes')
}
/** Whether nobody waits for an answer to the part: what turns it down is nobody's first act. */
export const isPartSettled = (thread: DealThread): boolean =>
  thread.whole.takes !== undefined && !isPartAwaited(thread)

/**
 * What the person of a notice answers who takes some of it, in the thread of the two: *d'accord*,
 * until they said something, or *pas cette fois*, until *c'est fait*; of what they turned down,
 * *finalement*. Each says how much: a moment that is proposed has answers of its own.
 */
export function partAnswers(thread: DealThread): Html | false {
  const { whole, who, at, kit, read, words } = thread
  const { part, takes, asks, raise } = whole
  const notice = noticeAnswered(whole, who, read)
  if (part === undefined || !notice || notice.isClosed || !isReadBy(whole, who)) return false
  const own = keyOfNotice(notice)
  const others = whole.parties.filter(({ key }) => key !== own)
  const whose = words.and(others.map(party => calledOf(party, words)))
  const isByTicket = who.ticket !== undefined
  const shown = partsShown(read, notice, [part]).get(part)
  const act = (path: keyof typeof words.part.answers, amount = asks ?? takes): Html => {
    const label = words.part.answers[path](amount)
    return actButton(kit.form(), `${isByTicket ? at : PART}/${path}`, {
      look: 'inline no-print',
      hidden: isByTicket
        ? { ...carried(thread), part, shown }
        : { annonce: notice.id, part, thread: whole.row.id, from: at, shown },
      button: html`<button aria-label="${words.part.ofWhom(label, whose)}">${label}</button>`,
    })
  }
  const decline = (had: string): Html =>
    act('pas-cette-fois', raise === 'declined' ? had : (asks ?? had))
  const isFolded = isPartSettled(thread) && !isAgreedByYes(whole, who, read)
  return html`
    <div class="acts no-print">
      ${
        takes === undefined
          ? act('finalement')
          : html`
            ${isPartAwaited(thread) && act('d-accord')}
            ${raise === 'declined' && act('finalement')}
            ${!isHandedOver(whole) && !isFolded && decline(takes)}
          `
      }
    </div>
    ${
      takes !== undefined &&
      isFolded &&
      !isHandedOver(whole) &&
      html`
        <details class="no-print">
          <summary>${words.part.goBackOn}</summary>
          ${decline(takes)}
        </details>
      `
    }
  `
}
