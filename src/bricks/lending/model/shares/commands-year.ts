import type { Command, CommandContext } from '../../../../contract/command.ts'
import { type Decision, type Draft, draft, type Refusal } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { type Input, one } from '../../../../core/form/input.ts'
import { daysBetween } from '../../../../text/days.ts'
import type { fr } from '../../words/fr.ts'
import { isKeeping } from '../asker.ts'
import { decidedAway } from '../away.ts'
import { PATH, thing } from '../records-thing.ts'
import { LONGEST_DAYS } from '../span.ts'
import { keyedLines } from './loan-lines.ts'
import { engagementsOf, type PlanRow, planOf, plansOf } from './read.ts'
import { AMOUNTS, engagement, type ShareCounts, sharePlan } from './records.ts'
import { typedAmount, typedUnits, WORK_UNITS } from './typed-units.ts'
import { isUntouched, yearOf } from './year.ts'

/** A year of a thing is opened, corrected and taken away by who keeps its accounts. */

type Words = typeof fr
export const say: Say<Words> = message
/** The page of what a thing costs, and that of one year of it. */
export const sharesPath = (id: string): string => `${PATH}/${id}/frais`
export const yearPath = (id: string, plan: string): string => `${sharesPath(id)}/${plan}`
/** The tick by which the people of the year before go on. */
export const GO_ON = 'reprendre'

/** Whole numbers that a plan asks, with the most that each may be. */
export const WHOLE = { years: 60, calls: 12 } as const
/** Fields that the schema itself reads. */
export const READ = ['name', 'firstOn', 'lastOn', 'counts', 'unit', 'fixedBy', 'article'] as const
/** The largest amount, so that no product passes 2^53. Units: cents, or minutes. */
export const MOST = 1_000_000_000

/** What the form of a year says: the fields of its plan. */
function planIn(input: Input, at: CommandContext): Readonly<{ fields: Draft['fields'] }> | Refusal {
  const checked = at.fields(sharePlan, input, READ)
  if ('refused' in checked) return checked
  const { firstOn = '', lastOn = '', counts, unit } = checked.fields
  if ((lastOn ?? '') < (firstOn ?? ''))
    return { refused: say('shares.endsBefore'), field: 'lastOn' }
  if (daysBetween(firstOn ?? '', lastOn ?? '') > LONGEST_DAYS)
    return { refused: say('shares.tooLong'), field: 'lastOn' }
  const numbers = new Map<string, number | null>()
  for (const name of AMOUNTS) {
    const found = amountIn(input, name, counts as ShareCounts)
    if (found === undefined)
      return { refused: say(`shares.bad.${counts === 'hours' ? 'hours' : 'money'}`), field: name }
    numbers.set(name, found)
  }
  for (const name of ['years', 'calls'] as const) {
    const text = one(input, name)
    const found = text === '' ? null : Number(text)
    if (found !== null && !(Number.isInteger(found) && found >= 1 && found <= WHOLE[name]))
      return { refused: say('shares.bad.whole', WHOLE[name]), field: name }
    numbers.set(name, found)
  }
  const workUnit = WORK_UNITS.find(one => one === unit) ?? 'hour'
  const meter = one(input, 'meterStart')
  const meterStart = meter === '' ? null : typedUnits(meter, workUnit)
  if (meterStart === undefined) return { refused: say('shares.cell.badMeter'), field: 'meterStart' }
  return { fields: { ...checked.fields, ...Object.fromEntries(numbers), meterStart } }
}

/** An amount of the form: null where nothing is said or counted, undefined when unreadable. */
function amountIn(input: Input, name: string, counts: ShareCounts): number | null | undefined {
  const text = one(input, name)
  if (text === '' || counts === 'nothing') return null
  const found = typedAmount(text, counts)
  return found === undefined || found > MOST ? undefined : found
}

