import { type Html, html } from '../../../contract/html.ts'
import { keeperNameOf } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { notice } from '../../../ui/board.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { speakingField, whatBecomes } from '../../../ui/speaking.ts'
import { within } from '../../../ui/tongue.ts'
import { CONFIRM_FIELDS } from '../model/commands.ts'
import { saidOf } from '../model/read.ts'
import { accessPoint, actor, confirmation, place } from '../model/records.ts'
import { saidPart } from './parts.ts'
import { communeName, type DirectoryWords, reachOf, saidSentence } from './say.ts'

const PATH = '/a-confirmer'
const MOST = 100
const DOUBTED = { where: 'toConfirm = 1', limit: MOST } as const

type Doubted = Readonly<{ id: string; name: string | null; commune: string | null }>
const doubted = (read: Reader): readonly Doubted[] => [
  ...read.list(accessPoint, DOUBTED),
  ...read.list(place, DOUBTED),
  ...read.list(actor, DOUBTED),
]

/** Offers link here by `?annonce=ID`. */
const asked = (request: Request): string => {
  const given = request.params['id'] ?? request.query['annonce'] ?? ''
  return typeof given === 'string' ? given : (given[0] ?? '')
}

const list: Page<DirectoryWords> = {
  path: PATH,
  show: (kit, read, words): Leaf | undefined => {
    if (asked(kit.request) !== '') return tellLeaf(kit, read, words)
    const items = doubted(read).map(row => {
      const last = saidOf(read, row.id)[0]
      return notice({
        title: row.name ?? '',
        href: `${PATH}/${row.id}`,
        where: communeName(kit, row.commune),
        meets: last
          ? within(saidSentence(last, kit.request, words), last.said ?? '', kit.request.lang)
          : words.doYouKnow,
      })
    })
    const body = html`
      ${said(kit.request.said)}
      <div class="head">
        <h1>${words.toConfirmTitle}</h1>
        ${items.length > 0 && html`<p class="lead">${words.toConfirmLead}</p>`}
      </div>
      ${
        items.length > 0
          ? html`
            <h2 class="apart">${words.toConfirmTitle}</h2>
            <ul class="notices list">${items}</ul>
          `
          : html`<p class="empty">${words.toConfirmNone}</p>`
      }
      <div class="part">${reachOf(kit, {})}</div>
    `
    return { title: words.toConfirmTitle, body, current: '/annuaire' }
  },
}

const one: Page<DirectoryWords> = {
  path: `${PATH}/:id`,
  show: (kit, read, words) => tellLeaf(kit, read, words),
}

/** What is known of one thing, and the form that asks for more. */
function tellLeaf(kit: Kit, read: Reader, words: DirectoryWords): Leaf | undefined {
  const id = asked(kit.request)
  const called = read.called(id)
  if (!called?.path) return undefined
  const keeper = kit.request.by === 'keeper'
  const title = words.tellTitle(called.title)
  const from = kit.request.params['id'] === undefined ? `${PATH}?annonce=${id}` : kit.request.path
  const token = html`${kit.form()}${hidden({ about: id, from })}`
  // Who comes from *Ce n’est plus vrai ?* says so; of what is doubted, one comes to confirm it.
  const says = isDoubted(read, id) ? 'yes' : 'gone'
  const given = keeper ? { says, on: kit.request.today } : { says }
  const controls = (only: readonly string[]): Html => kit.fields(confirmation, given, only)
  const fields = keeper
    ? controls(CONFIRM_FIELDS)
    : html`
      ${controls(['says', 'said'])}
      ${speakingField(kit.request, controls(['who', 'reach']), { more: controls(['reach']) })}
    `
  const lead = whatBecomes(kit.request, {
    first: words.tellLead(keeperNameOf(kit.territory) ?? ''),
    atOnce: words.tellLeadMember,
  })
  const sending = post(token, keeper ? `${PATH}/confirmer` : `${PATH}/dire`, {
    unchecked: true,
    fields,
    button: mainButton(keeper ? words.confirmIt : words.tell),
  })
  const steps = crumbs(
    [
      { href: PATH, words: words.toConfirmTitle },
      { href: called.path, words: called.title, isSaid: true },
    ],
    kit.request.lang,
  )
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet">
        ${steps}
        <h1>${within(title, called.title, kit.request.lang)}</h1>
        ${mistakeIn(kit.request)}
        ${!keeper && html`<p>${lead}</p>`}
        ${saidPart(read, kit.request, words, id)}
        ${sending}
        ${keeper && isDoubted(read, id) && closing(token, words)}
      </article>
    </div>
  `
  return { title, body, current: '/annuaire' }
}

/** The type of a record that is still to be confirmed. */
function isDoubted(read: Reader, id: string): boolean {
  return [accessPoint, place, actor].some(type => read.one(type, id)?.toConfirm === true)
}

const closing = (token: Html, words: DirectoryWords): Html =>
  post(token, `${PATH}/regler`, { look: 'no-print', button: words.closeQuestion })

export const confirmPages: readonly Page<DirectoryWords>[] = [list, one]
