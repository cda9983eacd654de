import type { fr } from '../../words/fr.ts'
import type { SharesWords } from './said.ts'

/**
 * The words of a year: where hours are given, or only the use is noted, none of them speaks of a
 * price or of a payment.
 */
export function wordsOfPlan(w: SharesWords, counts: string | null | undefined): SharesWords {
  if (counts === 'money') return w
  const { plain, costs, asks, formula, whatIfFixed, statement, notebook, accounts } = w.inHours
  return {
    ...w,
    ...plain,
    costs: { ...w.costs, ...costs },
    asks: { ...w.asks, ...asks },
    formula: { ...w.formula, ...formula },
    whatIf: { ...w.whatIf, rows: { ...w.whatIf.rows, fixed: whatIfFixed } },
    statement: { ...w.statement, ...statement },
    notebook: { ...w.notebook, ...notebook },
    accounts: { ...w.accounts, ...accounts },
  }
}

type PlanFields = (typeof fr)['types']['share-plan']['fields']
/** The label over the ways in which the year is shared. */
export const fixedByLabel = (fields: PlanFields, w: SharesWords, counts: string): string =>
  counts === 'money' ? fields.fixedBy.label : w.inHours.fixedBy
