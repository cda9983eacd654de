import { type Html, html } from '../../../contract/html.ts'
import type { PageContext } from '../../../contract/page.ts'
import { groupsBySource, type SubmissionOrigin } from '../../../contract/submission-groups.ts'
import { isInsulting } from '../../../text/guard/insults.ts'
import { notices } from '../../../ui/board.ts'
import { actButton, hidden, putAside } from '../../../ui/post.ts'
import { memberOf, signedOf, type WordRow } from '../model/read.ts'
import type { fr } from '../words/fr.ts'
import { LIST, type OnWords } from './pages-slips.ts'

/** Words that whoever hands them over puts aside, and takes up again. */

type On = PageContext<typeof fr>

/** What came from one hand, where that is much: put aside by one act. */
export function floods(waiting: readonly WordRow[], on: OnWords): Html {
  const { kit, read, words } = on
  const handOf = ({ id, writer }: WordRow): SubmissionOrigin | undefined =>
    writer === null ? kit.sentFrom?.(id) : { is: 'card', who: writer }
  const token = html`${kit.form()}${hidden({ from: LIST })}`
  const groups = groupsBySource(waiting, handOf, ({ sender }) => sender ?? '')
  return html`${groups.map(({ hand, all }) => {
    const card = hand.is === 'card' ? memberOf(read, hand.who)?.name : undefined
    const title = words.flood(
      all.length,
      hand.is === 'card'
        ? words.floodCard(card ?? null)
        : hand.is === 'here'
          ? words.floodHere(hand.who)
          : words.floodDevice,
    )
    // At the box's own computer people take turns: nothing is ticked for the reader.
    const isHere = hand.is === 'here'
    const each = all.map(row => ({ id: row.id, title: titleOf(row, on), isOn: !isHere }))
    return putAside({
      action: `${LIST}/ecarter`,
      token,
      title,
      lead: isHere ? words.floodLeadHere : words.floodLead,
      each,
      button: words.floodAct,
    })
  })}`
}

/** *Pour Denise, de la part de Nadia. À demain !* */
function titleOf(row: WordRow, { read, words, apart }: OnWords): string {
  const { insultHere, relayReads } = words.handing
  const plain = isInsulting(row.said ?? '') ? insultHere : row.said
  const said = apart.has(row.id) ? relayReads : plain
  return `${words.slipLine(row.forWhom ?? '', signedOf(row, read, words))}. ${said}`
}

/** What was put aside, each time whose it is and its way back. */
export function asides(all: readonly WordRow[], { kit, read, words }: On): Html | false {
  const put = all.filter(row => row.handedOn === null && row.aside !== null)
  const groups = [...Map.groupBy(put, row => row.aside ?? '')]
  // Nobody has to read again what they did not want to carry.
  const lines = (some: readonly WordRow[]): readonly Html[] =>
    some.map(row => html`<p>${words.slipLine(row.forWhom ?? '', signedOf(row, read, words))}</p>`)
  const whose = (some: readonly WordRow[]): Html =>
    some.length > MOST_NAMED
      ? html`<details><summary>${words.asideOf(some.length)}</summary>${lines(some)}</details>`
      : html`${lines(some)}`
  const back = (aside: string, some: readonly WordRow[]) =>
    html`
      <li>
        ${whose(some)}
        ${actButton(kit.form(), `${LIST}/reprendre`, {
          hidden: { from: LIST, aside },
          button: words.takeUp,
        })}
      </li>
    `
  return (
    groups.length > 0 &&
    html`<h2>${words.asideTitle}</h2>${notices(groups.map(([aside, some]) => back(aside, some)))}`
  )
}

const MOST_NAMED = 3
