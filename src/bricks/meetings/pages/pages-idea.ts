import { type Html, html } from '../../../contract/html.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import type { Reader, Row } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { onItsDate } from '../../../core/calendar/event-dates.ts'
import { capital } from '../../../text/capital.ts'
import { dayLong, onDay, sayTimes } from '../../../text/days.ts'
import { notice } from '../../../ui/board.ts'
import { actButton, hidden, mainButton, post } from '../../../ui/post.ts'
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs, reachBlock } from '../../../ui/sheet.ts'
import { whatBecomes } from '../../../ui/speaking.ts'
import { TONGUE, within } from '../../../ui/tongue.ts'
import { prose } from '../../../ui/value.ts'
import { type AnswerSubject, askedAbout, takesAnswers } from '../model/asked-about.ts'
import { bornOn } from '../model/born.ts'
import { IDEA_FIELDS, PROPOSE_IDEA } from '../model/commands-idea.ts'
import { isChanged, planAsked } from '../model/date-told.ts'
import { ideaBecome } from '../model/ideas-of.ts'
import { type IdeaRow, keeperOfRecord, PATH } from '../model/read.ts'
import { idea } from '../model/records.ts'
import { gathered } from './answers.ts'
import { becameHere } from './became.ts'
import { dateGone } from './date-gone.ts'
import { placeSaid } from './date-news.ts'
import { becameSaid } from './enough.ts'
import { errandsOn } from './errands.ts'
import { answerForm, refusedHere } from './own-answer.ts'
import { between, kindsAlone, linkTo, type MeetingWords, notedWhen } from './say.ts'
import { takingLeaf } from './taking.ts'

const ideaPath = `${PATH}/idee`

const ideaList: Page<MeetingWords> = {
  path: ideaPath,
  show: (kit, read, words): Leaf =>
    kit.list(
      idea,
      row =>
        notice({
          title: row.title ?? '',
          href: `${ideaPath}/${row.id}`,
          where: standing(row, kit.request, read, words),
        }),
      {
        lead: kindsAlone(words),
        current: PATH,
      },
    ),
}

/** Where an idea stands, and where it comes from. */
function standing(row: IdeaRow, request: Request, read: Reader, words: MeetingWords): Html {
  const from = notedWhen(read, row.notedAt, request, words)
  return between([
    becameHere(row, request, read, words),
    row.state === 'dropped' && words.droppedNow,
    from || words.bornOn(onDay(bornOn(row.id), request.lang, request.today)),
    row.revivedOn !== null && words.revivedOn(onDay(row.revivedOn, request.lang, request.today)),
  ])
}

