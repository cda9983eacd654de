import { type Html, html } from '../../../contract/html.ts'
import type { Ask, Leaf, Page } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import { dayLong, onDay, sayTimes } from '../../../text/days.ts'
import { notice } from '../../../ui/board.ts'
import { said } from '../../../ui/say.ts'
import { crumbs, reachBlock } from '../../../ui/sheet.ts'
import { TONGUE } from '../../../ui/tongue.ts'
import { prose } from '../../../ui/value.ts'
import { bornOn } from '../model/born.ts'
import { type Asked, askedAbout, type IdeaRow, keeperOf, PATH } from '../model/read.ts'
import { idea } from '../model/records.ts'
import { answerForm, gathered, refusedHere } from './answers.ts'
import { between, kindsAlone, linkTo, notedWhen, type Words } from './say.ts'

const ideaPath = `${PATH}/idee`

const ideaList: Page<Words> = {
  path: ideaPath,
  show: (ask, read, words): Leaf =>
    ask.list(
      idea,
      row =>
        notice({
          title: row.title ?? '',
          href: `${ideaPath}/${row.id}`,
          where: standing(row, ask, read, words),
        }),
      {
        lead: kindsAlone(words),
        current: PATH,
      },
    ),
}

/** Where an idea stands, and where it comes from. */
function standing(row: IdeaRow, ask: Ask, read: Reader, words: Words): Html {
  const became = row.state === 'became' && linkTo(read, row.became)
  const from = notedWhen(read, row.notedAt, ask, words)
  return between([
    became && html`${words.becameWhat}${words.colon}${became}`,
    row.state === 'dropped' && words.droppedNow,
    from || words.bornOn(onDay(bornOn(row.id), ask.lang, ask.today)),
    row.revivedOn !== null && words.revivedOn(onDay(row.revivedOn, ask.lang, ask.today)),
  ])
}

const ideaPage: Page<Words> = {
  path: `${ideaPath}/:id`,
  show: (ask, read, words): Leaf | undefined => {
    const row = read.one(idea, ask.params['id'] ?? '')
    const about = row && askedAbout(read, row.id, ask.today)
    if (!row || !about) return undefined
    const became = about.state === 'became' && linkTo(read, row.became)
    return ask.record(idea, row.id, {
      side: 'help',
      crumbs: [
        { href: PATH, words: words.title },
        { href: ideaPath, words: words.types.idea.many },
      ],
      current: PATH,
      reach: reachBlock({ how: keeperOf(read, words) }, ask.lang),
      lead: html`
        ${row.detail && prose(row.detail)}
        ${became && html`<p><b>${words.becameNow}${words.colon}${became}</b></p>`}
        <p class="where">${origin(row, ask, read, words)}</p>
      `,
      hide: ['detail', 'state', 'became', 'becameOn', 'revivedOn', 'threshold', 'notedAt'],
      after: html`
        ${gathered(about, ask, read, words)}
        ${about.state === 'open' && answerForm(about, ask, read, words)}
        ${ask.by === 'keeper' && keeping(row, ask, words)}
      `,
    })
  },
}

function origin(row: IdeaRow, ask: Ask, read: Reader, words: Words): Html {
  const from = notedWhen(read, row.notedAt, ask, words)
  return between([
    from || words.bornOn(onDay(bornOn(row.id), ask.lang, ask.today)),
    row.revivedOn !== null && words.revivedOn(onDay(row.revivedOn, ask.lang, ask.today)),
    row.state === 'dropped' && words.droppedNow,
  ])
}

/** The keeper's verbs: an idea that became something is corrected by its form, not by a button. */
function keeping(row: IdeaRow, ask: Ask, words: Words): Html {
  const hidden = html`${ask.form()}<input type="hidden" name="from" value="${ask.path}">`
  const button = (verb: string, label: string): Html =>
    html`
      <form class="inline" method="post" action="${ideaPath}/${row.id}/${verb}">
        ${hidden}
        <button>${label}</button>
      </form>
    `
  const open = row.state !== 'became'
  const becomes =
    open &&
    html`
      <form class="form" method="post" action="${ideaPath}/${row.id}/devenue">
        ${hidden}
        ${ask.fields(idea, undefined, ['became'])}
        <p class="acts"><button>${words.becomes}</button></p>
      </form>
    `
  return html`
    <section class="part stack no-print">
      <header><h2>${words.keeperActs}</h2></header>
      ${refusedHere(ask, ['became', undefined])}
      <div class="acts">
        ${button('reprendre', words.revive)}
        ${open && row.state !== 'dropped' && button('laisser', words.drop)}
      </div>
      ${becomes}
    </section>
  `
}

/** The same form for an idea and for an event of the agenda, alone on its page. */
const answerPage: Page<Words> = {
  path: '/repondre/:id',
  show: (ask, read, words): Leaf | undefined => {
    const about = askedAbout(read, ask.params['id'] ?? '', ask.today)
    if (!about) return undefined
    const isEvent = about.event !== undefined
    const way = isEvent
      ? crumbs([{ href: about.path, words: about.title }], ask.lang)
      : crumbs(
          [
            { href: PATH, words: words.title },
            { href: about.path, words: about.title },
          ],
          ask.lang,
        )
    const why = { dropped: words.closedIdea, became: words.becameIdea, over: words.closedEvent }
    const form =
      about.state === 'open'
        ? answerForm(about, ask, read, words)
        : html`<p>${why[about.state]} ${linkTo(read, about.became)}</p>`
    const body = html`
      ${said(ask.said)}
      <div class="one">
        <article class="sheet ${isEvent ? 'agenda-side' : 'help-side'}">
          ${way}
          <h1${TONGUE}>${about.title}</h1>
          ${isEvent && html`<p><b>${whenOf(about, ask)}</b></p>`}
          ${reachBlock({ how: keeperOf(read, words) }, ask.lang)}
          <p><a href="${about.path}">${words.backTo}</a></p>
          ${gathered(about, ask, read, words)}
          ${form}
        </article>
      </div>
    `
    return { title: words.answerTo(about.title), body, current: isEvent ? '/agenda' : PATH }
  },
}

/** Day and hours of an event that comes once; one that comes back says so on its own page. */
function whenOf({ event }: Asked, ask: Ask): Html {
  const text = (name: string) => (typeof event?.[name] === 'string' ? (event[name] as string) : '')
  if (text('recurs') !== '' || text('startsOn') === '') return html``
  return between(
    [
      dayLong(text('startsOn'), ask.lang, ask.today),
      text('startsAt') && sayTimes(text('startsAt'), text('endsAt'), ask.lang),
    ],
    ', ',
  )
}

export const ideaPages: readonly Page<Words>[] = [ideaList, ideaPage, answerPage]
