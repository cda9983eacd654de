import type { Context, Hono } from 'hono'
import { type Html, html } from '../../../contract/html.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Leaf } from '../../../contract/page.ts'
import { asSent } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { territoryOf } from '../../../engine/territory.ts'
import { keep, kept, sessionOf, startSession } from '../../../files/local.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { qr } from '../../../ui/qr.ts'
import { refused } from '../../../ui/say.ts'
import { countedAs } from '../../../web/captive/client.ts'
import { monotonicNow } from '../../../web/pages/kit.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { posted } from '../../../web/post/form-in.ts'
import { isFilledByAnother, isOurs } from '../../../web/post/from-here.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { continuePost, heldFrom, leftPost } from '../../../web/post/pending-post.ts'
import { Busy, type QueuePlace } from '../../../web/post/queue.ts'
import type { Server, Visiting } from '../../../web/server-parts.ts'
import { backoff } from '../../../web/session/backoff.ts'
import { wrongTries } from '../../../web/session/limits.ts'
import {
  GOING_TO,
  goingTo,
  keeperPost,
  leadsTo,
  notOurs,
  placeOf,
  signInLeaf,
} from '../../../web/session/signin.ts'
import { ENTER, giveSession, leaveSaid, type Visit } from '../../../web/session/visit.ts'
import { webWords } from '../../../web/words.ts'
import { cardForm, sharedField } from './card-form.ts'
import {
  type MemberCard,
  memberByCard,
  memberByNameAndWords,
  memberByWords,
  newCard,
  sayNumber,
  takeBackCard,
  typedNumber,
} from './cards.ts'
import { choosePhrase, hasPhrase, memberByPhrase, SHORTEST_PHRASE } from './phrases.ts'

const CARD = '/carte-habitant'
/** Where the page of a card sends it to be set for paper. */
export const CARD_PRINT = `${CARD}/imprimer`
const HOME_OF_MEMBER = '/moi'
const MINUTE = 60_000

/**
 * Wrong words from one address: beyond, it waits ten minutes. The QR of a right card goes on
 * opening.
 */
const addresses = wrongTries(20, 10 * MINUTE)
/**
 * Wrong words for one card from one address: each makes the next try wait twice as long, a minute
 * at most, so that a right card is never locked out.
 */
const cards = backoff(1_000, MINUTE)

/**
 * Nothing of a card's address may be kept; no other site is told it (`referrer-policy`), and our
 * own forms go on saying whence they come.
 */
const SECRET = { cache: 'none' } as const

export function cardRoutes(app: Hono, server: Server): void {
  const lately = new Map<string, Lately>()
  keeperPost(app, server, CARD, (c, visit, { input, own }) =>
    made(
      { c, server, visit },
      { member: String(input['member'] ?? ''), form: asSent(own, 'tour') },
      lately,
    ),
  )
  keeperPost(app, server, `${CARD}/reprendre`, async (c, visit, { input }) => {
    const member = String(input['member'] ?? '')
    takeBackCard(server.local, member)
    leaveSaid(c, server.local.secret, webWords(visit.lang).cards.taken)
    return c.redirect(
      server.member(member) ? `/habitants/${encodeURIComponent(member)}` : '/habitants',
      303,
    )
  })
  app.post(`${HOME_OF_MEMBER}/phrase`, c => chosen(c, server))
  app.get(`${ENTER}/:card`, c => hello(c, server))
  app.get(ENTER, c => {
    const visit = server.visit(c)
    return server.answer(c, visit, wordsLeaf(server, visit, {}), { cache: 'none' })
  })
  app.post(ENTER, c => enter(c, server))
}

/** A phrase of one's own, chosen where nobody listens. */
async function chosen(c: Context, server: Server): Promise<Response> {
  const visit = server.visit(c)
  const w = webWords(visit.lang)
  const { input, own } = await posted(c, server, visit)
  if (visit.me === undefined || !visit.private)
    return server.answer(c, visit, sayLeaf(w.forbidden, [w.cards.phraseElsewhere], visit), {
      status: 403,
    })
  // The page of whoever was here before chooses no phrase for the next one.
  if (!isOurs(c, server, visit, own) || isFilledByAnother(server, visit, own))
    return notOurs(c, server, visit)
  try {
    const isStill = (): boolean => server.visit(c).me === visit.me
    const taken = await choosePhrase(
      server.local,
      visit.me,
      typeof input['phrase'] === 'string' ? input['phrase'] : '',
      isStill,
    )
    leaveSaid(
      c,
      server.local.secret,
      taken ? w.cards.phraseKept : w.cards.phraseShort(SHORTEST_PHRASE),
    )
  } catch (error) {
    if (!(error instanceof Busy)) throw error
    leaveSaid(c, server.local.secret, w.busy)
  }
  return c.redirect(HOME_OF_MEMBER, 303)
}

