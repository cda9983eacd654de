import { type Html, html } from '../../../contract/html.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import { capital } from '../../../text/capital.ts'
import { phonesIn } from '../../../text/phone.ts'
import { dotted, POINT } from '../../../ui/board.ts'
import { sayRideNow } from '../../../ui/ride-now.ts'
import { saidWord } from '../../../ui/said-word.ts'
import { fieldList } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { unbroken } from '../../../ui/value.ts'
import { noticeHeld } from '../model/closed-too.ts'
import { keyOfNotice, type WholeDeal } from '../model/read.ts'
import { fullIn, overFor } from '../model/ride-full.ts'
import { isAskedToDrive, rideNowOf } from '../model/ride-now.ts'
import { isReader } from '../model/rules.ts'
import { isTakenFor } from '../model/threads.ts'
import { atTheirs, calledOf, type DealWords, titleOf, unlessInsult } from './say.ts'
import type { DealThread, ThreadReader } from './view.ts'

/** What stands in a thread: its moment, its people and its notices. */

export const noticeLinks = (thread: DealThread): Html =>
  html`${linked(thread).map(one => html`<p>${noticeLink(one, thread)}</p>`)}`
/** The ticket of a notice leads to it once, above its threads. */
const linked = ({ whole, who }: DealThread): readonly NoticeSeen[] => {
  const held = noticeHeld(whole, who)
  return whole.notices.filter(one => one !== held)
}
/** A title that heads the page is not said again. */
function noticeLink({ id, title }: NoticeSeen, { whole, who, words }: DealThread): Html {
  const isHeading = title === titleOf(whole, who, words)
  return html`
    <a href="/annonces/${id}"${!isHeading && TONGUE}>
      ${isHeading ? words.seeNotice : unbroken(title)}
    </a>
  `
}

/** Who asks what goes once reads that it is agreed with somebody else; its giver knows. */
const isReservedElsewhere = ({ whole, who, read }: DealThread): boolean =>
  (whole.state === 'talking' || whole.state === 'proposed') &&
  whole.parties.some(party => isReader(party, who)) &&
  whole.notices.some(notice =>
    whole.parties.every(party => !isReader(party, who) || party.key !== keyOfNotice(notice)),
  ) &&
  isTakenFor(read, whole)

export function whatIsSaid(thread: DealThread, isRead: boolean): Html {
  const { whole, who, read, words } = thread
  const { row, parties, notices } = whole
  const agreed = isRead ? unlessInsult(whole.stands?.when ?? null) : null
  const isStanding = whole.state === 'proposed' || whole.state === 'agreed'
  const when = isRead && isStanding ? [row.when, row.where].filter(one => one !== null) : []
  const ride = when.length > 0 ? rideNowOf(read, whole, who.today) : undefined
  // Whoever drives it is asked: nobody else is to be.
  const isDriver = ride?.isOver && isAskedToDrive(read, whole, who)
  const now = isDriver ? [] : sayRideNow(ride, who)
  const mine = parties.some(party => isReader(party, who))
  const others = parties.filter(party => !isReader(party, who))
  const names = words.and(others.map(party => calledOf(party, words)))
  const links = linked(thread).map(one => {
    const isNamed = one.title !== titleOf(whole, who, words)
    // On paper, an act alone leads nowhere.
    const look = !isNamed && html` class="no-print"`
    return html`<span${look}>${POINT}${noticeLink(one, thread)}</span>`
  })
  const isGone = notices.length === 0 && (row.about ?? []).length > 0 && row.box === null
  return html`
    ${
      when.length > 0 &&
      momentLine(
        when.map(one => atTheirs(one, whole, who, words)),
        who,
      )
    }
    ${agreed && now.length === 0 && html`<p>${unbroken(words.insteadOf(agreed))}</p>`}
    ${now.length > 0 && html`<p><b>${now.map(one => `${one}${words.stop}`).join(' ')}</b></p>`}
    ${when.length > 0 && fullLine(thread)}
    ${isReservedElsewhere(thread) && html`<p><b>${words.reservedElsewhere}</b></p>`}
    <p class="where">
      ${mine ? withSaid(names, row, words) : names}
      ${links}
      ${isGone && html`${POINT}${words.noticeOff}`}
    </p>
    ${
      others.some(({ ticket }) => ticket !== undefined) &&
      html`<p class="where">${hasNumber(thread) ? words.numberUnchecked : words.nameUnchecked}</p>`
    }
    ${
      isRead &&
      fieldList([
        { label: words.wentWith, value: row.asked === true && whatWent(row, words) },
        { label: words.theirPhone, value: row.box !== null && row.asked !== true && row.phone },
      ])
    }
  `
}

/** *Avec Rosa*, to one of its people; where nobody else is left in it, how they left. */
const withSaid = (names: string, { why }: WholeDeal['row'], words: DealWords): string =>
  names === ''
    ? words.nobodyLeft[why === 'ended' ? 'ended' : 'takenBack']
    : capital(words.withWhom(names))

/** A number stands in it that somebody without a card typed: it may be another person's. */
const hasNumber = ({ whole: { row, state }, who }: DealThread): boolean =>
  who.private && state !== 'ended' && row.visitor !== null && phonesIn(row.reach ?? '').length > 0

/** When and where; folded as a word is, where it holds an insult. */
const momentLine = (when: readonly string[], { lang }: ThreadReader): Html =>
  unlessInsult(when.join(' ')) === null
    ? saidWord(when.join(', '), lang)
    : html`<p><b${TONGUE}>${dotted(when.map(unbroken))}</b></p>`

/**
 * That others have the seats which are asked for: said before the driver answers. Once it is agreed
 * all the same, the driver reads how many they are.
 */
function fullLine({ whole, who, read, words }: DealThread): Html | false {
  const over = overFor(read, whole, who)
  if (over) return html`<p><b>${words.overSaid(over.taken, over.all)}</b></p>`
  const full = fullIn(read, whole)
  return full !== undefined && html`<p><b>${words.fullThen[full]}</b></p>`
}

const whatWent = ({ named, phone }: WholeDeal['row'], words: DealWords): string => {
  const all = [...(named === true ? [words.itsName] : []), ...(phone === null ? [] : [phone])]
  return all.length > 0 ? words.and(all) : words.nothingWent
}
