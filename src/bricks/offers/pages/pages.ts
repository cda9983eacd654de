import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page } from '../../../contract/page.ts'
import { isShownHome } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { codeSaid } from '../../../contract/records/codes.ts'
import type { Request } from '../../../contract/request.ts'
import { hasTable } from '../../../contract/tables.ts'
import { lazy } from '../../../core/lazy.ts'
import { capital } from '../../../text/capital.ts'
import { dayPlain, onDay } from '../../../text/days.ts'
import { dotted } from '../../../ui/board.ts'
import { dataLine, listPage, pageAsked } from '../../../ui/list.ts'
import { actButton } from '../../../ui/post.ts'
import { note, said } from '../../../ui/say.ts'
import { type Crumb, fieldList } from '../../../ui/sheet.ts'
import { saidBy, saidByShort } from '../../../ui/speaking.ts'

import { within } from '../../../ui/tongue.ts'
import { arrangedHere, isReserved } from '../model/arranged.ts'
import { type SaidSo, saidOf } from '../model/kept.ts'
import { priceSaid } from '../model/price.ts'
import { foundAtOf } from '../model/published.ts'
import { found, noticeOf } from '../model/read.ts'
import { isOwn } from '../model/read-after.ts'
import { hereAuthor } from '../model/read-here.ts'
import { noticesWhere } from '../model/read-where.ts'
import { need, offer } from '../model/records.ts'
import { isRide } from '../model/rides/dates.ts'
import { type SeatsAgreed, seatsOf } from '../model/rides/seats.ts'
import { isClosed, isPast, type Notice } from '../model/rules.ts'
import { isSharedOut } from '../model/shared-out.ts'
import { HERE as HERE_LIST } from '../model/stack.ts'
import type { fr } from '../words/fr.ts'
import { alertPages } from './finding/alerts.ts'
import { filtersOf, searchQuery } from './finding/choice.ts'
import { FRESH, freshPages } from './finding/fresh.ts'
import { noticesMap } from './finding/map.ts'
import { photoPages } from './finding/photos.ts'
import { showcaseLink, showcasePages } from './finding/showcase.ts'
import { goingOn, interestAct } from './interest.ts'
import { kindOf, leadOf, linesOf, placeOf } from './line.ts'
import { copying, hiding } from './one-folded.ts'
import { afterPages, renewFirst, reopenAct, standingActs } from './pages-after.ts'
import { eveningPages } from './pages-evening.ts'
import { formPages } from './pages-form.ts'
import { loopPages } from './pages-loops.ts'
import { matchingPages, metSection } from './pages-matching.ts'
import { choiceHere, rideFilters } from './rides/choice.ts'
import { countedOn } from './rides/counted-on.ts'
import { rideFacts, whenHere } from './rides/facts.ts'
import { askSharing } from './sharing-out.ts'
import { cardNote, readElsewhere, whoSees } from './who-sees.ts'

type Words = typeof fr
const PATH = '/annonces'
const PER_PAGE = 30

const list: Page<Words> = {
  path: PATH,
  show: (kit, read, words): Leaf => {
    const choice = choiceHere(kit, read)
    const all = found(read, choice, kit.request.today)
    const where = noticesWhere(read, choice, kit.request.today)
    const { count } = where
    const pages = Math.max(1, Math.ceil(count / PER_PAGE))
    const page = pageAsked(kit.request.query, pages)
    const ids = all.idsAt((page - 1) * PER_PAGE, PER_PAGE)
    const acts = html`
      <a class="button offer-side" href="${PATH}/proposer">${words.propose}</a>
      <a class="button need-side" href="${PATH}/chercher">${words.search}</a>
    `
    const there = [offer, need].filter(type => read.list(type, { limit: 1 }).length > 0)
    const data = dataLine(
      there.map(type => ({ name: type.name, words: words.types[type.name].many })),
      kit.request.lang,
    )
    const body = listPage({
      lang: kit.request.lang,
      title: words.listTitle,
      lead: words.listLead,
      acts,
      said: said(kit.request.said),
      path: PATH,
      query: kit.request.query,
      filters: [...rideFilters(kit, words), ...filtersOf(kit, read, words)],
      items: kit.pieceEach('lines', ids, (bare, some) =>
        linesOf(all.of(some), { kit: bare, read, words }),
      ),
      side: noticesMap(where, { kit, read, words }),
      ...(count > 0 ? { found: words.found(count) } : {}),
      empty: words.empty,
      page,
      pages,
    })
    return {
      title: words.listTitle,
      body: html`
        ${readElsewhere(kit.request, words)}${body}${elsewhere(kit.request, words)}${data}
      `,
      current: PATH,
    }
  },
}

