import { html } from '../../../contract/html.ts'
import { keeperNameOf } from '../../../contract/keeper.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { may } from '../../../contract/permission.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import { one } from '../../../core/form/input.ts'
import { formField } from '../../../ui/field.ts'
import { momentField } from '../../../ui/moment-field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, note } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { uiWords } from '../../../ui/words.ts'
import { homeAway } from '../model/boxes.ts'
import { hasLeft } from '../model/closed-too.ts'
import { momentsOf } from '../model/moments.ts'
import { sideOfNotice } from '../model/parts.ts'
import { handsWordsTo } from '../model/published.ts'
import { noticeFor } from '../model/read.ts'
import { deal } from '../model/records.ts'
import { ANOTHER, answering, DEALS, FOR, isVisitor } from '../model/sides.ts'
import { forWhom, goesAlong } from './pages-new.ts'
import type { DealWords } from './say.ts'
import { answerArea } from './view.ts'

/**
 * *Ça m'intéresse*, or *Je peux aider* of a need, from a notice's page: `?annonce=ID`. Somebody
 * without a card says who they are, how to reach them, and a word if they like; a relay, for whom
 * they write.
 */
const interest: Page<DealWords> = {
  path: `${DEALS}/interet`,
  show: (kit, read, words): Leaf | undefined => {
    const { request } = kit
    const given = (name: string): string =>
      request.again ? one(request.again.input, name) : one(request.query, name)
    const notice = noticeFor(read, one(request.query, 'annonce') || given('annonce'))
    if (!notice || notice.isClosed) return undefined
    const away = homeAway(read, notice)
    if (away && isVisitor(request)) return undefined
    if (read.isByCard(notice.id) && isVisitor(request)) return undefined
    const { again } = request
    const ui = uiWords(request.lang)
    const wrong = (name: string): string | undefined =>
      again?.refused === undefined
        ? undefined
        : [again, ...(again.others ?? [])].find(({ field }) => field === name)?.refused
    const typed = (name: string, label: string, hint?: string, longest = 60) =>
      formField({
        id: `f-${name}`,
        label: html`${label} <span class="need-word">(${ui.required})</span>`,
        hint,
        error: wrong(name),
        input: {
          name,
          maxlength: longest,
          autocomplete: name === 'firstName' ? 'given-name' : 'off',
          value: given(name),
        },
      })
    const isStranger = isVisitor(request)
    const wroteBefore = again?.field === 'firstName' && given('firstName') !== ''
    const unknown =
      away && !away.isRecognised
        ? words.notRecognised(away.called || words.thatBox, notice.reach)
        : undefined
    const own = away ? undefined : answering(read, given('avec'), notice, request)
    const { today, lang } = request
    const moments = momentsOf(read, notice.id, { today, lang, also: own?.id })
    const another = given(FOR) === ANOTHER && !isStranger ? ANOTHER : undefined
    const more = `${own ? `&avec=${own.id}` : ''}${another ? `&${FOR}=${another}` : ''}`
    const from = `${DEALS}/interet?annonce=${notice.id}${more}`
    const by = away ? undefined : handsWordsTo(read, notice.id)
    const keeper = keeperNameOf(kit.territory) ?? words.someone
    const plain = notice.who === null ? words.interestLeadNobody : words.interestLead(notice.who)
    // Who hands it over reads it: that is said before it is sent.
    const lead =
      by === undefined
        ? plain
        : words.interestCarried(notice.who ?? words.noticesPerson, by || keeper)
    const form = post(kit.form(), `${DEALS}/interet`, {
      unchecked: true,
      hidden: { from, annonce: notice.id, avec: own?.id, [FOR]: another },
      fields: html`
        ${
          isStranger &&
          html`
            ${typed('firstName', words.firstName)}
            ${typed('reach', words.reach, words.reachHint, deal.fields.reach.longest)}
          `
        }
        ${
          may(request.by, 'speakFor') === 'yes' &&
          forWhom(
            notice,
            { request, read, words },
            { asksReach: !away, isForAnother: another !== undefined },
          )
        }
        ${
          !away &&
          momentField(moments, { typed: request.again && given('day'), error: wrong('day') }, ui)
        }
        ${away && goesAlong(request, words)}
        ${answerArea({
          id: 'f-said',
          name: 'said',
          label: words.line,
          error: wrong('said'),
          value: given('said'),
        })}
      `,
      button: mainButton(words.sendWord, 'done'),
    })
    const body = html`
      <div class="one">
        <article class="sheet done-side">
          ${crumbs([{ href: `/annonces/${notice.id}`, words: words.seeNotice }], request.lang)}
          <h1>${words.interest[notice.type]}</h1>
          ${mistakeIn(request)}
          ${isStranger && wroteBefore && toTicket(words)}
          <p><b${TONGUE}>${notice.title}</b></p>
          ${hasLeft(notice, read) && toHowMuch(notice, words)}
          ${own && html`<p>${words.withOwn}<b${TONGUE}>${own.title}</b></p>`}
          ${
            request.private || !isStranger
              ? html`<p>${lead}${isStranger && html` ${words.interestKept}`}</p>`
              : note(words.interestHeard)
          }
          ${away?.isRecognised && html`<p>${words.wordAway(away.called || words.anotherBox)}</p>`}
          ${unknown === undefined ? form : html`<p><b>${unknown}</b></p>`}
        </article>
      </div>
    `
    return { title: words.interest[notice.type], body }
  },
}

/** Where the notice says how much: the way to say so, which is counted. */
const toHowMuch = (notice: NoticeSeen, { part }: DealWords) => html`
  <p class="acts">
    <a class="button" href="/repondre/${notice.id}">${part.sayHowMuch[sideOfNotice(notice)]}</a>
  </p>
  <p class="no-print">${part.onlyWords}</p>
`
const toTicket = (words: DealWords) => html`<p><a href="/billet">${words.myTicket}</a></p>`

export const interestPages: readonly Page<DealWords>[] = [interest]
