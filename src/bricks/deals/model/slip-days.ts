import type { Draft, Forgetting } from '../../../contract/decision.ts'
import type { Reader } from '../../../contract/reader.ts'
import { isDay } from '../../../core/form/fit.ts'
import { type Input, texts } from '../../../core/form/input.ts'
import { ID_SHAPE } from '../../../core/id.ts'
import { MOST_ACTS } from './acts.ts'

/**
 * When what is said in a thread of two boxes was handed over to who has no screen: the box that
 * hands it over tells the other one.
 *
 * Shape   `slips` of a deal: `ACT SLIP`, the id of an act of the other side and that of its slip.
 *         `handed`: `ACT DAY`, of an act of this side.
 */

/** The type of a word to hand over, of the brick of members. */
export const SLIP = 'word'

type SlipPairs = Readonly<{ slips: readonly string[] | null }>
type HandedPairs = Readonly<{ handed: readonly string[] | null }>
const pairsIn = (list: readonly string[] | null): readonly (readonly [string, string])[] =>
  (list ?? []).map(one => {
    const [act = '', other = ''] = one.split(' ')
    return [act, other]
  })
/** The slips of the acts of the other side, by the act. */
export const slipsByAct = ({ slips }: SlipPairs): ReadonlyMap<string, string> =>
  new Map(pairsIn(slips))
/** The slips that carry what the other side said: nobody hands them over any more. */
export const slipsGone = ({ slips }: SlipPairs): readonly Forgetting[] =>
  pairsIn(slips).map(([, record]) => ({ type: SLIP, record }))
/** The same without one of them, where it is among them. */
export function slipsWithout(
  { slips }: SlipPairs,
  slip: string,
): Readonly<{ slips?: readonly string[] | null }> {
  const left = (slips ?? []).filter(one => !one.endsWith(` ${slip}`))
  if (left.length === (slips ?? []).length) return {}
  return { slips: left.length > 0 ? left : null }
}
/** On which day the acts of this side were handed over there, by the act. */
export const handedByAct = ({ handed }: HandedPairs): ReadonlyMap<string, string> =>
  new Map(pairsIn(handed))

/**
 * What the other box hears of its acts: those that were handed over here, with the day. `now`: what
 * is being written of their slips.
 */
export function handedHere(
  read: Reader,
  { slips }: SlipPairs,
  now: readonly Draft[] = [],
): readonly string[] {
  const byAct = pairsIn(slips)
  if (byAct.length === 0) return []
  const before = read.published.slipsHanded?.(byAct.map(([, slip]) => slip)) ?? []
  const days = new Map<string, unknown>(before.map(one => [one.id, one.on]))
  for (const { type, record, fields } of now)
    if (type === SLIP && 'handedOn' in fields) days.set(record, fields['handedOn'])
  return byAct.flatMap(([act, slip]) => {
    const day = days.get(slip)
    return typeof day === 'string' ? [`${act} ${day}`] : []
  })
}

/**
 * What a letter says was handed over there, as the deal keeps it.
 *
 * Law     a stranger's text: ids and days alone, as many as one side may say.
 */
export function handedFields(
  input: Input,
  { handed }: HandedPairs,
): Readonly<{ handed?: readonly string[] | null }> {
  const all = texts(input, 'handed')
    .filter(one => {
      const [act = '', day = '', ...more] = one.split(' ')
      return ID_SHAPE.test(act) && isDay(day) && more.length === 0
    })
    .slice(0, MOST_ACTS)
  if (all.join() === (handed ?? []).join()) return {}
  return { handed: all.length > 0 ? all : null }
}

/** The deals whose slips are among these drafts. */
export const dealsOfSlips = (drafts: readonly Draft[], read: Reader): readonly string[] => {
  const slips = drafts.flatMap(({ type, record, fields }) =>
    type === SLIP && 'handedOn' in fields ? [record] : [],
  )
  if (slips.length === 0) return []
  return read
    .all(
      `SELECT id FROM deal_home WHERE box IS NOT NULL AND slips IS NOT NULL AND removed IS NOT 1
         AND EXISTS (SELECT 1 FROM json_each(?) AS slip WHERE instr(slips, slip.value) > 0)`,
      JSON.stringify(slips),
    )
    .map(row => String(row['id']))
}
