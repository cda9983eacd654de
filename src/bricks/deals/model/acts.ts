import { ID_SHAPE } from '../../../core/id.ts'
import { BadJson, type Json, readJson } from '../../../core/json.ts'
import { SAYS, type Says } from './rules.ts'

/**
 * What was said of a deal on the other side, as a letter carries it and as the deal keeps it: all
 * of it each time, never the last word only, so that any later letter is enough.
 *
 * Shape   `id`: the act's own, drawn where it was said; `yours`: it was said by who reads, who
 *         knows the rest · `place`: an id drawn here when it was read, so that what both sides said
 *         stands in one order.
 */
export type DealAct = Readonly<{
  id: string
  yours?: boolean
  place?: string
  says: Says
  on: string | null
  named: boolean
  thanks: string | null
  when: string | null
}>

export const MOST_ACTS = 40
const LONGEST_THANKS = 300
const LONGEST_WHEN = 120
/** Units   UTF-16 units: more than `MOST_ACTS` of the longest take. */
const LONGEST_ACTS = 30_000

export const actsText = (acts: readonly DealAct[]): string => JSON.stringify(acts.slice(-MOST_ACTS))

/**
 * The acts that a letter holds.
 *
 * Law     a stranger's text: undefined unless it is a list of acts and nothing longer than our own
 *         forms take.
 */
export function readActs(text: string | null): readonly DealAct[] | undefined {
  const list = text !== null && text.length <= LONGEST_ACTS ? listIn(text) : undefined
  if (!list || list.length > MOST_ACTS) return undefined
  const acts = list.flatMap(one => actIn(one) ?? [])
  const ids = new Set(acts.map(({ id }) => id))
  return acts.length === list.length && ids.size === acts.length ? acts : undefined
}

function listIn(text: string): readonly Json[] | undefined {
  try {
    const value = readJson(text)
    return Array.isArray(value) ? (value as readonly Json[]) : undefined
  } catch (error) {
    if (error instanceof BadJson) return undefined
    throw error
  }
}

function actIn(value: Json): DealAct | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { id, yours, place, says, on, named, thanks, when } = value as Readonly<
    Record<string, Json | undefined>
  >
  const known = SAYS.find(one => one === says)
  if (!isId(id) || known === undefined || (place !== undefined && !isId(place))) return undefined
  const [said, moment, day] = [line(thanks, LONGEST_THANKS), line(when, LONGEST_WHEN), line(on, 10)]
  if (
    said === undefined ||
    moment === undefined ||
    day === undefined ||
    (day !== null && !isDay(day))
  )
    return undefined
  const more = { ...(yours === true ? { yours } : {}), ...(place === undefined ? {} : { place }) }
  return { id, ...more, says: known, on: day, named: named === true, thanks: said, when: moment }
}

const isId = (value: Json | undefined): value is string =>
  typeof value === 'string' && ID_SHAPE.test(value)
export const isDay = (text: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)
const line = (value: Json | undefined, longest: number): string | null | undefined =>
  value === null || value === undefined
    ? null
    : typeof value === 'string' && value.length <= longest
      ? value
      : undefined