/**
 * A card that was just made, as long as its page may be asked for again: in memory alone, since
 * nothing else keeps what it says. Units: ms.
 */
type Lately = Readonly<{ card: Promise<MemberCard>; at: number }>
const SHOWN_MS = 10 * MINUTE
/** Forms that made a card, so that one that is sent again after a restart makes none. */
const FORMS = 'card-forms'
const MOST_FORMS = 50

/**
 * A new card, shown to be printed and handed over.
 *
 * Law     the same form makes one card: a page that is asked again (back, refreshed) shows the same
 *         for ten minutes, then nothing, and never closes the card that was printed.
 */
async function made(
  { c, server, visit }: Visiting,
  { member, form }: Readonly<{ member: string; form: string }>,
  lately: Map<string, Lately>,
): Promise<Response> {
  const w = webWords(visit.lang).cards
  const who = server.member(member)
  if (!who) return server.answer(c, visit, sayLeaf(w.title, [w.nobody], visit), { status: 404 })
  const now = monotonicNow(server.source)
  for (const [of, { at }] of lately) if (now - at > SHOWN_MS) lately.delete(of)
  const forms = (kept(server.local, FORMS) ?? '').split(' ')
  const own = form === '' ? undefined : lately.get(form)
  if (!own && form !== '' && forms.includes(form))
    return madeBefore(c, server, visit, { id: member, name: who.name })
  const making = own?.card ?? newCard(server.local, member, server.source.now())
  if (!own && form !== '') {
    lately.set(form, { card: making, at: now })
    keep(server.local, FORMS, [form, ...forms].slice(0, MOST_FORMS).join(' '))
  }
  try {
    const card = await making
    // Another was made since, or it was taken back.
    if (memberByCard(server.local, card.number, card.secret) !== member)
      return madeBefore(c, server, visit, { id: member, name: who.name })
    return server.answer(c, visit, cardLeaf(server, visit, who.name, card), SECRET)
  } catch (error) {
    lately.delete(form)
    keep(server.local, FORMS, forms.join(' '))
    if (error instanceof Busy)
      return server.answer(c, visit, sayLeaf(w.title, [webWords(visit.lang).busy], visit), {
        status: 503,
      })
    throw error
  }
}

function madeBefore(
  c: Context,
  server: Server,
  visit: Visit,
  { id, name }: Readonly<{ id: string; name: string }>,
): Response {
  const w = webWords(visit.lang).cards
  const back = html`<a href="/habitants/${id}">${name}</a>`
  return server.answer(c, visit, sayLeaf(w.title, [w.madeBefore], visit, back), {
    ...SECRET,
    status: 409,
  })
}

function cardLeaf(server: Server, visit: Visit, name: string, card: MemberCard): Leaf {
  const w = webWords(visit.lang).cards
  const at = server.at()
  const drawing = at && qr(`${at}${ENTER}/${card.number}-${card.secret}`, w.qrLabel(name))
  const where = at ? w.typeAt(`${at}${ENTER}`) : w.typeAtBox
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${w.title}</h1>
        <div class="person-card">
          ${drawing}
          <div>
            <p class="name"><b>${name}</b></p>
            <p>${w.numberPrinted} <b>${sayNumber(card.number)}</b></p>
            <p class="words"><b>${card.words.join(' ')}</b></p>
            <p>${where}</p>
          </div>
        </div>
        <p>${w.keepIt}</p>
        ${printForm(server, visit, card)}
        <p class="no-print">${w.printNow} <a href="/habitants">${w.back}</a></p>
      </article>
    </div>
  `
  return { title: w.title, body }
}

/**
 * The card goes back as it is shown, since nothing keeps it; its sheet opens beside this page,
 * which is not to be had again.
 */
function printForm(server: Server, visit: Visit, card: MemberCard): Html {
  const { number, secret, words } = card
  return post(ourToken(server, visit), CARD_PRINT, {
    look: 'no-print',
    newPage: true,
    hidden: { number, secret, words: words.join(' ') },
    button: mainButton(webWords(visit.lang).cards.printCard),
  })
}

/** *Bonjour Élodie, c’est vous ?*: reading a card changes nothing; the button does. */
function hello(c: Context, server: Server): Response {
  const visit = server.visit(c)
  const w = webWords(visit.lang).cards
  const [number = '', secret = ''] = (c.req.param('card') ?? '').split(/-(.*)/s)
  const member = memberByCard(server.local, number, secret)
  const who = member === undefined ? undefined : server.member(member)
  if (!who)
    return server.answer(c, visit, wordsLeaf(server, visit, { wrong: w.notACard }), {
      ...SECRET,
      status: 404,
    })
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${w.isItYou(who.name)}</h1>
        ${post(ourToken(server, visit), ENTER, {
          hidden: { number, secret },
          fields: sharedField(visit),
          button: html`${mainButton(w.itIsMe)} <a href="/">${w.itIsNot}</a>`,
        })}
      </article>
    </div>
  `
  return server.answer(c, visit, { title: w.isItYou(who.name), body }, SECRET)
}

