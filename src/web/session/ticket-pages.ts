import type { Context, Hono } from 'hono'
import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { isHiddenIn } from '../../contract/records/hidden-number.ts'
import { isReadHere } from '../../contract/records/read-here.ts'
import { readNow } from '../../contract/records/read-now.ts'
import type { Request } from '../../contract/request.ts'
import type { Fate } from '../../contract/slots.ts'
import { sayCode } from '../../core/code.ts'
import { asSent } from '../../core/form/input.ts'
import { fieldFor, spaceOf } from '../../core/schema.ts'
import { withMadeFields } from '../../engine/fields.ts'
import { keeperName, sayFate } from '../../engine/records/fate.ts'
import {
  CAME_FROM,
  codeOfSent,
  correctableFields,
  fateOf,
  isTicketCode,
  mayStillCorrect,
  type SentRecord,
  sentByCode,
  sentFor,
  TICKET,
} from '../../engine/records/sent.ts'
import type { Local } from '../../files/local.ts'
import { formField } from '../../ui/field.ts'
import { hidden, mainButton, post } from '../../ui/post.ts'
import { qr } from '../../ui/qr.ts'
import { refused, said } from '../../ui/say.ts'
import { crumbs, fieldList } from '../../ui/sheet.ts'
import { TONGUE } from '../../ui/tongue.ts'
import { monotonicNow, type PageSource } from '../pages/kit.ts'
import { sayLeaf } from '../pages/respond.ts'
import { posted } from '../post/form-in.ts'
import { later } from '../post/later.ts'
import { isOurs, localOnly, type PostedCommand, takeTurn } from '../post/post.ts'
import { besideReach } from '../records/record.ts'
import { plainWords } from '../records/words.ts'
import type { ServedPage } from '../server.ts'
import type { Server } from '../server-parts.ts'
import { webWords } from '../words.ts'
import { backoff } from './backoff.ts'
import { limit, personOf, wrongTries } from './limits.ts'
import { notOurs } from './signin.ts'
import { openedByTicket } from './tickets.ts'
import type { Visit } from './visit.ts'

const MINUTE = 60_000

/**
 * `/billet`: a code to type, and what it tells; `/billet/SECRET`: the ticket itself, from which its
 * holder corrects or takes back.
 */
export const ticketPages = (source: PageSource, local: Local): readonly ServedPage[] => {
  const held = (
    show: (kit: Kit, read: Reader, sent: SentRecord, ticket: string) => Leaf | undefined,
  ): ServedPage['show'] => {
    return (kit, read) => {
      const ticket = openedByTicket(local, kit.request.params['secret'] ?? '')
      const sent = ticket === undefined ? undefined : sentFor({ ...source, read }, ticket)
      const leaf = sent && ticket !== undefined && show(kit, read, sent, ticket)
      return leaf ? { ...leaf, secret: true } : undefined
    }
  }
  return [
    { path: TICKET, show: kit => codeLeaf(kit) },
    {
      path: `${TICKET}/:secret`,
      show: held((kit, read, sent, ticket) => ticketLeaf(source, kit, read, { sent, ticket })),
    },
    {
      path: `${TICKET}/:secret/corriger`,
      show: held((kit, read, sent) => correctLeaf(kit, read, sent)),
    },
    {
      path: `${TICKET}/:secret/reprendre`,
      show: held((kit, _read, sent) => takeBackLeaf(kit, sent)),
    },
  ]
}

/**
 * Guesses from the box's own computer: the wait doubles from the fourth on, and is at most so long.
 */
const [HERE_MS, MOST_HERE_MS, FORGIVEN_MS] = [1_000, 30_000, 10 * MINUTE]

/** How often a code is tried. Undefined: now; else for how long it is not. */
type Tries = Readonly<{
  wait: (visit: Visit, now: number) => number | undefined
  wrong: (visit: Visit, now: number) => void
}>

