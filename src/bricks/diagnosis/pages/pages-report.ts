import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { wordAt } from '../../../core/narrow.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dayAfter, dayPlain, onDay } from '../../../text/days.ts'
import { POINT } from '../../../ui/board.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, mainButton, namedBy, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { reachBlock } from '../../../ui/sheet.ts'
import { inTongue, within } from '../../../ui/tongue.ts'
import { REPORT, REQUESTS } from '../model/commands.ts'
import { lastDifficulties, storiesOf } from '../model/read.ts'
import { difficulty, goalStory } from '../model/records.ts'
import { reportOf } from './report.ts'
import { type DiagnosisWords, type ReportSource, whoKeeps } from './seen.ts'
import { partsOf } from './shown.ts'

const YEAR_DAYS = 365
/** The year of what is lent, for who keeps the page. */
const LENT = '/preter/annee'

/**
 * `/diagnostic`: for everybody, of what is public; `?depuis=2026-03-12` counts what happened from
 * that day on.
 */
const report: Page<DiagnosisWords> = {
  path: REPORT,
  forAll: true,
  show: (kit, read, words): Leaf => {
    const whole = reportOf(kit, read, words)
    const name = kit.territory?.name
    const body = html`
      ${said(kit.request.said)}
      ${mistakeIn(kit.request)}
      <div class="head">
        <h1>${words.title}</h1>
        <p class="lead">${words.lead(name, dayPlain(kit.request.today, kit.request.lang))}</p>
      </div>
      ${ways(whole.seen)}
      <div class="report">${partsOf(whole, false)}</div>
      ${kit.request.by === 'keeper' && keeping(whole.seen)}
      ${whoAnswers(kit)}
    `
    return { title: words.menu, body, current: REPORT }
  },
}

/** Every page ends in a person, a place or a telephone. */
export function whoAnswers(kit: Kit): Html | false {
  const who = whoKeeps(kit)
  const { lang } = kit.request
  return (
    who !== '' && html`<div class="part">${reachBlock({ how: inTongue(who, lang) }, lang)}</div>`
  )
}

/**
 * On paper and to the councils; folded, the other ways and the day from which it counts: the first
 * figure stands on a telephone's first screen.
 */
function ways(seen: ReportSource): Html {
  const { words: w, since, kit } = seen
  const to = (format: string) =>
    `/imprimer/rapport?format=${format}${since ? `&depuis=${since}` : ''}`
  const first = [
    { href: to('court'), words: w.printShort },
    { href: REQUESTS, words: w.toRequests },
  ]
  const more = [
    { href: to('long'), words: w.printLong },
    { href: to('html'), words: w.download },
    { href: to('csv'), words: w.spreadsheet },
    ...(kit.request.by === 'keeper'
      ? [
          { href: `${REPORT}/difficulte`, words: w.toDifficulty },
          { href: `${REPORT}/histoire`, words: w.toStory },
          ...(seen.figures.has('lending.things') ? [{ href: LENT, words: w.toLent }] : []),
        ]
      : []),
  ]
  const links = (all: typeof first): Html =>
    html`
      <ul class="tags">${all.map(one => html`<li><a href="${one.href}">${one.words}</a></li>`)}</ul>
    `
  return html`
    <div class="no-print">
      ${links(first)}
      <details${since !== undefined && html` open`}>
        <summary>${w.moreWays}</summary>
        ${links(more)}
        ${period(seen)}
      </details>
      ${eachCommune(seen)}
    </div>
  `
}

/** The sheet of each commune, where the page holds several. */
const eachCommune = ({ words: w, communes }: ReportSource): Html | false =>
  communes.length > 1 &&
  html`
    <details>
      <summary>${w.ofOne.toOne}</summary>
      <p class="hint">${w.ofOne.toOneHint}</p>
      <ul class="tags">
        ${communes.map(
          one => html`<li><a href="${REPORT}/commune/${one.code}">${one.name}</a></li>`,
        )}
      </ul>
    </details>
  `