/** The number and the four words of a card, typed. */
function wordsLeaf(
  server: Server,
  visit: Visit,
  {
    wrong,
    number = '',
    to = '',
  }: Readonly<{ wrong?: string | undefined; number?: string | undefined; to?: string | undefined }>,
): Leaf {
  const w = webWords(visit.lang).cards
  const body = html`
    <div class="one">
      <article class="sheet">
        <h1>${w.enterTitle}</h1>
        ${wrong && refused([{ sentence: wrong, field: 'words' }], visit.lang)}
        ${cardForm(server, visit, { number, way: leadsTo(to) })}
      </article>
    </div>
  `
  return { title: w.enterTitle, body }
}

async function enter(c: Context, server: Server): Promise<Response> {
  const visit = server.visit(c)
  const { input, own } = await posted(c, server, visit)
  if (!isOurs(c, server, visit, own)) return notOurs(c, server, visit)
  const text = (name: string): string => (typeof input[name] === 'string' ? input[name] : '')
  const found =
    text('secret') === ''
      ? await byWords(server, visit, text('number'), text('words'))
      : bySecret(server, visit, text('number'), text('secret'))
  const held = heldFrom(server, input)
  if ('wrong' in found) {
    const leaf = held
      ? signInLeaf(server, visit, {
          least: 'neighbour',
          wrong: found.wrong,
          field: 'words',
          number: text('number'),
          held,
        })
      : wordsLeaf(server, visit, { wrong: found.wrong, number: text('number'), to: text(GOING_TO) })
    return server.answer(c, visit, leaf, { ...SECRET, status: found.status })
  }
  const keeps = visit.private && text('own') === '1'
  const now = monotonicNow(server.source)
  const token = startSession(server.local, keeps, now, found.member)
  giveSession(c, token, visit, keeps)
  const who = server.member(found.member)
  const session = sessionOf(server.local, token, now)
  const entered = who && { ...visit, by: who.role, me: found.member, called: who.name, session }
  const goesOn =
    entered && (held ? continuePost(c, server, entered, held) : leftPost(c, server, entered))
  if (goesOn) return goesOn
  leaveSaid(c, server.local.secret, webWords(visit.lang).cards.hello(who?.name ?? ''))
  const to = goingTo(input)
  return c.redirect(to === '/' ? HOME_OF_MEMBER : to, 303)
}

type Found = Readonly<{ member: string }> | Readonly<{ wrong: string; status: number }>

function bySecret(server: Server, visit: Visit, number: string, secret: string): Found {
  const member = memberByCard(server.local, number, secret)
  return member !== undefined && server.member(member)
    ? { member }
    : { wrong: webWords(visit.lang).cards.notACard, status: 403 }
}

async function byWords(
  server: Server,
  visit: Visit,
  number: string,
  words: string,
): Promise<Found> {
  const w = webWords(visit.lang)
  const now = monotonicNow(server.source)
  const figures = typedNumber(number)
  // A card's own person waits for nobody else's guesses: how fast all may guess is the checking's
  // own pace.
  const whose = `${figures === '' ? fold(number) : figures} ${countedAs(visit)}`
  const waits = cards.waits(whose, now)
  if (waits > 0) return { wrong: w.cards.wait(Math.ceil(waits / 1_000)), status: 429 }
  if (!visit.here && !addresses.allows(visit.address, now))
    return { wrong: w.cards.stopped, status: 429 }
  try {
    const place = placeOf(visit, now)
    const member =
      figures !== ''
        ? await memberByWords(server.local, number, words, place)
        : await byName(server, number, words, place)
    if (member !== undefined && server.member(member)) {
      cards.forgive(whose)
      return { member }
    }
  } catch (error) {
    if (error instanceof Busy) return { wrong: w.busy, status: 503 }
    throw error
  }
  cards.failed(whose, now)
  if (!visit.here) addresses.wrong(visit.address, now)
  const keeper = keeperSaid(territoryOf(server.source.bricks, server.source.read), w.cards.keeper)
  return { wrong: w.cards.wrong(keeper), status: 403 }
}

/**
 * A first name opens with a phrase of one's own, or with the words of one's card: both are tried,
 * whoever bears the name.
 */
async function byName(
  server: Server,
  name: string,
  words: string,
  place: QueuePlace,
): Promise<string | undefined> {
  const called = (id: string): string | undefined => server.member(id)?.name
  const phrase = await memberByPhrase(server.local, { name, phrase: words }, called, place)
  const card = await memberByNameAndWords(server.local, { name, words }, called, place)
  // The first may have been closed while the second was tried.
  return phrase !== undefined && hasPhrase(server.local, phrase) ? phrase : card
}
