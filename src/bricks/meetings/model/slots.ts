import { counted } from '../../../contract/counted.ts'
import type { FiguresAsked, Indicator } from '../../../contract/figures.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ModelSlots } from '../../../contract/slots.ts'
import type { fr } from '../words/fr.ts'
import { countFate } from './count.ts'
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

export const modelSlots: ModelSlots<typeof fr> = {
  indicator,
  // Somebody said how much of a notice they take.
  answered: (id, read) => read.pointing(id, response.name).length > 0,
  fate: (type, id, read) => {
    const state = type === response.name ? (seatFate(read, id) ?? countFate(read, id)) : undefined
    return state && { state }
  },
}