/**
 * Law     what can be no code (a digit that the check finds wrong, a word that no ticket has) is a
 *         slip, told nothing, and is not counted. Somebody who guessed twelve times waits ten
 *         minutes: a member by themselves, else an address. At the box's own computer, where a
 *         whole evening sits one after the other, nobody ever waits longer than half a minute: two
 *         guesses a minute, of a million codes.
 */
function codeTries(): Tries {
  const [people, here] = [wrongTries(12, FORGIVEN_MS), backoff(HERE_MS, MOST_HERE_MS, FORGIVEN_MS)]
  return {
    wait: (visit, now) => {
      if (visit.by === 'keeper') return undefined
      const { who, is } = personOf(visit)
      if (is === 'here') return here.waits(who, now) || undefined
      return people.allows(who, now) ? undefined : FORGIVEN_MS
    },
    wrong: (visit, now) => {
      const { who, is } = personOf(visit)
      if (is === 'here') here.failed(who, now)
      else people.wrong(who, now)
    },
  }
}

/** Law     what is not there any more answers as what never was. */
export function ticketRoutes(
  app: Hono,
  server: Server,
  speaking: (act: string) => PostedCommand | undefined,
): void {
  const tries = codeTries()
  const posts = limit({ each: 30, here: 300, all: 400, spanMs: 10 * MINUTE })
  app.get('/chercher', async (c, next) => {
    const typed = c.req.query('q') ?? ''
    // A search that asks for the words themselves says so.
    if (c.req.query('mots') === undefined && isTicketCode(typed))
      return c.redirect(`${TICKET}?${new URLSearchParams({ code: typed })}`, 302)
    return next()
  })
  app.get(TICKET, (c, next) =>
    c.req.query('code') === undefined ? next() : Promise.resolve(byCode(c, server, tries)),
  )
  app.post(`${TICKET}/:secret/:act{corriger|reprendre}`, async c => {
    const visit = server.visit(c)
    const sent = await posted(c, server, visit)
    if (!isOurs(c, server, visit, sent.own)) return notOurs(c, server, visit)
    const [ticket, does] = [
      openedByTicket(server.local, c.req.param('secret')),
      speaking(c.req.param('act')),
    ]
    const w = webWords(visit.lang)
    if (ticket === undefined || !does)
      return server.answer(
        c,
        visit,
        sayLeaf(w.notFound, [plainWords(visit.lang).ticket.notYours], visit),
        { status: 404 },
      )
    const giveBack = posts.take(personOf({ ...visit, me: undefined }), monotonicNow(server.source))
    if (!giveBack) return later(c, server, visit, sent)
    // Whoever holds the ticket acts by it alone, whoever else is signed in there.
    const [asVisitor, next] = [
      { ...visit, by: 'visitor', me: undefined } as const,
      `${TICKET}/${c.req.param('secret')}`,
    ]
    const answer = await takeTurn({ c, server, visit: asVisitor }, does, sent, { ticket, next })
    // A form that is sent back wrote nothing.
    if (answer.status !== 303) giveBack()
    return answer
  })
}

function byCode(c: Context, server: Server, tries: Tries): Response {
  const visit = server.visit(c)
  const kit = server.kitAt(TICKET, visit)
  const typed = asSent(visit.query, 'code').slice(0, 100)
  const now = monotonicNow(server.source)
  const waits = isTicketCode(typed) ? tries.wait(visit, now) : undefined
  if (waits !== undefined)
    return server.answer(c, visit, codeLeaf(kit, { typed, waits }), { status: 429, cache: 'none' })
  const sent = sentByCode(server.source, typed)
  const fate = sent === undefined ? undefined : fateOf(server.source, sent)
  if (!fate && isTicketCode(typed)) tries.wrong(visit, now)
  return server.answer(c, visit, codeLeaf(kit, fate ? { typed, fate } : { typed }), {
    cache: 'none',
  })
}

