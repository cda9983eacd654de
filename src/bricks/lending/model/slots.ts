import { counted } from '../../../contract/counted.ts'
import type { Fate } from '../../../contract/fate.ts'
import type { FiguresAsked, Indicator } from '../../../contract/figures.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { ModelSlots } from '../../../contract/slots.ts'
import type { fr } from '../words/fr.ts'
import { takenBack } from './on-ticket.ts'
import { bookingOf } from './read.ts'
import { request } from './records-booking.ts'
import { thing } from './records-thing.ts'
import { lentInAll } from './year-lent.ts'

/** Where a request stands, for who asked without a card. It says no word of the request. */
function fateOf(id: string, read: Reader): Fate | undefined {
  const row = read.one(request, id, 'home')
  if (!row) return undefined
  if (row.state === 'refused') return { state: 'fallen', isNew: true }
  if (row.state === 'withdrawn') return { state: 'over' }
  if (row.state !== 'given') return { state: 'sent' }
  const booked = row.booking === null ? undefined : bookingOf(read, row.booking)
  if (booked?.state === 'back') return { state: 'done' }
  const isOff = booked?.state === 'cancelled' || booked?.state === 'noShow'
  return { state: isOff ? 'fallen' : 'agreed', isNew: true }
}

/** The first day of all: without a day, all is counted. */
const EVER = '2000-01-01'

/** What is lent, how often and to how many people, and what was asked for and never free. */
function indicator(
  read: Reader,
  { year: { indicators: w } }: typeof fr,
  { since, communes, today }: FiguresAsked,
): readonly Indicator[] {
  const { loans, people, neverFree } = lentInAll(read, { from: since ?? EVER, to: today })
  const from = since === undefined ? {} : { since }
  return [
    ...counted(read, {
      ...{ id: 'lending.things', words: w.things, counts: 'things', communes },
      ...{ table: thing.name, where: 'gone IS NOT 1', by: ['commune'] },
    }),
    { id: 'lending.loans', words: w.loans, value: loans, counts: 'people', ...from },
    { id: 'lending.people', words: w.people, value: people, counts: 'people', ...from },
    { id: 'lending.neverFree', words: w.neverFree, value: neverFree, counts: 'things', ...from },
  ]
}

/** What turns ask of the brick. */
export const modelSlots: ModelSlots<typeof fr> = {
  indicator,
  fate: (type, id, read) => (type === request.name ? fateOf(id, read) : undefined),
  withdrawn: (type, id, read) => (type === request.name ? takenBack(id, read) : undefined),
}
