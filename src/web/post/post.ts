import { createHash, randomBytes } from 'node:crypto'
import type { Brick } from '../../contract/brick.ts'
import type { Command } from '../../contract/command.ts'
import { html } from '../../contract/html.ts'
import { isShownByCard } from '../../contract/permission.ts'
import { guardWords } from '../../contract/records/guard-words.ts'
import { ANYWAY } from '../../contract/speaker.ts'
import { asSent, type Input } from '../../core/form/input.ts'
import { bornAt, ID_SHAPE, idFrom } from '../../core/id.ts'
import { ownJson } from '../../core/narrow.ts'
import type { BrickWords } from '../../core/type-words.ts'
import { AGREES } from '../../engine/naming.ts'
import { keeperName } from '../../engine/records/fate.ts'
import { CAME_FROM, TICKET } from '../../engine/records/sent.ts'
import { territoryOf } from '../../engine/territory.ts'
import type { TurnAsked } from '../../engine/turn.ts'
import type { ShownHeads } from '../../engine/weigh.ts'
import type { Worded } from '../../engine/worded.ts'
import { monotonicNow } from '../pages/kit.ts'
import { withPicked } from '../pick-point.ts'
import { plainWords } from '../records/words.ts'
import type { Server, Visiting } from '../server-parts.ts'
import { firstKeeper } from '../session/keeper.ts'
import { keepTicket, ticketSecret } from '../session/tickets.ts'
import { leaveSaid, type Visit } from '../session/visit.ts'
import { webWords } from '../words.ts'
import { again, failed, localOnly } from './again.ts'
import { lookedFor, saidAfter } from './around-turn.ts'
import { clashSentence } from './clash-said.ts'
import type { Posted } from './form-in.ts'
import { filesSent, type SentFiles } from './sent-files.ts'
import { AGAIN, saidIn, wayTo, whoseIs } from './sent-lately.ts'
import { readSigned } from './signed-text.ts'

/** How long a form may be sent after it was shown. Turn ids are kept about that long. */
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
  return text === undefined ? undefined : ownJson<ShownHeads>(text)
}

export type PostedCommand = Readonly<{ brick: Brick; command: Command<BrickWords> }>

/** Of several keepers, the one who asks; a first keeper without a name is nobody in particular. */
function askedBy({ local }: Server, visit: Visit): Pick<TurnAsked, 'keeper'> {
  if (visit.by !== 'keeper') return {}
  const keeper = visit.keeper || firstKeeper(local)
  return keeper === '' ? {} : { keeper }
}

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
  const picked = withPicked(server.source, filled)
  if (picked)
    return again({ c, server, visit }, asSent(own, 'from'), picked, { asks: 'more', showed: shown })
  const compared = comparedOf(command, visit, { ...input, ...hashesIn(files) })
  const once = compared
    ? onceOf(
        { c, server, visit },
        {
          form: asSent(own, 'tour'),
          said: saidIn(command.name, compared),
        },
        standingOf({ c, server, visit }, command, input),
      )
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
    ...askedBy(server, visit),
    ...(visit.me === undefined ? {} : { me: visit.me }),
    ...(visit.by === 'keeper' ? {} : { hand: server.senders.hand(visit) }),
    ...(held ? { ticket: held.ticket } : {}),
    ...(isShownByCard(visit) ? { byCard: true } : {}),
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
      ticketGiven(server, answer, asked.id) ??
        (visit.private ? undefined : answer.nextHeard) ??
        answer.next ??
        held?.next ??
        '/',
    )
    once?.keep(next)
    return c.redirect(next, 303)
  }
  if ('failed' in answer) {
    const from = asSent(own, 'from')
    if (answer.failed.is !== 'full' || from === '') return failed(c, server, visit, answer.failed)
    // The text comes back with the sentence: telephones do not keep a form for long.
    return again({ c, server, visit }, from, filled, { failed: answer.failed, showed: shown })
  }
  if ('asks' in answer)
    return again({ c, server, visit }, asSent(own, 'from'), filled, {
      ...(answer.asks === 'card' ? cardQuestion(visit, answer.sentFor) : { asks: answer.asks }),
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

/** Whether to send it all the same for somebody without a card: a sentence, and its button. */
function cardQuestion({ lang }: Visit, sentFor: string) {
  const w = webWords(lang)
  const tick = { name: ANYWAY, value: sentFor, label: w.sendAnyway, isButton: true } as const
  return { refused: w.forNoCard, field: ANYWAY, tick }
}

/** The fields by which a post is the same as an earlier one; undefined where it may be. */
function comparedOf(
  { sentOnce }: PostedCommand['command'],
  { by }: Visit,
  input: Input,
): Input | undefined {
  if (typeof sentOnce !== 'object') return sentOnce ? input : undefined
  return by === 'visitor'
    ? Object.fromEntries(Object.entries(input).filter(([name]) => sentOnce.includes(name)))
    : undefined
}

/** The earlier post of this sender with the same words, and the address of the answer. */
function onceOf(
  { c, server, visit }: Visiting,
  sent: Readonly<{ form: string; said: string }>,
  standing: (() => string | undefined) | undefined,
) {
  const [post, now] = [{ ...sent, whose: whoseIs(c, visit) }, server.source.now()]
  const before = server.sentLately.find(post, now, standing)
  return { before, keep: (at: string): void => server.sentLately.keep(post, now, at) }
}

/** What this member has on the page with the same words; undefined for anybody else. */
function standingOf(
  { server: { source }, visit: { me } }: Visiting,
  { standing }: PostedCommand['command'],
  input: Input,
): (() => string | undefined) | undefined {
  if (me === undefined || !standing) return undefined
  return () => standing(input, source.read, { me, today: source.today(source.now()) })
}

/** A ticket’s holder: the record that the ticket opens, and its page. */
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
