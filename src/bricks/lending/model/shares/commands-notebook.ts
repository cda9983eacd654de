import type { Command } from '../../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../../contract/decision.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { type Input, one } from '../../../../core/form/input.ts'
import type { fr } from '../../words/fr.ts'
import { isKeeping } from '../asker.ts'
import { PATH } from '../records-thing.ts'
import { say, yearPath } from './commands-year.ts'
import { keyedLines } from './loan-lines.ts'
import { type MeterFault, wrongSums } from './meter.ts'
import { meterIn, meterNow } from './meter-in.ts'
import { CELLS, type NotebookPage, type PageFault, readPage, type TypedLine } from './notebook.ts'
import { linesOf, planOf } from './read.ts'
import { unitLine } from './records.ts'
import { type PlanYear, yearOf } from './year.ts'

/** The notebook of a thing: a page at once, by who keeps it; their own lines, by each. */

type Words = typeof fr
/**
 * Lines of a page of the notebook: on paper and in the form that types it back, so that a full
 * page is typed at once. `OWN_LINES`: those of the form of a member.
 */
export const PAGE_LINES = 16
export const OWN_LINES = 3
export const notebookPath = (id: string, plan: string): string => `${yearPath(id, plan)}/carnet`
/** What the form says of who keeps the use as it is noted, beside a meter that says another. */
export const AS_NOTED = 'tel'
/** The name of a cell in the form. */
export const cellName = (cell: string, line: number): string => `${cell}.${line}`

/** The year of a form, and whose lines it may hold: all, or the member's own. */
function notebookIn(
  input: Input,
  read: Reader,
  at: Parameters<Command<Words>['decide']>[2],
): Readonly<{ year: PlanYear; of: string; people: ReadonlySet<string> }> | Refusal {
  const of = one(input, 'id')
  const plan = planOf(read, one(input, 'plan'), of)
  if (!plan) return { refused: say('shares.notHere') }
  const year = yearOf(read, plan)
  const keeps = isKeeping(at, { id: of })
  const own = year.holders.filter(
    ({ row }) => keeps || (at.me !== undefined && row.member === at.me),
  )
  if (!keeps && own.length === 0) return { refused: say('shares.notHere') }
  if (plan.closedOn !== null) return { refused: say('shares.isClosed') }
  return { year, of, people: new Set(own.map(({ key }) => key)) }
}

const keyPage: Command<Words> = {
  name: 'keyPage',
  path: `${PATH}/:id/frais/:plan/carnet`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = notebookIn(input, read, at)
    if ('refused' in found) return found
    const { year, of, people } = found
    const { plan } = year
    const page = typedPage(input, read, { year, people, today: at.today })
    if ('faults' in page) return cellRefusals(page.faults)
    const { lines } = page
    if (lines.length === 0) return { refused: say('shares.noLine'), field: cellName('day', 0) }
    if (one(input, AS_NOTED) === '' && sumsApart(page).length > 0) return { asks: 'more' }
    const drafts = lines.map(line =>
      draft(unitLine, at.newId(), {
        ...{ thing: of, plan: plan.id, keyedBy: at.me ?? null, engagement: line.who },
        ...{ day: line.day, meterFrom: line.from, meterTo: line.to, parts: line.parts },
      }),
    )
    return { drafts, next: notebookPath(of, plan.id), said: say('shares.keyed', lines.length) }
  },
}
/** A page of this year as it was typed; `people`: whose lines it may hold. */
export function typedPage(
  input: Input,
  read: Reader,
  { year, people, today }: Readonly<{ year: PlanYear; people: ReadonlySet<string>; today: string }>,
): NotebookPage {
  const { plan, unit } = year
  const [only] = people.size === 1 ? people : []
  const rows = Array.from({ length: PAGE_LINES }, (_, line) => rowIn(input, line, only))
  const meter = meterIn(read, plan, linesOf(read, plan))
  return readPage(rows, {
    ...{ unit, people, today, meter: meterNow(meter), since: meter.since },
    ...{ firstOn: plan.firstOn ?? '', lastOn: plan.lastOn ?? '' },
  })
}
/** Lines of a typed page that say another use than their meter, by their place among its lines. */
export const sumsApart = (page: NotebookPage): readonly MeterFault[] =>
  'faults' in page
    ? []
    : wrongSums(
        page.lines.flatMap(({ day, from, to, parts: units }, line) =>
          from === null || to === null ? [] : [{ key: String(line), day, from, to, units }],
        ),
      )
/** `only`: the one person whom the form can be of. */
const rowIn = (input: Input, line: number, only: string | undefined): TypedLine => {
  const row = Object.fromEntries(CELLS.map(cell => [cell, one(input, cellName(cell, line))]))
  return { ...(row as TypedLine), ...(only === undefined ? {} : { who: only }) }
}
/** Every line that does not read is said at once. */
function cellRefusals(faults: readonly PageFault[]): Refusal {
  const [first, ...others] = faults.map(({ line, cell, why }) => ({
    refused: say('shares.onLine', line + 1, say(`shares.cell.${why}`)),
    field: cellName(cell, line),
  }))
  return { ...first!, others }
}

/** A line that was keyed by mistake goes: by who keeps the notebook, or who keyed it. */
const strikeLine: Command<Words> = {
  name: 'strikeLine',
  path: `${PATH}/:id/frais/:plan/carnet/rayer`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = notebookIn(input, read, at)
    if ('refused' in found) return found
    const { year, of } = found
    const line = keyedLines(read, year.plan.id).find(({ id }) => id === one(input, 'line'))
    const isTheirs = line !== undefined && at.me !== undefined && line.keyedBy === at.me
    if (!line || !(isKeeping(at, { id: of }) || isTheirs)) return { refused: say('shares.notHere') }
    return {
      drafts: [],
      forget: [{ type: unitLine.name, record: line.id }],
      next: notebookPath(of, year.plan.id),
      said: say('shares.struck'),
    }
  },
}

export const notebookCommands: readonly Command<Words>[] = [keyPage, strikeLine]
