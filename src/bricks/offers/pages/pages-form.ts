import { type Html, html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { whatBecomes } from '../../../ui/speaking.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { usualWay } from '../model/kept.ts'
import { newestHands, newestNeeds, newestOffers } from '../model/read.ts'
import { need, offer } from '../model/records.ts'
import { MORE, madeFor } from '../model/written.ts'
import type { fr } from '../words/fr.ts'
import { type Examples, inNameOf, type NoticeForm, sent, titleField } from './form-fields.ts'
import { more } from './form-more.ts'
import { whoFields } from './known-line.ts'
import { spreadField } from './reach-fields.ts'
import { rideQuestion } from './rides/ask.ts'
import { spreadLabels } from './who-sees.ts'

type Words = typeof fr
const EXAMPLES = 2

/** Fields of the second page: a mistake in one of them opens it. */
const ON_SECOND: ReadonlySet<string> = new Set([
  ...MORE,
  'themes',
  'mode',
  'counterpart',
  'priceCents',
])

/**
 * The first page: one box, who, how to reach. The second, for who wants it: what was understood, as
 * ticks.
 */
function formLeaf(of: NoticeForm, kit: Kit, read: Reader, words: Words): Leaf {
  const isMore =
    kit.request.again !== undefined &&
    (kit.request.again.asks === 'more' ||
      sent(kit.request, 'stage') === '2' ||
      ON_SECOND.has(kit.request.again.field ?? ''))
  const wrong = mistakeIn(kit.request)
  const isRead = isReadFirst(kit.request.by)
  const becomes = whatBecomes(kit.request, {
    first: words.whoReads(keeperNamed(read) ?? words.keeper),
    atOnce: words.shownAtOnce,
  })
  const fields = isMore
    ? more(of, kit, read, words)
    : html`${firstFields(of, kit, read, words)}<p class="hint">${becomes}</p>`
  const isTheirs = of.examples.said === words.written
  const examples =
    !isMore &&
    html`
      <p class="hint">${of.examples.said}</p>
      <ul>${of.examples.all.map(text => html`<li${isTheirs && TONGUE}>${text}</li>`)}</ul>
    `
  const isKnown = kit.request.me !== undefined && usualWay(read, kit.request.me) !== undefined
  const lead = isMore ? words.pieces.lead : isKnown ? words.form.leadKnown : words.form.lead
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet ${of.kind}-side">
        ${crumbs([{ href: '/annonces', words: words.listTitle }], kit.request.lang)}
        <h1>${of.title}</h1>
        ${wrong}
        ${!isAskedNow(kit.request) && html`<p>${lead}</p>`}
        ${post(kit.form(), of.path, {
          hidden: { from: of.from ?? of.path },
          files: isMore || asksPhotos(of, kit),
          unchecked: true,
          fields,
          button: html`
            ${mainButton(isRead ? words.send : words.show, of.kind)}
            ${!isMore && html`<button name="plus" value="1">${words.sayMore}</button>`}
          `,
        })}
        ${examples}
      </article>
    </div>
  `
  return { title: of.title, body, current: '/annonces' }
}

/** The form came back for a question alone. */
const isAskedNow = ({ again }: Request): boolean =>
  (again?.field === 'trajet' || again?.field === 'chaque') && (again.others ?? []).length === 0

/** Whether a question that a keeper added asks for photos. */
function asksPhotos({ kind }: NoticeForm, kit: Kit): boolean {
  const { type } = kit.withMadeFields(kind === 'offer' ? offer : need)
  return Object.values(type.fields).some(field => field.kind === 'files' && !field.unasked)
}

function firstFields(of: NoticeForm, kit: Kit, read: Reader, words: Words): Html {
  const type = of.kind === 'offer' ? offer : need
  // What is asked stands first; then what was written already.
  const question = rideQuestion(kit.request, words)
  return html`
    ${isAskedNow(kit.request) && question}
    ${of.hand && hidden({ hand: 'yes' })}
    ${inNameOf(kit, read, words)}
    ${titleField(
      sent(kit.request, 'title') || searched(kit.request),
      words.types[of.kind].fields.title.label,
      words.sayHint[of.kind],
      kit.request,
    )}
    ${!isAskedNow(kit.request) && question}
    ${whoFields(type, kit, read, words)}
    ${kit.fields(type, undefined, madeFor(read, of.kind))}
    ${spreadField(kit.request, words, spreadLabels(words), 'ici')}
  `
}

/** What was searched and not found: the words stand in the form already. */
export const SEARCHED = 'dit'
const searched = ({ again, query }: Request): string =>
  again ? '' : one(query, SEARCHED).slice(0, 300)

const examplesOf = (
  here: readonly Readonly<{ row: Readonly<{ title: string | null }> }>[],
  invented: readonly string[],
  words: Words,
): Examples =>
  here.length > 0
    ? { said: words.written, all: here.map(one => one.row.title ?? '') }
    : { said: words.forExample, all: invented }

const propose: Page<Words> = {
  path: '/annonces/proposer',
  show: (kit, read, words) => {
    const examples = examplesOf(
      newestOffers(read, kit.request.today, EXAMPLES),
      words.offerExamples,
      words,
    )
    return formLeaf(
      { kind: 'offer', path: '/annonces/proposer', title: words.offerTitle, examples, hand: false },
      kit,
      read,
      words,
    )
  },
}

const seek: Page<Words> = {
  path: '/annonces/chercher',
  show: (kit, read, words) => {
    const asked = kit.request.query['coup-de-main']
    const hand = asked !== undefined && asked !== ''
    const examples = hand
      ? examplesOf(newestHands(read, kit.request.today, EXAMPLES), words.handExamples, words)
      : examplesOf(newestNeeds(read, kit.request.today, EXAMPLES), words.needExamples, words)
    const title = hand ? words.handTitle : words.needTitle
    const from = hand ? '/annonces/chercher?coup-de-main=1' : '/annonces/chercher'
    return formLeaf(
      { kind: 'need', path: '/annonces/chercher', from, title, examples, hand },
      kit,
      read,
      words,
    )
  },
}

export const formPages: readonly Page<Words>[] = [propose, seek]
