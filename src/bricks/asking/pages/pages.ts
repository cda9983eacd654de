import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import { onDay } from '../../../text/days.ts'
import { notice, notices } from '../../../ui/board.ts'
import { readElsewhere } from '../../../ui/elsewhere.ts'
import { actButton, eraseForm, mainButton, post } from '../../../ui/post.ts'
import { mistakeAlone, mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { TONGUE, within } from '../../../ui/tongue.ts'
import { ANSWERING, ASKING, WORDING } from '../model/commands.ts'
import { codeSaid, threadOf, threadsIn, whomOf } from '../model/read.ts'
import { PATH, question } from '../model/records.ts'
import {
  askedIn,
  type QuestionRow,
  type QuestionState,
  type QuestionThread,
  stateOf,
} from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
type On = PageContext<Words>

const list: Page<Words> = {
  path: PATH,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const threads = kit.request.private ? threadsIn(read) : []
    const of = (state: QuestionState) => threads.filter(one => stateOf(one) === state)
    const section = (title: string, some: readonly QuestionThread[]): Html | false =>
      some.length > 0 &&
      html`
        <section class="part">
          <header><h2>${title}</h2></header>
          ${notices(some.map(one => questionLine(one, { kit, read, words })))}
        </section>
      `
    const waiting = of('waits')
    const body = html`
      ${said(kit.request.said)}
      <div class="head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead}</p>
        <div class="acts no-print">
          <a class="button" href="${PATH}/poser">${words.ask}</a>
          ${waiting.length > 0 && html`<a href="/imprimer/questions">${words.printAll}</a>`}
        </div>
      </div>
      ${!kit.request.private && readElsewhere(kit.request)}
      ${kit.request.private && threads.length === 0 && html`<p class="empty">${words.empty}</p>`}
      ${section(words.waiting, waiting)}
      ${section(words.answeredTitle, of('answered').toReversed())}
      ${section(words.droppedTitle, of('dropped').toReversed())}
    `
    return { title: words.title, body }
  },
}

/**
 * A question in a list: to whom, about what, when it was last asked, and the last answer. `here`:
 * the record on whose page the list stands.
 */
export function questionLine(thread: QuestionThread, on: On, here?: string): Html {
  const { first, askings } = thread
  const last = askings.at(-1) ?? first
  const asked = askings.filter(row => row.askedOn !== null)
  const about = first.about !== here && aboutOf(first, on)
  const times = asked.length > 1 && html` · ${on.words.times(asked.length)}`
  const when = html` · ${askedOf(asked.at(-1) ?? first, on)}${times}`
  return notice({
    title: first.asks ?? '',
    href: `${PATH}/${first.id}`,
    where: html`${toWhom(first, on)}${about && html` · ${about}`}${when}`,
    ...(last.answer === null ? {} : { meets: answerOf(last, on) }),
  })
}

function toWhom(row: QuestionRow, { kit, read, words }: On): Html {
  const whom = whomOf(row, read)
  return within(words.toWhom(whom || words.somebody), whom, kit.request.lang)
}

function aboutOf(
  row: Pick<QuestionRow, 'about'>,
  { read, words }: Pick<On, 'read' | 'words'>,
): Html | false {
  const about = row.about === null ? undefined : read.called(row.about)
  if (!about) return false
  const title = about.path ? html`<a href="${about.path}"${TONGUE}>${about.title}</a>` : about.title
  return html`${words.about} ${title}`
}

const day = (of: string | null, { request }: Kit): string =>
  of === null ? '' : onDay(of, request.lang, request.today)
const askedOf = (row: QuestionRow, { kit, words }: On): string =>
  words.asked(day(row.askedOn, kit), row.askedBy ?? '')

function answerOf(row: QuestionRow, { kit, words }: On): Html {
  const answer = words.answerIs[(row.answer ?? 'words') as keyof Words['answerIs']] ?? ''
  const saying =
    row.saying !== null && within(words.quoted(row.saying), row.saying, kit.request.lang)
  const on = words.answeredOn(day(row.answeredOn, kit), row.toldBy ?? '')
  const said = html`${answer !== '' && saying && ' · '}${saying}`
  return html`<b>${answer}</b>${said}${on !== '' && ` · ${on}`}`
}

const asking: Page<Words> = {
  path: `${PATH}/poser`,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const on = one(kit.request.query, 'sur') || one(kit.request.again?.input ?? {}, 'sur')
    const from = on === '' ? `${PATH}/poser` : `${PATH}/poser?${new URLSearchParams({ sur: on })}`
    const given = givenBy(read, on)
    const about = aboutOf({ about: given.about ?? null }, { read, words })
    const fields = html`
      ${kit.fields(question, given, WORDING)}
      ${kit.fields(question, { askedOn: kit.request.today }, ASKING)}
    `
    const body = html`
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: PATH, words: words.title }], kit.request.lang)}
          <h1>${words.ask}</h1>
          ${mistakeIn(kit.request)}
          <p>${words.askLead}</p>
          ${
            about
              ? html`<p class="lead">${about}</p>`
              : on === '' && html`<p class="hint">${words.askFrom}</p>`
          }
          ${post(kit.form(), `${PATH}/poser`, {
            unchecked: true,
            hidden: { from, ...(on === '' ? {} : { sur: on }) },
            fields,
            button: mainButton(words.askButton),
          })}
        </article>
      </div>
    `
    return { title: words.ask, body }
  },
}

