import { readFileSync, writeFileSync } from 'node:fs'
import type { Figures } from './figures.ts'

/** One number a name, never above what was measured when it was written. */
export type Budgets = Readonly<Record<string, number>>
const FILE = new URL('budgets.json', import.meta.url)
const RECORD = 'docs/decisions/0041-budgets.md'
const BREAK = '<br>'

export const budgets = (): Budgets => JSON.parse(readFileSync(FILE, 'utf8')) as Budgets

/**
 * The last figure that the decision record gives each budget: its tables, row by row, then the
 * lines that raised one.
 *
 * Shape   `| page | statements | … |` heads a table of first figures; `| budget | to | …` those of
 *         raises. A raise of several budgets is one row, a `<br>` between two of them.
 */
export function recordFigures(
  text: string = readFileSync(new URL(`../../${RECORD}`, import.meta.url), 'utf8'),
): Budgets {
  const figures: Record<string, number> = {}
  let head: readonly string[] = []
  for (const line of text.split('\n')) {
    const cells = line
      .split('|')
      .slice(1, -1)
      .map(cell => cell.trim())
    if (cells.length === 0) head = []
    else if (head.length === 0) head = cells
    else if (head[0] === 'budget') {
      const [names, said] = [cells[0] ?? '', cells[1] ?? ''].map(cell => cell.split(BREAK))
      for (const [at, name] of names?.entries() ?? []) setFigure(figures, name, said?.[at] ?? '')
    } else
      for (const [at, column] of head.entries())
        if (at > 0) setFigure(figures, `${head[0]} ${cells[0]}: ${column}`, cells[at] ?? '')
  }
  return figures
}
function setFigure(figures: Record<string, number>, name: string, said: string): void {
  const digits = said.replaceAll(',', '')
  if (/^\d+$/.test(digits)) figures[name] = Number(digits)
}

/** Budgets above the last figure of the record: raised without a line that says what it bought. */
export const raisedInSilence = (
  table: Budgets = budgets(),
  record: Budgets = recordFigures(),
): readonly string[] =>
  Object.entries(table)
    .filter(([name, budget]) => budget > (record[name] ?? -1))
    .map(
      ([name, budget]) =>
        `${name} was raised to ${budget} without a line under "Raised" in ${RECORD}`,
    )

/** A budget this much above its figure may go down: below, it would be said at every change. */
const LOWER = 0.95

/** What is wrong, and what is only worth saying, each as a sentence that says what to do. */
export type Found = Readonly<{ faults: readonly string[]; mayGoDown: readonly string[] }>

/**
 * Compares what was measured with the budgets of one kind (`page`, `turn`, `verb`).
 *
 * Law     no slack: a figure may equal its budget and not pass it. A figure without a budget is a
 *         fault, and a budget that nothing measures any more: a table that says less than it seems
 *         to would hold nothing.
 */
export function held(kind: string, figures: Figures, table: Budgets = budgets()): Found {
  const over = [...figures].flatMap(([name, { figure, seen = [] }]) => {
    const budget = table[name]
    if (budget === undefined)
      return [`${name} is ${figure} and has no budget: npm run budgets writes it`]
    if (figure <= budget) return []
    const look = seen.length > 0 ? ` It is made of:\n    ${seen.join('\n    ')}` : ''
    return [
      `${name} is ${figure}, above its budget of ${budget}: find what grew, or raise it in ` +
        `tests/budget/budgets.json with a line in ${RECORD} that says what it bought.${look}`,
    ]
  })
  const unmeasured = Object.keys(table)
    .filter(name => name.startsWith(`${kind} `) && !figures.has(name))
    .map(
      name => `nothing measures ${name} any more: take its line out of tests/budget/budgets.json`,
    )
  const mayGoDown = [...figures].flatMap(([name, { figure }]) =>
    figure < (table[name] ?? 0) * LOWER
      ? [`${name} is ${figure}: its budget of ${table[name]} may go down (npm run budgets)`]
      : [],
  )
  return { faults: [...over, ...unmeasured], mayGoDown }
}

/**
 * The table with what was measured: lower where it is lower, new where there was none, never
 * higher.
 */
export function lowered(table: Budgets, figures: Figures): Budgets {
  const now = [...figures].map(([name, { figure }]): [string, number] => [
    name,
    Math.min(figure, table[name] ?? figure),
  ])
  return { ...table, ...Object.fromEntries(now) }
}

/** The budgets that were measured above their table, with their new figures. */
export const raised = (table: Budgets, figures: Figures): Budgets =>
  Object.fromEntries(
    [...figures].flatMap(([name, { figure }]) => {
      const budget = table[name]
      return budget !== undefined && figure > budget ? [[name, figure]] : []
    }),
  )

/** The decision record with one row more, the last under *Raised*: what the raise bought. */
export function recordWith(text: string, more: Budgets, bought: string): string {
  const names = Object.keys(more).join(BREAK)
  const said = Object.values(more).map(figure => figure.toLocaleString('en'))
  const row = `| ${names} | ${said.join(BREAK)} | ${bought} |\n`
  return text.replace(/(?<=\n)(?=\n## Sources)/, () => row)
}

export function writeRecord(more: Budgets, bought: string): void {
  const file = new URL(`../../${RECORD}`, import.meta.url)
  writeFileSync(file, recordWith(readFileSync(file, 'utf8'), more, bought))
}

export function writeBudgets(table: Budgets): void {
  writeFileSync(FILE, `${JSON.stringify(table, null, 2)}\n`)
}
