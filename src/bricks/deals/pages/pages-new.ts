import { type Html, html } from '../../../contract/html.ts'
import type { Ask, Leaf, Page } from '../../../contract/page.ts'
import { may } from '../../../contract/permission.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import { form } from '../../../ui/form.ts'
import { fieldId, refused } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { uiWords } from '../../../ui/words.ts'
import { homeAway, keyOfNotice, membersKnown, noticeFor } from '../model/read.ts'
import { deal } from '../model/records.ts'
import { DEALS, MORE, maySpeakFor } from '../model/sides.ts'
import type { Words } from './say.ts'

/** *Proposer qu'on s'arrange*, from a notice's page: `?annonce=ID`. */
const start: Page<Words> = {
  path: `${DEALS}/nouveau`,
  who: 'neighbour',
  show: (ask, read, words): Leaf | undefined => {
    const { again } = ask
    const asked = one(ask.query, 'annonce') || (again ? one(again.input, 'annonce') : '')
    const about = asked === '' ? undefined : noticeFor(read, asked)
    if (asked !== '' && !about) return undefined
    const from = `${DEALS}/nouveau${about ? `?annonce=${about.id}` : ''}`
    const { what } = words.types.deal.fields
    const away = about && homeAway(read, about)
    const wrong =
      again &&
      refused(
        [{ sentence: again.refused, ...(again.field ? { field: again.field } : {}) }],
        ask.lang,
      )
    const called = away && (away.called || words.anotherBox)
    const lead =
      about &&
      html`
        <p>
          ${words.fromNotice}
          ${words.colon}
          <a href="/annonces/${about.id}"${TONGUE}>${about.title}</a>
        </p>
      `
    const body = html`
      <div class="one">
        <article class="sheet done-side">
          ${crumbs(
            [{ href: DEALS, words: ask.by === 'keeper' ? words.all : words.mine }],
            ask.lang,
          )}
          <h1>${words.newTitle}</h1>
          ${wrong}
          ${lead}
          ${
            away && !away.isRecognised
              ? html`
                <p><b>${words.notRecognised(away.called || words.thatBox, about.reach)}</b></p>
              `
              : html`
                <p>${called === undefined ? words.newLead : words.decidedAway(called)}</p>
                ${form({
                  action: `${DEALS}/nouveau`,
                  hidden: html`
                    ${ask.form()}
                    <input type="hidden" name="from" value="${from}">
                    ${about && html`<input type="hidden" name="annonce" value="${about.id}">`}
                  `,
                  fields: html`
                    ${may(ask.by, 'speakFor') === 'yes' && forWhom(about, ask, read, words)}
                    ${
                      !away &&
                      isWithAsked(about, ask) &&
                      typed({ name: 'withName', label: words.withName, hint: words.withHint }, ask)
                    }
                    ${typed(
                      {
                        name: 'what',
                        label: what.label,
                        hint: away ? words.goesWhat : what.hint,
                        longest: deal.fields.what.longest,
                        given: about?.title ?? '',
                        isRequired: true,
                      },
                      ask,
                    )}
                    ${away ? goesWith(ask, words) : ask.fields(deal, undefined, MORE)}
                  `,
                  button: words.propose,
                  side: 'done',
                })}
              `
          }
        </article>
      </div>
    `
    return { title: words.newTitle, body }
  },
}

/**
 * Nothing of a person goes to another box but what they tick or write here: of these fields nothing
 * says that it stays.
 */
function goesWith(ask: Ask, words: Words): Html {
  const isMine = may(ask.by, 'speakFor') !== 'yes'
  const isTicked = ask.again !== undefined && one(ask.again.input, 'named') !== ''
  const { when, where, phone } = words.types.deal.fields
  const of = deal.fields
  const day = typed(
    { name: 'when', label: when.label, hint: words.goesWhen, longest: of.when.longest },
    ask,
  )
  const place = typed({ name: 'where', label: where.label, longest: of.where.longest }, ask)
  const number = typed(
    { name: 'phone', label: phone.label, hint: words.goesPhone, longest: 40 },
    ask,
  )
  return html`
    ${day}
    ${place}
    <fieldset class="group-field">
      <legend>${words.goesWith}</legend>
      <p class="hint">${words.goesHint}</p>
      <div class="choices">
        <label class="choice" for="f-named">
          <input type="checkbox" id="f-named" name="named" value="1"${isTicked && html` checked`}>
          ${isMine ? words.namedMine : words.namedTheirs}
        </label>
      </div>
    </fieldset>
    ${number}
  `
}

/** With whom is known from the notice, unless nobody stands under it, or it is one's own. */
function isWithAsked(about: NoticeSeen | undefined, ask: Ask): boolean {
  const theirs = about && keyOfNotice(about)
  return theirs === undefined || theirs === ask.me || ask.again?.field === 'withName'
}

/**
 * Who writes for others says in whose name: those whom they wrote down, where nobody listens, or a
 * first name.
 */
function forWhom(about: NoticeSeen | undefined, ask: Ask, read: Reader, words: Words): Html {
  const theirs = about && keyOfNotice(about)
  const mine = ask.private
    ? membersKnown(read).filter(
        one => maySpeakFor(one, ask) && one.id !== theirs && one.id !== ask.me,
      )
    : []
  const held = ask.again ? one(ask.again.input, 'for') : ''
  const nobody = ask.me === undefined ? words.forNobody : words.forMe
  const choice =
    mine.length > 0 &&
    html`
      <div class="field">
        <label for="f-for">${words.forTitle}</label>
        <p class="hint" id="f-for-h">${words.forHint}</p>
        <select id="f-for" name="for" aria-describedby="f-for-h">
          <option value="">${nobody}</option>
          ${mine.map(
            ({ id, name }) =>
              html`<option value="${id}"${id === held && html` selected`}>${name}</option>`,
          )}
        </select>
      </div>
    `
  return html`
    ${choice}
    ${typed(
      choice
        ? { name: 'forName', label: words.forName }
        : { name: 'forName', label: words.forTitle, hint: words.forHint },
      ask,
    )}
  `
}

type Typed = Readonly<{
  name: string
  label: string
  hint?: string
  longest?: number
  given?: string
  isRequired?: boolean
}>

/**
 * A line to type that the schema does not ask: a first name; or asks otherwise: the sentence, which
 * may be told one day.
 */
function typed({ name, label, hint, longest = 60, given = '', isRequired }: Typed, ask: Ask): Html {
  const isWrong = ask.again?.field === name
  const id = fieldId(name)
  const held = ask.again ? one(ask.again.input, name) : given
  const about = [hint && `${id}-h`, isWrong && `${id}-e`].filter(Boolean).join(' ')
  const need = isRequired && html` <span class="need-word">(${uiWords(ask.lang).required})</span>`
  return html`
    <div class="field${isWrong && ' wrong'}">
      <label for="${id}">${label}${need}</label>
      ${hint && html`<p class="hint" id="${id}-h">${hint}</p>`}
      ${isWrong && html`<p class="error" id="${id}-e">${ask.again?.refused}</p>`}
      <input
        id="${id}"
        name="${name}"
        value="${held}"
        maxlength="${longest}"
        autocomplete="off"${
          about !== '' && html` aria-describedby="${about}"`
        }${isWrong && html` aria-invalid="true"`}${isRequired && html` aria-required="true"`}
      >
    </div>
  `
}

export const newPages: readonly Page<Words>[] = [start]
