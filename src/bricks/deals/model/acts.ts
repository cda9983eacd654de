import {
  type ActShape,
  actsText as actsTextOf,
  dayIn,
  type JsonFields,
  type LetterAct,
  lineIn,
  readActs as readActsOf,
} from '../../../contract/letters/acts.ts'
import { ID_SHAPE } from '../../../core/id.ts'
import { isOneOf } from '../../../core/narrow.ts'
import { SAYS, type Says, TRAVELS } from './rules.ts'

/**
 * What was said of a deal on the other side, as a letter carries it and as the deal keeps it. The
 * parts of a thread (`said`, `where`, `story`, `reports`) travel in letters of words alone.
 */
export type DealAct = LetterAct<DealActPart>
type DealActPart = Readonly<{
  says: Says
  on: string | null
  named: boolean
  thanks: string | null
  when: string | null
  /** Of `yes` and `no`: the id of the act that they answer. Older boxes neither say nor read it. */
  answers?: string
  said?: string
  where?: string
  story?: string
  reports?: string
}>

/** The most acts of one side: each letter repeats them all. */
export const MOST_ACTS = 40
const [LONGEST_THANKS, LONGEST_LINE, LONGEST_STORY, LONGEST_WORD] = [300, 120, 200, 600]

/** The acts of letters that boxes of every age read. */
function oldPart({ says, on, named, thanks, when, answers }: JsonFields): DealActPart | undefined {
  const [said, moment] = [lineIn(thanks, LONGEST_THANKS), lineIn(when, LONGEST_LINE)]
  const day = dayIn(on)
  if (!isOneOf(TRAVELS, says) || said === undefined || moment === undefined || day === undefined)
    return undefined
  const answered = typeof answers === 'string' && ID_SHAPE.test(answers) ? { answers } : {}
  return { says, on: day, named: named === true, thanks: said, when: moment, ...answered }
}
/** Units   `longest`: more than `MOST_ACTS` of the longest take. */
const OLD: ActShape<DealActPart> = {
  most: MOST_ACTS,
  longest: 30_000,
  read: act => (isOneOf(SAYS, act['says']) ? oldPart(act) : undefined),
}

/** Units   `most`: the acts of both sides. */
const WHOLE: ActShape<DealActPart> = {
  most: 2 * MOST_ACTS,
  longest: 30_000,
  read: act => {
    const part = oldPart(act)
    const said = lineIn(act['said'], LONGEST_WORD)
    const where = lineIn(act['where'], LONGEST_LINE)
    const story = lineIn(act['story'], LONGEST_STORY)
    const reports = lineIn(act['reports'], LONGEST_LINE)
    if (!part || said === undefined || where === undefined || story === undefined) return undefined
    // An act of who reads is only named: they know the rest.
    const isNamed = act['yours'] === true
    if (!isNamed && part.says === 'word' && !said?.trim()) return undefined
    if (!isNamed && part.says === 'insult' && !ID_SHAPE.test(reports ?? '')) return undefined
    return {
      ...part,
      ...(said ? { said } : {}),
      ...(where ? { where } : {}),
      ...(story ? { story } : {}),
      ...(reports && part.says === 'insult' ? { reports } : {}),
    }
  },
}

export const actsText = (acts: readonly DealAct[]): string => actsTextOf(acts, WHOLE)
/** Law     a stranger's text: undefined when a value is none of our own forms. */
export const readActs = (text: string | null): readonly DealAct[] | undefined =>
  readActsOf(text, WHOLE)
/** The acts of a letter that boxes of every age write: no word is among them. */
export const readOldActs = (text: string | null): readonly DealAct[] | undefined =>
  readActsOf(text, OLD)

/** Units   UTF-16 units of the acts of one side inside a letter, where each quote takes two. */
const MOST_WRITTEN = 24_000
/** Each kept for what must still be said. Units   UTF-16 units, as above. */
const ONE_WRITTEN = 400
/**
 * How many acts are left for what follows: after a word or a proposal, for the answers; after an
 * answer, for the no to what is told, and for the end.
 */
const leftAfter = (says: Says): number =>
  says === 'end' ? 0 : says === 'keep' ? 1 : FILLING.has(says) ? 10 : 2
const FILLING: ReadonlySet<Says> = new Set(['word', 'late', 'propose', 'insult'])
/**
 * Whether one side may still say something, the last of `acts`: a letter has room for it and for
 * what it repeats.
 *
 * Law     words never take the room of an answer, nor anything that of the end.
 */
export const hasRoomFor = (acts: readonly DealAct[]): boolean => {
  const left = leftAfter(acts.at(-1)?.says ?? 'end')
  return (
    acts.length <= MOST_ACTS - left &&
    JSON.stringify(JSON.stringify(acts)).length <= MOST_WRITTEN - left * ONE_WRITTEN
  )
}
