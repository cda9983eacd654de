import { type Html, html } from '../../../contract/html.ts'
import { actButton } from '../../../ui/post.ts'
import { FADES_MONTHS } from '../model/fading.ts'
import { isHiddenFor } from '../model/parting.ts'
import type { SaidOn } from '../model/read.ts'
import { hiddenWords, mayReport, reportOf } from '../model/reports.ts'
import { isReader, mayTalk, type Party } from '../model/rules.ts'
import { type DealWords, unlessInsult } from './say.ts'
import { type DealThread, isByNotice, isReadBy, named, speakersIn, tokenOf } from './view.ts'

/** To end a thread, to put it off one's own list, and to tell the keeper of a word. */

/** Under the words: when they go, and the two acts that few need, folded. */
export function parting(thread: DealThread): Html | false {
  const { whole, who, words } = thread
  if (!isReadBy(whole, who)) return false
  const isOver = !mayTalk(whole.said) || whole.state === 'ended' || whole.parties.length < 2
  return html`
    <div class="part stack no-print">
      ${!isByNotice(who, whole) && fading(words)}
      ${speakersIn(thread).map(
        ({ party, place }) => html`
        ${!isOver && ending(thread, party, place)}
        ${isAside(party, who) && puttingAway(thread, party, place)}
      `,
      )}
    </div>
  `
}

/** When the words go. On the ticket of a notice it is said once, under its threads. */
export const fading = (words: DealWords): Html =>
  html`<p class="where">${words.fadesLead(FADES_MONTHS)}</p>`

/** Who reads by a ticket has no list from which to put a thread away. */
const isAside = (party: Party, who: DealThread['who']): boolean =>
  party.ticket === undefined && who.ticket === undefined

const ending = (thread: DealThread, party: Party, place: number): Html => html`
  <details>
    <summary>${forWhom(thread, party, thread.words.end)}</summary>
    <p>${thread.words.endLead}</p>
    ${actButton(tokenOf(thread, place), `${thread.at}/finir`, {
      button: html`
        <button${named(thread.words.end, { ...thread, party })}>${thread.words.end}</button>
      `,
    })}
  </details>
`
/** Who speaks for somebody else reads for whom. */
const forWhom = ({ who, words }: DealThread, party: Party, act: string): string =>
  isReader(party, who) ? act : words.actFor(act, party.name || words.someone)

const puttingAway = (thread: DealThread, party: Party, place: number): Html => {
  const { words, whole, who, at } = thread
  const isAway = isHiddenFor(whole, who)
  const label = isAway ? words.showAgain : words.hide
  const act = actButton(tokenOf(thread, place), `${at}/ranger`, {
    button: html`<button${named(label, { ...thread, party })}>${label}</button>`,
  })
  return isAway
    ? act
    : html`
      <details>
        <summary>${forWhom(thread, party, words.hide)}</summary>
        <p>${words.hideLead}</p>
        ${act}
      </details>
    `
}

/** What stands under a word: that it is hidden, or was read by the keeper; else, to tell it. */
export function underWord(thread: DealThread, word: SaidOn): Html | false {
  const { whole, who, words } = thread
  const report = reportOf(whole, word.id)
  if (report && speaks(thread, report.key))
    return (
      report.judged !== 'hidden' &&
      html`<p class="where">${report.judged === 'stands' ? words.stands : words.reported}</p>`
    )
  if (report || !mayReport(whole, word, who)) return false
  return html`${speakersIn(thread)
    .filter(({ party }) => party.key !== word.key)
    .slice(0, 1)
    .map(({ place }) => reporting(thread, word, place))}`
}

/** What a hidden word says in its place, to who said it and to who got it. */
export const hiddenSaid = (thread: DealThread, word: SaidOn): string | undefined =>
  hiddenWords(thread.whole).has(word.id)
    ? speaks(thread, word.key)
      ? thread.words.hiddenYours
      : thread.words.hiddenWord
    : undefined

const speaks = (thread: DealThread, of: string): boolean =>
  speakersIn(thread).some(({ party }) => party.key === of)

/** Which word it is about, to who hears the page; an insult is not read aloud. */
const labelOf = ({ report, colon, reportsInsult }: DealWords, said: string | null = null): string =>
  `${report}${colon}${unlessInsult(said) ?? reportsInsult}`

const reporting = (thread: DealThread, { id, said }: SaidOn, place: number): Html => {
  const { words, at } = thread
  return html`
    <details class="no-print">
      <summary aria-label="${labelOf(words, said)}">${words.report}</summary>
      <p>${words.reportLead}</p>
      ${actButton(tokenOf(thread, place), `${at}/signaler`, {
        hidden: { word: id },
        button: words.reportAct,
      })}
    </details>
  `
}
