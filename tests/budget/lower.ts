import { budgets, lowered, writeBudgets } from './hold.ts'
import { measure } from './measure.ts'

/** Writes `budgets.json` again from what is measured now: downwards only. `npm run budgets`. */
const before = budgets()
let table = before
for (const figures of Object.values(await measure('page', 'turn', 'verb')))
  table = lowered(table, figures)
writeBudgets(table)
for (const [name, budget] of Object.entries(table))
  if (before[name] !== budget) console.log(`${name}: ${before[name] ?? 'no budget'} → ${budget}`)
