import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { asSent } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { askedAbout } from './asked-about.ts'
import { PATH } from './read.ts'
import { forgedIn, toSettle, twiceIn } from './read-people.ts'
import { response } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message
/** Where the keeper says who is one person, and in whose name a card wrote. */
export const WHO_COUNTS = `${PATH}/qui-compte`

/** Where one goes on: what is left, else what it was about. */
const nextOf = (read: Reader, about: string | null, today: string): string =>
  toSettle(read) > 1 || about === null
    ? WHO_COUNTS
    : (askedAbout(read, about, today)?.path ?? WHO_COUNTS)

/** *Deux personnes*, or *la même*: asked once. */
const tellPeople: Command<Words> = {
  name: 'tellPeople',
  path: `${WHO_COUNTS}/dire`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const [id, is] = [asSent(input, 'id'), asSent(input, 'is')]
    const found = twiceIn(read).find(one => one.other === id)
    if (!found || (is !== 'two' && is !== 'same')) return { refused: say('nothingThere') }
    return {
      drafts: [draft(response, id, { namesake: is === 'two' })],
      next: nextOf(read, found.about, at.today),
      said: is === 'two' ? say('people.twoSaid') : say('people.sameSaid'),
    }
  },
}

/** What a card wrote under another name: said so for everybody, or off the page. */
const tellName: Command<Words> = {
  name: 'tellName',
  path: `${WHO_COUNTS}/nom`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const [id, is] = [asSent(input, 'id'), asSent(input, 'is')]
    const found = forgedIn(read).find(one => one.answer === id)
    if (!found || (is !== 'told' && is !== 'off')) return { refused: say('nothingThere') }
    const next = nextOf(read, found.about, at.today)
    if (is === 'off')
      return {
        drafts: [],
        forget: [{ type: response.name, record: id }],
        next,
        said: say('people.offSaid'),
      }
    return {
      drafts: [draft(response, id, { toldTo: found.card, member: null, keyedBy: found.member })],
      next,
      said: say('people.toldSaid'),
    }
  },
}

export const peopleCommands: readonly Command<Words>[] = [tellPeople, tellName]