/** From which day on what happens is counted. */
function period({ words: w, kit, since, before }: ReportSource): Html {
  const from = dayAfter(kit.request.today, -YEAR_DAYS)
  const links = [
    { href: REPORT, words: w.sinceEver, on: since === undefined },
    { href: `${REPORT}?depuis=${from}`, words: w.sinceYear, on: since === from },
    ...(before
      ? [
          {
            href: `${REPORT}?depuis=${before.on}`,
            words: w.sinceLastOne(onDay(before.on, kit.request.lang, kit.request.today)),
            on: since === before.on,
          },
        ]
      : []),
  ]
  return html`
    <form class="filters" action="${REPORT}" aria-label="${w.period}">
      ${formField({
        id: 'f-depuis',
        label: w.period,
        input: { type: 'date', name: 'depuis', value: since ?? '', max: kit.request.today },
      })}
      <button>${w.periodGo}</button>
      ${links.map(one =>
        one.on
          ? html`<span class="where">${one.words}</span>`
          : html`<a href="${one.href}">${one.words}</a>`,
      )}
    </form>
  `
}

function keeping({ words: w, kit, since }: ReportSource): Html {
  return html`
    <div class="part no-print">
      <h2>${w.keep}</h2>
      <p>${w.keepHint}</p>
      ${post(kit.form(), `${REPORT}/garder`, {
        hidden: { from: kit.request.path, depuis: since },
        unchecked: true,
        button: mainButton(w.keep),
      })}
    </div>
  `
}

/** The keeper's short form: what somebody came to tell, keyed in seconds. */
const difficultyPage: Page<DiagnosisWords> = {
  path: `${REPORT}/difficulte`,
  forAll: true,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const asked = kit.request.query['commune']
    const commune = typeof asked === 'string' && asked !== '' ? asked : kit.territory?.village
    const fields = kit.fields(difficulty, {
      on: kit.request.today,
      count: 1,
      ...(commune ? { commune } : {}),
    })
    const sending = post(kit.form(), `${REPORT}/difficulte`, {
      unchecked: true,
      fields,
      button: mainButton(words.noteIt),
    })
    const lately = lastDifficulties(read, MOST_LATELY).map(row => mistaken(row, kit, words))
    const back = html`
      ${lately.length > 0 && html`<h2>${words.lately}</h2><ul class="versions">${lately}</ul>`}
      <p><a href="${REPORT}">${words.toReport}</a></p>
    `
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          <h1>${words.difficultyTitle}</h1>
          ${mistakeIn(kit.request)}
          <p>${words.difficultyLead}</p>
          ${sending}
          ${back}
        </article>
      </div>
    `
    return { title: words.toDifficulty, body, current: REPORT }
  },
}

const MOST_LATELY = 5
/** One that was keyed, and the way to take it back. */
function mistaken(row: RowOf<typeof difficulty>, kit: Kit, words: DiagnosisWords): Html {
  const told = (field: string, value: unknown) => kit.shown(difficulty, field, value)
  const token = kit.form({ type: difficulty.name, id: row.id, space: 'home' })
  const withdraw = actButton(token, '/retirer', {
    look: '',
    hidden: { type: difficulty.name, id: row.id },
    button: html`
      <button${namedBy(`off-${row.id}`, `said-${row.id}`)}>${words.takeOff}</button>
    `,
  })
  const said = html`
    ${told('theme', row.theme)}
    ${POINT}
    ${told('commune', row.commune)}
    ${POINT}
    ${told('count', row.count)}
    ${POINT}
    ${told('on', row.on)}
  `
  return html`<li><div id="said-${row.id}">${said}</div>${withdraw}</li>`
}

const storyPage: Page<DiagnosisWords> = {
  path: `${REPORT}/histoire`,
  forAll: true,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const told = storiesOf(read).map(
      one =>
        html`
          <li>
            ${within(
              words.goalLine(wordAt(words.goals, one.goal) ?? one.goal, one.title),
              one.title,
              kit.request.lang,
            )}
          </li>
        `,
    )
    const sending = post(kit.form(), `${REPORT}/histoire`, {
      unchecked: true,
      fields: kit.fields(goalStory),
      button: mainButton(words.choose),
    })
    const now = told.length > 0 && html`<h2>${words.storyNow}</h2><ul>${told}</ul>`
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet">
          <h1>${words.storyTitle}</h1>
          ${mistakeIn(kit.request)}
          <p>${words.storyLead}</p>
          ${now}
          ${sending}
          <p><a href="${REPORT}">${words.toReport}</a></p>
        </article>
      </div>
    `
    return { title: words.storyTitle, body, current: REPORT }
  },
}

export const reportPages: readonly Page<DiagnosisWords>[] = [report, difficultyPage, storyPage]
