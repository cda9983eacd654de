import { type Budgets, budgets, lowered, raised, writeBudgets, writeRecord } from './hold.ts'
import { measure } from './measure.ts'

/**
 * Writes `budgets.json` again from what is measured now: downwards only. `npm run budgets`.
 *
 * `npm run budgets -- raise 'a brick of seeds'` raises what was measured above its budget, with one
 * row of the decision record that says what it bought.
 */
const [verb, bought = ''] = process.argv.slice(2)
if (verb !== undefined && (verb !== 'raise' || bought.trim() === '')) {
  console.error("npm run budgets [-- raise 'what it bought']")
  process.exit(2)
}
const before = budgets()
let table = before
let all: Budgets = {}
for (const figures of Object.values(
  await measure('page', 'turn', 'verb', 'file', 'memory', 'after'),
)) {
  const more = verb === 'raise' ? raised(before, figures) : {}
  all = { ...all, ...more }
  table = { ...lowered(table, figures), ...more }
}
if (Object.keys(all).length > 0) writeRecord(all, bought.trim())
writeBudgets(table)
for (const [name, budget] of Object.entries(table))
  if (before[name] !== budget) console.log(`${name}: ${before[name] ?? 'no budget'} → ${budget}`)