/** The same search on the map, and on paper for who has no screen. */
const elsewhere = (request: Request, words: Words): Html =>
  html`
    <p class="acts no-print">
      <a
        href="/carte?${searchQuery(request.query, { montrer: 'annonces' })}">${words.finding.onMap}
      </a> <a href="${FRESH}?${searchQuery(request.query)}">${words.finding.freshLink}</a>
      <a href="${PATH}?facon=ride">${words.rides.all}</a>
    </p>
  `

/** Every field of a notice is said by this page itself, in the order in which a neighbour asks. */
const HERE = [...new Set([...Object.keys(offer.fields), ...Object.keys(need.fields)])]

const one: Page<Words> = {
  path: `${PATH}/:id`,
  show: (kit, read, words): Leaf | undefined => {
    const notice = noticeOf(read, kit.request.params['id'] ?? '')
    if (!notice) return undefined
    const id = notice.row.id
    const over = overOf(notice, kit.request, read, words)
    const isMine = isOwn(read, notice, kit.request.isMe)
    const shown = (field: string) => shownOf(notice, kit, field)
    const theme = notice.row.themes?.[0]
    const arranged = lazy(() => arrangedHere(read))
    const meets = !over && metSection(notice, { kit, read, words }, arranged)
    const sure = meets ? meets.sure : []
    const isHere = read.staysHere(id)
    const isByCard = kit.isByCard(id)
    const asked = isMine && !over && renewFirst(notice, kit, read, words)
    const mayAct = isMine || kit.request.by === 'keeper'
    const counted = mayAct && countedOn(notice, { kit, read, words }, isMine)
    const more = {
      side: notice.kind,
      current: PATH,
      crumbs: [{ href: PATH, words: words.listTitle }, ...crumbOf(read, theme, words)],
      lead: html`
        ${asked && html`${counted}${asked}`}
        ${isMine && meets !== false && meets.link}
        ${isMine && askSharing(notice, kit, words)}
        ${isMine && !isHere && shownAround(notice, read, words)}
        ${!over && isReserved(arranged, notice) && note(words.reservedNow[notice.kind])}
        ${over && note(over)}
        ${!isMine && (over ? goingOn : interestAct)(notice, { kit, read, words }, sure)}
        ${
          cardNote(kit, id, words) ||
          (isHere && !over && html`<p class="where">${words.hereOnly}</p>`)
        }
        ${lead(notice, words)}
        ${shown('detail')}
      `,
      hide: HERE,
      after: html`
        ${fieldList(fieldsOf(notice, kit, words, seatsOf(read, [notice]).get(id)))}
        ${isShownHome(kit.request) && foundSection(notice, read, words)}
        ${saidSection(saidOf(read, id), kit.request, words)}
        ${!asked && counted}
        ${
          mayAct &&
          actsOf(notice, kit, words, {
            asked: asked !== false,
            isShared: isSharedOut(read, notice),
          })
        }
        ${!isByCard && showcaseLink(notice, words)}
        ${!over && !isByCard && posterLink(notice, kit, read, words)}
        ${isHere && hereActs(notice, kit, read, words)}
        ${!isHere && !over && copying(notice, kit.request, words)}
        ${whoSees(notice, isMine, { kit, read, words })}
        ${kit.request.by === 'keeper' && hiding(kit, id, words)}
      `,
      ...(meets ? { aside: meets.body } : {}),
      ...(over ? {} : { acts: html`${askingActs(notice, read, words)}` }),
    }
    return notice.kind === 'offer' ? kit.record(offer, id, more) : kit.record(need, id, more)
  },
}