const ideaPage: Page<MeetingWords> = {
  path: `${ideaPath}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(idea, kit.request.params['id'] ?? '')
    const about = row && askedAbout(read, row.id, kit.request.today)
    if (!row || !about) return undefined
    return kit.record(idea, row.id, {
      side: 'help',
      crumbs: [
        { href: PATH, words: words.title },
        { href: ideaPath, words: words.types.idea.many },
      ],
      current: PATH,
      reach: reachBlock({ how: keeperOfRecord(kit, read, row.id, words) }, kit.request.lang),
      lead: html`
        ${row.detail && prose(row.detail)}
        ${becameNow(row, kit, read, words)}
        <p class="where">${origin(row, kit.request, read, words)}</p>
      `,
      hide: ['detail', 'state', 'became', 'becameOn', 'revivedOn', 'threshold', 'notedAt'],
      after: html`
        ${gathered(about, kit, read, words)}
        ${takesAnswers(about.state) && answerForm(about, kit, read, words)}
        ${kit.request.by === 'keeper' && keeping(row, about, kit, words)}
      `,
    })
  },
}

/** What it became, with its day; of a day that changed, *Annulé : …*, *Changement de jour : …*. */
function becameNow(
  row: IdeaRow,
  { request }: Kit,
  read: Reader,
  words: MeetingWords,
): Html | false {
  const become = ideaBecome(read, row.id, request.today)
  if (!become?.date || !isChanged(become.date)) {
    const became = becameHere(row, request, read, words)
    return became && html`<p><b>${became}</b></p>`
  }
  const told = capital(becameSaid({ ...become, changed: true }, request, read, words))
  const said = within(told, become.title, request.lang)
  const path = read.called(become.date.event)?.path
  return html`<p><b>${path ? html`<a href="${path}">${said}</a>` : said}</b></p>`
}

function origin(row: IdeaRow, request: Request, read: Reader, words: MeetingWords): Html {
  const from = notedWhen(read, row.notedAt, request, words)
  return between([
    from || words.bornOn(onDay(bornOn(row.id), request.lang, request.today)),
    row.revivedOn !== null && words.revivedOn(onDay(row.revivedOn, request.lang, request.today)),
    row.state === 'dropped' && words.droppedNow,
  ])
}

/** The keeper's verbs: an idea that became something is corrected by its form, not by a button. */
function keeping(row: IdeaRow, about: AnswerSubject, kit: Kit, words: MeetingWords): Html {
  const token = html`${kit.form()}${hidden({ from: kit.request.path })}`
  const button = (verb: string, label: string): Html =>
    actButton(token, `${ideaPath}/${row.id}/${verb}`, { button: label })
  const open = row.state !== 'became' || about.state === 'fallen'
  const becomes =
    open &&
    post(token, `${ideaPath}/${row.id}/devenue`, {
      fields: kit.fields(idea, undefined, ['became']),
      button: words.becomes,
    })
  return html`
    <section class="part stack no-print">
      <header><h2>${words.keeperActs}</h2></header>
      ${refusedHere(kit.request, ['became', undefined])}
      <div class="acts">
        ${button('reprendre', words.revive)}
        ${open && row.state !== 'dropped' && button('laisser', words.drop)}
      </div>
      ${becomes}
    </section>
  `
}

/** *Proposer une idée*: the idea, some words more, from how many people one meets. */
const proposePage: Page<MeetingWords> = {
  path: PROPOSE_IDEA,
  show: (kit, read, words): Leaf => {
    const lead = whatBecomes(kit.request, {
      first: words.ideaLead(keeperNamed(read) ?? words.keeper),
      atOnce: words.ideaLeadMember,
    })
    const body = html`
      <div class="one">
        <article class="sheet help-side">
          ${crumbs([{ href: PATH, words: words.title }], kit.request.lang)}
          <h1>${words.propose}</h1>
          ${mistakeIn(kit.request)}
          <p>${lead}</p>
          ${post(kit.form(), PROPOSE_IDEA, {
            hidden: { from: PROPOSE_IDEA },
            unchecked: true,
            fields: kit.fields(idea, undefined, IDEA_FIELDS),
            button: mainButton(words.sendIdea),
          })}
        </article>
      </div>
    `
    return { title: words.propose, body, current: PATH }
  },
}

/** The same form for an idea and for an event of the agenda, alone on its page. */
const answerPage: Page<MeetingWords> = {
  path: '/repondre/:id',
  show: (kit, read, words): Leaf | undefined => {
    const id = kit.request.params['id'] ?? ''
    const about = askedAbout(read, id, kit.request.today)
    if (!about) return dateGone(id, { kit, read, words })
    if (about.notice) return takingLeaf(about.notice, { kit, read, words })
    const isEvent = about.event !== undefined
    const way = isEvent
      ? crumbs(
          [
            {
              href: about.path,
              words: read.called(eventIn(about))?.title ?? about.title,
              isSaid: true,
            },
          ],
          kit.request.lang,
        )
      : crumbs(
          [
            { href: PATH, words: words.title },
            { href: about.path, words: about.title, isSaid: true },
          ],
          kit.request.lang,
        )
    const why = {
      dropped: words.closedIdea,
      became: words.becameIdea,
      over: words.closedEvent,
      off: words.cancelledEvent,
      closed: words.taking.closed,
    }
    const form = takesAnswers(about.state)
      ? answerForm(about, kit, read, words)
      : html`<p>${why[about.state]} ${linkTo(read, about.became)}</p>${itsIdea(about, read, words)}`
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet ${isEvent ? 'agenda-side' : 'help-side'}">
          ${way}
          <h1${TONGUE}>${about.title}</h1>
          ${isEvent && html`<p><b>${whenOf(about, kit.request, read)}</b></p>`}
          ${reachBlock({ how: keeperOfRecord(kit, read, about.id, words) }, kit.request.lang)}
          <p><a href="${about.path}">${words.backTo}</a></p>
          ${refusedHere(kit.request, ['quand', 'reponse'])}
          ${errandsOn(about.id, { kit, read, words })}
          ${gathered(about, kit, read, words)}
          ${form}
        </article>
      </div>
    `
    return { title: words.answerTo(about.title), body, current: isEvent ? '/agenda' : PATH }
  },
}

/** Of a day that is off: the idea that can have another one. */
function itsIdea({ state, event }: AnswerSubject, read: Reader, words: MeetingWords): Html | false {
  const of = state === 'off' && typeof event?.['idea'] === 'string' && linkTo(read, event['idea'])
  return of && html`<p>${words.dates.seeIdea} ${of}</p>`
}

/** The id of the event that is asked about, or of which a part is. */
const eventIn = ({ path }: AnswerSubject): string => path.slice(path.lastIndexOf('/') + 1)

/** The hours of a post. */
function hoursOf(part: Row, { lang }: Request): string {
  const [from, to] = [part['startsAt'], part['endsAt']]
  const until = typeof to === 'string' ? to : null
  return typeof from === 'string' ? `, ${sayTimes(from, until, lang)}` : ''
}

/** So many dates are looked at for one that takes place. */
const MOST_DATES = 8
/** Day and hours of an event that comes once; one that comes back says so on its own page. */
function whenOf({ id, event, part }: AnswerSubject, request: Request, read: Reader): Html {
  if (part) return html`${String(event?.['title'] ?? '')}${hoursOf(part, request)}`
  const text = (name: string) => (typeof event?.[name] === 'string' ? event[name] : '')
  if (text('recurs') !== '' || text('startsOn') === '') return html``
  const own = { startsAt: text('startsAt'), endsAt: text('endsAt') || null }
  const dates = read.published.eventDates?.(id, { from: request.today }, MOST_DATES) ?? []
  const date = dates.find(({ cancelled }) => !cancelled) ?? dates[0]
  const { startsAt, endsAt } = date ? onItsDate(own, date) : own
  const plan = planAsked(read, { event }, undefined)
  return between(
    [
      dayLong(date?.day ?? text('startsOn'), request.lang, request.today),
      startsAt && sayTimes(startsAt, endsAt, request.lang),
      plan && placeSaid(plan, read),
    ],
    ', ',
  )
}

export const ideaPages: readonly Page<MeetingWords>[] = [
  ideaList,
  ideaPage,
  proposePage,
  answerPage,
]
