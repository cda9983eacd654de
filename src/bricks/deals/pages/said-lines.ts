import { type Html, html } from '../../../contract/html.ts'
import type { SlipHanded } from '../../../contract/published.ts'
import { onDay } from '../../../text/days.ts'
import { saidWord } from '../../../ui/said-word.ts'
import { memberKnown, type SaidOn } from '../model/read.ts'
import { isReader, takesMoveBack } from '../model/rules.ts'
import { onTheWay } from '../model/saying.ts'
import { handedIn } from '../model/slips.ts'
import { hiddenSaid, underWord } from './parting.ts'
import { calledOf, whoSays } from './say.ts'
import type { DealThread } from './view.ts'

/** What was said in a thread, the oldest first: words, and what moved the arrangement. */
export function saidLines(thread: DealThread): Html | false {
  const { whole, words, read } = thread
  const handed = handedIn(whole, read)
  const carried = new Set(onTheWay(whole).map(({ id }) => id))
  const line = (one: SaidOn): Html => {
    const act = actLine(thread, one)
    const text = one.says === 'word' ? wordOf(thread, one) : undefined
    const to = handed.get(one.id)
    return html`
      <li>
        <p class="where">${act}${keyedLine(thread, one)}${text === undefined && words.stop}</p>
        ${text}
        ${to && html`<p class="where">${handedLine(thread, one, to)}</p>`}
        ${carried.has(one.id) && html`<p class="where">${words.carried}</p>`}
        ${one.says === 'word' && underWord(thread, one)}
      </li>
    `
  }
  // What the keeper is told stands under its word.
  const lines = whole.said.filter(({ says }) => says !== 'insult')
  return (
    lines.length > 0 &&
    html`
      <div class="part stack">
        <h2>${words.steps}</h2>
        <ol class="history thread">${lines.map(line)}</ol>
      </div>
    `
  )
}

/** What a word says; one that the keeper hid says that it is hidden. */
function wordOf(thread: DealThread, word: SaidOn): Html {
  const hidden = hiddenSaid(thread, word)
  return hidden === undefined ? saidWord(word.said, thread.who.lang) : html`<p>${hidden}</p>`
}

function actLine({ whole, who, words }: DealThread, one: SaidOn): string {
  const party = whole.parties.find(({ key }) => key === one.key)
  const day = onDay(one.on ?? '', who.lang, who.today)
  const says = saysAs(whole, one)
  const what = words.meeting(one.when ?? null, one.where ?? null)
  if (party && isReader(party, who))
    return one.undid ? words.stepYouBack[one.undid](day) : words.stepYou[says](day, what)
  // Before a day no comma stands twice: *Lucie, de Sail, le 5 décembre*.
  const name = party ? (says === 'word' ? calledOf : whoSays)(party, words) : words.someone
  return one.undid ? words.stepBack[one.undid](name, day) : words.step[says](name, day, what)
}

/** The first yes is the proposal itself; a no to *c'est fait* says that it is not done yet. */
function saysAs(
  { said, parties }: Pick<DealThread['whole'], 'said' | 'parties'>,
  one: SaidOn,
): SaidOn['says'] | 'proposed' | 'notYet' | 'stays' {
  if (one === said[0] && one.says === 'yes') return 'proposed'
  const earlier = said.slice(0, said.indexOf(one))
  if (one.says === 'no' && takesMoveBack(parties, earlier, one)) return 'stays'
  const before = earlier.findLast(({ says }) => MOVES.has(says))
  return one.says === 'not' && before?.says === 'done' ? 'notYet' : one.says
}
const MOVES: ReadonlySet<string> = new Set(['yes', 'other', 'propose', 'no', 'done', 'not'])

/** Who wrote it down for them. */
const keyedLine = ({ read, words }: DealThread, { saidBy, keyedBy }: SaidOn): string | false =>
  saidBy === 'relay'
    ? words.keyedBy(memberKnown(read, keyedBy ?? '')?.name || words.someone)
    : saidBy === 'keeper' && words.keyedByKeeper

/** *Remis à Rosa par Anaïs, mardi*. */
function handedLine(
  { whole, who, words }: DealThread,
  { key }: SaidOn,
  { on, by, isRead }: SlipHanded,
): string {
  const to = whole.parties.find(party => party.key !== key)
  if (isRead) return words.readOn(onDay(on, who.lang, who.today))
  return words.handedTo(
    to ? calledOf(to, words) : words.someone,
    by,
    onDay(on, who.lang, who.today),
  )
}