/** Their own choice, told back to them. */
const shownAround = ({ kind, row }: Notice, read: Reader, words: Words): Html | false =>
  read.one(kind === 'offer' ? offer : need, row.id, 'home')?.spread === 'around' &&
  html`<p class="where">${words.whereShown(words.spreads.voisins)}</p>`

/**
 * Of a notice that is read here alone: its keeper shows it around once its person agrees, or takes
 * it down; so does its author.
 */
function hereActs(notice: Notice, kit: Kit, read: Reader, words: Words): Html | false {
  const act = (path: string, label: string): Html =>
    actButton(kit.form(), path, {
      look: 'inline no-print',
      hidden: { id: notice.row.id },
      button: label,
    })
  if (isShownHome(kit.request))
    return html`
      <div class="acts no-print">
        ${act(`${HERE_LIST}/afficher`, words.stack.showAround)}${' '}
        ${act(`${HERE_LIST}/decrocher`, words.stack.takeDown)}
      </div>
    `
  const isTheirs = kit.request.isMe(hereAuthor(read, notice))
  return (
    isTheirs &&
    html`<div class="acts no-print">${act(`${HERE_LIST}/reprendre`, words.stack.takeDown)}</div>`
  )
}

/**
 * On paper, for a wall or a counter. Whoever brings a strip back says a code: the keeper's button
 * draws one, when there is none, then prints.
 */
function posterLink({ row: { id } }: Notice, kit: Kit, read: Reader, words: Words): Html {
  const w = words.prints
  if (kit.request.by !== 'keeper' || codeSaid(read, id) !== undefined)
    return html`
      <p class="no-print">
        <a href="/imprimer/affichette/${id}">${w.poster}</a> (<a
          href="/imprimer/affichette/${id}?format=a5">${w.posterSmall}</a>)
      </p>
    `
  return actButton(kit.form(), '/donner-un-code', {
    look: 'inline no-print',
    hidden: { id, papier: 'affichette', from: false },
    button: html`
      <button>${w.posterCoded}</button> <button class="link" name="format"
        value="a5">${w.posterSmall}</button>
    `,
  })
}

/** A notice that is over may be said again, unless its day has passed. */
function actsOf(
  notice: Notice,
  kit: Kit,
  words: Words,
  standing: Readonly<{ asked: boolean; isShared: boolean }>,
): Html | false {
  if (isPast(notice.row, kit.request.today)) return false
  return isClosed(notice.row)
    ? reopenAct(notice.row.id, kit, words)
    : standingActs(notice, kit, words, standing)
}

/** *Ce n’est plus vrai ?* on every notice. */
const askingActs = ({ row: { id } }: Notice, read: Reader, words: Words): Html | false =>
  hasTable(read, 'confirmation') &&
  html`<a href="/a-confirmer?annonce=${id}">${words.stillTrue}</a>`

function lead(notice: Notice, words: Words): Html {
  const promised = leadOf(notice, words)
  const kind = kindOf(notice)
  return html`
    ${promised && html`<p><b>${capital(promised)}${words.stop}</b></p>`}
    ${kind === 'coup-de-main' && html`<p class="side-word">${capital(words.kinds[kind])}</p>`}
  `
}

const shownOf = (notice: Notice, kit: Kit, field: string): Html => {
  const row: Readonly<Record<string, unknown>> = notice.row
  return kit.shown(notice.kind === 'offer' ? offer : need, field, row[field])
}

function crumbOf(
  read: Reader,
  theme: string | undefined,
  { listTitle: heard }: Words,
): readonly Crumb[] {
  const called = theme === undefined ? undefined : read.called(theme)
  return called ? [{ href: `${PATH}?themes=${theme}`, words: called.title, heard }] : []
}

