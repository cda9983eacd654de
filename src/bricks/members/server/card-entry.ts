import type { Context, Hono } from 'hono'
import { html } from '../../../contract/html.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Leaf } from '../../../contract/page.ts'
import type { Input } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { territoryOf } from '../../../engine/territory.ts'
import { sessionOf, startSession } from '../../../files/local.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { refused } from '../../../ui/say.ts'
import { countedAs } from '../../../web/captive/client.ts'
import { monotonicNow } from '../../../web/pages/kit.ts'
import { posted } from '../../../web/post/form-in.ts'
import { isOurs } from '../../../web/post/from-here.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import {
  continuePost,
  heldFrom,
  leftPost,
  type PendingPost,
} from '../../../web/post/pending-post.ts'
import { Busy, type QueuePlace } from '../../../web/post/queue.ts'
import type { Server, Visiting } from '../../../web/server-parts.ts'
import { backoff } from '../../../web/session/backoff.ts'
import { wrongTries } from '../../../web/session/limits.ts'
import {
  GOING_TO,
  goingTo,
  leadsTo,
  notOurs,
  placeOf,
  signInLeaf,
} from '../../../web/session/signin.ts'
import { ENTER, giveSession, leaveSaid, type Visit } from '../../../web/session/visit.ts'
import { webWords } from '../../../web/words.ts'
import { noteCame } from './came.ts'
import { cardForm, sharedField } from './card-form.ts'
import { HOME_OF_MEMBER, SECRET } from './card-pages.ts'
import {
  type CardHolder,
  cardByNameAndWords,
  cardBySecret,
  cardByWords,
  hasCard,
  typedNumber,
} from './cards.ts'
import { hasPhrase, memberByPhrase } from './phrases.ts'

/** A card, or a first name with a phrase, opens its member's page (`/entrer/carte`). */

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

export function entryRoutes(app: Hono, server: Server): void {
  app.get(`${ENTER}/:card`, c => hello(c, server))
  app.get(ENTER, c => {
    const visit = server.visit(c)
    return server.answer(c, visit, wordsLeaf(server, visit, {}), SECRET)
  })
  app.post(ENTER, c => enter(c, server))
}

/** *Bonjour Élodie, c’est vous ?*: reading a card changes nothing; the button does. */
function hello(c: Context, server: Server): Response {
  const visit = server.visit(c)
  const w = webWords(visit.lang).cards
  const [number = '', secret = ''] = (c.req.param('card') ?? '').split(/-(.*)/s)
  const card = cardBySecret(server.local, number, secret)
  const who = card?.isFormer === false ? server.member(card.member) : undefined
  if (!who)
    return server.answer(
      c,
      visit,
      wordsLeaf(server, visit, { wrong: notOpening(server, visit, card) }),
      { ...SECRET, status: 404 },
    )
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
  const answer = await comeIn({ c, server, visit }, found.member, { input, held, keeps })
  await noteCame(server, found.member, visit.lang)
  return answer
}

/**
 * The visit begins, and what was held goes on. Nothing is waited for before: a card that is taken
 * back meanwhile does nothing more.
 */
function comeIn(
  { c, server, visit }: Visiting,
  me: string,
  { input, held, keeps }: Readonly<{ input: Input; held: PendingPost | undefined; keeps: boolean }>,
): Response | Promise<Response> {
  const now = monotonicNow(server.source)
  const token = startSession(server.local, keeps, now, me)
  giveSession(c, token, visit, keeps)
  const who = server.member(me)
  const session = sessionOf(server.local, token, now)
  const entered = who && { ...visit, by: who.role, me, called: who.name, session }
  const goesOn =
    entered && (held ? continuePost(c, server, entered, held) : leftPost(c, server, entered))
  if (goesOn) return goesOn
  leaveSaid(c, server.local.secret, webWords(visit.lang).cards.hello(who?.name ?? ''))
  const to = goingTo(input)
  return c.redirect(to === '/' ? HOME_OF_MEMBER : to, 303)
}

type Found = Readonly<{ member: string }> | Readonly<{ wrong: string; status: number }>

function bySecret(server: Server, visit: Visit, number: string, secret: string): Found {
  const card = cardBySecret(server.local, number, secret)
  return card?.isFormer === false && server.member(card.member)
    ? { member: card.member }
    : { wrong: notOpening(server, visit, card), status: 403 }
}

/** Why a card that was read opens nothing. */
const notOpening = (server: Server, visit: Visit, card: CardHolder | undefined): string =>
  (card && closedSaid(server, visit, card.member).card) ?? webWords(visit.lang).cards.notACard

/**
 * What is said of a card that was closed, and of a visit that it had opened: whom to ask for the
 * new one. To who holds its secret or its words alone.
 */
export function closedSaid(
  server: Server,
  { lang }: Pick<Visit, 'lang'>,
  member: string,
): Readonly<{ card: string; visit: string }> {
  const w = webWords(lang).cards
  const keeper = keeperSaid(territoryOf(server.source.bricks, server.source.read), w.keeper)
  const said = hasCard(server.local, member) ? w.replaced : w.takenBack
  return { card: said.card(keeper), visit: said.visit(keeper) }
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
  let closed: string | undefined
  try {
    const place = placeOf(visit, now)
    const card =
      figures !== ''
        ? await cardByWords(server.local, number, words, place)
        : await byName(server, number, words, place)
    if (card && server.member(card.member)) {
      if (!card.isFormer) {
        cards.forgive(whose)
        return { member: card.member }
      }
      closed = closedSaid(server, visit, card.member).card
    }
  } catch (error) {
    if (error instanceof Busy) return { wrong: w.busy, status: 503 }
    throw error
  }
  cards.failed(whose, now)
  if (!visit.here) addresses.wrong(visit.address, now)
  const keeper = keeperSaid(territoryOf(server.source.bricks, server.source.read), w.cards.keeper)
  return { wrong: closed ?? w.cards.wrong(keeper), status: 403 }
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
): Promise<CardHolder | undefined> {
  const called = (id: string): string | undefined => server.member(id)?.name
  const phrase = await memberByPhrase(server.local, { name, phrase: words }, called, place)
  const card = await cardByNameAndWords(server.local, { name, words }, called, place)
  // The first may have been closed while the second was tried.
  return phrase !== undefined && hasPhrase(server.local, phrase)
    ? { member: phrase, isFormer: false }
    : card
}
