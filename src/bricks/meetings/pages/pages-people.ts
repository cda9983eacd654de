import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { onDay } from '../../../text/days.ts'
import { actButton } from '../../../ui/post.ts'
import { said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { within } from '../../../ui/tongue.ts'
import { WHO_COUNTS } from '../model/commands-people.ts'
import { PATH, reachesOf } from '../model/read.ts'
import { type Forged, forgedIn, type Twice, ticketOf, twiceIn } from '../model/read-people.ts'
import { response } from '../model/records.ts'
import { between, linkTo, type MeetingWords } from './say.ts'

export const peoplePage: Page<MeetingWords> = {
  path: WHO_COUNTS,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const w = words.people
    const [twice, forged] = [twiceIn(read), forgedIn(read)]
    const parts = html`
      ${twice.map(one => twicePart(one, kit, read, words))}
      ${forged.map(one => forgedPart(one, kit, read, words))}
    `
    const way = crumbs([{ href: PATH, words: words.title }], kit.request.lang)
    const lead = twice.length + forged.length > 0 ? w.lead : w.none
    const body = html`
      ${said(kit.request.said)}
      ${way}
      <div class="head"><h1>${w.title}</h1><p class="lead">${lead}</p></div>
      <div class="stack">${parts}</div>
    `
    return { title: w.title, body, current: PATH }
  },
}

/** Both answers, with what tells them apart. */
function twicePart(
  { about, first, other }: Twice,
  kit: Kit,
  read: Reader,
  words: MeetingWords,
): Html {
  const w = words.people
  const act = (is: 'two' | 'same', label: string): Html =>
    acted(kit, `${WHO_COUNTS}/dire`, { id: other, is }, label)
  const each = [first, other].map(id => html`<li>${toldOf(id, kit, read, words)}</li>`)
  const name = read.one(response, first)?.firstName ?? ''
  return html`
    <article class="sheet help-side">
      <p class="crumb">${linkTo(read, about)}</p>
      <h2>${w.twice(name)}</h2>
      <ul class="notices">${each}</ul>
      <p>${w.countsOnce}</p>
      <div class="acts">${act('two', w.two)}${act('same', w.same)}</div>
    </article>
  `
}

function forgedPart(
  { about, answer, card }: Forged,
  kit: Kit,
  read: Reader,
  words: MeetingWords,
): Html {
  const w = words.people
  const act = (is: 'told' | 'off', label: string): Html =>
    acted(kit, `${WHO_COUNTS}/nom`, { id: answer, is }, label)
  const name = read.one(response, answer)?.firstName ?? ''
  return html`
    <article class="sheet help-side">
      <p class="crumb">${linkTo(read, about)}</p>
      <h2>${w.forged(name)}</h2>
      <ul class="notices"><li>${toldOf(answer, kit, read, words)}</li></ul>
      <p>${kit.request.private ? w.byCard(card, name) : w.bySomeCard(name)}</p>
      <div class="acts">${act('told', w.toldFor(name))}${act('off', w.off)}</div>
    </article>
  `
}

/** *J'en suis, le 3 novembre · « avec ma fille » · joindre : 06… · billet mésange 1234*. */
function toldOf(id: string, kit: Kit, read: Reader, words: MeetingWords): Html {
  const w = words.people
  const one = read.one(response, id)
  if (!one) return html``
  const [reach, ticket] = kit.request.private
    ? [reachesOf(read, [one.id]).get(one.id), ticketOf(read, one.id)]
    : [undefined, undefined]
  return between([
    html`<b><bdi>${one.firstName ?? ''}</bdi></b>, ${kit.shown(response, 'answer', one.answer)}`,
    one.on !== null && onDay(one.on, kit.request.lang, kit.request.today),
    one.saying && within(words.quoted(one.saying), one.saying, kit.request.lang),
    one.toldTo && w.toldBy(one.toldTo),
    kit.byCard(response, one.id),
    reach && w.reach(reach),
    ticket && w.ticket(ticket),
  ])
}

function acted(
  kit: Kit,
  action: string,
  fields: Readonly<Record<string, string>>,
  label: string,
): Html {
  return actButton(kit.form(), action, {
    hidden: { from: kit.request.path, ...fields },
    button: label,
  })
}

/** On the page of an idea or an event, for the keeper: that something of it is to be settled. */
export function toSettleHere(
  about: string,
  request: Request,
  read: Reader,
  words: MeetingWords,
): Html | false {
  if (request.by !== 'keeper') return false
  const these = new Set(read.joinedWith(about))
  const n = [...twiceIn(read), ...forgedIn(read)].filter(
    one => these.has(one.about) || one.about === about,
  ).length
  return n > 0 && html`<p class="no-print"><a href="${WHO_COUNTS}">${words.people.link(n)}</a></p>`
}
