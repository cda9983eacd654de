import { pattern } from '../../../core/pattern.ts'
import type { RowOf } from '../../../core/schema.ts'
import type { question } from './records.ts'

export type QuestionRow = RowOf<typeof question>
/**
 * A question with each of its askings and further answers, in turn; a replaced answer is left out.
 */
export type QuestionThread = Readonly<{ first: QuestionRow; askings: readonly QuestionRow[] }>
export type QuestionState = 'waits' | 'answered' | 'dropped'

/**
 * Whether a question waits, by its last asking.
 *
 * Law     *Pas encore* is no answer: the question waits until somebody says yes, no, or something
 *         in words.
 */
export function stateOf({ first, askings }: QuestionThread): QuestionState {
  if (first.dropped) return 'dropped'
  const { answer } = askings.at(-1) ?? first
  return answer === null || answer === 'not-yet' ? 'waits' : 'answered'
}

/**
 * Puts askings together by their question. One whose first asking is gone is left out, and so is
 * one whose answer was written anew.
 */
export function threadsOf(all: readonly QuestionRow[]): readonly QuestionThread[] {
  const again = Map.groupBy(
    all.filter(row => row.first !== null),
    row => row.first!,
  )
  return all
    .filter(row => row.first === null)
    .map(first => ({
      first,
      askings: standing([first, ...inTurn(again.get(first.id) ?? [])]),
    }))
}
function standing(rows: readonly QuestionRow[]): readonly QuestionRow[] {
  const replaced = new Set(rows.map(row => row.instead))
  return rows.filter(row => !replaced.has(row.id))
}
const inTurn = (rows: readonly QuestionRow[]): readonly QuestionRow[] =>
  rows.toSorted((a, b) => (a.before ?? 0) - (b.before ?? 0) || (a.id < b.id ? -1 : 1))

/** *Demander au patron du bar s’il prête sa salle*: the verb, the person, *si*, the rest. */
const TO_ASK = pattern('iu')`^(?:re)?demander\s+(?<to>à\s+l['’]|à\s+la\s|aux?\s|à\s)\s*
  (?<whom>.+?)\s+(?:s['’](?=ils?\b)|si\s+)(?<rest>\S.*)$`
const ARTICLES: ReadonlyMap<string, string> = new Map([
  ['au', 'le '],
  ['aux', 'les '],
  ['à la', 'la '],
  ['à', ''],
])

/**
 * The person and the question that a task tells, in French; undefined for another sentence. Only
 * *si* ends the name of the person, so that the name is whole.
 */
export function askedIn(task: string): Readonly<{ whom: string; asks: string }> | undefined {
  const { to, whom, rest } = TO_ASK.exec(task.trim())?.groups ?? {}
  if (to === undefined || whom === undefined || rest === undefined) return undefined
  const article = ARTICLES.get(to.trim().toLowerCase().replaceAll(/\s+/g, ' ')) ?? 'l’'
  const que = /^[aeiouyéèêh]/i.test(rest) ? 'qu’' : 'que '
  const asks = `Est-ce ${que}${rest.replace(/[\s.?!]+$/u, '')}\u00a0?`
  return { whom: article + whom, asks }
}
