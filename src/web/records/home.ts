import type { Brick } from '../../contract/brick.ts'
import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { harvest } from '../../contract/records/own-records.ts'
import type { DoneLine, HomeSection, TodayPiece } from '../../contract/slots.ts'
import type { Lang } from '../../core/lang.ts'
import { TICKET } from '../../engine/records/sent.ts'
import { onDay } from '../../text/days.ts'
import { board, homeLinks, notices, opening, section, todayLine } from '../../ui/board.ts'
import { said } from '../../ui/say.ts'
import { inTongue, within } from '../../ui/tongue.ts'
import { waitsList } from '../../ui/waits.ts'
import { uiWords } from '../../ui/words.ts'
import { isServed } from '../pages/respond.ts'
import { webWords } from '../words.ts'
import { plainWords } from './words.ts'

const MOST_DONE = 4

/** Who sent something has a code: a page that is long is not to be walked down for it. */
const ticketLine = (lang: Lang): Html => html`
  <p class="today no-print">
    ${uiWords(lang).haveCode} <a href="${TICKET}">${uiWords(lang).myTicket}</a>
  </p>
`

/** The first page, made of the bricks’ slots. An empty part is left out. */
export const homeOf = (bricks: readonly Brick[]) => ({
  path: '/',
  show: (kit: Kit, read: Reader): Leaf => {
    const w = webWords(kit.request.lang)
    const { territory } = kit
    const today: readonly TodayPiece[] = bricks.flatMap(brick =>
      kit.piece(
        `today ${brick.name}`,
        common => brick.slots?.today?.(common, read, brick.words[kit.request.lang]) ?? [],
      ),
    )
    const gates = bricks.flatMap(brick => brick.slots?.doors?.(brick.words[kit.request.lang]) ?? [])
    const told = bricks.flatMap(brick =>
      kit.piece(
        `home ${brick.name}`,
        common => brick.slots?.home?.(common, read, brick.words[kit.request.lang]) ?? [],
      ),
    )
    const sections = [...told, ...doneSection(kit, new Set(told.flatMap(one => one.tells ?? [])))]
    const top = sections.filter(one => one.row === 'board').sort(byOrder)
    const low = sections.filter(one => one.row === 'low').sort(byOrder)
    // A page that never had notes tells its keeper where they go.
    const isNew =
      kit.request.by === 'keeper' &&
      isServed(bricks, '/cueillette') &&
      read.count(harvest, {}, 'home') === 0
    const back =
      isNew &&
      html`
        <div class="note no-print">
          <p>
            <b>${plainWords(kit.request.lang).backFromMeeting}</b> <a
              href="/cueillette">${plainWords(kit.request.lang).pasteNotes}</a>
          </p>
        </div>
      `
    const body = html`
      ${said(kit.request.said)}
      ${back}
      ${opening({
        heading: territory?.heading ? inTongue(territory.heading, kit.request.lang) : w.heading,
        waits: waitsList(
          kit.waits().filter(({ isTold }) => !isTold),
          { lang: kit.request.lang, token: kit.form(), page: '/' },
        ),
        today: html`
          ${todayLine(kit.request.today, kit.request.lang, today)}
          ${kit.request.by === 'visitor' && ticketLine(kit.request.lang)}
        `,
        doors: homeLinks(gates),
      })}
      ${
        top.length > 0
          ? board(top)
          : gates.length > 0 && html`<p class="empty">${plainWords(kit.request.lang).firstLine}</p>`
      }
      ${
        low.length > 0 &&
        html`
          <div class="board low">
            ${low.map(one =>
              section({
                side: one.side,
                title: one.title,
                ...(one.more ? { more: one.more } : {}),
                body: one.body,
              }),
            )}
          </div>
        `
      }
    `
    return { title: territory?.name ?? w.defaultName, body }
  },
})

const byOrder = (a: HomeSection, b: HomeSection): number => a.order - b.order

/** *Ça s'est fait*, newest first, from every brick, but what another section tells. */
function doneSection(kit: Kit, told: ReadonlySet<string>): readonly HomeSection[] {
  const newest = kit
    .piece('done', common => common.done())
    .filter(line => line.href === undefined || !told.has(line.href))
    .slice(0, MOST_DONE)
  if (newest.length === 0) return []
  const titled = ({ title, said = [title] }: DoneLine): Html =>
    within(title, said, kit.request.lang)
  const isByCard = ({ href = '' }: DoneLine): boolean => kit.isByCard(href.split('/').at(-1) ?? '')
  const items = newest.map(
    line =>
      html`
        <li${isByCard(line) && html` class="no-print"`}>
          <h3>${line.href ? html`<a href="${line.href}">${titled(line)}</a>` : titled(line)}</h3>
          <p class="where">
            ${
              line.where === ''
                ? onDay(line.day, kit.request.lang, kit.request.today)
                : within(line.where, line.said ?? [], kit.request.lang)
            }
          </p>
        </li>
      `,
  )
  return [
    {
      order: 10,
      row: 'low',
      side: 'done',
      title: webWords(kit.request.lang).done,
      body: notices(items),
    },
  ]
}
