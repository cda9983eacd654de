import { counted } from '../../../contract/counted.ts'
import type { Fate } from '../../../contract/fate.ts'
import type { FiguresAsked, Indicator } from '../../../contract/figures.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ModelSlots } from '../../../contract/slots.ts'
import type { fr } from '../words/fr.ts'
import { dateSeen } from './commands-dates.ts'
import { countFate } from './count.ts'
import { type DateSet, datesToTell } from './date-told.ts'
import { dateInstead, dateOfIdea } from './ideas-of.ts'
import { partFate } from './part-typed.ts'
import { idea, meeting, response, task, voice } from './records.ts'
import { seatFate } from './seats.ts'

const UNFINISHED = "state IS NULL OR state IN ('todo', 'doing')"

function indicator(
  read: Reader,
  words: typeof fr,
  { since, communes }: FiguresAsked,
): readonly Indicator[] {
  const w = words.indicators
  const of = { counts: 'things', since } as const
  const ideas = { ...of, communes, table: idea.name, by: ['commune', 'themes'] } as const
  return [
    ...counted(read, {
      ...of,
      id: 'meetings.meetings',
      words: w.meetings,
      table: meeting.name,
      where: 'chat IS NOT 1',
      on: 'date',
      communes,
      by: ['commune'],
    }),
    ...counted(read, {
      ...ideas,
      id: 'meetings.open',
      words: w.open,
      where: "state IS NULL OR state = 'open'",
      since: undefined,
    }),
    ...counted(read, {
      ...ideas,
      id: 'meetings.became',
      words: w.became,
      where: "state = 'became'",
    }),
    ...counted(read, {
      ...of,
      id: 'meetings.done',
      words: w.done,
      table: task.name,
      where: "state = 'done'",
      on: 'doneOn',
    }),
    ...counted(read, {
      ...of,
      id: 'meetings.todo',
      words: w.todo,
      table: task.name,
      where: UNFINISHED,
      since: undefined,
    }),
    ...counted(read, {
      ...of,
      id: 'meetings.voices',
      words: w.voices,
      table: voice.name,
      on: 'on',
    }),
  ]
}

/** A date that is off, and whose idea has another day, has moved for its people. */
const movedOrOff = (
  { event, now }: Pick<DateSet, 'event' | 'now'>,
  read: Reader,
  off: 'off' | 'dayOff',
): 'moved' | 'off' | 'dayOff' => (now.state === 'on' || dateInstead(read, event) ? 'moved' : off)

/** Of an idea, or of a date that somebody proposed, once that date changed. */
const dateFate = (
  read: Reader,
  { type, id }: Readonly<{ type: string; id: string }>,
  date: Pick<DateSet, 'event' | 'now'>,
): Fate => ({
  state: read.pointing(id, response.name).length > 0 ? 'answered' : 'shown',
  date: movedOrOff(date, read, type === idea.name ? 'dayOff' : 'off'),
})

export const modelSlots: ModelSlots<typeof fr> = {
  indicator,
  // Somebody said how much of a notice they take.
  answered: (id, read) => read.pointing(id, response.name).length > 0,
  fate: (type, id, read) => {
    const isAnswer = type === response.name
    const own = isAnswer ? (partFate(read, id) ?? seatFate(read, id)) : undefined
    const state = own ?? countFate(read, type, id)
    const told = isAnswer ? datesToTell(read, { of: 'answer', id })[0] : undefined
    const changed = told ?? dateOfIdea(read, type, id)
    if (!changed) return state && { state }
    if (!isAnswer) return dateFate(read, { type, id }, changed)
    const isShown = read.one(response, id) !== undefined
    const date = movedOrOff(changed, read, told ? 'off' : 'dayOff')
    const known = state === 'became' ? undefined : state
    return { state: known ?? (isShown ? 'shown' : 'waits'), date }
  },
  sees: (key, read, { me }) => dateSeen(key, read, me),
}
