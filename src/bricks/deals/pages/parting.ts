import { type Html, html } from '../../../contract/html.ts'
import { actButton } from '../../../ui/post.ts'
import { FADES_MONTHS } from '../model/fading.ts'
import { isHiddenFor } from '../model/parting.ts'
import type { SaidOn } from '../model/read.ts'
import { hiddenWords, mayReport, reportOf } from '../model/reports.ts'
import { isReader, mayTalk, type Party } from '../model/rules.ts'
import { type DealThread, isReadBy, speakersIn, tokenOf } from './view.ts'

/** To end a thread, to put it off one's own list, and to tell the keeper of a word. */

/** Under the words: when they go, and the two acts that few need, folded. */
export function parting(thread: DealThread): Html | false {
  const { whole, who, words } = thread
  if (!isReadBy(whole, who)) return false
  const isOver = !mayTalk(whole.said) || whole.state === 'ended' || whole.parties.length < 2
  return html`
    <div class="part stack no-print">
      <p class="where">${words.fadesLead(FADES_MONTHS)}</p>
      ${speakersIn(thread).map(
        ({ party, place }) => html`
        ${!isOver && ending(thread, party, place)}
        ${party.ticket === undefined && who.ticket === undefined && puttingAway(thread, place)}
      `,
      )}
    </div>
  `
}

const ending = (thread: DealThread, party: Party, place: number): Html => html`
  <details>
    <summary>${forWhom(thread, party, thread.words.end)}</summary>
    <p>${thread.words.endLead}</p>
    ${actButton(tokenOf(thread, place), `${thread.at}/finir`, { button: thread.words.end })}
  </details>
`
/** Who speaks for somebody else reads for whom. */
const forWhom = ({ who, words }: DealThread, party: Party, act: string): string =>
  isReader(party, who) ? act : words.actFor(act, party.name || words.someone)

const puttingAway = (thread: DealThread, place: number): Html => {
  const { words, whole, who, at } = thread
  const isAway = isHiddenFor(whole, who)
  const act = actButton(tokenOf(thread, place), `${at}/ranger`, {
    button: isAway ? words.showAgain : words.hide,
  })
  return isAway
    ? act
    : html`
      <details>
        <summary>${words.hide}</summary>
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

const reporting = (thread: DealThread, { id, said }: SaidOn, place: number): Html => {
  const { words, at } = thread
  return html`
    <details class="no-print">
      <summary aria-label="${words.report}${words.colon}${said}">${words.report}</summary>
      <p>${words.reportLead}</p>
      ${actButton(tokenOf(thread, place), `${at}/signaler`, {
        hidden: { word: id },
        button: words.reportAct,
      })}
    </details>
  `
}