/** `waits`: too many were guessed, it is not looked at for so long. Units: ms. */
type Typed = Readonly<{ typed: string; fate?: Fate; waits?: number }>
/** One form; above it, what the code that was typed tells. */
function codeLeaf(kit: Kit, { typed = '', fate, waits }: Partial<Typed> = {}): Leaf {
  const w = plainWords(kit.request.lang).ticket
  const isTold = typed.trim() !== ''
  const search =
    isTold &&
    !fate &&
    waits === undefined &&
    html`
      <p>
        <a href="/chercher?${new URLSearchParams({ q: typed, mots: '1' }).toString()}">
          ${w.searchInstead(typed)}
        </a>
      </p>
    `
  const told = fate
    ? html`
      <div class="note" role="status">
        <p><b>${sayFate(fate, kit.territory, kit.request.lang)}</b></p>
      </div>
    `
    : isTold &&
      refused(
        [{ sentence: waits === undefined ? w.unknown : w.stopped(waits), field: 'code' }],
        kit.request.lang,
      )
  const field = formField({
    id: 'f-code',
    label: w.code,
    hint: w.hint,
    input: { name: 'code', value: typed, maxlength: 100, autocomplete: 'off' },
  })
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        ${told}
        ${search}
        <p>${w.lead}</p>
        <form class="form" action="${TICKET}">
          ${field}
          <p class="acts">${mainButton(w.see)}</p>
        </form>
      </article>
    </div>
  `
  return { title: w.title, body }
}

function ticketLeaf(
  source: PageSource,
  kit: Kit,
  read: Reader,
  { sent, ticket }: Readonly<{ sent: SentRecord; ticket: string }>,
): Leaf {
  const w = plainWords(kit.request.lang).ticket
  const given = codeOfSent(read, ticket)
  const code =
    given &&
    html`
      <p>${w.sayIt}</p>
      <p class="ticket-code">
        <b>${sayCode({ word: given.word ?? '', digits: given.digits ?? '' })}</b>
      </p>
    `
  const address = kit.request.address && `http://${kit.request.address}${kit.request.path}`
  const drawing = address
    ? html`${qr(address, w.qrLabel)}<p class="only-print">${address}</p>`
    : undefined
  const { type, shownAs } = sent
  const isHere = shownAs !== null && isReadHere(read, type, shownAs)
  const page = isHere
    ? `${type.path}/${shownAs}`
    : shownAs === null
      ? undefined
      : read.called(shownAs)?.path
  const see = page && html` <a href="${page}">${w.seeIt}</a>`
  const to = asSent(kit.request.query, CAME_FROM)
  const on =
    to === '' ? false : html`<p class="no-print"><a href="${localOnly(to)}">${w.goOn}</a></p>`
  // Whoever finds their number on the page by a notice that somebody else sent, or their own, hides
  // it at once; taking all back is another act.
  const whole = withMadeFields(source.bricks, read, type, kit.request.lang).type
  const link =
    page &&
    shownAs !== null &&
    besideReach(
      source.bricks,
      { type: whole, id: shownAs, values: readNow(read, type, shownAs) },
      kit.request.lang,
    )
  const hide = link && html`<p class="no-print">${link}</p>`
  const acts =
    mayStillCorrect(sent) &&
    html`
      <p class="acts no-print">
        ${
          sent.fate.state !== 'off' &&
          html`<a class="button" href="${kit.request.path}/corriger">${w.correct}</a> `
        }
        <a class="button" href="${kit.request.path}/reprendre">${w.takeBack}</a>
      </p>
    `
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet ticket">
        <h1>${w.yours}</h1>
        ${code}
        <p><b>${sayFate(sent.fate, kit.territory, kit.request.lang)}</b>${see}</p>
        <div class="no-print"><p>${w.keepIt(keeperName(kit.territory, kit.request.lang))}</p></div>
        ${drawing}
        <p class="no-print">${w.keepAddress(drawing !== undefined)}</p>
        <div class="no-print">${whatWasSent(source, kit, read, sent)}</div>
        ${acts}
        ${hide}
        ${on}
      </article>
    </div>
  `
  return { title: w.yours, body }
}

/** As they wrote it; over http, nothing of what stays in this box. */
function whatWasSent(
  source: PageSource,
  kit: Kit,
  read: Reader,
  { type, record }: SentRecord,
): Html {
  const { words } = withMadeFields(source.bricks, read, type, kit.request.lang)
  const row: Readonly<Record<string, unknown>> = read.one(type, record, 'home') ?? {}
  // How far they said that it goes tells nothing of them.
  const spread = fieldFor(type, 'spread')
  const fields = Object.entries(type.fields)
    .filter(
      ([name, field]) =>
        row[name] !== null &&
        row[name] !== undefined &&
        field.kind !== 'files' &&
        (kit.request.private || name === spread || spaceOf(type, field) === 'commons'),
    )
    .filter(([name, field]) => name === type.title || name === spread || field.unasked !== true)
    .map(([name]) => ({
      label: words.fields[name]?.label ?? name,
      value: kit.shown(type, name, row[name]),
    }))
  return html`
    <h2>${plainWords(kit.request.lang).ticket.sent}</h2>
    ${isHiddenIn(read, row) && html`<p><b>${plainWords(kit.request.lang).ticket.isHidden}</b></p>`}
    <div${TONGUE}>${fieldList(fields)}</div>
  `
}

const errorAbove = (request: Request): Html | false =>
  request.again !== undefined &&
  refused(
    [
      {
        sentence: request.again.refused,
        ...(request.again.field ? { field: request.again.field } : {}),
      },
    ],
    request.lang,
  )
const ticketOf = ({ path }: Request): string => path.replace(/\/[^/]*$/, '')
const hiddenIn = (kit: Kit): Html => html`${kit.form()}${hidden({ from: kit.request.path })}`

function correctLeaf(kit: Kit, read: Reader, sent: SentRecord): Leaf | undefined {
  if (!mayStillCorrect(sent) || sent.fate.state === 'off') return undefined
  const w = plainWords(kit.request.lang).ticket
  const row = read.one(sent.type, sent.record, 'home') as
    | Readonly<Record<string, unknown>>
    | undefined
  const fields = kit.fields(sent.type, row, correctableFields(sent, read, kit.request.private))
  const lead = html`
    <p>
      ${w.correctLead(keeperName(kit.territory, kit.request.lang))}
      ${sent.shownAs !== null && html` ${w.correctShown}`}
    </p>
  `
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: ticketOf(kit.request), words: w.yours }], kit.request.lang)}
        <h1>${w.correctTitle}</h1>
        ${errorAbove(kit.request)}
        ${lead}
        ${post(hiddenIn(kit), kit.request.path, {
          unchecked: true,
          fields,
          button: mainButton(w.correctAct),
        })}
      </article>
    </div>
  `
  return { title: w.correctTitle, body }
}

function takeBackLeaf(kit: Kit, sent: SentRecord): Leaf | undefined {
  if (!mayStillCorrect(sent)) return undefined
  const w = plainWords(kit.request.lang).ticket
  const copies = sent.shownAs !== null && html`<p>${w.takeBackCopies}</p>`
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: ticketOf(kit.request), words: w.yours }], kit.request.lang)}
        <h1>${w.takeBackTitle}</h1>
        ${errorAbove(kit.request)}
        <p>${w.takeBackLead}</p>
        ${copies}
        ${post(hiddenIn(kit), kit.request.path, {
          button: html`
            <button>${w.takeBackAct}</button> <a href="${ticketOf(kit.request)}">${w.keepThere}</a>
          `,
        })}
      </article>
    </div>
  `
  return { title: w.takeBackTitle, body }
}
