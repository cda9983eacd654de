import { type Html, html } from '../../contract/html.ts'
import { keeperSaid } from '../../contract/keeper.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import type { Request } from '../../contract/request.ts'
import { keeperName } from '../../engine/records/fate.ts'
import { withdrawnOf } from '../../engine/records/sent.ts'
import { mayStillCorrect, type SentRecord } from '../../engine/records/sent-fate.ts'
import { hidden, post } from '../../ui/post.ts'
import { mistakeIn } from '../../ui/say.ts'
import { crumbs, reachBlock } from '../../ui/sheet.ts'
import type { PageSource } from '../pages/kit.ts'
import { plainWords } from '../records/words.ts'

/** What the pages of a ticket share, and the page by which its holder takes all back. */

/** The end of each page of a ticket: the keeper, and how they are reached. */
export function whomToAsk({ territory, request: { lang } }: Kit): Html {
  return reachBlock({ how: keeperSaid(territory, keeperName(territory, lang)) }, lang)
}

export const ticketOf = ({ path }: Request): string => path.replace(/\/[^/]*$/, '')
export const hiddenIn = (kit: Kit): Html => html`${kit.form()}${hidden({ from: kit.request.path })}`

/** Whether others wrote in it too: then what is theirs stays. */
export const isShared = (source: PageSource, read: Reader, { type, record }: SentRecord): boolean =>
  withdrawnOf({ bricks: source.bricks, read }, type.name, record) !== undefined

/** What is called off with it, which the others are told. */
export const calledOff = (
  { bricks }: PageSource,
  kit: Kit,
  read: Reader,
  { sent: { type, record }, ticket }: Readonly<{ sent: SentRecord; ticket: string }>,
): readonly string[] =>
  bricks.flatMap(
    ({ slots, words }) =>
      slots?.callsOff?.(kit, read, words[kit.request.lang], {
        type: type.name,
        id: record,
        ticket,
      }) ?? [],
  )

/** `talks`: people wrote about it, to its holder. */
type TakingBack = Readonly<{ shared: boolean; talks: boolean; off: readonly string[] }>
export function takeBackLeaf(
  kit: Kit,
  sent: SentRecord,
  { shared, talks, off }: TakingBack,
): Leaf | undefined {
  if (!mayStillCorrect(sent)) return undefined
  const w = plainWords(kit.request.lang).ticket
  const copies = sent.shownAs !== null && html`<p>${w.takeBackCopies}</p>`
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: ticketOf(kit.request), words: w.yours }], kit.request.lang)}
        <h1>${w.takeBackTitle}</h1>
        ${mistakeIn(kit.request)}
        ${off.map(sentence => html`<p><b>${sentence}</b></p>`)}
        <p>${shared ? w.takeBackSaid : w.takeBackLead}</p>
        ${!shared && talks && html`<p>${w.takeBackTalks}</p>`}
        ${copies}
        ${post(hiddenIn(kit), kit.request.path, {
          button: html`
            <button>${w.takeBackAct}</button> <a href="${ticketOf(kit.request)}">${w.keepThere}</a>
          `,
        })}
        ${whomToAsk(kit)}
      </article>
    </div>
  `
  return { title: w.takeBackTitle, body }
}
