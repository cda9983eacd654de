import { type Html, html } from '../../../contract/html.ts'
import { onDay } from '../../../text/days.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { memberKnown, type SaidOn } from '../model/read.ts'
import { hiddenWords } from '../model/reports.ts'
import { handedIn } from '../model/slips.ts'
import { whoSays } from './say.ts'
import { type DealThread, isReader } from './view.ts'

/** What was said in a thread, the oldest first: words, and what moved the arrangement. */
export function saidLines(thread: DealThread): Html | false {
  const { whole, words, read } = thread
  const handed = handedIn(whole, read)
  const line = (one: SaidOn): Html => {
    const act = actLine(thread, one)
    const text = one.says === 'word' ? wordOf(one, thread) : undefined
    const to = handed.get(one.id)
    return html`
      <li>
        <p class="where">${act}${keyedLine(thread, one)}${text === undefined && words.stop}</p>
        ${text}
        ${to && html`<p class="where">${handedLine(thread, one, to)}</p>`}
      </li>
    `
  }
  return (
    whole.said.length > 0 &&
    html`
      <div class="part stack">
        <h2>${words.steps}</h2>
        <ol class="history thread">${whole.said.map(line)}</ol>
      </div>
    `
  )
}

/** What a word says; one that the keeper hid says that it is hidden. */
const wordOf = ({ id, said }: SaidOn, { whole, words }: DealThread): Html =>
  hiddenWords(whole).has(id)
    ? html`<p>${words.hiddenWord}</p>`
    : html`<blockquote${TONGUE}><p class="said-word">${said}</p></blockquote>`

function actLine({ whole, who, words }: DealThread, one: SaidOn): string {
  const party = whole.parties.find(({ key }) => key === one.key)
  const day = onDay(one.on ?? '', who.lang, who.today)
  // The first yes is the proposal itself.
  const says = one === whole.said[0] && one.says === 'yes' ? 'proposed' : one.says
  const what = words.meeting(one.when ?? null, one.where ?? null)
  if (party && isReader(party, who))
    return one.undid ? words.stepYouBack[one.undid](day) : words.stepYou[says](day, what)
  const name = party ? whoSays(party, words) : words.someone
  return one.undid ? words.stepBack[one.undid](name, day) : words.step[says](name, day, what)
}

/** Who wrote it down for them. */
const keyedLine = ({ read, words }: DealThread, { saidBy, keyedBy }: SaidOn): string | false =>
  saidBy === 'relay'
    ? words.keyedBy(memberKnown(read, keyedBy ?? '')?.name || words.someone)
    : saidBy === 'keeper' && words.keyedByKeeper

/** *Remis à Rosa par Anaïs, mardi*. */
function handedLine(
  { whole, who, words }: DealThread,
  { key }: SaidOn,
  { on, by }: Readonly<{ on: string; by: string | null }>,
): string {
  const to = whole.parties.find(party => party.key !== key)
  return words.handedTo(to?.name || words.someone, by, onDay(on, who.lang, who.today))
}
