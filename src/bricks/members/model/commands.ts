import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { one, texts } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { chargeCommands } from './commands-charges.ts'
import { MEMBER_FIELDS, mendCommands, reachable } from './commands-mend.ts'
import { mineCommands } from './commands-mine.ts'
import { relayCommands } from './commands-relays.ts'
import { wordCommands } from './commands-words.ts'
import { keyed, pageOf } from './input.ts'
import { memberOf, standingConsent } from './read.ts'
import { consent, contact, member } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message

/**
 * What a person may agree to, one box each, on paper as on screen: nothing that no page asks yet.
 */
export const USES = ['phone-shown', 'told'] as const

const agreed = (whose: string, uses: readonly string[], at: CommandContext): readonly Draft[] =>
  USES.filter(use => uses.includes(use)).map(use =>
    draft(consent, at.newId(), { member: whose, use, givenOn: at.today, ...keyed(at, whose) }),
  )

/**
 * A member in one minute: a name to be called by, a commune, how to be reached, and what they
 * ticked.
 */
const welcome: Command<Words> = {
  name: 'welcome',
  path: '/habitants/accueillir',
  who: 'relay',
  decide: (input, _read, at): Decision => {
    const checked = at.fields(member, input, MEMBER_FIELDS)
    if ('refused' in checked) return checked
    const reach = reachable(input, at)
    if ('refused' in reach) return reach
    const id = at.newId()
    const { fields } = checked
    return {
      drafts: [
        draft(member, id, { ...fields, state: 'here', ...keyed(at) }),
        draft(contact, at.newId(), { ...reach.fields, member: id, ...keyed(at) }),
        ...agreed(id, texts(input, 'uses'), at),
      ],
      next: at.by === 'keeper' ? `/habitants/${id}` : '/',
      said: say('welcomed', fields.name ?? ''),
    }
  },
}

/** An agreement given: by the person on their own page, or by the keeper from a paper or a word. */
const agree: Command<Words> = {
  name: 'agree',
  path: '/habitants/:id/accord',
  who: 'neighbour',
  decide: (input, read, at): Decision => {
    const whose = memberOf(read, one(input, 'id'))
    const use = USES.find(known => known === one(input, 'use'))
    // Nobody else agrees in their place, a relay neither: what is told on paper is the keeper’s to
    // note.
    if (!whose || (at.me !== undefined && at.me !== whose.id))
      return { refused: say('nothingThere') }
    // Nothing is agreed to by a button alone: what is agreed to is chosen.
    if (!use) return { refused: say('sayUse'), field: 'use' }
    const next = pageOf(whose.id, at)
    if (standingConsent(read, whose.id, use)) return { drafts: [], next, said: say('agreedSaid') }
    return { drafts: agreed(whose.id, [use], at), next, said: say('agreedSaid') }
  },
}

export const commands: readonly Command<Words>[] = [
  welcome,
  agree,
  ...mendCommands,
  ...mineCommands,
  ...relayCommands,
  ...wordCommands,
  ...chargeCommands,
]
