import { LONGEST, SHORTEST } from '../../../contract/box/watch.ts'
import type { Command } from '../../../contract/command.ts'
import { type Decision, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import { one, texts } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { choiceIn } from './read.ts'
import { watch } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message
export const WATCH = '/veilleuse'
export const SETTINGS = '/veilleuse/reglages'
const TIME = /^([01]?\d|2[0-3])\s*[:hH]\s*([0-5]\d)?$/
/** *22:00*, and *22h*, as people type it. */
const timeTyped = (text: string): string | undefined => {
  const [, hours, minutes = '00'] = TIME.exec(text.trim()) ?? []
  return hours === undefined ? undefined : `${hours.padStart(2, '0')}:${minutes}`
}

/** What turns on the screen of this box, how fast, and when it is night. */
const choose: Command<Words> = {
  name: 'choose',
  path: `${WATCH}/choisir`,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const typed = one(input, 'seconds').trim()
    const seconds = /^\d{1,3}$/.test(typed) ? Number(typed) : 0
    if (seconds < SHORTEST || seconds > LONGEST)
      return { refused: say('saySeconds', SHORTEST, LONGEST), field: 'seconds' }
    const [nightFrom, nightUntil] = [
      timeTyped(one(input, 'nightFrom')),
      timeTyped(one(input, 'nightUntil')),
    ]
    if (nightFrom === undefined) return { refused: say('sayTime'), field: 'nightFrom' }
    if (nightUntil === undefined) return { refused: say('sayTime'), field: 'nightUntil' }
    const [shown, turns] = [texts(input, 'kind'), texts(input, 'turns')]
    if (shown.length > 0 && turns.length === 0) return { refused: say('sayKinds'), field: 'turns' }
    const had = choiceIn(read)
    // A kind that the form did not show (a brick that is out for now) stays as it was.
    const without = [
      ...had.without.filter(kind => !shown.includes(kind)),
      ...shown.filter(kind => !turns.includes(kind)),
    ]
    return {
      drafts: [draft(watch, had.id ?? at.newId(), { without, seconds, nightFrom, nightUntil })],
      next: SETTINGS,
      said: say('kept'),
    }
  },
}

export const commands: readonly Command<Words>[] = [choose]
