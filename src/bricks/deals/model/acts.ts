import {
  type ActShape,
  actsText as actsTextOf,
  dayIn,
  type LetterAct,
  lineIn,
  readActs as readActsOf,
} from '../../../contract/letters/acts.ts'
import { SAYS, type Says } from './rules.ts'

/** What was said of a deal on the other side, as a letter carries it and as the deal keeps it. */
export type DealAct = LetterAct<
  Readonly<{
    says: Says
    on: string | null
    named: boolean
    thanks: string | null
    when: string | null
  }>
>

export const MOST_ACTS = 40
const LONGEST_THANKS = 300
const LONGEST_WHEN = 120

/** Units   `longest`: more than `MOST_ACTS` of the longest take. */
const SHAPE: ActShape<Omit<DealAct, keyof LetterAct>> = {
  most: MOST_ACTS,
  longest: 30_000,
  read: ({ says, on, named, thanks, when }) => {
    const known = SAYS.find(one => one === says)
    const [said, moment] = [lineIn(thanks, LONGEST_THANKS), lineIn(when, LONGEST_WHEN)]
    const day = dayIn(on)
    return known === undefined || said === undefined || moment === undefined || day === undefined
      ? undefined
      : { says: known, on: day, named: named === true, thanks: said, when: moment }
  },
}

export const actsText = (acts: readonly DealAct[]): string => actsTextOf(acts, SHAPE)
/** Law     a stranger's text: undefined when a value is none of our own forms. */
export const readActs = (text: string | null): readonly DealAct[] | undefined =>
  readActsOf(text, SHAPE)
