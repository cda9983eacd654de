import { type Html, html } from '../../contract/html.ts'
import type { Kit } from '../../contract/kit.ts'
import type { Leaf } from '../../contract/page.ts'
import type { Reader } from '../../contract/reader.ts'
import { isHiddenIn } from '../../contract/records/hidden-number.ts'
import { readNow } from '../../contract/records/read-now.ts'
import { sayCode } from '../../core/code.ts'
import { asSent } from '../../core/form/input.ts'
import { fieldFor, spaceOf } from '../../core/schema.ts'
import { withMadeFields } from '../../engine/fields.ts'
import { mendOf } from '../../engine/mending.ts'
import { keeperName, sayFate } from '../../engine/records/fate.ts'
import { besideTicket, CAME_FROM, TICKET, withdrawnOf } from '../../engine/records/sent.ts'
import { codeOfSent } from '../../engine/records/sent-codes.ts'
import { correctableFields, picturesToAdd } from '../../engine/records/sent-commands.ts'
import { mayStillCorrect, type SentRecord, sentFor } from '../../engine/records/sent-fate.ts'
import type { Local } from '../../files/local.ts'
import { mainButton, post } from '../../ui/post.ts'
import { qr } from '../../ui/qr.ts'
import { mistakeIn, said, sayPage } from '../../ui/say.ts'
import { crumbs, fieldList } from '../../ui/sheet.ts'
import type { ServedPage } from '../all-pages.ts'
import type { PageSource } from '../pages/kit.ts'
import { localOnly } from '../post/again.ts'
import { askedIn } from '../records/asked-in.ts'
import { besideReach } from '../records/record.ts'
import { plainWords } from '../records/words.ts'
import { calledOff, hiddenIn, isShared, takeBackLeaf, ticketOf, whomToAsk } from './ticket-back.ts'
import { codeLeaf, pageOfSent } from './ticket-code.ts'
import { sentPictures } from './ticket-photo.ts'
import { openedByTicket } from './tickets.ts'

/**
 * The pages of tickets: `/billet` takes a typed code, `/billet/SECRET` is the ticket, where its
 * holder corrects or takes back.
 */
