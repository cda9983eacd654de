import { budgets, lowered, writeBudgets } from './hold.ts'
import { MEASURED } from './measure.ts'

/** Writes `budgets.json` again from what is measured now: downwards only. `npm run budgets`. */
const before = budgets()
let table = before
for (const measure of Object.values(MEASURED)) table = lowered(table, await measure())
writeBudgets(table)
for (const [name, budget] of Object.entries(table))
  if (before[name] !== budget) console.log(`${name}: ${before[name] ?? 'no budget'} → ${budget}`)
