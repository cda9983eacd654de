import { type Html, html } from '../../../contract/html.ts'
import type { SlipHanded } from '../../../contract/published.ts'
import { onDay } from '../../../text/days.ts'
import { saidWord } from '../../../ui/said-word.ts'
import { unbroken } from '../../../ui/value.ts'
import { memberKnown, type SaidOn } from '../model/read.ts'
import { endOf, isReader } from '../model/rules.ts'
import { onTheWay } from '../model/saying.ts'
import { handedIn } from '../model/slips.ts'
import { keepsBy } from '../model/stands.ts'
import { hiddenSaid, underWord } from './parting.ts'
import { calledOf, momentSaid, whoSays } from './say.ts'
import { type DealThread, titleIn } from './view.ts'

/** What was said in a thread, the oldest first: words, and what moved the arrangement. */
export function saidLines(thread: DealThread): Html | false {
  const { whole, words, read } = thread
  const handed = handedIn(whole, read)
  const carried = new Set(onTheWay(whole).map(({ id }) => id))
  const line = (one: SaidOn): Html => {
    const act = unbroken(actLine(thread, one))
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
  const lines = whole.said.filter(one => one.says !== 'insult' && !isSaidAgain(whole.said, one))
  return (
    lines.length > 0 &&
    html`
      <div class="part stack">
        ${titleIn(thread, words.steps)}
        <ol class="history thread">${lines.map(line)}</ol>
      </div>
    `
  )
}

/** Whether they say once more, later, that it may be told: that one line is enough. */
function isSaidAgain(said: readonly SaidOn[], { id, key, says }: SaidOn): boolean {
  const at = said.findIndex(one => one.id === id)
  const next = said.slice(at + 1).find(one => one.key === key && OF_TELLING.has(one.says))
  return says === 'tell' && next?.says === 'tell'
}
const OF_TELLING: ReadonlySet<string> = new Set(['tell', 'keep'])

/** What a word says; one that the keeper hid says that it is hidden. */
function wordOf(thread: DealThread, word: SaidOn): Html {
  const hidden = hiddenSaid(thread, word)
  return hidden === undefined ? saidWord(word.said, thread.who.lang) : html`<p>${hidden}</p>`
}

function actLine({ whole, who, words }: DealThread, one: SaidOn): string {
  const party = whole.parties.find(({ key }) => key === one.key)
  const day = onDay(one.on ?? '', who.lang, who.today)
  const says = saysAs(whole, one)
  const isSaid = momentSaid({ when: one.when ?? null, where: one.where ?? null }) !== ''
  const what = isSaid ? words.meeting(one.when ?? null, one.where ?? null) : ''
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
): SaidOn['says'] | 'notYet' | 'stays' | 'keeps' | 'takenBack' {
  if (one === said[0] && one.says === 'yes') return 'propose'
  const kept = keepsBy({ parties, said }, one)
  if (kept) return kept
  // Whoever proposed it refuses nothing.
  const isBack = endOf(said.slice(0, said.indexOf(one) + 1))?.is === 'takenBack'
  if (one.says === 'no' && isBack) return 'takenBack'
  const before = said.slice(0, said.indexOf(one)).findLast(({ says }) => MOVES.has(says))
  return one.says === 'not' && before?.says === 'done' ? 'notYet' : one.says
}
const MOVES: ReadonlySet<string> = new Set(['yes', 'other', 'propose', 'no', 'done', 'not'])

/** Who wrote it down for them. */
const keyedLine = ({ read, words }: DealThread, { saidBy, keyedBy }: SaidOn): string | false =>
  saidBy === 'relay' || saidBy === 'caller'
    ? words[saidBy === 'relay' ? 'keyedBy' : 'keyedByCaller'](
        memberKnown(read, keyedBy ?? '')?.name || words.someone,
      )
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