/** A year whose accounts somebody keeps, and its thing. */
export type PlanKept = Readonly<{ plan: PlanRow; of: string }>
/** The plan that a form names, open or closed, of who keeps its accounts; or why not. */
export function planKept(input: Input, read: Reader, at: CommandContext): PlanKept | Refusal {
  const of = one(input, 'id')
  const plan = planOf(read, one(input, 'plan'), of)
  if (!plan || !isKeeping(at, { id: of })) return { refused: say('shares.notHere') }
  return { plan, of }
}
/** The same while it is open. */
export function openPlan(input: Input, read: Reader, at: CommandContext): PlanKept | Refusal {
  const found = planKept(input, read, at)
  if ('refused' in found || found.plan.closedOn === null) return found
  return { refused: say('shares.isClosed') }
}

const openYear: Command<Words> = {
  name: 'openYear',
  path: `${PATH}/:id/frais`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const of = one(input, 'id')
    if (!read.one(thing, of) || !isKeeping(at, { id: of }))
      return { refused: say('shares.notHere') }
    const away = decidedAway(read, at, of)
    if (away) return away
    const found = planIn(input, at)
    if ('refused' in found) return found
    const record = at.newId()
    const keyedBy = at.me ?? null
    const plan = draft(sharePlan, record, { ...found.fields, thing: of, keyedBy })
    const [before] = one(input, GO_ON) === '' ? [] : plansOf(read, of)
    const people = (before ? engagementsOf(read, before.id) : []).filter(
      ({ member, who }) => member !== null || who !== null,
    )
    const goOn = people.map(({ member, who, parts }) =>
      draft(engagement, at.newId(), { thing: of, plan: record, keyedBy, member, who, parts }),
    )
    return { drafts: [plan, ...goOn], next: yearPath(of, record), said: say('shares.opened') }
  },
}

const correctYear: Command<Words> = {
  name: 'correctYear',
  path: `${PATH}/:id/frais/:plan/corriger`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = openPlan(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    const typed = planIn(input, at)
    if ('refused' in typed) return typed
    const { unit, counts } = typed.fields
    const { holders, costs, calls } = yearOf(read, plan)
    // Amounts and units that are noted would mean something else.
    if (holders.some(({ used }) => used > 0) && unit !== plan.unit)
      return { refused: say('shares.unitStays'), field: 'unit' }
    if (costs.length + calls.length > 0 && counts !== plan.counts)
      return { refused: say('shares.countsStay'), field: 'counts' }
    const noted = [...costs, ...keyedLines(read, plan.id)].flatMap(({ day }) => day ?? [])
    const outside = notedOutside(typed.fields, noted)
    if (outside) return outside
    return {
      drafts: [{ type: sharePlan.name, record: plan.id, fields: typed.fields }],
      next: yearPath(of, plan.id),
      said: say('shares.kept'),
    }
  },
}

/** What is noted in a year stays within its days. */
function notedOutside(
  { firstOn, lastOn }: Draft['fields'],
  noted: readonly string[],
): Refusal | undefined {
  const days = noted.toSorted()
  const [first = '', last = ''] = [days[0], days.at(-1)]
  if (first < String(firstOn) && first !== '')
    return { refused: say('shares.notedOn', first), field: 'firstOn' }
  return last > String(lastOn)
    ? { refused: say('shares.notedOn', last), field: 'lastOn' }
    : undefined
}

/** A year in which nothing was noted yet is taken away with its engagements. */
const dropYear: Command<Words> = {
  name: 'dropYear',
  path: `${PATH}/:id/frais/:plan/effacer`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = openPlan(input, read, at)
    if ('refused' in found) return found
    const year = yearOf(read, found.plan)
    if (!isUntouched(year)) return { refused: say('shares.isUsed') }
    return {
      drafts: [],
      forget: [
        { type: sharePlan.name, record: found.plan.id },
        ...year.holders.map(({ key }) => ({ type: engagement.name, record: key })),
      ],
      next: sharesPath(found.of),
      said: say('shares.dropped'),
    }
  },
}

export const yearCommands: readonly Command<Words>[] = [openYear, correctYear, dropYear]
