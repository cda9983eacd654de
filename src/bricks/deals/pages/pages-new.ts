import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import { may } from '../../../contract/permission.ts'
import type { NoticeSeen } from '../../../contract/published.ts'
import type { Request } from '../../../contract/request.ts'
import { one } from '../../../core/form/input.ts'
import { formField, tick } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { fieldId, mistakeIn } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { uiWords } from '../../../ui/words.ts'
import { homeAway } from '../model/boxes.ts'
import { keyOfNotice, noticeFor } from '../model/read.ts'
import { deal } from '../model/records.ts'
import { answering, DEALS, MORE, spokenFor } from '../model/sides.ts'
import type { DealWords } from './say.ts'

/**
 * *Proposer qu'on s'arrange*, from a notice's page: `?annonce=ID`; and from another notice that
 * answers it: `&avec=ID`.
 */
const start: Page<DealWords> = {
  path: `${DEALS}/nouveau`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const { again } = kit.request
    const given = (name: string): string =>
      one(kit.request.query, name) || (again ? one(again.input, name) : '')
    const asked = given('annonce')
    const about = asked === '' ? undefined : noticeFor(read, asked)
    if (asked !== '' && !about) return undefined
    const { what } = words.types.deal.fields
    const away = about && homeAway(read, about)
    const own = about && !away ? answering(read, given('avec'), about, kit.request) : undefined
    const query = about ? `?annonce=${about.id}${own ? `&avec=${own.id}` : ''}` : ''
    const from = `${DEALS}/nouveau${query}`
    const wrong = mistakeIn(kit.request)
    const called = away && (away.called || words.anotherBox)
    const lead =
      about &&
      html`
        <p>
          ${words.fromNotice}
          ${words.colon}
          <a href="/annonces/${about.id}"${TONGUE}>${about.title}</a>
        </p>
        ${
          own &&
          html`
            <p>
              ${words.withNotice}
              ${words.colon}
              <a href="/annonces/${own.id}"${TONGUE}>${own.title}</a>
            </p>
          `
        }
      `
    const body = html`
      <div class="one">
        <article class="sheet done-side">
          ${crumbs(
            [{ href: DEALS, words: kit.request.by === 'keeper' ? words.all : words.mine }],
            kit.request.lang,
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
                ${post(kit.form(), `${DEALS}/nouveau`, {
                  hidden: { from, annonce: about?.id, avec: own?.id },
                  unchecked: true,
                  fields: html`
                    ${
                      may(kit.request.by, 'speakFor') === 'yes' &&
                      (own === undefined || keyOfNotice(own) === undefined) &&
                      forWhom(about, { request: kit.request, read, words })
                    }
                    ${
                      !away &&
                      isWithAsked(about, kit.request) &&
                      typed(
                        { name: 'withName', label: words.withName, hint: words.withHint },
                        kit.request,
                      )
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
                      kit.request,
                    )}
                    ${away ? goesWith(kit.request, words) : kit.fields(deal, undefined, MORE)}
                  `,
                  button: mainButton(words.propose, 'done'),
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
function goesWith(request: Request, words: DealWords): Html {
  const { when, where } = words.types.deal.fields
  const of = deal.fields
  const day = typed(
    { name: 'when', label: when.label, hint: words.goesWhen, longest: of.when.longest },
    request,
  )
  const place = typed({ name: 'where', label: where.label, longest: of.where.longest }, request)
  return html`${day}${place}${goesAlong(request, words)}`
}
/** Their first name and their number, as far as they let them go. */
export function goesAlong(request: Request, words: DealWords): Html {
  const isMine = may(request.by, 'speakFor') !== 'yes'
  const isTicked = request.again !== undefined && one(request.again.input, 'named') !== ''
  const { phone } = words.types.deal.fields
  const number = typed(
    { name: 'phone', label: phone.label, hint: words.goesPhone, longest: 40 },
    request,
  )
  return html`
    <fieldset class="group-field">
      <legend>${words.goesWith}</legend>
      <p class="hint">${words.goesHint}</p>
      <div class="choices">
        ${tick({
          look: 'choice',
          id: 'f-named',
          name: 'named',
          isOn: isTicked,
          words: isMine ? words.namedMine : words.namedTheirs,
        })}
      </div>
    </fieldset>
    ${number}
  `
}

/** With whom is known from the notice, unless nobody stands under it, or it is one's own. */
function isWithAsked(about: NoticeSeen | undefined, request: Request): boolean {
  const theirs = about && keyOfNotice(about)
  return theirs === undefined || theirs === request.me || request.again?.field === 'withName'
}

/**
 * Who writes for others says in whose name: those whom they wrote down, where nobody listens, or a
 * first name, with how to reach them where `asksReach`.
 */
export function forWhom(
  about: NoticeSeen | undefined,
  { request, read, words }: Pick<PageContext<DealWords>, 'read' | 'words'> & Asked,
  { asksReach = false, isForAnother = false } = {},
): Html {
  const theirs = about && keyOfNotice(about)
  const mine = request.private
    ? [...spokenFor(read, request)].filter(([id]) => id !== theirs && id !== request.me)
    : []
  const held = request.again ? one(request.again.input, 'for') : ''
  const nobody = request.me === undefined || isForAnother ? words.forNobody : words.forMe
  const choice =
    mine.length > 0 &&
    formField({
      id: 'f-for',
      label: words.forTitle,
      hint: words.forHint,
      control: html`
        <select id="f-for" name="for" aria-describedby="f-for-h">
          <option value="">${nobody}</option>
          ${mine.map(
            ([id, name]) =>
              html`<option value="${id}"${id === held && html` selected`}>${name}</option>`,
          )}
        </select>
      `,
    })
  return html`
    ${choice}
    ${typed(
      choice
        ? { name: 'forName', label: words.forName }
        : { name: 'forName', label: words.forTitle, hint: words.forHint },
      request,
    )}
    ${asksReach && reachField(request, words)}
  `
}

const reachField = (request: Request, words: DealWords): Html =>
  typed(
    {
      name: 'reach',
      label: words.forReach,
      hint: words.forReachHint,
      longest: deal.fields.reach.longest,
    },
    request,
  )

type Asked = Readonly<{ request: Request }>
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
function typed(
  { name, label, hint, longest = 60, given = '', isRequired }: Typed,
  request: Request,
): Html {
  const isWrong = request.again?.field === name
  const id = fieldId(name)
  const held = request.again ? one(request.again.input, name) : given
  const need =
    isRequired && html` <span class="need-word">(${uiWords(request.lang).required})</span>`
  return formField({
    id,
    label: html`${label}${need}`,
    hint,
    error: isWrong && request.again?.refused,
    control: about => html`
      <input
        id="${id}"
        name="${name}"
        value="${held}"
        maxlength="${longest}"
        autocomplete="off"${about}${isRequired && html` aria-required="true"`}
      >
    `,
  })
}

export const newPages: readonly Page<DealWords>[] = [start]
