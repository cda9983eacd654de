import type { CommandContext } from '../../contract/command.ts'
import type { Decided, Draft, Forgetting } from '../../contract/decision.ts'
import { HERE } from '../../core/lang.ts'
import { fold } from '../../core/letters/words.ts'
import type { FieldPlace } from '../../projection/numbers.ts'
import { holdsName, namePattern, withoutName } from '../../text/said-name.ts'
import { memberIn } from '../member-in.ts'
import { ownerIn, ownerValue } from '../owner-in.ts'
import { ownWords } from '../records/words.ts'
import type { Engine } from '../turn.ts'
import { type Belonging, belongingOf, shownAsOf } from './belonging.ts'
import { placesWritten, type TextEraser, type TextErasure } from './number.ts'

/**
 * Forgets a person: a turn that erases a member passes here. This file adds their records and the
 * links to them to the decision, takes their name out of what they wrote about others, and lets
 * each brick tell the people who counted on them. `belonging.ts` finds what is theirs; the turn
 * writes.
 */

/** The belongings of each person to be forgotten. Call it before erasing. */
export const belongingsToErase = (engine: Engine, { people = [] }: Decided): readonly Belonging[] =>
  people.map(id => belongingOf(engine, id))

/** Records that tell other people what a forgotten person leaves unfinished. */
export const endingDrafts = (
  { bricks, read }: Engine,
  { people = [] }: Decided,
  at: CommandContext,
): readonly Draft[] =>
  people.flatMap(id =>
    bricks.flatMap(brick => brick.endedWith?.(id, read, at, brick.words[HERE]) ?? []),
  )

/**
 * Adds all the person's records, and the fields of others' records that name them, to the
 * decision's forgettings. Drafts for the person's records are dropped.
 */
export function withBelongings(decision: Decided, gone: readonly Belonging[]): Decided {
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

/**
 * The erasures of a forgotten person’s own name, where they wrote it in records about others. The
 * rest of the text stays; *quelqu’un* stands in its place.
 */
export const nameErasures = (
  engine: Engine,
  gone: readonly Belonging[],
  { lang }: CommandContext,
): readonly TextErasure[] =>
  gone.flatMap(({ called, wrote }) => {
    const sought = soughtName(called ?? '', ownWords(lang).somebody)
    const written = placesWritten(engine, wrote).filter(
      place => !isNamesakes(engine, place, called ?? ''),
    )
    const shown = written.flatMap(place =>
      shownAsOf(engine, place.record).map(record => ({
        ...place,
        record,
        space: 'commons' as const,
      })),
    )
    return sought ? [{ places: [...written, ...shown], sought }] : []
  })

/**
 * True when the record belongs to someone with the same name. The name in it may be that person's,
 * so it stays.
 */
function isNamesakes(
  { bricks, types, read }: Engine,
  { type: name, record }: FieldPlace,
  called: string,
): boolean {
  const [type, owner] = [types.get(name), ownerIn({ bricks }, name)]
  if (!type || !owner) return false
  const rows: readonly (Readonly<Record<string, unknown>> | undefined)[] = [
    read.one(type, record),
    read.one(type, record, 'home'),
  ]
  const said = owner.owner === 'id' ? type.title : owner.signed
  const owners = rows
    .flatMap(row => [ownerValue(row, owner.owner)].flat())
    .filter(id => typeof id === 'string')
  const names = [
    ...rows.map(row => said && row?.[said]),
    ...owners.map(id => memberIn({ bricks, read }, id)?.name),
  ]
  return names.some(one => typeof one === 'string' && fold(one) === fold(called))
}

/** Finds a name in a text, and puts `instead` in its place. Undefined for an empty name. */
function soughtName(name: string, instead: string): TextEraser | undefined {
  const pattern = namePattern(name)
  return (
    pattern && {
      holds: text => holdsName(text, pattern),
      without: text => withoutName(text, pattern, instead),
    }
  )
}
