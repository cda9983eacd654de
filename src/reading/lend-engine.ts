import { fold } from '../core/letters/words.ts'
import type { Table } from './rows.ts'

/**
 * The items of a tool library that leaves Lend Engine, as things that are lent here.
 *
 * Source  `ItemExportController.php` of lend-engine-app: the headings of its `items.csv`. Later
 *         versions say *Item name*, *Item code*, *Deposit*.
 */

/** The headings of each value, folded. */
const HEADS = {
  name: ['name', 'item name'],
  type: ['type', 'category', 'item type'],
  code: ['code', 'item code', 'sku'],
  serial: ['serial number', 'serial'],
  brand: ['brand'],
  condition: ['condition'],
  value: ['value (rrp)', 'value', 'replacement value'],
  paid: ['price paid'],
  fee: ['loan fee'],
  period: ['loan period'],
  deposit: ['deposit'],
  short: ['short description'],
  long: ['long description', 'description'],
  care: ['care information'],
  components: ['components'],
} as const
type Head = keyof typeof HEADS
/** A table with a name and two of these comes from there. */
const SIGNS: readonly Head[] = ['fee', 'period', 'care', 'components', 'paid', 'serial']

/**
 * The table with the sort and the condition said as here, and what a neighbour reads of an item in
 * one description; another table stays as it is.
 *
 * Law     a line stays a line. What was paid stands for the value where that is empty, and nowhere
 *         else. A fee of nothing is none.
 */
export function asThingsLent(table: Table): Table {
  const at = columnsAt(table.headers)
  if (at.name === undefined || SIGNS.filter(head => at[head] !== undefined).length < 2) return table
  const cell = (row: readonly string[], head: Head): string => {
    const column = at[head]
    return column === undefined ? '' : (row[column] ?? '').trim()
  }
  const told = new Set(TOLD.flatMap(head => at[head] ?? []))
  const others = table.headers.map((_, i) => i).filter(i => !told.has(i))
  const described = (row: readonly string[]): string =>
    [
      ...(['short', 'long', 'brand'] as const).map(head => cell(row, head)),
      ...(['serial', 'code'] as const).map(head => cell(row, head) && `N° ${cell(row, head)}`),
    ]
      .filter(Boolean)
      .join('\n')
  const made = (row: readonly string[]): readonly string[] => [
    cell(row, 'name'),
    kindOf(cell(row, 'type')),
    conditionOf(cell(row, 'condition')),
    described(row),
    costOf(cell(row, 'value')) || costOf(cell(row, 'paid')),
    costOf(cell(row, 'fee')),
    costOf(cell(row, 'deposit')),
    cell(row, 'components').replace(/\s*[,;\n]\s*/g, ';'),
    ...others.map(i => row[i] ?? ''),
    ...row.slice(table.headers.length),
  ]
  const headers = [...MADE, ...others.map(i => table.headers[i] ?? '')]
  return { ...table, headers, rows: table.rows.map(made) }
}

/** The headings of what is made, which are read as those of a table of ours. */
const MADE = [
  ...['Name', 'Kind', 'Condition', 'Detail'],
  ...['Value (RRP)', 'Loan fee', 'Deposit', 'Components'],
]
/** What is said again under them. */
const TOLD: readonly Head[] = [
  ...(['name', 'type', 'condition', 'short', 'long', 'brand', 'serial', 'code'] as const),
  ...(['value', 'paid', 'fee', 'deposit', 'components'] as const),
]

function columnsAt(headers: readonly string[]): Readonly<Partial<Record<Head, number>>> {
  const said = headers.map(header => fold(header).trim())
  return Object.fromEntries(
    Object.entries(HEADS).flatMap(([head, names]) => {
      const found = names.map(name => said.indexOf(name)).find(i => i >= 0)
      return found === undefined ? [] : [[head, found]]
    }),
  )
}

/** Its types are those of a shop: an item, a kit, stock, a service. */
const kindOf = (type: string): string => (/\bkit\b/i.test(type) ? 'kit' : 'tool')

/** *A - As new*, *B - Fair*, *C - Poor*, or words. */
function conditionOf(said: string): string {
  if (said === '') return ''
  if (/repair|broken|fault|damag/i.test(said)) return 'repair'
  return /^a\b|new|good|excellent/i.test(said) ? 'good' : 'worn'
}

const costOf = (said: string): string => (/[1-9]/.test(said) ? said : '')
