import type { Command, CommandContext } from '../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { type Charge, charge } from '../../../contract/records/charge.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { chargesLeft, thingGiven } from './charges.ts'
import { memberOf } from './read.ts'

type Words = typeof fr
const say: Say<Words> = message

export const CHARGES = '/charges'
/** What the form of a charge asks beside the thing and the person. */
export const CHARGE_FIELDS = ['since', 'until', 'named'] as const

/**
 * The keeper puts somebody in charge of a thing. Whoever is already gets these days and this
 * agreement in place of those of before.
 */
const giveCharge: Command<Words> = {
  name: 'giveCharge',
  path: CHARGES,
  who: 'keeper',
  private: true,
  decide: (input, read, at): Decision => {
    const over = thingGiven(read, at.ownerOf, one(input, 'over'))
    if (!over) return { refused: say('charges.sayOver'), field: 'over' }
    const person = memberOf(read, one(input, 'person'))
    if (!person || person.state === 'left')
      return { refused: say('charges.sayPerson'), field: 'person' }
    const form = at.fields(charge, input, CHARGE_FIELDS)
    if ('refused' in form) return form
    const { since, until = null, named = null } = form.fields
    if (until !== null && (until < (since ?? '') || until < at.today))
      return { refused: say('charges.tooEarly'), field: 'until' }
    const had = chargesLeft(read, at.today, person.id).find(row => row.over === over.id)
    const fields = { person: person.id, over: over.id, since: since ?? at.today, until, named }
    return {
      drafts: [draft(charge, had?.id ?? at.newId(), fields)],
      next: CHARGES,
      said: say('charges.givenSaid', person.name ?? '', over.title),
    }
  },
}

/** The charge that this form is about: the keeper acts on each, a member on their own. */
function chargeIn(input: Input, read: Reader, at: CommandContext): Charge | Refusal {
  const held = read.one(charge, one(input, 'id'), 'home')
  return held && (at.by === 'keeper' || held.person === at.me)
    ? held
    : { refused: say('charges.nothingThere') }
}
const pageFor = (at: CommandContext): string => (at.by === 'keeper' ? CHARGES : '/moi#charges')

/** *Reprendre*, or *Je ne m’en occupe plus*. */
const endCharge: Command<Words> = {
  name: 'endCharge',
  path: `${CHARGES}/:id/rendre`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const held = chargeIn(input, read, at)
    if ('refused' in held) return held
    const over = thingGiven(read, at.ownerOf, held.over ?? '')
    return {
      drafts: [{ type: charge.name, record: held.id, fields: { removed: true } }],
      next: pageFor(at),
      said: over ? say('charges.endedSaid', over.title) : say('charges.nameSaid'),
    }
  },
}

/** Its person says whether their name stands beside the thing. */
const nameCharge: Command<Words> = {
  name: 'nameCharge',
  path: `${CHARGES}/:id/prenom`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const held = chargeIn(input, read, at)
    if ('refused' in held) return held
    return {
      drafts: [draft(charge, held.id, { named: one(input, 'named') === '1' })],
      next: pageFor(at),
      said: say('charges.nameSaid'),
    }
  },
}

export const chargeCommands: readonly Command<Words>[] = [giveCharge, endCharge, nameCharge]