export const ticketPages = (source: PageSource, local: Local): readonly ServedPage[] => {
  const held = (
    show: (kit: Kit, read: Reader, sent: SentRecord, ticket: string) => Leaf | undefined,
  ): ServedPage['show'] => {
    return (kit, read) => {
      const ticket = openedByTicket(local, kit.request.params['secret'] ?? '')
      const sent = ticket === undefined ? undefined : sentFor({ ...source, read }, ticket)
      if (!sent || ticket === undefined) return undefined
      return { ...(show(kit, read, sent, ticket) ?? noMoreLeaf(kit)), secret: true }
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
      show: held((kit, read, sent) => correctLeaf(source, kit, read, sent)),
    },
    {
      path: `${TICKET}/:secret/reprendre`,
      show: held((kit, read, sent, ticket) =>
        takeBackLeaf(kit, sent, {
          shared: isShared(source, read, sent),
          talks: besideTicket({ bricks: source.bricks, read }, ticket).length > 0,
          off: calledOff(source, kit, read, { sent, ticket }),
        }),
      ),
    },
  ]
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
  const printed = drawing ?? html`<p class="only-print">${w.typeAfter(kit.request.path)}</p>`
  // Over http the answer is not shown there.
  const keepSaid = kit.request.private ? w.keepAddressSaid : w.keepAddressHeard
  const { type, shownAs } = sent
  const page = pageOfSent(read, sent)
  const see = page && html` <a class="no-print" href="${page}">${w.seeIt}</a>`
  const to = asSent(kit.request.query, CAME_FROM)
  const on =
    to === '' ? false : html`<p class="no-print"><a href="${localOnly(to)}">${w.goOn}</a></p>`
  // A person whose number is on the page through a notice hides it at once. Taking the notice back
  // is another act.
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
      <div class="acts no-print">
        ${
          !isGone(sent) &&
          html`<a class="button" href="${kit.request.path}/corriger">${w.correct}</a> `
        }
        ${ownActs(source, kit, read, sent)}
        <a class="button quiet" href="${kit.request.path}/reprendre">${w.takeBack}</a>
      </div>
    `
  const goesOn = goingOn(source, kit, read, sent, ticket)
  if (goesOn && isConversation(sent)) {
    // What was just sent has its ticket to be noted first; then what is said comes first.
    const isNew = sent.fate.state === 'sent'
    const card = html`
      <div class="part ticket">
        ${isNew ? html`<p><b>${w.yours}</b></p>` : html`<h2>${w.yours}</h2>`}
        ${code}
        <div class="no-print"><p>${w.keepIt(keeperName(kit.territory, kit.request.lang))}</p></div>
        ${printed}
        <p>${keepSaid(drawing !== undefined)}</p>
      </div>
    `
    return {
      title: titleOf(kit, read, sent),
      body: html`
        ${said(kit.request.said)}
        <div class="one">
          <article class="sheet done-side">
            ${mistakeIn(kit.request)}
            ${isNew && card}
            ${goesOn}
            ${!isNew && card}
            ${takeBackLink(kit, sent)}
            ${on}
            ${whomToAsk(kit)}
          </article>
        </div>
      `,
    }
  }
  const body = html`
    ${said(kit.request.said)}
    <div class="one">
      <article class="sheet ticket">
        <h1>${w.yours}</h1>
        ${code}
        <p><b>${sayFate(sent.fate, kit.territory, kit.request.lang)}</b>${see}</p>
        ${mistakeIn(kit.request)}
        ${goesOn}
        ${newsPart(source, kit, read, sent)}
        <div class="no-print"><p>${w.keepIt(keeperName(kit.territory, kit.request.lang))}</p></div>
        ${printed}
        <p>${(goesOn ? keepSaid : w.keepAddress)(drawing !== undefined)}</p>
        <div class="stack">${whatWasSent(source, kit, read, sent)}</div>
        ${acts}
        ${hide}
        ${on}
        ${whomToAsk(kit)}
      </article>
    </div>
  `
  return { title: titleOf(kit, read, sent), body }
}

/**
 * *Votre billet : Un four*: of two tickets in one browser, which. The subject is a title that
 * everybody reads, or over https their own words.
 */
function titleOf({ request }: Kit, read: Reader, { type, record }: SentRecord): string {
  const w = plainWords(request.lang).ticket
  const row: Readonly<Record<string, unknown>> = read.one(type, record, 'home') ?? {}
  const about = ['to', 'about'].flatMap(name =>
    type.fields[name]?.kind === 'link' ? [row[name]].flat() : [],
  )
  const called = about.flatMap(id => (typeof id === 'string' ? (read.called(id)?.title ?? []) : []))
  const own = request.private || type.space !== 'home' ? row[type.title] : undefined
  const subject = called[0] ?? (typeof own === 'string' ? own : '')
  return subject === '' ? w.yours : w.yoursOf(subject)
}

/** *Du nouveau*: what bricks know of it that its holder did not read yet. */
function newsPart(source: PageSource, kit: Kit, read: Reader, sent: SentRecord): Html | false {
  const { lang } = kit.request
  const of = { type: sent.type, id: sent.shownAs ?? sent.record }
  const lines = source.bricks.flatMap(
    brick => brick.slots?.onTicket?.(kit, read, brick.words[lang], of) ?? [],
  )
  return (
    lines.length > 0 &&
    html`
      <h2 class="no-print">${plainWords(lang).ticket.news}</h2>
      <ul class="notices news no-print">${lines.map(line => html`<li>${line}</li>`)}</ul>
    `
  )
}

/** What bricks let its holder do with what shows of it. */
const ownActs = (
  { bricks }: PageSource,
  kit: Kit,
  read: Reader,
  { shownAs }: SentRecord,
): readonly Html[] =>
  shownAs === null
    ? []
    : bricks.flatMap(
        ({ slots, words }) =>
          slots?.ticketActs?.(kit, read, words[kit.request.lang], shownAs) ?? [],
      )

/** What was sent is a conversation itself, and never shows; a notice has its own page. */
const isConversation = ({ type }: SentRecord): boolean => type.space === 'home'

/** What the holder goes on with: its brick shows it, with its acts. */
const goingOn = (
  source: PageSource,
  kit: Kit,
  read: Reader,
  { type, record }: SentRecord,
  ticket: string,
): Html | undefined =>
  source.bricks
    .map(brick =>
      brick.slots?.ticketed?.(kit, read, brick.words[kit.request.lang], {
        type: type.name,
        id: record,
        path: kit.request.path,
        ticket,
      }),
    )
    .find(one => one !== undefined)

function takeBackLink(kit: Kit, sent: SentRecord): Html | false {
  const w = plainWords(kit.request.lang).ticket
  return (
    mayStillCorrect(sent) &&
    html`<p class="no-print"><a href="${kit.request.path}/reprendre">${w.takeBackMine}</a></p>`
  )
}

/** As they wrote it; over http, nothing of what stays in this box. */
function whatWasSent(source: PageSource, kit: Kit, read: Reader, sent: SentRecord): Html {
  const { type, record, fate } = sent
  const w = plainWords(kit.request.lang).ticket
  const { words } = withMadeFields(source.bricks, read, type, kit.request.lang)
  const row: Readonly<Record<string, unknown>> = read.one(type, record, 'home') ?? {}
  const own = askedIn({ bricks: source.bricks, read }, type, row, words)
  const mends = new Set(mendOf(source.bricks, type.name)?.fields ?? [])
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
    // What was understood of the sentence is told with what was asked: it may be corrected too.
    .filter(
      ([name, { unasked }]) =>
        name === type.title || name === spread || unasked !== true || mends.has(name),
    )
    // Whether it is over is said above, as what became of it.
    .filter(([name]) => own.isAsked(name) && name !== type.over?.field)
    .map(([name]) => ({
      label: own.label(name),
      value: kit.shown(type, name, row[name]),
    }))
    // What it was about shows no more: a label alone says nothing.
    .filter(({ value }) => value.html !== '')
  return html`
    <h2>${fate.reworded ? w.sentReworded : w.sent}</h2>
    ${isHiddenIn(read, row) && html`<p><b>${w.isHidden}</b></p>`}
    ${fieldList(fields)}
    ${sentPictures(kit, read, sent)}
  `
}

/** Nothing of it shows any more, or will: there is nothing to correct. */
const isGone = ({ fate: { state } }: SentRecord): boolean =>
  state === 'off' || state === 'takenBack'

/** What the ticket follows stands, and what this page did is over: the ticket itself tells more. */
function noMoreLeaf(kit: Kit): Leaf {
  const w = plainWords(kit.request.lang).ticket
  const way = html`<a class="button" href="${ticketOf(kit.request)}">${w.yours}</a>`
  const body = html`${sayPage(w.yours, [w.noMore], way)}${whomToAsk(kit)}`
  return { title: w.yours, body }
}

function correctLeaf(
  source: PageSource,
  kit: Kit,
  read: Reader,
  sent: SentRecord,
): Leaf | undefined {
  // No word that was said is written again.
  const isSaid = withdrawnOf({ bricks: source.bricks, read }, sent.type.name, sent.record)
  if (!mayStillCorrect(sent) || isGone(sent) || isSaid) return undefined
  const w = plainWords(kit.request.lang).ticket
  const row: Readonly<Record<string, unknown>> | undefined = read.one(
    sent.type,
    sent.record,
    'home',
  )
  const where = { bricks: source.bricks, read }
  const pictures = picturesToAdd(where, sent)
  const only = [...correctableFields(where, sent, kit.request.private), ...pictures]
  const { words } = withMadeFields(source.bricks, read, sent.type, kit.request.lang)
  const own = askedIn(where, sent.type, row ?? {}, words).words
  const fields = kit.fields(sent.type, row, only, own)
  const lead = html`
    <p>
      ${sent.fate.state !== 'watched' && w.correctLead(keeperName(kit.territory, kit.request.lang))}
      ${sent.shownAs !== null && html` ${w.correctShown}`}
    </p>
  `
  const body = html`
    <div class="one">
      <article class="sheet">
        ${crumbs([{ href: ticketOf(kit.request), words: w.yours }], kit.request.lang)}
        <h1>${w.correctTitle}</h1>
        ${mistakeIn(kit.request)}
        ${lead}
        ${post(hiddenIn(kit), kit.request.path, {
          unchecked: true,
          ...(pictures.length > 0 ? { files: true } : {}),
          fields,
          button: mainButton(w.correctAct),
        })}
        ${whomToAsk(kit)}
      </article>
    </div>
  `
  return { title: w.correctTitle, body }
}
