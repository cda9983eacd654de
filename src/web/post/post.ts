import { createHash, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import type { Brick } from '../../contract/brick.ts'
import type { Command } from '../../contract/command.ts'
import type { Refusal } from '../../contract/decision.ts'
import { html } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import { guardWords } from '../../contract/records/guard-words.ts'
import { wordsOfType } from '../../contract/type-words.ts'
import { asSent, type Input } from '../../core/form/input.ts'
import { bornAt, ID_SHAPE, idFrom } from '../../core/id.ts'
import type { Field } from '../../core/schema.ts'
import type { BrickWords } from '../../core/type-words.ts'
import { AGREES } from '../../engine/naming.ts'
import { keeperName } from '../../engine/records/fate.ts'
import { CAME_FROM, TICKET } from '../../engine/records/sent.ts'
import { territoryOf } from '../../engine/territory.ts'
import type { TurnAsked } from '../../engine/turn.ts'
import type { Clash, ShownHeads } from '../../engine/weigh.ts'
import type { Worded } from '../../engine/worded.ts'
import { mainButton, post } from '../../ui/post.ts'
import { refused as saidRefusal } from '../../ui/say.ts'
import { uiWords } from '../../ui/words.ts'
import { communeNamer } from '../pages/commune-name.ts'
import { monotonicNow, type RefusedForm } from '../pages/kit.ts'
import { sayLeaf } from '../pages/respond.ts'
import { plainWords } from '../records/words.ts'
import type { Server, Visiting } from '../server-parts.ts'
import { keepTicket, ticketSecret } from '../session/tickets.ts'
import {
  filledBy,
  isToken,
  leaveSaid,
  markOfVisit,
  type Visit,
  wasToken,
} from '../session/visit.ts'
import { webWords } from '../words.ts'
import { lookedFor, saidAfter } from './around-turn.ts'
import type { Posted } from './form-in.ts'
import { queryOf } from './form-names.ts'
import { filesSent, type SentFiles } from './sent-files.ts'
import { AGAIN, saidIn, wayTo, whoseIs } from './sent-lately.ts'
import { readSigned } from './signed-text.ts'
import { postedAgain, type Tick, tickOf, withTick } from './tick.ts'

/**
 * Whether the browser says that a post comes from a page of ours; undefined where it says nothing.
 * `Origin: null` is what a page of elsewhere makes it send by hiding where it stands, so it proves
 * nothing.
 */
function saidOfHere(c: Context, visit: Visit): boolean | undefined {
  const origin = c.req.header('origin')
  if (origin !== undefined && origin !== 'null')
    return origin === `${visit.secure ? 'https' : 'http'}://${c.req.header('host')}`
  const site = c.req.header('sec-fetch-site')
  return site === undefined ? undefined : site === 'same-origin' || site === 'none'
}
const isHidden = (c: Context): boolean => c.req.header('origin') === 'null'
const namesOrigin = (c: Context): boolean => c.req.header('origin') !== undefined && !isHidden(c)

/**
 * A post is ours when the browser says that it comes from here, or when it holds the token of this
 * session.
 */
export function isOurs(c: Context, server: Server, visit: Visit, own: Input): boolean {
  const said = saidOfHere(c, visit)
  if (said === false || (said === true && namesOrigin(c))) return said
  // The token of whoever is nobody is on every page: where the browser hides whence it comes, it is
  // somebody's own that counts.
  if (said === undefined && isHidden(c) && visit.session === undefined) return false
  return isToken(server.local.secret, visit, asSent(own, 'jeton'), monotonicNow(server.source))
}

/**
 * The same of a post whose visit has ended: its token was made for a session that is no more, but
 * made here.
 */
export function cameFromHere(c: Context, server: Server, visit: Visit, own: Input): boolean {
  const said = saidOfHere(c, visit)
  if (said === false || (said === true && namesOrigin(c))) return said
  // A token of any session is no proof that this browser had it.
  if (said === undefined && isHidden(c)) return false
  return wasToken(server.local.secret, asSent(own, 'jeton'), monotonicNow(server.source))
}

/**
 * Somebody else than who is signed in now filled this form, as its token says: their visit ended,
 * or another one began in this browser.
 *
 * Law     nobody speaks in another's name: what one person wrote never goes out by the visit of the
 *         next one.
 */
export function isFilledByAnother(server: Server, visit: Visit, own: Input): boolean {
  const by = filledBy(server.local.secret, asSent(own, 'jeton'))
  return by !== undefined && by !== markOfVisit(server.local.secret, visit)
}

/**
 * A form is sent within the week in which it was shown: an id from another time is nobody's, and
 * would be kept out of its turn.
 */
const FORM_MS = 7 * 86_400_000

/**
 * The id of a turn: the form's own, and a hash of what it asked, so that the same post twice is one
 * turn and a form corrected after *back* is another.
 */
export function turnId(
  own: Input,
  asked: Readonly<{ command: string; input: Input }>,
  now: number,
): string {
  const form = asSent(own, 'tour')
  const said = createHash('sha256')
    .update(JSON.stringify([asked.command, asked.input]))
    .digest('hex')
    .slice(0, 16)
  const isOfNow = ID_SHAPE.test(form) && Math.abs(bornAt(form) - now) < FORM_MS
  return `${isOfNow ? form : idFrom(now, randomBytes(10))}${said}`
}

export function shownBy(server: Server, own: Input): ShownHeads | undefined {
  const sealed = asSent(own, 'vu')
  const text = sealed === '' ? undefined : readSigned(server.local.secret, 'shown', sealed)
  return text === undefined ? undefined : (JSON.parse(text) as ShownHeads)
}

export type PostedCommand = Readonly<{ brick: Brick; command: Command<BrickWords> }>

/**
 * Asks for the turn, and answers as its outcome says: on to the next page, or the form again,
 * filled in.
 */
export async function takeTurn(
  { c, server, visit }: Visiting,
  { brick, command }: PostedCommand,
  post: Posted,
  held?: HeldTicket,
): Promise<Response> {
  const { own } = post
  const shown = shownBy(server, own)
  const { input, files, back, refused } = await filesSent(server, visit, post)
  const filled = { ...input, ...back }
  if (refused)
    return again({ c, server, visit }, asSent(own, 'from'), filled, { ...refused, showed: shown })
  const once = command.sentOnce
    ? onceOf(c, server, visit, {
        form: asSent(own, 'tour'),
        said: saidIn(command.name, { ...input, ...hashesIn(files) }),
      })
    : undefined
  if (once?.before !== undefined && input[AGAIN] === undefined) {
    const w = webWords(visit.lang)
    const way = wayTo(once.before, visit)
    const more = html`
      <a href="${way}">${w.sentSee}</a>
      ${
        way !== once.before &&
        ' ' +
          `${w.sentLost(
            keeperName(territoryOf(server.source.bricks, server.source.read), visit.lang),
          )}`
      }
    `
    return again({ c, server, visit }, asSent(own, 'from'), filled, {
      refused: w.sentBefore,
      field: AGAIN,
      showed: shown,
      tick: { name: AGAIN, value: '1', label: w.sendTwice, more },
    })
  }
  const asked: TurnAsked = {
    brick: brick.name,
    command: command.name,
    input,
    by: visit.by,
    ...(visit.me === undefined ? {} : { me: visit.me }),
    ...(held ? { ticket: held.ticket } : {}),
    id: turnId(
      own,
      { command: `${brick.name}.${command.name}`, input: { ...input, ...hashesIn(files) } },
      server.source.now(),
    ),
    lang: visit.lang,
    typed: true,
    ...(shown ? { shown } : {}),
    ...lookedFor(server.source, { brick: brick.name, command: command.name }, input),
    ...(Object.keys(files).length > 0 ? { files } : {}),
  }
  const answer = await server.turn(asked)
  if (answer.done) {
    const of = {
      brick: brick.name,
      lang: visit.lang,
      today: server.source.today(server.source.now()),
    }
    const sentence =
      answer.forgot === false
        ? plainWords(visit.lang).forgotNotFinished
        : saidAfter(server.source, of, answer)
    leaveSaid(c, server.local.secret, sentence, answer.undo)
    if (answer.sent !== undefined)
      server.senders.note(visit, answer.sent, monotonicNow(server.source))
    const next = localOnly(
      ticketGiven(server, answer, asked.id) ?? answer.next ?? held?.next ?? '/',
    )
    once?.keep(next)
    return c.redirect(next, 303)
  }
  if ('failed' in answer) {
    const from = asSent(own, 'from')
    if (answer.failed !== 'full' || from === '') return failed(c, server, visit, answer.failed)
    // What was written comes back with the sentence: no telephone keeps a form for long.
    return again({ c, server, visit }, from, filled, {
      refused: webWords(visit.lang).full,
      showed: shown,
      isFull: true,
    })
  }
  if ('asks' in answer)
    return again({ c, server, visit }, asSent(own, 'from'), filled, {
      refused: '',
      asks: answer.asks,
      showed: shown,
    })
  if ('clashes' in answer)
    return again({ c, server, visit }, asSent(own, 'from'), filled, {
      refused: answer.isChoice
        ? plainWords(visit.lang).versionCame
        : clashSentence(server, visit, shown, answer.clashes),
      clashes: answer.clashes,
      showed: shown,
      vu: asSent(own, 'vu'),
    })
  const tick =
    answer.seen === undefined
      ? {}
      : { tick: { name: AGREES, value: answer.seen, label: guardWords(visit.lang).personAgrees } }
  const why = {
    ...answer,
    ...tick,
    showed: shown,
    vu: asSent(own, 'vu'),
  }
  return again({ c, server, visit }, asSent(own, 'from'), filled, why)
}

/**
 * What whoever posts sent before with these same words, and where the answer to this post will be.
 */
function onceOf(
  c: Context,
  server: Server,
  visit: Visit,
  { form, said }: Readonly<{ form: string; said: string }>,
) {
  const [whose, now] = [whoseIs(c, visit), server.source.now()]
  const before = server.sentLately.find(whose, form, said, now)
  return { before, keep: (at: string): void => server.sentLately.keep(whose, form, said, now, at) }
}

/** Whoever holds a ticket: what it opens, and its own page. */
export type HeldTicket = Readonly<{ ticket: string; next: string }>

/**
 * The page of the ticket of what a visitor sent, and where they go on from there; without room for
 * it, there is none.
 */
function ticketGiven(
  { local, source }: Server,
  { sent, next }: Extract<Worded, { done: true }>,
  turn: string,
): string | undefined {
  if (sent === undefined) return undefined
  const secret = ticketSecret(local, turn)
  if (!keepTicket(local, secret, sent, source.now())) return undefined
  return (
    `${TICKET}/${secret}` +
    `${next === undefined ? '' : `?${new URLSearchParams({ [CAME_FROM]: next })}`}`
  )
}

/** The same photos sent twice are the same post. */
const hashesIn = (files: SentFiles['files']): Input =>
  Object.fromEntries(
    Object.entries(files).map(([field, all]) => [`${field}.sent`, all.map(ref => ref.hash)]),
  )

/**
 * Only an address of this box: a form can't send people elsewhere, nor by a tab that a browser
 * takes out.
 */
export const localOnly = (path: string): string =>
  /^\/(?![/\\])[\x20-\u{10ffff}]*$/u.test(path) ? path : '/'

/** Our bug, with its reference; or a full disk, which people can do something about. */
export function failed(c: Context, server: Server, visit: Visit, reference: string): Response {
  const w = webWords(visit.lang)
  const full = reference === 'full'
  return server.answer(
    c,
    visit,
    sayLeaf(w.failed, [full ? w.full : w.failedDo(reference)], visit),
    {
      status: full ? 507 : 500,
    },
  )
}

/** The page that held the form, once more: what was sent, the sentence, and its field. */
export function again(
  { c, server, visit }: Visiting,
  from: string,
  input: Input,
  refusal: Refusal<string> &
    Readonly<{
      asks?: 'more'
      tick?: Omit<Tick, 'refused'>
      vu?: string
      showed?: ShownHeads | undefined
      clashes?: readonly Clash[]
      isFull?: boolean
      status?: 409 | 422 | 429 | 500
    }>,
): Response {
  const url = new URL(localOnly(from), 'http://here')
  const {
    refused,
    field,
    others,
    asks,
    tick,
    vu = '',
    showed,
    isFull,
    status,
    clashes = [],
  } = refusal
  const why: RefusedForm = {
    input,
    refused,
    showed,
    clashed: clashes.map(clash => clash.field),
    ...(field ? { field } : {}),
    ...(others ? { others } : {}),
    ...(asks ? { asks } : {}),
  }
  const leaf: Leaf | undefined =
    from === ''
      ? undefined
      : server.leafAt(
          url.pathname,
          { ...visit, path: url.pathname, query: queryOf(url.search) },
          why,
        )
  const w = webWords(visit.lang)
  const back = html`<a href="${localOnly(from)}">${w.goBack}</a>`
  const ticked =
    tick &&
    tickedLeaf(
      c,
      server,
      { ...visit, path: url.pathname },
      { tick: { ...tick, refused }, leaf, input, from, vu },
    )
  const shown = leaf && withRefusal(leaf, refused, visit)
  const said = ticked ?? shown ?? sayLeaf(isFull ? w.failed : w.forbidden, [refused], visit, back)
  return server.answer(c, { ...visit, path: url.pathname }, said, {
    status: status ?? (isFull ? 507 : asks ? 200 : 422),
  })
}

/** The page, with the refusal above it when nothing on it says the refusal. */
const withRefusal = (leaf: Leaf, sentence: string, { lang }: Visit): Leaf =>
  leaf.body.html.includes(html`${sentence}`.html)
    ? leaf
    : { ...leaf, body: html`${saidRefusal([{ sentence }], lang)}${leaf.body}` }

type Ticked = Readonly<{
  tick: Tick
  leaf: Leaf | undefined
  input: Input
  from: string
  vu: string
}>
/**
 * The tick stands in the form that was posted; one that stands on no page of its own comes back as
 * a tick alone, with all that it held.
 */
function tickedLeaf(
  c: Context,
  server: Server,
  visit: Visit,
  { tick, leaf, input, from, vu }: Ticked,
): Leaf {
  const w = guardWords(visit.lang)
  const action = new URL(c.req.url).pathname
  const body = leaf && withTick(leaf.body, action, tick, input)
  if (leaf && body) return { ...leaf, body }
  const held = [['from', from] as const, ...(vu === '' ? [] : [['vu', vu] as const])]
  const token = html`
    ${server.kitAt(visit.path, visit).form()}
    ${postedAgain({ ...input, ...Object.fromEntries(held) }, tick.name)}
  `
  const form = post(token, action, {
    fields: tickOf(tick),
    button: mainButton(plainWords(visit.lang).save),
  })
  return {
    title: w.writeTitle,
    body: html`
      <div class="one"><article class="sheet"><h1>${w.writeTitle}</h1>${form}</article></div>
    `,
  }
}

/** A value in words: what it leads to by its title, a choice and a commune by their names. */
function said(
  server: Server,
  visit: Visit,
  {
    field,
    choices,
    value,
  }: Readonly<{
    field: Field | undefined
    choices: Readonly<Record<string, string>> | undefined
    value: string
  }>,
): string {
  const { bricks, read } = server.source
  if (field?.kind === 'themes' || field?.kind === 'link') return read.called(value)?.title ?? value
  if (field?.kind === 'commune')
    return communeNamer(server.source, territoryOf(bricks, read))(value) ?? value
  if (field?.kind === 'yesNo')
    return value === 'true' || value === '1' ? uiWords(visit.lang).yes : uiWords(visit.lang).no
  return choices?.[value] ?? value
}

/** Both values, field by field: nothing was written. */
function clashSentence(
  server: Server,
  visit: Visit,
  shown: ShownHeads | undefined,
  clashes: readonly Clash[],
): string {
  const w = plainWords(visit.lang)
  const type = shown && server.source.types.get(shown.type)
  const words = type && wordsOfType(server.source.bricks, type.name, visit.lang)
  const lines = clashes.map(clash => {
    const all = Array.isArray(clash.theirs) ? clash.theirs : [clash.theirs ?? '']
    const theirs = all.map(value =>
      said(server, visit, {
        field: type?.fields[clash.field],
        choices: words?.fields[clash.field]?.choices,
        value: String(value),
      }),
    )
    return w.clash(words?.fields[clash.field]?.label ?? clash.field, theirs.join(', '))
  })
  return [w.clashTitle, ...lines].join(' ')
}
