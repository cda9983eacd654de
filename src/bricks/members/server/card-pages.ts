import type { Context, Hono } from 'hono'
import { type Html, html } from '../../../contract/html.ts'
import { keeperSaid } from '../../../contract/keeper.ts'
import type { Leaf } from '../../../contract/page.ts'
import { asSent } from '../../../core/form/input.ts'
import { territoryOf } from '../../../engine/territory.ts'
import { keep, kept, startSession } from '../../../files/local.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { qr } from '../../../ui/qr.ts'
import { monotonicNow } from '../../../web/pages/kit.ts'
import { sayLeaf } from '../../../web/pages/respond.ts'
import { posted } from '../../../web/post/form-in.ts'
import { isFilledByAnother, isOurs } from '../../../web/post/from-here.ts'
import { ourToken } from '../../../web/post/our-token.ts'
import { Busy } from '../../../web/post/queue.ts'
import type { Server, Visiting } from '../../../web/server-parts.ts'
import { keeperPost, notOurs } from '../../../web/session/signin.ts'
import { ENTER, giveSession, leaveSaid, type Visit } from '../../../web/session/visit.ts'
import { webWords } from '../../../web/words.ts'
import { noteClosed } from './came.ts'
import { type MemberCard, memberByCard, newCard, sayNumber, takeBackCard } from './cards.ts'
import { choosePhrase, SHORTEST_PHRASE } from './phrases.ts'

const CARD = '/carte-habitant'
/** Where the page of a card sends it to be set for paper. */
export const CARD_PRINT = `${CARD}/imprimer`
export const HOME_OF_MEMBER = '/moi'
const MINUTE = 60_000

/**
 * Nothing of a card's address may be kept; no other site is told it (`referrer-policy`), and our
 * own forms go on saying whence they come.
 */
export const SECRET = { cache: 'none' } as const

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
    await noteClosed(server, member, visit.lang)
    leaveSaid(c, server.local.secret, webWords(visit.lang).cards.taken)
    return c.redirect(
      server.member(member) ? `/habitants/${encodeURIComponent(member)}` : '/habitants',
      303,
    )
  })
  app.post(`${HOME_OF_MEMBER}/phrase`, c => chosen(c, server))
  app.post(`${HOME_OF_MEMBER}/carte-perdue`, c => lost(c, server))
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
 * Somebody whose card is lost closes it from a visit that is open: the card, the phrase that its
 * finder may have chosen, and the other visits. This visit goes on.
 */
async function lost(c: Context, server: Server): Promise<Response> {
  const visit = server.visit(c)
  const w = webWords(visit.lang)
  const { own } = await posted(c, server, visit)
  if (visit.me === undefined || !visit.private)
    return server.answer(c, visit, sayLeaf(w.forbidden, [w.cards.lostElsewhere], visit), {
      status: 403,
    })
  if (!isOurs(c, server, visit, own) || isFilledByAnother(server, visit, own))
    return notOurs(c, server, visit)
  takeBackCard(server.local, visit.me)
  const keeps = visit.session?.own === true
  const token = startSession(server.local, keeps, monotonicNow(server.source), visit.me)
  giveSession(c, token, visit, keeps)
  const territory = territoryOf(server.source.bricks, server.source.read)
  leaveSaid(c, server.local.secret, w.cards.lostSaid(keeperSaid(territory, w.cards.keeper)))
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
