import type { Command } from '../../../contract/command.ts'
import type { Decision, Draft, Refusal } from '../../../contract/decision.ts'
import { keptBy } from '../../../contract/keeper.ts'
import { message, type Say } from '../../../contract/message.ts'
import { isDay } from '../../../core/form/fit.ts'
import { type Input, one } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { isSpreadCode } from './commands-spread.ts'
import { ask, propose } from './commands-write.ts'
import { rideOfSlip } from './rides/slip.ts'
import { SAME, stackAsked } from './stack.ts'

type Words = typeof fr
const say: Say<Words> = message

/** One slip after another, in an evening: the page comes back for the next one. */
export const keySlip: Command<Words> = {
  name: 'keySlip',
  path: '/annonces/saisie',
  who: 'relay',
  decide: (sent, read, at, words): Decision => {
    const stack = stackAsked(one(sent, 'papier'))
    const agreed = one(sent, 'accord')
    const isAsked = stack !== undefined || one(sent, 'demande') !== ''
    if (isAsked && !isSpreadCode(agreed)) return { refused: say('stack.sayAgree'), field: 'accord' }
    const ride = stack === 'trajets' ? rideOfSlip(sent, at, words) : undefined
    if (ride && 'refused' in ride) return ride
    const input = ride?.said ?? sent
    const kind = one(input, 'kind')
    const spoken = (kind === 'offer' ? propose : ask).decide(
      kind === 'hand' ? { ...input, hand: 'yes' } : input,
      read,
      at,
      words,
    )
    if (!('drafts' in spoken)) return stack && 'refused' in spoken ? onPaper(spoken) : spoken
    if (one(input, 'who') === '') return { refused: say('sayWho'), field: 'who' }
    // What came on paper says who keyed it.
    const teller = one(input, 'saisi') || keptBy(read)
    const isHere = agreed !== 'voisins' && agreed !== 'carte'
    const keyed = spoken.drafts.map(one =>
      'toldTo' in one.fields || at.by !== 'keeper' || !teller
        ? one
        : { ...one, fields: { ...one.fields, toldTo: teller } },
    )
    // Read here and nowhere else: its words stay in this box, whose pages show them.
    const drafts = isHere
      ? keyed.map(one => ({ ...one, fields: { ...one.fields, hangsHere: true } }))
      : keyed
    return {
      ...spoken,
      drafts: stack ? drafts.map(one => withDay(one, input)) : drafts,
      next: nextSlip(input),
      said:
        agreed === 'carte' ? say('whoSees.keyed') : isHere ? say('stack.keptHere') : say('keyed'),
    }
  },
}

/** A printed slip has one line for how its person is reached. */
const onPaper = (refusal: Refusal): Refusal => {
  const named = <Wrong extends Readonly<{ field?: string }>>(wrong: Wrong): Wrong =>
    wrong.field === 'reachBy' ? { ...wrong, field: 'reach' } : wrong
  return { ...named(refusal), ...(refusal.others ? { others: refusal.others.map(named) } : {}) }
}

/** Since when it is asked: the day of the slip. */
const withDay = (draft: Draft, input: Input): Draft => {
  const day = one(input, 'jour')
  return draft.type === 'need' && isDay(day)
    ? { ...draft, fields: { ...draft.fields, since: day } }
    : draft
}

/** The next slip of the same stack, with what stays the same. */
function nextSlip(input: Input): string {
  const same = new URLSearchParams(
    SAME.flatMap(name => (one(input, name) === '' ? [] : [[name, one(input, name)]])),
  )
  return one(input, 'papier') === '' ? '/annonces/saisie' : `/annonces/saisie?${same}`
}
