import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import { keeperNamed } from '../../../contract/keeper.ts'
import { message, type Say } from '../../../contract/message.ts'
import { isReadFirst } from '../../../contract/permission.ts'
import type { Reader } from '../../../contract/reader.ts'
import { one } from '../../../core/form/input.ts'
import { shownAtHome } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { isHiddenHere } from './kept.ts'
import { need, offer } from './records.ts'
import { standing } from './standing.ts'
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

/**
 * A known person's notice shows at once, and the keeper's; an unknown visitor's waits, and they are
 * told who reads it.
 */
function sent(said: Draft, read: Reader, at: CommandContext): Decision {
  const what = spreadTo(said, at)
  return isReadFirst(at.by)
    ? {
        drafts: [what],
        next: '/annonces',
        said: say('thanks', keeperNamed(read) ?? say('keeper')),
      }
    : what.fields['shownByCard'] === true
      ? // Over http nobody reads it, its author neither.
        { drafts: [what], next: '/annonces', said: say('whoSees.written') }
      : {
          drafts: [what],
          next: `/annonces/${what.record}`,
          said: isHiddenHere(read, what.fields.reach) ? say('shownButNumber') : say('shownNow'),
        }
}

export const propose: Command<Words> = {
  name: 'offer',
  path: '/annonces/proposer',
  who: 'visitor',
  photos: true,
  sentOnce: true,
  standing: standing('offer'),
  decide: (input, read, at): Decision => {
    const all = noticeSaid('offer', input, { read, at })
    if ('refused' in all) return all
    if (wantsMore(input)) return { asks: 'more' }
    const state = one(input, 'piste') === '' ? 'firm' : 'lead'
    return sent(draft(offer, at.newId(), { ...all.fields, state }), read, at)
  },
}

export const ask: Command<Words> = {
  name: 'need',
  path: '/annonces/chercher',
  who: 'visitor',
  photos: true,
  sentOnce: true,
  standing: standing('need'),
  decide: (input, read, at): Decision => {
    const all = noticeSaid('need', input, { read, at })
    if ('refused' in all) return all
    if (wantsMore(input)) return { asks: 'more' }
    const hand = one(input, 'hand') !== '' || all.fields.mode === 'hand'
    const { mode, ...fields } = all.fields
    return sent(
      draft(need, at.newId(), {
        ...fields,
        ...(mode ? { mode } : hand ? { mode: 'hand' } : {}),
        ...(hand ? { hand } : {}),
        state: 'open',
      }),
      read,
      at,
    )
  },
}