/** What the record from which one asks fills in: somebody, or what it is about. */
function givenBy(read: Reader, id: string): Partial<QuestionRow> {
  const from = read.called(id)
  if (!from) return {}
  if (from.type === 'actor') return { actor: id }
  return { about: id, ...(from.type === 'task' ? askedIn(from.title) : {}) }
}

const single: Page<Words> = {
  path: `${PATH}/:id`,
  who: 'keeper',
  show: (kit, read, words): Leaf | undefined => {
    const thread = threadOf(read, kit.request.params['id'] ?? '')
    if (!thread) return undefined
    if (!kit.request.private) return { title: words.title, body: readElsewhere(kit.request) }
    const { first, askings } = thread
    const on = { kit, read, words }
    const about = aboutOf(first, on)
    const code = codeSaid(read, first.id)
    const steps = askings.toReversed().map(row => step(row, on))
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          ${crumbs([{ href: PATH, words: words.title }], kit.request.lang)}
          <h1${TONGUE}>${first.asks}</h1>
          <p class="lead">${toWhom(first, on)}${about && html` · ${about}`}</p>
          ${mistakeAlone(kit.request)}
          ${first.dropped && html`<p><b>${words.droppedTitle}</b></p>`}
          <h2>${words.history}</h2>
          <ul class="acts-list">${steps}</ul>
          ${answering(thread, on)}
          ${again(thread, on)}
          ${changing(thread, on)}
          <p class="no-print"><a href="/imprimer/question/${first.id}">${words.print}</a></p>
          ${code && html`<p class="hint">${words.codeIs(code)}</p>`}
          ${actButton(
            kit.form(),
            `${PATH}/${first.id}/${first.dropped ? 'reprendre' : 'laisser'}`,
            {
              look: 'inline no-print',
              button: first.dropped ? words.takeUp : words.drop,
            },
          )}
          ${eraseForm(kit, {
            action: `${PATH}/${first.id}/effacer`,
            id: first.id,
            lead: words.eraseLead,
          })}
        </article>
      </div>
    `
    return { title: first.asks ?? words.title, body }
  },
}

const step = (row: QuestionRow, on: On): Html =>
  html`
    <li>
      ${row.askedOn !== null && html`${askedOf(row, on)}<br>`}
      ${row.answer === null ? html`<i>${on.words.noAnswer}</i>` : answerOf(row, on)}
    </li>
  `

const isIn = (kit: Kit, fields: readonly string[]): boolean =>
  fields.includes(kit.request.again?.field ?? '')

/** Open while it waits; folded once there is an answer, to write it otherwise. */
function answering(thread: QuestionThread, { kit, words }: On): Html {
  const last = thread.askings.at(-1) ?? thread.first
  const isOpen = stateOf(thread) === 'waits' || isIn(kit, ANSWERING)
  // After *pas encore* another answer begins; one that is there is mended.
  const given = last.answer === 'not-yet' ? {} : { ...last }
  return html`
    <details class="no-print"${isOpen && html` open`}>
      <summary>${words.noteAnswer}</summary>
      ${post(kit.form(), `${PATH}/${thread.first.id}/reponse`, {
        unchecked: true,
        fields: kit.fields(question, given, ANSWERING),
        button: mainButton(words.noteIt),
      })}
    </details>
  `
}

function again({ first }: QuestionThread, { kit, words }: On): Html {
  return html`
    <details class="no-print"${isIn(kit, ASKING) && html` open`}>
      <summary>${words.askAgain}</summary>
      <p>${words.askAgainLead}</p>
      ${post(kit.form(), `${PATH}/${first.id}/redemander`, {
        unchecked: true,
        fields: kit.fields(question, { askedOn: kit.request.today }, ASKING),
        button: words.askAgainButton,
      })}
    </details>
  `
}

function changing({ first }: QuestionThread, { kit, words }: On): Html {
  return html`
    <details class="no-print"${isIn(kit, WORDING) && html` open`}>
      <summary>${words.amend}</summary>
      ${post(kit.form(), `${PATH}/${first.id}/corriger`, {
        unchecked: true,
        fields: kit.fields(question, { ...first }, WORDING),
        button: words.amendButton,
      })}
    </details>
  `
}

export const pages: readonly Page<Words>[] = [list, asking, single]
