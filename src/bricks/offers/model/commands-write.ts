import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import { type Message, message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { shownAtHome } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { isHiddenHere } from './kept.ts'
import { isMode } from './modes.ts'
import { need, offer } from './records.ts'
import { understoodOf } from './rides/asked.ts'
import { dayPartIn } from './rides/hours.ts'
import { sideOf } from './side-said.ts'
import { standing } from './standing.ts'
import type { NoticeSide } from './subject.ts'
import { noticeSaid, wantsMore } from './written.ts'

/** *Je propose*, *je cherche*: a notice is written. */

type Words = typeof fr
const say: Say<Words> = message

/** What is read here alone stays in this box; a visitor's waits like any other. */
function spreadTo(what: Draft, { by }: CommandContext): Draft {
  const { spread } = what.fields
  const shown = isReadFirst(by) ? undefined : shownAtHome(offer, spread)
  return shown ? { ...what, fields: { ...what.fields, [shown.field]: true }, space: 'home' } : what
}

type Written = Readonly<{ said: Draft; told: Message; isTurned: boolean }>
/**
 * A known person's notice shows at once, and the keeper's; an unknown visitor's waits, and they are
 * told who reads it. `told`: what the page understood. `isTurned`: it stands on the other side than
 * its page.
 */
function sent({ said, told, isTurned }: Written, read: Reader, at: CommandContext): Decision {
  const what = spreadTo(said, at)
  if (isReadFirst(at.by))
    return {
      drafts: [what],
      next: '/annonces',
      said: { all: [say('thanks', keeperNamed(read) ?? say('keeper')), told] },
    }
  // Over http nobody reads it, its author neither.
  if (what.fields['shownByCard'] === true)
    return {
      drafts: [what],
      next: `/annonces/${what.record}`,
      nextHeard: '/annonces',
      said: say('whoSees.written'),
    }
  const shown = isTurned ? (what.type === need.name ? 'shownAsNeed' : 'shownAsOffer') : 'shownNow'
  return {
    drafts: [what],
    next: `/annonces/${what.record}`,
    said: { all: [say(isHiddenHere(read, what.fields.reach) ? 'shownButNumber' : shown), told] },
  }
}

/** What the page took of the sentence: in what way, where to, until when. */
function understoodIn(
  { mode: told = '', commune, ...fields }: Said,
  side: NoticeSide,
  at: CommandContext,
): Message {
  const nothing = ''
  const mode = told ?? ''
  const { until } = fields
  const { today } = at
  const day = mode === 'ride' || !until ? nothing : say('pieces.untilDay', { day: until, today })
  if (!isMode(mode))
    return until ? say('pieces.understood', nothing, nothing, nothing, day) : { all: [] }
  const way = understoodOf(fields, { today, part: dayPartIn(fields.title ?? '') })
  // *Vous cherchez une place* says it already.
  const seats = side === 'need' && way.seats === 1 ? 0 : way.seats
  const ride = mode === 'ride' ? say('rides.told', { ...way, seats }) : nothing
  const village = at.territory()?.communes.find(({ code }) => code === commune)?.name
  const place = village === undefined ? nothing : say('pieces.at', village)
  return say('pieces.understood', say(`pieces.ways.${side}.${mode}`), ride, place, day)
}

/** *Je propose*, *je cherche*: the side is the page's, or the one that the sentence says. */
const written =
  (page: NoticeSide): Command<Words>['decide'] =>
  (input, read, at): Decision => {
    const side = sideOf(page, input, read)
    const all = noticeSaid(side, input, { read, at })
    if ('refused' in all) return all
    if (wantsMore(input)) return { asks: 'more' }
    const what = (side === 'offer' ? offerOf : needOf)(input, all.fields, at)
    const told = understoodIn(all.fields, side, at)
    return sent({ said: what, told, isTurned: side !== page }, read, at)
  }

type Said = Extract<ReturnType<typeof noticeSaid>, { fields: unknown }>['fields']

const offerOf = (input: Input, fields: Said, at: CommandContext): Draft =>
  draft(offer, at.newId(), {
    ...fields,
    ...(one(input, 'hand') === '' || fields.mode ? {} : { mode: 'hand' }),
    state: one(input, 'piste') === '' ? 'firm' : 'lead',
  })

function needOf(input: Input, { mode, ...fields }: Said, at: CommandContext): Draft {
  const hand = one(input, 'hand') !== '' || mode === 'hand'
  return draft(need, at.newId(), {
    ...fields,
    ...(mode ? { mode } : hand ? { mode: 'hand' } : {}),
    ...(hand ? { hand } : {}),
    state: 'open',
  })
}

export const propose: Command<Words> = {
  name: 'offer',
  path: '/annonces/proposer',
  who: 'visitor',
  photos: true,
  sentOnce: true,
  standing: standing('offer'),
  decide: written('offer'),
}

export const ask: Command<Words> = {
  name: 'need',
  path: '/annonces/chercher',
  who: 'visitor',
  photos: true,
  sentOnce: true,
  standing: standing('need'),
  decide: written('need'),
}