/** For the keeper alone, who hands words over. */
const foundSection = ({ kind, row: { id } }: Notice, read: Reader, words: Words): Html | false =>
  fieldList([{ label: words.types[kind].fields.foundAt.label, value: foundAtOf(read, id, [kind]) }])

/** The sentence of a notice that no list shows any more. */
function overOf(notice: Notice, request: Request, read: Reader, words: Words): string | false {
  if (isClosed(notice.row)) return isSharedOut(read, notice) ? words.sharing.closed : words.closed
  return (
    isPast(notice.row, request.today) &&
    words.over(dayPlain(notice.row.until ?? '', request.lang, request.today))
  )
}

/** With what it is for, where the notice says it: *20 € la journée*. */
function priceShown(notice: Notice, kit: Kit): Html | false {
  const { title, priceCents: cents } = notice.row
  const said = cents === null ? undefined : priceSaid(title ?? '', cents)
  return said === undefined ? shownOf(notice, kit, 'priceCents') : html`${said}`
}

function fieldsOf(
  notice: Notice,
  kit: Kit,
  words: Words,
  agreed?: readonly SeatsAgreed[],
): readonly Readonly<{ label: string; value: Html | false }>[] {
  const labels: Readonly<Record<string, Readonly<{ label: string }>>> =
    words.types[notice.kind].fields
  const where = [placeOf(notice, kit, words), shownOf(notice, kit, 'where')]
  const of = (name: string, value: Html | false = shownOf(notice, kit, name)) => ({
    label: labels[name]?.label ?? name,
    value: value !== false && value.html !== '' && value,
  })
  return [
    of('mode'),
    of('priceCents', priceShown(notice, kit)),
    ...rideFacts(notice, whenHere(kit), words, agreed).map(([label, value]) => ({
      label,
      value: html`${value}`,
    })),
    of('amount'),
    of('where', dotted(where)),
    of('against'),
    of(
      'until',
      !isRide(notice.row) &&
        !!notice.row.until &&
        html`${dayPlain(notice.row.until, kit.request.lang, kit.request.today)}`,
    ),
    ...(notice.kind === 'need'
      ? [
          of(
            'since',
            !!notice.row.since &&
              html`${dayPlain(notice.row.since, kit.request.lang, kit.request.today)}`,
          ),
        ]
      : []),
    of('from'),
    of('event'),
    of('when'),
    of('counterpart'),
    {
      label: words.types.offer.fields.toldTo.label,
      value:
        !!notice.row.toldTo &&
        html`${saidByShort(kit.request, notice.row.toldTo, notice.row.who ?? words.someone)}`,
    },
    of('themes'),
    of('notedAt'),
  ]
}

/** Who said so, and when: an act of a person, never a mark of quality. */
const saidSection = (all: readonly SaidSo[], request: Request, words: Words): Html | false =>
  all.length > 0 &&
  html`<div class="where">${all.map(
    line => html`
    <p>${within(saidLine(line, request, words), line.said ?? '', request.lang)}</p>
  `,
  )}</div>`

export function saidLine(
  line: SaidSo,
  request: Pick<Request, 'lang' | 'today'>,
  words: Words,
): string {
  const who = line.who ?? words.someone
  const day = line.on ? onDay(line.on, request.lang, request.today) : words.oneDay
  const verb = Object.hasOwn(words.said, line.says)
    ? words.said[line.says as keyof Words['said']]
    : words.said.yes
  const told =
    line.says === 'yes' && line.withWhom ? words.talked(who, line.withWhom, day) : verb(who, day)
  const by = line.toldTo ? ` (${saidBy(request, line.toldTo, who)})` : ''
  return `${told}${line.said ? words.quoted(line.said) : ''}${by}${words.stop}`
}

export const pages: readonly Page<Words>[] = [
  list,
  ...eveningPages,
  ...afterPages,
  ...photoPages,
  ...alertPages,
  ...showcasePages,
  ...freshPages,
  one,
  ...formPages,
  ...matchingPages,
  ...loopPages,
]
