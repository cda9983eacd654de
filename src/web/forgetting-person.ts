import type { Forgetting, Moment } from '../core/brick.ts'
import { holdsName, namePattern, withoutName } from '../core/said-name.ts'
import { type Belonging, belongingOf, shownWhere } from './belonging.ts'
import { placesWritten, type Sought, type Taken } from './forgetting-number.ts'
import type { Decided } from './owned.ts'
import { plainWords } from './plain/words.ts'
import type { House } from './turn.ts'

/** Those who are forgotten, with what is theirs, found before anything of it goes. */
export const goneWith = (house: House, { people = [] }: Decided): readonly Belonging[] => people.map(id => belongingOf(house, id))

/** The decision, as if each record of theirs had been named in it; nothing else is written in what goes. */
export function withPeople(decision: Decided, gone: readonly Belonging[]): Decided {
  if (gone.length === 0) return decision
  const whole: readonly Forgetting[] = gone.flatMap(one => one.whole)
  const isGone = ({ type, record }: Readonly<{ type: string; record: string }>): boolean =>
    whole.some(one => one.type === type && one.record === record)
  const named = (decision.forget ?? []).filter(one => !isGone(one))
  return {
    ...decision,
    drafts: decision.drafts.filter(one => !isGone(one)),
    forget: [...named, ...whole, ...gone.flatMap(one => one.parts).filter(one => !isGone(one))],
  }
}

/** Their name, in what their card wrote of others’ records: the rest of each sentence stays its person's. */
export const namesTaken = (house: House, gone: readonly Belonging[], { lang }: Moment): readonly Taken[] =>
  gone.flatMap(({ called, wrote }) => {
    const sought = soughtName(called ?? '', plainWords(lang).somebody)
    const written = placesWritten(house, wrote)
    const shown = written.flatMap(place => shownWhere(house, place.record).map(record => ({ ...place, record, space: 'commons' as const })))
    return sought ? [{ places: [...written, ...shown], sought }] : []
  })

function soughtName(name: string, instead: string): Sought | undefined {
  const pattern = namePattern(name)
  return pattern && { holds: text => holdsName(text, pattern), without: text => withoutName(text, pattern, instead), mayBeIn: () => true }
}
