import type { CommandContext } from '../../../../contract/command.ts'
import type { Refusal } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import { sayRecurrence } from '../../../../core/calendar/recurrence.ts'
import { longestOf } from '../../../../core/form/fit.ts'
import { type Input, one } from '../../../../core/form/input.ts'
import type { fr } from '../../words/fr.ts'
import { offer } from '../records.ts'
import { daysAsked } from './asked.ts'

type Words = typeof fr
const say: Say<Words> = message

/** A slip of a ride as a sentence: *Rosa descend de Sail à Boën chaque jeudi à 9 h*. */
export function rideOfSlip(
  input: Input,
  { today }: Pick<CommandContext, 'today'>,
  words: Words,
): Readonly<{ said: Input }> | Refusal {
  const to = one(input, 'vers')
  if (to === '') return { refused: say('stack.sayTo'), field: 'vers' }
  const days = daysAsked(input, today)
  const title = words.rides.slip({
    who: one(input, 'who'),
    from: one(input, 'depart'),
    to,
    by: one(input, 'par'),
    days: days?.is === 'often' && days.recurs ? sayRecurrence(days.recurs, 'fr') : '',
    time: one(input, 'heure'),
    seats: Number.parseInt(one(input, 'places'), 10) || 0,
  })
  const longest = longestOf(offer.fields.title)
  if (title.length > longest) return { refused: say('shorterNamed', longest), field: 'vers' }
  return { said: { ...input, kind: 'offer', mode: 'ride', title } }
}
