import { html } from '../../../contract/html.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { may } from '../../../contract/permission.ts'
import type { Request } from '../../../contract/request.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { unbroken } from '../../../ui/value.ts'
import { type WholeDeal, wholeOf } from '../model/read.ts'
import { speaksFor } from '../model/rules.ts'
import { DEALS } from '../model/sides.ts'
import { type DealWords, titleOf } from './say.ts'
import { threadBody } from './thread-body.ts'
import { threadOf } from './view.ts'

/**
 * One thread, for its people and those who write for them. Over http, its notice and its state
 * alone; of a keeper who reads no word of it, these and its people.
 */
const one: Page<DealWords> = {
  path: `${DEALS}/:id`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const whole = wholeOf(read, kit.request.params['id'] ?? '')
    if (!whole || !isTheirs(whole, kit.request)) return undefined
    const thread = threadOf(whole, { kit, read, words })
    const title = titleOf(whole, kit.request, words)
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet done-side">
          ${crumbs(
            [{ href: DEALS, words: kit.request.by === 'keeper' ? words.all : words.mine }],
            kit.request.lang,
          )}
          <h1${TONGUE}>${unbroken(title)}</h1>
          ${mistakeIn(kit.request)}
          ${threadBody(thread)}
        </article>
      </div>
    `
    return { title, body }
  },
}

/** Whoever makes it, wrote it down, or keeps the page. */
const isTheirs = ({ row, parties }: WholeDeal, request: Request): boolean =>
  may(request.by, 'keep') === 'yes' ||
  parties.some(party => speaksFor(request, party)) ||
  (request.me !== undefined &&
    (row.keyedBy ?? []).includes(request.me) &&
    may(request.by, 'speakFor') === 'yes')

export const onePages: readonly Page<DealWords>[] = [one]
